"""Who did an act and who entered it: "A. Example, Commissioner, signed off version 1.0", entered by A. Author (after publication).

The act on a record is that of whoever decided, signed or agreed. The list of recent activity knows who sat at the
computer; both are said, and neither is taken for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ..domain.corrections import is_frozen
from ..domain.dates import from_words, in_words
from ..domain.record import Record
from ..domain.response import CopyTo, Decision, DecisionKind, ResponseState
from ..domain.titles import chief_officer_title, possessive
from ..store.office import Act
from ..store.work import Work

_MOST_ACTS = 2000
_LIVE = "record that version {} was live on "
_TO = {CopyTo.INSPECTORS: "HM inspectors of constabulary", CopyTo.SECRETARY_OF_STATE: "the Secretary of State"}


@dataclass(frozen=True, slots=True)
class Done:
    """One act on a record.

    Attributes:
        on: its day, None where that is not known.
        words: who did what, as it was recorded.
        entered_by: who entered it at this computer, "" where that is not known or nobody else is named.
    """

    on: date | None
    words: str
    entered_by: str = ""


class _Act(IntEnum):
    """The acts on one version, in the order in which they follow each other."""

    BEGUN = 0
    AGREED = 1
    SIGNED = 2
    IN_SPITE = 3
    LIVE = 4
    COPIED = 5


_DECIDED = {
    DecisionKind.TEXT_AGREED: _Act.AGREED,
    DecisionKind.SIGNED_OFF: _Act.SIGNED,
    DecisionKind.PUBLISHED_WITH_EXCEPTION: _Act.IN_SPITE,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One act with what gives it its place; `near` is a day that it did not come before, for one whose own is not known."""

    done: Done
    version: str
    act: _Act
    near: date | None = None

    @property
    def day(self) -> date:
        return self.done.on or self.near or date.min


def signed_act(by: str, role: str, label: str) -> str:
    """Return the act of entering a sign-off, for the list of recent activity."""
    return f"record that {_named(by, role)} signed off version {label}"


def agreed_act(by: str, role: str) -> str:
    """Return the act of entering that somebody agreed the chief officer's text."""
    return f"record that {_named(by, role)} agreed the chief officer’s text"


def excepted_act(by: str, role: str) -> str:
    """Return the act of entering a decision to publish in spite of a rule."""
    return f"record that {_named(by, role)} decided to publish in spite of a rule"


def live_act(label: str, on: date) -> str:
    """Return the act of entering that a correction is live; the record itself keeps the day of the first version alone."""
    return f"{_LIVE.format(label)}{in_words(on)}"


def what_was_done(work: Work, record_id: str) -> tuple[Done, ...]:
    """Return what was done to publish a record and after, the newest first.

    Of one day, what belongs to the later version comes first, and of one version what follows: copies go out after it is live.

    Raises:
        KeyError: there is no such record.
    """
    record = work.records.get(record_id)
    acts = work.activity.list(record_id, _MOST_ACTS)
    lines = [*_decided(record, {each.what: each.who for each in acts}), *_out(record), *_corrections(record, acts)]
    versions = {each.version_label: number for number, each in enumerate(record.state.corrections, 1)}
    lines.reverse()
    lines.sort(key=lambda each: (each.day, versions.get(each.version, 0), each.act), reverse=True)
    return tuple(each.done for each in lines)


def live_since(work: Work, record_id: str) -> date | None:
    """Return on which day the version that a record prints was confirmed live; None while it is not, or where that is not known.

    Raises:
        KeyError: there is no such record.
    """
    state = work.records.get(record_id).state
    if not state.corrections:
        return state.publication.confirmed_on
    live = _live_act(work.activity.list(record_id, _MOST_ACTS), state.version_label)
    return _live_day(live) if live is not None and is_frozen(state) else None


def _named(by: str, role: str) -> str:
    return f"{by.strip()}, {role.strip()}," if role.strip() else by.strip()


def _decided(record: Record, entered: dict[str, str]) -> Iterator[_Line]:
    chief = possessive(chief_officer_title(record))
    for each in record.state.decisions:
        act, what = _act_of(each, chief)
        how = f", {each.how}" if each.how.strip() else ""
        reference = f" ({each.reference})" if each.reference.strip() else ""
        done = Done(each.on, f"{_named(each.by, each.role)} {what}{how}{reference}", entered.get(act, ""))
        yield _Line(done, each.version_label, _DECIDED[each.what])


def _act_of(decision: Decision, chief: str) -> tuple[str, str]:
    """The act as the activity keeps it, and in the words of a line."""
    by, role, label = decision.by, decision.role, decision.version_label
    if decision.what is DecisionKind.SIGNED_OFF:
        return signed_act(by, role, label), f"signed off version {label}"
    if decision.what is DecisionKind.TEXT_AGREED:
        return agreed_act(by, role), f"agreed the {chief} text"
    return excepted_act(by, role), f"decided to publish version {label} in spite of a rule: {decision.reason.rstrip('.')}"


def _out(record: Record) -> Iterator[_Line]:
    """When the first version was confirmed live, and the copies of all."""
    state = record.state
    if state.publication.confirmed_on is not None:
        label = _first_label(state)
        which = f"Version {label}" if label else "The first version"
        yield _Line(Done(state.publication.confirmed_on, f"{which} was confirmed live"), label, _Act.LIVE)
    for copy in state.copies:
        how = f", {copy.how}" if copy.how.strip() else ""
        words = f"A copy of version {copy.version_label} went to {_TO.get(copy.to, copy.name)}{how}"
        yield _Line(Done(copy.sent_on, words), copy.version_label, _Act.COPIED)


def _first_label(state: ResponseState) -> str:
    """The label of what was published before any correction; "" where nothing that was done then names it."""
    if not state.corrections:
        return state.version_label.strip()
    corrections = {each.version_label for each in state.corrections}
    named = [*(each.version_label for each in state.decisions), *(each.version_label for each in state.copies)]
    return next((each.strip() for each in reversed(named) if each not in corrections), "")


def _corrections(record: Record, acts: Sequence[Act]) -> Iterator[_Line]:
    """When each correction was started, and when it was confirmed live; the day of that stands among the acts alone."""
    state = record.state
    for each in state.corrections:
        label = each.version_label
        yield _Line(Done(each.on, f"Version {label} was started as a correction: {each.text}"), label, _Act.BEGUN)
        if label == state.version_label and not is_frozen(state):
            continue
        live, words = _live_act(acts, label), f"Version {label} was confirmed live"
        done = Done(_live_day(live), words, live.who) if live is not None else Done(None, words)
        known = [each.on, *(one.on for one in state.decisions if one.version_label == label)]
        yield _Line(done, label, _Act.LIVE, max((day for day in known if day), default=None))


def _live_act(acts: Sequence[Act], label: str) -> Act | None:
    """The last act, the newest first, by which a correction was confirmed live; None where it was entered on another computer."""
    return next((act for act in acts if act.what.startswith(_LIVE.format(label))), None)


def _live_day(act: Act) -> date | None:
    return from_words(act.what.rpartition(" on ")[2])
