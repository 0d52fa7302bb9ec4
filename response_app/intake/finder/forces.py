"""Report in: the forms that the names of police forces and of other bodies have that a report has chapters on."""

from __future__ import annotations

import re

from ..force_names import known_name

_WORD = r"[A-Z][\w'’-]*"
_NAME = rf"{_WORD}(?: (?:and|of|on|upon|&|{_WORD})){{0,6}}"
FORM = re.compile(
    rf"(?:City of {_WORD} Police|Police Service of {_NAME}|{_NAME} (?:Police Service|Police|Constabulary"
    rf"|Fire and Rescue Service|FRS))(?![\w-])"
)
"""A name of a force or service as its form tells it."""
_NO_NAME = frozenset(
    [
        "a",
        "all",
        "any",
        "british",
        "both",
        "each",
        "every",
        "fellow",
        "first",
        "how",
        "if",
        "in",
        "local",
        "many",
        "military",
        "modern",
        "most",
        "national",
        "neighbourhood",
        "no",
        "other",
        "our",
        "people",
        "port",
        "ports",
        "public",
        "roads",
        "royal",
        "secret",
        "some",
        "special",
        "state",
        "the",
        "these",
        "this",
        "to",
        "transport",
        "uk",
        "what",
        "when",
        "where",
        "why",
    ]
)
_ROCU = re.compile(r"(?:[\w'’-]+ ){0,6}(?:regional organised crime unit|rocu|serious and organised crime unit)", re.IGNORECASE)


def is_force(text: str) -> bool:
    """Say whether a text is nothing but the name of a force or service, known or by its form ("Exampleshire Police")."""
    if len(text) > 90:
        return False
    plain = text.removeprefix("The ").removeprefix("the ").strip(" .:")
    if known_name(plain):
        return True
    return bool(FORM.fullmatch(plain)) and plain.split(" ", 1)[0].casefold() not in _NO_NAME


def is_regional_unit(text: str) -> bool:
    """Say whether a text is nothing but the name of a regional organised crime unit."""
    return len(text) < 120 and bool(_ROCU.fullmatch(text.removeprefix("The ").strip(" .:()")))


def force_in(text: str) -> str:
    """Return the first name of a force or service within a text, "" without any."""
    head = text[:400]
    for found in FORM.finditer(head):
        words = found[0].split()
        while words and words[0].casefold() in _NO_NAME | {"report", "inspection", "inspecting", "chief", "peel"}:
            words = words[1:]
        while len(words) > 2 and words[0] == "Of":
            words = words[1:]
        if len(words) > 1 and words[0].casefold() not in ("and", "of", "on", "upon", "&"):
            return " ".join(words)
    return ""
