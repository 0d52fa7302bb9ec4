"""Report in: the names of police forces and of other bodies that a report has chapters on; facts, and the forms that such names have."""

from __future__ import annotations

import re

from .words import bare

TERRITORIAL = (
    "Avon and Somerset Police",
    "Bedfordshire Police",
    "Cambridgeshire Constabulary",
    "Cheshire Constabulary",
    "City of London Police",
    "Cleveland Police",
    "Cumbria Constabulary",
    "Derbyshire Constabulary",
    "Devon and Cornwall Police",
    "Dorset Police",
    "Durham Constabulary",
    "Dyfed-Powys Police",
    "Essex Police",
    "Gloucestershire Constabulary",
    "Greater Manchester Police",
    "Gwent Police",
    "Hampshire and Isle of Wight Constabulary",
    "Hertfordshire Constabulary",
    "Humberside Police",
    "Kent Police",
    "Lancashire Constabulary",
    "Leicestershire Police",
    "Lincolnshire Police",
    "Merseyside Police",
    "Metropolitan Police Service",
    "Norfolk Constabulary",
    "North Wales Police",
    "North Yorkshire Police",
    "Northamptonshire Police",
    "Northumbria Police",
    "Nottinghamshire Police",
    "South Wales Police",
    "South Yorkshire Police",
    "Staffordshire Police",
    "Suffolk Constabulary",
    "Surrey Police",
    "Sussex Police",
    "Thames Valley Police",
    "Warwickshire Police",
    "West Mercia Police",
    "West Midlands Police",
    "West Yorkshire Police",
    "Wiltshire Police",
)
"""The 43 forces of England and Wales (Police Act 1996, schedule 1, with the Metropolitan Police and the City of London)."""

OTHERS = (
    "British Transport Police",
    "Civil Nuclear Constabulary",
    "Ministry of Defence Police",
    "National Crime Agency",
    "Police Service of Northern Ireland",
)
"""Bodies that the inspectorate inspects beside them."""

_OTHER_NAMES = {
    "avon and somerset constabulary": "Avon and Somerset Police",
    "derbyshire police": "Derbyshire Constabulary",
    "devon and cornwall constabulary": "Devon and Cornwall Police",
    "durham police": "Durham Constabulary",
    "hampshire constabulary": "Hampshire and Isle of Wight Constabulary",
    "kent county constabulary": "Kent Police",
    "leicestershire constabulary": "Leicestershire Police",
    "metropolitan police": "Metropolitan Police Service",
    "wiltshire constabulary": "Wiltshire Police",
}
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
_KNOWN = {bare(name): name for name in (*TERRITORIAL, *OTHERS)} | _OTHER_NAMES
_SHORT = re.compile(r" (?:police service|police|constabulary|fire and rescue service|frs)$")
_ROCU = re.compile(r"(?:[\w'’-]+ ){0,6}(?:regional organised crime unit|rocu|serious and organised crime unit)", re.IGNORECASE)


def is_force(text: str) -> bool:
    """Say whether a text is nothing but the name of a force or service, known or by its form ("Exampleshire Police")."""
    if len(text) > 90:
        return False
    plain = text.removeprefix("The ").removeprefix("the ").strip(" .:")
    if bare(plain) in _KNOWN:
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


def same_force(one: str, other: str) -> bool:
    """Say whether two names are of one force: "Kent" and "Kent Police", an earlier name and the present one."""
    return _key(one) == _key(other)


def _key(name: str) -> str:
    plain = bare(name).removeprefix("the ")
    return _SHORT.sub("", bare(_KNOWN.get(plain, plain)))
