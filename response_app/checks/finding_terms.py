"""Which important words of a finding no answer uses: a prompt to reread, never a verdict on the answer (checks, answers to findings).

The page of answers shows them beside the answer. That a word is used says nothing of whether the finding is answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..domain.finding import Finding
from ..domain.kept import Kept
from ..domain.record import Record
from ..domain.richtext import plain

MOST = 8
"""Words that are named at most; a longer list is not read."""

_KEPT = 20_000
"""Words and texts that are kept: while somebody types, all but one are as they were."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n+")
_LEAD = re.compile(r".*?\b(?:should|must|needs? to)\b", re.DOTALL | re.IGNORECASE)
_YEAR_OR_NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?|\d+/\d+")

_SAYS_NOTHING = """
a about above across after again all also always among an and any are aren't as at away be because been before being below between both
but by can can't cannot could did do does doesn't don't during each either else enough especially ever every few find first for force
forces found from further get gets given gives go had has have having he her here him his how however i if immediately in including
inspectors into is isn't it its itself just least less like little made make makes making many may me might more most much must my need
needs neither never no nor not now of off often on once one only or other others our out over own per police rather recommend
recommendation recommended same saw see seen she should since so some soon still such sure take takes taken taking than that the their
them themselves then there these they this those three through throughout to too towards two under until up upon us use used uses using
very via was way ways we well were what when where whether which while who whole whom whose why will with within without work works
working would yet you your
area areas improvement improvements better good effective effectively appropriate appropriately relevant ensure ensures ensuring ensured
improve improves improving improved develop develops developing consistent consistently clear clearly provide provides providing january
february march april june july august september october november december day days month months week weeks year years chief constable
constables officer officers constabulary commissioner commissioners service services
"""
_STOP = frozenset(_SAYS_NOTHING.split())
"""Words that tell no finding from another: the grammar, what nearly every finding asks for, months, and whom it asks."""

_ENDINGS = (
    "abilities", "ability", "ations", "ation", "ators", "ator", "ating", "ated", "ates", "ate", "able", "ably", "ments", "ment",
    "ings", "ing", "ions", "ion", "ies", "ied", "ers", "ed", "er", "es", "ly", "s",
)  # fmt: skip
_ODD = {"children": "child", "people": "person", "persons": "person", "women": "woman", "men": "man"}


def absent_words(finding: str, answers: Iterable[str]) -> tuple[str, ...]:
    """Return the important words of a finding that stand in none of the answers, in its order, `MOST` at most.

    A word counts as used in any of its forms ("plans" for "plan", "recorded" for "recording"). Of a sentence that asks
    for something only what follows "should", "must" or "needs to" is looked at: before it stand whom it asks and by when.

    Args:
        finding: the inspectors' sentence or sentences.
        answers: what was written to it; without any word in them nothing is returned, for everything would be absent.
    """
    return _absent(finding, frozenset[str]().union(*(_stems(answer) for answer in answers)))


def _absent(finding: str, used: frozenset[str]) -> tuple[str, ...]:
    if not used:
        return ()
    absent: dict[str, str] = {}
    for word, stem in _important(finding):
        if stem not in used:
            absent.setdefault(stem, word if word.isupper() or any(map(str.isdigit, word)) else word.lower())
    return tuple(absent.values())[:MOST]


def words_absent_from_answers(record: Record, finding: Finding) -> tuple[str, ...]:
    """Return the important words of a finding's sentence and wording that neither half of its answer mentions.

    The chief officer's comment counts, the local policing body's actions, and both of a finding that it is answered with.
    """
    asked, named = _ASKED.of(finding)
    used = frozenset[str]().union(*(_USED.of(each) for each in _answered_by(record, finding)))
    absent = _absent(asked, used)
    return tuple(word for word in absent if _stem(word) not in named and _stem(word) not in _stems(record.office.force))


def _asked(finding: Finding) -> tuple[str, frozenset[str]]:
    """What a finding asks for, and the names of whom it asks."""
    asked = "\n".join(dict.fromkeys((finding.heading, plain(finding.wording))))
    return asked, frozenset(_stem(word) for name in (*finding.addressed_to, finding.scope) for word in _words(name))


def _used(finding: Finding) -> frozenset[str]:
    return frozenset[str]().union(*(_stems(plain(text)) for text in (finding.chief.text, *(each.text for each in finding.action))))


_ASKED: Kept[Finding, tuple[str, frozenset[str]]] = Kept(_asked)
_USED: Kept[Finding, frozenset[str]] = Kept(_used)


def _answered_by(record: Record, finding: Finding) -> Iterator[Finding]:
    """The finding, the one that it is answered with, the one that this one is answered with, and so on."""
    seen: set[str] = set()
    at: Finding | None = finding
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        other = at.answered_with
        at = next((each for each in record.findings if each.id == other), None) if other else None


@lru_cache(_KEPT)
def _important(finding: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, _stem(word)) for word in _telling(finding))


def _telling(finding: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(finding):
        lead = _LEAD.match(sentence)
        for word in _words(sentence[lead.end() :] if lead else sentence):
            if len(word) > 1 and word.lower() not in _STOP and not _YEAR_OR_NUMBER.fullmatch(word):
                yield word


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text)]


@lru_cache(_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(text)))


@lru_cache(_KEPT)
def _stem(word: str) -> str:
    """Return what the forms of a word have in common: "record" for "recording" and "recorded", "polic" for "policies"."""
    stem = _ODD.get(word.lower(), word.lower()).rstrip("'")
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            stem = stem.removesuffix(ending)
            break
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        stem = stem[:-1]
    return stem.rstrip("eiy") if len(stem) > 3 else stem
