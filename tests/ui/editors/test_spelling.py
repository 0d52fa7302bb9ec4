"""Marks under misspelt words: which, when, and that the text and its history know nothing of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import Paragraph, Run
from response_app.guidance.spelling import Dictionary, Spelling, SpellingAbsent, Word
from tests.fixtures.few_words import FewWords
from ui.editors.speller import Speller, speller

from .conftest import NewTypist
from .test_long_text import PAGES, long_text
from .typist import CTRL, Typist, text_of

NewChecked = Callable[..., Typist]
FIELD = '<span data-field="force"></span>'


@pytest.fixture
def desk() -> Iterator[Speller]:
    """The speller of the application, off before and after: a window that another test showed left its record's names in it."""
    _rest()
    yield speller()
    _rest()


def _rest() -> None:
    speller().switch_off()
    speller().use(())
    speller().forget_ignored()


@pytest.fixture
def checked(typist: NewTypist, desk: Speller) -> NewChecked:
    """Give somebody an editor whose text has been checked by a dictionary of a few words."""

    def made(fragment: str = "") -> Typist:
        desk.switch_on(FewWords)
        return settled(typist(fragment))

    return made


def settled(person: Typist) -> Typist:
    """Wait until everything has been read and looked up."""
    person.qtbot.waitUntil(lambda: person.edit.spelling.is_complete)
    return person


def misspelt(person: Typist) -> list[str]:
    """Return the misspelt words, each read at its place in the document."""
    found = []
    for word in settled(person).edit.spelling.misspelt():
        cursor = QTextCursor(person.edit.document())
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == word.text
        assert cursor.block().blockNumber() == word.line
        found.append(word.text)
    return found


def waves(person: Typist) -> bool:
    """Tell whether something red is painted."""
    picture = person.edit.viewport().grab().toImage()
    for x in range(picture.width()):
        for y in range(picture.height()):
            colour = QColor(picture.pixel(x, y))
            if colour.red() > colour.green() + 60 and colour.red() > colour.blue() + 60:
                return True
    return False


# --- Which words ------------------------------------------------------------------------------


def test_fields_welsh_and_addresses_are_not_checked(checked: NewChecked) -> None:
    person = checked(
        f'<p>The forse of {FIELD}</p><p><span lang="cy">Ysgol</span> and <a href="https://example.org/x">agancy</a></p>'
        '<p lang="cy">Ysgol Cymraeg</p><p>see www.exampel.org</p><p data-field="list_of_afis"></p>'
    )
    assert misspelt(person) == ["forse", "of", "agancy"]


def test_cells_of_a_table_are_checked_and_found_in_order(checked: NewChecked) -> None:
    person = checked("<p>xa</p><table><tr><th>xb</th><th>the</th></tr><tr><td>xc</td><td>xd</td></tr></table><p>xe</p>")
    assert misspelt(person) == ["xa", "xb", "xc", "xd", "xe"]
    assert waves(person)


def test_characters_that_take_two_positions_do_not_shift_the_marks(checked: NewChecked) -> None:
    assert misspelt(checked("<p>the 𝄞𝄞 forse 𝄞 the agancy</p>")) == ["forse", "agancy"]


def test_a_line_longer_than_a_piece_is_read_to_its_end(checked: NewChecked) -> None:
    words = "the force " * 900
    assert misspelt(checked(f"<p>{words}forse {words}agancy</p>")) == ["forse", "agancy"]


def test_nothing_is_marked_in_a_text_for_reading(checked: NewChecked) -> None:
    person = checked("<p>the forse</p>")
    assert waves(person)
    person.edit.set_read_only(True)
    assert person.edit.spelling.misspelt() == [] and not waves(person)
    person.edit.set_read_only(False)
    assert misspelt(person) == ["forse"]


# --- While somebody writes --------------------------------------------------------------------


