"""What is written is read again as it was, and the bytes are those of the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings

from response_app.domain.canonical import canonical
from response_app.domain.finding import Finding, FindingKind
from response_app.domain.inspection import Inspection, StatedCount
from response_app.domain.office import Office
from response_app.domain.record import Record, Sections
from response_app.domain.response import Decision, DecisionKind, ResponseState
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.interchange import canonical_bytes, read_decision, read_fragment, read_record, write_fragment, write_record
from tests.fixtures.strategies import records, rich_texts

quickly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(rich_texts())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_text_comes_back_as_it_was(text: RichText) -> None:
    html = write_fragment(text)
    fragment = read_fragment(html)
    assert fragment.text == text
    assert fragment.cleaned == ()
    assert write_fragment(fragment.text) == html


@given(records())
@quickly
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    data = write_record(record)
    reading = read_record(data)
    assert reading.record == record
    assert reading.cleaned == ()
    assert write_record(reading.record) == data


@given(records(printable=True))
@quickly
def test_a_printable_record_comes_back_from_its_canonical_bytes(record: Record) -> None:
    data = canonical_bytes(record)
    assert read_record(data).record == record
    assert json.loads(data) == json.loads(write_record(record))


def test_the_bytes_of_a_record_file() -> None:
    record = Record(
        office=Office(force="Heddlu’r Tŷ & <Gŵyl>"),
        inspection=Inspection(published_on=date(2024, 5, 14), stated_counts=(StatedCount("areas", 9),)),
        findings=(Finding("f1", FindingKind.RECOMMENDATION, heading="“Go”"),),
        sections=Sections(initial_response=canonical((Paragraph((Run('a & b < c > “d” "e"'), Run("ŵ", bold=True))),))),
    )
    assert write_record(record).decode() == (
        '{\n  "format": "pcc-inspection-response",\n  "version": 1,\n'
        '  "office": {\n    "force": "Heddlu’r Tŷ & <Gŵyl>"\n  },\n'
        '  "inspection": {\n    "published_on": "2024-05-14",\n    "stated_counts": {\n      "areas": 9\n    }\n  },\n'
        '  "findings": [\n    {\n      "id": "f1",\n      "kind": "recommendation",\n      "heading": "“Go”"\n    }\n  ],\n'
        '  "sections": {\n    "initial_response": "<p>a &amp; b &lt; c &gt; “d” \\"e\\"<strong>ŵ</strong></p>"\n  }\n}\n'
    )
    assert canonical_bytes(record).startswith('{"format":"pcc-inspection-response","version":1,"office":{"force":"Heddlu’r'.encode())
    assert canonical_bytes(record).endswith(b'</strong></p>"}}')


def test_required_keys_are_always_written() -> None:
    decision = Decision(what=DecisionKind.SIGNED_OFF, by="", on=None)
    data = json.loads(write_record(Record(state=ResponseState(decisions=(decision,)))))
    assert data["record"]["decisions"] == [{"what": "signed_off", "by": "", "on": None}]


def test_a_record_with_half_a_character_can_be_saved() -> None:
    record = Record(office=Office(force="a\ud800b\x00"))
    assert read_record(write_record(record)).record.office.force == "ab"


def test_a_decision_file() -> None:
    decision = read_decision(
        b'{"what": "published_with_exception", "by": "A. Jones", "role": "Chief executive", "on": "2024-07-08", "reason": "Late reply."}'
    )
    assert decision == Decision(
        what=DecisionKind.PUBLISHED_WITH_EXCEPTION, by="A. Jones", role="Chief executive", on=date(2024, 7, 8), reason="Late reply."
    )


def test_what_is_put_right_is_named_with_its_place() -> None:
    data = {
        "format": "pcc-inspection-response",
        "version": 1.0,
        "office": {"force": "Exa\u0000mple\u0007shire, cafe\u0301"},
        "record": {"corrections": [{"text": "x"}, {"text": "\u0001y"}]},
        "findings": [{"id": "f2", "kind": "recommendation", "chief": {"text": "<font>a</font><font>b</font>"}}],
    }
    reading = read_record(("\ufeff" + json.dumps(data)).encode())
    assert reading.record.office.force == "Exampleshire, café"
    assert [(each.place, each.message) for each in reading.cleaned] == [
        ("office.force", "2 characters that cannot be printed were taken out."),
        ("record.corrections[1].text", "1 character that cannot be printed was taken out."),
        ("findings[f2].chief.text", "This text was cleaned: the tag <font>, 2 times."),
    ]


def test_others_things_are_kept() -> None:
    data = b'{"format":"pcc-inspection-response","version":1,"extensions":{"b":[1,2.5,null],"a":{"\\u00e9":true}}}'
    record = read_record(data).record
    assert record.extensions == '{"b":[1,2.5,null],"a":{"é":true}}'
    assert canonical_bytes(record) == data.decode("unicode-escape").encode()
    assert canonical_bytes(replace(record, extensions="")) == b'{"format":"pcc-inspection-response","version":1}'
