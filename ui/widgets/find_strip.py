"""A strip that finds words in the text or the whole record, and replaces them; under the page, not over it (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from response_app.domain.finding_words import Wanted
from response_app.domain.words_in_record import Found

from ..editors.flow import FlowRow
from ..messages import announce
from ..models.found_model import FoundModel
from ..theme import theme
from .basics import button, label
from .found_list import FoundList

MOST_CHARACTERS = 200
_FIELD_WIDTH = 136
_ROWS_SHOWN, _ROW = (2, 11), 28
_OTHERS = 480
"""Height in pixels at 100 % that the list leaves to the rest of the window."""
_SCOPES = ("This text", "The whole record")


class FindStrip(QFrame):
    """Fields for the words to find and those to put in their place; Enter goes on, Escape closes the strip.

    Signals:
        wanted_changed: something else is looked for, or elsewhere.
        next_requested: (bool) go to the next place, or with True to the one before.
        replace_requested: replace the words that are selected, and go on.
        replace_all_requested: replace all of this text, or what is ticked in the record.
        chosen: (Found) go to this place.
        closed: go back to the text.
    """

    wanted_changed = Signal()
    next_requested = Signal(bool)
    replace_requested = Signal()
    replace_all_requested = Signal()
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.setAccessibleName("Find and replace")
        self.words = _field("Find")
        self.to = _field("Replace with")
        self.scope = QComboBox()
        self.scope.setAccessibleName("Where to look")
        self.scope.addItems(_SCOPES)
        self.case = _box("Match case")
        self.whole = _box("Whole words")
        self.told = label("", "label")
        self.next = button("Next", "", "Next place")
        self.before = button("Previous", "", "Previous place")
        self.offer_replace = button("Replace…", "", "Show the field to replace")
        self.replace = button("Replace", "primary", "Replace these words")
        self.replace_all = button("Replace all")
        self.tick = button("Untick all")
        self.close_button = button("Close", "link", "Close find and replace")
        self.model = FoundModel(self)
        self.list = FoundList(self.model)
        self._replacing = False
        self._many = 0
        self._lay_out()
        self._connect()
        self._fit()
        self.hide()

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return Wanted(self.words.text(), self.case.isChecked(), self.whole.isChecked())

    @property
    def whole_record(self) -> bool:
        """Whether the whole record is looked through."""
        return self.scope.currentIndex() == 1

    @property
    def replacing(self) -> bool:
        """Whether the words are to be replaced."""
        return self._replacing

    def come(self, words: str, *, replacing: bool, whole_record: bool, only_record: bool) -> None:
        """Come up, or stay, with the keyboard in the field for what is found.

        Args:
            words: to look for; those that stand there for "".
            replacing: show the field for what comes in their place.
            whole_record: look through the whole record.
            only_record: there is no text on the page to look in by itself.
        """
        self.scope.setEnabled(not only_record)
        self.scope.setCurrentIndex(int(whole_record or only_record))
        self._replacing = self._replacing or replacing
        if words:
            self.words.setText(words)
        self._fit()
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.wanted_changed.emit()

    def tell(self, words: str, *, aloud: bool = True) -> None:
        """Say how much was found, or what was done."""
        if words != self.told.text():
            self.told.setText(words)
            if aloud and words:
                announce(self, words)

    def allow_replacing(self, one: bool, many: int, ready: bool = True) -> None:
        """Offer to replace the selected words, and so many at once."""
        self._many = many
        self.replace.setEnabled(one)
        self.replace_all.setEnabled(bool(many) and ready)
        self._name_replacing()

    def fit_list(self) -> None:
        """Show the list where the record is looked through and something was found, as high as its rows and the window allow."""
        rows = len(self.model.rows)
        self.list.setVisible(self.whole_record and rows > 0)
        least, most = (theme().pixels(count * _ROW + 8) for count in _ROWS_SHOWN)
        room = self.window().height() - theme().pixels(_OTHERS)
        self.list.setFixedHeight(min(theme().pixels(rows * _ROW + 8), max(least, min(most, room))))
        self.tick.setVisible(self.list.isVisibleTo(self) and self._replacing)
        all_ticked = len(self.model.replacements()) == sum(each.replacement is not None for each in self.model.found())
        self.tick.setText("Untick all" if all_ticked else "Tick all")
        self.tick.setAccessibleName(self.tick.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter in a field goes on, with Shift back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.hasFocus():
            self.next_requested.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.to.hasFocus():
            self._enter_in_replace()
        else:
            super().keyPressEvent(event)

    def _enter_in_replace(self) -> None:
        """In a text Enter replaces; in the record it goes to the list, where one sees first what would be replaced."""
        if not self.whole_record:
            self.replace_requested.emit()
        elif self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        finding, self._replace_row = QWidget(), QWidget()
        row = FlowRow(finding, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        for each in (_labelled("Find", self.words), self.scope, self.before, self.next, self.case, self.whole, self.offer_replace):
            row.addWidget(each)
        below = FlowRow(self._replace_row, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        for each in (_labelled("Replace with", self.to), self.replace, self.replace_all, self.tick):
            below.addWidget(each)
        head = QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addWidget(finding)
        column.addWidget(self._replace_row)
        column.addWidget(self.list)
        column.insertLayout(0, head)  # seen first, but reached by Tab last: it closes the strip

    def _connect(self) -> None:
        self.words.textChanged.connect(self.wanted_changed)
        self.case.toggled.connect(self.wanted_changed)
        self.whole.toggled.connect(self.wanted_changed)
        self.scope.currentIndexChanged.connect(self._change_scope)
        self.to.textChanged.connect(self._show_replacing)
        self.next.clicked.connect(lambda: self.next_requested.emit(False))
        self.before.clicked.connect(lambda: self.next_requested.emit(True))
        self.offer_replace.clicked.connect(self._begin_replacing)
        self.replace.clicked.connect(self.replace_requested)
        self.replace_all.clicked.connect(self.replace_all_requested)
        self.tick.clicked.connect(lambda: self.model.tick_all(self.tick.text() == "Tick all"))
        self.list.chosen.connect(self._choose)
        self.close_button.clicked.connect(self.closed)
        theme().changed.connect(self._fit)

    def _choose(self, found: Found) -> None:
        self.chosen.emit(found)

    def _change_scope(self) -> None:
        self._fit()
        self.wanted_changed.emit()

    def _begin_replacing(self) -> None:
        self._replacing = True
        self._fit()
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_replacing(self) -> None:
        self.model.show_replacing(self.to.text() if self._replacing else None)
        self._name_replacing()

    def _name_replacing(self) -> None:
        """Say on the buttons what they do: with nothing to put in their place words are taken out."""
        verb = "Replace" if self.to.text() else "Take out"
        words = f"{verb} {self._many:,}" if self.whole_record else f"{verb} all in this text"
        for each, shown, name in ((self.replace, verb, f"{verb} these words"), (self.replace_all, words, words)):
            each.setText(shown)
            each.setAccessibleName(name)

    def _fit(self) -> None:
        for field in (self.words, self.to):
            field.setFixedWidth(theme().pixels(_FIELD_WIDTH))
        self._replace_row.setVisible(self._replacing)
        self.offer_replace.setVisible(not self._replacing)
        self.replace.setVisible(not self.whole_record)
        self._show_replacing()
        self.fit_list()


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setMaxLength(MOST_CHARACTERS)
    return made


def _box(words: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setAccessibleName(words)
    return made


def _labelled(words: str, field: QLineEdit) -> QWidget:
    """A field with its name before it, which stay together where a row goes on below."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    name = label(words, wrap=False)
    name.setBuddy(field)
    row.addWidget(name)
    row.addWidget(field)
    return made
