"""Files that are no record are refused in one plain sentence that names the place, whatever is wrong with them."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.finding import Finding, FindingKind
from response_app.domain.record import Record
from response_app.errors import FileRefused
from response_app.interchange import read_decision, read_record, write_record
from response_app.interchange.json_text import LARGEST_FILE
from response_app.interchange.references import check_references
from response_app.paths import template

HEAD = '{"format": "pcc-inspection-response", "version": 1'


def _file(rest: str = "") -> bytes:
    return f"{HEAD}{', ' if rest else ''}{rest}}}".encode()


def _findings(*findings: str) -> bytes:
    return _file(f'"findings": [{", ".join(findings)}]')


def _finding(name: str, rest: str = "", kind: str = "recommendation") -> str:
    return f'{{"id": "{name}", "kind": "{kind}"{", " if rest else ""}{rest}}}'


CAUSE = "cause_of_concern"
MALFORMED: list[tuple[str, bytes, list[str]]] = [
    # Not JSON, or not in an encoding that is read
    ("empty", b"", ["The file is empty."]),
    ("only blanks", b" \n\t ", ["The file is empty."]),
    ("only a byte-order mark", b"\xef\xbb\xbf", ["line 1, column 1"]),
    ("words", b"Dear Sir or Madam", ["not JSON", "line 1, column 1"]),
    ("cut short", _file()[:-1], ["not JSON", "line 1, column 51"]),
    ("comma too many", b'{\n  "format": "x",\n}', ["not JSON", "line 3, column 1"]),
    ("raw line end in a string", _file('"record_id": "a\nb"'), ["not JSON", "line 1"]),
    ("two values", _file() + b" {}", ["not JSON", "line 1, column 53"]),
    ("UTF-16 with mark", _file().decode().encode("utf-16"), ["UTF-16"]),
    ("UTF-16 little", _file().decode().encode("utf-16-le"), ["UTF-16"]),
    ("UTF-16 big", _file().decode().encode("utf-16-be"), ["UTF-16"]),
    ("UTF-32", _file().decode().encode("utf-32"), ["not in UTF-8"]),
    ("Latin-1", _file('"office": {"force": "Heddlu T\u00fd"}').decode().encode("latin-1"), ["not in UTF-8", "line 1"]),
    ("a zip archive", b"PK\x03\x04\x14\x00\x06\x00", ["not JSON"]),
    ("too large", b" " * (LARGEST_FILE + 1), ["64 MB"]),
    # JSON that is no record
    ("a list", b"[]", ["does not hold a record"]),
    ("a number", b"1", ["does not hold a record"]),
    ("null", b"null", ["does not hold a record"]),
    ("a string", b'"pcc-inspection-response"', ["does not hold a record"]),
    ("NaN", _file('"inspection": {"stated_counts": {"areas": NaN}}'), ["inspection.stated_counts.areas", "NaN"]),
    ("Infinity", _file('"extensions": {"a": [1, Infinity]}'), ["extensions.a, entry 2", "Infinity"]),
    ("minus Infinity", _findings(_finding("f1", '"sources": [{"page": -Infinity}]')), ["findings[f1].sources, entry 1, page", "-Infinity"]),
    ("a float beyond all", _file('"extensions": {"a": 1e999}'), ["extensions.a", "too large"]),
    (
        "a number of 65 bits",
        _findings(_finding("f1", '"sources": [{"page": 18446744073709551616}]')),
        ["findings[f1].sources", "too large"],
    ),
    ("a number of 5,000 digits", _file(f'"extensions": {{"a": {"9" * 5000}}}'), ["extensions.a", "too large"]),
    ("a float of 70 bits as page", _findings(_finding("f1", '"sources": [{"page": 1e21}]')), ["findings[f1].sources, entry 1, page"]),
    ("doubled key", _findings(_finding("f2", '"heading": "a", "heading": "b"')), ["findings[f2]", "“heading”", "twice"]),
    ("doubled key at the top", _file('"language": "en-GB", "language": "cy-GB"'), ["The file", "“language”", "twice"]),
    ("doubled key in extensions", _file('"extensions": {"x": {"a": 1, "a": 2}}'), ["extensions.x", "“a”", "twice"]),
    ("counted thing twice", _file('"inspection": {"stated_counts": {"\u00e9": 1, "e\u0301": 2}}'), ["inspection.stated_counts", "twice"]),
    ("half a character", _findings(_finding("f1", '"heading": "a\\ud800b"')), ["findings[f1].heading", "\\ud800"]),
    ("half a character in a key", _file('"extensions": {"\\udfff": 1}'), ["extensions", "\\udfff"]),
    ("half a character in an id", _findings('{"id": "\\ud800", "kind": "recommendation"}'), ["findings, entry 1, id", "\\ud800"]),
    ("101 deep", _file(f'"extensions": {{"a": {"[" * 99}{"]" * 99}}}'), ["extensions.a, entry 1", "100 levels"]),
    ("100,000 deep", _file(f'"extensions": {{"a": {"[" * 100_000}{"]" * 100_000}}}'), ["100 levels"]),
    ("100,000 objects deep", b'{"a":' * 100_000, ["100 levels"]),
    # Format and version
    ("no format", b"{}", ["“format”"]),
    ("another format", b'{"format": "geojson", "version": 1}', ["pcc-inspection-response", "“geojson”"]),
    ("format of another type", b'{"format": ["pcc-inspection-response"], "version": 1}', ["not a record file"]),
    ("no version", b'{"format": "pcc-inspection-response"}', ["“version”"]),
    ("newer version, with keys of its own", _file('"news": 1').replace(b'"version": 1', b'"version": 2'), ["newer version", "version 2"]),
    ("version true", _file().replace(b" 1}", b" true}"), ["version “True”"]),
    ("version as text", _file().replace(b" 1}", b' "1"}'), ["the version “1”"]),
    ("version 0", _file().replace(b" 1}", b" 0}"), ["version “0”"]),
    ("version 1.5", _file().replace(b" 1}", b" 1.5}"), ["version “1.5”"]),
    # Keys
    ("unknown key", _file('"colour": 1'), ["The file", "“colour”"]),
    ("mistyped key", _findings(_finding("f2", '"headin": ""')), ["findings[f2]", "“headin”", "Did you mean “heading”?"]),
    ("the app's own name for a key", _file('"state": {}'), ["“state”"]),
    ("missing kind", _findings('{"id": "f2"}'), ["findings[f2]", "“kind”"]),
    ("missing id", _findings('{"kind": "recommendation"}'), ["findings, entry 1", "“id”"]),
    (
        "missing date of a decision",
        _file('"record": {"decisions": [{"what": "signed_off", "by": ""}]}'),
        ["record.decisions, entry 1", "“on”"],
    ),
    ("missing alt", _file('"office": {"logo": {"name": "l.png"}}'), ["office.logo", "“alt”"]),
    # Types and values
    ("a number for text", _file('"office": {"force": 5}'), ["office.force", "must be text", "a number"]),
    ("a list for text", _findings(_finding("f1", '"heading": []')), ["findings[f1].heading", "must be text", "a list"]),
    ("an object for a text", _file('"sections": {"initial_response": {}}'), ["sections.initial_response", "must be text", "an object"]),
    ("true for a number", _findings(_finding("f1", '"sources": [{"page": true}]')), ["entry 1, page", "a whole number", "true"]),
    ("half a page", _findings(_finding("f1", '"sources": [{"page": 1.5}]')), ["entry 1, page", "a whole number", "“1.5”"]),
    ("1 for true", _file('"inspection": {"publication_confirmed": 1}'), ["inspection.publication_confirmed", "true or false", "a number"]),
    ("text for a list", _findings(_finding("f1", '"addressed_to": "us"')), ["findings[f1].addressed_to", "a list", "text"]),
    ("an object for the findings", _file('"findings": {}'), ["findings", "must be a list"]),
    ("text for a finding", _findings('"f1"'), ["findings, entry 1", "an object", "text"]),
    ("a list for extensions", _file('"extensions": []'), ["extensions", "an object"]),
    ("text for a count", _file('"inspection": {"stated_counts": {"areas": "9"}}'), ["inspection.stated_counts.areas", "whole number"]),
    ("null for text", _file('"office": {"force": null}'), ["office.force", "null"]),
    (
        "null for a capacity",
        _file('"record": {"decisions": [{"what": "signed_off", "by": "", "capacity": null}]}'),
        ["record.decisions, entry 1, capacity", "null"],
    ),
    ("null for a list", _file('"findings": null'), ["findings", "null"]),
    ("unknown kind", _findings(_finding("f2", kind="aim")), ["findings[f2].kind", "“aim”", "area_for_improvement, recommendation"]),
    ("unknown language", _file('"language": "fr"'), ["language", "“fr”", "en-GB, cy-GB"]),
    ("marking in small letters", _file('"record": {"marking": "official"}'), ["record.marking", "OFFICIAL, OFFICIAL-SENSITIVE"]),
    ("30 February", _file('"inspection": {"published_on": "2024-02-30"}'), ["inspection.published_on", "“2024-02-30”", "does not exist"]),
    ("29 February of a common year", _file('"inspection": {"published_on": "2023-02-29"}'), ["inspection.published_on"]),
    ("a date in words", _file('"inspection": {"published_on": "14 May 2024"}'), ["inspection.published_on", "“14 May 2024”", "2024-05-14"]),
    ("a date without dashes", _file('"inspection": {"published_on": "20240514"}'), ["inspection.published_on"]),
    ("a date with time", _file('"inspection": {"published_on": "2024-05-14T00:00"}'), ["inspection.published_on"]),
    ("a date in Arabic digits", _file('"inspection": {"published_on": "٢٠٢٤-٠٥-١٤"}'), ["inspection.published_on"]),
    ("an empty date", _file('"record": {"publication": {"planned_on": ""}}'), ["record.publication.planned_on"]),
    ("a number as date", _file('"record": {"embargo_until": 20240514}'), ["record.embargo_until", "a date", "a number"]),
    ("a time limit in words", _findings(_finding("f1", '"due": {"within": "3 months"}')), ["findings[f1].due.within", "“3 months”", "P3M"]),
    ("a time limit of nothing", _findings(_finding("f1", '"due": {"within": "P"}')), ["findings[f1].due.within"]),
    ("a time limit that ends early", _findings(_finding("f1", '"due": {"within": "P1DT"}')), ["findings[f1].due.within"]),
    # Ids and what names them
    ("repeated id", _findings(_finding("f1"), _finding("f2"), _finding("f1")), ["findings, entry 3", "“f1”", "entry 1"]),
    ("repeated id, composed", _findings(_finding("\u00e9"), _finding("e\u0301")), ["findings, entry 2", "entry 1"]),
    ("empty id", _findings(_finding("f1"), _finding("")), ["findings, entry 2", "empty id"]),
    ("blank id", _findings(_finding(" \\u0000")), ["findings, entry 1", "empty id"]),
    (
        "repeated comment",
        _file('"record": {"comments": [{"id": "c", "text": ""}, {"id": "c", "text": ""}]}'),
        ["record.comments, entry 2", "“c”"],
    ),
    ("repeated suggestion", _file('"record": {"suggestions": [{"id": "s"}, {"id": "s"}]}'), ["record.suggestions, entry 2", "“s”"]),
    ("an unknown parent", _findings(_finding("f1", '"parent": "f9"')), ["findings[f1].parent", "“f9”"]),
    ("an empty parent", _findings(_finding("f1", '"parent": ""')), ["findings[f1].parent"]),
    ("its own parent", _findings(_finding("f1", '"parent": "f1"', CAUSE)), ["findings[f1].parent", "itself"]),
    ("a parent that is no cause", _findings(_finding("f1"), _finding("f2", '"parent": "f1"')), ["findings[f2].parent", "cause of concern"]),
    (
        "parents in a ring",
        _findings(_finding("a", '"parent": "b"', CAUSE), _finding("b", '"parent": "a"', CAUSE)),
        ["findings[a].parent", "ring"],
    ),
    ("an unknown answer", _findings(_finding("f1", '"answered_with": "F1"')), ["findings[f1].answered_with", "“F1”"]),
    ("answered with itself", _findings(_finding("f1", '"answered_with": "f1"')), ["findings[f1].answered_with", "itself"]),
    (
        "answers in a ring",
        _findings(*(_finding(a, f'"answered_with": "{b}"') for a, b in ("wx", "xy", "yz", "zx"))),
        ["findings[x].answered_with", "ring"],
    ),
    ("a wrong value below an unprintable id", _findings(_finding("a\\nb", '"number": 1')), ["findings, entry 1, number"]),
    ("a wrong value below a very long id", _findings(_finding("f" * 500, '"number": 1')), ["findings, entry 1, number"]),
]


def test_there_are_enough_of_them() -> None:
    assert len({data for _, data, _ in MALFORMED}) == len(MALFORMED) > 90


@pytest.mark.parametrize(("data", "parts"), [pytest.param(data, parts, id=name) for name, data, parts in MALFORMED])
def test_refused_in_one_sentence_that_names_the_place(data: bytes, parts: list[str]) -> None:
    with pytest.raises(FileRefused) as caught:
        read_record(data)
    message = caught.value.message
    assert caught.value.exit_code == 3
    assert all(part in message for part in parts), message
    assert "Nothing was changed." in caught.value.remedy
    assert message[-1] in ".?" and message.isprintable() and len(message) < 400, message


def test_the_same_file_without_the_fault_is_read() -> None:
    """So that no case above is refused for what all of them share."""
    good = _findings(_finding("c", "", CAUSE), _finding("f1", '"parent": "c", "answered_with": "c", "due": {"within": "P1DT12H"}'))
    assert [each.id for each in read_record(good).record.findings] == ["c", "f1"]
    assert read_record(_file('"extensions": {"a": ' + "[" * 98 + "]" * 98 + "}")).record.extensions
    assert read_record(_findings(_finding("f1", '"sources": [{"page": 31.0}]'))).record.findings[0].sources[0].page == 31


@pytest.mark.timeout(10)
def test_long_rows_of_answers_take_little_time() -> None:
    """Each finding answered with the next: looked through once, not once for each."""
    row = [Finding(str(number), FindingKind.RECOMMENDATION, answered_with=str(number + 1)) for number in range(20_000)]
    check_references(Record(findings=(*row, Finding("20000", FindingKind.RECOMMENDATION))))


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "empty"),
        (b"[]", "does not hold"),
        (b'{"what": "signed_off", "by": "A"}', "The file lacks the key “on”"),
        (b'{"what": "sign_off", "by": "A", "on": null}', "what is “sign_off”"),
        (b'{"what": "signed_off", "by": "A", "on": null, "why": ""}', "“why”"),
        (b'{"what": "signed_off", "by": "A", "on": null, "codes": [1]}', "codes, entry 1 must be text"),
    ],
)
def test_a_decision_file_is_refused_alike(data: bytes, part: str) -> None:
    with pytest.raises(FileRefused) as caught:
        read_decision(data)
    assert part in caught.value.message


def _whole_file() -> bytes:
    return write_record(read_record(template("example.json").read_bytes()).record)


@given(st.randoms(use_true_random=True))
@settings(max_examples=150, deadline=None)
def test_damaged_bytes_are_read_or_refused(rng: random.Random) -> None:
    data = bytearray(_whole_file())
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(data))
        match rng.randrange(4):
            case 0:
                data[at] = rng.randrange(256)
            case 1:
                del data[at : at + rng.randint(1, 30)]
            case 2:
                data[at:at] = rng.choice((b'"', b"{", b"<", b"\\u0000", b"\\ud800", b"null", b",", b"\xff", b"9" * 30))
            case 3:
                del data[at:]
        data = data or bytearray(b" ")
    _read_or_refused(bytes(data))


@given(st.randoms(use_true_random=True))
@settings(max_examples=150, deadline=None)
def test_damaged_values_are_read_or_refused(rng: random.Random) -> None:
    tree = json.loads(_whole_file())
    for _ in range(rng.randint(1, 3)):
        _damage(tree, rng)
    _read_or_refused(json.dumps(tree).encode())


def _damage(tree: Any, rng: random.Random) -> None:
    """Put something else in a random place of the tree."""
    wrong = (None, True, -1, 1.5, "", "x", [], {}, [[]], {"id": "f1"}, "<p", "\x00", "2024-02-30", "<table><td>")
    while isinstance(tree, (dict, list)) and tree:
        key = rng.choice(list(tree) if isinstance(tree, dict) else list(range(len(tree))))
        if not isinstance(tree[key], (dict, list)) or not tree[key] or rng.random() < 0.2:
            tree[key] = rng.choice(wrong)
            return
        tree = tree[key]


def _read_or_refused(data: bytes) -> None:
    """Any other exception fails the test; what is read can be written and read again."""
    try:
        record = read_record(data).record
    except FileRefused as refusal:
        assert refusal.message.isprintable()
        return
    assert read_record(write_record(record)).record == record
