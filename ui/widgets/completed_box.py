"""The author's own statement that a part of the record is complete (guided sections, task list)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from response_app.authoring import completion
from response_app.domain.task_list import signed_off_parts
from response_app.errors import AppError

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ..state import State


class CompletedBox(QCheckBox):
    """A tick box that keeps for itself, in the open record, whether a part is complete."""

    def __init__(self, state: State, place: str, words: str) -> None:
        """Make it for `place`, such as "inspection"."""
        super().__init__(words)
        self.setAccessibleName(words)
        self._state = state
        self._place = place
        self.clicked.connect(self._say)
        state.record_opened.connect(self._show)
        state.changed.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is kept now."""
        super().showEvent(event)
        self._show()

    def _say(self, complete: bool) -> None:
        if self._state.do(completion.say_completed, self._state.record_id, self._place, complete, initiator=self) is None:
            self._show()

    def _show(self) -> None:
        if not self.isVisible() or not self._state.record_id:
            return
        try:
            done = self._state.workspace.ask(completion.completed, self._state.record_id)
        except AppError as error:
            self._state.failed.emit(error)
            return
        record = self._state.record
        signed_off = record is not None and self._place in signed_off_parts(record)
        self.setChecked(signed_off or self._place in done)
        self.setEnabled(not signed_off)
        self.setToolTip("Signed off" if signed_off else "")
        self.setAccessibleDescription("Signed off" if signed_off else "")
