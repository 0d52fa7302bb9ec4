"""The table's rows, the records they measure, and what is said of a program that fails."""

from __future__ import annotations

import sys

import pytest

import bench.__main__ as command
from bench.results import Result, Row
from bench.rows import ROWS
from bench.samples import large_record, short_record
from bench.tools import ProgramFailed, reworded
from response_app.domain.finding import FindingKind
from response_app.domain.richtext import Run
from response_app.record.tree import Document, Heading, Paragraph, Role


def run(monkeypatch: pytest.MonkeyPatch, rows: tuple[Row, ...], *arguments: str) -> int:
    monkeypatch.setattr(command, "ROWS", rows)
    monkeypatch.setattr(command, "load", lambda name: type("Stand", (), {"words": f"the {name} one"}))
    monkeypatch.setattr(sys, "argv", ["bench", *arguments])
    return command.main()


def row(name: str, aim: float | None = None, *, fails: bool = False) -> Row:
    def measure(*_: object) -> Result:
        if fails:
            raise ProgramFailed("exit status 70: it broke")
        return Result(2.0, 4.0, "ms", 0.5, 0.4, 0.6, 7)

    return Row(name, "in process, other", "real", measure, aim)


def test_names_are_unique() -> None:
    assert len({each.name for each in ROWS}) == len(ROWS)


def test_large_record_is_what_the_aims_speak_of() -> None:
    record = large_record()
    assert len(record.findings) == 100
    assert all(record.finding(each.parent).kind is FindingKind.CAUSE_OF_CONCERN for each in record.findings if each.parent)


def test_records_are_equal_on_every_call() -> None:
    assert large_record() == large_record()
    assert short_record() == short_record()


def test_reworded_adds_one_word_in_the_middle_and_only_there() -> None:
    texts = [Paragraph((Run(word),)) for word in ("a", "b", "c")]
    before = Document(
        "t", "s", "1.0", "en-GB", False, "", (texts[0], Heading(1, (Run("h"),)), texts[1], Paragraph((Run("m"),), Role.META), texts[2])
    )
    after = reworded(before, 7)
    changed = [place for place, node in enumerate(before.nodes) if after.nodes[place] != node]
    assert changed == [2]
    assert after.nodes[2] == Paragraph((Run("b"), Run(" 00007")))


def test_aim_is_judged_by_the_ratio(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, (row("within", 0.5), row("beyond", 0.4), row("none"))) == 0
    lines = capsys.readouterr().out.splitlines()[-3:]
    assert [line.split("to 0.60")[1].split() for line in lines] == [["0.50", "met", "7"], ["0.40", "not", "met", "7"], ["-", "7"]]


def test_a_failed_program_is_named_and_the_other_rows_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, (row("first", fails=True), row("second"))) == 1
    broken, fine = capsys.readouterr().out.splitlines()[-2:]
    assert broken.startswith("first") and broken.endswith("not measured: exit status 70: it broke")
    assert fine.startswith("second") and "0.50" in fine


def test_only_takes_rows_by_the_start_of_their_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (row("one-a"), row("one-b"), row("two"))
    assert run(monkeypatch, rows, "--only", "one") == 0
    out = capsys.readouterr().out
    assert "one-a" in out and "one-b" in out and "two" not in out
    assert run(monkeypatch, rows, "--only", "three") == 64
    assert "one-a, one-b, two" in capsys.readouterr().err
