"""What a change may do to a record that was signed off or published: the one place that every use case goes through (record out).

Once a record is confirmed live, what it prints stays as it was published until a correction is begun; whatever is not
printed, such as progress or a copy sent, goes on. Before that, a change of what is printed takes the sign-off away, and
the same words again give it back.
"""

from __future__ import annotations

from dataclasses import replace

from ..domain.corrections import is_being_corrected, is_frozen
from ..domain.record import Record
from ..domain.response import ResponseState, Status
from ..domain.sign_off import was_signed_off
from ..errors import AppError

_OF_SIGN_OFF = (Status.SIGNED_OFF, Status.AWAITING_SIGN_OFF)


def rests_on_sign_off(state: ResponseState) -> bool:
    """Tell whether a change of words can take a sign-off away or give it back; it is so for few records."""
    return state.status in _OF_SIGN_OFF and was_signed_off(state)


def settled(before: Record, after: Record) -> Record:
    """Return a changed record as it is kept: its status says whether the sign-off stands.

    Args:
        before: as it is stored.
        after: as a use case would have it.

    Raises:
        AppError: it is published, and something that is printed would change.
    """
    if is_frozen(before.state) and _printed(before) != _printed(_as_before(before, after)):
        raise refusal(before.state)
    acts = [(each.state.status, each.state.decisions) for each in (before, after)]
    same = acts[0] == acts[1] and rests_on_sign_off(after.state) and _printed(before) == _printed(after)
    return after if same else with_sign_off(after)


def taken_back(before: Record, after: Record, was: Record) -> Record:
    """Return a record as it is kept after an undo; one that is published by it prints what was published.

    Args:
        before: as it is stored.
        after: as the undo would have it.
        was: what the undo leads back to.

    Raises:
        AppError: it is published, or would be, and something else would be printed than what was published.
    """
    if is_frozen(after.state) and not is_frozen(before.state) and _printed(after) != _printed(was):
        raise AppError(
            f"{_version(was.state)} was published with different words from those here now.",
            "Nothing was changed. Take back the changes made since, or sign them off and publish them as a correction.",
        )
    return settled(before, after)


def with_sign_off(record: Record) -> Record:
    """Return a record with the status that follows from what was signed off and what it prints now."""
    if not rests_on_sign_off(record.state):
        return record
    status = Status.SIGNED_OFF if _stands(record) else Status.AWAITING_SIGN_OFF
    return record if status is record.state.status else replace(record, state=replace(record.state, status=status))


def refusal(state: ResponseState) -> AppError:
    """Return the error that says that a record is published, and what to do."""
    return AppError(
        f"{_version(state)} is published, so nothing that it prints can be changed.",
        "Nothing was changed. To change it, start a correction under After publication.",
    )


def _version(state: ResponseState) -> str:
    return f"Version {state.version_label}" if state.version_label.strip() else "The record"


def _as_before(before: Record, after: Record) -> Record:
    """The record without what beginning a correction adds to it: its label and its dated line."""
    if not is_being_corrected(after.state):
        return after
    known = before.state
    return replace(after, state=replace(after.state, version_label=known.version_label, corrections=known.corrections))


def _stands(record: Record) -> bool:
    """Whether this version was signed off with what it prints now; a sign-off without a hash is taken to stand."""
    from ..interchange import printed_sha256
    from .signed_words import signed_decision

    signed = signed_decision(record)
    return signed is not None and (not signed.sha256 or signed.sha256 == printed_sha256(record))


def _printed(record: Record) -> Record:
    from ..interchange import printed_parts

    return printed_parts(record)
