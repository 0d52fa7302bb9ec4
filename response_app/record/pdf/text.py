"""A block of text on the page: wraps, splits over pages without widows, draws tagged (record out)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable

from . import fonts
from .lines import Lines, Piece, Span, pieces_of
from .style import LABEL_GAP, QUOTE_BAR, TEXT_HEIGHT, TextStyle
from .tags import Recorder

_ASCENT, _UNDERLINE = 0.75, 0.09
"""Height of the letters above the base line, and depth of an underline, in parts of the font size."""


class TextBlock(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines of text of one style.

    Attributes:
        spans: what it says.
        style: how it looks.
        label: spans of a list label, drawn at the left of the first line.
        bookmark: (level, words) when it is a heading.
        space_after: space below in points, that of the style until it is changed.
        tail: height of a short line below (an owner and target date) that must not begin a page without words of this one.
    """

    def __init__(
        self,
        recorder: Recorder,
        spans: Sequence[Span],
        style: TextStyle,
        label: Sequence[Span] = (),
        bookmark: tuple[int, str] | None = None,
    ) -> None:
        super().__init__()
        self.recorder = recorder
        self.spans = spans
        self.style = style
        self.label = label
        self.bookmark = bookmark
        self.space_after = style.after
        self.tail = 0.0
        self._lines: Lines | None = None
        self._lines_width: float | None = None

    def lines(self, available: float) -> Lines:
        """Return the lines at this width (points); kept, since wrap, split and draw all ask. A part keeps its lines at any width."""
        if self._lines is None or self._lines_width not in (None, available):
            self._lines = self.recorder.break_lines(self.spans, self.style.size, available - self.style.indent)
            self._lines_width = available
        return self._lines

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Return width and height in points; too high on purpose where the tail would not fit, so that the text is split."""
        self.width = availWidth
        self.height = len(self.lines(availWidth)) * self.style.leading
        if self.height <= availHeight < self.height + self.tail:
            return availWidth, self.height + self.tail
        return availWidth, self.height

    def least_height(self, available: float) -> float:
        """Return the height that must stay together at the start: two lines, or all of three with the tail."""
        count = len(self.lines(available))
        return count * self.style.leading + self.tail if count <= 3 else 2 * self.style.leading

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Divide between lines so that no part has a single line (no widows and orphans); a heading only when it must."""
        lines = self.lines(availWidth)
        fit = min(int((availHeight + 0.01) // self.style.leading), len(lines) - 2)
        if fit < 2 or (self.bookmark and len(lines) * self.style.leading < TEXT_HEIGHT):
            return []
        return [self._part(lines[:fit], first=True), self._part(lines[fit:], first=False)]

    def _part(self, lines: Lines, first: bool) -> TextBlock:
        style = self.style if first else replace(self.style, before=0)
        part = TextBlock(self.recorder, self.spans, style, self.label if first else (), self.bookmark if first else None)
        part.space_after = 0 if first else self.space_after
        part.tail = 0 if first else self.tail
        part._lines = lines
        return part

    def getSpaceBefore(self) -> float:
        """Return the space above in points."""
        return self.style.before

    def getSpaceAfter(self) -> float:
        """Return the space below in points."""
        return self.space_after

    def draw(self) -> None:
        """Draw label and lines, each piece inside the marked content of its element."""
        style = self.style
        lines = self.lines(self.width)
        first_base = self.height - style.leading + (style.leading - style.size) / 2 + style.size * (1 - _ASCENT) * 0.8
        if style.bar:
            self._draw_bar()
        if self.bookmark:
            top = self.canv.absolutePosition(0, self.height)[1]
            self.recorder.bookmark(self.canv, *self.bookmark, round(top + 4, 2))
        if self.label:
            width = sum(fonts.width(span.text, span.face) for span in self.label) * style.size / 1000
            start = style.indent - LABEL_GAP - width
            pieces = [Piece(span, span.text, start, width) for span in self.label]
            draw_pieces(self.canv, self.recorder, [(first_base, piece) for piece in pieces], style, 0)
        placed = [(first_base - index * style.leading, piece) for index, line in enumerate(lines) for piece in pieces_of(line, self.spans)]
        draw_pieces(self.canv, self.recorder, placed, style, style.indent)

    def _draw_bar(self) -> None:
        canvas = self.canv
        with self.recorder.artifact(canvas):
            canvas.setFillColorRGB(*QUOTE_BAR)
            # Down into the space below, so that the bars of neighbouring paragraphs meet.
            below = self.style.after if self.space_after == self.style.after else 0
            canvas.rect(self.style.indent - 12, -below, 3, self.height + below, stroke=0, fill=1)


def draw_pieces(
    canvas: Any, recorder: Recorder, placed: Sequence[tuple[float, Piece]], style: TextStyle, left: float, as_artifact: bool = False
) -> None:
    """Draw pieces at (left + x, base line), one marked-content sequence for neighbours of one element.

    Underlines and annotations of links follow: an annotation covers one line of one link. As an
    artifact (a repeated table header) nothing is claimed and nothing is a link.
    """
    if as_artifact:
        with recorder.artifact(canvas, "/Type /Pagination"):
            recorder.shower.show(canvas, placed, style.size, left)
        return
    for owner, group in groupby(placed, key=lambda each: each[1].span.owner):
        with recorder.content(canvas, owner):
            recorder.shower.show(canvas, group, style.size, left)
    linked = [each for each in placed if each[1].span.link]
    if linked:
        _draw_links(canvas, recorder, linked, style, left)


def _draw_links(canvas: Any, recorder: Recorder, placed: Sequence[tuple[float, Piece]], style: TextStyle, left: float) -> None:
    """Underline links, and put one annotation on each line of each link."""
    for (link, base), group in groupby(placed, key=lambda each: (each[1].span.link, each[0])):
        assert link is not None
        pieces = [piece for _, piece in group if piece.text.strip(" ")]
        if not pieces:  # a line of a link that holds nothing but a blank
            continue
        last = pieces[-1]
        blanks = len(last.text) - len(last.text.rstrip(" "))
        start = left + pieces[0].x
        end = left + last.x + last.width - fonts.width(" ", last.span.face) * blanks * style.size / 1000
        with recorder.artifact(canvas):
            canvas.setStrokeColorRGB(*last.span.colour)
            canvas.setLineWidth(0.7)
            canvas.line(start, base - style.size * _UNDERLINE, end, base - style.size * _UNDERLINE)
        x, y = canvas.absolutePosition(start, base - style.size * 0.25)
        rectangle = (round(x, 2), round(y, 2), round(x + end - start, 2), round(y + style.leading, 2))
        recorder.link(canvas, link.element, rectangle, link.address, link.words)
