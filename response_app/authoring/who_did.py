"""Who did an act and who entered it: "A. Example, Commissioner, signed off version 1.0", entered by A. Author (after publication).

The act on a record is that of whoever decided, signed or agreed. The list of recent activity knows who sat at the
computer; both are said, and neither is taken for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..domain.corrections import is_being_corrected
from ..domain.dates import from_words, in_words
from ..domain.record import Record
from ..domain.response import CopyTo, Decision, DecisionKind
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
    """Return what was done to publish a record and after, the newest first; of one day, what was entered last.

    Raises:
        KeyError: there is no such record.
    """
    record = work.records.get(record_id)
    acts = work.activity.list(record_id, _MOST_ACTS)
    lines = [*_decided(record, {each.what: each.who for each in acts}), *_out(record), *_corrections(record, acts)]
    lines.reverse()
    return tuple(sorted(lines, key=lambda each: each.on or date.min, reverse=True))


def _named(by: str, role: str) -> str:
    return f"{by.strip()}, {role.strip()}," if role.strip() else by.strip()


def _decided(record: Record, entered: dict[str, str]) -> Iterator[Done]:
    chief = possessive(chief_officer_title(record))
    for each in record.state.decisions:
        act, what = _act_of(each, chief)
        how = f", {each.how}" if each.how.strip() else ""
        reference = f" ({each.reference})" if each.reference.strip() else ""
        yield Done(each.on, f"{_named(each.by, each.role)} {what}{how}{reference}", entered.get(act, ""))


def _act_of(decision: Decision, chief: str) -> tuple[str, str]:
    """The act as the activity keeps it, and in the words of a line."""
    by, role, label = decision.by, decision.role, decision.version_label
    if decision.what is DecisionKind.SIGNED_OFF:
        return signed_act(by, role, label), f"signed off version {label}"
    if decision.what is DecisionKind.TEXT_AGREED:
        return agreed_act(by, role), f"agreed the {chief} text"
    return excepted_act(by, role), f"decided to publish version {label} in spite of a rule: {decision.reason.rstrip('.')}"


def _out(record: Record) -> Iterator[Done]:
    state = record.state
    first = state.corrections[0].version_label if state.corrections else ""
    if state.publication.confirmed_on is not None:
        which = "The first version" if first else f"Version {state.version_label}".strip()
        yield Done(state.publication.confirmed_on, f"{which} was confirmed live")
    for copy in state.copies:
        how = f", {copy.how}" if copy.how.strip() else ""
        yield Done(copy.sent_on, f"A copy of version {copy.version_label} went to {_TO.get(copy.to, copy.name)}{how}")


def _corrections(record: Record, acts: Sequence[Act]) -> Iterator[Done]:
    """When each correction was started, and when it was confirmed live as far as the acts, the newest first, say it."""
    state = record.state
    for each in state.corrections:
        label, live = each.version_label, _LIVE.format(each.version_label)
        yield Done(each.on, f"Version {label} was started as a correction: {each.text}")
        is_out = label != state.version_label or not is_being_corrected(state)
        act = next((act for act in acts if act.what.startswith(live)), None) if is_out else None
        if act is not None:
            yield Done(from_words(act.what.removeprefix(live)), f"Version {label} was confirmed live", act.who)
