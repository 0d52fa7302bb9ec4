"""Plain and pasted text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.errors import ImportRefused
from response_app.intake.clean import clean_text
from response_app.intake.lines import LineKind, Reading
from response_app.intake.text_reader import read, read_text

from ..fixtures.shared import SHARED, needs_shared
from .made import is_sane, look, texts

REAL = SHARED / "cases" / "peel-effectiveness-2015.txt"


def looks(text: str) -> list[tuple[str, int, str, str]]:
    """Return what the lines of a text are."""
    return [look(line) for line in read_text(text).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_gives_the_same_words(encoding: str) -> None:
    """The file says it with a mark, or its bytes do."""
    text = "The force’s plan – as published\nCosts £4 million\n"
    assert texts(read(text.encode(encoding))) == ["The force’s plan – as published", "Costs £4 million"]


def test_lines_have_the_numbers_of_the_file_whatever_ends_them() -> None:
    """An editor shows the same numbers."""
    assert [line.number for line in read_text("one\r\n\r\ntwo\rthree\n\n\nfour").lines] == [1, 3, 4, 7]
    assert [line.opens for line in read_text("one\n\ntwo\nthree").lines] == [True, True, False]


def test_bullets_and_numbers_become_marks_with_levels() -> None:
    """Deeper by how far they are set in, or by the rank of their marks where a PDF lost that."""
    text = "- first\n  - under it\n- second\n\n• point\no sub-point\n• point two\n1. one\na) letter\n(ii) roman\n2. two\n"
    assert looks(text) == [
        ("item", 1, "-", "first"),
        ("item", 2, "-", "under it"),
        ("item", 1, "-", "second"),
        ("item", 1, "•", "point"),
        ("item", 2, "o", "sub-point"),
        ("item", 1, "•", "point two"),
        ("item", 1, "1.", "one"),
        ("item", 2, "a)", "letter"),
        ("item", 3, "(ii)", "roman"),
        ("item", 1, "2.", "two"),
    ]


def test_a_line_at_the_head_of_the_right_pages_is_a_running_head() -> None:
    """Nothing or something else stands on the left ones; on a few pages it is text."""
    pages = [("A report on stables\n" if page % 2 else "") + f"Stable {word}\nis dry.\n" for page, word in enumerate("abcdefgh", start=1)]
    assert [kind for kind, _, _, text in looks("\f".join(pages)) if text == "A report on stables"] == ["furniture"] * 4
    assert [kind for kind, _, _, text in looks("\f".join(pages[:3])) if text == "A report on stables"] == ["text"] * 2


def test_an_item_set_in_less_than_the_last_leaves_its_list() -> None:
    """Also where nothing stood as far in before."""
    assert [line.level for line in read_text("- a\n    - b\n  - c\n- d").lines] == [1, 2, 2, 1]


def test_a_bullet_alone_on_its_line_takes_the_words_below() -> None:
    """As some programs take them out of a PDF; a page number may stand between."""
    assert looks("•\n\nassess risk\n•\n14\n\nkeep records") == [
        ("item", 1, "•", "assess risk"),
        ("furniture", 0, "", "14"),
        ("item", 1, "•", "keep records"),
    ]


def test_a_dash_that_goes_on_with_a_sentence_is_no_item() -> None:
    """A line was broken just before it."""
    text = "The force has reviewed the way in which it answers the calls of victims\n– and of witnesses – in every one of its areas."
    assert [line.kind for line in read_text(text).lines] == [LineKind.TEXT, LineKind.TEXT]


def test_tabs_make_rows() -> None:
    """The layout of a published record; an empty answer is an empty cell."""
    lines = read_text("Force\tExampleshire\nRecommendations\t\n•\tan item").lines
    assert [line.cells for line in lines] == [("Force", "Exampleshire"), ("Recommendations", ""), ()]
    assert lines[2].kind is LineKind.ITEM


@pytest.mark.parametrize(
    "line",
    ["Introduction ............ 5", "2. Our findings . . . . . . 12", "Page 3 of 40", "- 7 -", "Print this document", "Skip to content"],
)
def test_what_is_not_the_reports_is_furniture(line: str) -> None:
    """Contents lines with dots, page numbers, and the controls of a web page."""
    assert [each.kind for each in read_text(f"Before\n{line}\nAfter").lines] == [LineKind.TEXT, LineKind.FURNITURE, LineKind.TEXT]


def test_form_feeds_are_pages_and_what_stands_on_each_is_a_running_head() -> None:
    """A head whose page number changes is the same head."""
    text = "\f".join(f"An inspection of Exampleshire {page}\nWords of page {'abcd'[page]}\n" for page in range(4))
    reading = read_text(text)
    assert reading.pages == 4
    assert texts(reading) == ["Words of page a", "Words of page b", "Words of page c", "Words of page d"]
    assert [line.page for line in reading.lines if line.kind is LineKind.TEXT] == [1, 2, 3, 4]


NOTED = (
    "The force is good at this. 1\nIt has 12 teams.\n\n1\n\nFor definitions, see\nthe annex.\n"
    " The next page begins.\n2\n\nin the middle of a sentence"
)


def test_a_footnote_is_set_apart_and_its_marker_taken_out() -> None:
    """A number alone with a note below it, that also stands behind a word above; the next number alone is a page's."""
    reading = read_text(NOTED)
    assert texts(reading, LineKind.FOOTNOTE) == ["For definitions, see", "the annex."]
    assert reading.lines[0].text == "The force is good at this."
    assert reading.lines[0].notes == ("1",)
    assert texts(reading, LineKind.FURNITURE) == ["2"]
    assert "The next page begins." in texts(reading, LineKind.TEXT)


def test_figures_of_a_chart_stay() -> None:
    """They are no page numbers."""
    assert texts(read_text("16.0\n\n409\n\n0.7\n\n21,318")) == ["16.0", "409", "0.7", "21,318"]


def test_five_megabytes_in_one_line_are_read() -> None:
    """And quickly: no pattern looks at a text again and again."""
    reading = read_text("The force should improve. " * 200_000)
    assert len(reading.lines) == 1


@pytest.mark.parametrize("data", [b"\x01\x02\x03\x04" * 500, bytes(range(32)) * 40])
def test_what_holds_no_words_is_refused(data: bytes) -> None:
    """One sentence."""
    with pytest.raises(ImportRefused):
        read(data)


@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text_gives_sane_lines_with_all_its_words(text: str) -> None:
    """Lone surrogates, controls and all: letters and figures are all there, but for the marks and footnote numbers that are apart."""
    reading = read_text(text)
    assert is_sane(reading)
    letters = [each for each in clean_text(text) if each.isalpha()]
    assert sorted(letters) == sorted(each for each in _all(reading) if each.isalpha())


def _all(reading: Reading) -> str:
    return "".join(line.text + line.marker + "".join(line.notes) for line in reading.lines)


@needs_shared
def test_a_real_report_keeps_every_word_and_gives_its_notes() -> None:
    """As extracted from its PDF: 22 footnotes, most of them found, and none of the report's words lost."""
    text = REAL.read_text(encoding="utf-8")
    reading = read_text(text)
    notes = {line.marker for line in reading.lines if line.kind is LineKind.FOOTNOTE and line.marker}
    assert len(notes) >= 19
    words = [word for line in reading.lines for word in line.text.split() if any(map(str.isalpha, word))]
    assert words == [word for word in text.replace("•", " ").split() if any(map(str.isalpha, word))]
