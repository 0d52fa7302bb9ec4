"""Rules on what people did: the invitation, the agreed text, sign-off, comments still open (checks)."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.corrections import is_frozen
from ..domain.places import texts
from ..domain.record import Record
from ..domain.response import Capacity, ClockApplies, Correction, Decision, DecisionKind, InvitationOutcome
from ..domain.richtext import RichText, is_blank, paragraphs, plain_runs
from ..domain.titles import chief_officer_title, possessive
from .problem import Context, Problem, Severity

_ACT = "Police Act 1996, section 55"
_AGREED = "What is published was agreed"
_HAS_ANSWERED = (InvitationOutcome.RECEIVED, InvitationOutcome.DECLINED)


def chief_officer_not_invited(record: Record, context: Context) -> Iterator[Problem]:
    """No invitation to the chief officer, or one that sets no day for the reply (s.55(4))."""
    invitation = record.state.invitation
    if invitation.outcome in _HAS_ANSWERED or record.state.clock.applies in (ClockApplies.NO, ClockApplies.ELSEWHERE):
        return
    title = chief_officer_title(record)
    if invitation.sent_on is None:
        words, fix = (
            f"The {title} has not been invited to comment",
            "Send the invitation, and record the day it was sent and the day by which you ask for a reply.",
        )
    elif invitation.reply_by is None:
        words, fix = f"The invitation to the {title} sets no day for the reply", "Record the day by which you ask for comments."
    else:
        return
    yield Problem("chief_officer_not_invited", Severity.LAW, words, "record.invitation", fix=fix, source=f"{_ACT}(4)")


def agreed_text_changed(record: Record, context: Context) -> Iterator[Problem]:
    """The chief officer's words are not those that were agreed."""
    agreed = _last(record, DecisionKind.TEXT_AGREED)
    if agreed is None or not agreed.sha256 or context.hashes is None:
        return
    if not (context.hashes.is_agreed(record, agreed.sha256) or context.hashes.is_printed(record, agreed.sha256)):
        name = possessive(chief_officer_title(record))
        yield Problem(
            "agreed_text_changed",
            Severity.LAW,
            f"The {name} words are not those that were agreed",
            "sections.chief_officer_response",
            fix="Go back to the agreed words, or have the changed ones agreed.",
            source=f"{_ACT}(5)(b)",
        )


def section_empty(record: Record, context: Context) -> Iterator[Problem]:
    """No initial response; or an empty section of the chief officer's although comments were received, perhaps on findings alone."""
    if is_blank(record.sections.initial_response):
        yield Problem(
            "section_empty",
            Severity.LAW,
            "The initial response is empty",
            "sections.initial_response",
            fix="Write the comments on the report; they are what the Act asks to be published.",
            source=f"{_ACT}(5)(a)",
        )
    if record.state.invitation.outcome is InvitationOutcome.RECEIVED and is_blank(record.sections.chief_officer_response):
        on_findings = any(not is_blank(each.chief.text) for each in record.findings)
        yield Problem(
            "section_empty",
            Severity.LAW,
            f"The {possessive(chief_officer_title(record))} comments were received, but their section is empty",
            "sections.chief_officer_response",
            fix="If the only comments are those on each finding, write one sentence here that says so."
            if on_findings
            else "Put in the comments as they were received; they are published with the office’s own.",
            source=f"{_ACT}(5)(b)",
        )


def overall_comments_empty(record: Record, context: Context) -> Iterator[Problem]:
    """No overall comments."""
    if is_blank(record.sections.overall_comments):
        yield Problem(
            "overall_comments_empty",
            Severity.OFFICE_RULE,
            "The overall comments are empty",
            "sections.overall_comments",
            fix="Answer the chief officer’s comments, and say how progress will be followed.",
            source="Office rule: the record ends with the commissioner’s view; section 55(5)(c)",
        )


def clock_undecided(record: Record, context: Context) -> Iterator[Problem]:
    """Nobody has decided whether the 56 days apply."""
    if record.state.clock.applies is ClockApplies.UNDECIDED:
        yield Problem(
            "clock_undecided",
            Severity.LAW,
            "Nobody has decided whether the 56 days apply",
            "record.clock",
            fix="Decide under Inspection details, and give the reason if they do not.",
            source=f"{_ACT}(5A)",
        )


def signed_off_before_change(record: Record, context: Context) -> Iterator[Problem]:
    """The printed words of this version are no longer those that were signed off."""
    signed = _signed(record)
    if signed is None or not signed.sha256 or context.hashes is None or is_frozen(record.state):
        return
    if not context.hashes.is_printed(record, signed.sha256):
        yield Problem(
            "signed_off_before_change",
            Severity.OFFICE_RULE,
            f"Printed words have changed since {signed.by} signed off",
            "record.decisions",
            fix="Show the changes to whoever signs off, and have this text signed off.",
            source="Office rule: what is published is what was signed off",
        )


