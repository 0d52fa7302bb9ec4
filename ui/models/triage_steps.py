"""What the user has done to a proposal so far, step by step; undo and redo of the page (report in)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from response_app.intake.triage import Triage


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    before: Triage
    after: Triage


class TriageSteps(QObject):
    """The table as it stands, and the ways back and forward from it. Nothing here touches the store.

    Signals:
        changed: the table is another one, or what can be undone is.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.triage = Triage()
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def begin(self, triage: Triage) -> None:
        """Stand at the beginning of another table."""
        self.triage = triage
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def take(self, name: str, triage: Triage) -> None:
        """Go on to what a step, such as "split", made of the table; nothing when it made no other one."""
        if triage == self.triage:
            return
        self._done.append(_Step(name, self.triage, triage))
        self._undone.clear()
        self.triage = triage
        self.changed.emit()

    @property
    def undo_name(self) -> str:
        """What an undo would take back, "" for nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """What a redo would do again, "" for nothing."""
        return self._undone[-1].name if self._undone else ""

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self.triage = step.before
            self.changed.emit()

    def redo(self) -> None:
        """Do again what was last taken back."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self.triage = step.after
            self.changed.emit()
