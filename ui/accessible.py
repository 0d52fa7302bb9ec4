"""What a screen reader is told where Qt's own words for it would mislead: areas that scroll, and places to go to (every step).

Areas that scroll always have the same parts, whatever is shown of them. Qt's own interface of one counts the bars that are shown, and
takes whatever number it is asked for without a look at that count: a reader that goes through the window while a page comes forward, so
that the bars of the page before have just gone, ends the program. QAccessibleWidget counts all parts, shown or not, and answers a number
that is too high with nothing.

A place of the sidebar is a page tab, and the one where one is is selected. Qt takes any button that stays down for a check box.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget

from .widgets.sidebar import NavigationButton, Places

_OWN_CLASS = ("QAbstractScrollArea", "QScrollArea")
"""What Qt asks for in the end, after the classes of ours that have no interface of their own; views of items and texts never come to it."""
_kept: dict[int, QAccessibleInterface] = {}
"""Qt owns them; Python must not end them before."""


class _Place(QAccessibleWidget):
    """A place of the sidebar: a page tab that can be pressed."""

    def __init__(self, place: NavigationButton) -> None:
        super().__init__(place, QAccessible.Role.PageTab)
        self._place = place

    def state(self) -> QAccessible.State:
        """Say whether one is there; that it stays down is how it is made, and no choice that could be taken back."""
        said = super().state()
        said.selectable = True
        said.selected = self._place.isChecked()
        return said

    def actionNames(self) -> list[str]:
        """It can be pressed, as long as it can be used."""
        press = [QAccessibleActionInterface.pressAction()] if self._place.isEnabled() else []
        return [*press, *super().actionNames()]

    def doAction(self, actionName: str) -> None:
        """Go there when it is pressed."""
        if actionName == QAccessibleActionInterface.pressAction():
            self._place.click()
        else:
            super().doAction(actionName)


def install() -> None:
    """Let screen readers meet our interfaces; once."""
    QAccessible.installFactory(_interface)


def _interface(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    made = _made(name, thing)
    if made is not None and thing is not None:
        _kept[id(made)] = made
        thing.destroyed.connect(partial(_kept.pop, id(made), None))
    return made


def _made(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if name in _OWN_CLASS and isinstance(thing, QAbstractScrollArea):
        return QAccessibleWidget(thing)
    if name == NavigationButton.__name__ and isinstance(thing, NavigationButton):
        return _Place(thing)
    if name == Places.__name__ and isinstance(thing, Places):
        return QAccessibleWidget(thing, QAccessible.Role.PageTabList, thing.accessibleName())
    return None
