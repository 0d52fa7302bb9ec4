"""Headings of a PDF that are hardly larger than its text, or whole sentences."""

from __future__ import annotations

import pytest

from response_app.intake.blocks import blocks_of
from response_app.intake.pdf_reader import read

typst = pytest.importorskip("typst", reason="the bench's tools are not installed")

SENTENCE = "1. By 31 May 2025, the constabulary should make sure that every person in its cells is seen by a nurse within the first hour."
PAGE = """#set page(width: 420pt, height: 400pt, margin: 20pt)
#set text(12pt)
#set par(spacing: 14pt)
#text(SIZE, weight: "bold")[#"WORDS"]

Nurses have been on every shift since April, and the cells are checked each night, and again at noon. A nurse writes down
whom she sees, and when, and what she advises. The sergeants read it before they leave.

Two cells are closed.
"""


def looks(size: str) -> list[tuple[bool, str]]:
    """Return whether each block is a heading, with its words."""
    made = typst.compile(PAGE.replace("SIZE", size).replace("WORDS", SENTENCE).encode())
    return [(each.is_heading, f"{each.marker} {each.text}".strip()) for each in blocks_of(read(made)).blocks]


def test_a_sentence_in_bold_and_a_little_larger_is_a_heading() -> None:
    """Over two lines, with its number and its full stop; its second line begins below the number."""
    assert looks("13pt")[0] == (True, SENTENCE)


def test_a_bold_sentence_as_large_as_the_text_is_none() -> None:
    """It is a paragraph, or an item, as its number says; its words are whole."""
    assert looks("12pt")[0] == (False, SENTENCE)
