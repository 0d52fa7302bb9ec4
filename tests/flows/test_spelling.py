"""Spelling by keys in the whole window: F7 from word to word, the list in words, the office's words, and no dictionary at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QTextEdit

from response_app.authoring import office_words, records
from response_app.authoring.workspace import Workspace
from response_app.domain.record import Record, Sections
from response_app.domain.richtext import plain
from response_app.errors import StoreUnavailable
from response_app.guidance.spelling import SpellingAbsent
from tests.fixtures.few_words import FewWords
from ui.editors import speller as speller_module
from ui.editors.rich_text_edit import RichTextEdit
from ui.widgets.spelling_strip import SpellingStrip

from .fictional import fictional
from .person import CTRL, KEY, Person, paragraphs

_INITIAL, _CHIEF, _ANSWERS = KEY.Key_4, KEY.Key_5, KEY.Key_6
WORDS = "Exampleshire Police xone the force", "xtwo and xone", "Alex Example xthree xtwo"


class AllButX(FewWords):
    """Has every word that does not begin with an x; knows one thing that may be meant."""

    def check(self, word: str) -> bool:
        """Look at the first letter."""
        return not word.lower().startswith("x") and word not in ("Exampleshire", "Example")

    def suggest(self, word: str) -> list[str]:
        """The word without its x."""
        return [word.removeprefix("x"), f"{word.removeprefix('x')}s"]


@pytest.fixture
def author(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Somebody whose text has five misspelt words, on the page of the initial response."""
    monkeypatch.setattr(speller_module, "read_dictionary", AllButX)
    person.has(replace(fictional(), sections=Sections(initial_response=paragraphs(*WORDS))))
    yield person


def opens_text(person: Person) -> RichTextEdit:
    """Go to the start of the initial response."""
    person.opens(_INITIAL)
    edit = person.at
    assert isinstance(edit, RichTextEdit)
    person.press(KEY.Key_Home, CTRL)
    return edit


def stored(person: Person) -> Record:
    """Return the open record as it is kept."""
    assert person.window.state is not None
    person.window.state.save_now()
    return person.window.state.workspace.ask(records.open_record, person.window.state.record_id)


def initial(person: Person) -> str:
    """Return the words of the initial response as they are kept, line by line."""
    return plain(stored(person).sections.initial_response)


def list_of_words(person: Person) -> tuple[str, ...]:
    """Return the office's list."""
    assert person.window.state is not None
    return person.window.state.workspace.ask(office_words.office_words)


def sees_word(person: Person, words: str, suggestion: str = "") -> None:
    """Wait until the strip shows these words, and the suggestion where one is given."""

    def there() -> None:
        strip = person.finds("Spelling", SpellingStrip)
        assert words in strip.words.text(), strip.words.text()
        assert not suggestion or strip.to.currentText() == suggestion

    person.qtbot.waitUntil(lambda: any(each.isVisible() for each in person.window.findChildren(SpellingStrip)))
    person.qtbot.waitUntil(lambda: there() is None)


def tabs_to(person: Person, name: str) -> None:
    """Press Tab until something has the keyboard."""
    for _ in range(80):
        if person.at.accessibleName() == name:
            return
        person.press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}")


def presses(person: Person, name: str) -> None:
    """Go to a button by Tab and press it."""
    tabs_to(person, name)
    person.press(KEY.Key_Space)


