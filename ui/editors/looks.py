"""How a document looks: added when it is drawn, so that colours and sizes are no part of the text (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from response_app.domain.richtext import Table

from ..theme import Tokens
from .fields import block_field_in
from .formats import CELL, FIELD, KIND, LINE_BREAK, in_cell, shape_of
from .lines import LIST_KINDS, QUOTE_KINDS, Kind, Lines, ListWalk, Marker
from .structure import list_start

BODY_SIZE = 16
HEADING_SIZES = {1: 20, 2: 17}
INDENT = 26
_WITH_LOOKS = (Kind.HEADING, Kind.CITE)
"""Lines whose characters look otherwise than those of a paragraph."""
CITE_HINT = "Who said it. Enter goes on without a name."


class Looks(QSyntaxHighlighter):
    """Gives characters the looks of what they are: field, link, subheading, header of a table.

    Attributes:
        tokens: the colours.
        scale: size of text, 1.0 at a zoom of 100 %.
    """

    tokens: Tokens
    scale: float = 1.0
    _dressed: frozenset[int] | None = None

    def expect(self, lines: Lines | None) -> None:
        """Let be what has no looks of its own of `lines`, which have just become the whole document; with None look at each again.

        Of a long text most lines have none, and to look at each takes as long as to write it.
        """
        self._dressed = None if lines is None else frozenset(_dressed_blocks(lines))

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        if self._dressed is not None and block.blockNumber() not in self._dressed:
            return
        base = self._base(block)
        plain = not base.propertyCount()
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            held = fragment.charFormat()
            special = held.hasProperty(FIELD) or held.isAnchor()
            if special or not plain:
                self.setFormat(fragment.position() - block.position(), fragment.length(), self._looks(base, held) if special else base)
            at += 1

    def _base(self, block: QTextBlock) -> QTextCharFormat:
        made = QTextCharFormat()
        held = block.blockFormat()
        if not (held.intProperty(KIND) in _WITH_LOOKS or held.boolProperty(CELL)):
            return made
        shape = shape_of(block)
        if shape.kind is Kind.HEADING:
            made.setFontWeight(QFont.Weight.Bold)
            made.setProperty(QTextFormat.Property.FontPixelSize.value, round(HEADING_SIZES[shape.level] * self.scale))
        elif shape.kind is Kind.CITE:
            made.setForeground(QColor(self.tokens.quiet))
        elif in_cell(block):
            cursor = QTextCursor(block)
            table = cursor.currentTable()
            if table is not None and table.cellAt(cursor).row() == 0:
                made.setFontWeight(QFont.Weight.Bold)
        return made

    def _looks(self, base: QTextCharFormat, held: QTextCharFormat) -> QTextCharFormat:
        made = QTextCharFormat(base)
        if held.isAnchor():
            made.setForeground(QColor(self.tokens.blue))
            made.setFontUnderline(True)
        if held.hasProperty(FIELD) and shape_of(self.currentBlock()).kind is not Kind.FIELD:
            made.setBackground(QColor(self.tokens.blue_ground))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(QColor(self.tokens.blue))
        return made


def _dressed_blocks(lines: Lines) -> Iterator[int]:
    """Yield the numbers of the blocks in a document of `lines` whose characters may look otherwise than those of a paragraph."""
    number = 0
    for line in lines:
        if isinstance(line, Table):
            cells = len(line.header) * (1 + len(line.rows))
            yield from range(number, number + cells)
            number += cells
            continue
        if line.shape.kind in _WITH_LOOKS or any(run.link or run.field for run in line.runs):
            yield number
        number += 1


def first_in_view(edit: QTextEdit) -> QTextBlock:
    """Return the line at the top of what is in view; in a long text this is half a millisecond's work."""
    return edit.cursorForPosition(edit.viewport().rect().topLeft()).block()


