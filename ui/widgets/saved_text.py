"""An editor and the place of the record that its words belong to: shown from there, saved there (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from response_app.authoring import texts
from response_app.domain.changes import Changes
from response_app.domain.record import Record
from response_app.domain.richtext import RichText, is_blank

from .text_box import filler

if TYPE_CHECKING:
    from ..editors.rich_text_edit import RichTextEdit
    from ..state import State

First = Callable[[RichText], Changes | None]
"""Makes the place with its first words; None when that failed, of which the user was told."""


class SavedText(QObject):
    """Saves what is typed in one editor when typing pauses; what could not be saved is tried again at the next flush.

    Signals:
        saved: (Changes) new words are on the drive.
    """

    saved = Signal(object)

    def __init__(self, state: State, edit: RichTextEdit, initiator: QObject) -> None:
        """Follow `edit`; `initiator` is the page that already shows what is typed."""
        super().__init__(edit)
        self.edit = edit
        self._state = state
        self._initiator = initiator
        self._at = ("", "")
        self._first: First | None = None
        self._unsaved: RichText | None = None
        edit.typing_paused.connect(self._save)
        edit.pasted.connect(self._tell_of_paste)

    def show(self, record: Record, place: str, text: RichText, first: First | None = None, *, moved: bool = False) -> None:
        """Show the words of a place; the history of undo goes on where they are of the same place.

        Args:
            record: what fills the fields.
            place: dotted path with ids.
            text: the words that stand there.
            first: where the place is made only by the first words that are typed.
            moved: whether another thing may stand at the place than before; then the history of undo is not its own.
        """
        at = (record.record_id, place)
        if at != self._at or (moved and self.edit.text() != text):
            self._unsaved = None
            self.edit.set_text(text)
            self.edit.refresh_fields(filler(record))
        else:
            self.edit.refresh_fields(filler(record))
            if self._unsaved is None and self.edit.text() != text:
                self.edit.apply(text)
        self._at, self._first = at, first
        self.edit.place = place

    def flush(self) -> bool:
        """Save what is typed and not yet saved; return whether everything is."""
        if self._unsaved is not None:
            self._save(self._unsaved)
        self.edit.flush()
        return self._unsaved is None

    def _save(self, text: RichText) -> None:
        if self._first is not None and is_blank(text):
            return
        changes = self._first(text) if self._first is not None else self._save_in_place(text)
        self._unsaved = text if changes is None else None
        if changes is not None:
            self._first = None
            if not changes.empty:
                self.saved.emit(changes)

    def _save_in_place(self, text: RichText) -> Changes | None:
        record_id, place = self._at
        return self._state.do(texts.save_text, record_id, place, text, initiator=self._initiator)

    def _tell_of_paste(self, not_kept: tuple[str, ...]) -> None:
        if not_kept:
            self._state.told.emit(f"All words were pasted. What could not be kept: {', '.join(not_kept)}.")
