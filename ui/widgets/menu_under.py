"""A menu that opens under the button that it belongs to (Home, register of findings)."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def open_under(menu: QMenu, button: QWidget) -> None:
    """Open a menu right under its button; where it would stand out of the window at the right, it ends with the button."""
    window, wide = button.window(), menu.sizeHint().width()
    corner = button.mapTo(window, QPoint(0, button.height()))
    if corner.x() + wide > window.width():
        corner.setX(max(0, corner.x() + button.width() - wide))
    menu.popup(window.mapToGlobal(corner))
