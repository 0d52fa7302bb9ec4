"""The state of a response: clock decision, invitation, decisions, publication, review (review, record out)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .richtext import RichText


class Status(StrEnum):
    """Where the response stands."""

    NOT_YET_PUBLISHED = "not_yet_published"
    DRAFTING = "drafting"
    WITH_CHIEF_OFFICER = "with_chief_officer"
    AWAITING_SIGN_OFF = "awaiting_sign_off"
    SIGNED_OFF = "signed_off"
    PUBLISHED = "published"
    CLOSED = "closed"
    NO_RESPONSE_NEEDED = "no_response_needed"


class Marking(StrEnum):
    """Classification of a draft; final files carry none."""

    OFFICIAL = "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"


class ClockApplies(StrEnum):
    """Whether the 56 days apply: the user's decision."""

    YES = "yes"
    NO = "no"
    ELSEWHERE = "elsewhere"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class ClockDecision:
    """The decision on the clock with its reason; `record_id` is where it is answered, for "elsewhere"."""

    applies: ClockApplies = ClockApplies.UNDECIDED
    reason: str = ""
    record_id: str = ""


class InvitationOutcome(StrEnum):
    """What came of the invitation to the chief officer (s.55(4))."""

    AWAITED = "awaited"
    RECEIVED = "received"
    DECLINED = "declined"
    NONE_BY_DATE = "none_by_date"


class ReceivedAs(StrEnum):
    """The form in which the chief officer's comments came."""

    WORD_FORM = "word_form"
    REVIEW_FILE = "review_file"
    LETTER = "letter"
    EMAIL = "email"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Invitation:
    """The invitation to comment (s.55(4)), its outcome, and who agreed the text as printed."""

    sent_on: date | None = None
    reply_by: date | None = None
    outcome: InvitationOutcome = InvitationOutcome.AWAITED
    received_on: date | None = None
    received_as: ReceivedAs | None = None
    agreed_by: str = ""
    agreed_on: date | None = None


class DecisionKind(StrEnum):
    """What was decided."""

    TEXT_AGREED = "text_agreed"
    SIGNED_OFF = "signed_off"
    PUBLISHED_WITH_EXCEPTION = "published_with_exception"


class Capacity(StrEnum):
    """In what capacity somebody decided."""

    HOLDER = "holder"
    DEPUTY = "deputy"
    ACTING = "acting"
    DELEGATED = "delegated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An act: what, by whom, when. `sha256` is of the canonical JSON of the printed parts, not of a file."""

    what: DecisionKind
    by: str
    role: str = ""
    capacity: Capacity | None = field(default=None, metadata={"null": False})
    on: date | None
    how: str = ""
    reference: str = ""
    reason: str = ""
    version_label: str = ""
    sha256: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as published."""

    name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Planned, given to the web team, confirmed live; confirmation stops the clock."""

    planned_on: date | None = None
    given_on: date | None = None
    confirmed_on: date | None = None
    address: str = ""
    files: tuple[PublishedFile, ...] = ()


class CopyTo(StrEnum):
    """To whom a copy goes (s.55(6))."""

    INSPECTORS = "inspectors"
    SECRETARY_OF_STATE = "secretary_of_state"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of what was published (s.55(6))."""

    to: CopyTo
    name: str = ""
    version_label: str = ""
    sent_on: date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected after publication; printed."""

    version_label: str = ""
    on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class OtherDate:
    """Another date to keep: action plan, panel, first progress."""

    label: str = ""
    due_on: date | None = None
    done_on: date | None = None


QUOTED = 200
"""Characters of the words that it is on which tell a warning that was set aside from others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A warning set aside with a reason."""

    code: str
    place: str = ""
    quote: str = ""
    reason: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to a comment."""

    by: str = ""
    on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment from review on the words `quote` at `place`; open until `resolved_on`."""

    id: str
    place: str = ""
    quote: str = ""
    by: str = ""
    on: date | None = None
    text: str
    replies: tuple[Reply, ...] = ()
    resolved_on: date | None = None


class SuggestionOutcome(StrEnum):
    """What became of a suggestion."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested change of a text, open until it has an outcome."""

    id: str
    place: str = ""
    by: str = ""
    on: date | None = None
    was: RichText = ()
    now: RichText = ()
    outcome: SuggestionOutcome | None = None


class AttachmentKind(StrEnum):
    """What an attached file is."""

    REPORT = "report"
    REPLY = "reply"
    LETTER = "letter"
    SIGN_OFF = "sign_off"
    APPENDIX = "appendix"
    LOGO = "logo"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept beside the record."""

    name: str
    sha256: str = ""
    what: AttachmentKind = AttachmentKind.OTHER
    title: str = ""
    publish: bool = False


@dataclass(frozen=True, slots=True)
class ResponseState:
    """The state of the response (the key "record" of the interchange format)."""

    version_label: str = ""
    status: Status = Status.DRAFTING
    marking: Marking | None = None
    embargo_until: date | None = None
    clock: ClockDecision = ClockDecision()
    invitation: Invitation = Invitation()
    decisions: tuple[Decision, ...] = ()
    publication: Publication = Publication()
    copies: tuple[Copy, ...] = ()
    corrections: tuple[Correction, ...] = ()
    other_dates: tuple[OtherDate, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    comments: tuple[Comment, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    attachments: tuple[Attachment, ...] = ()
