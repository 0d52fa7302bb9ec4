"""Rules on what our words say of the findings: how many there are, and whether there are any (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain.numbers import NUMBER, number_of
from .facts import Facts
from .matches import LineRule, Match, among
from .paragraphs import Line
from .problem import Severity

_KINDS = (
    (r"AFIs?|areas? (?:for|of) improvement", "area_for_improvement", "areas for improvement"),
    (r"recommendations?", "recommendation", "recommendations"),
    (r"(?:accelerated )?causes? (?:of|for) concern", "cause_of_concern", "causes of concern"),
)
_COUNT = re.compile(
    rf"(?<![\w-])(?P<number>{NUMBER})\s+(?:\([0-9]{{1,3}}\)\s+)?(?P<between>(?:(?!of\b|and\b|or\b|to\b|in\b|days?\b)[a-z-]+\s+){{0,3}})"
    rf"(?P<kind>{'|'.join(pattern for pattern, *_ in _KINDS)})\b",
    re.I,
)
_A_PART = re.compile(
    r"\b(?:other|remaining|further|first|last|next|latter|following|these|those|previous|earlier|past|new|of|no|than|number|least|most)\s+$",
    re.I,
)
_SET_APART = frozenset(
    [
        "first",
        "last",
        "other",
        "remaining",
        "further",
        "additional",
        "more",
        "outstanding",
        "previous",
        "earlier",
        "closed",
        "completed",
        "national",
        "regional",
        "such",
        "similar",
        "separate",
        "specific",
        "key",
        "main",
        "new",
        "fire",
        "joint",
    ]
)
_EARLIER = re.compile(
    r"\b(?:PEEL 20|previous(?:ly)?|earlier|last inspection|(?:19|20)[0-9]{2}(?:[/–-][0-9]{2})? (?:inspection|report|PEEL))", re.I
)


def count_differs(line: Line, facts: Facts) -> Iterator[Match]:
    """A number of findings that is not how many are recorded, such as "three local AFIs" where four are."""
    for found in _COUNT.finditer(line.words):
        said = number_of(found["number"])
        key, plural = next((key, plural) for pattern, key, plural in _KINDS if re.fullmatch(pattern, found["kind"], re.I))
        counts = facts.count(key)
        if said in counts.allowed or (said == 1 and found["kind"][-1:].lower() != "s" and not found["number"].isdigit()):
            continue
        if (
            _A_PART.search(line.words[: found.start()])
            or _SET_APART & set(found["between"].lower().split())
            or _EARLIER.search(_around(line, found))
        ):
            continue
        recorded = "none is recorded" if counts.ours == 0 else f"{counts.ours} {'is' if counts.ours == 1 else 'are'} recorded"
        fix = f"Compare it with the findings, or put in the field for the number of {plural}, which keeps itself up to date."
        yield Match(*found.span(), f"“{found[0]}”, but {recorded}", fix)


def _around(line: Line, found: re.Match[str]) -> str:
    """The sentence that something stands in."""
    start = max(line.words.rfind(end, 0, found.start()) for end in (". ", "! ", "? "))
    end = line.words.find(". ", found.end())
    return line.words[start + 1 : end if end >= 0 else None]


_OF_THIS = (
    rf"(?:{NUMBER}|inspection|report|HMICFRS|inspectorate|inspectors|above|following|remaining|specific|key|main|formal|local"
    r"|force|relevant)"
)
_ALL = re.compile(
    rf"\b(?:all|each|both|every one|some|most)?\s*(?:of\s+)?(?:the\s+)?"
    rf"(?:the|these|those|its|their|HMICFRS[’']s?|inspectors?[’']|report[’']s|inspection[’']s|inspectorate[’']s)\s*(?:{_OF_THIS}\s+)?"
    rf"recommendations?\b|\b(?:both|all (?:of )?(?:{NUMBER}))\s+(?:{_OF_THIS}\s+)?recommendations\b"
    r"|\ball recommendations\b(?= (?:will|have|are|should|must|were|made|set|in th|from th|of th))"
    r"|(?<![\w-] )\brecommendations(?= (?:of|from|in) (?:the|this) (?:inspection|report)\b)",
    re.I,
)
_OF_OTHERS = re.compile(
    r"^\s*(?:(?:made|set out|contained)\s+)?(?:of|in|by|from|for)\s+(?:the\s+|an?\s+|our\s+|my\s+|earlier\s+|previous\s+)?"
    r"(?!(?:this|these|the|that|its|their)?\s*(?:inspect|report|HMICFRS|HMIC\b))[\w’'-]+"
)
_NONE_MADE = re.compile(r"\b(?:no|not|any|without|nor)\b[^.]*$", re.I)


def recommendations_mentioned_none_recorded(line: Line, facts: Facts) -> Iterator[Match]:
    """Words on "all the recommendations" of this report in a record that has none."""
    if facts.count("recommendation").allowed != frozenset({0}):
        return
    for found in _ALL.finditer(line.words):
        before, after = line.words[: found.start()], line.words[found.end() :]
        sentence_before = before[max(before.rfind(". "), 0) :]
        if _NONE_MADE.search(sentence_before) or _OF_OTHERS.match(after) or _EARLIER.search(_around(line, found)):
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        fix = "If the report makes none, write “areas for improvement”; if it makes some, record them as findings."
        yield Match(start, found.end(), f"“{found[0].strip()}”, but no recommendation is recorded", fix)


RULES = (
    LineRule(
        "count_differs",
        Severity.WARNING,
        count_differs,
        "a published record counts findings that it does not list",
        among("afi afis improvement recommendation recommendations concern"),
    ),
    LineRule(
        "recommendations_mentioned_none_recorded",
        Severity.WARNING,
        recommendations_mentioned_none_recorded,
        "a published record expects “all the recommendations” of a report that makes none",
        among("recommendation recommendations"),
    ),
)
