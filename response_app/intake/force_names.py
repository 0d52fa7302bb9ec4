"""Report in: the names of police forces and of other bodies that are inspected, and when two names are of one force."""

from __future__ import annotations

import re

from ..domain.forces import TERRITORIAL

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
_SIGNS = re.compile(r"[^\w\s-]+")
_KIND = re.compile(r"(?:^| )(?:police service|police force|police|constabulary|fire and rescue service|frs)$")


def _plain(name: str) -> str:
    """A name for comparing: small letters, no signs, "and" for "&", without "the"."""
    words = _SIGNS.sub("", name.casefold().replace("&", " and ")).split()
    return " ".join(words).removeprefix("the ")


_KNOWN = {_plain(name): name for name in (*TERRITORIAL, *OTHERS)} | _OTHER_NAMES


def known_name(name: str) -> str:
    """Return the present name of a force or body that is known by this name, "" for any other name."""
    return _KNOWN.get(_plain(name), "")


def same_force(one: str, other: str) -> bool:
    """Say whether two names are of one force: "Kent" and "Kent Police", an earlier name and the present one; "Police" is no name."""
    return bool(force_key(one)) and force_key(one) == force_key(other)


def force_key(name: str) -> str:
    """Return what all names of a force have in common: small letters, the present name, without "Police" or "Constabulary"."""
    return _KIND.sub("", _plain(known_name(name) or name))
