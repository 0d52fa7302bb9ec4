"""The commands as a user runs them: output, exit codes, and that wrong input leaves no file."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import response_app.record
from response_app.commands import check
from response_app.interchange import printed_sha256, read_record, write_record
from response_app.paths import template

from .run import CHECKOUT, example, in_process, run_app, save

DECISION = {"what": "published_with_exception", "by": "A. Example", "role": "Commissioner", "on": "2024-07-01", "reason": "Figures follow."}
BLUE_SQUARE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQcFgAAAGEAQF/g289AAAAAElFTkSuQmCC")
KEYS = ["code", "severity", "message", "place", "paragraph", "start", "end", "quote", "fix", "source"]


def unanswered(path: Path) -> Path:
    """Write the example with one area for improvement unanswered, signed off as it is."""
    record = example()
    del record["findings"][2]["action"]
    record["findings"][2]["chief"]["text"] += "<p>We improve how we record.</p>"
    return save(path, signed(record))


def signed(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record with a sign-off of its words."""
    whole = read_record(json.dumps(record).encode()).record
    record["record"]["decisions"][-1]["sha256"] = printed_sha256(whole)
    return record


def test_the_example_is_in_the_contract_form() -> None:
    data = template("example.json").read_bytes()
    reading = read_record(data)
    assert reading.cleaned == ()
    assert write_record(reading.record) == data
    signed = reading.record.state.decisions[-1]
    assert (signed.what.value, signed.sha256) == ("signed_off", printed_sha256(reading.record))


def test_check_finds_nothing_in_the_example() -> None:
    ran = run_app("check", template("example.json"), "--today", "2024-07-01")
    assert (ran.code, ran.out, ran.err) == (0, "Nothing stops publication.\n", "")
    ran = run_app("check", template("example.json"), "--as", "json", "--today", "2024-07-01")
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_check_prints_problems_in_words_and_as_json(tmp_path: Path) -> None:
    file = unanswered(tmp_path / "record.json")
    ran = run_app("check", file, "--today", "2024-07-01")
    assert ran.code == 1
    assert ran.out == (
        "The office’s own rules ask for these\n"
        "  Area for improvement 3 has no answer\n"
        "    Area for improvement 3, the Commissioner’s answer. "
        "Answer it, or record who decided to publish without an answer, and why.\n"
        "    (Office rule: every finding is answered)\n"
        "\n"
        "1 problem stops publication.\n"
    )
    ran = run_app("check", file, "--as", "json", "--today", "2024-07-01")
    (problem,) = json.loads(ran.out)
    assert ran.code == 1
    assert list(problem) == KEYS
    assert problem["code"] == "afi_unanswered"
    assert problem["severity"] == "office_rule"
    assert problem["place"] == "findings[f3].action"
    assert (problem["paragraph"], problem["start"], problem["end"]) == (None, None, None)


def test_check_with_a_warning_only_is_no_failure(tmp_path: Path) -> None:
    sections = {**example()["sections"], "overall_comments": "<p><font>I welcome this.</font></p>"}
    ran = run_app("check", save(tmp_path / "record.json", signed(example(sections=sections))), "--today", "2024-07-01")
    assert ran.code == 0
    assert "Look at these" in ran.out
    assert ran.out.endswith("Nothing stops publication. 1 other thing to look at.\n")


def test_equal_hints_are_told_once_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sections = {**example()["sections"], "initial_response": "<p>I met  them.</p>", "overall_comments": "<p>One.</p><p>I met  them.</p>"}
    file = save(tmp_path / "record.json", signed(example(sections=sections)))
    ran = in_process(capsys, "check", file, "--today", "2024-07-01")
    assert ran.code == 0
    assert ran.out.count("2 spaces stand together") == 1
    assert "Initial response, paragraph 1; Overall comments, paragraph 2. Take out all but one." in ran.out
    assert ran.out.endswith("2 other things to look at.\n")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": "other"}', b"\xff\xfe", b"%PDF-1.7"])
