"""One page of a report as a picture, with the places of the findings marked; lines are chosen by dragging (report in)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from response_app.intake.lines import Box, Line

from .. import theme
from .marked import Marked

_MARGIN = 16
_PAPER = "#ffffff"
_SLIGHT = 3
"""Pixels that the mouse moves in a click."""


class ReportSheet(QWidget):
    """A page on a grey ground.

    Signals:
        place_clicked: (finding's row id) its place was clicked.
        lines_dragged: (first, last line number) these lines are chosen; (0, 0) for none.
    """

    place_clicked = Signal(str)
    lines_dragged = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._size = (595.0, 842.0)
        self._scale = 1.0
        self._image: QImage | None = None
        self._message = ""
        self._lines: Sequence[Line] = ()
        self._marks: Sequence[Marked] = ()
        self._current = ""
        self._chosen = (0, 0)
        self._pressed: QPoint | None = None

    def show_page(self, size: tuple[float, float], scale: float, lines: Sequence[Line]) -> None:
        """Show a page of `size` points at `scale` logical pixels a point, with its lines."""
        self._size, self._scale, self._lines = size, scale, lines
        self._image, self._message = None, "Drawing the page…"
        self.updateGeometry()
        self.setFixedSize(self.sizeHint())
        self.update()

    def show_picture(self, image: QImage | None, message: str = "") -> None:
        """Show the page's picture, or say why there is none."""
        self._image, self._message = image, message
        self.update()

    def show_marks(self, marks: Sequence[Marked], current: str, chosen: tuple[int, int]) -> None:
        """Mark the places of findings, that of the current one with a frame, and the lines that the user chose."""
        self._marks, self._current, self._chosen = marks, current, chosen
        self.update()

    def sizeHint(self) -> QSize:
        """The page and what is round it."""
        width, height = self._size
        return QSize(round(width * self._scale) + 2 * _MARGIN, round(height * self._scale) + 2 * _MARGIN)

    def place_of(self, first: int, last: int) -> QRect:
        """Return where lines stand on this widget; null when they stand on another page."""
        boxes = [self._rect(each.box) for each in self._lines if each.box and first <= each.number <= last]
        whole = QRectF()
        for each in boxes:
            whole = whole.united(each)
        return whole.toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, its picture, the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(theme.tokens().field_border))
        page = QRectF(_MARGIN, _MARGIN, self._size[0] * self._scale, self._size[1] * self._scale)
        painter.fillRect(page, QColor(_PAPER))
        if self._image is not None:
            painter.drawImage(page, self._image)
        elif self._message:
            painter.setPen(QColor(theme.LIGHT.quiet))
            painter.drawText(page, Qt.AlignmentFlag.AlignCenter, self._message)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for mark in self._marks:
            self._fill(painter, mark.first, mark.last, theme.LIGHT.amber_ground)
        if self._chosen[0]:
            self._fill(painter, *self._chosen, theme.LIGHT.blue_ground)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for mark in self._marks:
            if mark.row_id == self._current:
                self._frame(painter, mark)
        if self._chosen[0]:
            painter.setPen(QPen(QColor(theme.LIGHT.blue), 1, Qt.PenStyle.DashLine))
            place = self.place_of(*self._chosen)
            if not place.isNull():
                painter.drawRect(place.adjusted(-3, -2, 3, 2))

    def _fill(self, painter: QPainter, first: int, last: int, colour: str) -> None:
        for each in self._lines:
            if each.box and first <= each.number <= last:
                painter.fillRect(self._rect(each.box).adjusted(-2, -2, 2, 2), QColor(colour))

    def _frame(self, painter: QPainter, mark: Marked) -> None:
        """A frame round each run of lines in one column."""
        painter.setPen(QPen(QColor(theme.LIGHT.amber_bar), 2 if not mark.evidence else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for group in _columns([self._rect(each.box) for each in self._lines if each.box and mark.holds(each.number)]):
            painter.drawRect(group.adjusted(-3, -3, 3, 3))

    def _rect(self, box: Box) -> QRectF:
        scale = self._scale
        return QRectF(_MARGIN + box.left * scale, _MARGIN + box.top * scale, (box.right - box.left) * scale, (box.bottom - box.top) * scale)

    # --- The mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose lines."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the lines from where the mouse was pressed."""
        at = event.position().toPoint()
        if self._pressed is not None and (at - self._pressed).manhattanLength() > _SLIGHT:
            begun, ended = self._nearest(self._pressed), self._nearest(at)
            if begun and ended:
                self.lines_dragged.emit(min(begun, ended), max(begun, ended))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to the finding whose place it is."""
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        if pressed is None or (at - pressed).manhattanLength() > _SLIGHT:
            return
        self.lines_dragged.emit(0, 0)
        number = self._under(at)
        ids = [mark.row_id for mark in self._marks if number and mark.holds(number)]
        if ids:
            self.place_clicked.emit(ids[-1])

    def _under(self, at: QPoint) -> int:
        inside = (each.number for each in self._lines if each.box and self._rect(each.box).adjusted(-3, -3, 3, 3).contains(QPointF(at)))
        return next(inside, 0)

    def _nearest(self, at: QPoint) -> int:
        def distance(line: Line) -> float:
            assert line.box is not None
            box = self._rect(line.box)
            down = max(box.top() - at.y(), at.y() - box.bottom(), 0)
            across = max(box.left() - at.x(), at.x() - box.right(), 0)
            return down * 3 + across

        return min((each for each in self._lines if each.box), key=distance).number if self._lines else 0


def _columns(boxes: Sequence[QRectF]) -> list[QRectF]:
    """Boxes joined while each stands below the one before."""
    out: list[QRectF] = []
    for box in boxes:
        if out and box.top() >= out[-1].top() - 1 and box.left() < out[-1].right():
            out[-1] = out[-1].united(box)
        else:
            out.append(box)
    return out
