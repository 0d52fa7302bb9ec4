"""Fields of a form that Qt has not quite as we need them (inspection details, findings, answers)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from .settling import Settling

Choices = Sequence[tuple[Any, str]]
"""Values, each with its words."""


class Choice(QComboBox):
    """One of several values. The wheel scrolls the page and never chooses.

    Signals:
        decided: the value that is shown is meant: it was picked from the list, or the field was left. The
            arrow keys go through the values, and none that they pass is meant.
        picked: it was picked from the list.
    """

    decided = Signal()
    picked = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._opened = False
        self._choices: list[tuple[Any, str]] = []
        self.offer(choices)
        self.activated.connect(self._activated)

    def offer(self, choices: Choices) -> None:
        """Offer other values; the chosen one stays where it is among them."""
        if list(choices) == self._choices:
            return
        chosen = self.value()
        self._choices = list(choices)
        self.clear()
        self.addItems([words for _, words in choices])
        self.choose(chosen)

    def value(self) -> Any:
        """Return the chosen value, None when nothing is chosen."""
        return self._choices[self.currentIndex()][0] if 0 <= self.currentIndex() < len(self._choices) else None

    def choose(self, value: Any) -> None:
        """Show a value; nothing when it is not among them."""
        self.setCurrentIndex(next((index for index, (each, _) in enumerate(self._choices) if each == value), -1))

    def showPopup(self) -> None:
        """Open the list."""
        self._opened = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the value by Enter; else as every list of choices."""
        self._opened = False
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.decided.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Decide before Tab goes on, because what comes next may depend on it."""
        self.decided.emit()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Decide when the field is left, but not for its own list."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.decided.emit()

    def _activated(self) -> None:
        if self._opened:
            self.picked.emit()
            self.decided.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Radios(QWidget):
    """One of a few values, all in view.

    Signals:
        chosen: another one was chosen by the user; by arrow keys once they have paused.
    """

    chosen = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[Any, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for value, words in choices:
            made = QRadioButton(words.replace("&", "&&"))
            made.setAccessibleName(words)
            self._group.addButton(made)
            self.buttons[value] = made
            column.addWidget(made)
        self._settling = Settling(self)
        self._settling.watch(self.buttons.values())
        self._settling.settled.connect(self.chosen)
        self._let_tab_in()

    def value(self) -> Any:
        """Return the chosen value, None when there is none."""
        return next((value for value, button in self.buttons.items() if button.isChecked()), None)

    def choose(self, value: Any) -> None:
        """Show a value."""
        self._settling.forget()
        if value in self.buttons:
            self.buttons[value].setChecked(True)
            self._let_tab_in()

    def _let_tab_in(self) -> None:
        """Tab comes to the chosen one, which Qt sees to only where the user chose it."""
        buttons = list(self.buttons.values())
        inlet = next((button for button in buttons if button.isChecked()), buttons[0])
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is inlet else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(inlet)


class TextArea(QPlainTextEdit):
    """Some lines of plain text, as high as they need.

    Signals:
        left: the focus has gone elsewhere.
    """

    left = Signal()

    def __init__(self, lines: int = 2) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines break; one would take height from them
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left, but not for a menu over it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to how the lines break now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_lines"):
            self._fit()

    def _fit(self) -> None:
        shown = max(self._lines, min(round(self.document().size().height()), self._lines * 4))
        around = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + around + 4)
