"""Brings into view what takes the keyboard, in every area that scrolls around it (every step).

Qt scrolls an area when Tab goes on inside it. It does not where the keyboard comes from outside, where a page that comes forward
gives it to its first field, or where what has it is in an area inside another; nor where a message comes and leaves the page less room.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QTextEdit, QWidget

_AROUND = 12
"""Logical pixels that are kept in view around it."""
_LAID_OUT = 60
"""Milliseconds after which a page has its layout in another size of text."""


class FocusInView(QObject):
    """Follows the keyboard in one window; a press of the mouse moves nothing, since what is pressed would not be under it when it ends."""

    def __init__(self, window: QWidget, pages: QWidget) -> None:
        """Follow it.

        Args:
            window: the window.
            pages: what its pages stand in, which gets lower as a message or a strip comes.
        """
        super().__init__(window)
        self._window = window
        pages.installEventFilter(self)
        self._soon = QTimer(self, interval=0, singleShot=True)  # after a page that comes forward has its layout
        self._soon.timeout.connect(self.scroll)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._after_looks = QTimer(self, interval=_LAID_OUT, singleShot=True)
        self._after_looks.timeout.connect(self.scroll)

    def looks_changed(self) -> None:
        """The text has another size: keep in view what has the keyboard, once all has its place."""
        self._after_looks.start()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._window.isAncestorOf(new) and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep in view what has the keyboard and was in view, where the pages get another height; what was scrolled away stays away."""
        if isinstance(event, QResizeEvent) and isinstance(watched, QWidget) and event.size().height() != event.oldSize().height():
            focus = QApplication.focusWidget()  # the areas in the pages still have the size they had
            if focus is not None and watched.isAncestorOf(focus) and all(_is_seen(area, focus) for area, _ in self._around(focus)):
                self._soon.start()
        return super().eventFilter(watched, event)

    def scroll(self) -> None:
        """Scroll every area around what has the keyboard, the inmost first; a text shows the line that one is at."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QTextEdit):
            focus.ensureCursorVisible()
        if focus is not None:
            for area, inner in self._around(focus):
                _show(area, inner, focus)

    def _around(self, focus: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
        """Yield the areas that scroll around what has the keyboard, with what they hold, the inmost first."""
        area = focus.parentWidget()
        while area is not None and area is not self._window:
            inner = area.widget() if isinstance(area, QScrollArea) else None
            if isinstance(area, QScrollArea) and inner is not None and inner.isAncestorOf(focus):
                yield area, inner
            area = area.parentWidget()


def _is_seen(area: QScrollArea, focus: QWidget) -> bool:
    part = _at(focus)
    return area.viewport().rect().intersects(QRect(focus.mapTo(area.viewport(), part.topLeft()), part.size()))


def _show(area: QScrollArea, inner: QWidget, focus: QWidget) -> None:
    """Bring it into an area's view: all of it, or where it is higher than the view the line or row in it that one is at."""
    part = focus.rect()
    if part.height() + 2 * _AROUND > area.viewport().height():
        part = _at(focus)
    where = QRect(focus.mapTo(inner, part.topLeft()), part.size())
    middle: QPoint = where.center()
    area.ensureVisible(where.left(), middle.y(), 0, where.height() // 2 + _AROUND)


def _at(focus: QWidget) -> QRect:
    if isinstance(focus, QTextEdit):
        line = focus.cursorRect()
        return QRect(focus.viewport().mapTo(focus, line.topLeft()), line.size())
    if isinstance(focus, QAbstractItemView) and focus.currentIndex().isValid():
        row = focus.visualRect(focus.currentIndex())
        return QRect(focus.viewport().mapTo(focus, row.topLeft()), row.size())
    return QRect(focus.rect().topLeft(), focus.rect().size().boundedTo(focus.minimumSizeHint()))
