"""`read`: what a report holds, for people and as JSON, and what it refuses."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from ..fixtures.small_report import findings_due_in
from .run import in_process, run_app

REPORT = f"""PEEL 2021/22
Police effectiveness, efficiency and legitimacy
An inspection of Exampleshire Police
Published on: 22 September 2022

Exampleshire Police requires improvement at answering calls.

{findings_due_in(2023)}"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A small report as a text file."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_json_has_the_contracts_keys(report: Path) -> None:
    """By the program as installed, reading in a process of its own."""
    ran = run_app("read", report, "--as", "json")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert set(found) == {"inspection", "findings", "warnings"}
    assert found["inspection"]["published_on"] == "2022-09-22"
    kinds = [each["kind"] for each in found["findings"]]
    assert kinds == ["area_for_improvement", "cause_of_concern", "recommendation", "recommendation"]
    assert found["findings"][2]["due"]["date"] == "2023-09-30"
    assert found["findings"][2]["parent"] == found["findings"][1]["id"]


def test_words_for_people(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Title, date with its label, grade as words, each finding with its place."""
    ran = in_process(capsys, "read", report)
    assert ran.code == 0
    assert "Published: 22 September 2022 (“Published on”; to be confirmed)" in ran.out
    assert "Requires improvement" in ran.out
    assert "Area for improvement: The force should answer calls sooner." in ran.out
    assert "4 findings." in ran.out


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence and exit code 3."""
    ran = in_process(capsys, "read", tmp_path / "nowhere.pdf")
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.strip().splitlines()) == 1


def test_a_file_that_is_too_large(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not even read."""
    path = tmp_path / "report.pdf"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    ran = in_process(capsys, "read", path)
    assert (ran.code, ran.out) == (3, "")


def test_the_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A report can be piped in."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    ran = in_process(capsys, "read", "-")
    assert (ran.code, "4 findings." in ran.out) == (0, True)


def test_nothing_given(capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong use is exit code 64."""
    assert in_process(capsys, "read").code == 64
