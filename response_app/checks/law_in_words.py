"""Rules on what our words say of the Act: its subsections, its period (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import Facts
from .matches import LineRule, Match, among
from .paragraphs import Line
from .problem import Severity

_ACT = "Police Act 1996, section 55"
_SECTION = re.compile(r"\b(?:section|sections|sec\.?|s\.?)\s*55\s*(?P<sub>\(\s*[0-9]+[A-Z]?\s*\)(?:\s*\(\s*[a-z]\s*\))?)", re.I)
_RIGHT = frozenset(("(4)", "(5)", "(5A)", "(5B)", "(6)", "(5)(a)", "(5)(b)", "(5)(c)", "(6A)", "(7)"))


def wrong_subsection(line: Line, facts: Facts) -> Iterator[Match]:
    """A subsection of section 55 that does not speak of comments, such as 55(1), which is about the inspectors' reports."""
    for found in _SECTION.finditer(line.words):
        said = "".join(found["sub"].split())
        said = said.upper() if "(" not in said[1:] else said
        if said not in _RIGHT:
            fix = "Comments are published under section 55(5), in the period of 55(5A); 55(5B) asks for the action on recommendations."
            yield Match(*found.span(), f"Section 55{said} is not about the comments on a report", fix)


_PERIOD = re.compile(
    r"(?P<number>(?<![\w.,])[0-9]{1,3}"
    r"|\b(?:fifty[- ]six|thirty|forty|sixty|ninety|twenty[- ]eight|two|three|four|five|six|seven|eight|nine|ten|twelve))"
    r"[- ](?P<work>working[- ])?(?P<unit>days?|weeks?)\b",
    re.I,
)
_MAY_BE_A_PERIOD = re.compile("[0-9xytenroXYTENRO][- ](?:[Ww]orking[- ])?(?:[Dd]ay|[Ww]eek)")
"""A quick look, for the end of any of these numbers."""
_DUTY = re.compile(
    r"\b(?:statut\w+|legal\w*|law|duty|dutie?s|Police Act|the Act|requires (?:me|us|the|that)|section 55|legislat\w+"
    r"|require[ds]? (?:by|to (?:respond|publish|comment|reply))|must (?:respond|publish|comment|reply)|obliged|obligation)\b",
    re.I,
)
_RESPONSE = re.compile(r"\b(?:respon[ds]\w*|comment\w*|publish\w*|publication|repl(?:y|ies))\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def wrong_period(line: Line, facts: Facts) -> Iterator[Match]:
    """Another period than 56 days where a sentence speaks of the duty to respond, such as "within 30 days"; eight weeks is 56 days."""
    at = 0
    if not _MAY_BE_A_PERIOD.search(line.words):
        return
    for sentence in _SENTENCE_END.split(line.words):
        start = line.words.index(sentence, at)
        at = start + len(sentence)
        if not (_DUTY.search(sentence) and _RESPONSE.search(sentence)):
            continue
        for found in _PERIOD.finditer(sentence):
            if _is_the_period(found):
                continue
            fix = "The comments are published before the end of the 56 days that begin with the day on which the report is published."
            yield Match(start + found.start(), start + found.end(), f"The Act gives 56 days, not {found[0]}", fix)


def _is_the_period(found: re.Match[str]) -> bool:
    number, unit = found["number"].lower().replace(" ", "-"), found["unit"].lower()
    if found["work"]:
        return False
    return number in ("56", "fifty-six") if unit.startswith("day") else number in ("8", "eight")


RULES = (
    LineRule("wrong_subsection", Severity.WARNING, wrong_subsection, _ACT, marks="("),
    LineRule("wrong_period", Severity.WARNING, wrong_period, f"{_ACT}(5A)", among("day days week weeks")),
)
