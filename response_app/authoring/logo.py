"""The office's logo: a picture kept beside the records, an attachment that names it, words for people who cannot see it.

What it may be, how it is kept, and how a record names it (first run, inspection details, record out).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from ..domain.office import Logo
from ..domain.record import Record
from ..domain.response import Attachment, AttachmentKind
from ..errors import AppError, FileRefused, StoreDamaged
from ..store.work import Work
from .names import free_name

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 4000
"""Of width and of height."""
NOT_DESCRIBED = "Describe the picture in a few words for people who cannot see it."
_ENDINGS = {"PNG": "png", "JPEG": "jpg"}
_UNCHANGED = "Nothing was changed."
_SMALLER = f"{_UNCHANGED} Save it smaller, then choose it again."


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """A picture and the words that describe it.

    Attributes:
        data: the bytes of a PNG or JPEG file.
        alt: what a person who cannot see it is told.
    """

    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class OfficeLogo:
    """The logo of new records: its name, its words, and the hash of its picture."""

    logo: Logo
    sha256: str


def check_picture(data: bytes) -> str:
    """Return the ending of a picture's file, "png" or "jpg"; refuse what cannot be printed as a logo.

    All of it is decoded, some 10 ms for a million pixels: in a worker, please.

    Raises:
        FileRefused: no PNG or JPEG, damaged, too large, animated, or in the colours of a press.
    """
    return _ending(data, whole=True)


def _ending(data: bytes, whole: bool) -> str:
    """What `check_picture` returns; what stands at the beginning of the file is enough where it is not to be `whole`."""
    from PIL import Image

    if len(data) > MOST_BYTES:
        raise FileRefused("The picture is over 5 MB.", _SMALLER)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of many pixels, which are refused below
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            _check_kind(picture)
            if whole:
                picture.load()
    except Image.DecompressionBombError as error:
        raise FileRefused(f"The picture is far over {MOST_PIXELS:,} pixels wide or high.", _SMALLER) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise FileRefused("This is not a whole PNG or JPEG picture.", f"{_UNCHANGED} Choose a PNG or JPEG file.") from error
    return _ENDINGS[str(picture.format)]


def _check_kind(picture: Any) -> None:
    if max(picture.size) > MOST_PIXELS:
        words = f"The picture is {picture.width:,} by {picture.height:,} pixels, which is over {MOST_PIXELS:,}."
        raise FileRefused(words, _SMALLER)
    if getattr(picture, "is_animated", False):
        raise FileRefused("An animated picture cannot be printed.", f"{_UNCHANGED} Save one still picture as PNG, then choose that.")
    if picture.mode == "CMYK":
        raise FileRefused("The picture has the colours of a printing press (CMYK).", f"{_UNCHANGED} Save it as RGB, then choose it again.")


def printed_logo(record: Record, read: Callable[[str], bytes]) -> bytes | None:
    """Return the picture that a record prints; None when it has none, or its picture is not on this computer.

    Args:
        record: the record.
        read: returns an attached file by its hash, as `Workspace.read_attached` does.
    """
    named = attached_logo(record)
    if named is None or not record.office.logo or not record.office.logo.alt.strip():
        return None
    try:
        return read(named.sha256)
    except (FileRefused, StoreDamaged, ValueError):
        return None


def set_office_logo(work: Work, picture: LogoPicture | None) -> dict[str, str]:
    """Keep the picture for new records, None for no logo, and return what the office settings hold of it.

    Raises:
        FileRefused: the picture cannot be printed.
        AppError: it is not described.
        WriteFailed: it could not be kept; nothing was changed.
    """
    if picture is None:
        return {}
    kept = keep_picture(work, picture)
    return {"name": kept.logo.name, "alt": kept.logo.alt, "sha256": kept.sha256}


def office_logo(kept: Any) -> OfficeLogo | None:
    """Return the logo that the office settings hold, None for none; `kept` is what `set_office_logo` returned."""
    name, alt, sha256 = (str(kept.get(each, "")) for each in ("name", "alt", "sha256")) if isinstance(kept, dict) else ("", "", "")
    return OfficeLogo(Logo(name, alt), sha256) if name and alt and sha256 else None


def keep_picture(work: Work, picture: LogoPicture) -> OfficeLogo:
    """Keep a picture beside the records.

    Raises:
        FileRefused: it cannot be printed.
        AppError: it is not described.
        WriteFailed: it could not be kept.
    """
    alt = " ".join(picture.alt.split())
    if not alt:
        raise AppError(NOT_DESCRIBED, _UNCHANGED)
    return OfficeLogo(Logo(f"logo.{_ending(picture.data, whole=False)}", alt), work.attachments.keep(picture.data))


def attached_logo(record: Record) -> Attachment | None:
    """Return the attachment with the picture of a record's logo, None without one."""
    name = record.office.logo.name if record.office.logo else ""
    return next((each for each in record.state.attachments if each.name == name and each.sha256), None)


def with_logo(record: Record, kept: OfficeLogo) -> Record:
    """Return a record that has no logo with one, and with the attachment that names its picture."""
    name = free_name(kept.logo.name, {each.name for each in record.state.attachments})
    attachments = (*record.state.attachments, Attachment(name, kept.sha256, AttachmentKind.LOGO))
    return replace(
        record, office=replace(record.office, logo=Logo(name, kept.logo.alt)), state=replace(record.state, attachments=attachments)
    )


def without_logo(record: Record) -> Record:
    """Return a record without its logo; a file that is attached for another reason as well stays attached."""
    old = attached_logo(record)
    left = tuple(each for each in record.state.attachments if each != old or each.what is not AttachmentKind.LOGO)
    return replace(record, office=replace(record.office, logo=None), state=replace(record.state, attachments=left))
