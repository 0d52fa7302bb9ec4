"""The logo of new records with the words that describe it (office settings)."""

from __future__ import annotations

from response_app.authoring import office, office_titles
from response_app.errors import FileRefused, StoreDamaged

from ...state import State
from ...widgets.basics import Card
from ...widgets.logo_box import NOT_KEPT, LogoBox
from .part import OfficePart

_LEAD = "New records print this logo above their title. It needs a description for people who cannot see it."


class LogoPart(OfficePart):
    """The picture, its description, and buttons to choose and to remove it."""

    def __init__(self, state: State) -> None:
        super().__init__(state, _LEAD)
        self.box = LogoBox(labelled=False)
        self.box.entered.connect(lambda picture: self.do(office_titles.change_office_logo, picture))
        self.box.removed.connect(lambda: self.do(office_titles.change_office_logo, None))
        card = Card("Logo")
        card.body.addWidget(self.box)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def refresh(self, *, fresh: bool) -> None:
        """Show the logo that is kept; one that still waits for its description stays."""
        try:
            picture, missing = self.state.workspace.ask(office.office_picture), False
        except (FileRefused, StoreDamaged):
            picture, missing = None, True
        self.box.show_logo(picture, missing=missing, fresh=fresh and self.box.is_complete)

    def flush(self) -> None:
        """Keep the logo and its words, once they are whole."""
        if self.box.is_complete:
            self.box.flush()

    def leave(self) -> None:
        """Keep the logo, or say that it is not kept and why."""
        self.flush()
        if not self.box.is_complete:
            self.state.told.emit(NOT_KEPT)
