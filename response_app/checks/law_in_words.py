"""Rules on what our words say of the Act: its subsections, its period (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import Facts
from .matches import LineRule, Match, among
from .paragraphs import Line
from .problem import Severity

_ACT = "Police Act 1996, section 55"
_SUB = r"\(\s*[0-9]+[A-Z]?\s*\)(?:\s*\(\s*[a-z]\s*\))?"
_SECTION = re.compile(
    r"(?:\b(?:section|sections|sec\.?|ss?\.?)\s*|(?<=and )|(?<=or )|(?<=, ))55\s*(?:sub-?section\s*)?"
    rf"(?P<sub>{_SUB})|\bsub-?section\s*(?P<of>{_SUB})\s*of\s+section\s+55\b",
    re.I,
)
_WORD_OF_A_TITLE = r"(?:[A-Z][\w’-]*|and|of|\([\w ]+\))"
_OF_ANOTHER_ACT = re.compile(rf",?\s*(?:of|in)\s+the\s+(?!Police Act)(?:{_WORD_OF_A_TITLE},?\s+)+Act\b")
_RIGHT = frozenset(("(4)", "(5)", "(5A)", "(5B)", "(6)", "(5)(a)", "(5)(b)", "(5)(c)", "(6A)", "(7)"))


def wrong_subsection(line: Line, facts: Facts) -> Iterator[Match]:
    """A subsection of section 55 that does not speak of comments, such as 55(1), which is about the inspectors' reports."""
    for found in _SECTION.finditer(line.words):
        if _OF_ANOTHER_ACT.match(line.words, found.end()):
            continue
        said = "".join((found["sub"] or found["of"]).split())
        said = said.upper() if "(" not in said[1:] else said
        if said not in _RIGHT:
            fix = "Comments are published under section 55(5), in the period of 55(5A); 55(5B) asks for the action on recommendations."
            yield Match(*found.span(), f"Section 55{said} is not about the comments on a report", fix)


_PERIOD = re.compile(
    r"(?P<number>(?<![\w.,])[0-9]{1,3}"
    r"|\b(?:fifty[- ]six|thirty|forty|sixty|ninety|twenty[- ]eight|two|three|four|five|six|seven|eight|nine|ten|twelve))"
    r"[- ](?P<work>working[- ])?(?P<unit>days?|weeks?|months?)\b"
    r"|\bwithin (?:one|a) (?P<one>month)\b",
    re.I,
)
_MAY_BE_A_PERIOD = re.compile("[0-9xytenroaXYTENROA][- ](?:[Ww]orking[- ])?(?:[Dd]ay|[Ww]eek|[Mm]onth)")
"""A quick look, for the end of any of these numbers."""
_MAY_BE_A_DUTY = ("tatut", "egal", " law", "Law", "uty", "utie", " Act", "equire", "ection 55", "egislat", "ust ", "blig")
"""A quick look: what these words hold."""
_DUTY = re.compile(
    r"\b(?:statut\w+|legal\w*|law|duty|dutie?s|Police Act|the Act|requires (?:me|us|the|that)|section 55|legislat\w+"
    r"|require[ds]? (?:by|to (?:respond|publish|comment|reply))|must (?:respond|publish|comment|reply)|obliged|obligation)\b",
    re.I,
)
_RESPONSE = re.compile(r"\b(?:respon[ds]\w*|comment\w*|publish\w*|publication|repl(?:y|ies))\b", re.I)
_OTHER_DUTY = re.compile(
    r"\b(?:Freedom of Information|FOI|data protection|subject access|GDPR|complain\w*|letters?|correspondence|emergenc\w+|coroners?"
    r"|victims?|witness\w*|survivors?)\b",
    re.I,
)
_THIS_DUTY = re.compile(r"\b(?:section 55|Police Act|HMICFRS|inspect\w*|report)\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def wrong_period(line: Line, facts: Facts) -> Iterator[Match]:
    """Another period than 56 days where a sentence speaks of the duty to respond, such as "within 30 days"; eight weeks is 56 days."""
    at, words = 0, line.words
    if not any(each in words for each in _MAY_BE_A_DUTY) or not _MAY_BE_A_PERIOD.search(words):
        return
    for sentence in _SENTENCE_END.split(line.words):
        start = line.words.index(sentence, at)
        at = start + len(sentence)
        if not (_DUTY.search(sentence) and _RESPONSE.search(sentence)):
            continue
        if _OTHER_DUTY.search(sentence) and not _THIS_DUTY.search(sentence):
            continue
        for found in _PERIOD.finditer(sentence):
            if _is_the_period(found):
                continue
            fix = "The comments are published before the end of the 56 days that begin with the day on which the report is published."
            yield Match(start + found.start(), start + found.end(), f"The Act gives 56 days, not {found[0]}", fix)


def _is_the_period(found: re.Match[str]) -> bool:
    if found["work"] or found["one"]:
        return False
    number, unit = found["number"].lower().replace(" ", "-"), found["unit"].lower()
    return number in {"d": ("56", "fifty-six"), "w": ("8", "eight"), "m": ()}[unit[0]]


RULES = (
    LineRule("wrong_subsection", Severity.WARNING, wrong_subsection, _ACT, marks="("),
    LineRule("wrong_period", Severity.WARNING, wrong_period, f"{_ACT}(5A)", among("day days week weeks month months")),
)
