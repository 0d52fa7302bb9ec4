"""Broken and hostile files, whole way: read, searched and carried between processes. There is an answer, or one plain sentence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from response_app.authoring import records
from response_app.authoring.workspace import Workspace
from response_app.errors import ImportRefused
from response_app.intake import child, transfer
from response_app.intake.report import read

from ..cli.run import run_app
from ..fixtures.shared import PROJECT
from ..fixtures.small_report import findings_due_in
from ..fixtures.soak import how_many
from .made import broken, zipped

PDFS = sorted((Path(__file__).parent / "files").glob("*.pdf"))
PDFS_EACH = how_many(in_test=60, in_soak=3_000)
BY_CHILD = how_many(in_test=24, in_soak=300)
TEXTS = how_many(in_test=400, in_soak=8_000)
REPORT = f"""An inspection of Exampleshire Police
Published on: 14 May 2024

Contents
1. Summary ........ 3

Exampleshire Police is good at answering calls.
We make graded judgments in 2 of these 3 areas as follows:

{findings_due_in(2024)}
Progress since our last inspection
In 2019 we recommended that the force should train supervisors.
""".encode()


def blank_pages(count: int) -> bytes:
    """Return a PDF with so many empty pages."""
    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page(page_size=(595, 842))
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    """Return a PDF as bytes."""
    out = BytesIO()
    pdf.save(out, encryption=encryption or False)
    return out.getvalue()


def locked() -> bytes:
    """Return a PDF that needs a password to open."""
    with pikepdf.open(PDFS[0]) as pdf:
        return saved(pdf, pikepdf.Encryption(user="secret", owner="secret"))


def zip_bomb() -> bytes:
    """Return a Word file whose document would be 300 MB."""
    inside = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + b" " * 300_000_000
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": inside})


def laughs() -> bytes:
    """Return a Word file whose text doubles itself a hundred times."""
    entities = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 100))
    document = f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]><w:document><w:body>&a99;</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("report.pdf", lambda: b""),
    "no PDF at all": ("report.pdf", lambda: b"%PDF-1.7\nnothing of it"),
    "cut off": ("report.pdf", lambda: PDFS[0].read_bytes()[:2000]),
    "needs a password": ("report.pdf", locked),
    "too many pages": ("report.pdf", lambda: blank_pages(2001)),
    "zip bomb": ("report.docx", zip_bomb),
    "billion laughs": ("report.docx", laughs),
    "an archive": ("report.docx", lambda: zipped({"holiday.jpg": b"\xff\xd8"})),
    "a picture": ("report.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000)),
}


@pytest.mark.parametrize(("name", "make"), REFUSED.values(), ids=REFUSED)
def test_it_ends_in_one_plain_sentence_and_an_unchanged_store(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    """By the command, as a user runs it; the records are as they were."""
    workspace = Workspace.open(tmp_path / "store")
    workspace.do(records.new_record, "Mine")
    before = (workspace.ask(records.list_records), sorted(path.name for path in (tmp_path / "store").rglob("*")))
    file = tmp_path / name
    file.write_bytes(make())
    ran = run_app("read", file)
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.strip().splitlines()) == 1
    assert "Traceback" not in ran.err and "fault in the app" not in ran.err
    assert before == (workspace.ask(records.list_records), sorted(path.name for path in (tmp_path / "store").rglob("*")))
    workspace.close()


def test_pages_that_are_pictures_are_said_to_be() -> None:
    """Two hundred pages without a word: read, in time, with the warning."""
    report = child.read(blank_pages(200), "scan.pdf")
    assert "text_is_a_picture" in [each.code.value for each in report.proposal.notices]


def test_a_wrong_ending_does_no_harm() -> None:
    """What the file holds decides."""
    assert len(child.read(REPORT, "report.pdf").proposal.findings) == 4


@pytest.mark.soak
@pytest.mark.parametrize("file", PDFS, ids=[each.stem for each in PDFS])
def test_broken_pdfs_end_nothing_and_hold_nothing_up(file: Path) -> None:
    """One process reads them all; neither a fault nor a crash nor a wait of 20 seconds."""
    command = [sys.executable, "-m", "tests.intake.broken_pdfs", str(file), str(PDFS_EACH), "7"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"broken file {done.stdout.split()[-1:]} of {file.name}: {done.stderr[-2000:]}"
    assert done.stdout.rstrip().endswith("refused")


@pytest.mark.soak
@pytest.mark.timeout(0 if BY_CHILD > 100 else 120)
def test_broken_pdfs_through_the_reading_process() -> None:
    """As the app does it: an answer, or a refusal that is one sentence and what to do."""
    for number, data in enumerate(broken(PDFS[0].read_bytes(), BY_CHILD, seed=11)):
        try:
            child.read(data, f"{number}.pdf")
        except ImportRefused as refused:
            assert refused.message.count(".") == 1 and refused.remedy


@pytest.mark.soak
def test_broken_reports_are_searched_without_a_fault() -> None:
    """Hundreds of spoilt texts through reader, finder and back from JSON."""
    for data in broken(REPORT, TEXTS, seed=5):
        try:
            report = read(data, "report.txt")
        except ImportRefused:
            continue
        assert transfer.read(transfer.write(report)) == report