def test_f7_goes_from_word_to_word_and_enter_changes(author: Person) -> None:
    edit = opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "“xone” · perhaps one, ones · Initial response, paragraph 1 · 1 of 5", "one")
    assert author.at.accessibleName() == "Change to"
    assert edit.textCursor().selectedText() == "xone"
    author.press(KEY.Key_Return)
    sees_word(author, "“xtwo” · perhaps two, twos · Initial response, paragraph 2 · 1 of 4", "two")
    author.press(KEY.Key_Down)
    author.press(KEY.Key_Return)
    sees_word(author, "“xone” · perhaps one, ones · Initial response, paragraph 2 · 1 of 3", "one")
    author.press(KEY.Key_A, CTRL)
    author.types("own words")
    author.press(KEY.Key_Return)
    sees_word(author, "“xthree”", "three")
    assert initial(author) == "Exampleshire Police one the force\ntwos and own words\nAlex Example xthree xtwo"
    author.press(KEY.Key_Escape)
    assert author.at is edit and edit.textCursor().selectedText() == "xthree"
    for line in ("twos and xone", "xtwo and xone"):
        author.press(KEY.Key_Z, CTRL)
        assert line in initial(author)
    author.press(KEY.Key_Z, CTRL)
    assert initial(author) == "\n".join(WORDS)


def test_change_all_is_one_step(author: Person) -> None:
    edit = opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "“xone”", "one")
    presses(author, "Change all in this text")
    sees_word(author, "“xtwo”", "two")
    assert initial(author) == "Exampleshire Police one the force\nxtwo and one\nAlex Example xthree xtwo"
    author.press(KEY.Key_Escape)
    assert author.at is edit
    author.press(KEY.Key_Z, CTRL)
    assert initial(author) == "\n".join(WORDS)


def test_next_goes_round_and_ignore_and_add_leave_the_text(author: Person) -> None:
    opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "1 of 5", "one")
    for number in (2, 3, 4, 5, 1):
        author.press(KEY.Key_F7)
        sees_word(author, f"{number} of 5")
    presses(author, "Ignore in this record")
    sees_word(author, "“xtwo” · perhaps two, twos · Initial response, paragraph 2 · 1 of 3")
    presses(author, "Add to the office’s words")
    sees_word(author, "“xthree” · perhaps three, threes · Initial response, paragraph 3 · 1 of 1")
    assert list_of_words(author) == ("xtwo",)
    assert author.sees("“xtwo” was added to the office’s words.")
    author.press(KEY.Key_F7)
    presses(author, "Ignore in this record")
    sees_word(author, "No misspelt words are left in the texts on this page.")
    assert author.at.accessibleName() == "Close spelling"
    author.press(KEY.Key_Space)
    assert isinstance(author.at, RichTextEdit)
    assert initial(author) == "\n".join(WORDS)


def test_an_added_word_is_taken_back_and_known_in_the_next_session(author: Person) -> None:
    edit = opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "“xone”")
    presses(author, "Add to the office’s words")
    sees_word(author, "“xtwo”")
    author.click("Undo")
    assert list_of_words(author) == ()
    author.qtbot.waitUntil(lambda: len(edit.spelling.misspelt()) == 5)
    assert author.window.state is not None
    author.window.state.redo()
    assert list_of_words(author) == ("xone",)
    author.quits()
    edit = opens_text(author)
    author.qtbot.waitUntil(lambda: edit.spelling.is_complete)
    assert [word.text for word in edit.spelling.misspelt()] == ["xtwo", "xthree", "xtwo"]


def test_when_a_word_cannot_be_added_it_is_said_and_the_mark_stays(author: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    edit = opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "“xone”")

    def refuse(*_args: object, **_values: object) -> object:
        raise StoreUnavailable("There is no room left on the drive.")

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "do", refuse)
        presses(author, "Add to the office’s words")
        assert author.sees("There is no room left on the drive.")
    assert len(edit.spelling.misspelt()) == 5 and list_of_words(author) == ()


def test_the_list_says_every_word_with_its_place_and_goes_there(author: Person) -> None:
    edit = opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "“xone”")
    presses(author, "List of misspelt words")
    lines = author.finds("Misspelt words", QListWidget)
    assert author.at is lines
    said = [lines.item(row).text() for row in range(lines.count())]
    assert said == ["xone, paragraph 1", "xtwo, paragraph 2", "xone, paragraph 2", "xthree, paragraph 3", "xtwo, paragraph 3"]
    author.press(KEY.Key_Down, times=3)
    author.press(KEY.Key_Return)
    sees_word(author, "“xthree” · perhaps three, threes · Initial response, paragraph 3 · 4 of 5")
    assert edit.textCursor().selectedText() == "xthree"


