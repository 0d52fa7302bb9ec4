"""The task list of a record: what there is to do, how far it is, and what comes next (task list).

A part is complete when its author says so, or when it was signed off; acts, such as the invitation, are complete when
they have happened. The parts can be worked on in any order, so "Cannot start yet" stands only where there is nothing to work on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .answering import answering, count
from .block_memory import BlockMemory
from .dates import in_words
from .fields import fill
from .finding import FindingKind
from .inspection import Inspection
from .next_step import CHECK, FILL_IN, REPLY_LATE, WAIT_FOR_REPLY, WRITE, Step, is_late
from .publication_acts import MUST_HAVE_COPY, Act, acts_left_of, agreed, copies_missing, sign_off_of_version
from .record import Record
from .response import InvitationOutcome, ReceivedAs, Status
from .richtext import Block, RichText, fields_in, is_blank, plain
from .sign_off import CHANGED_SINCE, is_changed_since, was_signed_off
from .titles import body_in_a_sentence, chief_officer_title, possessive


class TaskStatus(StrEnum):
    """How far a task is."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    COMPLETED = "Completed"
    CANNOT_START = "Cannot start yet"


class TaskKey(StrEnum):
    """What there is to do, in the order of the story."""

    DETAILS = "details"
    FINDINGS = "findings"
    INITIAL = "initial"
    INVITATION = "invitation"
    CHIEF = "chief"
    ANSWERS = "answers"
    OVERALL = "overall"
    CHECK = "check"
    SIGN = "sign"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Task:
    """One line: its name, what is known of it in few words, its status, and what is to be done; "" where nothing is.

    `told` stands in the place of the status where there is more to say; `stops`: whether what it tells of stops publication.
    """

    key: TaskKey
    title: str
    hint: str
    status: TaskStatus
    to_do: str = ""
    told: str = ""
    stops: bool = False


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks under a heading."""

    title: str
    tasks: tuple[Task, ...]


_WRITING = (Status.NOT_YET_PUBLISHED, Status.DRAFTING, Status.WITH_CHIEF_OFFICER)
_SIGNED = (Status.SIGNED_OFF, Status.PUBLISHED, Status.CLOSED)
_NOT_STARTED, _IN_PROGRESS, _COMPLETED = TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED
_FORMS = {
    ReceivedAs.WORD_FORM: " as a Word form",
    ReceivedAs.REVIEW_FILE: " as a sealed file",
    ReceivedAs.LETTER: " as a letter",
    ReceivedAs.EMAIL: " as an e-mail",
}
_NO_COMMENTS = {InvitationOutcome.DECLINED: "Declined to comment", InvitationOutcome.NONE_BY_DATE: "None by the date set"}
_MANY = {
    FindingKind.AREA_FOR_IMPROVEMENT: ("area for improvement", "areas for improvement"),
    FindingKind.RECOMMENDATION: ("recommendation", "recommendations"),
    FindingKind.CAUSE_OF_CONCERN: ("cause of concern", "causes of concern"),
    FindingKind.PROMISING_PRACTICE: ("promising practice", "promising practices"),
}


_FILLED = -1
"""Instead of a number of words: there are fields in the block, which follow the record."""


def _count_words(block: Block) -> int:
    return _FILLED if any(fields_in((block,))) else len(plain((block,)).split())


_counted = {key: BlockMemory(_count_words) for key in (TaskKey.INITIAL, TaskKey.CHIEF, TaskKey.OVERALL)}
"""How many words each block of a text has: a long text is not counted anew each time that the list is shown."""


def task_list(
    record: Record,
    completed: Collection[str],
    found: tuple[int, int] | None = None,
    beside: Collection[Act] = (),
    today: date | None = None,
) -> tuple[TaskGroup, ...]:
    """Return the tasks of a record.

    Args:
        record: as it stands.
        completed: the places that the author said are complete, such as "inspection" or "sections.initial_response".
        found: how many problems stop publication and how many warnings there are, None while that is not known.
        beside: the acts of publication that `acts_done` takes.
        today: the day it is; None where what has passed is not to be said.
    """
    completed = {*completed, *signed_off_parts(record)}
    return (
        TaskGroup("1. The inspection", (_details(record, completed), _findings(record, completed))),
        TaskGroup(
            "2. The responses",
            (
                _initial(record, completed),
                _invitation(record),
                _chief(record, completed, today),
                _answers(record, completed),
                _overall(record, completed),
            ),
        ),
        TaskGroup("3. Check and publish", (check_task(found), _sign(record, beside), _publish(record, acts_left_of(record, beside)))),
    )


def what_happens_next(record: Record, step: Step, groups: tuple[TaskGroup, ...], beside: Collection[Act] = ()) -> tuple[str, ...]:
    """Return the next step and what is still to be done after it, each once: the parts to write, then the acts of publication."""
    acts = [each.value for each in acts_left_of(record, beside)]
    if step.words in acts:
        return tuple(acts)
    if record.state.status not in _WRITING or record.state.publication.confirmed_on is not None:
        return (step.words,)
    rest = [task.to_do for group in groups for task in group.tasks if task.to_do]
    whole = [] if step.words == WRITE and rest else [step.words]
    after = acts[1:] if step.words == CHECK and not rest else []
    return tuple(dict.fromkeys((*whole, *rest, *after)))


def signed_off_parts(record: Record) -> frozenset[str]:
    """Return the parts that are complete because the record was signed off with them: those with nothing left to write."""
    return frozenset(_whole_parts(record)) if record.state.status in _SIGNED else frozenset()


def _whole_parts(record: Record) -> Iterator[str]:
    yield "inspection"
    if record.findings:
        yield "findings"
    needed, answered = count(answering(record))
    if needed and answered == needed:
        yield "answers"
    for place in ("initial_response", "chief_officer_response", "overall_comments"):
        if not is_blank(getattr(record.sections, place)):
            yield f"sections.{place}"


def _status(place: str, completed: Collection[str], begun: bool) -> TaskStatus:
    if place in completed:
        return _COMPLETED
    return _IN_PROGRESS if begun else _NOT_STARTED


def _unless_completed(status: TaskStatus, words: str) -> str:
    return "" if status is _COMPLETED else words


def _details(record: Record, completed: Collection[str]) -> Task:
    inspection = record.inspection
    begun = bool(inspection.title.strip() or inspection.published_on or inspection.judgements or not is_blank(inspection.summary))
    status = _status("inspection", completed, begun)
    lacking = not inspection.title.strip() or inspection.published_on is None
    return Task(
        TaskKey.DETAILS,
        "Inspection details, summary and grades",
        _grades(inspection),
        status,
        _unless_completed(status, FILL_IN if lacking else "Check the inspection details"),
    )


def _grades(inspection: Inspection) -> str:
    if inspection.published_on is None:
        return "No date of publication yet"
    grades = inspection.judgements
    if not grades:
        return f"Report published {in_words(inspection.published_on)}"
    if len(grades) > 1:
        return f"{len(grades)} grades"
    return f"1 grade: {grades[0].grade.words.lower() if grades[0].grade else 'ungraded'}"


def _findings(record: Record, completed: Collection[str]) -> Task:
    status = _status("findings", completed, bool(record.findings))
    to_do = "Check the findings" if record.findings else "Add the findings"
    return Task(TaskKey.FINDINGS, "Findings", _kinds(record) or "None yet", status, _unless_completed(status, to_do))


def _kinds(record: Record) -> str:
    kinds = [FindingKind.CAUSE_OF_CONCERN if each.kind.is_cause else each.kind for each in record.findings]
    counts = [(kinds.count(kind), one, many) for kind, (one, many) in _MANY.items()]
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)


def _initial(record: Record, completed: Collection[str]) -> Task:
    text = record.sections.initial_response
    status = _status("sections.initial_response", completed, not is_blank(text))
    title = f"{possessive(body_in_a_sentence(record))} initial response"
    to_do = _unless_completed(status, f"{'Write' if is_blank(text) else 'Complete'} the initial response")
    return Task(
        TaskKey.INITIAL, title, _words(TaskKey.INITIAL, record, text) or "What the report means, and what is done about it", status, to_do
    )


def _invitation(record: Record) -> Task:
    chief, made = chief_officer_title(record), record.state.invitation
    facts = [f"Sent {in_words(made.sent_on)}" if made.sent_on else "", f"reply asked by {in_words(made.reply_by)}" if made.reply_by else ""]
    done = made.sent_on is not None or made.outcome is not InvitationOutcome.AWAITED
    hint = ", ".join(each for each in facts if each) or ("No date kept" if done else "The law asks you to invite them, with a reply date")
    status = _COMPLETED if done else _IN_PROGRESS if made.reply_by else _NOT_STARTED
    return Task(
        TaskKey.INVITATION,
        f"Invite the {chief} to comment",
        hint[0].upper() + hint[1:],
        status,
        _unless_completed(status, f"Invite the {chief} to comment"),
    )


def _chief(record: Record, completed: Collection[str], today: date | None) -> Task:
    chief, made = chief_officer_title(record), record.state.invitation
    text = record.sections.chief_officer_response
    title = f"{possessive(chief)} response"
    if made.outcome in _NO_COMMENTS:
        return Task(TaskKey.CHIEF, title, _NO_COMMENTS[made.outcome], _COMPLETED)
    status = _status("sections.chief_officer_response", completed, not is_blank(text))
    if made.outcome is InvitationOutcome.RECEIVED:
        status = _COMPLETED if agreed(record.state) else status
        hint, to_do = _received(record), f"Have the {possessive(chief)} text agreed"
    else:
        late = today is not None and is_late(made.reply_by, today)
        asked = f"Awaited, asked for by {in_words(made.reply_by)}" if made.reply_by else "Awaited"
        hint = _words(TaskKey.CHIEF, record, text) or (f"{asked}, which has passed" if late else asked)
        to_do = (REPLY_LATE if late else WAIT_FOR_REPLY) if made.sent_on else ""
    return Task(TaskKey.CHIEF, title, hint, status, _unless_completed(status, to_do))


def _received(record: Record) -> str:
    made, known = record.state.invitation, agreed(record.state)
    on = f" {in_words(made.received_on)}" if made.received_on else ""
    words = f"Received{on}{_FORMS.get(made.received_as, '') if made.received_as else ''}"
    if known is None:
        return f"{words}, not yet agreed"
    facts = [f"by {known.by}" if known.by else "", in_words(known.on) if known.on else ""]
    return f"{words}, agreed {' '.join(each for each in facts if each)}"


def _answers(record: Record, completed: Collection[str]) -> Task:
    needed, answered = count(answering(record))
    if not needed:
        none_made = bool(record.findings) or "findings" in completed
        status = _COMPLETED if none_made else TaskStatus.CANNOT_START
        hint = "No finding needs an answer" if none_made else "The findings come first"
        return Task(TaskKey.ANSWERS, "Answers to findings", hint, status)
    status = _status("answers", completed, answered > 0)
    left = needed - answered
    to_do = f"Answer {'1 finding' if left == 1 else f'{left:,} findings'}" if left else "Complete the answers to findings"
    return Task(TaskKey.ANSWERS, "Answers to findings", f"{answered:,} of {needed:,} answered", status, _unless_completed(status, to_do))


def _overall(record: Record, completed: Collection[str]) -> Task:
    text = record.sections.overall_comments
    status = _status("sections.overall_comments", completed, not is_blank(text))
    hint = _words(TaskKey.OVERALL, record, text) or f"Best written after the {possessive(chief_officer_title(record))} response"
    title = f"{possessive(body_in_a_sentence(record))} overall comments"
    to_do = _unless_completed(status, f"{'Write' if is_blank(text) else 'Complete'} the overall comments")
    return Task(TaskKey.OVERALL, title, hint, status, to_do)


def stops_in_words(count: int) -> str:
    """Return how many problems stop publication, such as "2 problems stop publication"; the same words wherever it is said."""
    if not count:
        return "Nothing stops publication"
    return "1 problem stops publication" if count == 1 else f"{count:,} problems stop publication"


def check_task(found: tuple[int, int] | None) -> Task:
    """Return the line on the checks; `found` as `task_list` takes it."""
    stopping, others = found or (0, 0)
    if found is None:
        return Task(TaskKey.CHECK, "Check the record", "What stops publication, and what to look at", _NOT_STARTED)
    if not stopping + others:
        return Task(TaskKey.CHECK, "Check the record", "Nothing stops publication, nothing to look at", _COMPLETED)
    stop = stops_in_words(stopping)
    hint = f"{stop}, {others:,} to look at" if others else stop
    told = f"{stopping:,} problem{'' if stopping == 1 else 's'}" if stopping else f"{others:,} to look at"
    return Task(TaskKey.CHECK, "Check the record", hint, _IN_PROGRESS, told=told, stops=bool(stopping))


def _sign(record: Record, beside: Collection[Act]) -> Task:
    """Whether the version that is printed is signed off, by whom and when."""
    decision = sign_off_of_version(record.state)
    if is_changed_since(record.state.status, signed=was_signed_off(record.state)):
        hint, status = CHANGED_SINCE, _IN_PROGRESS
    elif decision is not None:
        on = f", {in_words(decision.on)}" if decision.on else ""
        hint, status = f"Version {decision.version_label} by {decision.by}{on}", _COMPLETED
    elif Act.SIGN in beside:
        hint, status = "Your office does not ask for a sign-off", _COMPLETED
    else:
        hint, status = f"By the {body_in_a_sentence(record)}, a deputy or an acting holder", _NOT_STARTED
    return Task(TaskKey.SIGN, Act.SIGN.value, hint, status)


def _publish(record: Record, left: tuple[Act, ...]) -> Task:
    publication = record.state.publication
    hint, status = _published(record, left) if publication.confirmed_on else _on_the_way(record, left)
    return Task(TaskKey.PUBLISH, "Publish the response", hint, status)


def _published(record: Record, left: tuple[Act, ...]) -> tuple[str, TaskStatus]:
    """What is left of the acts once it is live, those of a correction among them."""
    live = record.state.publication.confirmed_on
    assert live is not None
    since = f"Live since {in_words(live)}"
    if Act.CONFIRM in left:
        return f"{since}; version {record.state.version_label} is not published yet", _IN_PROGRESS
    missing = " and ".join(MUST_HAVE_COPY[each] for each in copies_missing(record.state))
    words = {Act.COPIES: f"no copy to {missing} is recorded", Act.PROMINENT: "the report’s summary is not yet shown prominently"}
    return "; ".join([since, *(words[each] for each in left)]), _IN_PROGRESS if left else _COMPLETED


def _on_the_way(record: Record, left: tuple[Act, ...]) -> tuple[str, TaskStatus]:
    """How far it is before it is live, and which act comes next."""
    publication = record.state.publication
    planned = f"Planned for {in_words(publication.planned_on)}" if publication.planned_on else ""
    if is_changed_since(record.state.status, signed=was_signed_off(record.state)):
        done = CHANGED_SINCE
    elif publication.given_on:
        done = f"Given to the web team {in_words(publication.given_on)}"
    elif publication.files:
        done = "The files are made"
    elif record.state.status in _SIGNED:
        done = "Signed off"
    else:
        return planned or "The steps from sign-off to the copies", _NOT_STARTED
    following = f"; next: {left[0][0].lower()}{left[0][1:]}" if left else ""
    return f"{done}{following}", _IN_PROGRESS


def _words(key: TaskKey, record: Record, text: RichText) -> str:
    """How many words a text prints, its fields filled."""
    known = zip(text, _counted[key].of(text), strict=True)
    number = sum(len(plain(fill((block,), record)).split()) if words == _FILLED else words for block, words in known)
    return "" if is_blank(text) else "1 word" if number == 1 else f"{number:,} words"
