"""Report in: what the finder proposes, each thing with its place in the report and how sure it is; nothing is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from ..domain.finding import Finding
from ..domain.inspection import InspectionKind, Judgement, Scale, StatedCount
from ..domain.office import Office
from ..domain.record import Sections
from ..domain.richtext import RichText

T = TypeVar("T")


class Confidence(StrEnum):
    """How sure the finder is of something; the user confirms all the same."""

    SURE = "sure"
    CHECK = "check"
    UNSURE = "unsure"


class ScopeKind(StrEnum):
    """Whom a finding is for, as the chapters of the report say."""

    THIS_FORCE = "this_force"
    REGION = "region"
    OTHER_FORCE = "other_force"
    NATIONAL = "national"
    UNKNOWN = "unknown"


class Warned(StrEnum):
    """The stable codes of what the user should know about a reading (contract, codes of `read`)."""

    GRADES_NOT_IN_TEXT = "grades_not_in_text"
    GRADE_COUNT_DIFFERS = "grade_count_differs"
    FINDING_COUNT_DIFFERS = "finding_count_differs"
    PUBLICATION_DATE_NOT_FOUND = "publication_date_not_found"
    PUBLICATION_DATES_DIFFER = "publication_dates_differ"
    TITLE_NOT_FOUND = "title_not_found"
    SEVERAL_FORCES = "several_forces"
    RESTATED_FINDINGS = "restated_findings"
    NO_FINDINGS_FOUND = "no_findings_found"
    TEXT_IS_A_PICTURE = "text_is_a_picture"
    OLD_GRADE_SCALE = "old_grade_scale"
    MARKUP_CLEANED = "markup_cleaned"
    IMAGE_NOT_TAKEN = "image_not_taken"
    COLUMNS_NOT_KNOWN = "columns_not_known"
    ROW_WITHOUT_WORDS = "row_without_words"
    RECOMMENDATION_IN_TEXT = "recommendation_in_text"
    TITLE_WRONG = "title_wrong"
    DATE_STYLE = "date_style"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the report: page (0 without pages), first and last line as `Line.number`."""

    page: int = 0
    first: int = 0
    last: int = 0

    @property
    def words(self) -> str:
        """The place as the contract writes it, "page 31" or "line 412"; "" when it is nowhere."""
        if self.page:
            return f"page {self.page}"
        return f"line {self.first}" if self.first else ""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with where it stands, how sure it is, and why in one plain sentence."""

    value: T
    span: Span = Span()
    confidence: Confidence = Confidence.SURE
    why: str = ""


@dataclass(frozen=True, slots=True)
class ProposedFinding:
    """A finding as it would be added.

    Attributes:
        finding: with an id of this reading ("f1" ...), `parent` among them, `scope` the chapter's name ("" in a report on
            one force), and no answer.
        span: where its heading and wording stand.
        evidence_span: where its evidence stands, None without any.
        confidence, why: how sure, and the reason in one plain sentence.
        scope_kind: whom it is for.
        restated: it repeats a finding of an earlier report; shown, not proposed as new.
    """

    finding: Finding
    span: Span = Span()
    evidence_span: Span | None = None
    confidence: Confidence = Confidence.SURE
    why: str = ""
    scope_kind: ScopeKind = ScopeKind.UNKNOWN
    restated: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the user should know, with its stable code and its place ("page 31", "line 412" or "")."""

    code: Warned
    message: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class EarlierParts:
    """What a published record holds beside the inspection and its findings, whose answers stand in them."""

    office: Office = Office()
    sections: Sections = Sections()
    version_label: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found in a report. What was not found is None or empty; nothing is guessed.

    `published_on` is never confirmed here: the 56 days count from it (Police Act 1996 s.55(5A)), and its label can be the
    date of a move between websites. `forces` are the forces with a chapter of their own. `earlier` is there when the file
    is no report but a published record of an office.
    """

    title: Found[str] | None = None
    published_on: Found[date] | None = None
    published_label: str = ""
    kind: Found[InspectionKind] | None = None
    inspectorates: tuple[Found[str], ...] = ()
    visited: Found[str] | None = None
    summary: Found[RichText] | None = None
    scale: Found[Scale] | None = None
    judgements: tuple[Found[Judgement], ...] = ()
    stated_counts: tuple[Found[StatedCount], ...] = ()
    forces: tuple[str, ...] = ()
    findings: tuple[ProposedFinding, ...] = ()
    restated: tuple[ProposedFinding, ...] = ()
    notices: tuple[Notice, ...] = ()
    earlier: EarlierParts | None = None
