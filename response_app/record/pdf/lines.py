"""Breaking runs into lines, keeping every character (record out).

reportlab's own paragraph drops the blank at the end of each line and keeps its lines to itself;
here each piece knows its element, so that the words of an element, joined, are the words of the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from . import fonts
from .style import Colour
from .tags import Element


@dataclass(frozen=True, eq=False, slots=True)
class Link:
    """A link: its element, its address, and all its words."""

    element: Element
    address: str
    words: str


@dataclass(frozen=True, eq=False, slots=True)
class Span:
    """Characters that are drawn alike and belong to one element."""

    text: str
    face: str
    colour: Colour
    owner: Element
    link: Link | None = None


@dataclass(slots=True)
class Piece:
    """Part of a span on one line, to be drawn; `x` from the start of the line and `width` in points."""

    span: Span
    text: str
    x: float
    width: float


Line = tuple[tuple[int, str, float, float], ...]
"""For each piece the number of its span, its words, its x and its width.

Plain tuples, and nothing of the span: a record has ten thousand lines, and those of a text that did not change serve
the next layout too. Nor has Python's garbage collector to look at them, which stops the window while it does.
"""
Lines = tuple[Line, ...]


def pieces_of(line: Line, spans: Sequence[Span]) -> list[Piece]:
    """Return the pieces of a line of `spans`."""
    return [Piece(spans[number], text, x, width) for number, text, x, width in line]


# A word with the blanks behind it. A hyphen or dash between letters ends a word, so that a line may break there.
_WORD = re.compile(r"\n|[^ \n]+ *| +")
_HYPHENED = re.compile(r"[-\u2013\u2014]")
_WORD_OR_HALF = re.compile(r"\n|[^ \n]*?[^\W\d_][-\u2013\u2014](?=[^\W\d_])|[^ \n]+ *| +")
# In a word wider than the line (an address, mostly) a break after one of these reads better than one anywhere.
_SOFT_BREAK = re.compile(r"[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")


Word = list[tuple[int, str]]
"""A word can run over several spans: the number of each, and the characters."""


def break_lines(spans: Sequence[Span], size: float, available: float) -> Lines:
    """Return the lines of `spans` at font size `size` (points), each at most `available` points wide."""
    if len(spans) == 1 and "\n" not in spans[0].text:
        lines = _break_one_span(spans[0], size / 1000, available)
        if lines is not None:
            return lines
    breaker = _Breaker([span.face for span in spans], size / 1000, available)
    for word in _words(spans):
        if word is None:
            breaker.new_line()
        else:
            breaker.add(word)
    return tuple([tuple(line) for line in breaker.lines])


class KeptLines:
    """Breaks lines as `break_lines` does, and remembers them from one layout of a record to the next.

    Lines depend on words, faces, font size and width alone, so while somebody writes all but the changed paragraph is
    there already. What is remembered is what the last two layouts used.
    """

    def __init__(self) -> None:
        self._before: dict[_Text, Lines] = {}
        self._now: dict[_Text, Lines] = {}

    def begin(self) -> None:
        """Begin a layout: what the one before did not use is forgotten."""
        self._before, self._now = self._now, {}

    def break_lines(self, spans: Sequence[Span], size: float, available: float) -> Lines:
        """Return the lines of `spans`; see `break_lines`."""
        text = (size, available, tuple([(span.text, span.face) for span in spans]))
        lines = self._now.get(text) or self._before.get(text) or break_lines(spans, size, available)
        self._now[text] = lines
        return lines


_Text = tuple[float, float, tuple[tuple[str, str], ...]]
"""What decides where lines break: font size, width, and the words and the face of each span."""


def _break_one_span(span: Span, scale: float, available: float) -> Lines | None:
    """Lines of plain text, most of a record, in a third of the time; None when a word is wider than a line."""
    text, face = span.text, span.face
    width, visible_width = fonts.width, fonts.visible_width
    limit = available / scale
    pattern = _WORD_OR_HALF if _HYPHENED.search(text) else _WORD
    lines: list[Line] = []
    x = 0.0
    start = 0
    for match in pattern.finditer(text):
        word = match[0]
        visible = visible_width(word, face)
        if visible > limit:
            return None
        if x and x + visible > limit:
            lines.append(((0, text[start : match.start()], 0.0, x * scale),))
            start = match.start()
            x = 0.0
        x += width(word, face)
    lines.append(((0, text[start:], 0.0, x * scale),))
    return tuple(lines)


def _words(spans: Iterable[Span]) -> Iterator[Word | None]:
    """Yield words, which can run over several spans, and None for a line break."""
    word: Word = []
    for number, span in enumerate(spans):
        pattern = _WORD_OR_HALF if _HYPHENED.search(span.text) else _WORD
        last = len(span.text)
        for match in pattern.finditer(span.text):
            text = match[0]
            if text == "\n":
                # A blank keeps the words apart for those who do not see the new line.
                yield [*word, (number, " ")]
                yield None
                word = []
                continue
            word.append((number, text))
            if match.end() < last or text[-1] == " ":
                yield word
                word = []
    if word:
        yield word


class _Breaker:
    """Fills lines; widths are kept in thousandths of the font size, `scale` makes points of them."""

    def __init__(self, faces: Sequence[str], scale: float, available: float) -> None:
        self.faces = faces
        self.lines: list[list[tuple[int, str, float, float]]] = [[]]
        self.scale = scale
        self.available = available / scale
        self.x = 0.0

    def new_line(self) -> None:
        self.lines.append([])
        self.x = 0.0

    def add(self, word: Word) -> None:
        """Put a word on this line or the next; the blanks behind it may stand beyond the margin."""
        number, text = word[-1]
        visible = fonts.visible_width(text, self.faces[number])
        for number, text in word[:-1]:
            visible += fonts.width(text, self.faces[number])
        if visible > self.available:
            self._add_in_parts(word)
            return
        if self.x and self.x + visible > self.available:
            self.new_line()
        for number, text in word:
            self._append(number, text)

    def _append(self, number: int, text: str) -> None:
        wide = fonts.width(text, self.faces[number])
        line = self.lines[-1]
        if line and line[-1][0] == number:
            _, before, x, width = line[-1]
            line[-1] = (number, before + text, x, width + wide * self.scale)
        else:
            line.append((number, text, self.x * self.scale, wide * self.scale))
        self.x += wide

    def _add_in_parts(self, word: Word) -> None:
        """Put a word wider than a line, from where the line now ends, on as many lines as it needs."""
        for number, text in word:
            face = self.faces[number]
            for part in self._parts(text, face):
                if self.x and self.x + fonts.visible_width(part, face) > self.available:
                    self.new_line()
                self._append(number, part)

    def _parts(self, text: str, face: str) -> Iterator[str]:
        for part in _SOFT_BREAK.findall(text):
            if fonts.visible_width(part, face) <= self.available:
                yield part
            else:
                yield from part
