"""Marks on the words that somebody looks for, and other words in their place (guided sections, answers)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor

from response_app.domain.finding_words import Finder, Wanted, finder

from ..theme import tokens
from .fields import fields_of, format_at
from .line_marks import LineMarks
from .positions import Positions
from .stretches import positions_in, stretches

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit

_SLICE = 0.012
"""Seconds of replacing after which events have their turn; laying out the lines comes on top."""
_HITS = 200
"""Hits that are taken in one go."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
Spans = list[tuple[int, int]]


class Place(NamedTuple):
    """Where words were found: first position in the document and the one after the last; which of all it is, from 0."""

    start: int
    end: int
    number: int


class FoundMarks(LineMarks[Spans]):
    """Where the words that are looked for stand in one editor's text, those of fields as well.

    Signals:
        replaced: (int) so many of all were replaced.
    """

    replaced = Signal(int)

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__(edit)
        self._replacing: Iterator[bool] | None = None
        self._wanted: Wanted | None = None
        self._find: Finder | None = None

    def look_for(self, wanted: Wanted | None) -> None:
        """Mark words, or none any longer."""
        if wanted is not None and not wanted.words:
            wanted = None
        if wanted != self._wanted:
            self._wanted = wanted
            self._find = finder(wanted) if wanted else None
            self.forget()

    def finish(self) -> None:
        """Read what was not read yet at once: somebody waits for it."""
        if self._is_on() and self._edit.isVisible() and not self.is_complete:
            self._lines = self._lines or [None] * self._edit.document().blockCount()
            for _ in self._read_all():
                pass

    @property
    def count(self) -> int:
        """How often they were found so far."""
        return sum(len(line) for line in self._lines if line)

    def next_from(self, position: int, *, backwards: bool = False) -> Place | None:
        """Return the first place that begins at a position or after it, or the last that ends before; round the end where there is none."""
        document = self._edit.document()
        if not any(self._lines):
            return None
        at = document.findBlock(position)
        offset = position - at.position()
        here = self._lines[at.blockNumber()] if at.blockNumber() < len(self._lines) else None
        if backwards:
            inside = [span for span in here or () if span[1] <= offset]
            order = [*range(at.blockNumber() - 1, -1, -1), *range(len(self._lines) - 1, at.blockNumber() - 1, -1)]
        else:
            inside = [span for span in here or () if span[0] >= offset]
            order = [*range(at.blockNumber() + 1, len(self._lines)), *range(at.blockNumber() + 1)]
        if inside:
            return self._place(at.blockNumber(), inside[-1 if backwards else 0])
        number = next(each for each in order if self._lines[each])
        spans = self._lines[number] or []
        return self._place(number, spans[-1 if backwards else 0])

    def number_of(self, number: int) -> Place | None:
        """Return the place with this number, from 0."""
        for line, spans in enumerate(self._lines):
            count = len(spans or ())
            if spans and number < count:
                return self._place(line, spans[number])
            number -= count
        return None

    def at_selection(self) -> Place | None:
        """Return the place that is selected, None where something else is."""
        cursor = self._edit.textCursor()
        block = self._edit.document().findBlock(cursor.selectionStart())
        span = cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()
        return self._place(block.blockNumber(), span) if span in (self._known(block) or ()) else None

    def select(self, place: Place) -> None:
        """Select the words at a place."""
        cursor = self._edit.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, _KEEP)
        self._edit.setTextCursor(cursor)

    def is_in_field(self, place: Place) -> bool:
        """Tell whether the words are those of a field, which follow the record."""
        block = self._edit.document().findBlock(place.start)
        return any(field.start < place.end and place.start < field.end for field in fields_of(block))

    def places(self) -> Iterator[Place]:
        """Yield every place, in the order of the text."""
        number = 0
        block = self._edit.document().begin()
        for spans in self._lines:
            begin = block.position()
            for start, end in spans or ():
                yield Place(begin + start, begin + end, number)
                number += 1
            block = block.next()

    def replace(self, place: Place, to: str) -> bool:
        """Write `to` in place of the words at a place, as one step that undo takes back; a field stays as it is.

        Returns:
            Whether they were replaced.
        """
        return not self._edit.isReadOnly() and bool(self._replace_in_line([place], to, QTextCursor(self._edit.document())))

    def replace_all(self, to: str) -> None:
        """Write `to` in place of the words wherever they stand, as one step; `replaced` says when that is done.

        Of a long text this takes a while, so events have their turn in between; a change by somebody else ends it.
        """
        if not self._edit.isReadOnly():
            self._replacing = self._replace_each(list(self.places()), to)
            self._go_on_replacing()

    def _go_on_replacing(self) -> None:
        if self._replacing is not None and next(self._replacing, None) is not None:
            QTimer.singleShot(0, self, self._go_on_replacing)

    def _replace_each(self, places: list[Place], to: str) -> Iterator[bool]:
        """Replace from the end on, so that earlier places stay right; all slices are one step of the history."""
        document = self._edit.document()
        cursor = QTextCursor(document)
        count, revision, steps = 0, document.revision(), document.availableUndoSteps()
        while places and revision == document.revision():
            began = perf_counter()
            cursor.beginEditBlock()
            while places and perf_counter() - began < _SLICE:
                here = [places.pop()]
                block = document.findBlock(here[0].start)
                while places and places[-1].start >= block.position():
                    here.append(places.pop())
                count += self._replace_in_line(here, to, cursor)
            cursor.endEditBlock()
            if document.availableUndoSteps() > steps:
                self._edit.history.join(steps)
            revision = document.revision()
            if places:
                yield True
        self._replacing = None
        self.replaced.emit(count)

    def _replace_in_line(self, places: Sequence[Place], to: str, cursor: QTextCursor) -> int:
        """Replace words in one line, given from its end on, and return how many."""
        document = self._edit.document()
        fields = list(fields_of(document.findBlock(places[0].start)))
        count = 0
        for place in places:
            if any(field.start < place.end and place.start < field.end for field in fields):
                continue
            held = format_at(document, place.start)
            cursor.setPosition(place.start)
            cursor.setPosition(place.end, _KEEP)
            cursor.insertText(to, held)
            count += 1
        return count

    def paint(self, area: QRect, first: QTextBlock) -> None:
        """Paint a box behind what was found in a part of what is in view; the words are painted over it."""
        if not self._lines or not self._is_on():
            return
        painter = QPainter(self._edit.viewport())
        painter.setClipRect(area)
        painter.setPen(QPen(QColor(tokens().field_border), 1))
        painter.setBrush(QColor(tokens().grey_ground))
        for block in self._in_view(area, first):
            for each in stretches(self._edit, block, self._seen(block, area)):
                width, height = round(each.right - each.left) + 1, round(each.height) - 1
                painter.drawRect(QRectF(round(each.left) - 0.5, round(each.top) + 0.5, width, height))
        painter.end()

    def _seen(self, block: QTextBlock, area: QRect) -> Spans:
        spans = self._known(block)
        if not spans:
            return []
        begin, end = positions_in(self._edit, block, area)
        first = bisect_left(spans, begin, key=lambda span: span[1])
        return spans[first : bisect_left(spans, end, key=lambda span: span[0])]

    def _place(self, line: int, span: tuple[int, int]) -> Place:
        begin = self._edit.document().findBlockByNumber(line).position()
        before = sum(len(each) for each in self._lines[:line] if each)
        return Place(begin + span[0], begin + span[1], before + (self._lines[line] or []).index(span))

    def _is_on(self) -> bool:
        return self._find is not None

    def _read_line(self, number: int) -> Iterator[None]:
        assert self._find is not None
        block = self._edit.document().findBlockByNumber(number)
        text = block.text()
        spans: Spans = []
        positions = Positions(text, block)
        for count, (start, end) in enumerate(self._find(text), start=1):
            spans.append((positions.of(start), positions.of(end)))
            if not count % _HITS:
                yield
        self._lines[number] = spans
        yield
