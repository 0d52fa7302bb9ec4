"""One line of the task list: all of it is the link (task list)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from response_app.domain.task_list import Task, TaskStatus

from .. import theme
from .basics import BadgeKind, label, restyle

_BADGES: dict[TaskStatus, BadgeKind] = {TaskStatus.NOT_STARTED: "grey", TaskStatus.IN_PROGRESS: "blue"}
"""What is completed, or cannot start, stands in plain words: the eye goes to what there is to do."""

_TOLD: dict[bool, BadgeKind] = {True: "red", False: "amber"}
_RING = 3


class TaskRow(QAbstractButton):
    """A task: its name and what is known of it at the left, its status at the right; a click or Enter anywhere goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title, self._hint = label("", "task"), label("", "quiet")
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._status, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_task(self, task: Task) -> None:
        """Show a task."""
        self._title.setText(task.title)
        self._hint.setText(task.hint)
        status = task.told or task.status.value
        self._status.setText(status)
        self._status.setProperty("badge", _TOLD[task.stops] if task.told else _BADGES.get(task.status))
        restyle(self._status)
        self.setAccessibleName(f"{task.title}: {status}")
        self.setAccessibleDescription(task.hint)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As its words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its words break into lines where it is narrow."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """High enough for the lines that its words need in `width`."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the mouse, and the ring around what has the keyboard."""
        colours, painter = theme.tokens(), QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.card_head))
        if self.hasFocus():
            pen = QPen(QColor(colours.ring), _RING)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(self.rect().adjusted(_RING // 2, _RING // 2, -_RING + _RING // 2, -_RING + _RING // 2))
