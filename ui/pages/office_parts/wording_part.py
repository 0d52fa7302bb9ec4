"""The office's standard wording and points to cover (office settings)."""

from __future__ import annotations

from ...state import State
from ...widgets.wording_form import ABOUT, WordingForm
from .part import OfficePart


class WordingPart(OfficePart):
    """The form of the wording, which follows what changes by itself."""

    def __init__(self, state: State) -> None:
        super().__init__(state, ABOUT)
        self.form = WordingForm(state)
        self.column.addWidget(self.form, 1)

    def refresh(self, *, fresh: bool) -> None:
        """Show what is offered now, when the part comes forward."""
        if fresh:
            self.form.refresh()

    def flush(self) -> None:
        """Save what is typed."""
        self.form.flush()
