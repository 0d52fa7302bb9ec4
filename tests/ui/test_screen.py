"""The window comes back as it was left, with the records that were open in its File menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app import settings
from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from ui import theme
from ui.main_window import MainWindow
from ui.models.record_order import Column, Filter, Order, Stage
from ui.pages.home_page import HomePage
from ui.screen import Screen

from ..flows.fictional import fictional


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[theme.Theme]:
    """The usual looks, before and after."""
    installed = theme.install(qapp)
    yield installed
    installed.zoom(100)
    installed.choose(None)


def started(qtbot: QtBot, folder: Path) -> MainWindow:
    """A window on the store in `folder`, with the settings that are there."""
    made = MainWindow()
    Screen(made, folder / "config")
    qtbot.addWidget(made, before_close_func=lambda window: window.close())
    made.start(lambda: Workspace.open(folder))
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def test_place_size_zoom_and_colours_come_back(qtbot: QtBot, looks: theme.Theme, tmp_path: Path) -> None:
    first = started(qtbot, tmp_path)
    first.resize(740, 560)
    looks.zoom(120)
    looks.choose(Qt.ColorScheme.Dark)
    first.close()
    looks.zoom(100)
    looks.choose(None)
    second = started(qtbot, tmp_path)
    assert (second.width(), second.height()) == (740, 560)
    assert (looks.percent, looks.scheme) == (120, Qt.ColorScheme.Dark)
    assert second.actions_["scheme_dark"].isChecked()
    assert theme.is_dark()


def test_home_shows_again_the_records_that_were_chosen_in_their_order(qtbot: QtBot, looks: theme.Theme, tmp_path: Path) -> None:
    store = Workspace.open(tmp_path)
    store.do(office.set_up, "Sam Author", fictional().office)
    for title in ("Alpha", "Beta"):
        store.do(records.new_record, title)
    store.close()
    first = started(qtbot, tmp_path)
    home = home_of(first)
    home.strip.stage.setFocus()
    QTest.keyClicks(home.strip.stage, "Open")
    home.table.heads.sorted.emit(Order(Column.INSPECTION, backwards=True))
    first.close()
    again = home_of(started(qtbot, tmp_path))
    wanted = (Filter(Stage.OPEN), Order(Column.INSPECTION, backwards=True))
    qtbot.waitUntil(lambda: again.view == wanted)
    assert [each.title for each in again.model.rows] == ["Beta", "Alpha"]


def home_of(window: MainWindow) -> HomePage:
    """Home, which is in front."""
    page = window.pages.currentWidget()
    assert isinstance(page, HomePage)
    return page


def test_nonsense_in_the_settings_is_let_be(qtbot: QtBot, looks: theme.Theme, tmp_path: Path) -> None:
    settings.keep(settings.Screen("not a place", 9_000, "purple", ("gone",), stage="x", kind="y", sorted_by="z"), tmp_path / "config")
    window = started(qtbot, tmp_path)
    assert window.width() >= 600 and looks.percent == 200 and looks.scheme is None
    window.actions_.recent.aboutToShow.emit()
    assert [each.text() for each in window.actions_.recent.actions()] == ["None yet"]


def test_recent_records_stand_in_the_menu_the_last_first_and_open(qtbot: QtBot, looks: theme.Theme, tmp_path: Path) -> None:
    window = started(qtbot, tmp_path)
    assert window.state is not None and window.places is not None
    ids = [window.state.workspace.do(records.new_record, title).record_id for title in ("One & only", "Two", "Three")]
    for record_id in ids:
        window.places.open_record(record_id)
    window.state.open("")
    window.state.do(records.delete_record, ids[1])
    menu = window.actions_.recent
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert [each.text() for each in menu.actions()] == ["Three", "One && only"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.state.record_id == ids[0] and window.places.current == "tasks"
    window.close()
    assert settings.load(tmp_path / "config").recent == (ids[0], ids[2], ids[1])
    assert b"only" not in (tmp_path / "config" / settings.FILE).read_bytes(), "no words of a record are kept outside the store"


def test_they_are_in_the_file_menu_of_every_window(qtbot: QtBot, looks: theme.Theme) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    (file_menu,) = [each.menu() for each in window.menuBar().actions() if each.text() == "&File"]
    assert window.actions_.recent.menuAction() in file_menu.actions()  # type: ignore[union-attr]
