"""Reading at arm's length: a file that makes the reader crash, hang or swallow memory ends in one plain sentence."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from response_app.errors import ImportRefused
from response_app.intake import child, transfer
from response_app.intake.report import read

from ..fixtures.installed import needs_program
from ..fixtures.shared import PROJECT

REPORT = b"An inspection of Exampleshire Police\nPublished on: 14 May 2024\n\nArea for improvement\nThe force should answer calls sooner.\n"


def instead(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let the child be another program."""
    monkeypatch.setattr(child, "command", lambda: [sys.executable, "-c", program])


def confined(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program that is confined as the reading process is."""
    words = f"from response_app.intake.confined import confine\nconfine()\n{program}"
    return subprocess.run([sys.executable, "-c", words], cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60)


def test_what_the_child_reads_is_what_is_read_here() -> None:
    """Nothing is lost on the way between the processes, down to lines and places."""
    assert child.read(REPORT, "report.txt") == read(REPORT, "report.txt")


def test_a_refusal_of_the_child_is_one_sentence_and_what_to_do() -> None:
    """The words are those of the reader itself."""
    with pytest.raises(ImportRefused) as refused:
        child.read(b"", "report.pdf")
    with pytest.raises(ImportRefused) as here:
        read(b"", "report.pdf")
    assert str(refused.value) == str(here.value)


def test_a_crash_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that takes the process down does not take the app with it."""
    instead(monkeypatch, "import os; os.abort()")
    with pytest.raises(ImportRefused, match="made the reader stop"):
        child.read(REPORT, "report.pdf")


def test_a_traceback_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a fault prints is not for the user, and holds words of the report perhaps."""
    instead(monkeypatch, "raise RuntimeError('secret words')")
    with pytest.raises(ImportRefused) as refused:
        child.read(REPORT, "report.pdf")
    assert "secret" not in str(refused.value)


def test_a_reader_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time that it has, at once and for good."""
    instead(monkeypatch, "import time; time.sleep(600)")
    start = time.monotonic()
    with pytest.raises(ImportRefused, match="longer than 2 seconds"):
        child.read(REPORT, "report.pdf", seconds=2)
    assert time.monotonic() - start < 20


def test_the_user_can_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopping is no error, and the process is gone."""
    instead(monkeypatch, "import time; time.sleep(600)")
    asked: list[bool] = []

    def after_three() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(child.Cancelled):
        child.read(REPORT, "report.pdf", cancelled=after_three)


def test_too_much_output_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app does not fill its own memory with what a broken reader says."""
    monkeypatch.setattr(child, "_MOST_OUTPUT", 100_000)
    instead(monkeypatch, "import sys\nwhile True: sys.stdout.write('x' * 65536)")
    with pytest.raises(ImportRefused, match="more memory"):
        child.read(REPORT, "report.pdf")


@pytest.mark.parametrize(
    "said", ["", "nothing of JSON", "[]", "{}", '{"file": {}}', '{"file": {"name": "", "size": 0, "sha256": ""}, "reading": null}']
)
def test_what_is_no_answer_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """What comes back is checked like any file that somebody sent."""
    instead(monkeypatch, f"print({said!r})")
    with pytest.raises(ImportRefused, match="cannot be understood"):
        child.read(REPORT, "report.pdf")


def test_an_altered_answer_is_refused_or_read_never_a_fault() -> None:
    """Every byte of a real answer but the last few, changed one at a time in turn."""
    answer = transfer.write(read(REPORT, "report.txt"))
    for at in range(0, len(answer), 3):
        spoilt = answer[:at] + b"\x00" + answer[at + 1 :]
        try:
            transfer.read(spoilt)
        except ImportRefused:
            continue


def test_a_page_is_drawn_by_the_child() -> None:
    """As many pixels as it says; a page that is not there is a refusal."""
    pdf = (Path(__file__).parent / "files" / "chromium.pdf").read_bytes()
    picture = child.picture(pdf, 1, 0.5)
    assert len(picture.pixels) == picture.width * picture.height * 4
    assert picture.width > 200
    assert len(set(picture.pixels)) > 10  # not an empty page
    with pytest.raises(ImportRefused, match="no page 999"):
        child.picture(pdf, 999, 0.5)


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.socket()",
        "import urllib.request; urllib.request.urlopen('http://localhost:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open('never-written-by-a-reader', 'w')",
        "import pathlib; pathlib.Path('never-written-by-a-reader').write_text('x')",
        "import os; os.open('never-written-by-a-reader', os.O_WRONLY | os.O_CREAT)",
        "import os; os.mkdir('never-made-by-a-reader')",
    ],
)
def test_the_reading_process_may_do_nothing_else(program: str) -> None:
    """No connection, no program, no file."""
    done = confined(program)
    assert done.returncode != 0
    assert "PermissionError: reading a file does not" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of address space is Linux's")
def test_the_reading_process_has_a_limit_of_memory() -> None:
    """Two gigabytes are not to be had."""
    done = confined("bytearray(2_000_000_000)")
    assert "MemoryError" in done.stderr


@needs_program("strace", "strace")
def test_reading_opens_no_socket() -> None:
    """What the system sees: no call for a network, whatever the libraries do."""
    pdf = (Path(__file__).parent / "files" / "libreoffice.pdf").read_bytes()
    traced = ["strace", "-f", "-e", "trace=network", "-o", "/dev/stderr", sys.executable, "-m", "response_app", "read", "-", "--places"]
    done = subprocess.run(traced, input=pdf, cwd=PROJECT, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert b"socket(" not in done.stderr
    assert b"connect(" not in done.stderr
