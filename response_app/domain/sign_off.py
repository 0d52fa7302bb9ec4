"""How a sign-off stands, from what a record says of it: one answer for every place that shows it (review, record out).

A change of what is printed makes the status "awaiting sign-off" again, and the same words give the sign-off back; that is
done where the change is saved. So a record that waits for a sign-off and has one was changed since.
"""

from __future__ import annotations

from .response import DecisionKind, ResponseState, Status

CHANGED_SINCE = "Changed since sign-off"


def was_signed_off(state: ResponseState) -> bool:
    """Tell whether somebody has signed off any version of a record."""
    return any(each.what is DecisionKind.SIGNED_OFF for each in state.decisions)


def is_changed_since(status: Status, *, signed: bool) -> bool:
    """Tell whether what is printed has changed since it was signed off; `signed`: whether it ever was."""
    return signed and status is Status.AWAITING_SIGN_OFF
