"""Report in: the words of lines that the user chose in the report, as structured text."""

from __future__ import annotations

from dataclasses import replace

from ..domain.canonical import canonical
from ..domain.richtext import RichText
from .blocks import blocks_of
from .finder.wording import rich
from .lines import LineKind, Reading
from .proposal import Span


def chosen_text(reading: Reading, first: int, last: int) -> RichText:
    """Return the words of lines `first` to `last` (as `Line.number`), joined to paragraphs and lists.

    What is not the report's words, such as running heads and footnotes between the lines, is left out; where nothing else
    was chosen, it is meant, and taken as plain lines.
    """
    lines = tuple(each for each in reading.lines if first <= each.number <= last)
    blocks = blocks_of(replace(reading, lines=lines)).blocks
    if not blocks:
        plain = tuple(replace(each, kind=LineKind.TEXT, marker="") for each in lines)
        blocks = blocks_of(replace(reading, lines=plain)).blocks
    return canonical(rich(blocks))


def chosen_span(reading: Reading, first: int, last: int) -> Span:
    """Return the place of lines `first` to `last`."""
    page = next((each.page for each in reading.lines if each.number == first), 0)
    return Span(page, first, last)
