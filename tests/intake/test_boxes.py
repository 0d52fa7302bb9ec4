"""Boxes about findings, as browsers and typesetters draw them and as web pages have them: what stands in one, and where it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from response_app.domain.richtext import plain
from response_app.intake.lines import Reading
from response_app.intake.pdf_frames import frames_of
from response_app.intake.pdf_lines import Strip
from response_app.intake.pdf_reader import read as read_pdf
from response_app.intake.report import read

from .made import texts

FILES = Path(__file__).parent / "files"
FOUND = [
    (
        "The force should make sure that detainees’ circumstances are documented comprehensively.",
        "Alder entries were missing from a third of the custody records that we looked at, and nobody had noticed.",
    ),
    ("The force should answer its letters sooner.", "Cedar letters lay about for weeks."),
    (
        "The constabulary should offer victims more opportunities to be heard.",
        "Elder victims were not asked what had become of them since, and there was no plan to ask them.\nFir comes second.",
    ),
]


def set_by_typst(source: str) -> bytes:
    """Return the PDF of a page that Typst sets."""
    made = typst.compile(('#set page(paper: "a4", margin: 2cm)\n#set text(11pt, lang: "en", region: "gb")\n' + source).encode())
    assert isinstance(made, bytes)
    return made


def found_in(data: bytes, name: str) -> list[tuple[str, str]]:
    """Return each finding with its evidence."""
    return [(each.finding.heading, plain(each.finding.evidence)) for each in read(data, name).proposal.findings]


def boxed(reading: Reading) -> list[list[str]]:
    """Return the first words of the lines in each box, box by box."""
    numbers = sorted({number for line in reading.lines for number in line.frames})
    return [[line.text.split(" ")[0] for line in reading.lines if number in line.frames] for number in numbers]


@pytest.mark.parametrize("name", ["boxes.pdf", "boxes.html"])
def test_evidence_ends_with_the_box(name: str) -> None:
    """Two columns of a few lines each, also where the box goes on over the page, a filled one, and paragraphs right behind them."""
    assert found_in((FILES / name).read_bytes(), name) == FOUND


def test_a_box_over_two_pages_is_one() -> None:
    """Chromium leaves its side at the page's end open."""
    assert sorted(len(words) for words in boxed(read_pdf((FILES / "boxes.pdf").read_bytes()))) == [3, 7, 8]


BOX = """= An inspection of Westmarch Police
Published on: 9 July 2024

#block({look}, inset: 8pt, width: 100%)[*Area for improvement*

The force should look after its vans.

Hazel vans stood in the rain.]

Ivy grew on the garage.
"""


@pytest.mark.parametrize(
    "look", ["stroke: 1pt", "fill: luma(230)", "stroke: (left: 1pt, right: 1pt)", "stroke: 1pt, fill: luma(240), radius: 4pt"]
)
def test_a_frame_or_a_ground_is_a_box(look: str) -> None:
    """However it is drawn."""
    assert found_in(set_by_typst(BOX.format(look=look)), "report.pdf") == [
        ("The force should look after its vans.", "Hazel vans stood in the rain.")
    ]


def test_without_a_box_the_next_paragraph_is_evidence() -> None:
    """The same words, nothing drawn about them."""
    [(_, evidence)] = found_in(set_by_typst(BOX.format(look="stroke: none")), "report.pdf")
    assert evidence == "Hazel vans stood in the rain.\nIvy grew on the garage."


def test_a_ground_behind_the_label_alone_is_no_end() -> None:
    """A coloured bar with the label on it, the finding below."""
    source = BOX.replace(
        "#block({look}, inset: 8pt, width: 100%)[*Area for improvement*",
        "#block(fill: aqua, inset: 8pt, width: 100%)[*Area for improvement*]",
    )
    [(heading, evidence)] = found_in(set_by_typst(source.replace("rain.]", "rain.")), "report.pdf")
    assert (heading, evidence) == ("The force should look after its vans.", "Hazel vans stood in the rain.\nIvy grew on the garage.")


def test_two_short_columns_in_a_box_are_read_one_after_the_other() -> None:
    """A label and a sentence that begins beside it."""
    source = (
        "#block(stroke: 1pt, inset: 8pt, width: 100%, height: 2.2cm)[#columns(2, gutter: 1em)[*Juniper heading* #colbreak() {}]]\n\nLarch."
    )
    lines = texts(read_pdf(set_by_typst(source.format("Kale is a vegetable that grows in the gardens of the county."))))
    assert [line.split(" ")[0] for line in lines] == ["Juniper", "Kale", "the", "Larch."]


def test_rows_of_a_table_in_a_box_stay_rows() -> None:
    """Both sides begin anew at one height, again and again."""
    first = "[How well does the force prevent crime and keep people safe?], [Good]"
    second = "[How well does it answer those who call it for help by day and night?], [Adequate]"
    table = f"#table(columns: (1fr, 1fr), column-gutter: 1em, inset: (x: 0pt, y: 9pt), stroke: none, {first}, {second})"
    source = f"#block(stroke: 1pt, inset: 8pt, width: 100%)[{table}]"
    rows = [line.cells for line in read_pdf(set_by_typst(source)).lines]
    assert [row[1] for row in rows if len(row) == 2] == ["Good", "Adequate"]


def strip(left: float, base: float, right: float) -> Strip:
    """Return words on a line."""
    return Strip("words", left, base - 8, right, base + 2, 10, False, text_left=left, base=base)


def test_what_is_no_box() -> None:
    """A rule, the ground of the page, what has words beside it, and what is empty."""
    words = [strip(100, 100, 300), strip(100, 120, 300)]
    box = (90.0, 80.0, 310.0, 130.0)
    assert frames_of([box], words, 600, 800) == [box]
    assert frames_of([(90, 110, 310, 111), (0, 0, 600, 800), (90, 200, 310, 300)], words, 600, 800) == []
    assert frames_of([box], [*words, strip(400, 120, 500)], 600, 800) == []
