"""A page or a part of one as a window of its own, with the keyboard, for tests with real keys."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

ROOM = (1128, 730)
"""A page's room in a window of 1360 x 860: width and height in pixels."""

W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, widget: W, room: tuple[int, int] | None = None) -> W:
    """Show a widget, in this room or the one it asks for, as the window that has the keyboard; it is closed after the test."""
    qtbot.addWidget(widget)
    if room:
        widget.resize(*room)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget
