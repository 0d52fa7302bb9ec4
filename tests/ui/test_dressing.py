"""Where the windows carry the style sheet, and not the app, everything in them looks the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMainWindow, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures.usual_looks import usual_looks
from ui import theme
from ui.main_window import MainWindow
from ui.widgets.basics import Card, badge, button, label, restyle


@pytest.fixture
def on_windows(qapp: QApplication) -> Iterator[None]:
    """As the program is started."""
    usual_looks(qapp)
    qapp.setStyleSheet("")
    theme.install(qapp, on_windows=True).choose(Qt.ColorScheme.Light)
    yield
    theme.install(qapp)
    usual_looks(qapp)


def window_with_everything(qtbot: QtBot) -> tuple[QMainWindow, QMenu]:
    """A window with some of what the style sheet knows, built from the inside out as pages are, and a menu of it."""
    window = QMainWindow()
    qtbot.addWidget(window)
    theme.theme().dress(window)
    card, page = Card(), QWidget()
    column = QVBoxLayout(page)
    late = badge("Late", "red")
    choice = QComboBox()
    choice.addItems(["One", "Two"])
    for each in (
        label("Title", "title"),
        label("Quiet", "quiet"),
        late,
        button("Go on", "primary"),
        button("Back"),
        QLineEdit("Words"),
        choice,
    ):
        card.body.addWidget(each)
    column.addWidget(card)
    window.setCentralWidget(page)
    window.resize(400, 500)
    late.setProperty("badge", "green")
    restyle(late)
    menu = QMenu(window)
    menu.addAction("Undo")
    with qtbot.waitExposed(window):
        window.show()
    return window, menu


def pictures(window: QMainWindow, menu: QMenu) -> list[QImage]:
    """Return what both look like."""
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    shown: list[QPixmap] = [window.grab(), menu.grab()]
    menu.hide()
    return [each.toImage() for each in shown]


def test_a_window_that_carries_the_sheet_looks_as_under_an_app_that_does(qtbot: QtBot, qapp: QApplication, on_windows: None) -> None:
    window, menu = window_with_everything(qtbot)
    assert not qapp.styleSheet()
    ours = [pictures(window, menu)]
    theme.theme().zoom(150)
    theme.theme().choose(Qt.ColorScheme.Dark)
    ours.append(pictures(window, menu))
    window.close()
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    other, other_menu = window_with_everything(qtbot)
    assert qapp.styleSheet() and not other.styleSheet()
    theirs = [pictures(other, other_menu)]
    looks.zoom(150)
    looks.choose(Qt.ColorScheme.Dark)
    theirs.append(pictures(other, other_menu))
    assert ours == theirs
    assert ours[0] != ours[1]


def test_the_one_window_carries_it(qtbot: QtBot, qapp: QApplication, on_windows: None) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.styleSheet() and not qapp.styleSheet()
