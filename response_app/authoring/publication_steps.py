"""The steps from a written record to a published one: what is known of each, in words, and which comes next (record out)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..checks import Problem, Severity
from ..domain.corrections import is_being_corrected, is_frozen
from ..domain.dates import in_words
from ..domain.inspection import InspectionKind
from ..domain.publication_acts import MUST_HAVE_COPY, Act, Agreed, acts_left_of, agreed, copies_missing
from ..domain.record import Record
from ..domain.response import Capacity, Decision, InvitationOutcome
from ..domain.task_list import stops_in_words
from ..domain.titles import chief_officer_title, possessive
from .judging import Verdict, judge
from .looked_at import PROMINENT
from .signed_words import changed_since, signed_decision

OF_SIGN_OFF = frozenset({"not_signed_off", "signed_off_before_change", "agreed_text_changed"})
"""What has a step of its own, by which it is put right."""
_MOST_CHANGES = 4
_ASKED = "not_signed_off"


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
        sign_off_asked: whether the office asks for a sign-off at all.
    """

    verdict: Verdict
    changed: tuple[str, ...] = ()
    sign_off_asked: bool = True

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
    return with_changes(record, judge(record, final=True, today=today, off=off), off, read)


def with_changes(record: Record, verdict: Verdict, off: Collection[str], read: Callable[[str], bytes]) -> Judged:
    """Return the verdict of the checks with what has changed since a record was signed off; any thread may do this."""
    signed = signed_decision(record)
    return Judged(verdict, changed_since(record, signed, read) if signed else (), _ASKED not in off)


_STEP_OF = {
    Act.SIGN: StepKey.SIGNED,
    Act.MAKE: StepKey.FILES,
    Act.GIVE: StepKey.GIVEN,
    Act.CONFIRM: StepKey.LIVE,
    Act.COPIES: StepKey.COPIES,
    Act.PROMINENT: StepKey.PROMINENT,
}
_BEFORE_LIVE = (StepKey.AGREED, StepKey.SIGNED, StepKey.FILES, StepKey.GIVEN)


