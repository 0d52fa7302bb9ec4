"""The list of fields that opens at the cursor: by / at the start of a word, by its key; and what is typed when it is not wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget

from response_app.domain.canonical import from_plain
from response_app.domain.fieldnames import BLOCK_FIELDS, INLINE_FIELDS
from response_app.domain.wording import Snippet, Wording
from response_app.guidance.sections import shipped
from ui.editors.office_wording import office_wording

from .conftest import NewTypist
from .typist import CTRL, Typist

KEY = Qt.Key
TITLE = '<span data-field="report_title"></span>'
ALL = len(INLINE_FIELDS) + len(BLOCK_FIELDS)
FORCE = '<span data-field="force"></span>'


def words_shown(person: Typist) -> list[str]:
    """Return what the list shows; nothing when it is closed."""
    if not person.edit.slash.is_open:
        return []
    (shown,) = (each for each in person.edit.window().findChildren(QListWidget) if each.isVisible())
    return [shown.item(row).text() for row in range(shown.count())]


def test_a_field_is_found_by_its_words_and_put_in_by_enter(typist: NewTypist) -> None:
    person = typist("<p>About</p>").end().types(" /")
    assert len(words_shown(person)) == ALL
    person.types("title of the r")
    assert words_shown(person) == ["Title of the report"]
    person.types("\n.")
    assert person.fragment == f"<p>About {TITLE}.</p>"
    assert not words_shown(person)


def test_arrows_choose_and_tab_puts_in(typist: NewTypist) -> None:
    person = typist().types("/").press(KEY.Key_Down, times=4).press(KEY.Key_Up).press(KEY.Key_Tab)
    assert person.fragment == f"<p>{FORCE}</p>"
    assert person.edit.hasFocus()


def test_one_undo_takes_the_field_out_and_leaves_what_was_typed(typist: NewTypist) -> None:
    person = typist().types("/forc\n")
    assert person.fragment == f"<p>{FORCE}</p>"
    person.undo()
    assert person.fragment == "<p>/forc</p>"
    person.redo()
    assert person.fragment == f"<p>{FORCE}</p>"


@pytest.mark.parametrize(
    "typed",
    [
        "and/or ",
        "24/7 ",
        "a /etc\nb",
        "yes / no",
        "/usr/bin ",
        "(a)/(b)",
        "/ ",
        "// ",
        "a /xy\n",
        "5/6/2024",
        " /",
        "and/force\n",
        "(/force\n",
    ],
)
def test_what_is_typed_on_stays_as_it_was_typed(typist: NewTypist, typed: str) -> None:
    person = typist().types(typed)
    person.press(KEY.Key_Escape)
    assert person.edit.toPlainText() == typed
    assert not words_shown(person)


def test_escape_leaves_what_was_typed_and_it_does_not_open_again(typist: NewTypist) -> None:
    person = typist().types("/t").press(KEY.Key_Escape)
    assert not words_shown(person)
    person.types("i\n")
    assert person.fragment == "<p>/ti</p>"


def test_taking_the_sign_back_or_going_elsewhere_closes_the_list(typist: NewTypist) -> None:
    person = typist("<p>a</p><p>b</p>").end().types(" /")
    person.press(KEY.Key_Backspace)
    assert not words_shown(person)
    person.types("/").press(KEY.Key_Left)
    assert not words_shown(person)
    person.end().types(" /").press(KEY.Key_A, CTRL)
    assert not words_shown(person)
    person.end().types(" /")
    person.edit.clearFocus()
    assert not words_shown(person)
    assert person.edit.toPlainText() == "a\nb / / /"


def test_no_list_before_a_word_that_stands_there(typist: NewTypist) -> None:
    person = typist("<p>or</p>").home().types("/")
    assert not words_shown(person)
    assert person.fragment == "<p>/or</p>"


def test_a_list_of_findings_goes_in_as_a_block(typist: NewTypist) -> None:
    person = typist("<p>Before</p>").end().types(" /list of areas\n")
    assert person.fragment == '<p>Before</p><p data-field="list_of_afis"></p>'


def test_in_a_cell_only_what_stands_in_a_line(typist: NewTypist) -> None:
    person = typist("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>").click_after("b").types(" /list")
    assert not words_shown(person)
    person.press(KEY.Key_Backspace, times=5).types("/force\n")
    assert person.fragment == f"<table><tr><th>a</th></tr><tr><td>b {FORCE}</td></tr></table>"


def test_the_key_opens_it_without_a_sign(typist: NewTypist) -> None:
    person = typist("<p>By</p>").end().types(" ").press(KEY.Key_Slash, CTRL)
    assert len(words_shown(person)) == ALL
    person.types("forc\n")
    assert person.fragment == f"<p>By {FORCE}</p>"
    person.types(" ").press(KEY.Key_Slash, CTRL).types("zz")
    assert person.edit.toPlainText() == "By Exampleshire Police zz"


def test_standard_wording_stands_below_the_fields(typist: NewTypist) -> None:
    person = typist()
    person.edit.wording_place = "answers"
    person.types("/")
    assert words_shown(person)[ALL:] == [each.label for each in shipped("answers").snippets]
    assert person.types(" \n").edit.toPlainText() == "/ \n"
    person.press(KEY.Key_Backspace, times=3).types("/the finding is\n")
    assert person.fragment.startswith("<p>I accept this finding")


def test_the_offices_wording_is_offered_and_what_it_hides_is_not(typist: NewTypist) -> None:
    made = Wording((Snippet("own-1", "Ours", from_plain("Our words.")), Snippet("own-2", "Old", from_plain("Old words."), hidden=True)))
    office_wording().use({"answers": made}, None)
    try:
        person = typist()
        person.edit.wording_place = "answers"
        person.edit.slash.open(fields=False)
        assert words_shown(person) == ["Ours"]
        person.types("\n")
        assert person.fragment == "<p>Our words.</p>"
    finally:
        office_wording().use({}, None)


def test_words_of_somebody_else_take_no_fields(typist: NewTypist) -> None:
    person = typist()
    person.edit.offers_fields = False
    assert not words_shown(person.types("/"))
    reader = typist("<p>a</p>")
    reader.edit.set_read_only(True)
    reader.press(KEY.Key_Slash, CTRL).types("/")
    assert not words_shown(reader)


def test_it_is_said_and_has_the_role_of_a_list(typist: NewTypist) -> None:
    person = typist()
    said: list[str] = []
    person.edit.announced.connect(said.append)
    person.types("/")
    assert said[-1].startswith(f"{ALL} to put in. Arrow keys choose") and said[-1].endswith("Title of the report: An inspection of crime")
    person.press(KEY.Key_Down)
    assert said[-1] == "Publication date of the report: Not yet known"
    (shown,) = (each for each in person.edit.window().findChildren(QListWidget) if each.isVisible())
    interface = QAccessible.queryAccessibleInterface(shown)
    assert interface.role() is QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Fields and standard wording"
    assert shown.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert shown.currentItem().data(Qt.ItemDataRole.AccessibleTextRole) == "Publication date of the report: Not yet known"


def test_a_click_puts_in_and_the_keyboard_stays_in_the_text(typist: NewTypist) -> None:
    person = typist().types("/force")
    (shown,) = (each for each in person.edit.window().findChildren(QListWidget) if each.isVisible())
    person.qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(shown.item(0)).center())
    assert person.fragment == f"<p>{FORCE}</p>"
    assert person.edit.hasFocus()


def test_the_list_stays_inside_the_window(typist: NewTypist) -> None:
    person = typist("<p>a</p>" * 14).end().types(" /")
    shown = next(each for each in person.edit.window().findChildren(QListWidget) if each.isVisible()).parentWidget()
    assert shown is not None
    assert person.edit.window().rect().contains(shown.geometry())
    assert not shown.geometry().intersects(person.edit.cursorRect())
