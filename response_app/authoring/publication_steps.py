"""The steps from a written record to a published one: what is known of each, in words, and which comes next (record out)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..checks import Problem, Severity
from ..domain.corrections import is_being_corrected
from ..domain.dates import in_words
from ..domain.inspection import InspectionKind
from ..domain.record import Record
from ..domain.response import Capacity, CopyTo, Decision, DecisionKind, InvitationOutcome
from ..domain.titles import chief_officer_title, possessive
from .judging import Verdict, judge
from .looked_at import PROMINENT
from .signed_words import changed_since, signed_decision

OF_SIGN_OFF = frozenset({"not_signed_off", "signed_off_before_change", "agreed_text_changed"})
"""What has a step of its own, so that it is not counted under Check."""
_MOST_CHANGES = 4


class StepKey(StrEnum):
    """The steps in their order."""

    CHECK = "check"
    AGREED = "agreed"
    SIGNED = "signed"
    FILES = "files"
    GIVEN = "given"
    LIVE = "live"
    COPIES = "copies"
    PROMINENT = "prominent"


class Standing(StrEnum):
    """How far a step is."""

    DONE = "done"
    TO_DO = "to do"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Judged:
    """What takes a while to find out of a record, for `steps`.

    Attributes:
        verdict: of the checks for the final.
        changed: what has changed in print since the sign-off, in words; () where nothing has.
    """

    verdict: Verdict
    changed: tuple[str, ...] = ()

    @property
    def stopping(self) -> tuple[Problem, ...]:
        """What stops publication and has no step of its own."""
        return tuple(each for each in self.verdict.stopping if each.code not in OF_SIGN_OFF)

    @property
    def agreed_changed(self) -> bool:
        """Whether the chief officer's words are no longer those that were agreed."""
        return any(each.code == "agreed_text_changed" for each in self.verdict.stopping)


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        key: which.
        title: its number and name.
        words: what is known of it.
        standing: how far it is.
        status: the same in a word or two.
        is_next: whether it is what to do next.
    """

    key: StepKey
    title: str
    words: str
    standing: Standing
    status: str
    is_next: bool = False


def find_out(record: Record, today: date, off: Collection[str], read: Callable[[str], bytes]) -> Judged:
    """Return what the checks say of a record and what has changed since it was signed off; any thread may do this."""
    signed = signed_decision(record)
    return Judged(judge(record, final=True, today=today, off=off), changed_since(record, signed, read) if signed else ())


def steps(record: Record, judged: Judged, looked: Collection[str]) -> tuple[Step, ...]:
    """Return the steps of a record; the first that is not done is next.

    Args:
        record: as it stands.
        judged: what was found out of it.
        looked: what was said to be done, as `looked_at` keeps it.
    """
    made = [
        _check(judged),
        _agreed(record, judged),
        _signed(record, judged),
        _files(record),
        _given(record),
        _live(record),
        _copies(record),
    ]
    if record.inspection.kind is InspectionKind.PEEL:
        made.append(_prominent(looked))
    following = next((each.key for each in made if each.standing is not Standing.DONE), None)
    return tuple(
        Step(each.key, f"{number}. {each.title}", each.words, each.standing, each.status, each.key is following)
        for number, each in enumerate(made, 1)
    )


def _step(key: StepKey, title: str, words: str, done: bool, status: str = "", stopped: bool = False) -> Step:
    standing = Standing.DONE if done else Standing.STOPPED if stopped else Standing.TO_DO
    return Step(key, title, words, standing, status or "Not done")


def _check(judged: Judged) -> Step:
    severities = [each.severity for each in judged.verdict.problems]
    left = [_count(severities.count(Severity.WARNING), "warning"), _count(severities.count(Severity.HINT), "hint")]
    rest = " and ".join(each for each in left if each)
    passed = len(judged.verdict.passed)
    more = [f"{rest[0].upper()}{rest[1:]} left." if rest else "", f"{_count(passed, 'problem')} passed by a decision." if passed else ""]
    count = len(judged.stopping)
    words = f"{_count(count, 'problem')} stop{'s' if count == 1 else ''} publication." if count else "Nothing stops publication."
    status = f"{count} to put right" if count else "Ready"
    return _step(StepKey.CHECK, "Check", " ".join(each for each in (words, *more) if each), not count, status, bool(count))


def _agreed(record: Record, judged: Judged) -> Step:
    chief, invitation = possessive(chief_officer_title(record)), record.state.invitation
    title = f"{chief} text agreed"
    if invitation.outcome in (InvitationOutcome.DECLINED, InvitationOutcome.NONE_BY_DATE):
        declined = invitation.outcome is InvitationOutcome.DECLINED
        return _step(StepKey.AGREED, title, "They declined to comment." if declined else "No comments were received.", True, "Not needed")
    if invitation.outcome is InvitationOutcome.AWAITED:
        return _step(StepKey.AGREED, title, "The comments are still awaited; inspection details keep what came of the invitation.", False)
    agreed = last_decision(record, DecisionKind.TEXT_AGREED)
    if agreed is None:
        return _step(StepKey.AGREED, title, "Nobody has agreed yet that the words stand here as they are to be published.", False)
    if judged.agreed_changed:
        words = f"The words have changed since they were agreed {_by(agreed)}."
        return _step(StepKey.AGREED, title, words, False, "Changed since", True)
    return _step(StepKey.AGREED, title, f"Agreed {_by(agreed)}.", True, "Agreed")


def _signed(record: Record, judged: Judged) -> Step:
    label = record.state.version_label
    decision = signed_decision(record)
    if decision is None:
        version = f"Version {label} is not signed off yet." if label.strip() else "The record has no version yet."
        return _step(StepKey.SIGNED, "Sign-off", version, False)
    if judged.changed:
        shown = "; ".join(judged.changed[:_MOST_CHANGES])
        more = len(judged.changed) - _MOST_CHANGES
        rest = f"; and {more} more" if more > 0 else ""
        words = f"Signed off {_by(decision)}. Changed since: {shown}{rest}."
        return _step(StepKey.SIGNED, "Sign-off", words, False, "Changed since", True)
    return _step(StepKey.SIGNED, "Sign-off", f"Version {label}, {_by(decision)}.", True, "Signed off")


def _files(record: Record) -> Step:
    files = record.state.publication.files
    what = "Web page, page for the website’s editor, PDF, Word, plain text, two letters and a list of checksums, in one folder."
    words = f"Made: {', '.join(each.name for each in files)}." if files else what
    return _step(StepKey.FILES, "Make the files", words, bool(files), "Made" if files else "")


def _given(record: Record) -> Step:
    given = record.state.publication.given_on
    words = f"Given on {in_words(given)}." if given else "With the suggested title, summary and words of the links."
    return _step(StepKey.GIVEN, "Give them to the web team", words, given is not None, "Given" if given else "")


def _live(record: Record) -> Step:
    publication, label = record.state.publication, record.state.version_label
    if is_being_corrected(record.state):
        title = f"Confirm that version {label} is live"
        return _step(StepKey.LIVE, title, "The clock stopped with the first version; this says that the correction is out.", False)
    title, live = "Confirm that it is live", publication.confirmed_on
    where = f" at {publication.address}" if publication.address else ""
    words = f"Live since {in_words(live)}{where}." if live else "The day on which it was published stops the clock (section 55(5A))."
    return _step(StepKey.LIVE, title, words, live is not None, "Live" if live else "")


def _copies(record: Record) -> Step:
    sent = {each.to for each in record.state.copies if each.version_label == record.state.version_label and each.sent_on}
    count = len(sent & {CopyTo.INSPECTORS, CopyTo.SECRETARY_OF_STATE})
    words = "HM inspectors of constabulary and the Secretary of State (section 55(6)). The letters are in the folder."
    return _step(StepKey.COPIES, "Send the copies", words, count == 2, f"{count} of 2 sent")


def _prominent(looked: Collection[str]) -> Step:
    words = (
        "A PEEL report: its summary has to stand in a prominent place on the website "
        "(Specified Information Order 2011 as amended, paragraph 7B)."
    )
    done = PROMINENT in looked
    return _step(StepKey.PROMINENT, "Show the report’s summary prominently", words, done, "Done" if done else "")


def last_decision(record: Record, what: DecisionKind) -> Decision | None:
    """Return the last decision of a kind, None without one."""
    return next((each for each in reversed(record.state.decisions) if each.what is what), None)


_CAPACITIES = {Capacity.HOLDER: "in person", Capacity.DEPUTY: "as deputy", Capacity.ACTING: "acting", Capacity.DELEGATED: "by delegation"}


def _by(decision: Decision) -> str:
    """Return "by A. Example, Commissioner, in person, on 1 July 2024, by e-mail (Decision 14)"."""
    capacity = _CAPACITIES[decision.capacity] if decision.capacity and decision.what is DecisionKind.SIGNED_OFF else ""
    facts = [decision.by, decision.role, capacity, f"on {in_words(decision.on)}" if decision.on else "", decision.how]
    reference = f" ({decision.reference})" if decision.reference else ""
    return f"by {', '.join(each for each in facts if each)}{reference}"


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}" if number else ""
