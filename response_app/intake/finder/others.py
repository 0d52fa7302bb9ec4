"""Report in: findings for another force in a report on one ("Otherton Police should ...", "Recommendations for other forces")."""

from __future__ import annotations

import re

from ..force_names import force_key
from ..proposal import ScopeKind
from .addressees import subject_of
from .chapters import NONE, Scope
from .forces import FORM, is_force

_OTHERS = re.compile(r"\b(?:other|neighbouring|partner) (?:police )?(?:forces|constabularies|services)\b", re.IGNORECASE)
_AND = re.compile(r",? and (?=the\b|[A-Z])|, ")
_HEAD = re.compile(r"^(?:the )?(?:chief constables?|chief officers?) of (?:the )?", re.IGNORECASE)
_TO = re.compile(r"^(?:to|for|made to)\s+", re.IGNORECASE)
OTHERS = "Other forces"
"""The scope of what is for forces that the report does not name."""


def other_scope(words: str, topic: str, this_force: str) -> Scope:
    """Return the force that a finding is for when it is not the one that the report is on, else no scope.

    Args:
        words: its lead-in and its sentence; its subject counts.
        topic: what the heading over it says of its subject, "" without.
        this_force: the force that the report is on.
    """
    name = _named(_TO.sub("", topic.strip(" :()")), this_force) or _named(subject_of(words), this_force)
    if name:
        return Scope(name, ScopeKind.OTHER_FORCE)
    return Scope(OTHERS, ScopeKind.OTHER_FORCE) if _OTHERS.search(topic) and not _names(topic, this_force) else NONE


def _named(subject: str, this_force: str) -> str:
    """Return the other forces that a subject names, "" when it names this one, or anybody else beside them."""
    names = [name] if is_force(name := _plain(subject)) else [_plain(part) for part in _AND.split(subject)]
    if not all(is_force(name) and not _may_be_same(name, this_force) for name in names):
        return ""
    return ", ".join(names)


def _plain(name: str) -> str:
    return _HEAD.sub("", name.strip()).removeprefix("the ").removeprefix("The ").strip(" ,")


def _names(text: str, this_force: str) -> bool:
    return any(_may_be_same(each[0], this_force) for each in FORM.finditer(text))


def _may_be_same(one: str, other: str) -> bool:
    """Say whether two names can be of one force: all words of one stand in the other ("Hampshire", "Hampshire and Isle of Wight")."""
    words, others = set(force_key(one).split()), set(force_key(other).split())
    return words <= others or others <= words
