"""An editor below a bar of its own, as a section has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from response_app.interchange import write_fragment
from ui.editors.rich_text_edit import RichTextEdit

from ..shown import shown
from .typist import text_of

Bar = TypeVar("Bar", bound=QWidget)


class Pane(QWidget, Generic[Bar]):
    """A bar and below it an editor that holds a fragment and has the keyboard."""

    def __init__(self, qtbot: QtBot, bar: Callable[[RichTextEdit], Bar], fragment: str) -> None:
        super().__init__()
        self.edit = RichTextEdit("Initial response")
        self.edit.set_text(text_of(fragment))
        self.bar = bar(self.edit)
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.edit)
        shown(qtbot, self)
        self.edit.setFocus()

    def fragment(self) -> str:
        """Return the text as an HTML fragment."""
        return write_fragment(self.edit.text())