def test_lines_that_come_go_and_change_are_followed(checked: NewChecked) -> None:
    person = checked("<p>xa</p><p>the xb</p><p>xc</p>")
    person.home().types("xd the\nxe\n")
    assert misspelt(person) == ["xd", "xe", "xa", "xb", "xc"]
    person.press(Qt.Key.Key_Delete, CTRL)
    assert misspelt(person) == ["xd", "xe", "xb", "xc"]
    person.undo(20)
    assert misspelt(person) == ["xa", "xb", "xc"]
    person.selects("a\nthe x")
    person.press(Qt.Key.Key_Delete)
    assert misspelt(person) == ["xb", "xc"]
    person.press(Qt.Key.Key_A, CTRL).press(Qt.Key.Key_Delete)
    assert misspelt(person) == []
    person.edit.set_text(text_of("<p>the</p><p>xf</p>"))
    assert misspelt(person) == ["xf"]


def test_only_lines_that_changed_are_read_again(checked: NewChecked, monkeypatch: pytest.MonkeyPatch) -> None:
    person = checked("<p>xa</p><p>xb</p><p>xc</p><p>xd</p>")
    read: list[str] = []

    def doubtful(self: Spelling, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        read.append(text)
        return reads(self, text, start, end)

    reads = Spelling.doubtful
    monkeypatch.setattr(Spelling, "doubtful", doubtful)
    person.click_after("xb").types("e")
    assert misspelt(person) == ["xa", "xbe", "xc", "xd"] and read == ["xbe"]
    person.press(Qt.Key.Key_Return)
    assert misspelt(person) == ["xa", "xbe", "xc", "xd"] and read == ["xbe", "xbe", ""][: len(read)]
    read.clear()
    person.press(Qt.Key.Key_Backspace).press(Qt.Key.Key_Delete)
    assert misspelt(person) == ["xa", "xbexc", "xd"] and set(read) <= {"xbe", "xbexc"}


def test_a_change_from_outside_is_followed(checked: NewChecked) -> None:
    person = checked("<p>the xa</p><p>the xb</p>")
    person.edit.apply(text_of("<p>the xa</p><p>new xc</p><ul><li>xd</li></ul><p>the xb</p>"))
    assert misspelt(person) == ["xa", "new", "xc", "xd", "xb"]


def test_the_word_in_hand_is_marked_when_it_is_left(checked: NewChecked) -> None:
    person = checked().types("the fo")
    settled(person)
    person.types("rse")
    assert misspelt(person) == ["forse"]
    assert not waves(person)
    person.press(Qt.Key.Key_Left)
    assert not waves(person)
    person.press(Qt.Key.Key_End).types(" ")
    settled(person)
    assert waves(person)


def test_going_to_a_misspelt_word_leaves_its_mark_and_typing_in_it_hides_it(checked: NewChecked) -> None:
    person = checked("<p>forse</p>").press(Qt.Key.Key_Right)
    assert waves(person)
    person.types("o")
    assert misspelt(person) == ["foorse"]
    assert not waves(person)
    person.edit.clearFocus()
    assert waves(person)


def test_marking_is_no_change(checked: NewChecked, qtbot: QtBot) -> None:
    """No signal of a change, nothing to undo, the same text; what was typed is undone as if there were no marks."""
    person = checked(f"<p>the <strong>forse</strong> in {FIELD}</p>")
    said: list[object] = []
    person.edit.text_changed_by_user.connect(lambda: said.append(1))
    person.edit.document().contentsChanged.connect(lambda: said.append(2))
    before, revision = person.fragment, person.edit.document().revision()
    speller().use(["other"])
    speller().ignore("another")
    assert waves(person)
    assert misspelt(person) == ["forse", "in"]
    assert not said and person.fragment == before
    assert person.edit.document().revision() == revision
    assert not person.edit.document().isUndoAvailable() and not person.edit.document().isModified()
    person.end().types(" xy")
    assert misspelt(person) == ["forse", "in", "xy"]
    person.undo()
    assert person.fragment == before and not person.edit.document().isUndoAvailable()


# --- Words that are right ---------------------------------------------------------------------


def test_words_of_the_office_lose_their_mark_and_get_it_back(checked: NewChecked, desk: Speller) -> None:
    person = checked("<p>kwango</p>")
    desk.use(["kwango"])
    assert misspelt(person) == [] and not waves(person)
    desk.use([])
    assert misspelt(person) == ["kwango"] and waves(person)


def test_an_ignored_word_stays_so_until_it_is_forgotten(checked: NewChecked, desk: Speller) -> None:
    person = checked("<p>kwango</p>")
    desk.ignore("kwango")
    desk.use(["other"])
    assert misspelt(person) == []
    desk.forget_ignored()
    assert misspelt(person) == ["kwango"]


# --- Where there is no dictionary -------------------------------------------------------------


def no_library() -> NoReturn:
    """Stand in for a computer without Enchant."""
    raise SpellingAbsent("Spelling is not available on this computer: the library Enchant is missing.", "Everything else works.")


def test_without_the_library_nothing_is_marked_and_writing_goes_on(typist: NewTypist, desk: Speller, qtbot: QtBot) -> None:
    desk.switch_on(no_library)
    person = typist("<p>forse</p>")
    qtbot.waitUntil(lambda: desk.absent is not None)
    assert str(desk.absent).startswith("Spelling is not available on this computer")
    person.end().types(" and on")
    assert person.fragment == "<p>forse and on</p>"
    assert not waves(person) and person.edit.spelling.misspelt() == [] and not desk.is_on


class Broken(FewWords):
    """A dictionary that fails when it is asked."""

    def check(self, word: str) -> bool:
        """Fail."""
        raise OSError("gone")


def test_a_dictionary_that_fails_is_done_without(typist: NewTypist, desk: Speller, qtbot: QtBot) -> None:
    desk.switch_on(Broken)
    person = typist("<p>forse</p>")
    qtbot.waitUntil(lambda: desk.absent is not None)
    assert "does not answer (OSError)" in str(desk.absent)
    assert not waves(person.types("x"))


def test_the_dictionary_is_read_only_when_a_text_to_write_in_is_seen(typist: NewTypist, desk: Speller, qtbot: QtBot) -> None:
    read: list[int] = []

    def read_it() -> Dictionary:
        read.append(1)
        return FewWords()

    person = typist("<p>forse</p>")
    person.edit.set_read_only(True)
    desk.switch_on(read_it)
    QApplication.processEvents()
    assert not read
    person.edit.set_read_only(False)
    assert misspelt(person) == ["forse"] and read == [1]


# --- The menu ---------------------------------------------------------------------------------


def menu_on(person: Typist, words: str) -> QMenu:
    """Open the menu on the middle of these words by the mouse."""
    cursor = QTextCursor(person.edit.document())
    cursor.setPosition(person.edit.toPlainText().index(words) + len(words) // 2)
    at = person.edit.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, person.edit.viewport().mapToGlobal(at))
    QApplication.sendEvent(person.edit.viewport(), event)
    return open_menu(person)


def open_menu(person: Typist) -> QMenu:
    """Wait for the menu, which opens when the suggestions are there."""
    person.qtbot.waitUntil(lambda: any(menu.isVisible() for menu in person.edit.findChildren(QMenu)))
    return next(menu for menu in person.edit.findChildren(QMenu) if menu.isVisible())


def titles(menu: QMenu) -> list[str]:
    """Return what the menu offers down to the second line across."""
    return [each.text() for each in menu.actions()][:5]


def choose(person: Typist, menu: QMenu, words: str) -> None:
    """Click on a line of the menu."""
    action = next(each for each in menu.actions() if each.text() == words)
    person.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    person.qtbot.waitUntil(lambda: not person.edit.findChildren(QMenu))


def test_a_suggestion_is_one_step_and_keeps_how_the_word_is_written(checked: NewChecked) -> None:
    person = checked("<p>the <strong>forse</strong> and</p>")
    menu = menu_on(person, "forse")
    assert titles(menu) == ["force", "", "Add “forse” to the office’s words", "Ignore “forse” in this record", ""]
    with person.qtbot.waitSignal(person.edit.typing_paused):
        choose(person, menu, "force")
    assert person.fragment == "<p>the <strong>force</strong> and</p>"
    assert misspelt(person) == []
    person.undo()
    assert person.fragment == "<p>the <strong>forse</strong> and</p>"
    assert misspelt(person) == ["forse"]
    assert not person.edit.document().isUndoAvailable()


def test_the_key_for_the_menu_opens_it_on_the_word_at_the_cursor(checked: NewChecked) -> None:
    person = checked("<p>the forse and</p>").click_after("the for")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), person.edit.viewport().mapToGlobal(QPoint(3, 3)))
    QApplication.sendEvent(person.edit.viewport(), event)
    menu = open_menu(person)
    person.qtbot.keyClick(menu, Qt.Key.Key_Down)
    person.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert person.fragment == "<p>the force and</p>"


