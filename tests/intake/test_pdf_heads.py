"""Running heads on a few pages, and frames side by side with a head in each, in PDFs made for it."""

from __future__ import annotations

from io import BytesIO

import pytest
import typst
from reportlab.pdfgen.canvas import Canvas

from response_app.intake.blocks import blocks_of
from response_app.intake.finder import propose
from response_app.intake.lines import LineKind, Reading
from response_app.intake.pdf_reader import read

HEAD = "Stables of Southshire"


def book(pages: int, on: tuple[int, ...], size: float) -> Reading:
    """Return pages of running text with a head on some of them."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800))
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", size)
        if page in on:
            canvas.drawString(50, 770, HEAD)
        canvas.setFont("Helvetica", 11)
        for row in range(10):
            canvas.drawString(
                50, 730 - 14 * row, f"The horses of stable {page * 17 + row} were fed at the hours that the manual sets for them."
            )
        canvas.showPage()
    canvas.save()
    return read(buffer.getvalue())


@pytest.mark.parametrize(("size", "kind"), [(8, LineKind.FURNITURE), (11, LineKind.TEXT)])
def test_small_print_at_the_head_of_two_pages_is_a_running_head(size: float, kind: LineKind) -> None:
    """As on the right pages of a short report; in the size of the text it is text."""
    lines = [line for line in book(4, (1, 3), size).lines if line.text == HEAD]
    assert [(line.page, line.kind) for line in lines] == [(1, kind), (3, kind)]


def test_small_print_at_the_head_of_one_page_is_text() -> None:
    """It can be a line of the cover."""
    assert [line.kind for line in book(4, (2,), 8).lines if line.text == HEAD] == [LineKind.TEXT]


CARDS = """#set page(paper: "a4", margin: 2cm)
#set text(11pt, lang: "en", region: "gb")
= PEEL 2024
We make graded judgments in 4 of these 5 areas as follows:
#let card(head, ..areas) = rect(width: 100%, height: 4cm, stroke: 0.5pt)[
  #text(9pt, weight: "bold")[#head]
  #for area in areas.pos() [ #par(text(9pt, area)) ]
]
#grid(columns: (1fr,) * 5, gutter: 6pt,
  card("Outstanding"), card("Good", "Feeding the horses", "Counting saddles and bridles"), card("Adequate", "Mending the roofs of stables"),
  card("Requires improvement", "Answering letters"), card("Inadequate"))
We also looked at dogs, for which we give no grade. They are well.
"""


def test_a_grade_on_each_of_the_cards_beside_each_other() -> None:
    """Each card is read from its head down; one can have nothing under its head."""
    made = typst.compile(CARDS.encode())
    assert isinstance(made, bytes)
    reading = read(made)
    assert [(each.value.area, each.value.grade) for each in propose(reading).judgements] == [
        ("Feeding the horses", "good"),
        ("Counting saddles and bridles", "good"),
        ("Mending the roofs of stables", "adequate"),
        ("Answering letters", "requires_improvement"),
    ]
    assert [block.text for block in blocks_of(reading).blocks][2:4] == ["Outstanding", "Good"]
