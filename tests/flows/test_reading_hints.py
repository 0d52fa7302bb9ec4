"""Hints on readability by keys in the whole window: marked, listed in words, left aside, switched off, never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton

from response_app.authoring import office_words
from response_app.domain.record import Sections
from response_app.domain.richtext import plain
from ui.editors.hinter import hinter
from ui.editors.rich_text_edit import RichTextEdit
from ui.widgets.hints_strip import HintsStrip

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person, paragraphs

WORDS = ("The plan has been reviewed. We organize it.", "The RGG met  twice. It is good.")


@pytest.fixture
def author(person: Person) -> Iterator[Person]:
    """Somebody with a text that has four hints, on the page of the initial response."""
    person.has(replace(fictional(), sections=Sections(paragraphs(*WORDS), paragraphs(*WORDS), paragraphs("The RGGB (Big Board) met."))))
    person.opens(KEY.Key_4)
    yield person
    hinter().switch(False)


def count_is(person: Person, count: int) -> None:
    """Wait until the status bar says how many hints there are."""
    words = f"{count} hint{'' if count == 1 else 's'}"
    person.qtbot.waitUntil(lambda: any(each.isVisible() and each.text() == words for each in person.window.findChildren(QPushButton)))


def no_hints(person: Person) -> bool:
    """Tell whether the status bar says nothing of hints."""
    return not any(each.isVisible() and "hint" in each.text() for each in person.window.statusBar().findChildren(QPushButton))


def lines(person: Person) -> list[str]:
    """Return what the list says."""
    listed = person.finds("Hints on this page", QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def test_the_list_says_each_hint_and_goes_to_its_words(author: Person) -> None:
    edit = author.at
    assert isinstance(edit, RichTextEdit)
    count_is(author, 4)
    author.press(KEY.Key_F7, SHIFT)
    assert lines(author) == [
        "“has been reviewed” does not say who does it · paragraph 1 · Say who does it: “the force has reviewed …”.",
        "“organize” is an American spelling · paragraph 1 · Write “organise”.",
        "“RGG” is not explained · paragraph 2 · Write it out the first time, with RGG in brackets after it.",
        "2 spaces stand together · paragraph 2 · Take out all but one.",
    ]
    assert author.at.accessibleName() == "Hints on this page"
    author.press(KEY.Key_Down)
    assert edit.textCursor().selectedText() == "organize"
    author.press(KEY.Key_Return)
    assert author.at is edit
    author.types("organise")
    count_is(author, 3)
    assert len(lines(author)) == 3
    author.press(KEY.Key_F7, SHIFT)
    author.press(KEY.Key_Escape)
    assert author.at is edit and "Readability hints" not in author.names()


def test_an_acronym_of_the_offices_words_is_marked_no_longer(author: Person) -> None:
    count_is(author, 4)
    state = author.window.state
    assert state is not None
    state.do(office_words.add_word, "RGG")
    count_is(author, 3)


def test_delete_in_the_list_takes_hints_away_and_the_keyboard_stays_in_it(author: Person) -> None:
    count_is(author, 4)
    author.press(KEY.Key_F7, SHIFT)
    for left in (3, 2, 1):
        author.press(KEY.Key_Delete)
        count_is(author, left)
        assert author.at.accessibleName() == "Hints on this page"
    author.press(KEY.Key_Delete)
    author.qtbot.waitUntil(lambda: author.at.accessibleName() == "Close readability hints")
    author.quits()
    assert plain(author.kept().sections.initial_response) == "\n".join(WORDS)


def test_a_hint_left_aside_stays_so_in_the_next_session_and_undo_brings_it_back(author: Person) -> None:
    count_is(author, 4)
    author.press(KEY.Key_F7, SHIFT)
    author.click("Don’t show this hint here")
    count_is(author, 3)
    author.quits()
    kept = author.kept()
    assert [(each.code, each.place, each.quote) for each in kept.state.set_aside] == [
        ("passive", "sections.initial_response", "has been reviewed")
    ]
    assert plain(kept.sections.initial_response) == "\n".join(WORDS)
    author.opens(KEY.Key_4)
    count_is(author, 3)
    author.press(KEY.Key_F7, SHIFT)
    author.click("Don’t show this hint here")
    count_is(author, 2)
    author.click("Undo")
    count_is(author, 3)


def test_hints_are_switched_off_and_on_and_only_on_our_own_words(author: Person) -> None:
    count_is(author, 4)
    author.window.actions_["hints"].trigger()
    author.qtbot.waitUntil(lambda: no_hints(author))
    author.press(KEY.Key_F7, SHIFT)
    assert author.sees("Readability hints are off.") and not author.window.findChild(HintsStrip).isVisible()  # type: ignore[union-attr]
    author.click("Turn them on")
    count_is(author, 4)
    author.press(KEY.Key_5, CTRL)
    author.qtbot.waitUntil(lambda: no_hints(author))
    author.press(KEY.Key_7, CTRL)
    assert isinstance(author.at, RichTextEdit)
    author.press(KEY.Key_End, CTRL)
    author.types(" The RGG met.")
    count_is(author, 1)
