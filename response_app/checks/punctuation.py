"""Rules on pairs in our words: brackets and quotation marks, and apostrophes in plurals (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .facts import Facts
from .matches import LineRule, Match, TextRule
from .paragraphs import Kind, Line
from .problem import Severity

_PAIRS = {")": "(", "]": "[", "}": "{"}
_ITEM = r"(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.?\)"
_MARKER = re.compile(rf"(?:^|(?<=[\s;,:(])){_ITEM}(?=\.?\s+\S)|^{_ITEM}\.?$")
_FACE = re.compile(r"[:;8]-?[()]")


def bracket_unbalanced(lines: Sequence[Line]) -> Iterator[tuple[Line, Match]]:
    """A bracket without its other half; markers of a list such as "a)" and brackets over several paragraphs are fine."""
    waiting: list[tuple[str, Line, int]] = []
    for line in lines:
        if not any(each in line.words for each in "()[]{}"):
            continue
        alone = {line.words.index(")", found.start()) for found in _MARKER.finditer(line.words)}
        faces = {found.end() - 1 for found in _FACE.finditer(line.words)}
        for at, character in _brackets(line.words):
            if character in "([{":
                waiting.append((character, line, at))
            elif waiting and waiting[-1][0] == _PAIRS[character]:
                waiting.pop()
            elif at not in alone and at not in faces:
                yield (
                    line,
                    Match(at, at + 1, f"This “{character}” has no “{_PAIRS[character]}” before it", "Take it out, or add its other half."),
                )
    for character, line, at in waiting:
        if at not in {found.end() - 1 for found in _FACE.finditer(line.words)}:
            yield line, Match(at, at + 1, f"This “{character}” is never closed", "Take it out, or add its other half.")


def _brackets(words: str) -> Iterator[tuple[int, str]]:
    yield from ((at, character) for at, character in enumerate(words) if character in "()[]{}")


def quote_unbalanced(lines: Sequence[Line]) -> Iterator[tuple[Line, Match]]:
    """A quotation that is never closed, or closed and never opened.

    A quotation over paragraphs opens each of them again and is closed in the last; straight marks have to be even in a paragraph,
    unless the next one takes the quotation up.
    """
    waiting: tuple[Line, int] | None = None
    for line in lines:
        opens_again = line.words.lstrip()[:1] == "“"
        if waiting is not None and (opens_again or line.kind is Kind.ITEM):
            waiting = None if opens_again else waiting
        for at, character in enumerate(line.words) if "“" in line.words or "”" in line.words else ():
            if character == "“":
                if waiting is not None:
                    yield _open(waiting)
                waiting = (line, at)
            elif character == "”":
                if waiting is None:
                    yield (
                        line,
                        Match(
                            at, at + 1, "This quotation mark closes a quotation that was never opened", "Add the opening quotation mark."
                        ),
                    )
                waiting = None
    if waiting is not None:
        yield _open(waiting)
    yield from _straight(lines)
    yield from _single(lines)


def _open(waiting: tuple[Line, int]) -> tuple[Line, Match]:
    line, at = waiting
    return line, Match(at, at + 1, "This quotation is never closed", "Add the closing quotation mark.")


_INCHES = re.compile(r"(?<=[0-9])\"")


def _marks(words: str) -> list[int]:
    """Where straight quotation marks stand; where they are odd, those after a number are taken for inches."""
    if '"' not in words:
        return []
    marks = [at for at, character in enumerate(words) if character == '"']
    return marks if len(marks) % 2 == 0 else [at for at in marks if not _INCHES.match(words, at)]


_SINGLE = re.compile(r"‘(?!(?:[0-9]|tis|twas|til|em|n|cause)\b|[0-9])", re.I)
_SINGLE_END = re.compile(r"[’'](?![^\W_])")


def _single(lines: Sequence[Line]) -> Iterator[tuple[Line, Match]]:
    """A quotation in single marks that nothing closes, in its line or after it; an apostrophe at a word's end may close it too."""
    for number, line in enumerate(lines):
        for found in _SINGLE.finditer(line.words) if "‘" in line.words else ():
            after = (line.words[found.end() :], *(each.words for each in lines[number + 1 :]))
            if not any(_SINGLE_END.search(each) for each in after):
                yield line, Match(*found.span(), "This quotation is never closed", "Add the closing quotation mark.")


