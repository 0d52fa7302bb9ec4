"""Report in: from the bytes of a text to its characters, whichever program saved it."""

from __future__ import annotations

import codecs
import re

from ..errors import ImportRefused

MOST_BYTES = 64 * 1024 * 1024
"""A report is seldom over 20 MB with all its pictures."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 65_536
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_LARGEST_SHARE = 0.02
_LONGEST_CHARACTER = 4


def decode(data: bytes, declared: str = "") -> str:
    """Return the characters of a text: by its byte-order mark, as UTF-8, as declared, as UTF-16 without a mark, else cp1252.

    NUL characters go, and half a character at the end. Nothing else is lost: what an encoding does not know is U+FFFD.

    Args:
        data: the bytes.
        declared: the encoding that the file claims for itself ("" when it claims none); heeded only where it fits.

    Raises:
        ImportRefused: these are no words; there are too many control characters.
    """
    text = _decoded(data, declared)
    head = text[:_LOOKED_AT]
    if len(_CONTROLS.findall(head)) > len(head) * _LARGEST_SHARE:
        raise ImportRefused("The file holds no text that can be read.", "It may be damaged or of another kind. Nothing was changed.")
    return text


def _decoded(data: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").replace("\0", "")
    if wide := _wide_without_mark(data):
        return data.decode(wide, "replace").replace("\0", "")
    data = data.replace(b"\0", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > max(0, len(data) - _LONGEST_CHARACTER) and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8")
    return data.decode(_known(declared), "replace")


def _known(declared: str) -> str:
    """Return the codec to use for bytes that are not UTF-8; browsers, too, read "iso-8859-1" and "ascii" as cp1252."""
    try:
        name = codecs.lookup(declared).name
        text = "a".encode(name) == b"a"
    except (LookupError, UnicodeError, ValueError, TypeError):
        return "cp1252"
    return name if text and name not in ("ascii", "iso8859-1", "utf-8") else "cp1252"


def _wide_without_mark(data: bytes) -> str:
    """Return "utf-16-le" or "-be" where nearly every other byte of the beginning is 0, else ""."""
    head = data[: _LOOKED_AT & ~1]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = len(head) // 2 * 0.7
    if len(head) < _LONGEST_CHARACTER:
        return ""
    if odd > most > even:
        return "utf-16-le"
    return "utf-16-be" if even > most > odd else ""
