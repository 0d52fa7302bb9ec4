"""The sidebar shows where one is, whatever room it has."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.window_sidebar import window_sidebar

from ...fixtures.usual_looks import usual_looks
from ..shown import shown


def test_the_place_where_one_is_stays_in_view_in_a_lower_window_and_with_more_places(qtbot: QtBot, qapp: QApplication) -> None:
    usual_looks(qapp)
    sidebar = shown(qtbot, window_sidebar(), (232, 700))
    sidebar.select("help")

    def is_seen(key: str) -> bool:
        place = sidebar.buttons[key]
        return sidebar.rect().contains(QRect(place.mapTo(sidebar, QPoint()), place.size()))

    sidebar.resize(232, 200)
    qtbot.waitUntil(lambda: is_seen("help"))
    sidebar.show_record_places(True)
    qtbot.waitUntil(lambda: sidebar.buttons["after"].isVisible() and is_seen("help"))
    sidebar.select("home")
    qtbot.waitUntil(lambda: is_seen("home"))
