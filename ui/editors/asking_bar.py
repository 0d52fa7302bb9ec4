"""A bar beside a text, and not over it, that asks for something (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..widgets.basics import button, label
from .flow import FlowRow
from .rich_text_edit import RichTextEdit


class AskingBar(QFrame):
    """Fields with their labels and two buttons; Enter accepts, Escape leaves everything as it was."""

    def __init__(self, edit: RichTextEdit, accept: str, cancel: str, fields: Sequence[tuple[str, QWidget, str]], says: str = "") -> None:
        """Make a hidden one.

        Args:
            edit: the text.
            accept: the words of the button that accepts.
            cancel: what a screen reader calls the button that does not.
            fields: label, widget and accessible name of each field.
            says: a quiet line below, "" for none.
        """
        super().__init__()
        self._edit = edit
        self.setProperty("card", "head")
        self.accept, self.cancel = button(accept, "primary"), button("Cancel", "quiet")
        self.problem = label("", "error")
        self.problem.hide()
        self._names: dict[QWidget, str] = {self.accept: accept, self.cancel: cancel, **{widget: name for _, widget, name in fields}}
        self._first = fields[0][1]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QWidget()
        flow = FlowRow(row, QMargins(12, 8, 12, 8), 8, last_at_right=False)
        for words, widget, _ in fields:
            flow.addWidget(_labelled(words, widget))
        flow.addWidget(self.accept)
        flow.addWidget(self.cancel)
        column.addWidget(row)
        for each in (label(says, "quiet") if says else None, self.problem):
            if each is not None:
                each.setContentsMargins(12, 0, 12, 8)
                column.addWidget(each)
        self._name()
        self.accept.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.close_bar)
        edit.renamed.connect(self._name)
        self.hide()

    def ask(self) -> None:
        """Show the bar and go to its first field."""
        self.tell("")
        self.show()
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def accepted(self) -> None:
        """Do what was asked for."""
        raise NotImplementedError

    def tell(self, problem: str) -> None:
        """Say below the fields what is wrong, "" for nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._first.setAccessibleDescription(problem)

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted()
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        """Name everything after the editor too, so that two bars on a page can be told apart."""
        for widget, name in self._names.items():
            widget.setAccessibleName(f"{name}, {self._edit.accessibleName()}")


def _labelled(words: str, widget: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    name: QLabel = label(words, "label", wrap=False)
    name.setBuddy(widget)
    row.addWidget(name)
    row.addWidget(widget)
    return made
