"""A page on a record in a real store, and the keys that somebody presses in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from response_app.authoring import records
from response_app.authoring.workspace import Workspace
from response_app.domain.record import Record
from response_app.errors import AppError
from response_app.interchange import write_record
from ui.pages.base import RecordPage
from ui.state import State

from ...fixtures.usual_looks import usual_looks
from ..shown import ROOM, shown

TODAY = date(2024, 6, 26)
BLANK = Record(record_id="00000000-0000-4000-8000-0000000000aa")
"""A record in which nothing stands."""

P = TypeVar("P", bound=RecordPage)


@dataclass
class Opened(Generic[P]):
    """The page, what it works on, and what the user was told of failures."""

    page: P
    state: State
    folder: Path
    failures: list[AppError] = field(default_factory=list)

    def reopened(self) -> Record:
        """Close the store, open it anew, and return the record as it stands there."""
        self.state.workspace.close()
        self.state.workspace = Workspace.open(self.folder)
        return self.state.workspace.ask(records.open_record, self.state.record_id)

    def widget(self, name: str) -> QWidget:
        """Return the one widget with this accessible name."""
        found = [each for each in self.page.findChildren(QWidget) if each.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} widgets are named {name}"
        return found[0]

    def write(self, name: str, text: str) -> None:
        """Write `text` into a field in place of what stands there, and leave it by Tab."""
        into = self.widget(name)
        into.setFocus()
        assert isinstance(into, QLineEdit | QPlainTextEdit | QTextEdit)
        into.selectAll()
        QTest.keyClick(into, Qt.Key.Key_Delete)
        for at, line in enumerate(text.split("\n")):
            if at:
                QTest.keyClick(into, Qt.Key.Key_Return)
            QTest.keyClicks(into, line)
        QTest.keyClick(into, Qt.Key.Key_Tab)

    def choose(self, name: str, words: str) -> None:
        """Choose `words` in a list of choices by its keys, and leave it by Tab."""
        box = self.widget(name)
        assert isinstance(box, QComboBox)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.findText(words)):
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == words
        QTest.keyClick(box, Qt.Key.Key_Tab)

    def click(self, name: str) -> None:
        """Click the middle of a button, or the mark of a tick box."""
        which = self.widget(name)
        self.page.ensureWidgetVisible(which)
        at = which.rect().center()
        if isinstance(which, QCheckBox | QRadioButton):
            at.setX(10)
        QTest.mouseClick(which, Qt.MouseButton.LeftButton, pos=at)


class Opens(Protocol):
    """What the fixture `opens` gives."""

    def __call__(self, page: Callable[[State], P], record: Record = BLANK) -> Opened[P]:
        """Show a page on a record in a new store."""


def dress() -> None:
    """Give the app its usual looks."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    usual_looks(app)


def open_page(qtbot: QtBot, folder: Path, made: Callable[[State], P], record: Record) -> Opened[P]:
    """Show a page on a record in a new store."""
    dress()
    workspace = Workspace.open(folder)
    record_id = workspace.do(records.bring_in, write_record(record)).record_id
    state = State(workspace, today=lambda: TODAY)
    page = made(state)
    opened = Opened(page, state, folder)
    state.failed.connect(opened.failures.append)
    shown(qtbot, page, ROOM)
    assert state.open(record_id)
    first = page.first_focus()
    if first is not None:
        first.setFocus()
    return opened


def tab_order(page: QWidget, most: int = 200) -> list[QWidget]:
    """Return what has the focus while Tab is pressed until it comes round."""
    found: list[QWidget] = []
    for _ in range(most):
        at = QApplication.focusWidget()
        if at is None or at in found:
            break
        found.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return [each for each in found if page.isAncestorOf(each)]


def break_store(opened: Opened[P], error: AppError) -> Callable[[], None]:
    """Let every saving fail with `error`; what is returned mends it."""
    whole = opened.state.workspace.do

    def fail(use_case: Callable[..., object], *args: object, **values: object) -> object:
        del use_case, args, values
        raise error

    def mend() -> None:
        opened.state.workspace.do = whole  # type: ignore[method-assign]

    opened.state.workspace.do = fail  # type: ignore[method-assign,assignment]
    return mend
