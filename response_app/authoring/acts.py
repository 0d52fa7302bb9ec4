"""Use cases on publication as acts: agree, sign off, plan, give, confirm live, send copies (review, record out).

Nothing here is a status that somebody sets: each says who did what on which day, and on which words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ..domain.changes import Changes
from ..domain.corrections import is_being_corrected
from ..domain.record import Record
from ..domain.response import (
    Attachment,
    AttachmentKind,
    Capacity,
    Copy,
    CopyTo,
    Decision,
    DecisionKind,
    Invitation,
    InvitationOutcome,
    Publication,
    PublishedFile,
    ResponseState,
    Status,
)
from ..errors import AppError
from ..interchange import agreed_sha256, canonical_bytes, printed_parts
from ..store.work import Work
from .editing import edit
from .names import free_name
from .who_did import agreed_act, live_act, signed_act


def agree_text(
    work: Work, record_id: str, by: str, role: str, on: date, how: str, reference: str = "", capacity: Capacity | None = None
) -> Changes:
    """Keep that somebody agreed the chief officer's words as they stand, with their hash.

    Raises:
        KeyError: there is no such record.
        AppError: it is not said who agreed, or there are no comments to agree.
    """
    _refuse_nobody(by)

    def change(record: Record) -> Record:
        if record.state.invitation.outcome is not InvitationOutcome.RECEIVED:
            raise AppError(
                "There are no comments to agree: none were received.", "Record under Inspection details that they came, and when."
            )
        act = Decision(
            what=DecisionKind.TEXT_AGREED,
            by=by.strip(),
            role=role.strip(),
            capacity=capacity,
            on=on,
            how=how.strip(),
            reference=reference.strip(),
            version_label=record.state.version_label,
            sha256=agreed_sha256(record),
        )
        invitation = replace(record.state.invitation, agreed_by=by.strip(), agreed_on=on)
        return _with(record, decisions=(*record.state.decisions, act), invitation=invitation)

    return replace(_kept(work, record_id, "agree chief officer’s text", change), act=agreed_act(by, role))


def sign_off(
    work: Work, record_id: str, by: str, role: str, capacity: Capacity, on: date, how: str, reference: str = "", reason: str = ""
) -> Changes:
    """Keep that somebody signed off the printed words of this version, with their hash and the words themselves.

    Files that were made of other words are no longer those to publish.

    Raises:
        KeyError: there is no such record.
        AppError: it is not said who signed, or the version has no label.
        WriteFailed: the words could not be kept; nothing was changed.
    """
    _refuse_nobody(by)

    def change(record: Record) -> Record:
        if not record.state.version_label.strip():
            raise AppError("The version is empty, so there is nothing to sign off.", "Give the record a version first, such as 1.0.")
        kept = work.attachments.keep(canonical_bytes(printed_parts(record)))
        act = Decision(
            what=DecisionKind.SIGNED_OFF,
            by=by.strip(),
            role=role.strip(),
            capacity=capacity,
            on=on,
            how=how.strip(),
            reference=reference.strip(),
            reason=reason.strip(),
            version_label=record.state.version_label,
            sha256=kept,
        )
        return _with(
            record,
            decisions=(*record.state.decisions, act),
            status=_after_sign_off(record.state.status),
            attachments=_with_signed_words(record.state, kept),
            publication=_files_of(record.state, kept),
        )

    made = _kept(work, record_id, "sign off", change)
    label = made.after.state.version_label if made.after is not None else ""
    return replace(made, act=signed_act(by, role, label))


def take_back_decision(work: Work, record_id: str, index: int) -> Changes:
    """Take one decision out, such as a sign-off that was recorded by mistake, with what followed from it alone.

    Raises:
        KeyError: there is no such record.
        IndexError: it has no such decision.
    """

    def change(record: Record) -> Record:
        decisions = list(record.state.decisions)
        del decisions[index]
        state = replace(record.state, decisions=tuple(decisions))
        return replace(record, state=replace(state, status=_without_sign_off(state), invitation=_agreed_as_left(record.state, state)))

    return _kept(work, record_id, "take back decision", change)


def plan(work: Work, record_id: str, on: date | None) -> Changes:
    """Set the day on which the record is to be published; the day is printed, and signed with the words.

    Raises:
        KeyError: there is no such record.
    """
    return _publication(work, record_id, "plan day of publication", planned_on=on)


def keep_files(work: Work, record_id: str, files: tuple[PublishedFile, ...]) -> Changes:
    """Keep which files were made to be published; they are not given to anybody yet.

    Raises:
        KeyError: there is no such record.
    """
    return _publication(work, record_id, "make files", files=files, given_on=None)


def give(work: Work, record_id: str, on: date | None) -> Changes:
    """Keep when the files were given to the web team.

    Raises:
        KeyError: there is no such record.
    """
    return _publication(work, record_id, "give files to web team", given_on=on)


def confirm_live(work: Work, record_id: str, on: date, address: str) -> Changes:
    """Keep on which day somebody saw the record on the website: this stops the clock (s.55(5A)).

    A correction that is live leaves the day of the first version, which stopped the clock; its own day is kept with the acts.

    Raises:
        KeyError: there is no such record.
        AppError: the address is no web page.
    """
    address = address.strip()
    if address and not address.startswith("https://"):
        raise AppError("The address has to begin with https://.", "Copy it from the browser’s address line, or leave it empty.")

    def change(record: Record) -> Record:
        before = record.state.publication
        first = before.confirmed_on if is_being_corrected(record.state) else None
        publication = replace(before, confirmed_on=first or on, address=address or before.address)
        return _with(record, publication=publication, status=Status.PUBLISHED)

    made = _kept(work, record_id, "confirm that it is live", change)
    if made.before is None or not is_being_corrected(made.before.state):
        return made
    return replace(made, act=live_act(made.before.state.version_label, on))


def take_back_live(work: Work, record_id: str) -> Changes:
    """Take back that the record is live: the clock goes on.

    Raises:
        KeyError: there is no such record.
    """

    def change(record: Record) -> Record:
        signed = any(each.what is DecisionKind.SIGNED_OFF for each in record.state.decisions)
        status = Status.SIGNED_OFF if signed else Status.DRAFTING
        return _with(record, publication=replace(record.state.publication, confirmed_on=None), status=status)

    return edit(work, record_id, "take back that it is live", change)


def record_copy(work: Work, record_id: str, to: CopyTo, on: date, how: str, name: str = "") -> Changes:
    """Keep that a copy of this version was sent (s.55(6)).

    Raises:
        KeyError: there is no such record.
        AppError: a copy to somebody else who is not named.
    """
    if to is CopyTo.OTHER and not name.strip():
        raise AppError("This does not say who the copy went to.", "Write the name of the person or body.")

    def change(record: Record) -> Record:
        sent = Copy(to, name.strip(), record.state.version_label, on, how.strip())
        return _with(record, copies=(*record.state.copies, sent))

    return edit(work, record_id, "record copy sent", change)


def remove_copy(work: Work, record_id: str, index: int) -> Changes:
    """Take out that a copy was sent.

    Raises:
        KeyError: there is no such record.
        IndexError: it has no such copy.
    """

    def change(record: Record) -> Record:
        copies = list(record.state.copies)
        del copies[index]
        return _with(record, copies=tuple(copies))

    return edit(work, record_id, "remove copy sent", change)


# --- What they share ----------------------------------------------------------------------------


def _kept(work: Work, record_id: str, name: str, change: Callable[[Record], Record]) -> Changes:
    """Change a record by an act: a version of every text is kept before it and after."""
    work.versions.keep(record_id, f"before: {name}")
    changes = edit(work, record_id, name, change)
    work.versions.keep(record_id, f"after: {name}")
    return changes


def _publication(work: Work, record_id: str, name: str, **values: object) -> Changes:
    def change(record: Record) -> Record:
        publication: Publication = replace(record.state.publication, **values)  # type: ignore[arg-type]  # fields of Publication
        return _with(record, publication=publication)

    return edit(work, record_id, name, change)


def _with(record: Record, **values: object) -> Record:
    state: ResponseState = replace(record.state, **values)  # type: ignore[arg-type]  # fields of ResponseState
    return replace(record, state=state)


def _after_sign_off(status: Status) -> Status:
    return status if status in (Status.PUBLISHED, Status.CLOSED) else Status.SIGNED_OFF


def _without_sign_off(state: ResponseState) -> Status:
    """The status without a sign-off of this version, where it said that there is one, or was one."""
    signed = any(each.what is DecisionKind.SIGNED_OFF and each.version_label == state.version_label for each in state.decisions)
    return Status.DRAFTING if state.status in (Status.SIGNED_OFF, Status.AWAITING_SIGN_OFF) and not signed else state.status


def _agreed_as_left(before: ResponseState, after: ResponseState) -> Invitation:
    """The invitation with who agreed last, where an agreement was taken out."""
    was, now = ([each for each in state.decisions if each.what is DecisionKind.TEXT_AGREED] for state in (before, after))
    if was == now:
        return after.invitation
    return replace(after.invitation, agreed_by=now[-1].by if now else "", agreed_on=now[-1].on if now else None)


def _with_signed_words(state: ResponseState, sha256: str) -> tuple[Attachment, ...]:
    if any(each.sha256 == sha256 for each in state.attachments):
        return state.attachments
    name = free_name(f"signed-off-{state.version_label}.json", {each.name for each in state.attachments})
    return (*state.attachments, Attachment(name, sha256, AttachmentKind.SIGN_OFF, f"Version {state.version_label} as it was signed off"))


def _files_of(state: ResponseState, sha256: str) -> Publication:
    """The publication without files that were made of words signed off before."""
    last = [each for each in state.decisions if each.what is DecisionKind.SIGNED_OFF][-1:]
    if all(each.sha256 == sha256 for each in last):
        return state.publication
    return replace(state.publication, files=(), given_on=None)


def _refuse_nobody(by: str) -> None:
    if not by.strip():
        raise AppError("This does not say who decided.", "Write the name of the person.")
