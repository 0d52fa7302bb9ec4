"""Which characters the record can show, and how those are drawn that stand for others."""

from __future__ import annotations

import unicodedata

import pytest

from response_app.domain.richtext import Run
from response_app.record import has_glyph, lint_pdf, write_pdf
from response_app.record.pdf.characters import drawn
from response_app.record.tree import Document, Heading, Paragraph

from .reading import needs_poppler, pages, tagged_text

LATIN = "".join(chr(code) for code in range(0x20, 0x7F))
WELSH = "âêîôûŵŷÂÊÎÔÛŴŶáéíóúẃýÁÉÍÓÚẂÝàèìòùẁỳÀÈÌÒÙẀỲäëïöüẅÿÄËÏÖÜẄŸ"
SIGNS = "‘’“”‹›«»–—…•·†‡§¶©®™°±×÷£€½¼¾²³ªº¡¿←→↑↓−≤≥≠≈"


@pytest.mark.parametrize("characters", [LATIN, WELSH, SIGNS], ids=["Latin", "Welsh", "signs"])
def test_what_a_record_needs_is_there(characters: str) -> None:
    assert [char for char in characters if not has_glyph(char)] == []


@pytest.mark.parametrize("char", "😀🚔中文漢字あ한العربיתहिไทย☃♥")
def test_what_the_typeface_lacks_is_named(char: str) -> None:
    """Also a character that only one of the weights has would be drawn as a box in the other."""
    assert not has_glyph(char), unicodedata.name(char)


@pytest.mark.parametrize("char", "\u00a0\u2010\u2011\u00ad\u200b\u200c\u200d\u2060\ufeff\u2009\u202f\u2007\n")
def test_what_is_drawn_as_something_else_is_not_missing(char: str) -> None:
    assert has_glyph(char)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("co\u00adop\u200bera\u2060tion\ufeff", "cooperation"),
        ("non\u2011stop and half\u2010way", "non-stop and half-way"),
        ("1\u2009000 km", "1 000 km"),
        ("10\u202f%", "10\u00a0%"),
        ("14\u00a0May", "14\u00a0May"),
        ("w\u0302 y\u0302", "ŵ ŷ"),
        ("a\tb", "a b"),
        ("plain", "plain"),
        ("–—’“”", "–—’“”"),
    ],
)
def test_characters_as_drawn(text: str, shown: str) -> None:
    assert drawn(text) == shown


@needs_poppler
def test_they_are_read_back_as_drawn() -> None:
    text = "co\u00adop, non\u2011stop, ŵ ŷ \u2013 \u201cquoted\u201d, 14\u00a0May, zero\u200bwidth"
    faces = [Run(text + " ", bold=bold, italic=italic) for bold in (False, True) for italic in (False, True)]
    document = Document("Title", "Title", "1.0", "en-GB", False, "", (Heading(1, (Run("Title"),)), Paragraph(tuple(faces))))
    pdf = write_pdf(document)
    assert lint_pdf(pdf, document) == []
    read = " ".join("".join(tagged_text(pdf)[1:]).replace("\u00a0", " ").split())
    assert read == " ".join(["coop, non-stop, ŵ ŷ – “quoted”, 14 May, zerowidth"] * 4)


@needs_poppler
def test_a_no_break_space_keeps_its_words_on_one_line() -> None:
    """Wherever the line ends."""
    for count in range(60, 90):
        words = f"{'x' * count} on 14\u00a0May\u00a02024 it began and went on for a while"
        document = Document("Title", "Title", "1.0", "en-GB", False, "", (Heading(1, (Run("Title"),)), Paragraph((Run(words),))))
        lines = [" ".join(line.words).replace("\u00a0", " ") for page in pages(write_pdf(document)) for line in page]
        assert [line for line in lines if "14 May 2024" in line], lines
