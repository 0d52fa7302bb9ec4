"""The office's own words, which spelling takes for right in every record (office settings)."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QWidget

from response_app.authoring import office_words
from response_app.guidance.spelling import one_word

from ... import theme
from ...messages import announce
from ...state import State
from ...widgets.basics import Card, button, label, restyle
from .part import OfficePart

_LEAD = "Spelling takes these words for right, in every record of this office. Titles and names of the office are known to it already."
_NO_WORD = "Add one word at a time, such as HMICFRS; one with a hyphen by its parts."
_ROWS, _ROW_HEIGHT = 10, 28
"""More words than these scroll inside the list; the height of one, in pixels at 100 %."""


class _List(QListView):
    """The words; Delete removes the one that is chosen.

    Signals:
        remove_asked: the chosen word is to go.
    """

    remove_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by Delete; else as every list."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class WordsPart(OfficePart):
    """The list with a field to find words in it, one to add a word, and a button to remove one."""

    def __init__(self, state: State) -> None:
        super().__init__(state, _LEAD)
        self._words: tuple[str, ...] = ()
        self.field, self.line = QLineEdit(), QLineEdit()
        self.field.setAccessibleName("Find in the words")
        self.field.setPlaceholderText("Find in the words")
        self.line.setAccessibleName("Word to add")
        self.problem = label("", "error")
        self.problem.hide()
        self.add = button("Add word")
        self.remove = button("Remove word")
        self.count = label("", "quiet")
        self.list = _List()
        self.list.setAccessibleName("Words of the office")
        self.list.setAccessibleDescription("Delete removes the chosen word.")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("framed", "true")
        self.model = QStringListModel(self)
        self.list.setModel(self.model)
        self._lay_out()
        self._connect()

    def refresh(self, *, fresh: bool) -> None:
        """Show the words that are kept."""
        self._words = self.state.workspace.ask(office_words.office_words)
        self._show_found()

    # --- What the user does -------------------------------------------------------------------

    def _add_word(self) -> None:
        word = one_word(self.line.text())
        if not word:
            self._tell(_NO_WORD)
        elif word in self._words:
            self._tell(f"“{word}” is in the list already.")
        elif self.do(office_words.add_word, word):
            self.line.clear()
            self.field.clear()
            self._choose(word)
            announce(self.line, f"{word} was added")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_word(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        word, row = str(index.data()), index.row()
        if self.do(office_words.remove_word, word):
            self.told_with_undo.emit(f"“{word}” was removed from the office’s words.")
            left = self.model.rowCount()
            self.list.setCurrentIndex(self.model.index(min(row, left - 1), 0))
            if not left:
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, problem: str) -> None:
        if problem == self.problem.text():
            return
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)
        self.line.setProperty("invalid", "true" if problem else "")
        restyle(self.line)
        if problem:
            announce(self.line, problem)

    # --- Looks --------------------------------------------------------------------------------

    def _show_found(self) -> None:
        sought = self.field.text().strip().casefold()
        found = [each for each in self._words if sought in each.casefold()]
        if found != self.model.stringList():
            self.model.setStringList(found)
            self._fit()
        count = len(self._words)
        all_of_them = "No words yet." if not count else "1 word." if count == 1 else f"{count:,} words."
        self.count.setText(f"{len(found):,} of {count:,} words." if sought else all_of_them)
        self.list.setVisible(bool(count))
        self.field.setVisible(bool(count))
        self.remove.setVisible(bool(count))
        self.remove.setEnabled(self.list.currentIndex().isValid())

    def _choose(self, word: str) -> None:
        rows = self.model.stringList()
        if word in rows:
            self.list.setCurrentIndex(self.model.index(rows.index(word), 0))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._show_found)
        self.line.textEdited.connect(lambda: self._tell(""))
        self.line.returnPressed.connect(self._add_word)
        self.add.clicked.connect(self._add_word)
        self.remove.clicked.connect(self._remove_word)
        self.list.remove_asked.connect(self._remove_word)
        self.list.selectionModel().currentChanged.connect(lambda now: self.remove.setEnabled(now.isValid()))
        theme.theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        rows = max(3, min(self.model.rowCount(), _ROWS))
        self.list.setFixedHeight(theme.theme().pixels(rows * _ROW_HEIGHT) + 8)

    def _lay_out(self) -> None:
        card = Card("Words of the office")
        words = label("Word to add", "label")
        words.setBuddy(self.line)
        adding, below = QHBoxLayout(), QHBoxLayout()
        adding.addWidget(self.line, 1)
        adding.addWidget(self.add)
        below.addWidget(self.count, 1)
        below.addWidget(self.remove)
        parts: tuple[QWidget | QHBoxLayout, ...] = (words, adding, self.problem, self.field, self.list, below)
        for each in parts:
            if isinstance(each, QWidget):
                card.body.addWidget(each)
            else:
                card.body.addLayout(each)
        self.column.addWidget(card)
        self.column.addStretch(1)