def _straight(lines: Sequence[Line]) -> Iterator[tuple[Line, Match]]:
    pending: tuple[Line, int] | None = None
    for line in lines:
        words = line.words
        marks = _marks(words)
        if pending is not None:
            again = words.lstrip()[:1] == '"'  # a quotation over paragraphs opens each of them again
            marks = marks[1:] if again else marks
            if len(marks) % 2:
                pending, marks = None, marks[1:]  # it ends here
        if len(marks) % 2:
            pending = (line, marks[-1])
    if pending is not None:
        line, at = pending
        yield line, Match(at, at + 1, "This quotation mark has no other half", "Add the other quotation mark, or take this one out.")


_PLURAL = re.compile(
    r"\b(?P<noun>[A-Z]{2,5})[’']s(?=\s+(?P<verb>are|were|have|fund|work|and|also|will|in|across|for|should|must|that|who|which|from|on)\b|[.,;)]|$)"
)
_ITS = re.compile(r"\bits[’'](?!\w)|\bit[’']s (?=own\b|response\b|performance\b|officers\b|staff\b|plans?\b|approach\b)", re.I)
_CAPITALS_S = re.compile("[A-Z][’']s")
_IT_S = re.compile("[Tt]s?[’']")
_DECADE = re.compile(r"\b(?:19|20)[0-9]0[’']s\b")
_BEFORE_PLURAL = re.compile(
    r"\b(?:the|all|other|these|those|both|many|several|some|our|my|their|two|three|four|five|six|seven|eight|nine|ten|[0-9]+|local)\s+(?:local\s+|other\s+)?$",
    re.I,
)


def apostrophe(line: Line, facts: Facts) -> Iterator[Match]:
    """An apostrophe in a plural ("the PCC's also fund"), "its'", or "it's" for "its"."""
    for found in _PLURAL.finditer(line.words) if _CAPITALS_S.search(line.words) else ():
        verb = found["verb"] or ""
        several = verb in ("are", "were", "have", "fund", "work", "also", "who") or (
            found["noun"] in ("AFI", "NPT", "LPT", "PCSO") and verb in ("and", "in", "across", "for", "that", "which", "from", "")
        )
        if several and (verb in ("are", "were", "have") or _BEFORE_PLURAL.search(line.words[: found.start()])):
            yield Match(*found.span(), f"“{found[0]}” is a plural, so it needs no apostrophe", f"Write “{found['noun']}s”.")
    for found in _ITS.finditer(line.words) if _IT_S.search(line.words) else ():
        yield Match(*found.span(), f"“{found[0].strip()}” has an apostrophe that it does not need", "Write “its”.")
    for found in _DECADE.finditer(line.words) if "0’s" in line.words or "0's" in line.words else ():
        yield Match(*found.span(), f"“{found[0]}” needs no apostrophe", f"Write “{found[0].replace('’', '').replace(chr(39), '')}”.")


RULES = (
    LineRule(
        "apostrophe",
        Severity.HINT,
        apostrophe,
        "a published record says “the PCC's also fund”",
        marks=("s’", "s'", "’s", "'s", "S’", "S'", "’S", "'S"),
    ),
)

TEXT_RULES = (
    TextRule("bracket_unbalanced", Severity.WARNING, bracket_unbalanced, "a published record says “collaboration agreement)”"),
    TextRule("quote_unbalanced", Severity.WARNING, quote_unbalanced, "a reader cannot tell where somebody’s words end"),
)
