"""What a register says of one finding, line by line, in every form in which it goes out (register of findings)."""

from __future__ import annotations

from datetime import date

from ..domain.dates import in_words
from ..domain.finding import ActionKind
from ..domain.progress import says_in_words
from ..domain.register import Entry, FindingState
from ..domain.register_counts import Counts
from ..domain.response import Decision
from ..domain.titles import in_a_row
from .findings import time_limit as limit_in_words

_STATES = {
    FindingState.ANSWERED: "Answered together with others",
    FindingState.IN_DRAFT: "Answer in draft",
    FindingState.NOT_STARTED: "Not answered yet",
    FindingState.NOT_NEEDED: "No answer needed",
    FindingState.CLOSED: "",
}
_COUNTED = {
    FindingState.ANSWERED: "Open, answered",
    FindingState.IN_DRAFT: "Open, answer in draft",
    FindingState.NOT_STARTED: "Open, not answered yet",
    FindingState.NOT_NEEDED: "No answer needed",
    FindingState.CLOSED: "Closed by the inspectors",
}
_RULES = {
    "recommendation_unexplained": "a recommendation with neither an action nor a reason, section 55(5B)",
    "not_applicable_unexplained": "a finding said not to apply, without a reason",
    "chief_officer_not_invited": "the chief officer not invited to comment, section 55(4)",
    "agreed_text_changed": "the chief officer\u2019s text changed after it was agreed",
    "section_empty": "an empty section",
    "clock_undecided": "not decided whether the 56 days apply",
    "afi_unanswered": "an area for improvement or cause of concern without an answer",
    "not_signed_off": "no sign-off",
    "signed_off_before_change": "words changed after the sign-off",
    "overall_comments_empty": "no overall comments",
}


def time_limit(entry: Entry) -> str:
    """Return the time limit in the inspectors' words, else in ours, with a capital letter; "" for none."""
    words = limit_in_words(entry.limit)
    return words[:1].upper() + words[1:]


def answer_lines(entry: Entry) -> list[str]:
    """Return what the office answers (s.55(5B)): the action taken or proposed, none, or how far the answer is."""
    if entry.state not in (FindingState.ANSWERED, FindingState.CLOSED) or not entry.actions:
        return [_STATES[entry.state]] if _STATES[entry.state] else []
    done = [each.value for each in entry.actions if each is not ActionKind.NONE]
    return [f"Action {in_a_row(done)}" if done else "No action, with the reason"]


def owner_lines(entry: Entry) -> list[str]:
    """Return who answers for it: in the office, and with the force."""
    lines = (("Owner", entry.own_owner), ("Owner in the force", entry.chief_owner))
    return [f"{who}: {' '.join(name.split())}" for who, name in lines if name.strip()]


def target_lines(entry: Entry) -> list[str]:
    """Return the target dates as they stand, each with every date that it had before, the newest first."""
    own, chief = entry.own_target, entry.chief_target
    lines: list[str] = []
    if own:
        lines.append(in_words(own))
    if entry.moves and not entry.is_move_of_chief:
        lines += _moved(entry, "" if own else "Target date was")
    if chief:
        lines += ["The force\u2019s:", in_words(chief)]
    if entry.is_move_of_chief:
        lines += _moved(entry, "")
    if not lines and entry.is_open:
        lines += ["None set; the time limit ends", in_words(entry.limit_on)] if entry.limit_on else ["None set"]
    return lines


def _moved(entry: Entry, before: str) -> list[str]:
    """The earlier dates, the newest first; `before` for a date that is no longer to be kept."""
    earlier = [in_words(each) for each in reversed(entry.earlier_targets)]
    last = next((each.now for each in reversed(entry.moves) if each.now), None)
    lines = [before, in_words(last)] if before and last else []
    return [*lines, "moved from", *earlier] if earlier else lines


def progress(entry: Entry) -> list[tuple[str, str]]:
    """Return the closing by the inspectors, and what was said last by each who reports progress: words, and their day, or ""."""
    lines: list[tuple[str, str]] = []
    if entry.closed is not None:
        day_and_source = ": ".join(each for each in (_day(entry.closed.on), entry.closed.source) if each)
        lines.append(("Closed by the inspectors", day_and_source))
    lines += [(says_in_words(each, entry.body), _day(each.on)) for each in entry.said]
    return lines or ([("No update yet", "")] if entry.is_open else [])


def in_groups(made: Counts) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Return the counts beside those of each kind: the name of a group with its lines, whose words can stand alone."""
    answers = tuple((_COUNTED[state], number) for state, number in made.states)
    dates = tuple((f"Open, {words[0].lower()}{words[1:]}", number) for words, number in made.dates)
    times = "once" if made.moves == 1 else "twice" if made.moves == 2 else f"{made.moves:,} times"
    moves = ((f"Target date moved{f' ({times} in all)' if made.moves else ''}", made.moved),)
    return ("How far the answers are", answers), ("Dates of the open findings", dates), ("Moved target dates", moves)


def exception_line(decision: Decision) -> str:
    """Return a decision to publish in spite of a rule: which, who decided, when, why."""
    rules = "; ".join(_RULES.get(code, code) for code in decision.codes)
    who = f"{decision.by}{f' ({decision.role})' if decision.role else ''}{_on(decision.on)}"
    version = f"Version {decision.version_label} was published" if decision.version_label else "Published"
    return f"{version} in spite of a rule{f' ({rules})' if rules else ''}, decided by {who}: {decision.reason}"


def _day(day: date | None) -> str:
    return in_words(day) if day else ""


def _on(day: date | None) -> str:
    return f" on {in_words(day)}" if day else ""
