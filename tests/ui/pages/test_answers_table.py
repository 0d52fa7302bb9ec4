"""The answers as a table: gone through, marked, decided and filtered by real keys, and what stands in the store afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Applies
from response_app.domain.record import Record
from response_app.domain.richtext import plain
from response_app.errors import StoreUnavailable
from ui.models.answers_model import Column
from ui.pages.answers_page import AnswersPage
from ui.pages.answers_table import AnswersTable

from ...fixtures.national_report import national_record
from .opened import Opened, Opens, break_store
from .walk import check_keyboard_and_names

Page = Opened[AnswersPage]
KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def few(opens: Opens) -> Iterator[Page]:
    """The table on the recommendations r1 to r6, of which r3 and r6 are made to others; nothing is decided."""
    record = national_record()
    opened = opens(AnswersPage, replace(record, findings=record.findings[:6]))
    opened.click("Show as a table")
    yield opened
    opened.page.leave()


def table(opened: Page) -> AnswersTable:
    """Return the table."""
    assert opened.page.table is not None
    return opened.page.table


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, key, modifiers)


def types(words: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget(), words)


def applies(record: Record | None) -> str:
    """Return what is decided of each, by its first letter."""
    assert record is not None
    return "".join(each.applies.value[0] for each in record.findings)


def reasons(record: Record) -> list[str]:
    """Return the reason of each."""
    return [plain(each.reason) for each in record.findings]


def test_it_begins_where_one_was_and_says_how_many_there_are(few: Page) -> None:
    assert table(few).view.hasFocus() and table(few).view.current_id() == "r1"
    assert table(few).title.text() == "6 of 6 are for this force; 0 answered"
    assert not few.page.columns.isVisible()


def test_keys_decide_on_one_after_the_other(few: Page) -> None:
    for _ in range(2):
        press(KEY.Key_A)
        press(KEY.Key_Down)
    press(KEY.Key_N)
    types("Made to the CPS.")
    press(KEY.Key_Return)
    assert table(few).view.hasFocus() and table(few).view.current_id() == "r3"
    assert applies(few.state.record) == "yynuuu"
    assert few.state.undo_name == "mark a finding as not applying"
    assert reasons(few.reopened())[2] == "Made to the CPS."


def test_space_and_shift_select_and_one_reason_serves_all_in_one_step(few: Page) -> None:
    press(KEY.Key_Down)
    press(KEY.Key_Down, SHIFT, 2)
    assert table(few).view.selected_ids() == ["r2", "r3", "r4"]
    press(KEY.Key_Up, SHIFT)
    assert table(few).view.selected_ids() == ["r2", "r3"], "going back takes it out again"
    press(KEY.Key_End)
    press(KEY.Key_Space)
    press(KEY.Key_Up)
    assert table(few).view.selected_ids() == ["r2", "r3", "r6"] and table(few).selected.text() == "3 selected"
    press(KEY.Key_N)
    types("Made to others.")
    press(KEY.Key_Return)
    assert applies(few.state.record) == "unnuun"
    assert table(few).view.selected_ids() == [], "so that the next key does nothing more to them"
    assert few.state.undo_name == "mark 3 findings as not applying"
    few.state.undo()
    assert applies(few.state.record) == "uuuuuu" and few.state.undo_name == ""
    few.state.redo()
    assert reasons(few.reopened()) == ["", "Made to others.", "Made to others.", "", "", "Made to others."]


def test_all_are_selected_and_escape_lets_go_first_of_them_then_of_the_table(few: Page) -> None:
    press(KEY.Key_A, CTRL)
    assert len(table(few).view.selected_ids()) == 6
    press(KEY.Key_Escape)
    assert table(few).view.selected_ids() == [] and table(few).isVisible()
    press(KEY.Key_Down, times=2)
    press(KEY.Key_Escape)
    assert few.page.columns.isVisible() and not table(few).isVisible()
    assert few.page.rail.currentIndex().row() == 2


def test_the_mouse_marks_with_ctrl_shift_and_in_the_first_column(few: Page) -> None:
    view = table(few).view

    def click(row: int, column: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        place = view.visualRect(table(few).model.index(row, column)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)

    click(1, Column.SENTENCE)
    assert view.selected_ids() == [] and view.current_id() == "r2"
    click(3, Column.CHOSEN)
    assert view.selected_ids() == ["r4"]
    click(0, Column.SENTENCE, CTRL)
    click(3, Column.CHOSEN)
    assert view.selected_ids() == ["r1"]
    click(2, Column.SENTENCE, SHIFT)
    assert view.selected_ids() == ["r1", "r3", "r4"]


def test_the_owner_is_set_for_the_selected_and_completed_from_those_that_are_known(few: Page) -> None:
    press(KEY.Key_O)
    types("Head of Crime")
    press(KEY.Key_Return)
    press(KEY.Key_Down)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_O)
    types("Head")
    press(KEY.Key_Return)
    assert few.state.undo_name == "set owner of 2 findings"
    assert [[action.owner for action in each.action] for each in few.reopened().findings[:4]] == [["Head of Crime"]] * 3 + [[]]
    assert table(few).model.index(1, Column.ANSWER).data() == "Draft"


@pytest.mark.parametrize("key", [KEY.Key_N, KEY.Key_O])
def test_escape_in_a_strip_leaves_all_as_it_is(few: Page, key: Qt.Key) -> None:
    before = few.state.record
    press(key)
    types("Words")
    press(KEY.Key_Escape)
    assert few.state.record == before
    assert table(few).view.hasFocus() and not (table(few).reason.isVisible() or table(few).owner.isVisible())


def test_to_whom_all_are_made_is_offered_as_the_reason(few: Page) -> None:
    press(KEY.Key_Down, times=2)
    press(KEY.Key_N)
    press(KEY.Key_Return)
    assert reasons(few.reopened())[2] == "Made to the Crown Prosecution Service."


def test_of_each_is_said_to_whom_it_is_made(few: Page) -> None:
    press(KEY.Key_Down, times=2)
    press(KEY.Key_Space)
    press(KEY.Key_End)
    press(KEY.Key_Space)
    press(KEY.Key_N)
    few.click("Mark as not applying, and say of each to whom it is made")
    assert table(few).view.hasFocus() and few.state.undo_name == "mark 2 findings as not applying"
    assert reasons(few.reopened()) == ["", "", "Made to the Crown Prosecution Service.", "", "", "Made to the Home Office."]


def test_a_reason_of_two_lines_and_one_that_is_changed(few: Page) -> None:
    press(KEY.Key_N)
    types("One")
    press(KEY.Key_Return, SHIFT)
    types("two.")
    press(KEY.Key_Return)
    assert plain(few.state.record.finding("r1").reason) == "One\ntwo."  # type: ignore[union-attr]
    press(KEY.Key_Return)  # it needs no answer, so Enter opens its reason
    assert table(few).reason.isVisible()
    press(KEY.Key_End, CTRL)
    types(" Three.")
    press(KEY.Key_Return)
    assert reasons(few.reopened())[0] == "One\ntwo. Three."


def test_several_reasons_stay_where_none_is_typed(opens: Opens) -> None:
    record = national_record()
    first, second = (replace(each, reason=from_plain(f"Reason {each.id}.")) for each in record.findings[:2])
    opened = opens(AnswersPage, replace(record, findings=(first, second)))
    opened.click("Show as a table")
    press(KEY.Key_A, CTRL)
    press(KEY.Key_N)
    assert "2 of them have reasons that this one replaces" in table(opened).reason.hint.text()
    press(KEY.Key_Return)
    assert applies(opened.state.record) == "nn"
    assert reasons(opened.reopened()) == ["Reason r1.", "Reason r2."]


def test_filters_and_words_leave_the_rest_alone_and_all_come_back(few: Page) -> None:
    press(KEY.Key_Down, times=2)
    few.widget("Find in the table").setFocus()
    types("crown prosecution")
    assert [each.id for each in table(few).model.lines] == ["r3"]
    assert table(few).title.text().endswith("Shown: 1")
    press(KEY.Key_Down)
    assert table(few).view.hasFocus()
    press(KEY.Key_A, CTRL)
    press(KEY.Key_A)
    assert applies(few.state.record) == "uuyuuu"
    few.click("Show all findings in the table")
    assert len(table(few).model.lines) == 6 and table(few).view.current_id() == "r3"


@pytest.mark.parametrize(
    "name, words, ids",
    [
        ("Show in the table: made to", "Chief constables (4)", ["r1", "r2", "r4", "r5"]),
        ("Show in the table: scope", "This force (6)", ["r1", "r2", "r3", "r4", "r5", "r6"]),
        ("Show in the table: applies", "Applies: yes", []),
        ("Show in the table: answered", "Done", []),
    ],
)
def test_each_filter_by_its_keys(few: Page, name: str, words: str, ids: list[str]) -> None:
    few.choose(name, words)
    assert [each.id for each in table(few).model.lines] == ids
    assert table(few).none.isVisible() is not bool(ids)


def test_what_goes_from_the_table_by_what_was_done_leaves_the_keyboard_in_it(few: Page) -> None:
    few.choose("Show in the table: applies", "Applies: not decided")
    table(few).view.setFocus()
    press(KEY.Key_Down)
    press(KEY.Key_A)
    assert [each.id for each in table(few).model.lines] == ["r1", "r3", "r4", "r5", "r6"]
    assert table(few).view.current_id() == "r3", "the one that stands in its place"
    press(KEY.Key_A, CTRL)
    press(KEY.Key_A)
    assert few.widget("Find in the table").hasFocus() and table(few).none.isVisible()


def test_enter_opens_the_answer_and_escape_comes_back_to_the_row(few: Page) -> None:
    press(KEY.Key_Down, times=3)
    press(KEY.Key_Return)
    answer = few.widget("Answer 1")
    assert answer.hasFocus() and few.page.rail.currentIndex().row() == 3
    types("I have asked for it.")
    press(KEY.Key_Escape)
    assert table(few).view.hasFocus() and table(few).view.current_id() == "r4"
    assert table(few).model.index(3, Column.ANSWER).data() == "Answered"
    assert plain(few.reopened().finding("r4").action[0].text) == "I have asked for it."


def test_escape_in_an_answer_that_was_not_opened_from_the_table_stays(few: Page) -> None:
    press(KEY.Key_Escape)
    press(KEY.Key_Escape)
    assert few.page.columns.isVisible() and not table(few).isVisible()


def test_buttons_and_the_menu_do_the_same(qtbot: QtBot, few: Page) -> None:
    few.click("Applies")
    assert applies(few.state.record) == "yuuuuu"
    view = table(few).view
    view.setFocus()
    press(KEY.Key_Down)
    keyboard = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(keyboard, QPoint(10, 10), view.viewport().mapToGlobal(QPoint(10, 10))))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Applies\tA", "Does not apply…\tN", "Set the owner…\tO", "Open the answer\tEnter"]
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    assert applies(few.state.record) == "yyuuuu"


def test_what_cannot_be_saved_is_asked_again(few: Page) -> None:
    mend = break_store(few, StoreUnavailable("The drive is full."))
    press(KEY.Key_N)
    types("Made to others.")
    press(KEY.Key_Return)
    assert few.failures and table(few).reason.isVisible()
    assert applies(few.state.record) == "uuuuuu"
    mend()
    press(KEY.Key_Return)
    assert applies(few.reopened()) == "nuuuuu"


def test_when_all_are_for_others_the_table_is_still_there(opens: Opens) -> None:
    record = national_record(Applies.NO)
    opened = opens(AnswersPage, replace(record, findings=record.findings[:3]))
    opened.click("Show those for others as a table")
    assert table(opened).title.text() == "0 of 3 are for this force; 0 answered; 3 of the others without a reason"
    press(KEY.Key_A)
    press(KEY.Key_Escape)
    assert opened.page.columns.isVisible() and opened.page.rail.currentIndex().row() == 0


@pytest.mark.parametrize("key", [None, KEY.Key_N, KEY.Key_O])
def test_everything_is_reached_and_named(few: Page, key: Qt.Key | None) -> None:
    if key is not None:
        press(key)
    check_keyboard_and_names(few.page)


@pytest.mark.parametrize("width", [1080, 700, 520, 400])
def test_what_has_no_column_stands_under_the_sentence(few: Page, width: int) -> None:
    few.page.resize(width + 50, 500)
    view = table(few).view
    QApplication.processEvents()
    shown = [column for column in Column if not view.isColumnHidden(column)]
    assert Column.CHOSEN in shown and Column.SENTENCE in shown
    assert sum(view.columnWidth(column) for column in shown) <= max(view.viewport().width(), 200)
    cells = view.itemDelegate()
    facts = cells.facts(table(few).model.lines[0])  # type: ignore[attr-defined]
    assert ("Made to Chief constables" in facts) is (Column.MADE_TO not in shown)
    assert ("Applies: Not decided" in facts) is (Column.APPLIES not in shown)


def test_a_low_page_scrolls_to_the_row_and_to_the_strip(qtbot: QtBot, few: Page) -> None:
    few.page.resize(720, 300)

    def in_view(widget: QWidget, bottom: int) -> bool:
        low = widget.mapTo(few.page.viewport(), widget.rect().topLeft()).y() + bottom
        return 0 < low <= few.page.viewport().height()

    press(KEY.Key_End)
    view = table(few).view
    qtbot.waitUntil(lambda: in_view(view.viewport(), view.visualRect(view.currentIndex()).bottom()))
    press(KEY.Key_N)
    strip = table(few).reason
    qtbot.waitUntil(lambda: in_view(strip, strip.height()))


def test_another_record_begins_without_filters(few: Page) -> None:
    few.widget("Find in the table").setFocus()
    types("crown")
    other = few.state.record
    assert other is not None
    few.page.refresh(replace(other, record_id="00000000-0000-4000-8000-000000000044"), None)
    assert len(table(few).model.lines) == 6
    few.page.refresh(other, None)
