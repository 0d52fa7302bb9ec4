"""PDFs as real programs make them, read into lines: `files/` holds what Chromium and LibreOffice made of the sources there."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from response_app.intake.clean import clean_text
from response_app.intake.lines import Line, LineKind, Reading
from response_app.intake.pdf_reader import read

FILES = Path(__file__).parent / "files"
BOTH = ("chromium", "libreoffice")
TEXT, HEADING, ITEM, ROW, FOOTNOTE, FURNITURE = LineKind


@cache
def reading(name: str) -> Reading:
    """Return a file's reading."""
    return read((FILES / f"{name}.pdf").read_bytes())


def lines(name: str, kind: LineKind, page: int = 0) -> list[Line]:
    """Return a file's lines of a kind, those of one page or of all."""
    return [line for line in reading(name).lines if line.kind is kind and page in (0, line.page)]


def words(name: str, page: int) -> str:
    """Return a page's running text in reading order."""
    return " ".join(line.text for line in reading(name).lines if line.page == page and line.kind in (TEXT, HEADING, ITEM, ROW))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs installing: pdftotext (poppler-utils)")
@pytest.mark.parametrize("name", BOTH)
def test_every_word_is_there_once(name: str) -> None:
    printed = subprocess.run(["pdftotext", FILES / f"{name}.pdf", "-"], capture_output=True, check=True, text=True).stdout
    # Poppler glues a footnote's marker to the word beside it, in the text and before the note
    expected = re.sub(r"(?<=[a-z])(\d)\b|\b(\d)(?=[A-Z])", r" \1\2 ", clean_text(printed))
    got = " ".join(" ".join((line.marker, line.text, *line.notes)) for line in reading(name).lines)
    assert Counter(re.findall(r"\w+", got)) == Counter(re.findall(r"\w+", expected))


@pytest.mark.parametrize("name", BOTH)
def test_lines_are_numbered_and_on_their_page(name: str) -> None:
    got = reading(name)
    assert [line.number for line in got.lines] == list(range(1, len(got.lines) + 1))
    assert got.pages == len(got.page_sizes) == got.lines[-1].page
    assert got.layout == "placed"
    for line in got.lines:
        width, height = got.page_sizes[line.page - 1]
        assert line.box and 0 < line.box.left < line.box.right < width and 0 < line.box.top < line.box.bottom < height
        assert line.size > 5 and line.text == clean_text(line.text) != ""


def test_running_heads_and_page_numbers_are_furniture() -> None:
    assert [line.text for line in lines("chromium", FURNITURE)] == [
        text for number in "123" for text in ("Westmarch Police: an inspection of custody", number)
    ]
    assert [line.text for line in lines("libreoffice", FURNITURE)] == [
        text for number in "12" for text in ("Marlshire Constabulary – firearms licensing", f"Page {number} of 2")
    ]


def test_footnotes_stand_apart_and_their_markers_are_taken_out() -> None:
    notes = lines("libreoffice", FOOTNOTE)
    assert [(line.marker, line.text.split()[0]) for line in notes] == [("1", "Referees"), ("", "telephone."), ("2", "Domestic")]
    assert [line.marker for line in lines("chromium", FOOTNOTE)] == ["1", "2", ""]
    marked = {line.text: line.notes for line in reading("libreoffice").lines if line.notes}
    assert list(marked.values()) == [("1",), ("2",)]
    assert "applicants to see" in " ".join(marked) and "abuse, with" in " ".join(marked)
    assert "release. Nobody objected" in words("chromium", 1)


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        (
            "chromium",
            [
                (1, "Custody in Westmarch"),
                (3, "Requires improvement"),
                (3, "Outstanding"),
                (2, "Grades by subject"),
                (2, "Area for improvement"),
                (2, "How we judged this"),
                (2, "Closing remarks"),
            ],
        ),
        (
            "libreoffice",
            [
                (1, "Firearms licensing in Marlshire: how"),
                (1, "safely certificates are granted"),
                (2, "What needs attention"),
                (3, "Cause of concern"),
                (2, "Background in two columns"),
                (2, "Where this leaves Marlshire"),
            ],
        ),
    ],
)
def test_headings_have_levels_by_size(name: str, headings: list[tuple[int, str]]) -> None:
    assert [(line.level, line.text) for line in lines(name, HEADING)] == headings


