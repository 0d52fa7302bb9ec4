"""What can be measured of a window: who takes the keyboard, what is cut off, how colours contrast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from tests.pictures.colours import WHITE_ON_BLACK
from ui import tasks, theme
from ui.main_window import MainWindow
from ui.widgets.record_bar import ElidedLabel
from ui.widgets.sidebar import NavigationButton

LEAST_TARGET = 24
"""Logical pixels, of whatever one points at (WCAG 2.2, 2.5.8)."""
_SOON = 1_000
"""Milliseconds; a timer that waits longer waits for something else than a pause in typing."""
ELIDED = (ElidedLabel,)
"""Cut their words with an ellipsis by themselves; all of them are in the tooltip and the accessible name."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks to somebody: its size in logical pixels, the size of its text, a contrast theme."""

    name: str
    width: int = 1360
    height: int = 860
    percent: int = 100
    palette: QPalette | None = None

    def dress(self, window: MainWindow) -> None:
        """Let the window look so; styling it anew takes a second, so it is done only where it looks otherwise."""
        window.resize(self.width, self.height)
        take_colours(self.palette)
        if theme.theme().percent != self.percent:
            theme.theme().zoom(self.percent)


USUAL = Look("usual")
SMALL_AND_LARGE = Look("small-and-large-text", 768, 432, 200)
"""The least window at the largest text: a screen of 1,366 x 768 at 175 % with letters at 200 %."""
LOOKS = (
    USUAL,
    Look("contrast", palette=WHITE_ON_BLACK),
    Look("small", 768, 432),
    Look("large-text", percent=200),
)

_colours: list[QPalette | None] = [None]


def take_colours(palette: QPalette | None) -> None:
    """Take on a contrast theme, or the usual colours with None, where they are not there already."""
    if _colours[0] is not palette:
        _colours[0] = palette
        theme.theme().contrast(palette)


def focusable(within: QWidget) -> list[QWidget]:
    """Return every visible widget that Tab is to reach."""
    return [
        each
        for each in within.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]


def by_arrows(widget: QWidget) -> bool:
    """Tell whether arrow keys lead to a widget, and not Tab: of buttons of which one is chosen, the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)


def cut_off(within: QWidget) -> Iterator[str]:
    """Yield what is not seen whole: words wider or higher than their widget, widgets that reach beyond what they stand in."""
    for each in within.findChildren(QWidget):
        if not each.isVisible() or isinstance(each, ELIDED) or not isinstance(each, QLabel | QAbstractButton | QComboBox | QLineEdit):
            continue
        if isinstance(each.parentWidget(), QTabBar):
            continue  # arrows that scroll the tabs, which fill the height there is
        name = f"{type(each).__name__} {words_of(each)[:60]!r}"
        needed = _room_needed(each)
        if needed > each.width():
            yield f"{name} is {each.width()} wide and needs {needed}"
        high = each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.sizeHint().height()
        if not isinstance(each, QLineEdit | QComboBox) and high > each.height():
            yield f"{name} is {each.height()} high and needs {high}"
        holder = _outer(each)
        left = each.mapTo(holder, QPoint(0, 0)).x()
        if left < 0 or left + each.width() > holder.width():
            yield f"{name} reaches from {left} to {left + each.width()} in {holder.width()}"


def words_of(widget: QWidget) -> str:
    """Return what a widget shows, else what it is called."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.accessibleName()


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, "contrast ratio")."""
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _room_needed(widget: QWidget) -> int:
    if isinstance(widget, NavigationButton):
        return 0
    if isinstance(widget, QLabel):
        return 0 if widget.wordWrap() else widget.sizeHint().width()
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(widget.currentText())
    if isinstance(widget, QLineEdit):
        return widget.fontMetrics().horizontalAdvance(widget.placeholderText())
    return widget.sizeHint().width()


def _outer(widget: QWidget) -> QWidget:
    """The viewport that a widget is scrolled in, or its window: what cuts it off at the sides."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            return parent
        parent = above
    assert parent is not None
    return parent


def _luminance(colour: str) -> float:
    asked = QColor(colour)
    parts = (asked.redF(), asked.greenF(), asked.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def wait_until_at_rest(window: MainWindow) -> None:
    """Let come what is searched, read or judged meanwhile: until no work is under way and nothing waits for a pause in typing."""
    for _ in range(600):
        settle()
        soon = [each for each in window.findChildren(QTimer) if each.isActive() and each.isSingleShot() and each.interval() <= _SOON]
        if not soon and not any(each._entries for each in tasks._dispatchers):
            return
        QTest.qWait(10)
    raise AssertionError("what goes on in the background does not end")


def settle() -> None:
    """Let the window lay out."""
    for _ in range(6):  # a bar that comes makes a page narrower, its words higher, and so on
        QApplication.processEvents()