def steps(record: Record, judged: Judged, looked: Collection[str]) -> tuple[Step, ...]:
    """Return the steps of a record; which is next is what Home and the task list say as well.

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
    following = _following(record, judged, looked, made)
    return tuple(_numbered(number, each, record, following) for number, each in enumerate(made, 1))


def _following(record: Record, judged: Judged, looked: Collection[str], made: list[Step]) -> StepKey | None:
    """What comes next: to put right what stops it, the agreed text before the sign-off, then the acts in their order."""
    beside = [act for act, known in ((Act.PROMINENT, PROMINENT in looked), (Act.SIGN, not judged.sign_off_asked)) if known]
    left = acts_left_of(record, beside)
    if Act.CONFIRM in left:
        if judged.stopping:
            return StepKey.CHECK
        standing = {each.key: each.standing for each in made}
        if standing[StepKey.AGREED] is Standing.STOPPED or (Act.SIGN in left and standing[StepKey.AGREED] is not Standing.DONE):
            return StepKey.AGREED
        if standing[StepKey.SIGNED] is Standing.STOPPED:
            return StepKey.SIGNED
    return _STEP_OF[left[0]] if left else None


def _numbered(number: int, step: Step, record: Record, following: StepKey | None) -> Step:
    """A step with its number; one that led to a page that is out, and was not kept here, is not asked for again."""
    passed = step.key in _BEFORE_LIVE and step.standing is Standing.TO_DO and is_frozen(record.state)
    status = "Not recorded" if passed else step.status
    return Step(step.key, f"{number}. {step.title}", step.words, step.standing, status, step.key is following)


def _step(key: StepKey, title: str, words: str, done: bool, status: str = "", stopped: bool = False) -> Step:
    standing = Standing.DONE if done else Standing.STOPPED if stopped else Standing.TO_DO
    return Step(key, title, words, standing, status or "Not done")


def _check(judged: Judged) -> Step:
    severities = [each.severity for each in judged.verdict.problems]
    left = [_count(severities.count(Severity.WARNING), "warning"), _count(severities.count(Severity.HINT), "hint")]
    rest = " and ".join(each for each in left if each)
    passed = len(judged.verdict.passed)
    more = [f"{rest[0].upper()}{rest[1:]} left." if rest else "", f"{_count(passed, 'problem')} passed by a decision." if passed else ""]
    words = f"{stops_in_words(len(judged.verdict.stopping))}{_by_a_step(judged)}."
    own, by = len(judged.stopping), _own_steps(judged)
    status = f"{own} to put right" if own else f"See {by}" if by else "Ready"
    all_words = " ".join(each for each in (words, *more) if each)
    return _step(StepKey.CHECK, "Check", all_words, not judged.verdict.stopping, status, bool(own))


def _by_a_step(judged: Judged) -> str:
    """Which steps put right what stops publication, after the words that say how much does; "" where none does."""
    by, count = _own_steps(judged), len(judged.verdict.stopping) - len(judged.stopping)
    what = f"{count} of them" if judged.stopping else "it" if count == 1 else "them"
    return f"; {by} {'put' if by.startswith('steps') else 'puts'} {what} right" if by else ""


def _own_steps(judged: Judged) -> str:
    """Return "step 3" or "steps 2 and 3": where what stops publication has a step of its own; "" where nothing has."""
    found = {each.code for each in judged.verdict.stopping if each.code in OF_SIGN_OFF}
    numbers = sorted({"2" if each == "agreed_text_changed" else "3" for each in found})
    return f"step{'s' if len(numbers) > 1 else ''} {' and '.join(numbers)}" if numbers else ""


def _agreed(record: Record, judged: Judged) -> Step:
    chief, invitation = possessive(chief_officer_title(record)), record.state.invitation
    title = f"Have the {chief} text agreed"
    if invitation.outcome in (InvitationOutcome.DECLINED, InvitationOutcome.NONE_BY_DATE):
        declined = invitation.outcome is InvitationOutcome.DECLINED
        return _step(StepKey.AGREED, title, "They declined to comment." if declined else "No comments were received.", True, "Not needed")
    if invitation.outcome is InvitationOutcome.AWAITED:
        words = "The comments are still awaited. Record the outcome of the invitation under Inspection details."
        return _step(StepKey.AGREED, title, words, False)
    known = agreed(record.state)
    if known is None:
        return _step(StepKey.AGREED, title, "Nobody has agreed yet that these are the words to publish.", False)
    if judged.agreed_changed:
        words = f"The words have changed since they were agreed {_agreed_by(known)}."
        return _step(StepKey.AGREED, title, words, False, "Changed since", True)
    return _step(StepKey.AGREED, title, f"Agreed {_agreed_by(known)}.", True, "Agreed")


def _agreed_by(known: Agreed) -> str:
    if known.decision is not None:
        return _by(known.decision)
    facts = [f"by {known.by}" if known.by else "", f"on {in_words(known.on)}" if known.on else ""]
    return f"{', '.join(each for each in facts if each)}, as Inspection details say"


def _signed(record: Record, judged: Judged) -> Step:
    label = record.state.version_label
    decision = signed_decision(record)
    if decision is None and not judged.sign_off_asked:
        return _step(StepKey.SIGNED, Act.SIGN, "Your office does not ask for a sign-off.", True, "Not needed")
    if decision is None:
        none = "The record has no version yet. Give it one under Inspection details."
        return _step(StepKey.SIGNED, Act.SIGN, f"Version {label} is not signed off yet." if label.strip() else none, False)
    if judged.changed:
        shown = "; ".join(judged.changed[:_MOST_CHANGES])
        more = len(judged.changed) - _MOST_CHANGES
        rest = f"; and {more} more" if more > 0 else ""
        words = f"Signed off {_by(decision)}. Changed since: {shown}{rest}."
        return _step(StepKey.SIGNED, Act.SIGN, words, False, "Changed since", True)
    return _step(StepKey.SIGNED, Act.SIGN, f"Version {label}, {_by(decision)}.", True, "Signed off")


def _files(record: Record) -> Step:
    files = record.state.publication.files
    what = "Web page, page for the website’s editor, PDF, Word, plain text, two letters and a list of checksums, in one folder."
    words = f"Made: {', '.join(each.name for each in files)}." if files else what
    return _step(StepKey.FILES, Act.MAKE, words, bool(files), "Made" if files else "")


def _given(record: Record) -> Step:
    given = record.state.publication.given_on
    words = f"Given on {in_words(given)}." if given else "A suggested title, summary and words for the links go with them."
    return _step(StepKey.GIVEN, Act.GIVE, words, given is not None, "Given" if given else "")


def _live(record: Record) -> Step:
    publication, label = record.state.publication, record.state.version_label
    if is_being_corrected(record.state):
        words = f"Version {label} is not confirmed yet. The clock stopped with the first version."
        return _step(StepKey.LIVE, Act.CONFIRM, words, False)
    live = publication.confirmed_on
    where = f" at {publication.address}" if publication.address else ""
    words = f"Live since {in_words(live)}{where}." if live else "The day on which it was published stops the clock (section 55(5A))."
    return _step(StepKey.LIVE, Act.CONFIRM, words, live is not None, "Live" if live else "")


def _copies(record: Record) -> Step:
    missing = copies_missing(record.state)
    to = " and ".join(MUST_HAVE_COPY[each] for each in missing or MUST_HAVE_COPY)
    words = f"{'Still to be sent to' if missing else 'Sent to'} {to} (section 55(6))."
    return _step(StepKey.COPIES, Act.COPIES, words, not missing, f"{len(MUST_HAVE_COPY) - len(missing)} of {len(MUST_HAVE_COPY)} sent")


def _prominent(looked: Collection[str]) -> Step:
    words = (
        "A PEEL report: its summary has to be shown in a prominent place on the website "
        "(Specified Information Order 2011 as amended, paragraph 7B)."
    )
    done = PROMINENT in looked
    return _step(StepKey.PROMINENT, Act.PROMINENT, words, done, "Done" if done else "")


CAPACITIES = {Capacity.HOLDER: "in person", Capacity.DEPUTY: "as deputy", Capacity.ACTING: "acting", Capacity.DELEGATED: "by delegation"}
"""In what capacity somebody decided, in a sentence."""


def _by(decision: Decision) -> str:
    """Return "by A. Example, Commissioner, in person, on 1 July 2024, by e-mail (Decision 14)"."""
    capacity = CAPACITIES[decision.capacity] if decision.capacity else ""
    facts = [decision.by, decision.role, capacity, f"on {in_words(decision.on)}" if decision.on else "", decision.how]
    reference = f" ({decision.reference})" if decision.reference else ""
    return f"by {', '.join(each for each in facts if each)}{reference}"


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}" if number else ""