def test_a_heading_over_two_lines_goes_on() -> None:
    first, second = lines("libreoffice", HEADING)[:2]
    assert first.opens and first.joins and not second.opens


def test_a_bold_sentence_is_text() -> None:
    for name in BOTH:
        assert [line.text[-1] for line in lines(name, TEXT) if line.bold] == ["."]


def test_boxes_side_by_side_are_read_one_after_the_other() -> None:
    text = words("chromium", 1)
    assert "Requires improvement Alder suite keeps poor logs, lets checks lapse, and trains its newest sergeants slowly." in text
    assert "every month. Outstanding Birch suite answers bells within one minute, feeds everybody warm meals, and writes" in text
    assert text.index("without being asked.") < text.index("Grades by subject")


def test_columns_are_read_one_after_the_other() -> None:
    text = words("chromium", 2)
    assert "went upward or downward that evening. Moderation happens twice. A panel from neighbouring regions re-reads notes" in text
    assert "re-reads notes, tests the arithmetic, and sends back anything that rests upon a single anecdote" in text
    assert text.endswith(
        "silence counts as agreement. Wide lettering should still give whole words. After the columns the ordinary text "
        "resumes here, running along the full measure of the sheet so that a reader who follows left to right meets it last."
    )
    text = words("libreoffice", 2)
    assert "They inherited ledgers, then a database whose supplier folded, and finally a national system" in text
    assert text.endswith("knowledge that no manual holds. Where this leaves Marlshire We shall return in eighteen months.")


def test_a_paragraph_goes_on_over_a_column() -> None:
    after = {line.text.split()[0]: line for line in lines("libreoffice", TEXT, 2)}
    assert [first for first, line in after.items() if line.opens] == ["Shotguns", "Today", "Morale", "We"]
    assert after["converted"].joins
    chromium = {line.text.split()[0]: line for line in lines("chromium", TEXT, 2)}
    assert [first for first, line in chromium.items() if line.opens] == ["Judgements", "Moderation", "Forces", "Wide", "After"]


def test_tables_are_rows_of_cells() -> None:
    assert [line.cells for line in lines("chromium", ROW)] == [
        ("Subject", "Grade"),
        ("Leadership and accountability", "Good"),
        ("Pre-custody diversion, first contact and onward referral of vulnerable children", "Adequate"),
        ("Release", "Inadequate"),
    ]
    assert [line.cells for line in lines("libreoffice", ROW)] == [
        ("Question", "Grade", "Trend"),
        ("How well are applications assessed, and how carefully are refusals explained?", "Requires improvement", "Falling"),
        ("Is land checked?", "Good", "Steady"),
    ]
    assert lines("chromium", ROW)[1].text == "Leadership and accountability | Good"


def test_list_markers_and_levels() -> None:
    assert [(line.marker, line.level, line.text.split()[0]) for line in lines("chromium", ITEM)] == [
        ("•", 1, "Corridor"),
        ("•", 1, "Audio"),
        ("•", 2, "in"),
        ("•", 2, "near"),
        ("•", 1, "Clocks"),
        ("1.", 1, "Replace"),
        ("2.", 1, "Publish"),
    ]
    assert [(line.marker, line.level, line.text.split()[0]) for line in lines("libreoffice", ITEM)] == [
        ("•", 1, "visit"),
        ("•", 1, "train"),
        ("o", 2, "in"),
        ("o", 2, "in"),
        ("•", 1, "tell"),
        ("a)", 1, "Backlogs"),
        ("b)", 1, "Complaints"),
    ]


def test_what_follows_a_list_begins_a_paragraph() -> None:
    [after] = [line for line in lines("libreoffice", TEXT) if line.text.startswith("The constabulary accepted")]
    assert after.opens


def test_characters_are_plain() -> None:
    text = words("libreoffice", 1)
    assert "a ‘reasonable’ office fee, and non-breaking terms such as 25 May should survive. Café, Ŵyn and naïve too." in text


def test_the_title_in_the_properties_is_a_hint() -> None:
    assert reading("chromium").title == "Inspection of Westmarch Police"
    assert reading("libreoffice").title == ""
