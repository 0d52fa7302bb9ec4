"""Puts a part that is made late where it stands among the stops of Tab (answers, lists that grow, steps that open).

Never asks Qt for a widget's neighbour in the chain of focus, nor for its focus proxy or buddy: PySide then takes what is returned for
a child of the widget that was asked, and when that one is deleted, all that stands under the other can no longer be used from Python.
An editor would go on showing what is typed, and nobody would hear of it (tests/architecture has the list).
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab goes to a widget; the line inside a list of choices that can be typed in hands the keyboard to the list."""
    inside_choice = isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QComboBox)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not inside_choice


def stops_in(part: QWidget) -> list[QWidget]:
    """Return what Tab goes to within a part, in the order in which it was put there; the list of a choice is a window of its own."""
    window = part.window()
    return [each for each in part.findChildren(QWidget) if takes_tab(each) and each.window() is window]


def come_after(part: QWidget, stop: QWidget) -> None:
    """Let Tab go from a stop through all that a part holds."""
    for before, after in pairwise((stop, *stops_in(part))):
        QWidget.setTabOrder(before, after)


def come_before(part: QWidget, stop: QWidget) -> None:
    """Let Tab go through a part just before a stop: Qt puts what is made late behind everything else of the window.

    Args:
        part: a widget with its fields in the order in which they are read.
        stop: something to which Tab goes, in the same window.
    """
    inside = stops_in(part)
    if inside:
        come_after(part, stop)
        QWidget.setTabOrder(inside[-1], stop)
