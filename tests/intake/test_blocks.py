"""Lines become the paragraphs, items and headings that they were."""

from __future__ import annotations

import textwrap

import pytest

from response_app.intake.blocks import BlockKind, blocks_of
from response_app.intake.joining import joined, spelling_of
from response_app.intake.lines import Box, Form, Line, LineKind, Reading
from response_app.intake.text_reader import read_text

LONG = "The force has a clear view of the crime in its area and acts on what it knows, with partners where that is of use to people."


def texts(reading: Reading) -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    return [(block.kind.value, block.text) for block in blocks_of(reading).blocks]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["neigh-", "bourhood teams"], "neighbourhood teams"),
        (["anti-", "social behaviour"], "anti-social behaviour"),
        (["multi-agency co-", "ordination"], "multi-agency co-ordination"),
        (["West-", "Midlands"], "West-Midlands"),
        (["and/", "or"], "and/or"),
        (["one", "", "two"], "one two"),
    ],
)
def test_lines_of_a_paragraph_are_joined(lines: list[str], whole: str) -> None:
    """Hyphens at the end of a line go, those of the word stay."""
    assert joined(lines) == whole


@pytest.mark.parametrize(
    ("report", "lines", "whole"),
    [
        (["They were rebuilding it."], ["re-", "building"], "rebuilding"),
        (["They were re-building it."], ["re-", "building"], "re-building"),
        (["A crime-scene visit."], ["crime-", "scene"], "crime-scene"),
        (["Nothing of the kind."], ["re-", "building"], "re-building"),
        (["Sad-", "dles and bri-", "dles. Saddles. Bridles."], ["out-", "grown"], "outgrown"),
        (["Sad-", "dles and bri-", "dles. Saddles. Bridles."], ["victim-", "led"], "victim-led"),
        (["Sad-", "dles. Saddles."], ["out-", "grown"], "out-grown"),
    ],
)
def test_a_word_divided_behind_a_prefix_is_spelt_as_elsewhere(report: list[str], lines: list[str], whole: str) -> None:
    """In the same report; where that does not tell, as its other lines end: at syllables or at hyphens."""
    assert joined(lines, spelling_of([*report, *lines])) == whole


def test_the_words_of_the_report_tell_how_its_divided_ones_are_spelt() -> None:
    """Those of all its lines."""
    lines = ["The council rebuilds stables where they fell.", f"{LONG[:70]} It will re-", "build them soon."]
    reading = Reading(
        Form.PDF, tuple(Line(at, text, joins=at == 2, opens=at < 3) for at, text in enumerate([*lines, "To rebuild is dear."], start=1))
    )
    assert "It will rebuild them soon." in blocks_of(reading).blocks[1].text


def test_wrapped_lines_are_one_paragraph_and_short_ones_headings() -> None:
    """A heading without an empty line below it is told by its short line."""
    text = "A heading here\n" + "\n".join(textwrap.wrap(f"{LONG} {LONG}", 70)) + "\nAnother heading\n" + "\n".join(textwrap.wrap(LONG, 70))
    found = texts(read_text(text))
    assert found == [("heading", "A heading here"), ("paragraph", f"{LONG} {LONG}"), ("heading", "Another heading"), ("paragraph", LONG)]


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    """Each line of such a file is a paragraph of its own."""
    assert texts(read_text("Good\nThe force is kind.\nIt acts soon.\nIt is small.")) == [
        ("heading", "Good"),
        ("paragraph", "The force is kind."),
        ("paragraph", "It acts soon."),
        ("paragraph", "It is small."),
    ]


def test_a_bullet_alone_on_its_line_belongs_to_the_next() -> None:
    """And the item's wrapped lines are joined."""
    wrapped = "\n".join(textwrap.wrap(LONG, 60))
    assert texts(read_text(f"•\n\n{wrapped}\n\n•\n\nA second point.")) == [("item", LONG), ("item", "A second point.")]


def test_a_grade_on_a_line_is_never_joined() -> None:
    """Also where the lines around it are close."""
    found = texts(read_text("\n".join(["Good", "Preventing crime", "Requires improvement", "Answering calls", *textwrap.wrap(LONG, 60)])))
    assert found[:4] == [
        ("heading", "Good"),
        ("heading", "Preventing crime"),
        ("heading", "Requires improvement"),
        ("heading", "Answering calls"),
    ]


def test_a_sentence_goes_on_over_a_page_with_its_furniture_and_footnotes() -> None:
    """What stands between is set apart; line numbers and page are those of the paragraph's ends."""
    lines = (
        Line(1, "The force has done what it could with the people that it", page=1, size=11.0, opens=True),
        Line(2, "A note.", LineKind.FOOTNOTE, marker="1", page=1, opens=True),
        Line(3, "12", LineKind.FURNITURE, page=1),
        Line(4, "had, and it has begun to do more.", page=2, size=11.0, opens=True),
    )
    found = blocks_of(Reading(Form.PDF, lines, pages=2, layout="placed"))
    assert [(block.text, block.first, block.last, block.page) for block in found.blocks] == [
        ("The force has done what it could with the people that it had, and it has begun to do more.", 1, 4, 1)
    ]
    assert [(note.marker, note.text) for note in found.notes] == [("1", "A note.")]


def test_larger_and_bold_lines_of_a_placed_reading_are_headings() -> None:
    """A heading over two lines is one; a bold sentence is none."""

    def line(number: int, text: str, size: float, *, bold: bool = False, opens: bool = False) -> Line:
        return Line(
            number,
            text,
            page=1,
            box=Box(72, 80 + number * 20, 72 + len(text) * size / 2, 90 + number * 20),
            size=size,
            bold=bold,
            opens=opens,
        )

    lines = (
        line(1, "How well does the force deal", 20, opens=True),
        line(2, "with calls?", 20),
        line(3, "A small heading", 11, bold=True, opens=True),
        line(4, "The force should act.", 11, bold=True, opens=True),
        *(line(at, "Words of the text that are many and stand in a line.", 11, opens=True) for at in range(5, 9)),
    )
    found = blocks_of(Reading(Form.PDF, lines, pages=1, layout="placed")).blocks
    assert [(block.kind, block.level) for block in found[:3]] == [(BlockKind.HEADING, 1), (BlockKind.HEADING, 0), (BlockKind.PARAGRAPH, 0)]
    assert found[0].text == "How well does the force deal with calls?"


def test_a_marked_reading_joins_only_what_it_says() -> None:
    """Mark-up knows its paragraphs."""
    lines = (Line(1, "One", joins=True), Line(2, "two."), Line(3, "three"), Line(4, "four", LineKind.ITEM, 1, "•"))
    assert texts(Reading(Form.HTML, lines, layout="marked")) == [("paragraph", "One two."), ("paragraph", "three"), ("item", "four")]


def test_a_numbered_chapter_heading_is_no_item() -> None:
    """Numbered points of a list are items, a number over text is a heading's."""
    found = texts(read_text("1. Introduction\nThe force is kind.\n2. First contact\nIt acts soon.\nIt does:\n1. this;\n2. that."))
    assert [kind for kind, _ in found] == ["heading", "paragraph", "heading", "paragraph", "paragraph", "item", "item"]
