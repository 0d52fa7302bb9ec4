"""The colours in which the window is looked at: light, dark, and contrast themes of the system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from ui import theme


def contrast_theme(ground: str, ink: str, chosen: str) -> QPalette:
    """Return the colours of a contrast theme of the system; words on what is chosen have the ground's colour."""
    role, made = QPalette.ColorRole, QPalette()
    for which in (role.Window, role.Base, role.Button, role.HighlightedText):
        made.setColor(which, QColor(ground))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(which, QColor(ink))
    made.setColor(role.Highlight, QColor(chosen))
    return made


WHITE_ON_BLACK = contrast_theme("#000000", "#ffffff", "#1aebff")
BLACK_ON_WHITE = contrast_theme("#ffffff", "#000000", "#37006e")


def _scheme(scheme: Qt.ColorScheme) -> None:
    theme.theme().contrast(None)
    theme.theme().choose(scheme)


COLOURS: dict[str, Callable[[], None]] = {
    "light": lambda: _scheme(Qt.ColorScheme.Light),
    "dark": lambda: _scheme(Qt.ColorScheme.Dark),
    "contrast": lambda: theme.theme().contrast(WHITE_ON_BLACK),
}
"""What takes on each, by the name that a picture's file has."""
