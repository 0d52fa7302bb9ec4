"""Rules that look at a whole text, or at several together: repeats, names of one team, whose words they are (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..domain.kept import Kept
from .facts import Facts
from .matches import Match, RecordTextsRule
from .paragraphs import Kind, Line, Read
from .problem import Severity

Found = tuple[Read, Line, Match]

_KEPT = 20_000
"""Lines for which it is kept what was found in them: while somebody types, all but one are as they were."""

_FEWEST_REPEATED = 25
"""Words; the contract's definition of `duplicate_text`."""


def duplicate_text(texts: Sequence[Read], facts: Facts) -> Iterator[Found]:
    """A paragraph of 25 words or more that stands twice in our words."""
    first: dict[str, tuple[Read, Line]] = {}
    for text in texts:
        for line in text.lines:
            key = _repeatable(line.words)
            if not key:
                continue
            if key in first:
                yield (
                    text,
                    line,
                    Match(
                        0,
                        len(line.words),
                        "This paragraph is already in the record",
                        "Keep it in one place, or say what is different here.",
                    ),
                )
            else:
                first[key] = (text, line)


@lru_cache(_KEPT)
def _repeatable(words: str) -> str:
    """The words with single spaces and straight quotation marks, "" where they are too few to be told as a repeat."""
    said = words.split() if len(words) >= 2 * _FEWEST_REPEATED - 1 else []
    return " ".join(said).translate(_STRAIGHT) if len(said) >= _FEWEST_REPEATED else ""


_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


_TEAM = r"Board|Group|Team|Unit|Panel|Committee|Forum|Hub|Partnership|Programme|Meeting"
_NAME = re.compile(rf"\b(?:[A-Z][\w’'-]*\s+(?:(?:and|of|for|&)\s+)?){{1,6}}(?:{_TEAM})\b")
_TEAM_WORD = re.compile(rf"\b(?:{_TEAM})\b")
_TEAM_WORDS = frozenset(_TEAM.lower().split("|"))
_ARTICLE = re.compile(r"^(?:The|A|An|Our|My|This|Their|Each|Every) ")
_DEFINED = re.compile(r"(?P<long>(?:[A-Za-z][\w’'-]*[\s,]+(?:(?:and|of|for|&)\s+)?){1,8})\((?P<short>[A-Z][A-Za-z]{1,7}s?)\)")


def term_inconsistent(texts: Sequence[Read], facts: Facts) -> Iterator[Found]:
    """Two names for what seems to be one team: an acronym with two meanings, or names that differ in a word or its place."""
    meanings: dict[str, str] = {}
    teams: dict[frozenset[str], str] = {}
    for text in texts:
        for line in text.lines:
            yield from ((text, line, match) for match in _two_meanings(line, meanings))
            yield from ((text, line, match) for match in _two_names(line, teams))


def _two_meanings(line: Line, meanings: dict[str, str]) -> Iterator[Match]:
    for short, long, start, end in _defined(line.words):
        before = meanings.setdefault(short, long)
        if _plain(before) != _plain(long):
            fix = f"Use one of the two names throughout; earlier, {short} stands for “{before}”."
            yield Match(start, end, f"“{short}” is explained in two ways", fix)


@lru_cache(_KEPT)
def _defined(words: str) -> tuple[tuple[str, str, int, int], ...]:
    """The short forms that are explained, with what they stand for and where."""
    if "(" not in words:
        return ()
    out = []
    for found in _DEFINED.finditer(words):
        short = found["short"].removesuffix("s") if found["short"][-1:] == "s" and found["short"][:-1].isupper() else found["short"]
        long = _expansion(found["long"], short)
        if long:
            out.append((short, long, found.start("short") - 1, found.end()))
    return tuple(out)


def _expansion(words: str, short: str) -> str:
    """The last words whose initials are those of the short form, "" where there are none."""
    said = words.split()
    strong = [at for at, word in enumerate(said) if word.lower() not in ("and", "of", "for", "the", "&")]
    if len(strong) < len(short):
        return ""
    taken = strong[-len(short) :]
    initials = "".join(said[at][0] for at in taken).upper()
    return " ".join(said[taken[0] :]) if initials == short.upper() else ""


def _plain(name: str) -> str:
    return re.sub(r"[^a-z ]", "", name.lower().replace("&", "and")).removesuffix("s")


def _two_names(line: Line, teams: dict[frozenset[str], str]) -> Iterator[Match]:
    for name, key, end in _teams(line.words):
        before = teams.get(key) or next((each for known, each in teams.items() if _seem_one(known, key)), None)
        if before is None:
            teams[key] = name
        elif before != name:
            yield Match(end - len(name), end, f"“{name}” may be the same as “{before}”", "Use one name for one team everywhere.")


@lru_cache(_KEPT)
def _teams(words: str) -> tuple[tuple[str, frozenset[str], int], ...]:
    """The names of teams of three words or more, each with its words in small letters and one past its last character."""
    out = []
    for found in _NAME.finditer(words) if _TEAM_WORD.search(words) else ():
        name = _ARTICLE.sub("", " ".join(found[0].split()))
        strong = [word.lower() for word in name.split() if word not in ("and", "of", "for", "&")]
        if len(strong) >= 3:
            out.append((name, frozenset(strong), found.end()))
    return tuple(out)


