"""What a screen reader is told of areas that scroll: always the same parts, whatever is shown of them (every step).

Qt's own interface of a scroll area counts the bars that are shown, and takes whatever number it is asked for without a look at that
count: a reader that goes through the window while a page comes forward, so that the bars of the page before have just gone, ends the
program. QAccessibleWidget counts all parts, shown or not, and answers a number that is too high with nothing.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget

_OWN_CLASS = ("QAbstractScrollArea", "QScrollArea")
"""What Qt asks for in the end, after the classes of ours that have no interface of their own; views of items and texts never come to it."""
_kept: dict[int, QAccessibleInterface] = {}
"""Qt owns them; Python must not end them before."""


def install() -> None:
    """Let screen readers meet our interface of areas that scroll; once."""
    QAccessible.installFactory(_interface)


def _interface(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if name not in _OWN_CLASS or not isinstance(thing, QAbstractScrollArea):
        return None
    made = QAccessibleWidget(thing)
    _kept[id(made)] = made
    thing.destroyed.connect(partial(_kept.pop, id(made), None))
    return made
