"""The guidance that ships: complete, citing the right subsection, with wording that every record can fill."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from response_app.domain.fieldnames import BLOCK_FIELDS, INLINE_FIELDS
from response_app.domain.finding import FindingKind
from response_app.domain.office import Office
from response_app.domain.record import Record
from response_app.domain.richtext import fields_in
from response_app.domain.wording import Snippet, Wording
from response_app.guidance.sections import ANSWERS, SECTIONS, guide, law_on, shipped
from response_app.interchange import read_fragment, write_fragment
from response_app.paths import template

from ..checks.sample import clean_record

MAYOR = replace(clean_record(), office=Office(body_title="Mayor of Exampleshire", chief_officer_title="Commissioner of Police"))
NAMELESS = Record(record_id="r")


@pytest.mark.parametrize(
    ("section", "law"),
    [("initial_response", "55(5)(a)"), ("chief_officer_response", "55(5)(b)"), ("overall_comments", "55(5)(c)")],
)
def test_each_section_cites_its_own_subsection(section: str, law: str) -> None:
    words = " ".join(guide(clean_record(), section).what)
    assert re.findall(r"section (\w+(?:\(\w+\))*)", words) == [law]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("record", [clean_record(), MAYOR, NAMELESS], ids=["commissioner", "mayor", "nameless"])
def test_no_mark_is_left_and_titles_are_the_records(section: str, record: Record) -> None:
    shown = guide(record, section)
    assert shown.title
    assert shown.what
    assert shown.points
    points = [each.words for each in shown.points]
    lines = [shown.title, *shown.what, *points, *(line for kind in FindingKind for line in law_on(record, kind))]
    assert not [line for line in lines if re.search(r"[{}]", line)]
    if record is MAYOR:
        assert not [line for line in lines if "Constable" in line or "local policing body" in line]


@pytest.mark.parametrize("place", [*SECTIONS, ANSWERS])
def test_standard_wording_is_clean_and_its_fields_are_known(place: str) -> None:
    held = json.loads(template("guidance.json").read_text(encoding="utf-8"))
    raws = held[ANSWERS]["snippets"] if place == ANSWERS else held["sections"][place]["snippets"]
    for raw, snippet in zip(raws, shipped(place).snippets, strict=True):
        read = read_fragment(raw["text"])
        assert not read.cleaned
        assert write_fragment(snippet.text) == raw["text"]
        assert set(fields_in(snippet.text)) <= {*INLINE_FIELDS, *BLOCK_FIELDS}
        assert "[" not in raw["text"]


def test_what_the_office_offers_stands_in_place_of_what_ships() -> None:
    words = read_fragment("<p>Ours.</p>").text
    offered = Snippet("own-1", "Ours", words)
    made = Wording((offered, Snippet("own-2", "Hidden", words, hidden=True), Snippet("own-3", "Empty", ())), ("What the {body} expects",))
    shown = guide(MAYOR, "initial_response", made)
    assert shown.snippets == (offered,)
    (point,) = shown.points
    assert point.key == "What the {body} expects"
    assert point.words == "What the Mayor expects"


def test_nobody_offers_wording_for_the_chief_officer() -> None:
    assert not guide(clean_record(), "chief_officer_response").snippets
    assert guide(MAYOR, "chief_officer_response").title == "Commissioner of Police’s response"


def test_the_law_asks_for_recommendations_and_the_office_for_the_rest() -> None:
    record = clean_record()
    assert "must explain" in law_on(record, FindingKind.RECOMMENDATION)[0]
    assert "55(5B)" in law_on(record, FindingKind.RECOMMENDATION)[0]
    for kind in (FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN):
        words = " ".join(law_on(record, kind))
        assert "office’s own rule" in words
        assert "must" not in words
    assert law_on(record, FindingKind.PROMISING_PRACTICE) == ()
