"""An area that scrolls lays out what it holds, also where that got its size while it was hidden."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.scroll_area import ScrollArea


class _TwoColumns(ScrollArea):
    """Two blocks of words beside each other, or one below the other where there is no room."""

    def __init__(self) -> None:
        inner = QWidget()
        self.body = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        for _ in range(2):
            block = QLabel("Some words that can take several lines. " * 6)
            block.setWordWrap(True)
            block.setMinimumWidth(300)
            self.body.addWidget(block)
        super().__init__(inner, sideways=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self.body.setDirection(way.LeftToRight if self.width() >= 700 else way.TopToBottom)


@pytest.mark.parametrize("widths", [(900, 500), (500, 900), (900, 500, 900, 400)])
def test_what_was_resized_while_hidden_is_laid_out_when_it_is_shown(qtbot: QtBot, widths: tuple[int, ...]) -> None:
    holder, area, other = QStackedWidget(), _TwoColumns(), QLabel("Another page")
    holder.addWidget(area)
    holder.addWidget(other)
    qtbot.addWidget(holder)
    holder.show()
    for width in widths:
        holder.setCurrentWidget(other)
        holder.resize(width, 300)
        QApplication.processEvents()
        holder.setCurrentWidget(area)
        for _ in range(3):
            QApplication.processEvents()
        inner = area.widget()
        assert area.body.geometry() == inner.contentsRect()
        assert inner.width() == area.viewport().width()
        right = max(each.geometry().right() for each in inner.findChildren(QLabel))
        assert right < inner.width()


def test_it_scrolls_sideways_only_where_it_is_told_so(qtbot: QtBot) -> None:
    for sideways in (False, True):
        wide = QWidget()
        wide.setMinimumSize(600, 40)
        area = ScrollArea(wide, sideways=sideways)
        qtbot.addWidget(area)
        area.resize(300, 200)
        area.show()
        QApplication.processEvents()
        assert area.horizontalScrollBar().isVisible() is sideways


def test_what_comes_has_its_room_at_once(qtbot: QtBot) -> None:
    """Not only after the next turn of the event loop: a frame may be painted before it."""
    inner = QWidget()
    column = QBoxLayout(QBoxLayout.Direction.TopToBottom, inner)
    area = ScrollArea(inner)
    qtbot.addWidget(area)
    rows = [QLabel("Words") for _ in range(12)]
    for row in rows:
        row.setFixedHeight(40)
        row.hide()
        column.addWidget(row)
    area.resize(300, 120)
    area.show()
    QApplication.processEvents()
    for row in rows:
        row.show()
    area.lay_out()
    assert inner.height() >= 12 * 40 and [row.height() for row in rows] == [40] * 12
    assert all(upper.geometry().bottom() < lower.y() for upper, lower in pairwise(rows))
