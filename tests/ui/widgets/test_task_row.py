"""The status of a task stands in one line with the others, whatever it was before."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from response_app.domain.task_list import Task, TaskKey, TaskStatus
from ui.widgets.task_row import TaskRow

from ...fixtures.usual_looks import usual_looks


def test_a_status_that_was_a_badge_stands_where_one_stands_that_was_none(qtbot: QtBot, qapp: QApplication) -> None:
    looks, window, rows = usual_looks(qapp), QMainWindow(), (TaskRow(), TaskRow())
    qtbot.addWidget(window)
    body = QWidget()
    column = QVBoxLayout(body)
    for each in rows:
        column.addWidget(each)
    window.setCentralWidget(body)
    looks.dress(window)
    window.resize(600, 200)
    rows[0].show_task(Task(TaskKey.DETAILS, "Details", "1 grade", TaskStatus.IN_PROGRESS))
    window.show()
    for each in rows:
        each.show_task(Task(TaskKey.DETAILS, "Details", "1 grade", TaskStatus.COMPLETED))
    QApplication.processEvents()
    was_badge, never = (each.status.geometry() for each in rows)
    assert (was_badge.left(), was_badge.width()) == (never.left(), never.width())
    assert rows[0].status.contentsRect().width() == rows[1].status.contentsRect().width()
