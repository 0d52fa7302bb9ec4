"""Versions after publication: a correction of version 1.0 is 1.1, with a dated line of what was corrected (after publication)."""

from __future__ import annotations

import re
from collections.abc import Collection

from .response import ResponseState, Status

_OUT = (Status.PUBLISHED, Status.CLOSED)
_LABEL = re.compile(r"(?P<before>.*?)(?P<number>[0-9]+)$")


def next_label(label: str, taken: Collection[str] = ()) -> str:
    """Return the label of the correction that follows: "1.1" after "1.0", "1.10" after "1.9", never one of `taken`.

    A label that does not end with a number is given one: "final" is followed by "final.1".
    """
    found = _LABEL.match(label.strip())
    if found is None or "." not in label:
        before, number = f"{label.strip()}.", 0
    else:
        before, number = found["before"], int(found["number"])
    while f"{before}{number + 1}" in taken:
        number += 1
    return f"{before}{number + 1}"


def is_being_corrected(state: ResponseState) -> bool:
    """Tell whether a correction of a published response is begun and not yet live itself."""
    newest = state.corrections[-1].version_label if state.corrections else None
    return state.publication.confirmed_on is not None and newest == state.version_label and state.status not in _OUT


def is_frozen(state: ResponseState) -> bool:
    """Tell whether the printed words stand as they were published: live, and no correction begun."""
    return state.publication.confirmed_on is not None and not is_being_corrected(state)
