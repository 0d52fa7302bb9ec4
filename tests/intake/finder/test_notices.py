"""What the user is told of pictures: pages without words, and pictures among the words."""

from __future__ import annotations

import pytest

from response_app.intake.finder.notices import picture_notices
from response_app.intake.lines import Form, Line, LineKind, Picture, Reading
from response_app.intake.proposal import Warned


def reading(pages: int, *with_words: int, pictures: tuple[Picture, ...] = ()) -> Reading:
    """Return a reading whose pages have a running head, and some of them words."""
    heads = [Line(page, "A report", LineKind.FURNITURE, page=page) for page in range(1, pages + 1)]
    words = [Line(pages + at, "Words of it.", page=page) for at, page in enumerate(with_words, start=1)]
    return Reading(Form.PDF, (*heads, *words), pages=pages, pictures=pictures)


def told(given: Reading) -> list[tuple[Warned, str, str]]:
    """Return code, place and words of each notice."""
    return [(each.code, each.place, each.message) for each in picture_notices(given)]


@pytest.mark.parametrize(
    ("given", "place", "begins"),
    [
        (reading(3), "page 1", "The pages hold no text: they are probably pictures of pages."),
        (reading(4, 1, 3), "page 2", "2 of the 4 pages hold no text:"),
        (reading(2, pictures=(Picture(1), Picture(2))), "page 1", "The pages hold no text:"),
    ],
)
def test_pages_without_words_are_pictures(given: Reading, place: str, begins: str) -> None:
    """Half of them at least; running heads are no words. Their pictures are not counted beside it."""
    [(code, where, message)] = told(given)
    assert (code, where) == (Warned.TEXT_IS_A_PICTURE, place)
    assert message.startswith(begins) and "Ask for the report as a PDF with text" in message


def test_a_blank_page_or_a_text_without_pages_is_nothing() -> None:
    """A cover, or the page before a chapter."""
    assert told(reading(5, 1, 2, 4, 5)) == []
    assert told(Reading(Form.TEXT, (Line(1, "Words."),))) == []


@pytest.mark.parametrize(
    ("pictures", "place", "begins"),
    [
        ((Picture(2),), "page 2", "1 picture was not read (page 2). Look"),
        ((Picture(1), Picture(1), Picture(3)), "page 1", "3 pictures were not read (page 1, page 3). Look"),
        ((Picture(alt="Grades"), Picture()), "", "2 pictures were not read (“Grades”). Look"),
        ((Picture(),), "", "1 picture was not read. Look"),
        (
            tuple(Picture(page) for page in range(1, 8)),
            "page 1",
            "7 pictures were not read (page 1, page 2, page 3, page 4, page 5 …). Look",
        ),
    ],
)
def test_pictures_among_words_are_named(pictures: tuple[Picture, ...], place: str, begins: str) -> None:
    """By their pages, each once, or by the words that stand for them; five at most."""
    [(code, where, message)] = told(reading(7, *range(1, 8), pictures=pictures))
    assert (code, where) == (Warned.IMAGE_NOT_TAKEN, place)
    assert message.startswith(begins)