@pytest.mark.parametrize("command", ["check", "export"])
def test_input_that_is_no_record_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, command: str) -> None:
    (tmp_path / "record.json").write_bytes(content)
    arguments = ["--pdf", tmp_path / "out.pdf"] if command == "export" else []
    ran = in_process(capsys, command, tmp_path / "record.json", *arguments)
    assert (ran.code, ran.out) == (3, "")
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == ["record.json"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    ran = run_app("check", tmp_path / "none.json")
    assert ran.code == 3
    assert "none.json" in ran.err


def test_export_writes_the_example(tmp_path: Path) -> None:
    target = tmp_path / "ŵ out.pdf"
    ran = run_app("export", template("example.json"), "--pdf", target, "--today", "2024-07-01")
    assert (ran.code, ran.out, ran.err) == (0, f"Written: {target}\n", "")
    assert target.read_bytes().startswith(b"%PDF-")


def test_export_is_refused_by_the_gate_and_passed_by_a_decision(tmp_path: Path) -> None:
    file = unanswered(tmp_path / "record.json")
    pdf, out = tmp_path / "out.pdf", tmp_path / "out.json"
    ran = run_app("export", file, "--pdf", pdf)
    assert (ran.code, ran.out) == (2, "")
    assert "Area for improvement 3 has no answer" in ran.err
    assert not pdf.exists()
    decision = save(tmp_path / "decision.json", DECISION)
    ran = run_app("export", file, "--pdf", pdf, "--decision", decision, "--record-out", out)
    assert (ran.code, ran.err) == (0, "")
    assert pdf.exists()
    kept = read_record(out.read_bytes()).record.state.decisions[-1]
    assert kept.codes == ("afi_unanswered",)
    assert run_app("export", out, "--pdf", tmp_path / "again.pdf").code == 0
    ran = run_app("check", out, "--today", "2024-07-01")
    assert ran.code == 0
    assert "Passed by a decision that the record keeps\n  Area for improvement 3 has no answer" in ran.out


def test_export_of_a_draft_that_lacks_everything(tmp_path: Path) -> None:
    file = save(tmp_path / "record.json", {"format": "pcc-inspection-response", "version": 1})
    assert run_app("export", file, "--draft", "--pdf", tmp_path / "out.pdf").code == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_the_logo_is_taken_from_beside_the_record_or_said_to_be_left_out(tmp_path: Path) -> None:
    office = {**example()["office"], "logo": {"name": "logo.png", "alt": "A blue square"}}
    file = save(tmp_path / "record.json", signed(example(office=office)))
    without = run_app("export", file, "--pdf", tmp_path / "without.pdf")
    assert (without.code, "The logo logo.png is not in the folder" in without.out) == (0, True)
    (tmp_path / "logo.png").write_bytes(BLUE_SQUARE)
    with_it = run_app("export", file, "--pdf", tmp_path / "with.pdf")
    assert (with_it.code, "is left out" in with_it.out) == (0, False)
    assert (tmp_path / "with.pdf").read_bytes().count(b"/Image") > (tmp_path / "without.pdf").read_bytes().count(b"/Image")
    attached = {**example()["record"], "attachments": [{"name": "logo.png", "sha256": "0" * 64, "what": "logo"}]}
    other = run_app("export", save(tmp_path / "other.json", example(office=office, record=attached)), "--pdf", tmp_path / "other.pdf")
    assert other.code == 3
    assert "not the picture" in other.err
    assert not (tmp_path / "other.pdf").exists()


@pytest.mark.parametrize("draft", [True, False])
def test_a_character_without_a_shape_is_named_with_its_place(tmp_path: Path, draft: bool) -> None:
    sections = {**example()["sections"], "overall_comments": "<p>One.</p><p>A ☃.</p>"}
    file = save(tmp_path / "record.json", example(sections=sections))
    ran = run_app("export", file, "--pdf", tmp_path / "out.pdf", *(["--draft"] if draft else []))
    assert ran.code == (3 if draft else 2)
    assert "Overall comments, paragraph 2" in ran.err
    assert "snowman" in ran.err
    assert not (tmp_path / "out.pdf").exists()


def test_an_incomplete_decision_is_refused(tmp_path: Path) -> None:
    file = unanswered(tmp_path / "record.json")
    decision = save(tmp_path / "decision.json", {**DECISION, "reason": ""})
    ran = run_app("export", file, "--pdf", tmp_path / "out.pdf", "--decision", decision, "--record-out", tmp_path / "out.json")
    assert ran.code == 3
    assert "why (reason)" in ran.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["decision.json", "record.json"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    ran = run_app("export", template("example.json"), "--pdf", tmp_path / "none" / "out.pdf")
    assert (ran.code, ran.err.count("\n")) == (3, 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "“nonsense” is no command; there are window, read, check, export, deadline, records, doctor."),
        (["check"], "Something is missing: RECORD.json."),
        (["check", "a.json", "--as", "xml"], "--as takes one of text, json, not “xml”."),
        (["check", "a.json", "--as"], "Something is missing after --as."),
        (["check", "a.json", "--today", "2024-02-30"], "“2024-02-30” is not a day in the calendar"),
        (["check", "a.json", "b.json"], "This command does not take b.json."),
        (["export", "a.json"], "Say what to write: --pdf FILE, --html FILE or --docx FILE."),
        (["export", "a.json", "--pdf", "o.pdf", "--decision", "d.json"], "--decision and --record-out go together"),
        (["export", "a.json", "--pdf", "o.pdf", "--record-out", "r.json"], "--decision and --record-out go together"),
        (["export", "a.json", "--pdf", "o.pdf", "--draft", "--decision", "d", "--record-out", "r"], "A draft needs no decision."),
        (["export", "a.json", "--pdf", "a.json"], "The PDF would take the place of a.json."),
        (["export", "a.json", "--pdf", "o", "--decision", "d", "--record-out", "o"], "Two files would have the name o."),
        (["export", "a.json", "--txt", "o.txt"], "This command does not take --txt o.txt."),
        (["deadline"], "Something is missing: DATE."),
        (["deadline", "soon"], "“soon” is not a date; write it as 2024-05-14, 14/5/2024 or 14 May 2024."),
        (["deadline", "5/14/2024"], "“5/14/2024” is not a day in the calendar (the day comes before the month)."),
        (["deadline", "9999-12-31"], "“9999-12-31” lies outside the years 1996 to 2100."),
    ],
)
def test_wrong_use(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = in_process(capsys, *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (64, "", 1)
    assert words in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "export", "deadline", "doctor"])
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = in_process(capsys, command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Use: response-app {command} ")
    assert "usage" not in ran.out


@pytest.mark.parametrize("words", ["2024-05-14", "14/5/2024", "14 May 2024", "14 may 2024"])
def test_deadline(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = in_process(capsys, "deadline", words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Statutory date: Monday 8 July 2024\n"
        "Counted by section 55(5A) of the Police Act 1996: the 56 days begin with the day of publication, "
        "Tuesday 14 May 2024, so the last one is 55 days after it.\n"
        "It is a working day.\n"
    )


def test_deadline_on_days_off(capsys: pytest.CaptureFixture[str]) -> None:
    christmas = in_process(capsys, "deadline", "31", "October", "2023").out
    assert "Statutory date: Monday 25 December 2023" in christmas
    assert "bank holiday (Christmas Day)" in christmas
    assert "last working day before it is Friday 22 December 2023" in christmas
    sunday = in_process(capsys, "deadline", "2024-03-11").out
    assert "Statutory date: Sunday 5 May 2024" in sunday
    assert "last working day before it is Friday 3 May 2024" in sunday


def test_doctor_is_well_here(tmp_path: Path) -> None:
    ran = run_app("doctor", XDG_DATA_HOME=str(tmp_path), HOME=str(tmp_path))
    assert (ran.code, ran.err) == (0, ""), ran.out
    lines = ran.out.splitlines()
    assert lines[-1] == "Everything is well."
    assert all(line.startswith("ok ") for line in lines[:-1])
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_what_is_not_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(response_app.record, "lint_pdf", lambda data, document: ["page 1: a heading is missing"])
    monkeypatch.setattr(response_app.record, "has_glyph", lambda character: 1 / 0)
    ran = in_process(capsys, "doctor")
    out = ran.out
    assert ran.code == 3
    assert "not ok  Example as a PDF: page 1: a heading is missing\n" in out
    assert "not ok  Font of the record: it failed (ZeroDivisionError)\n" in out
    assert out.endswith("2 things are not well.\n")


def test_a_fault_of_ours_is_one_sentence_without_words_of_the_record(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("words of the record")

    monkeypatch.setattr(check, "judge", broken)
    ran = in_process(capsys, "check", template("example.json"))
    assert ran.code == 70
    assert ran.err == "This is a fault in the app (KeyError); RESPONSE_APP_DEBUG=1 shows its details.\n"
    monkeypatch.setenv("RESPONSE_APP_DEBUG", "1")
    ran = in_process(capsys, "check", template("example.json"))
    assert (ran.code, "Traceback" in ran.err) == (70, True)


def test_output_is_utf_8_in_any_locale() -> None:
    record = template("example.json")
    ran = run_app("check", record, "--as", "xml", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="latin-1", PYTHONCOERCECLOCALE="0")
    assert "“xml”" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and full devices of POSIX")
def test_output_that_nobody_reads_or_that_has_no_room() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-m", "response_app", "deadline", "2024-05-14"]
    with os.fdopen(writer, "wb") as gone:
        done = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, env=env, check=False)
    assert (done.returncode, done.stderr) == (141, b"")
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=env, check=False)
        assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
    closed = subprocess.run(["/bin/sh", "-c", f"{' '.join(command)} >&- 2>&-"], env=env, check=False)
    assert closed.returncode == 0


def test_the_start_does_not_load_what_is_heavy() -> None:
    heavy = "reportlab pikepdf holidays platformdirs"
    code = f"import sys, response_app.__main__; print([name for name in '{heavy}'.split() if name in sys.modules])"
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=True)
    assert done.stdout.strip() == b"[]"
