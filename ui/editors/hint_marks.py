"""Quiet marks on what may be hard to read in our own words: found in slices, painted as dots under the text (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from response_app.checks.readability import PARAGRAPH_RULES, Mark, acronym_unexplained, acronyms, explained, sentences
from response_app.domain.own_texts import is_own
from response_app.domain.response import QUOTED
from response_app.domain.richtext import LANGUAGES

from ..theme import tokens
from .formats import BLOCK_LANGUAGE, FIELD, LANGUAGE, from_qt, shape_of
from .hinter import hinter
from .line_marks import LineMarks
from .lines import QUOTE_KINDS, Kind
from .positions import Positions
from .stretches import stretches

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit

_PIECE = 3000
"""Characters that are read in one go, give or take a sentence."""
_ENGLISH = ("", LANGUAGES[0])
_WHOLE_SENTENCE = "long_sentence"
_FIRST_WORDS = 4


class Hint(NamedTuple):
    """A hint in a document: the line, the first position and the one after the last, what is said, the words it is on."""

    line: int
    start: int
    end: int
    mark: Mark
    words: str


class _Seen(NamedTuple):
    """A mark in a line, by positions of the document from the start of the line, with its words."""

    mark: Mark
    words: str


@dataclass(slots=True, eq=False)
class _Line:
    """A line that was read; of its acronyms those that nothing explains are known once all lines are read."""

    marks: list[_Seen] = field(default_factory=list)
    acronyms: list[_Seen] = field(default_factory=list)
    explains: frozenset[str] = frozenset()
    unexplained: list[_Seen] = field(default_factory=list)


class HintMarks(LineMarks[_Line]):
    """What may be hard to read in one editor's text, where it is ours."""

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__(edit)
        self._typed_line = -1
        edit.text_changed_by_user.connect(self._typed)
        edit.cursorPositionChanged.connect(self._leave_line)
        hinter().changed.connect(self._take_change)

    def hints(self) -> list[Hint]:
        """Return the hints that are known so far, in the order of the text."""
        if not self._is_on():
            return []
        document = self._edit.document()
        out = []
        for number, line in enumerate(self._lines):
            if line is not None and (line.marks or line.unexplained):
                block = document.findBlockByNumber(number)
                out += [self._hint(block, seen) for seen in self._shown(line)]
        return out

    def at(self, position: int) -> Hint | None:
        """Return the hint at a position, its two ends included; of several the shortest."""
        block = self._edit.document().findBlock(position)
        offset = position - block.position()
        line = self._known(block)
        found = [seen for seen in (self._shown(line) if line else ()) if seen.mark.start <= offset <= seen.mark.end]
        return self._hint(block, min(found, key=lambda seen: seen.mark.end - seen.mark.start)) if found else None

    def paint(self, area: QRect, first: QTextBlock) -> None:
        """Paint dots under the hints in a part of what is in view; not under what is still being typed."""
        if not self._lines or not self._is_on():
            return
        painter = QPainter(self._edit.viewport())
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._edit.scale
        pen = QPen(QColor(tokens().quiet), 2 * scale, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 3])
        painter.setPen(pen)
        for block in self._in_view(area, first):
            line = self._known(block)
            spans = [_dotted(seen) for seen in self._shown(line) if not self._in_hand(block, seen)] if line else []
            for each in stretches(self._edit, block, spans):
                below = each.base + 5 * scale
                painter.drawLine(QPointF(each.left + scale, below), QPointF(each.right - scale, below))
        painter.end()

    def _shown(self, line: _Line) -> list[_Seen]:
        """The hints on a line that were not left aside, in their order."""
        place, is_aside = self._edit.place, hinter().is_aside
        found = [seen for seen in (*line.marks, *line.unexplained) if not is_aside(place, seen.mark.code, seen.words)]
        return sorted(found, key=lambda seen: seen.mark.start)

    def _hint(self, block: QTextBlock, seen: _Seen) -> Hint:
        begin = block.position()
        return Hint(block.blockNumber(), begin + seen.mark.start, begin + seen.mark.end, seen.mark, seen.words)

    def _is_on(self) -> bool:
        return hinter().is_on and not self._edit.isReadOnly() and is_own(self._edit.place)

    def _take_change(self) -> None:
        if not self._is_on():
            self._lines = []
        else:
            self._after_lines()
            self.wake()
        self._edit.viewport().update()
        self.changed.emit()

    # --- What is being typed ------------------------------------------------------------------

    def _typed(self) -> None:
        self._typed_line = self._edit.textCursor().blockNumber()

    def _leave_line(self) -> None:
        if self._typed_line not in (-1, self._edit.textCursor().blockNumber()):
            self._typed_line = -1
            self._edit.viewport().update()

    def _in_hand(self, block: QTextBlock, seen: _Seen) -> bool:
        """Tell whether the cursor is in what was typed last, which may become something else yet."""
        if block.blockNumber() != self._typed_line or not self._edit.hasFocus():
            return False
        return seen.mark.start <= self._edit.textCursor().position() - block.position() <= seen.mark.end + 1

    # --- Reading ------------------------------------------------------------------------------

    def _read_line(self, number: int) -> Iterator[None]:
        block = self._edit.document().findBlockByNumber(number)
        kind, line = shape_of(block).kind, _Line()
        is_ours = kind not in QUOTE_KINDS and kind is not Kind.FIELD and block.blockFormat().stringProperty(BLOCK_LANGUAGE) in _ENGLISH
        text = from_qt(block.text()) if is_ours else ""
        positions, others = Positions(text, block), _other_parts(block)
        explains: set[str] = set()
        for begin, end in _pieces(text):
            piece = text[begin:end]
            for rule in PARAGRAPH_RULES:
                line.marks += _seen(rule(piece), piece, begin, positions, others)
                yield
            found = (acronym_unexplained(*each) for each in acronyms(piece))
            line.acronyms += _seen(found, piece, begin, positions, others)
            explains |= explained(piece)
            yield
        line.explains = frozenset(explains)
        self._lines[number] = line
        yield

    def _after_lines(self) -> None:
        """Find the acronyms that nothing explains: each is marked once, where it stands first."""
        lines = [line for line in self._lines if line and (line.acronyms or line.explains)]
        said = set(hinter().known).union(*(line.explains for line in lines))
        for line in lines:
            line.unexplained = []
            for seen in line.acronyms:
                if seen.words not in said:
                    said.add(seen.words)
                    line.unexplained.append(seen)


