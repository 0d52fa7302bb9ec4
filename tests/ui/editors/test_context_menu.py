"""The menu on a right click."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from .conftest import NewTypist
from .typist import SHIFT, Typist

FIELD = '<span data-field="force"></span>'


def right_click(person: Typist) -> QMenu:
    """Open the menu."""
    at = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, person.edit.viewport().mapToGlobal(at))
    QApplication.sendEvent(person.edit.viewport(), event)
    person.qtbot.waitUntil(lambda: any(menu.isVisible() for menu in person.edit.findChildren(QMenu)))
    return next(menu for menu in person.edit.findChildren(QMenu) if menu.isVisible())


def choose(person: Typist, words: str) -> None:
    """Click on a line of the menu."""
    menu = right_click(person)
    action = next(each for each in menu.actions() if each.text() == words)
    person.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    person.qtbot.waitUntil(lambda: not person.edit.findChildren(QMenu))


def test_cut_takes_a_field_whole_and_paste_brings_it_back(typist: NewTypist) -> None:
    person = typist(f"<p>In {FIELD} we</p>").click_after("In Example").press(Qt.Key.Key_Right, SHIFT, 3)
    choose(person, "Cut")
    assert person.fragment == "<p>In  we</p>"
    choose(person, "Paste")
    assert person.fragment == f"<p>In {FIELD} we</p>"
    choose(person, "Undo")
    assert person.fragment == "<p>In  we</p>"


def test_paste_words_only(typist: NewTypist) -> None:
    person = typist()
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    QApplication.clipboard().setMimeData(data)
    choose(person, "Paste words only")
    assert person.fragment == "<p>bold</p>"


def test_reading_only_one_may_copy(typist: NewTypist) -> None:
    person = typist("<p>a</p>")
    person.edit.set_read_only(True)
    menu = right_click(person)
    assert [action.text() for action in menu.actions() if action.text()] == ["Copy", "Select all"]
    menu.close()
