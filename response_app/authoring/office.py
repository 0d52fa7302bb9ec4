"""Use cases on the office's own settings: who works here, and which titles it prints (first run, settings)."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from ..domain.changes import Changes
from ..domain.office import JointBody, Office
from ..store.work import Work

_PERSON, _OFFICE = "person", "office"
_PRINTED = tuple(field.name for field in fields(Office) if field.name not in ("logo", "joint_with"))


def person_name(work: Work) -> str:
    """Return the name by which colleagues know the person at this computer, "" before the first run is done."""
    name: Any = work.settings.get(_PERSON, "")
    return name if isinstance(name, str) else ""


def office_titles(work: Work) -> Office:
    """Return the office as new records print it."""
    kept: Any = work.settings.get(_OFFICE, {})
    known: dict[str, Any] = {name: str(value) for name, value in kept.items() if name in _PRINTED} if isinstance(kept, dict) else {}
    bodies: Any = kept.get("joint_with", []) if isinstance(kept, dict) else []
    joint = tuple(_body(each) for each in bodies if isinstance(each, dict)) if isinstance(bodies, list) else ()
    return Office(**known, joint_with=joint)


def set_up(work: Work, name: str, office: Office) -> Changes:
    """Keep the person's name and the office's titles; records that exist keep what they print."""
    work.settings.set(_PERSON, name.strip())
    printed: dict[str, Any] = {key: value for key, value in asdict(office).items() if key in _PRINTED}
    work.settings.set(_OFFICE, {**printed, "joint_with": [asdict(each) for each in office.joint_with]})
    return Changes("", list_changed=True)


def _body(kept: dict[Any, Any]) -> JointBody:
    return JointBody(**{each.name: str(kept.get(each.name, "")) for each in fields(JointBody)})