def version_reused(record: Record, context: Context) -> Iterator[Problem]:
    """A version label that stands for other words already: published ones, or those of an earlier correction."""
    state = record.state
    label = state.version_label.strip()
    labels = [each.version_label.strip() for each in state.corrections if each.version_label.strip()]
    for index, each in enumerate(labels):
        if each in labels[:index]:
            yield _reused(f"record.corrections[{index}].version_label", f"Two corrections are called version {each}")
    for index, correction in enumerate(state.corrections):
        if _was_published_before(record, correction):
            place = f"record.corrections[{index}].version_label"
            yield _reused(place, f"A correction is called version {correction.version_label.strip()}, but that one was already published")
    if label and label in labels[:-1] and labels[-1] != label:
        yield _reused("record.version_label", f"Version {label} has already been corrected, as version {labels[-1]}")
    signed = _signed(record)
    if signed is None or not signed.sha256 or context.hashes is None or not is_frozen(state):
        return
    if not context.hashes.is_printed(record, signed.sha256):
        yield _reused("record.version_label", f"Version {label} was published with different words")


def _was_published_before(record: Record, correction: Correction) -> bool:
    """Whether the label of a correction is that of the version which was signed off first, by the day on which the record went live."""
    live, label = record.state.publication.confirmed_on, correction.version_label.strip()
    first = next((each for each in record.state.decisions if each.what is DecisionKind.SIGNED_OFF), None)
    return bool(live and first and first.on and first.on <= live and label and first.version_label.strip() == label)


def _reused(place: str, words: str) -> Problem:
    fix = "Give the changed words a version of their own, such as 1.1, with a line that says what was corrected."
    return Problem("version_reused", Severity.WRONG, words, place, fix=fix, source="A reader has to tell versions apart")


def holder_changed(record: Record, context: Context) -> Iterator[Problem]:
    """Somebody signed off as the holder of the office, but the record names another name."""
    signed = _signed(record)
    holders = [record.office.holder, *(each.holder for each in record.office.joint_with)]
    if (
        signed is None
        or signed.capacity is not Capacity.HOLDER
        or not record.office.holder
        or any(_same(signed.by, name) for name in holders if name)
    ):
        return
    words = f"{signed.by} signed off as the holder of the office, but the record names {record.office.holder}"
    yield Problem(
        "holder_changed",
        Severity.WARNING,
        words,
        "office.holder",
        fix="Correct the name of the holder, or have the record signed off again.",
        source="Office-holders change within the 56 days",
    )


_STYLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "rt",
        "hon",
        "right",
        "honourable",
        "the",
        "lord",
        "lady",
        "baroness",
        "professor",
        "prof",
        "obe",
        "mbe",
        "cbe",
        "kpm",
        "qpm",
        "acting",
        "commissioner",
        "mayor",
        "pcc",
    ]
)


def _same(one: str, other: str) -> bool:
    """Whether two names can be one person's: "Ms A. Example" and "Anna Example"."""
    first, second = (
        [
            word
            for word in name.lower().replace(".", " ").replace(",", " ").replace("(", " ").replace(")", " ").split()
            if word not in _STYLES
        ]
        for name in (one, other)
    )
    return bool(first and second) and first[-1] == second[-1] and first[0][0] == second[0][0]


def comments_open(record: Record, context: Context) -> Iterator[Problem]:
    """A comment from review that nobody has resolved."""
    waiting = [each for each in record.state.comments if each.resolved_on is None] if context.final else []
    places = {each.place for each in waiting if each.quote.strip()}
    commented = {at.place: at.text for at in texts(record) if at.place in places} if places else {}
    for each in waiting:
        about = f"on “{_short(each.quote)}” " if each.quote.strip() else ""
        words = f"A comment {about}by {each.by or 'somebody'} is open"
        place = each.place or f"record.comments[{each.id}]"
        fix = "Answer it or act on it, then resolve it."
        where = _words_at(commented[each.place], each.quote) if each.place in commented else (None, None, None)
        yield Problem("comments_open", Severity.WRONG, words, place, *where, quote=each.quote, fix=fix, source=_AGREED)


def _words_at(text: RichText, quote: str) -> tuple[int | None, int | None, int | None]:
    """The paragraph and characters at which quoted words stand as they were, None of each where they do not."""
    for number, runs in enumerate(paragraphs(text), start=1):
        start = plain_runs(runs).find(quote)
        if start >= 0:
            return number, start, start + len(quote)
    return None, None, None


def suggestions_open(record: Record, context: Context) -> Iterator[Problem]:
    """A suggested change that is neither accepted nor rejected."""
    if not context.final:
        return
    for each in record.state.suggestions:
        if each.outcome is None:
            words = f"A change suggested by {each.by or 'somebody'} is open"
            place = each.place or f"record.suggestions[{each.id}]"
            yield Problem("suggestions_open", Severity.WRONG, words, place, fix="Accept or reject it.", source=_AGREED)


def _short(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= 40 else f"{shown[:39].rstrip()}…"


def _signed(record: Record) -> Decision | None:
    """The sign-off of the version that the record prints, the last of several."""
    found = [
        each for each in record.state.decisions if each.what is DecisionKind.SIGNED_OFF and each.version_label == record.state.version_label
    ]
    return found[-1] if found else None


def _last(record: Record, what: DecisionKind) -> Decision | None:
    found = [each for each in record.state.decisions if each.what is what]
    return found[-1] if found else None
