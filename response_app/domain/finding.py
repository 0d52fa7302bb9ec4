"""Findings and their answers (findings, guided sections)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .richtext import RichText


class FindingKind(StrEnum):
    """What the inspectors call a finding."""

    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    RECOMMENDATION = "recommendation"
    CAUSE_OF_CONCERN = "cause_of_concern"
    ACCELERATED_CAUSE_OF_CONCERN = "accelerated_cause_of_concern"
    PROMISING_PRACTICE = "promising_practice"

    @property
    def words(self) -> str:
        """The kind as printed, such as "Area for improvement"."""
        if self is FindingKind.PROMISING_PRACTICE:
            return "Innovative or promising practice"
        return self.value.replace("_", " ").capitalize()

    @property
    def is_cause(self) -> bool:
        """Whether recommendations can stand under it."""
        return self in (FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN)


class Applies(StrEnum):
    """Whether a finding is for this force: the user's decision."""

    YES = "yes"
    NO = "no"
    JOINTLY = "jointly"
    UNDECIDED = "undecided"


class DueKind(StrEnum):
    """How a time limit is given."""

    DATE = "date"
    MONTH = "month"
    WITHIN = "within"
    IMMEDIATELY = "immediately"
    NONE = "none"


class ActionKind(StrEnum):
    """What the local policing body says of its action (s.55(5B)): taken, proposed, or none and why."""

    TAKEN = "taken"
    PROPOSED = "proposed"
    NONE = "none"


class UpdateBy(StrEnum):
    """Who reports progress; only the inspectors close a finding."""

    FORCE = "force"
    COMMISSIONER = "commissioner"
    INSPECTORS = "inspectors"


class UpdateSays(StrEnum):
    """What a progress update says."""

    ON_TRACK = "on_track"
    DELAYED = "delayed"
    DONE = "done"
    SATISFIED = "satisfied"
    NOT_SATISFIED = "not_satisfied"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Source:
    """Another place where the same finding stands."""

    title: str = ""
    published_on: date | None = None
    number: str = ""
    page: int | None = None
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A time limit. `date` is the last day (for a month its last); `within` an ISO 8601 duration such as P3M."""

    kind: DueKind = DueKind.NONE
    date: date | None = None
    within: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ChiefAnswer:
    """The chief officer's comment on one finding, with owner and target date."""

    text: RichText = ()
    owner: str = ""
    target_on: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """The local policing body's answer to one finding: an action, or none and why."""

    kind: ActionKind
    text: RichText = ()
    owner: str = ""
    target_on: date | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """Progress after publication: when, who says so, what they say."""

    on: date | None
    by: UpdateBy
    says: UpdateSays | None = field(default=None, metadata={"null": False})
    text: RichText = ()


@dataclass(frozen=True, slots=True)
class TargetMove:
    """A moved target date; the old one is kept."""

    on: date | None = None
    was: date | None = None
    now: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """Closed by the inspectors, with the letter or report that says so."""

    on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in the inspectors' words with its answers.

    `heading` is one whole sentence that can stand alone; `wording` the inspectors' exact words;
    `evidence` what they say to it. `scope` is the force, region or unit whose chapter it stands in,
    "" for this force. `parent` is the id of the cause of concern that a recommendation belongs to.
    """

    id: str
    kind: FindingKind
    parent: str | None = None
    scope: str = ""
    number: str = ""
    reference: str = ""
    heading: str = ""
    lead_in: str = ""
    wording: RichText = ()
    evidence: RichText = ()
    addressed_to: tuple[str, ...] = ()
    applies: Applies = Applies.UNDECIDED
    reason: RichText = ()
    sources: tuple[Source, ...] = ()
    same_as: str | None = None
    due: Due = Due()
    chief: ChiefAnswer = ChiefAnswer()
    action: tuple[Action, ...] = ()
    answered_with: str | None = None
    updates: tuple[Update, ...] = ()
    target_history: tuple[TargetMove, ...] = ()
    closed: Closed | None = None
