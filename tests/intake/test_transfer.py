"""A reading as JSON and back: nothing is lost or made up between the processes."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Finding, FindingKind
from response_app.domain.inspection import Grade, InspectionKind, Judgement, Scale, StatedCount
from response_app.domain.office import Office
from response_app.domain.record import Sections
from response_app.intake import transfer
from response_app.intake.lines import Box, Form, Line, LineKind, Picture, Reading
from response_app.intake.proposal import (
    Confidence,
    EarlierParts,
    Found,
    Notice,
    Proposal,
    ProposedFinding,
    ScopeKind,
    Span,
    Warned,
)
from response_app.intake.report import Report, ReportFile

SPAN = Span(2, 3, 4)
LINE = Line(7, "words", LineKind.ROW, 2, "•", ("a", "b"), 3, Box(1.5, 2.25, 3.5, 4.75), 11.5, True, True, True, ("1",), True, (1, 4))
FINDING = Finding("f1", FindingKind.RECOMMENDATION, heading="Do it.", wording=from_plain("Do it."), evidence=from_plain("Seen."))
PROPOSED = ProposedFinding(FINDING, SPAN, Span(2, 5, 6), Confidence.CHECK, "Why.", ScopeKind.REGION)
FULL = Proposal(
    Found("A title", SPAN, Confidence.CHECK, "Why."),
    Found(date(2024, 5, 14), SPAN),
    "Published on",
    Found(InspectionKind.PEEL, SPAN),
    (Found("HMICFRS", SPAN), Found("CQC", SPAN)),
    Found("July 2023", SPAN),
    Found(from_plain("A summary."), SPAN),
    Found(Scale.FIVE_TIER, SPAN),
    (Found(Judgement("Exampleshire", "Calls", Grade.GOOD), SPAN), Found(Judgement("", "Victims", None), SPAN)),
    (Found(StatedCount("areas", 9), SPAN),),
    ("Exampleshire Police", "Westmarch Police"),
    (PROPOSED,),
    (replace(PROPOSED, restated=True),),
    (Notice(Warned.SEVERAL_FORCES, "Two forces.", "page 2"),),
    EarlierParts(Office(force="Exampleshire"), Sections(from_plain("I welcome it.")), "1.0", date(2024, 7, 1)),
)


def whole(proposal: Proposal, *lines: Line) -> Report:
    """Return a report with this proposal."""
    reading = Reading(Form.PDF, lines, 3, ((595.0, 842.0),), (Picture(1, "A chart"),), "Title", "placed")
    return Report(ReportFile("a.pdf", 3, "ab"), reading, proposal)


def test_everything_comes_back() -> None:
    """Every field of a line and of a proposal has another value than its default, so none can be forgotten."""
    assert all(getattr(LINE, each.name) != each.default for each in fields(Line))
    assert all(getattr(FULL, each.name) != each.default for each in fields(Proposal))
    report = whole(FULL, LINE, Line(8, "plain"))
    assert transfer.read(transfer.write(report)) == report


def test_nothing_comes_back_from_nothing() -> None:
    """What was not found stays not found."""
    assert transfer.read(transfer.write(whole(Proposal()))) == whole(Proposal())


@given(st.text(), st.text())
def test_any_words_come_back(text: str, why: str) -> None:
    """Lines are carried as they are; only surrogates, which no file holds, are not carried."""
    try:
        text.encode(), why.encode()
    except UnicodeEncodeError:
        return
    report = whole(Proposal(), replace(LINE, text=text, cells=(text, why)))
    assert transfer.read(transfer.write(report)) == report


def test_the_public_form_is_the_contracts() -> None:
    """Interchange keys, only those found, and warnings with code, message and place."""
    given_out = json.loads(json.dumps(transfer.public(FULL)))
    assert list(given_out) == ["office", "record", "inspection", "findings", "sections", "warnings"]
    assert given_out["inspection"]["published_on"] == "2024-05-14"
    assert "publication_confirmed" not in given_out["inspection"]
    assert given_out["warnings"] == [{"code": "several_forces", "message": "Two forces.", "place": "page 2"}]
    assert transfer.public(Proposal()) == {"inspection": {}, "findings": [], "warnings": []}
