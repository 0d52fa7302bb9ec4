"""How far a finding is after publication: who says what, the target date as it stands, how far it slipped (after publication)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .finding import Finding, TargetMove, Update, UpdateBy, UpdateSays


def target_of(finding: Finding) -> date | None:
    """Return the date by which a finding is to be dealt with as it stands now: moved, else ours, else the force's."""
    if finding.target_history:
        return finding.target_history[-1].now
    ours = [each.target_on for each in finding.action if each.target_on]
    return max(ours) if ours else finding.chief.target_on


def moved_in_words(finding: Finding) -> str:
    """Return how often the target date was moved, such as "moved once"; "" where it was not."""
    count = len(finding.target_history)
    return ("", "moved once", "moved twice")[count] if count < 3 else f"moved {count} times"


def slipped_days(finding: Finding) -> int:
    """Return by how many days the target date has moved in all, 0 for none; a date brought forward counts below zero."""
    moves = [each for each in finding.target_history if each.was and each.now]
    return (moves[-1].now - moves[0].was).days if moves and moves[-1].now and moves[0].was else 0


def earlier_dates(moves: Iterable[TargetMove]) -> tuple[date, ...]:
    """Return every date that a target had before it came to stand where it stands now, the first one first; () where it never moved."""
    stood: list[date] = []
    for each in moves:
        stood += [day for day in (each.was, each.now) if day and day not in stood[-1:]]
    return tuple(stood[:-1])


def last_by_each(updates: Iterable[Update]) -> tuple[Update, ...]:
    """Return the newest update of each who says something, the newest first; of one day, the one written last."""
    newest: dict[UpdateBy, Update] = {}
    for each in updates:
        before = newest.get(each.by)
        if before is None or (each.on or date.min) >= (before.on or date.min):
            newest[each.by] = each
    return tuple(sorted(newest.values(), key=lambda each: each.on or date.min, reverse=True))


def last_update(finding: Finding) -> Update | None:
    """Return the newest update by its day, None where there is none; of one day, the one written last."""
    dated = [each for each in finding.updates if each.on]
    return max(reversed(dated), key=lambda each: each.on or date.min) if dated else None


_WHO = {UpdateBy.FORCE: "Force", UpdateBy.COMMISSIONER: "{body}", UpdateBy.INSPECTORS: "Inspectors"}
_SAYS = {
    UpdateSays.ON_TRACK: "on track",
    UpdateSays.DELAYED: "delayed",
    UpdateSays.DONE: "done",
    UpdateSays.SATISFIED: "satisfied",
    UpdateSays.NOT_SATISFIED: "not satisfied",
    UpdateSays.CLOSED: "closed",
}


def says_in_words(update: Update, body: str) -> str:
    """Return who says what, such as "Force says done" or "Commissioner satisfied"; `body` is the short name of ours."""
    who = _WHO[update.by].replace("{body}", body)
    if update.says is None:
        return who
    if update.says in (UpdateSays.SATISFIED, UpdateSays.NOT_SATISFIED):
        return f"{who} {_SAYS[update.says]}"
    return f"{who} {'say' if who.endswith('s') else 'says'} {_SAYS[update.says]}"


def state_in_words(finding: Finding, body: str) -> str:
    """Return how far a finding is, in a few words: closed, slipped, or who says what last; "No update yet" where nobody did."""
    if finding.closed is not None:
        return "Closed by the inspectors"
    last, slipped = last_update(finding), slipped_days(finding)
    if slipped > 0 and (last is None or last.says not in (UpdateSays.DONE, UpdateSays.SATISFIED)):
        return f"Slipped {slipped} day{'' if slipped == 1 else 's'}"
    if last is None:
        return "No update yet"
    if last.says is UpdateSays.CLOSED:
        return "Not closed by the inspectors"  # whoever says so: what closes a finding is their letter or report
    return says_in_words(last, body)