def paint_lines(edit: QTextEdit, painter: QPainter, tokens: Tokens, scale: float, first: QTextBlock) -> None:
    """Paint what stands beside the words from the line `first` on: bullets, numbers, bars of quotations, boxes of block fields."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(edit.document().defaultFont())
    for block, marker, area in _in_view(edit, first):
        shape = shape_of(block)
        if marker and shape.kind is Kind.ITEM:
            _paint_marker(painter, block, marker, area, QColor(tokens.ink), scale)
        elif shape.kind in QUOTE_KINDS:
            _paint_bar(painter, edit, block, area, tokens, scale)
        elif shape.kind is Kind.FIELD and block_field_in(block):
            area.setRight(edit.viewport().width() - edit.document().documentMargin())
            _paint_box(painter, block, area, tokens, scale)


def _in_view(edit: QTextEdit, first: QTextBlock) -> Iterator[tuple[QTextBlock, Marker | None, QRectF]]:
    """Yield the lines in view with their place in a list and where they stand in the viewport."""
    top = QPointF(-edit.horizontalScrollBar().value(), -edit.verticalScrollBar().value())
    layout = edit.document().documentLayout()
    walk = ListWalk()
    block = list_start(first) if shape_of(first).kind in LIST_KINDS else first
    while block.isValid():
        marker = None if in_cell(block) else walk.step(shape_of(block))
        if block.blockNumber() >= first.blockNumber() and not in_cell(block):
            area = layout.blockBoundingRect(block).translated(top)
            if area.top() > edit.viewport().height():
                return
            yield block, marker, area
        block = block.next()


def _first_line(block: QTextBlock, area: QRectF) -> QRectF:
    """Return where the first line of words stands."""
    line = block.layout().lineAt(0)
    return QRectF(area.left() + line.x(), area.top() + line.y(), line.width(), line.height()) if line.isValid() else area


def _baseline(block: QTextBlock, area: QRectF, metrics: QFontMetricsF) -> float:
    line = block.layout().lineAt(0)
    return area.top() + line.y() + line.ascent() if line.isValid() else area.top() + metrics.ascent()


def _paint_marker(painter: QPainter, block: QTextBlock, marker: Marker, area: QRectF, ink: QColor, scale: float) -> None:
    left = _first_line(block, area).left()
    metrics = QFontMetricsF(painter.font())
    baseline = _baseline(block, area, metrics)
    if marker.ordered:
        words = f"{marker.number}."
        painter.setPen(ink)
        painter.drawText(QPointF(left - 8 * scale - metrics.horizontalAdvance(words), baseline), words)
        return
    _paint_bullet(painter, QPointF(left - 13 * scale, baseline - metrics.xHeight() / 2), marker.level, ink, scale)


def _paint_bullet(painter: QPainter, centre: QPointF, level: int, ink: QColor, scale: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if level == 1:
        painter.drawEllipse(centre, 3 * scale, 3 * scale)
    else:
        painter.drawRect(QRectF(centre.x() - 4 * scale, centre.y() - 0.75 * scale, 8 * scale, 1.5 * scale))


def _paint_bar(painter: QPainter, edit: QTextEdit, block: QTextBlock, area: QRectF, tokens: Tokens, scale: float) -> None:
    """A bar beside the quotation; it goes on through the gap to the line above of the same one."""
    left = _first_line(block, area).left()
    top = area.top()
    shape, before = shape_of(block), block.previous()
    if before.isValid() and shape_of(before).kind is Kind.QUOTE and not in_cell(before) and not shape.new:
        layout = edit.document().documentLayout()
        top -= layout.blockBoundingRect(block).top() - layout.blockBoundingRect(before).bottom() + 1
    painter.fillRect(QRectF(left - 16 * scale, top, 3 * scale, area.bottom() - top), QColor(tokens.blue))
    if shape.kind is Kind.CITE and block.length() == 1 and not edit.isReadOnly():
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(QPointF(left + 2 * scale, _baseline(block, area, QFontMetricsF(painter.font()))), CITE_HINT)


def _paint_box(painter: QPainter, block: QTextBlock, area: QRectF, tokens: Tokens, scale: float) -> None:
    """A box behind a block field, and a bullet before each of its lines."""
    left = _first_line(block, area).left()
    box = QRectF(left - INDENT * scale, area.top() - 3 * scale, area.right() - left + INDENT * scale, area.height() + 6 * scale)
    painter.fillRect(box, QColor(tokens.blue_ground))
    metrics, text, layout = QFontMetricsF(painter.font()), block.text(), block.layout()
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        start = line.textStart()
        if not start or text.encode("utf-16-le")[2 * start - 2 : 2 * start].decode("utf-16-le", "replace") == LINE_BREAK:
            baseline = area.top() + line.y() + line.ascent()
            _paint_bullet(painter, QPointF(left - 13 * scale, baseline - metrics.xHeight() / 2), 1, QColor(tokens.blue), scale)
