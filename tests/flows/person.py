"""Somebody at the window: starts it, finds things by their names, clicks, types and closes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from response_app.domain.record import Record
from response_app.domain.richtext import Block, Heading, ListBlock, Paragraph, RichText, Run, plain
from response_app.interchange import write_fragment, write_record
from ui.editors.rich_text_edit import RichTextEdit
from ui.main_window import MainWindow

TODAY = date(2024, 6, 26)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key

W = TypeVar("W", bound=QWidget)


class Person:
    """A person who works on the store in a folder."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.windows: list[MainWindow] = []

    # --- Starting and ending ------------------------------------------------------------------

    @property
    def window(self) -> MainWindow:
        """The window in front of the person."""
        return self.windows[-1]

    def starts(self) -> MainWindow:
        """Start the app on the folder, on a day in June 2024."""
        window = MainWindow()
        self.windows.append(window)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.start(lambda: Workspace.open(self.folder))
        if window.state is not None:
            window.state.today = lambda: TODAY
        return window

    def has(self, record: Record) -> None:
        """Let the store hold this record, of an office that is known, before the app is started."""
        workspace = Workspace.open(self.folder)
        workspace.do(office.set_up, "Sam Author", record.office)
        workspace.do(records.bring_in, write_record(record))
        workspace.close()

    def opens(self, page: Qt.Key) -> None:
        """Start the app, open the first record of Home, and go to a page of it by its shortcut."""
        self.starts()
        self.press(KEY.Key_Return)
        self.press(page, CTRL)

    def quits(self) -> None:
        """Close the window as its cross does."""
        assert self.window.close()
        assert self.window.state is None

    def leaves(self) -> None:
        """Put away whatever window is still open."""
        for window in self.windows:
            window.close()
            window.deleteLater()

    def kept(self) -> Record:
        """Return the one record that the store holds; the window is closed."""
        workspace = Workspace.open(self.folder)
        try:
            (row,) = workspace.ask(records.list_records)
            return workspace.ask(records.open_record, row.record_id)
        finally:
            workspace.close()

    # --- Finding ------------------------------------------------------------------------------

    def finds(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Wait for the one visible widget of the window with this accessible name, and return it."""

        def found() -> list[W]:
            return [each for each in self.window.findChildren(kind) if each.accessibleName() == name and each.isVisible()]

        def is_one() -> None:
            assert len(found()) == 1, f"{len(found())} visible widgets are named {name!r}; there are {sorted(self.names())}"

        self.qtbot.waitUntil(is_one)
        return found()[0]

    def names(self) -> set[str]:
        """Return the accessible names of what is visible."""
        return {each.accessibleName() for each in self.window.findChildren(QWidget) if each.isVisible()}

    def sees(self, words: str) -> bool:
        """Tell whether some visible label of the window holds these words."""
        return any(words in each.text() for each in self.window.findChildren(QLabel) if each.isVisible())

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        return focus

    # --- Doing --------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the keyboard is; the window answers before the next, as it does to a person."""
        for _ in range(times):
            self.qtbot.keyClick(self.at, key, modifiers)
            QApplication.processEvents()

    def press_anywhere(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in a window in which perhaps nothing has the keyboard."""
        self.qtbot.keyClick(self.window, key, modifiers)
        QApplication.processEvents()

    def click(self, name: str) -> None:
        """Click the middle of something, or the mark of a box to tick."""
        widget = self.finds(name)
        at = widget.rect().center()
        if isinstance(widget, QCheckBox | QRadioButton):
            at = QPoint(10, at.y())
        self._scroll_to(widget)
        assert isinstance(widget, QAbstractButton) is False or widget.isEnabled(), f"{name!r} is disabled"
        target = widget.viewport() if isinstance(widget, QTextEdit) else widget
        self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=at)
        QApplication.processEvents()

    def types(self, words: str) -> None:
        """Type words where the keyboard is; a line end is Enter. A letter that no key has comes as from a compose key."""
        for each in words:
            if each == "\n":
                self.press(KEY.Key_Return)
            elif each.isascii():
                self.qtbot.keyClicks(self.at, each)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.at, QKeyEvent(kind, 0, NONE, each))

    def fills(self, name: str, words: str) -> None:
        """Click into a field, type in place of what stands there, and leave it with Tab."""
        field = self.finds(name)
        if isinstance(field, QLineEdit):
            self.click(name)
        else:
            self._scroll_to(field)
            field.setFocus(Qt.FocusReason.MouseFocusReason)
        assert self.at is field, f"{name!r} does not take the keyboard"
        self.press(KEY.Key_A, CTRL)
        self.types(words)
        self.press(KEY.Key_Tab)
        assert self.at is not field, f"Tab stays in {name!r}"

    def chooses(self, name: str, words: str) -> None:
        """Choose an entry of a list of choices by its keys."""
        box = self.finds(name, QComboBox)
        self._scroll_to(box)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(KEY.Key_Home)
        self.press(KEY.Key_Down, times=box.findText(words))
        assert box.currentText() == words

    def chooses_in_menu(self, words: str) -> None:
        """Choose an entry of the menu that is open, with the arrow keys."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        titles = [each.text().replace("&", "") for each in menu.actions()]
        for _ in range(titles.index(words) + 1):
            self.qtbot.keyClick(menu, KEY.Key_Down)
        self.qtbot.keyClick(menu, KEY.Key_Return)

    def names_file(self, path: Path) -> None:
        """Answer the dialog that asks for a file, by keys."""
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(QFileDialog)) and self._dialog().isActiveWindow())
        self.press(KEY.Key_A, CTRL)
        self.types(str(path))
        self.press(KEY.Key_Return)

    def _dialog(self) -> QFileDialog:
        every = self.window.findChildren(QFileDialog)
        return next((each for each in every if each.isVisible()), every[-1])

    def _scroll_to(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()

    # --- Writing ------------------------------------------------------------------------------

    def editor(self, name: str) -> RichTextEdit:
        """Click into an editor."""
        edit = self.finds(name, RichTextEdit)
        self.click(name)
        assert self.at is edit
        return edit

    def writes(self, text: RichText) -> None:
        """Type a text into the editor that has the keyboard: paragraphs, subheadings, bullet lists, bold."""
        for number, block in enumerate(text):
            if number:
                self.press(KEY.Key_Return)
            self._write_block(block, goes_on=number + 1 < len(text))

    def _write_block(self, block: Block, goes_on: bool) -> None:
        if isinstance(block, Heading):
            self.press(KEY.Key_1 if block.level == 1 else KEY.Key_2, CTRL | ALT)
            self._write_runs(block.runs)
        elif isinstance(block, ListBlock):
            self.press(KEY.Key_7 if block.ordered else KEY.Key_8, CTRL | SHIFT)
            for number, item in enumerate(block.items):
                if number:
                    self.press(KEY.Key_Return)
                (paragraph,) = item.paragraphs
                self._write_runs(paragraph.runs)
            if goes_on:
                self.press(KEY.Key_Return)  # an empty item, which the next Enter makes a paragraph again
        else:
            assert isinstance(block, Paragraph)
            self._write_runs(block.runs)

    def _write_runs(self, runs: tuple[Run, ...]) -> None:
        for run in runs:
            if run.bold:
                self.press(KEY.Key_B, CTRL)
            self.types(run.text)
            if run.bold:
                self.press(KEY.Key_B, CTRL)

    def pastes(self, text: RichText) -> None:
        """Paste a text that was copied from a web page."""
        copied = QMimeData()
        copied.setHtml(write_fragment(text))
        copied.setText(plain(text))
        QApplication.clipboard().setMimeData(copied)
        self.press(KEY.Key_V, CTRL)


def paragraphs(*words: str) -> RichText:
    """Return a text of plain paragraphs."""
    return tuple(Paragraph((Run(each),)) for each in words)
