"""What was done, in a sentence about somebody: "changed title of inspection" (task list)."""

from __future__ import annotations

_PAST = {
    "begin": "began",
    "bring": "brought",
    "choose": "chose",
    "give": "gave",
    "leave": "left",
    "make": "made",
    "new": "made new",
    "plan": "planned",
    "set": "set",
    "take": "took",
}
"""Past forms that no rule gives; "new record" is what the step of making one is called."""


def in_the_past(name: str) -> str:
    """Return what a step did, for the name by which it is undone: "changed status" for "change status"."""
    verb, space, rest = name.partition(" ")
    past = _PAST.get(verb, f"{verb}d" if verb.endswith("e") else f"{verb}ed")
    return f"{past}{space}{rest}"
