"""A box to write a comment or a reply in, beside the text and not over it (guided sections, review)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from .. import theme
from ..editors.flow import FlowRow
from ..help_topics import Keys
from .basics import button, label

SHORTCUTS = (Keys("Beside a section", "Add the comment or reply that is written", ("Ctrl+Enter",)),)
_HEIGHT = 84


class _Words(QPlainTextEdit):
    """Tab goes on; Ctrl+Enter is done, Escape gives up."""

    done = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class CommentWriter(QFrame):
    """What is written, with a button to add it; Ctrl+Enter does so too, Escape puts it away.

    Signals:
        written: (str) these words are to be added.
        closed: nothing is to be added.
    """

    written = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = label("", "quiet")
        self.words = _Words()
        self.words.setTabChangesFocus(True)
        self.problem = label("", "error")
        self.problem.hide()
        self.add, self.cancel = button("Add", "primary"), button("Cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        for each in (self.about, self.words, self.problem):
            column.addWidget(each)
        row = QWidget()
        buttons = FlowRow(row, QMargins(), 8, last_at_right=False)
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        column.addWidget(row)
        self.words.done.connect(self._done)
        self.words.given_up.connect(self.closed)
        self.words.textChanged.connect(lambda: self._tell(""))
        self.add.clicked.connect(self._done)
        self.cancel.clicked.connect(self.closed)
        self.hide()

    def begin(self, name: str, about: str, act: str, words: str = "") -> None:
        """Show the box and give it the keyboard.

        Args:
            name: what a screen reader calls the field, such as "Reply".
            about: what it is about, such as "On “which I currently chair”"; "" for no line.
            act: the words of the button.
            words: what stands in it already.
        """
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.words.setFixedHeight(theme.theme().pixels(_HEIGHT))
        self.words.setAccessibleName(name)
        self.words.setAccessibleDescription(about)
        self.words.setPlaceholderText(name)
        self.words.setPlainText(words)
        self.add.setText(act)
        self.add.setAccessibleName(act)
        self.cancel.setAccessibleName(f"Cancel: {act}")
        self._tell("")
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)

    def _done(self) -> None:
        words = self.words.toPlainText().strip()
        if words:
            self.written.emit(words)
        else:
            self._tell("Write some words first.")
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
