"""Who works at this computer, and what is kept where (office settings)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from response_app.authoring import office

from ...state import State
from ...widgets.basics import Card, label
from ...widgets.form import Form, line_row
from .part import OfficePart

_LEAD = "Your name stands beside what you did in the list of recent changes. It is not printed."
_WHERE = (
    "Your name, these settings and every record are kept on this computer only, in the folder below. "
    "The app never uses the network; nothing leaves this computer but in a file that you make."
)


class YouPart(OfficePart):
    """The name of the person at this computer."""

    def __init__(self, state: State) -> None:
        super().__init__(state, _LEAD)
        self._form: Form[str] = Form()
        row = line_row("Your name", "As colleagues know it.", _problem)
        self.name = self._form.bind(row, lambda name: name, lambda name: self.do(office.change_name, name))
        you, kept = Card("You"), Card("What is kept, and where")
        you.body.addWidget(self.name)
        folder = label(str(state.workspace.path.parent), "quiet")
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kept.body.addWidget(label(_WHERE))
        kept.body.addWidget(folder)
        for card in (you, kept):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def refresh(self, *, fresh: bool) -> None:
        """Show the name that is kept."""
        self._form.show(self.state.workspace.ask(office.person_name), fresh=fresh)

    def flush(self) -> None:
        """Save what is typed."""
        self._form.flush()


def _problem(name: str) -> str:
    return "" if name else "Enter your name, as colleagues know it. Until then the name before is kept."
