"""A store that cannot be opened: nothing is offered that would do nothing, the reason is said, and trying again may work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.authoring.workspace import Workspace
from response_app.errors import StoreUnavailable
from tests.fixtures.usual_looks import usual_looks
from ui.main_window import MainWindow


def test_places_and_menus_wait_until_the_store_opens(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    usual_looks(qapp)
    held = [True]

    def workspace() -> Workspace:
        if held[0]:
            raise StoreUnavailable("The records are open in another window.", "Close that window.")
        return Workspace.open(tmp_path)

    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda made: made.close())
    window.start(workspace)
    window.show()
    places = window.sidebar.buttons.values()
    assert not any(each.isEnabled() for each in places)
    assert all("could not be opened" in each.accessibleDescription() and "could not be opened" in each.toolTip() for each in places)
    assert [key for key, action in window.actions_.by_key.items() if action.isEnabled()] == ["quit"]
    assert window.banner.isVisible() and not window.banner.close_button.isVisible()

    held[0] = False
    qtbot.mouseClick(window.banner.act, Qt.MouseButton.LeftButton)
    assert window.state is not None and window.pages.currentWidget() is not None
    assert all(each.isEnabled() and not each.accessibleDescription() for each in places)
    assert window.actions_["go_home"].isEnabled() and not window.actions_["export"].isEnabled()
    window.banner.tell("Something was done.")
    assert window.banner.close_button.isVisible()


def test_quitting_works_although_nothing_is_open(qapp: QApplication, qtbot: QtBot) -> None:
    usual_looks(qapp)

    def refuse() -> Workspace:
        raise StoreUnavailable("The drive does not answer.")

    window = MainWindow()
    qtbot.addWidget(window)
    window.start(refuse)
    window.show()
    window.actions_["quit"].trigger()
    assert not window.isVisible()
