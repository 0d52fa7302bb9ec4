"""The invitation to the chief officer and what came of it: it decides whether their words are locked (inspection details)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from response_app.authoring import details
from response_app.domain.record import Record
from response_app.domain.response import Invitation, InvitationOutcome, ReceivedAs
from response_app.domain.titles import chief_officer_title, possessive
from response_app.interchange import is_printed

from ..widgets.basics import Card, label
from ..widgets.form import Form, Row, choice_row, date_row, line_row, radio_row
from .base import Do

_OUTCOMES = (
    (InvitationOutcome.AWAITED, "Awaited"),
    (InvitationOutcome.RECEIVED, "Comments received"),
    (InvitationOutcome.DECLINED, "Declined to comment"),
    (InvitationOutcome.NONE_BY_DATE, "None by the date set"),
)
_RECEIVED_AS = (
    (None, "Not said"),
    (ReceivedAs.WORD_FORM, "A Word form"),
    (ReceivedAs.REVIEW_FILE, "A sealed file"),
    (ReceivedAs.LETTER, "A letter"),
    (ReceivedAs.EMAIL, "An e-mail"),
    (ReceivedAs.OTHER, "Another way"),
)
_SOURCE = "Police Act 1996, section 55(4): the local policing body invites the chief officer to comment before a date that it sets."


class InvitationCard(Card):
    """When the chief officer was invited, what came of it, and who agreed the words as they stand."""

    def __init__(self, do: Do, today: Callable[[], date]) -> None:
        """Make the fields; `do` saves."""
        super().__init__("Invitation to the chief officer")
        self._do = do
        self._today = today
        self._form: Form[Invitation] = Form()
        self._invitation = Invitation()
        made = {
            "sent_on": date_row("Invitation sent on", today),
            "reply_by": date_row("Comments wanted by", today, "The date that the body set."),
            "outcome": radio_row("What came of it", _OUTCOMES),
            "received_on": date_row("Received on", today),
            "received_as": choice_row("Received as", _RECEIVED_AS),
            "agreed_by": line_row("Agreed by", "Who agreed, for the chief officer, that these are the words to publish."),
            "agreed_on": date_row("Agreed on", today),
        }
        self.rows = {name: self._bound(name, row) for name, row in made.items()}
        self.locked = label("", "quiet")
        for name, row in self.rows.items():
            self.body.addWidget(row)
            if name == "outcome":
                self.body.addWidget(self.locked)
        self.body.addWidget(label(_SOURCE, "quiet"))
        self.body.setSpacing(14)

    def show_record(self, record: Record, *, fresh: bool) -> None:
        """Show the invitation of a record; what is typed and could not be taken stays while it is the same record."""
        invitation = self._invitation = record.state.invitation
        title = chief_officer_title(record)
        self.title.setText(f"Invitation to the {title}")
        received = invitation.outcome is InvitationOutcome.RECEIVED
        self._form.show(invitation, fresh=fresh)
        for name in ("received_on", "received_as", "agreed_by", "agreed_on"):
            self.rows[name].setVisible(received or bool(getattr(invitation, name)))
        theirs = f"the {possessive(title)} words"
        locked = f"{theirs[0].upper()}{theirs[1:]} are locked: nobody can change them here."
        self.locked.setText(locked if received else f"“Comments received” locks {theirs}, so that nobody changes them here.")
        remarks = details.invitation_remarks(invitation, record.inspection.published_on, self._today())
        for name, row in self.rows.items():
            row.remark(remarks.get(name, ""))

    def set_read_only(self, read_only: bool) -> None:
        """Let what the record prints of it be read only, because it is published, or be changed again."""
        for name, row in self.rows.items():
            row.set_read_only(read_only and is_printed(f"record.invitation.{name}"))

    def flush(self) -> None:
        """Save what is typed."""
        self._form.flush()

    def _bound(self, name: str, row: Row) -> Row:
        def save(value: Any) -> bool:
            return self._do(details.change_invitation, replace(self._invitation, **{name: value}))

        return self._form.bind(row, lambda invitation: getattr(invitation, name), save)
