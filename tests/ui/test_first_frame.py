"""A page that is gone to for the first time is painted with room for its words from the first frame on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.pictures.take import window_on_example
from ui.pages.own_answer import OwnAnswer
from ui.widgets.step_row import StepRow
from ui.widgets.task_row import TaskRow

from .pages.opened import dress


class Painted(QObject):
    """Notes what is painted in less height than its words need."""

    def __init__(self, page: QWidget, watched: list[QWidget]) -> None:
        super().__init__()
        self.too_low: list[str] = []
        self.page = page
        self.frames = 0
        for each in (page, *watched):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched is self.page:
            self.frames += 1
        elif event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            needed = watched.heightForWidth(watched.width())
            if watched.height() < needed:
                self.too_low.append(f"{type(watched).__name__}: {watched.height()} of {needed}")
        return False


@pytest.mark.parametrize(("page", "part"), [("tasks", TaskRow), ("answers", OwnAnswer), ("publish", StepRow)])
def test_the_first_frame_has_room_for_its_words(qtbot: QtBot, tmp_path: Path, page: str, part: type[QWidget]) -> None:
    dress()
    window = window_on_example(tmp_path)
    qtbot.addWidget(window, before_close_func=lambda made: made.close())
    window.resize(1000, 640)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.go(page)
    shown = window.pages.currentWidget()
    parts = shown.findChildren(part)
    painted = Painted(shown, parts)
    qtbot.waitUntil(lambda: painted.frames > 0 and any(each.isVisible() for each in parts), timeout=20_000)
    seen = painted.frames
    shown.update()
    qtbot.waitUntil(lambda: painted.frames > seen)
    assert painted.too_low == []
