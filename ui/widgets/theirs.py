"""What the window says of the chief officer's words: when and how they came, and that they are not ours (guided sections, answers)."""

from __future__ import annotations

from response_app.domain.dates import in_words
from response_app.domain.record import Record
from response_app.domain.response import InvitationOutcome, ReceivedAs
from response_app.domain.titles import chief_officer_title, possessive

from .basics import BadgeKind

_HOW = {
    ReceivedAs.WORD_FORM: "as a Word form",
    ReceivedAs.REVIEW_FILE: "as a sealed file",
    ReceivedAs.LETTER: "by letter",
    ReceivedAs.EMAIL: "by e-mail",
}


def is_received(record: Record) -> bool:
    """Tell whether the chief officer's words have been received, so that nobody here changes them."""
    return record.state.invitation.outcome is InvitationOutcome.RECEIVED


def whose_line(record: Record) -> str:
    """Return one line on whose words they are: from when and how, or that what was sent can be typed in."""
    whose = f"{possessive(chief_officer_title(record))} words"
    if not is_received(record):
        words = f"These are the {whose}. Type or paste here what you were sent."
        return f"{words} Record when the comments came, or that none did, under Inspection details."
    invitation = record.state.invitation
    facts = ["Received", _HOW.get(invitation.received_as, "") if invitation.received_as else ""]
    if invitation.received_on:
        facts.append(f"on {in_words(invitation.received_on)}")
    line = " ".join(fact for fact in facts if fact)
    if invitation.agreed_by or invitation.agreed_on:
        agreed = ["agreed", f"by {invitation.agreed_by}" if invitation.agreed_by else ""]
        agreed.append(f"on {in_words(invitation.agreed_on)}" if invitation.agreed_on else "")
        line += f"; {' '.join(fact for fact in agreed if fact)}"
    return f"{line}. These are the {whose}; they cannot be changed here."


def outcome_badge(record: Record) -> tuple[str, BadgeKind]:
    """Return what came of the invitation, in few words and the colour that goes with them; agreement comes first."""
    invitation = record.state.invitation
    match invitation.outcome:
        case InvitationOutcome.RECEIVED if invitation.agreed_on:
            return f"Agreed {_day_and_month(in_words(invitation.agreed_on))}", "green"
        case InvitationOutcome.RECEIVED:
            return "Received", "green"
        case InvitationOutcome.DECLINED:
            return "Declined to comment", "grey"
        case InvitationOutcome.NONE_BY_DATE:
            return "None by the date set", "grey"
    return "Awaited", "grey"


def _day_and_month(day: str) -> str:
    return day.rpartition(" ")[0]
