"""A real published record, from its printed text to a record file to the finished PDF: its parts, none of its defects."""

from __future__ import annotations

import re

import pytest

from response_app.domain.record import Record
from response_app.interchange.record_file import read_record, write_record
from response_app.record import build_document, lint_pdf, write_pdf
from tests.fixtures.real_record import SOURCE, real_record
from tests.fixtures.sample_records import TODAY
from tests.fixtures.shared import needs_shared
from tests.fixtures.verapdf import VeraPdf

from .pdf.reading import bare, needs_poppler, tagged_text
from .reading import everything, outline, under

pytestmark = [needs_shared, needs_poppler]

# In the printed text: a label before each area for improvement, the headings of the two sections with their wrong title.
_DEFECTS = re.compile(r"</?p>|^Area for improvement$|Area for improvement (?=[A-Z])|^- |^Police Crime and .*$", re.MULTILINE)


@pytest.fixture(scope="module")
def record() -> Record:
    """The record, written to a file and read back."""
    made = real_record()
    assert made is not None
    reading = read_record(write_record(made))
    assert (reading.record, reading.cleaned) == (made, ())
    return reading.record


@pytest.fixture(scope="module")
def pdf(record: Record) -> bytes:
    """Its PDF."""
    return write_pdf(build_document(record, draft=False, today=TODAY))


def test_its_parts_stand_in_their_order(record: Record) -> None:
    document = build_document(record, draft=False, today=TODAY)
    lower = [(level, title) for level, title in outline(document) if level < 3]
    assert lower == [
        (1, "PCC and CC Force Inspection response record"),
        (2, "Summary of inspection"),
        (2, "Recommendations"),
        (2, "Causes of concern"),
        (2, "Areas for improvement"),
        (2, "Police and Crime Commissioner’s initial response"),
        (2, "Chief Constable’s response"),
        (2, "Answer to each finding"),
        (2, "Police and Crime Commissioner’s overall comments"),
    ]
    findings = [title for level, title in outline(document) if level == 3 and title[0].isdigit()]
    assert [title[:3] for title in findings] == ["1. ", "2. ", "3. "]
    assert all(title.startswith("Staffordshire Police ", 3) and title.endswith(".") for title in findings)
    assert under(document, "Recommendations") == ["None made."]
    assert [len(each.evidence) for each in record.findings] == [4, 5, 3]
    assert "Requires improvement" in everything(document)


def test_none_of_its_defects_is_left(record: Record, pdf: bytes) -> None:
    document = build_document(record, draft=False, today=TODAY)
    printed = everything(document)
    assert not [words for words in printed if re.search(r"</?\w+>|Police Crime and|14 th|Version:|Version ·", words)]
    assert [words for words in printed if words.startswith("Version 1.0 · ")]
    assert "14 May 2024" in printed
    assert bare("<p>") not in "".join(tagged_text(pdf))


def test_every_word_of_the_printed_text_stands_in_the_pdf_in_order(pdf: bytes) -> None:
    """From the summary on; the grade stands in the details table, and the label of an empty part is a heading now."""
    said = bare("".join(tagged_text(pdf)))
    printed = SOURCE.read_text(encoding="utf-8").partition("Summary of inspection\t")[2]
    at = 0
    words = 0
    for part in re.split(r"[\n\t]", _DEFECTS.sub("\n", printed)):
        wanted = bare(part.replace("'", "’") if part.strip().endswith("'s response") else part)
        if not wanted or part.startswith(("Grade", "Requires Improvement")):
            continue
        found = said.find(wanted, at)
        assert found >= 0, part
        at = found + len(wanted)
        words += len(part.split())
    assert words > 1400


def test_the_details_keep_their_words(pdf: bytes) -> None:
    said = bare("".join(tagged_text(pdf)))
    table = SOURCE.read_text(encoding="utf-8").partition("Date Published\t")[0]
    rows = [line.split("\t") for line in table.splitlines() if "\t" in line]
    assert len(rows) == 4
    assert all(bare("".join(row)) in said for row in rows)


def test_it_conforms(record: Record, pdf: bytes, verapdf: VeraPdf) -> None:
    assert lint_pdf(pdf, build_document(record, draft=False, today=TODAY)) == []
    verapdf.assert_conforms(pdf, "the real record")
