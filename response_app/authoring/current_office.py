"""What the office settings say now and a record does not print yet: offered, never done unasked (inspection details).

A record keeps what it was made with. What the settings said when it was made, or when the user last chose to keep its
names, stands among the settings; so only what has changed there since is offered, and not what the record has of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..domain.changes import Changes
from ..domain.office import JointBody, Office
from ..domain.record import Record
from ..domain.response import Status
from ..domain.titles import in_a_row
from ..store.work import Work
from .editing import edit
from .office_people import office_on
from .office_titles import plain_titles

_KEY = "office_seen:"
_WORDS = {
    "force": "Force",
    "body_title": "Title of the body",
    "body_short": "Its short form",
    "holder": "Name of the holder",
    "chief_officer_title": "Title of the chief officer",
    "chief_officer_short": "Short form of that title",
    "chief_officer": "Name of the chief officer",
    "contact": "Contact",
    "website": "Where it is published",
    "joint_with": "Joint bodies",
}
_OVER = (Status.PUBLISHED, Status.CLOSED)


@dataclass(frozen=True, slots=True)
class NewName:
    """Something that the settings call otherwise now: what it is, as the record prints it, as the settings have it."""

    what: str
    was: str
    now: str

    @property
    def words(self) -> str:
        """In a sentence: "Name of the holder: A. Example becomes B. Example"."""
        return f"{self.what}: {self.was or 'nothing'} becomes {self.now or 'nothing'}"


def new_names(work: Work, record: Record, day: date) -> tuple[NewName, ...]:
    """Return what would change if a record took over what the settings say on a day; () for a published record."""
    office = office_on(work, day)
    return tuple(
        NewName(_WORDS[name], _in_words(getattr(record.office, name)), _in_words(getattr(office, name)))
        for name in _changed(work, record, office)
    )


def use_new_names(work: Work, record_id: str, day: date) -> Changes:
    """Let a record print what the settings have changed since it was made; what it has of its own stays.

    Raises:
        KeyError: there is no such record.
    """
    office = office_on(work, day)

    def change(record: Record) -> Record:
        taken: dict[str, Any] = {name: getattr(office, name) for name in _changed(work, record, office)}
        return replace(record, office=replace(record.office, **taken))

    return edit(work, record_id, "use new names", change)


def keep_old_names(work: Work, record_id: str, day: date) -> Changes:
    """Let a record print what it prints; it is offered again when the settings change again.

    Raises:
        KeyError: there is no such record.
    """
    work.records.get(record_id)
    remember_office(work, record_id, office_on(work, day))
    return Changes(record_id, places=("office",))


def remember_office(work: Work, record_id: str, office: Office) -> None:
    """Keep what the settings say while a record is made."""
    work.settings.set(_KEY + record_id, plain_titles(office))


def _changed(work: Work, record: Record, office: Office) -> tuple[str, ...]:
    """The fields that the settings have changed since, and that the record prints otherwise."""
    if record.state.status in _OVER or record.state.publication.confirmed_on is not None:
        return ()
    seen: Any = work.settings.get(_KEY + record.record_id)
    if not isinstance(seen, dict):
        # A record that came as a file: of this office's force, all that differs is news; of another's, nothing.
        seen = plain_titles(record.office) if record.office.force == office.force else plain_titles(office)
    now = plain_titles(office)
    return tuple(name for name in _WORDS if now[name] != seen.get(name) and getattr(record.office, name) != getattr(office, name))


def _in_words(value: str | tuple[JointBody, ...]) -> str:
    if isinstance(value, str):
        return value
    return in_a_row([each.body_title or each.force or each.holder or "a body without a title" for each in value])
