"""Reports of our own in the layouts that are known, as PDF, web page, Word file and text made with real tools; see `make_cases.py`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from response_app.intake import child, report, transfer

from ..fixtures.shared import SHARED
from . import scores
from .making import scanned, tables
from .making.notation import CASES, SOURCES, read, sources
from .making.plain import text
from .making.web import page
from .matching import differences

THEIRS = SHARED / "cases"
MOST_OF_ONE, MOST_OF_ALL = 60_000, 1_500_000
AT_ARMS_LENGTH = (
    "peel-grade-table.typst.pdf",
    "regional-chapters.libreoffice.pdf",
    "thematic-numbered.chromium.pdf",
    "record-of-this-app.pdf",
    "custody.docx",
    "table-of-findings.xlsx",
)
FILES = list(scores.cases(CASES))


@pytest.mark.parametrize(("path", "expected"), FILES, ids=[path.name for path, _ in FILES])
def test_a_case(path: Path, expected: dict[str, Any]) -> None:
    """Everything that is expected is found, and no finding or grade more; each warning is one that is expected."""
    found = scores.read(path.read_bytes(), path.name)
    assert not list(differences(expected, found))
    assert {each["code"] for each in found["warnings"]} == set(expected["warnings"])


@pytest.mark.parametrize("name", AT_ARMS_LENGTH)
def test_a_case_at_arms_length(name: str) -> None:
    """The confined process reads the same."""
    data = (CASES / name).read_bytes()
    assert transfer.public(child.read(data, name).proposal) == transfer.public(report.read(data, name).proposal)


@pytest.mark.skipif(not THEIRS.is_dir(), reason="needs the folder ../shared/cases, which is not part of the project")
def test_the_cases_beside_the_project() -> None:
    """Those that others gave, in layouts that real reports have."""
    _, wrong, count = scores.scores(THEIRS)
    assert wrong == []
    assert count == 5


def test_every_case_comes_in_several_forms() -> None:
    """A report as web page, Word file, text, and PDF by at least two programs."""
    assert len(sources()) >= 10
    for source in sources():
        assert {"html", "docx", "txt"} < set(source.forms)
        assert sum(form.endswith(".pdf") for form in source.forms) >= 2
        assert all((CASES / f"{source.name}.{form}").is_file() for form in source.forms)


def test_the_files_are_those_of_the_sources() -> None:
    """What is made without a program of others comes out as it stands in the folder; nobody changed an answer by hand."""
    for source in sources():
        expected = scores.expected_of(CASES / f"{source.name}.expected.json")
        assert expected == source.expected
        assert (CASES / f"{source.name}.html").read_text(encoding="utf-8") == page(source)
        assert (CASES / f"{source.name}.txt").read_text(encoding="utf-8") == text(source)
    assert scores.expected_of(CASES / "table-of-findings.expected.json") == tables.expected()
    assert scores.expected_of(CASES / "scanned.expected.json") == scanned.expected()


def test_no_file_stands_without_a_source() -> None:
    """And all of them are small."""
    names = {path.stem for path in SOURCES.iterdir()} | {"table-of-findings", "scanned", "extras"}
    assert {path.name.split(".")[0] for path in CASES.iterdir()} == names
    sizes = [path.stat().st_size for path in CASES.iterdir()]
    assert max(sizes) < MOST_OF_ONE and sum(sizes) < MOST_OF_ALL


def test_the_forces_are_of_nowhere() -> None:
    """No source names a force that there is."""
    from response_app.intake.force_names import TERRITORIAL

    words = " ".join(path.read_text(encoding="utf-8") for path in SOURCES.iterdir())
    assert not [name for name in TERRITORIAL if re.search(rf"\b{name}\b", words)]


def test_a_source_is_read_as_it_is_noted(tmp_path: Path) -> None:
    """Settings, blocks, notes, and the answers in the contract's words."""
    path = tmp_path / "small.txt"
    path.write_text(
        "forms: txt\n-----\n# A title\n[[\n<1> Words^1^ of & evidence.\n<1> - a point\n]]\n^1 A note.\n=====\n"
        "title: A title\ndate: none\nwarnings: title_not_found\nG Ours | Area | -\n"
        "COC | - | - | - | A cause.\nREC | Ours | 2 | within P3M 2024-05-01 | Do it. @ A; B ^ 1\n= office.force Ours\n",
        encoding="utf-8",
    )
    source = read(path)
    assert (source.title, source.notes) == ("A title", {"1": "A note."})
    cause = {"kind": "cause_of_concern", "heading": "A cause.", "evidence": "<p>Words of &amp; evidence.</p><ul><li>a point</li></ul>"}
    due = {"kind": "within", "within": "P3M", "date": "2024-05-01"}
    below = {
        "kind": "recommendation",
        "heading": "Do it.",
        "parent": "f1",
        "scope": "Ours",
        "number": "2",
        "addressed_to": ["A", "B"],
        "due": due,
    }
    judgement = {"scope": "Ours", "area": "Area", "grade": None}
    assert source.expected == {
        "inspection": {"title": "A title", "published_on": None, "judgements": [judgement]},
        "findings": [cause, below],
        "warnings": ["title_not_found"],
        "office": {"force": "Ours"},
    }
