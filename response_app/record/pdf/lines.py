"""Breaking runs into lines, keeping every character (record out).

reportlab's own paragraph drops the blank at the end of each line and keeps its lines to itself;
here each piece knows its element, so that the words of an element, joined, are the words of the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    """Part of a span on one line; `x` from the start of the line and `width` in points."""

    span: Span
    text: str
    x: float
    width: float


Line = list[Piece]

# A word with the blanks behind it. A hyphen or dash between letters ends a word, so that a line may break there.
_WORD = re.compile(r"\n|[^ \n]+ *| +")
_HYPHENED = re.compile(r"[-\u2013\u2014]")
_WORD_OR_HALF = re.compile(r"\n|[^ \n]*?[^\W\d_][-\u2013\u2014](?=[^\W\d_])|[^ \n]+ *| +")
# In a word wider than the line (an address, mostly) a break after one of these reads better than one anywhere.
_SOFT_BREAK = re.compile(r"[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")


Word = list[tuple[Span, str]]


def break_lines(spans: Iterable[Span], size: float, available: float) -> list[Line]:
    """Return the lines of `spans` at font size `size` (points), each at most `available` points wide."""
    spans = list(spans)
    if len(spans) == 1 and "\n" not in spans[0].text:
        lines = _break_one_span(spans[0], size / 1000, available)
        if lines is not None:
            return lines
    breaker = _Breaker(size / 1000, available)
    for word in _words(spans):
        if word is None:
            breaker.new_line()
        else:
            breaker.add(word)
    return breaker.lines


def _break_one_span(span: Span, scale: float, available: float) -> list[Line] | None:
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
            lines.append([Piece(span, text[start : match.start()], 0.0, x * scale)])
            start = match.start()
            x = 0.0
        x += width(word, face)
    lines.append([Piece(span, text[start:], 0.0, x * scale)])
    return lines


def _words(spans: Iterable[Span]) -> Iterator[Word | None]:
    """Yield words, which can run over several spans, and None for a line break."""
    word: Word = []
    for span in spans:
        pattern = _WORD_OR_HALF if _HYPHENED.search(span.text) else _WORD
        last = len(span.text)
        for match in pattern.finditer(span.text):
            text = match[0]
            if text == "\n":
                # A blank keeps the words apart for those who do not see the new line.
                yield [*word, (span, " ")]
                yield None
                word = []
                continue
            word.append((span, text))
            if match.end() < last or text[-1] == " ":
                yield word
                word = []
    if word:
        yield word


class _Breaker:
    """Fills lines; widths are kept in thousandths of the font size, `scale` makes points of them."""

    def __init__(self, scale: float, available: float) -> None:
        self.lines: list[Line] = [[]]
        self.scale = scale
        self.available = available / scale
        self.x = 0.0

    def new_line(self) -> None:
        self.lines.append([])
        self.x = 0.0

    def add(self, word: Word) -> None:
        """Put a word on this line or the next; the blanks behind it may stand beyond the margin."""
        span, text = word[-1]
        visible = fonts.visible_width(text, span.face)
        for span, text in word[:-1]:
            visible += fonts.width(text, span.face)
        if visible > self.available:
            self._add_in_parts(word)
            return
        if self.x and self.x + visible > self.available:
            self.new_line()
        for span, text in word:
            self._append(span, text)

    def _append(self, span: Span, text: str) -> None:
        wide = fonts.width(text, span.face)
        line = self.lines[-1]
        if line and line[-1].span is span:
            line[-1].text += text
            line[-1].width += wide * self.scale
        else:
            line.append(Piece(span, text, self.x * self.scale, wide * self.scale))
        self.x += wide

    def _add_in_parts(self, word: Word) -> None:
        """Put a word wider than a line, from where the line now ends, on as many lines as it needs."""
        for span, text in word:
            for part in self._parts(span, text):
                if self.x and self.x + fonts.visible_width(part, span.face) > self.available:
                    self.new_line()
                self._append(span, part)

    def _parts(self, span: Span, text: str) -> Iterator[str]:
        for part in _SOFT_BREAK.findall(text):
            if fonts.visible_width(part, span.face) <= self.available:
                yield part
            else:
                yield from part
