"""How cases are compared and counted."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from . import scores
from .matching import differences

CAUSE = {"id": "f1", "kind": "cause_of_concern", "heading": "A cause."}
BELOW = {
    "id": "f2",
    "kind": "recommendation",
    "heading": "Do it.",
    "parent": "f1",
    "addressed_to": ["A", "B"],
    "due": {"kind": "date", "date": "2024-05-01", "text": "By 1 May 2024"},
    "evidence": "<p>We saw it.</p>",
}
FOUND: dict[str, Any] = {
    "inspection": {
        "title": "An inspection of Nowhere Police",
        "published_on": "2024-05-14",
        "judgements": [{"area": "X", "grade": "good"}],
    },
    "findings": [CAUSE, BELOW],
    "warnings": [{"code": "old_grade_scale", "message": "", "place": ""}],
}


@pytest.mark.parametrize(
    ("expected", "count"),
    [
        ({"inspection": {"title": "~nowhere police"}}, 0),
        ({"inspection": {"title": "~elsewhere"}}, 1),
        ({"inspection": {"title": "Nowhere Police"}}, 1),
        ({"inspection": {"judgements": []}}, 1),
        ({"inspection": {"summary": ""}}, 1),
        ({"findings": [{"kind": "cause_of_concern"}, {"due": {"date": "2024-05-01"}}]}, 0),
        ({"findings": [{"heading": "Do it."}, {"heading": "A cause."}]}, 2),
        ({"warnings": ["old_grade_scale"]}, 0),
        ({"warnings": ["several_forces"]}, 1),
        ({"sections": {"initial_response": "~x"}}, 1),
        ({}, 0),
    ],
)
def test_matching(expected: dict[str, Any], count: int) -> None:
    """What is named must be there and equal; what is not named may be anything."""
    assert len(list(differences(expected, FOUND))) == count


def test_an_apostrophe_is_an_apostrophe() -> None:
    """Whichever of the two signs."""
    assert not list(differences({"a": "~force's"}, {"a": "The FORCE’S  plan"}))


def of(expected: dict[str, Any], found: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """Return the scores of one case: expected, found, right."""
    table: dict[str, scores.Score] = defaultdict(scores.Score)
    scores.compare(expected, found, table)
    return {row: (score.expected, score.found, score.right) for row, score in table.items() if (score.expected, score.found) != (0, 0)}


def test_all_right() -> None:
    """Each kind counts what is there."""
    expected = FOUND | {"warnings": ["old_grade_scale"]}
    assert of(expected, FOUND) == {
        "Title": (1, 1, 1),
        "Publication date": (1, 1, 1),
        "Judgement": (1, 1, 1),
        "Cause of concern": (1, 1, 1),
        "Recommendation": (1, 1, 1),
        "Time limit": (1, 1, 1),
        "Addressee": (2, 2, 2),
        "Parent": (1, 1, 1),
        "Evidence": (1, 1, 1),
        "Warning": (1, 1, 1),
    }


def test_a_finding_that_was_missed_takes_its_properties_along() -> None:
    """They are expected and not found; what is found in its stead is found and not right."""
    other = {"kind": "recommendation", "heading": "Do something else."}
    counted = of({"findings": [CAUSE, BELOW]}, {"findings": [CAUSE, other]})
    assert counted["Recommendation"] == (1, 1, 0)
    assert counted["Time limit"] == (1, 0, 0)
    assert counted["Addressee"] == (2, 0, 0)


def test_a_wrong_property_counts_against_both() -> None:
    """Found, but not right: an addressee of two, another day, a parent that is another."""
    wrong = BELOW | {"addressed_to": ["A", "C"], "due": {"kind": "date", "date": "2024-05-02"}, "parent": "f9"}
    counted = of({"findings": [CAUSE, BELOW]}, {"findings": [CAUSE, wrong]})
    assert (counted["Addressee"], counted["Time limit"], counted["Parent"]) == ((2, 2, 1), (1, 1, 0), (1, 1, 0))


def test_what_the_answers_do_not_speak_of_is_not_counted() -> None:
    """A case that names no scope and no warnings says nothing about them; a date that is expected not to be there counts."""
    found = FOUND | {"findings": [CAUSE | {"scope": "X"}]}
    assert of({"findings": [{"heading": "A cause.", "kind": "cause_of_concern"}]}, found) == {"Cause of concern": (1, 1, 1)}
    assert of({"inspection": {"published_on": None}}, FOUND) == {"Publication date": (0, 1, 0)}


def test_answers_in_part() -> None:
    """A finding whose answers name no limit has any, or none, as the answers are in part or complete."""
    expected: dict[str, Any] = {"findings": [BELOW, {"kind": "cause_of_concern", "heading": "A cause."}]}
    found = {"findings": [CAUSE | {"due": BELOW["due"]}, BELOW]}
    assert of(expected, found)["Time limit"] == (1, 1, 1)
    table: dict[str, scores.Score] = defaultdict(scores.Score)
    scores.compare(expected, found, table, complete=True)
    assert (table["Time limit"].found, table["Time limit"].right) == (2, 1)


def test_warnings_have_a_precision_only_with_complete_answers() -> None:
    """Those that are named must be there; others may be, unless the answers name all."""
    table: dict[str, scores.Score] = defaultdict(scores.Score)
    scores.compare({"warnings": ["old_grade_scale"]}, {"warnings": [{"code": "old_grade_scale"}, {"code": "several_forces"}]}, table)
    assert "| Warning | 1 | 2 | 1 | – | 1.000 |" in scores.markdown(table)
    assert "| Warning | 1 | 2 | 1 | 0.500 | 1.000 |" in scores.markdown(table, complete=True)


def test_a_parent_is_known_by_its_heading() -> None:
    """Ids are of one reading; in the expected answers "f1" is the first finding, unless they give ids."""
    moved = [CAUSE | {"id": "f7"}, BELOW | {"parent": "f7"}]
    assert of({"findings": [{**CAUSE, "id": "x"}, {**BELOW, "parent": "x"}]}, {"findings": moved})["Parent"] == (1, 1, 1)


def test_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Any folder with files and answers beside them; a file that is refused has found nothing."""
    (tmp_path / "one.expected.json").write_text(json.dumps({"inspection": {"title": "~nowhere", "published_on": None}, "findings": []}))
    (tmp_path / "one.txt").write_text("An inspection of Nowhere Police\n\nWe saw nothing that needs to be better.\n")
    (tmp_path / "one.docx").write_bytes(b"PK\x03\x04 damaged")
    monkeypatch.setattr("sys.argv", ["scores", str(tmp_path), "--list"])
    scores.main()
    out = capsys.readouterr().out
    assert "| Title | 2 | 1 | 1 | 1.000 | 0.500 |" in out
    assert "2 files, 1 without any difference." in out
    assert "one.docx: inspection" in out
