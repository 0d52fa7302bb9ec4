"""The office's titles, short forms and how to reach it, as new records print them (first run, office settings)."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from ..domain.changes import Changes
from ..domain.office import JointBody, Office
from ..store.work import Work
from .logo import LogoPicture, OfficeLogo, office_logo, set_office_logo
from .office_settings import PLACE as _SETTINGS
from .office_settings import keep_setting

KEY = "office"
PLACE = f"{_SETTINGS}.{KEY}"
"""The place of titles and logo among what changes."""
_PRINTED = tuple(field.name for field in fields(Office) if field.name not in ("logo", "joint_with"))


def office_titles(work: Work) -> Office:
    """Return the titles as they were kept, without the logo; who holds the posts on a day is in `office_people.office_on`."""
    kept = _kept(work)
    known: dict[str, Any] = {name: str(value) for name, value in kept.items() if name in _PRINTED}
    bodies: Any = kept.get("joint_with", [])
    joint = tuple(_body(each) for each in bodies if isinstance(each, dict)) if isinstance(bodies, list) else ()
    return Office(**known, joint_with=joint)


def kept_logo(work: Work) -> OfficeLogo | None:
    """Return the logo of new records, None for none."""
    return office_logo(_kept(work).get("logo"))


def change_titles(work: Work, office: Office, name: str = "change office titles") -> Changes:
    """Keep other titles for new records; records that exist keep what they print.

    Args:
        work: the unit of work.
        office: the titles; its logo does not count.
        name: what is done, for "Undo ...".
    """
    return keep_setting(work, KEY, {**_kept(work), **plain_titles(office)}, name)


def change_office_logo(work: Work, logo: LogoPicture | None) -> Changes:
    """Keep another logo for new records, None for no logo.

    Raises:
        FileRefused: it cannot be printed.
        AppError: it is not described.
        WriteFailed: it could not be kept; nothing was changed.
    """
    made: Any = set_office_logo(work, logo)
    return keep_setting(work, KEY, {**_kept(work), "logo": made}, "change logo of office" if logo else "remove logo of office")


def plain_titles(office: Office) -> dict[str, Any]:
    """Return the titles of an office as the settings hold them."""
    printed: dict[str, Any] = {key: value for key, value in asdict(office).items() if key in _PRINTED}
    return {**printed, "joint_with": [asdict(each) for each in office.joint_with]}


def _kept(work: Work) -> dict[str, Any]:
    kept: Any = work.settings.get(KEY, {})
    return kept if isinstance(kept, dict) else {}


def _body(kept: dict[Any, Any]) -> JointBody:
    return JointBody(**{each.name: str(kept.get(each.name, "")) for each in fields(JointBody)})
