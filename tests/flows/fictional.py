"""A short record of an office that does not exist, for flows that run everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from response_app.domain.finding import Finding, FindingKind
from response_app.domain.inspection import Grade, Inspection, Judgement
from response_app.domain.record import Record, Sections
from response_app.domain.richtext import Heading, ListBlock, ListItem, Paragraph, Run

from ..fixtures.offices import EXAMPLESHIRE
from .person import paragraphs


def fictional() -> Record:
    """Three findings, and three sections with every kind of line that people type."""
    bullets = ListBlock(False, tuple(ListItem((Paragraph((Run(each),)),)) for each in ("more people", "a better plan")))
    initial = (
        Paragraph((Run("I am "), Run("grateful", bold=True), Run(" for this report."))),
        Heading(1, (Run("What I have asked for"),)),
        *paragraphs("The force is to have:"),
        bullets,
        *paragraphs("I shall look at both in the spring."),
    )
    sentences = ("Exampleshire Police should plan better.", "It should record more.", "It should train its people.")
    return Record(
        record_id="00000000-0000-4000-8000-000000000002",
        office=replace(
            EXAMPLESHIRE,
            holder="Alex Example",
            chief_officer="Chris Example",
        ),
        inspection=Inspection(
            title="An inspection of serious and organised crime in Exampleshire",
            inspectorate="HMICFRS",
            published_on=date(2024, 5, 14),
            summary=paragraphs("The inspectors looked at how the force plans."),
            judgements=(Judgement(grade=Grade.GOOD),),
        ),
        findings=tuple(
            Finding(f"a{at}", FindingKind.AREA_FOR_IMPROVEMENT, heading=each, evidence=paragraphs(f"Evidence number {at}.", "More of it."))
            for at, each in enumerate(sentences)
        ),
        sections=Sections(initial, paragraphs("The force’s plan is being written."), paragraphs("I thank everybody.")),
    )
