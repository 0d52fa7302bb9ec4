"""One line of the task list: all of it is the link (task list)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from response_app.domain.task_list import Task, TaskStatus

from .basics import BadgeKind, label, restyle
from .row_button import RowButton

_BADGES: dict[TaskStatus, BadgeKind] = {TaskStatus.NOT_STARTED: "grey", TaskStatus.IN_PROGRESS: "blue"}
"""What is completed, or cannot start, stands in plain words: the eye goes to what there is to do."""

_TOLD: dict[bool, BadgeKind] = {True: "red", False: "amber"}


class TaskRow(RowButton):
    """A task: its name and what is known of it at the left, its status at the right; a click or Enter anywhere goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSizePolicy.Policy.Preferred, parent)
        self._title, self._hint = label("", "task"), label("", "quiet")
        self.status = QLabel()
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_task(self, task: Task) -> None:
        """Show a task."""
        self._title.setText(task.title)
        self._hint.setText(task.hint)
        status = task.told or task.status.value
        self.status.setText(status)
        self.status.setProperty("badge", _TOLD[task.stops] if task.told else _BADGES.get(task.status))
        restyle(self.status)
        self.setAccessibleName(f"{task.title}: {status}")
        self.setAccessibleDescription(task.hint)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, as the mouse does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline the name while the mouse is over the line."""
        self._underline(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the line under the name away."""
        self._underline(False)
        super().leaveEvent(event)

    def _underline(self, on: bool) -> None:
        font = self._title.font()
        font.setUnderline(on)
        self._title.setFont(font)