def test_add_and_ignore_from_the_menu(checked: NewChecked, desk: Speller) -> None:
    person = checked("<p>zzz kwango</p>")
    menu = menu_on(person, "kwango")
    assert titles(menu)[0] == "No suggestions" and not menu.actions()[0].isEnabled()
    with person.qtbot.waitSignal(desk.add_requested) as asked:
        choose(person, menu, "Add “kwango” to the office’s words")
    assert asked.args == ["kwango"]
    choose(person, menu_on(person, "zzz"), "Ignore “zzz” in this record")
    assert misspelt(person) == ["kwango"]
    assert person.fragment == "<p>zzz kwango</p>"


def test_the_menu_on_a_word_that_is_right_is_the_usual_one(checked: NewChecked) -> None:
    menu = menu_on(checked("<p>the force forse</p>"), "force")
    assert titles(menu)[0] == "Undo"
    menu.close()


def test_a_word_that_changed_meanwhile_is_not_changed(checked: NewChecked) -> None:
    person = checked("<p>the forse</p>")
    (word,) = person.edit.spelling.misspelt()
    person.home().types("and ")
    assert person.edit.spelling.change((word,), "force") == 0
    assert person.fragment == "<p>and the forse</p>"


# --- Long texts -------------------------------------------------------------------------------


