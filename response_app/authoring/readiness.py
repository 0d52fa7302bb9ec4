"""What a record needs before it can be published, line by line, from what the checks found (checks)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from ..checks import Problem
from ..domain.finding import FindingKind
from ..domain.publication_acts import agreed
from ..domain.record import Record
from ..domain.response import InvitationOutcome
from ..domain.selection import printed
from ..domain.titles import chief_officer_title
from .judging import Verdict


class Ready(Enum):
    """Whether something is as it must be; the value is its word."""

    YES = "Yes"
    NO = "No"
    NOT_ASKED = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that publication needs, in words, and whether it is there."""

    ready: Ready
    words: str


_DATE = ("publication_date_unconfirmed",)
_INVITED = ("chief_officer_not_invited", "agreed_text_changed")
_EXPLAINED = ("recommendation_unexplained", "not_applicable_unexplained")
_ANSWERED = ("afi_unanswered",)
_VERSION = ("version_missing", "version_reused")
_SIGNED = ("not_signed_off", "signed_off_before_change")
_NAMED = frozenset((*_DATE, *_INVITED, *_EXPLAINED, *_ANSWERED, *_VERSION, *_SIGNED))
_CAUSES = (FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN)
_OUTCOMES = {
    InvitationOutcome.AWAITED: "the reply is awaited",
    InvitationOutcome.DECLINED: "declined to comment",
    InvitationOutcome.NONE_BY_DATE: "no comments by the date set",
}


def readiness(record: Record, verdict: Verdict, off: Collection[str]) -> tuple[Line, ...]:
    """Return what the final needs, in the order of the story; `off` are the office's own rules that it has switched off."""
    return tuple(_lines(record, verdict, frozenset(off)))


def _lines(record: Record, verdict: Verdict, off: frozenset[str]) -> Iterator[Line]:
    found = {each.code for each in verdict.stopping}
    dated = record.inspection.published_on is not None and not found.intersection(_DATE)
    yield Line(_yes(dated), "Publication date of the report confirmed")
    yield Line(_yes(_is_invited(record, found)), _invitation(record, found))
    yield _counted(record, verdict, off, _EXPLAINED, "Recommendations explained", (FindingKind.RECOMMENDATION,))
    yield _counted(record, verdict, off, _ANSWERED, "Areas for improvement answered", (FindingKind.AREA_FOR_IMPROVEMENT,))
    if printed(record, *_CAUSES):
        yield _counted(record, verdict, off, _ANSWERED, "Causes of concern answered", _CAUSES)
    label = record.state.version_label.strip()
    yield Line(_yes(not found.intersection(_VERSION)), f"Version {label}".strip())
    yield _signed_off(record, found, off)
    others = [each for each in verdict.stopping if each.code not in _NAMED and each.place != "inspection.published_on"]
    if others:
        yield Line(Ready.NO, f"Nothing else stops it: {'1 problem' if len(others) == 1 else f'{len(others):,} problems'} left")
    if verdict.passed:
        count = len(verdict.passed)
        yield Line(Ready.YES, f"Published in spite of {'1 rule' if count == 1 else f'{count:,} rules'}, as decided")


def _is_invited(record: Record, found: set[str]) -> bool:
    awaited = record.state.invitation.outcome is InvitationOutcome.AWAITED
    return not awaited and not found.intersection(_INVITED)


def _invitation(record: Record, found: set[str]) -> str:
    invitation, title = record.state.invitation, chief_officer_title(record)
    if "chief_officer_not_invited" in found:
        return f"{title} invited to comment"
    if invitation.outcome is not InvitationOutcome.RECEIVED:
        return f"{title} invited; {_OUTCOMES[invitation.outcome]}"
    if "agreed_text_changed" in found:
        return f"{title} invited; the agreed comments have changed since"
    return f"{title} invited; comments received{' and agreed' if agreed(record.state) else ''}"


def _counted(
    record: Record, verdict: Verdict, off: frozenset[str], codes: tuple[str, ...], words: str, kinds: tuple[FindingKind, ...]
) -> Line:
    wanted = printed(record, *kinds)
    ids = {f"findings[{each.id}]" for each in wanted}
    of_explaining = codes == _EXPLAINED
    missing = {_finding(each) for each in verdict.stopping if each.code in codes and (of_explaining or _finding(each) in ids)}
    count = len(ids | missing if of_explaining else ids)
    if not count:
        return Line(Ready.NOT_ASKED, f"{words}: none made")
    if off.issuperset(codes):
        return Line(Ready.NOT_ASKED, f"{words}: your office does not ask for it")
    return Line(_yes(not missing), f"{words}: {count - len(missing):,} of {count:,}")


def _finding(problem: Problem) -> str:
    return problem.place.partition("]")[0] + "]"


def _signed_off(record: Record, found: set[str], off: frozenset[str]) -> Line:
    if "signed_off_before_change" in found:
        return Line(Ready.NO, "Signed off: words have changed since")
    if "not_signed_off" in off:
        return Line(Ready.NOT_ASKED, "Signed off: your office does not ask for it")
    return Line(_yes("not_signed_off" not in found), "Signed off")


def _yes(is_so: bool) -> Ready:
    return Ready.YES if is_so else Ready.NO
