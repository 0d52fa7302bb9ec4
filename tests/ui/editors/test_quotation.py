"""Who said a quotation: added, edited, taken away, each in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from .conftest import NewTypist
from .typist import CTRL, SHIFT, Typist

KEY = Qt.Key
QUOTE = "<blockquote><p>We did</p><p>well</p></blockquote>"


def asks_who(person: Typist) -> Typist:
    """Press the key that leads to who said it."""
    return person.press(KEY.Key_W, CTRL | SHIFT)


def test_a_name_is_added_and_the_text_goes_on_below(typist: NewTypist) -> None:
    person = asks_who(typist(f"{QUOTE}<p>After</p>").click_after("We")).types("The inspectors\nMore")
    assert person.fragment == "<blockquote><p>We did</p><p>well</p><cite>The inspectors</cite></blockquote><p>More</p><p>After</p>"


def test_one_undo_takes_line_and_quotation_back(typist: NewTypist) -> None:
    person = asks_who(typist("<p>We did well</p><p>After</p>").click_after("We"))
    person.types("X")
    assert person.fragment == "<blockquote><p>We did well</p><cite>X</cite></blockquote><p>After</p>"
    person.undo(2)
    assert person.fragment == "<p>We did well</p><p>After</p>"


def test_a_name_that_is_there_is_gone_to_and_edited(typist: NewTypist) -> None:
    given = "<blockquote><p>We did</p><cite>The inspector</cite></blockquote><blockquote><p>Other</p></blockquote>"
    person = asks_who(typist(given).click_after("We")).types("s")
    assert person.fragment == given.replace("inspector<", "inspectors<")
    person.undo()
    assert person.fragment == given
    assert not person.edit.document().isUndoAvailable()  # going there was no change


def test_of_two_quotations_each_has_its_own(typist: NewTypist) -> None:
    given = "<blockquote><p>One</p></blockquote><blockquote><p>Two</p></blockquote>"
    person = asks_who(typist(given).click_after("One")).types("A")
    assert person.fragment == "<blockquote><p>One</p><cite>A</cite></blockquote><blockquote><p>Two</p></blockquote>"


def test_a_name_left_empty_is_no_part_of_the_text(typist: NewTypist) -> None:
    person = asks_who(typist(QUOTE).click_after("well"))
    assert person.fragment == QUOTE
    assert person.press(KEY.Key_Return).types("On").fragment == f"{QUOTE}<p>On</p>"


def test_it_is_said_where_the_cursor_has_come(typist: NewTypist) -> None:
    person = typist(QUOTE).click_after("well")
    said: list[str] = []
    person.edit.announced.connect(said.append)
    asks_who(person)
    assert said == ["Who said the quotation"]


@pytest.mark.parametrize("given", ["<table><tr><th>a</th></tr></table>", '<p data-field="list_of_afis"></p>'])
def test_a_table_and_a_live_list_are_no_quotation(typist: NewTypist, given: str) -> None:
    person = typist(given).home().press(KEY.Key_Down)
    assert asks_who(person).fragment == given
