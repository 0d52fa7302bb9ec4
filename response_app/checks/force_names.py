"""Rules on a force that is named in two ways: "Exampleshire Constabulary" where the record says "Exampleshire Police" (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..domain.record import Record
from .matches import Match
from .problem import Context, Problem, Severity

_OTHER = {"Police": "Constabulary", "Constabulary": "Police"}
_NOT_THE_FORCE = r"(?!\s*(?:,\s*)?(?:(?:and|&)\s+)?(?:Crime|Fire)\b)(?!\s+(?:Authority|Federation|Superintendents)\b)"
"""What "Exampleshire Police" may begin besides the force: the commissioner, the fire service, an old authority, the Federation."""

_NOT_ANOTHER = "".join(f"(?<!{each} )" for each in ("North", "South", "East", "West", "Greater", "Mid"))
"""Words before the place that make it another one."""


def other_names(words: str, forces: tuple[str, ...]) -> Iterator[Match]:
    """Yield each place where a force is called Police instead of Constabulary, or the other way about.

    Args:
        words: a line of our own words, or a field that names a force.
        forces: as the record names them; one that is itself in this list is no slip for another.
    """
    if "Police" not in words and "Constabulary" not in words:
        return
    for force in forces:
        pattern = _pattern(force)
        for found in pattern.finditer(words) if pattern is not None else ():
            if " ".join(found[0].split()) not in forces:
                yield Match(
                    *found.span(), f"“{found[0]}” is called {force} elsewhere in this record", f"Write “{force}”, or correct it there."
                )


@lru_cache(64)
def _pattern(force: str) -> re.Pattern[str] | None:
    place, _, kind = force.rpartition(" ")
    if not place or kind not in _OTHER:
        return None
    words = r"\s+".join(re.escape(each) for each in (*place.split(), _OTHER[kind]))
    return re.compile(rf"{_NOT_ANOTHER}\b{words}\b{_NOT_THE_FORCE}")


def name_misspelt(record: Record, context: Context) -> Iterator[Problem]:
    """A grade or a finding of a force that is named otherwise than the force that answers: it would count as another's."""
    office = record.office
    forces = tuple(each for each in (office.force, *(body.force for body in office.joint_with)) if each.strip())
    named = [(each.scope, f"inspection.judgements[{index}].scope") for index, each in enumerate(record.inspection.judgements)]
    named += [(each.scope, f"findings[{each.id}].scope") for each in record.findings]
    for words, place in named:
        for found in other_names(words, forces):
            yield Problem("name_misspelt", Severity.WARNING, found.message, place, quote=words, fix=found.fix)