class AllButX(FewWords):
    """Has every word that does not begin with an x."""

    def check(self, word: str) -> bool:
        """Look at the first letter."""
        return not word.startswith("x")


@pytest.mark.timeout(120)
def test_a_long_text_is_read_in_short_slices(typist: NewTypist, desk: Speller, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, for no machine is like another: the slices, and a key press beside an editor with nothing to mark."""
    person = typist()
    edit = person.edit
    bare = QTextEdit()
    bare.resize(edit.size())
    qtbot.addWidget(bare)
    bare.show()
    slices: list[float] = []
    edit.spelling.slice_ended.connect(lambda took, worked: slices.append(worked))
    desk.switch_on(AllButX)
    text = (*long_text(PAGES), Paragraph((Run("A long line with one x" + "word and some that are right " * 3000 + "xend"),)))
    edit.set_text(text)
    bare.setPlainText(edit.toPlainText())
    qtbot.waitUntil(lambda: edit.spelling.is_complete, timeout=60_000)
    assert [word.text for word in edit.spelling.misspelt()] == ["xword", "xend"]
    assert len(slices) > 20, "it was not read in one go"

    def press(widget: QTextEdit) -> float:
        began = time.perf_counter()
        qtbot.keyClick(widget, Qt.Key.Key_X)
        widget.viewport().repaint()
        return time.perf_counter() - began

    person.home()
    ours, theirs = zip(*((press(edit), press(bare)) for _ in range(15)), strict=True)
    ordered = sorted(slices)
    with capsys.disabled():
        median, most = ordered[len(slices) // 2], ordered[len(slices) * 99 // 100]
        print(f"\n{len(slices)} slices of processor time: median {median:.1f} ms, p99 {most:.1f} ms,", end=" ")
        print(f"longest {ordered[-1]:.1f} ms; key press {sorted(ours)[7] / sorted(theirs)[7]:.1f} times that of a bare editor")
