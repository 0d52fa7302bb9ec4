"""What the office suggests for words that are not its own, beside them and not in them (answers to findings)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import suggestions
from response_app.domain.changes import Changes
from response_app.domain.dates import in_words
from response_app.domain.record import Record
from response_app.domain.response import Suggestion
from response_app.domain.richtext import RichText
from response_app.domain.titles import chief_officer_title

from ..state import State
from .basics import button, label, rule
from .saved_text import SavedText
from .writing_box import WritingBox


class SuggestionBox(QWidget):
    """The suggestion for one text, made by its first words, saved while one types, withdrawn by a button.

    Signals:
        changed: a suggestion was made or withdrawn, or its words are others.
        closed: there is none any more.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, state: State, initiator: QObject, parent: QWidget | None = None) -> None:
        """Make it; `initiator` is the page that shows what is new by itself."""
        super().__init__(parent)
        self._state, self._initiator = state, initiator
        self._place = ""
        self._their_words: RichText = ()
        self._open: Suggestion | None = None
        self._begun_at = ""
        self.title = label("", "label")
        self.box = WritingBox("Suggested words")
        self.box.edit.wording_place, self.box.edit.offers_fields = "", False  # to be the chief officer's words
        self.facts = label("", "quiet")
        self.withdraw = button("Withdraw", "link", "Withdraw the suggestion")
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.facts, 1)
        row.addWidget(self.withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for part in (rule(), self.title, self.box, foot):
            column.addWidget(part)
        self._text = SavedText(state, self.box.edit, initiator)
        self._text.saved.connect(lambda changes: self.changed.emit())
        self.withdraw.clicked.connect(self._withdraw)

    def show_for(self, record: Record, place: str, words: RichText, *, possible: bool) -> None:
        """Show the suggestion for a text, or nothing.

        Args:
            record: the open record.
            place: of the text.
            words: that stand there.
            possible: whether something can be suggested now; where the text can be changed itself, nothing is.
        """
        self._place, self._their_words, self._open = place, words, suggestions.open_for(record, place)
        if self._begun_at != place:
            self._begun_at = ""
        self.setVisible(self.is_needed and possible)
        if not self.is_needed:
            return
        title = chief_officer_title(record)
        self.title.setText(f"What you suggest to the {title}")
        self.box.edit.setAccessibleName(f"Words suggested to the {title}")
        at = suggestions.words_place(record, place)
        self._text.show(record, at, self._open.now if self._open else words, None if self._open else self._make)
        self.facts.setText(_facts(self._open))
        self.withdraw.setText("Withdraw" if self._open else "Cancel")
        self.withdraw.setAccessibleName("Withdraw the suggestion" if self._open else "Cancel the suggestion")

    @property
    def is_needed(self) -> bool:
        """Whether a suggestion is open, or being made."""
        return self._open is not None or bool(self._begun_at)

    def begin(self, record: Record) -> None:
        """Offer their words to be changed into a suggestion, and go there."""
        self._begun_at = self._place
        self.show_for(record, self._place, self._their_words, possible=True)
        self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save what is typed and not yet saved; return whether everything is."""
        return self._text.flush() if self.is_needed else True

    def _make(self, text: RichText) -> Changes | None:
        return self._state.do(
            suggestions.suggest,
            self._state.record_id,
            self._place,
            self._their_words,
            text,
            self._state.today(),
            initiator=self._initiator,
        )

    def _withdraw(self) -> None:
        if not self.flush():
            return
        self._begun_at = ""
        record = self._state.record
        found = suggestions.open_for(record, self._place) if record is not None else None
        if found is not None and not self._state.do(suggestions.withdraw, self._state.record_id, found.id, initiator=self._initiator):
            return
        self.changed.emit()
        self.closed.emit()


def _facts(suggestion: Suggestion | None) -> str:
    theirs = "Their own words stay as they are."
    if suggestion is None:
        return f"Change what you would like to be different. {theirs}"
    by = f" by {suggestion.by}" if suggestion.by else ""
    on = f" on {in_words(suggestion.on)}" if suggestion.on else ""
    return f"Suggested{by}{on}. {theirs}"