def _seem_one(known: frozenset[str], key: frozenset[str]) -> bool:
    """The same words but for what the team is called ("Board", "Group")."""
    differing = known ^ key
    return len(differing) == 2 and len(known) >= 3 and differing <= _TEAM_WORDS


_NAMED = (
    r"(?:(?:Deputy |Assistant |Acting |Temporary |Detective |Chief )*"
    r"(?:Constable|Superintendent|Inspector|Executive|Commissioner|Mayor|Officer)|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\s+"
    r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}"
)
_SAID = re.compile(
    rf"\b(?P<who>{_NAMED})(?:,[^.“”\":]{{1,80}})?,?\s+(?:has\s+)?(?:said|says|added|adds|commented|stated|explained|told)\b"
    rf"|\b(?:said|says|added|adds|commented|explained)\s+(?P<after>{_NAMED})"
)


@lru_cache(_KEPT)
def _saying(words: str) -> re.Match[str] | None:
    return _SAID.search(words)


_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me|I[’'](?:m|ve|ll|d)|we[’'](?:re|ve|ll|d))\b", re.I)


def words_of_another(texts: Sequence[Read], facts: Facts) -> Iterator[Found]:
    """A text that is mostly what a named other person says in the first person, as pasted from a news release."""
    own = {name.split()[-1] for name in (*facts.holders, *facts.chief_officers) if name.split()}
    for text in texts:
        if not any("“" in line.words or '"' in line.words for line in text.lines):
            continue
        saying = next(((line, found) for line in text.lines if (found := _saying(line.words))), None)
        if saying is None or _who(saying[1]).split()[-1] in own:
            continue
        quoted = _quoted_words(text.lines)
        whole = sum(len(line.words.split()) for line in text.lines)
        if quoted > whole / 2:
            line, found = saying
            fix = "Put it in the words of the person who answers, or mark it as a quotation and name who said it."
            span = found.span("who" if found["who"] else "after")
            yield text, line, Match(*span, f"Most of this text is what {_who(found)} says", fix)


def _who(found: re.Match[str]) -> str:
    return found["who"] or found["after"]


def _quoted_words(lines: Sequence[Line]) -> int:
    """How many words stand in quotation marks in the first person; a quotation with attribution is marked already."""
    number, inside = 0, False
    for line in lines:
        if line.kind in (Kind.QUOTED, Kind.ATTRIBUTION):
            continue
        spoken: list[str] = []
        for part in re.split('([“”"])', line.words):
            if part in ("“", "”", '"'):
                inside = part == "“" or (part == '"' and not inside)
            elif inside:
                spoken.append(part)
        words = " ".join(spoken)
        number += len(words.split()) if _FIRST_PERSON.search(words) else 0
    return number


_FEWEST_EQUAL = 8
"""Words; a short answer such as "Agreed" may well stand twice."""


def _words_of(text: Read) -> str:
    return " ".join(" ".join(line.words.split()).lower() for line in text.lines)


_WORDS_OF: Kept[Read, str] = Kept(_words_of)


def _finding_of(answer: Read) -> str:
    return answer.place.partition(".action[")[0]


def identical_answers(texts: Sequence[Read], facts: Facts) -> Iterator[Found]:
    """The same answer to two findings, word for word; "answered together" says so once."""
    first: dict[str, Read] = {}
    for text in texts:
        if ".action[" not in text.place or not text.lines:
            continue
        key = _WORDS_OF.of(text)
        if key.count(" ") + 1 < _FEWEST_EQUAL:
            continue
        if key in first and _finding_of(first[key]) != _finding_of(text):
            line = text.lines[0]
            yield (
                text,
                line,
                Match(
                    0,
                    len(line.words),
                    "Another finding has the same answer, word for word",
                    "Answer the two together, or say what is done for this one.",
                ),
            )
        first.setdefault(key, text)


_FINDINGS = r"(?:findings?|areas? for improvement|AFIs?|recommendations?|causes? of concern)"
_REGIONAL = re.compile(
    rf"\b(?:the\s+)?(?:(?<!no )regional {_FINDINGS}|{_FINDINGS} for the region|region[’']s {_FINDINGS})\b",
    re.I,
)


def regional_findings_missing(texts: Sequence[Read], facts: Facts) -> Iterator[Found]:
    """Words on findings for the region in a record that has none of them."""
    if facts.regional:
        return
    for text in texts:
        for line in text.lines:
            for found in _REGIONAL.finditer(line.words) if "egion" in line.words else ():
                fix = "Add the region’s findings from the report, with its chapter as their scope, or leave out the mention."
                yield text, line, Match(*found.span(), f"“{found[0]}”, but no finding for the region is recorded", fix)
                return


RULES = (
    RecordTextsRule("duplicate_text", Severity.WARNING, duplicate_text, "published records repeat whole paragraphs"),
    RecordTextsRule("term_inconsistent", Severity.WARNING, term_inconsistent, "a published record calls one team by two names"),
    RecordTextsRule("words_of_another", Severity.WARNING, words_of_another, "a published record gives a news release as the response"),
    RecordTextsRule(
        "regional_findings_missing",
        Severity.WARNING,
        regional_findings_missing,
        "a record speaks of regional findings and has none",
    ),
    RecordTextsRule("identical_answers", Severity.HINT, identical_answers, "one answer to several findings is printed once, for them all"),
)
