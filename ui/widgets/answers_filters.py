"""Which findings the table of answers shows: by words, addressee, scope, whether they apply, how far they are (answers to findings)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from response_app.domain.finding import Applies

from .. import theme
from ..editors.flow import FlowRow
from ..models.answers_model import APPLIES, Line, Progress, Wanted
from .basics import button
from .inputs import Choice, Choices

_ANY = "any"
"""Stands for any value in a list of choices; None there means that nothing is chosen."""
_APPLIES = ((_ANY, "Applies or not"), *((each, f"Applies: {APPLIES[each][0].lower()}") for each in Applies))
_DONE = ((_ANY, "Answered or not"), (False, "Still to do"), (True, "Done"), *((each, each.words) for each in Progress))
_WIDTHS = (190, 178, 150, 150, 150)


class AnswersFilters(QWidget):
    """A field for words and four lists of choices.

    Signals:
        changed: other findings are looked for.
        left: the field was left downwards, for the table.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = _Words()
        self.made_to = _choice("Made to", ((_ANY, "Made to anyone"),))
        self.scope = _choice("Scope", ((_ANY, "Every scope"),))
        self.applies = _choice("Applies", _APPLIES)
        self.done = _choice("Answered", _DONE)
        self.clear = button("Show all", "link", "Show all findings in the table")
        self._boxes = (self.made_to, self.scope, self.applies, self.done)
        row = FlowRow(self, QMargins(), 8, last_at_right=False)
        for each in (self.words, *self._boxes, self.clear):
            row.addWidget(each)
        self.words.textChanged.connect(self._changed)
        self.words.left.connect(self.left)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._changed)
        self.clear.clicked.connect(self.show_all)
        self.clear.hide()
        self._size()
        theme.theme().changed.connect(self._size)

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        made_to, scope, applies, done = (None if box.value() == _ANY else box.value() for box in self._boxes)
        return Wanted(self.words.text(), made_to, scope, applies, done)

    def offer(self, lines: Sequence[Line]) -> None:
        """Offer the addressees and chapters that there are; what is chosen stays where it still is among them."""
        made_to = Counter(name for each in lines for name in each.addressees or ("",))
        scopes = Counter(each.scope for each in lines)
        for box, first, found in ((self.made_to, "Made to anyone", made_to), (self.scope, "Every scope", scopes)):
            chosen = box.value()
            named = [(name, f"{name or 'Nobody named'} ({count})") for name, count in found.most_common()]
            box.blockSignals(True)  # the caller shows the findings in any case
            box.offer([(_ANY, first), *named])
            box.choose(chosen if any(chosen == name for name, _ in named) else _ANY)
            box.blockSignals(False)

    def show_all(self) -> None:
        """Look for every finding again."""
        for each in (self.words, *self._boxes):
            each.blockSignals(True)
        self.words.clear()
        for box in self._boxes:
            box.choose(_ANY)
        for each in (self.words, *self._boxes):
            each.blockSignals(False)
        self._changed()

    def _changed(self) -> None:
        everything = self.wanted == Wanted()
        if everything and self.clear.hasFocus():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear.setVisible(not everything)
        self.changed.emit()

    def _size(self) -> None:
        for each, width in zip((self.words, *self._boxes), _WIDTHS, strict=True):
            each.setFixedWidth(theme.theme().pixels(width))


class _Words(QLineEdit):
    """The field for words; Down or Enter goes on to the table.

    Signals:
        left: it was left downwards.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Words, such as training")
        self.setAccessibleName("Find in the table")
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the table."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _choice(name: str, choices: Choices) -> Choice:
    made = Choice(choices)
    made.setAccessibleName(f"Show in the table: {name.lower()}")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.choose(_ANY)
    return made
