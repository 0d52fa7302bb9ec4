"""The inspectors' report: what it is, when it was published, what it graded (report in)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .richtext import RichText


class InspectionKind(StrEnum):
    """The programme that a report belongs to."""

    PEEL = "peel"
    REGIONAL = "regional"
    THEMATIC = "thematic"
    CHILD_PROTECTION = "child_protection"
    CUSTODY = "custody"
    ACCELERATED = "accelerated"
    REVISIT_LETTER = "revisit_letter"
    COMMISSIONED = "commissioned"
    FIRE = "fire"
    VETTING = "vetting"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as the window shows it, such as "PEEL" or "Child protection"."""
        own = {"peel": "PEEL", "thematic": "National or thematic", "accelerated": "Accelerated cause of concern", "fire": "Fire and rescue"}
        return own.get(self.value) or self.value.replace("_", " ").capitalize()


class Scale(StrEnum):
    """The grading scale: four tiers from 2015, five (with "adequate") from 2021/22."""

    FOUR_TIER = "four_tier"
    FIVE_TIER = "five_tier"


class Grade(StrEnum):
    """A grade; always printed as a word."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    ADEQUATE = "adequate"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"

    @property
    def words(self) -> str:
        """The grade as printed, such as "Requires improvement"."""
        return self.value.replace("_", " ").capitalize()


_FOUR = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)


def grades_on(scale: Scale | None) -> tuple[Grade, ...]:
    """Return the grades of a scale, best first; all there are where the scale is not known."""
    return _FOUR if scale is Scale.FOUR_TIER else tuple(Grade)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One grade: of what (`area`), for which force, region or unit (`scope`); None is ungraded."""

    scope: str = ""
    area: str = ""
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A number that the report itself states, such as ("areas", 9)."""

    what: str
    number: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """The report. `published_on` is day 1 of the 56 (Police Act 1996 s.55(5A))."""

    title: str = ""
    kind: InspectionKind = InspectionKind.OTHER
    inspectorate: str = ""
    also_inspectorates: tuple[str, ...] = ()
    published_on: date | None = None
    publication_confirmed: bool = False
    published_label: str = ""
    visited: str = ""
    address: str = ""
    scale: Scale | None = None
    stated_counts: tuple[StatedCount, ...] = ()
    summary: RichText = ()
    judgements: tuple[Judgement, ...] = ()


def off_scale(inspection: Inspection) -> tuple[Judgement, ...]:
    """Return the judgements whose grade the inspection's scale does not have, in the report's order."""
    on = grades_on(inspection.scale)
    return tuple(each for each in inspection.judgements if each.grade is not None and each.grade not in on)
