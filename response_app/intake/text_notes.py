"""Report in: the footnotes of a text that was extracted from a PDF, where only their numbers and blank lines tell them."""

from __future__ import annotations

import re
from dataclasses import replace

from .lines import Line, LineKind

_NUMBER = re.compile(r"\d{1,3}")
_LINES_OF_A_PAGE = 75
_LONGEST_NOTE = 10
_MOST_MISSED = 3
_BEFORE_NUMBERS = (
    "annex appendix area areas band chapter figure grade level number page pages paragraph part phase question questions "
    "recommendation recommendations section stage table tier version volume year and to of in the by than january february march "
    "april may june july august september october november december"
)
_COUNTED = frozenset(_BEFORE_NUMBERS.split())


def with_footnotes(lines: list[Line], set_in: frozenset[int]) -> list[Line]:
    """Return the lines with footnotes set apart: kind, marker, and the markers in the text taken out into `notes`.

    A footnote is a number alone on its line that goes on counting from the last one (some may be missed) and stands in
    the text of the page above it behind a word, with the note's lines below it, a blank line between. A marker that could
    stand at several places stays in the text.

    Args:
        lines: of the whole text.
        set_in: numbers of the lines that begin with a blank: where form feeds were lost, a page begins so.
    """
    given, last, page_begins, at = list(lines), 0, 0, 0
    while at < len(given):
        line = given[at]
        if line.kind is LineKind.FURNITURE and _NUMBER.fullmatch(line.text):
            first = max(page_begins, at - _LINES_OF_A_PAGE)
            follows = last < int(line.text) <= last + _MOST_MISSED
            end = _end_of_note(given, at, set_in) if follows else 0
            places = _places_of_marker(given[first:at], line.text) if end else []
            if places or (end and int(line.text) == last + 1 and _counts_on(given, end, last + 2)):
                if len(places) == 1:
                    marked = first + places[0][0]
                    given[marked] = _without(given[marked], places[0][1], line.text)
                given[at:end] = _note(given[at + 1 : end], line.text)
                last, at = int(line.text), end - 1
                continue
            page_begins = at
        at += 1
    return given


def _counts_on(lines: list[Line], at: int, number: int) -> bool:
    """Say whether the next note's number follows at once: then a note is one without a marker that was found."""
    return at < len(lines) and lines[at].text == str(number) and lines[at].kind is LineKind.FURNITURE


def _note(lines: list[Line], marker: str) -> list[Line]:
    first = replace(lines[0], kind=LineKind.FOOTNOTE, marker=marker)
    note = [first, *(replace(line, kind=LineKind.FOOTNOTE, marker="") for line in lines[1:])]
    return [replace(line, opens=at == 0, joins=at + 1 < len(note)) for at, line in enumerate(note)]


def _end_of_note(lines: list[Line], at: int, set_in: frozenset[int]) -> int:
    """Return where the note ends (exclusive) whose number stands at `at`, 0 when no note follows."""
    first = lines[at + 1] if at + 1 < len(lines) else lines[at]
    if first is lines[at] or not first.opens or first.text[:1].islower() or first.page != lines[at].page:
        return 0
    for end in range(at + 1, min(len(lines), at + 2 + _LONGEST_NOTE)):
        line = lines[end]
        begins_anew = end > at + 1 and (line.opens or line.number in set_in)
        if line.kind is LineKind.FURNITURE or line.page != first.page or begins_anew:
            return end if end > at + 1 else 0
    return len(lines) if len(lines) <= at + 1 + _LONGEST_NOTE else 0


def _places_of_marker(above: list[Line], number: str) -> list[tuple[int, tuple[int, int]]]:
    """Return line and characters of the places above where the number can be a marker."""
    ends = "[.,;:)’”'\"]"
    marker = re.compile(rf"(?:(?<=[^\W\d_]) ?|(?<={ends}) |(?<=[^\d]{ends})){number}(?=$|[\s.,;:)’”'\"])")
    return [
        (at, match.span())
        for at, line in enumerate(above)
        if line.kind not in (LineKind.FURNITURE, LineKind.FOOTNOTE)
        for match in marker.finditer(line.text)
        if line.text[: match.start()].rsplit(" ", 1)[-1].casefold() not in _COUNTED
    ]


def _without(line: Line, span: tuple[int, int], marker: str) -> Line:
    text = line.text[: span[0]] + line.text[span[1] :]
    return replace(line, text=text.strip(), notes=(*line.notes, marker))
