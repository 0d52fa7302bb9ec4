"""An editor in a window, and the keys that a person presses in it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import RichText
from response_app.interchange import read_fragment, write_fragment
from ui.editors.rich_text_edit import RichTextEdit

SHOWN = {
    "report_title": "An inspection of crime",
    "force": "Exampleshire Police",
    "afi_count": "three",
    "list_of_afis": "The first area.\nThe second area.",
}
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def shown(name: str) -> str:
    """What the fields of these tests show."""
    return SHOWN.get(name, "")


def text_of(fragment: str) -> RichText:
    """The text that an HTML fragment of the contract says; nothing of it may be lost."""
    read = read_fragment(fragment)
    assert not read.cleaned
    return read.text


class Typist:
    """A person at an editor."""

    def __init__(self, qtbot: QtBot, fragment: str = "", pause: int = 1000) -> None:
        self.qtbot = qtbot
        self.edit = RichTextEdit("Initial response", pause=pause)
        self.edit.resize(500, 400)
        self.edit.refresh_fields(shown)
        self.edit.set_text(text_of(fragment))
        qtbot.addWidget(self.edit)
        with qtbot.waitActive(self.edit):
            self.edit.show()
            self.edit.activateWindow()
        self.edit.setFocus()
        qtbot.waitUntil(self.edit.hasFocus)

    @property
    def fragment(self) -> str:
        """The text as an HTML fragment."""
        return write_fragment(self.edit.text())

    @property
    def position(self) -> int:
        """Where the cursor is."""
        return self.edit.textCursor().position()

    @property
    def selected(self) -> str:
        """The words that are selected."""
        return self.edit.textCursor().selectedText()

    def types(self, words: str) -> Typist:
        """Type words; a line end is Enter."""
        for each in words:
            if each == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                self.qtbot.keyClicks(self.edit, each)
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> Typist:
        """Press a key."""
        for _ in range(times):
            self.qtbot.keyClick(self.edit, key, modifiers)
        return self

    def home(self) -> Typist:
        """Go to the start of the text."""
        return self.press(Qt.Key.Key_Home, CTRL)

    def end(self) -> Typist:
        """Go to the end of the text."""
        return self.press(Qt.Key.Key_End, CTRL)

    def undo(self, times: int = 1) -> Typist:
        """Press Ctrl+Z."""
        return self.press(Qt.Key.Key_Z, CTRL, times)

    def redo(self, times: int = 1) -> Typist:
        """Press Ctrl+Shift+Z, which is redo on every system."""
        return self.press(Qt.Key.Key_Z, CTRL | SHIFT, times)

    def click_after(self, words: str) -> Typist:
        """Click just after these words."""
        at = self.edit.toPlainText().index(words) + len(words)
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(at)
        point = self.edit.cursorRect(cursor).center()
        self.qtbot.mouseClick(self.edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert self.position == at
        return self

    def selects(self, words: str) -> Typist:
        """Select these words with the mouse and Shift."""
        at = self.edit.toPlainText().index(words)
        cursor = self.edit.textCursor()
        cursor.setPosition(at)
        self.edit.setTextCursor(cursor)
        return self.press(Qt.Key.Key_Right, SHIFT, len(words))

    def pastes(self, *, html: str = "", words: str = "") -> Typist:
        """Put something on the clipboard and press Ctrl+V."""
        data = QMimeData()
        if html:
            data.setHtml(html)
        if words:
            data.setText(words)
        QApplication.clipboard().setMimeData(data)
        return self.press(Qt.Key.Key_V, CTRL)