def _dotted(seen: _Seen) -> tuple[int, int]:
    """Return where dots stand: of a long sentence only under its first words, for the quiet of the page."""
    start, end = seen.mark.start, seen.mark.end
    if seen.mark.code == _WHOLE_SENTENCE:
        end = start + len(" ".join(seen.words.split()[:_FIRST_WORDS]))
    return start, end


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Divide a long line between sentences, or where it must be."""
    if len(text) <= _PIECE:
        yield 0, len(text)
        return
    begin = 0
    for _, end in sentences(text):
        while end - begin > 2 * _PIECE:
            yield begin, begin + _PIECE
            begin += _PIECE
        if end - begin > _PIECE:
            yield begin, end
            begin = end
    if begin < len(text):
        yield begin, len(text)


def _seen(marks: Iterator[Mark], piece: str, begin: int, positions: Positions, others: list[tuple[int, int, bool]]) -> Iterator[_Seen]:
    """Yield marks on a piece of a line as they stand in the line, but not on what is no English of ours."""
    for mark in marks:
        moved = replace(mark, start=positions.of(mark.start + begin), end=positions.of(mark.end + begin))
        if not _is_over(moved, others):
            yield _Seen(moved, piece[mark.start : mark.end][:QUOTED])


def _is_over(mark: Mark, others: list[tuple[int, int, bool]]) -> bool:
    """Tell whether a mark is on words of a field or another language; a long sentence may have fields in it."""
    return any(start < mark.end and mark.start < end and not (is_field and mark.code == _WHOLE_SENTENCE) for start, end, is_field in others)


def _other_parts(block: QTextBlock) -> list[tuple[int, int, bool]]:
    """Return the parts of a line that are a field or in another language; whether it is a field."""
    parts = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        held = fragment.charFormat()
        start = fragment.position() - block.position()
        is_field = held.hasProperty(FIELD)
        if is_field or held.stringProperty(LANGUAGE) not in _ENGLISH:
            parts.append((start, start + fragment.length(), is_field))
        at += 1
    return parts
