"""Use cases on the office's own settings: who works here, and which titles it prints (first run, settings)."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import Any

from ..domain.changes import Changes
from ..domain.office import JointBody, Office
from ..domain.record import Record
from ..store.work import Work
from .logo import LogoPicture, OfficeLogo, office_logo, set_office_logo, with_logo
from .person import PERSON
from .person import person_name as person_name

_OFFICE = "office"
_PRINTED = tuple(field.name for field in fields(Office) if field.name not in ("logo", "joint_with"))


def office_titles(work: Work) -> Office:
    """Return the titles that new records print; `with_office` gives them the logo as well."""
    kept: Any = work.settings.get(_OFFICE, {})
    known: dict[str, Any] = {name: str(value) for name, value in kept.items() if name in _PRINTED} if isinstance(kept, dict) else {}
    bodies: Any = kept.get("joint_with", []) if isinstance(kept, dict) else []
    joint = tuple(_body(each) for each in bodies if isinstance(each, dict)) if isinstance(bodies, list) else ()
    return Office(**known, joint_with=joint)


def office_picture(work: Work) -> LogoPicture | None:
    """Return the logo of new records, None for none.

    Raises:
        FileRefused: its picture is no longer beside the records.
        StoreDamaged: its picture is not as it was kept.
    """
    kept = _logo(work)
    return LogoPicture(work.attachments.read(kept.sha256), kept.logo.alt) if kept else None


def with_office(work: Work, record: Record) -> Record:
    """Return a new record with the office's titles and its logo."""
    titled, kept = replace(record, office=office_titles(work)), _logo(work)
    return with_logo(titled, kept) if kept else titled


def set_up(work: Work, name: str, office: Office, logo: LogoPicture | None = None) -> Changes:
    """Keep the person's name, the office's titles and its logo, None for no logo; records that exist keep what they print.

    Raises:
        FileRefused: the logo cannot be printed.
        AppError: it is not described.
        WriteFailed: it could not be kept; nothing was changed.
    """
    kept: Any = set_office_logo(work, logo)
    work.settings.set(PERSON, name.strip())
    printed: dict[str, Any] = {key: value for key, value in asdict(office).items() if key in _PRINTED}
    work.settings.set(_OFFICE, {**printed, "logo": kept, "joint_with": [asdict(each) for each in office.joint_with]})
    return Changes("", list_changed=True)


def _logo(work: Work) -> OfficeLogo | None:
    kept: Any = work.settings.get(_OFFICE, {})
    return office_logo(kept.get("logo")) if isinstance(kept, dict) else None


def _body(kept: dict[Any, Any]) -> JointBody:
    return JointBody(**{each.name: str(kept.get(each.name, "")) for each in fields(JointBody)})