def test_f7_goes_on_in_the_other_texts_of_the_page(author: Person) -> None:
    author.opens(_ANSWERS)
    edits = [each for each in author.window.findChildren(RichTextEdit) if each.isVisible() and not each.isReadOnly()]
    assert len(edits) > 1, "the page of answers has several texts"
    edits.sort(key=lambda each: each.mapTo(author.window, each.rect().topLeft()).y())
    for edit, words in ((edits[0], "xone the"), (edits[-1], "and xtwo ")):
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        author.types(words)
    author.press(KEY.Key_Home, CTRL)
    author.press(KEY.Key_F7)
    sees_word(author, f"“xtwo” · perhaps two, twos · {edits[-1].accessibleName()}, paragraph 1 · 1 of 1", "two")
    author.press(KEY.Key_Return)
    sees_word(author, f"“xone” · perhaps one, ones · {edits[0].accessibleName()}, paragraph 1 · 1 of 1", "one")
    author.press(KEY.Key_Return)
    sees_word(author, "No misspelt words are left")
    assert edits[0].toPlainText() == "one the" and edits[-1].toPlainText() == "and two "


def test_another_page_puts_the_strip_away(author: Person) -> None:
    opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "“xone”")
    author.press(_CHIEF, CTRL)
    assert "Spelling" not in author.names()


# --- Where nothing is checked -----------------------------------------------------------------


def no_dictionary() -> NoReturn:
    """Stand in for a computer without one."""
    raise SpellingAbsent("Spelling is not available on this computer: there is no British English dictionary.", "Everything else works.")


def test_without_a_dictionary_the_window_says_so_and_nothing_breaks(author: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speller_module, "read_dictionary", no_dictionary)
    opens_text(author)
    author.qtbot.waitUntil(lambda: author.window.status.language.text() == "Spelling is not available on this computer")
    author.press(KEY.Key_F7)
    assert author.sees("there is no British English dictionary. Everything else works.")
    assert "Spelling" not in author.names()
    assert isinstance(author.at, QTextEdit)
    author.types("new ")
    assert initial(author).startswith("new Exampleshire")


def test_a_welsh_record_is_not_checked(author: Person) -> None:
    author.has(replace(fictional(), record_id="00000000-0000-4000-8000-000000000003", language="cy-GB"))
    author.starts()
    assert author.window.state is not None
    author.window.state.open("00000000-0000-4000-8000-000000000003")
    author.window.go("initial")
    assert author.window.status.language.text() == "Welsh: spelling is not checked"
    author.press(KEY.Key_F7)
    assert author.sees("There is no English text to check on this page.")
    author.window.state.open("00000000-0000-4000-8000-000000000002")
    assert author.window.status.language.text() == "English (UK)"


def test_ignored_words_are_forgotten_with_the_record(author: Person) -> None:
    edit = opens_text(author)
    author.press(KEY.Key_F7)
    sees_word(author, "“xone”")
    presses(author, "Ignore in this record")
    author.qtbot.waitUntil(lambda: len(edit.spelling.misspelt()) == 3)
    assert author.window.state is not None
    assert author.window.state.open(author.window.state.record_id)
    author.window.go("initial")
    author.qtbot.waitUntil(lambda: edit.spelling.is_complete and len(edit.spelling.misspelt()) == 5)


def test_f7_on_a_page_without_a_text_to_write_in_says_where_to_go(author: Person) -> None:
    author.opens(KEY.Key_8)
    author.press_anywhere(KEY.Key_F7)
    assert author.sees("There is no English text to check on this page.")
