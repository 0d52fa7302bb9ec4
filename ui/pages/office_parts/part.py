"""What the parts of the office settings have in common (office settings)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from response_app.domain.changes import Changes

from ...state import State
from ...widgets.basics import label


class OfficePart(QWidget):
    """One part: shows what is kept in `refresh`, saves what is typed in `flush`, changes things only by `do`.

    Signals:
        told_with_undo: (str) something was removed; an undo is to be offered with these words.
    """

    told_with_undo = Signal(str)

    def __init__(self, state: State, lead: str) -> None:
        """Begin with a line that says what the part is for."""
        super().__init__()
        self.state = state
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(label(lead, "lead"))

    def refresh(self, *, fresh: bool) -> None:
        """Show what is kept; what is typed and could not be taken stays, unless the part comes forward anew."""

    def flush(self) -> None:
        """Save what is typed."""

    def leave(self) -> None:
        """Save what is typed, before another part or page comes forward."""
        self.flush()

    def do(self, use_case: Callable[..., Changes], *args: Any, **values: Any) -> bool:
        """Run a use case on the office's settings, show what follows from it, and return whether that worked."""
        changes = self.state.do(use_case, *args, initiator=self, **values)
        if changes is not None and not changes.empty:
            self.refresh(fresh=False)
        return changes is not None
