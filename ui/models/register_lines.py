"""What the register says of one finding in words (register of findings)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from response_app.authoring.register import time_limit
from response_app.domain.dates import in_words
from response_app.domain.register import Entry, FindingState, Whose
from response_app.domain.titles import in_a_row

from ..widgets.basics import BadgeKind
from ..widgets.finding_labels import short_kind
from ..widgets.record_bar import short_day

DOT = " \u00b7 "
_STATES: dict[FindingState, BadgeKind] = {
    FindingState.ANSWERED: "green",
    FindingState.IN_DRAFT: "blue",
    FindingState.NOT_STARTED: "grey",
    FindingState.NOT_NEEDED: "grey",
    FindingState.CLOSED: "green",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of one row.

    Attributes:
        label: kind and number, such as "AFI 2".
        sentence: the finding in one sentence.
        title: of its inspection.
        published: when the report was published.
        made_to: to whom it is made.
        scope: the force or region that it concerns, "" where that is said already.
        limit: the inspectors' time limit.
        limit_ends: its last day, "" where there is none.
        target: the target date that counts, with whose it is where it is not the office's.
        standing: how many days are left or past of it, "" where nothing is due.
        standing_of: the same with whose date it is, for where the date does not stand beside it.
        standing_kind: the colour that goes with them.
        counted: what else is to be said of the date, such as the other one's target; "" for nothing.
        was: the date that the target had before it was moved to where it stands, "" where it never was.
        moved: every date that it had before; "" for none.
        state: how far the answer is.
        state_kind: the colour that goes with it.
        owner: who answers for it.
    """

    label: str
    sentence: str
    title: str
    published: str
    made_to: str
    scope: str
    limit: str
    limit_ends: str
    target: str
    standing: str
    standing_of: str
    standing_kind: BadgeKind
    counted: str
    was: str
    moved: str
    state: str
    state_kind: BadgeKind
    owner: str

    @property
    def below(self) -> tuple[str, ...]:
        """What stands under the days that are left: a date that was moved stands right below the one that it was moved to."""
        lines = (self.counted, self.was) if self.counted.startswith("Ours") else (self.was, self.counted)
        return tuple(each for each in lines if each)


def lines(entry: Entry, today: date) -> Lines:
    """Return the words of one row as they are on `today`."""
    addressed = ", ".join(entry.addressed_to)
    return Lines(
        label=f"{short_kind(entry.kind)} {entry.number}",
        sentence=" ".join(entry.sentence.split()) or "Not yet written",
        title=title_of(entry),
        published=f"published {in_words(entry.published_on)}" if entry.published_on else "no date of the report yet",
        made_to=addressed or entry.scope or "Not said",
        scope=entry.scope if addressed else "",
        limit=time_limit(entry) or "None",
        limit_ends=_limit_ends(entry, today),
        target=_target(entry),
        standing=entry.standing(today),
        standing_of=entry.standing_of(today),
        standing_kind="red" if entry.is_past(today) else "amber" if entry.is_due_soon(today) else "grey",
        counted=_counted(entry),
        was=f"Was {_bare_day(entry.earlier_targets[-1])}" if entry.earlier_targets else "",
        moved=_moved(entry),
        state=entry.state.value,
        state_kind=_STATES[entry.state],
        owner=owner_words(entry),
    )


def title_of(entry: Entry) -> str:
    """Return the title of the inspection on one line, or words for a record that has none yet."""
    return " ".join(entry.title.split()) or "Inspection without a title yet"


def owner_words(entry: Entry) -> str:
    """Return who answers for a finding: in the office, and with the force."""
    force = f"Force: {entry.chief_owner}" if entry.chief_owner else ""
    return DOT.join(each for each in (entry.own_owner, force) if each)


def _limit_ends(entry: Entry, today: date) -> str:
    if entry.limit_on is None:
        return ""
    return f"{'Ended' if entry.limit_on < today else 'Ends'} {_bare_day(entry.limit_on)}"


def _target(entry: Entry) -> str:
    """The day that counts comes first, since the days that are left or past stand below it."""
    if entry.own_target and entry.whose is not Whose.FORCE:
        return short_day(entry.own_target)
    return f"Force: {_bare_day(entry.chief_target)}" if entry.chief_target else "No target date"


def _counted(entry: Entry) -> str:
    """The other target date, or what counts where there is none."""
    if entry.chief_target and entry.own_target:
        is_forces = entry.whose is Whose.FORCE
        return f"Ours: {_bare_day(entry.own_target)}" if is_forces else f"Force: {_bare_day(entry.chief_target)}"
    if entry.chief_target:
        return "None of ours"
    return "By the time limit" if entry.own_target is None and entry.limit_on and entry.is_open else ""


def _moved(entry: Entry) -> str:
    whose = "Force\u2019s date moved" if entry.is_move_of_chief else "Moved"
    earlier = in_a_row([_bare_day(each) for each in entry.earlier_targets])
    return f"{whose} from {earlier}" if earlier else ""


def _bare_day(day: date) -> str:
    return short_day(day).split(" ", 1)[1]
