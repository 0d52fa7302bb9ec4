"""The first start with real keys; what is kept is read from the store opened again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from response_app.domain.office import Office
from response_app.errors import StoreUnavailable
from ui import theme
from ui.pages.first_run_page import FirstRunPage
from ui.state import State

from ...fixtures.offices import EXAMPLESHIRE
from ..shown import ROOM, shown
from .walk import check_keyboard_and_names

KEY = Qt.Key


@pytest.fixture
def workspace(qapp: QApplication, tmp_path: Path) -> Iterator[Workspace]:
    """An empty store."""
    looks = theme.install(qapp)
    opened = Workspace.open(tmp_path)
    yield opened
    opened.close()
    looks.zoom(100)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> FirstRunPage:
    """The page at the first start."""
    return first_run(qtbot, workspace)


def first_run(qtbot: QtBot, workspace: Workspace) -> FirstRunPage:
    """Show the page in the size that it has in the window."""
    made = shown(qtbot, FirstRunPage(State(workspace)), ROOM)
    focus = made.first_focus()
    assert focus is not None
    focus.setFocus()
    return made


def write(page: FirstRunPage, key: str, words: str) -> None:
    """Type over what stands in a field."""
    line = page.form.boxes[key].line
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, KEY.Key_Delete)
    QTest.keyClicks(line, words)


def errors(page: FirstRunPage) -> list[str]:
    """What is said to be wrong."""
    return [each.text() for each in page.findChildren(QLabel) if each.property("role") == "error" and each.isVisible()]


def kept(page: FirstRunPage) -> tuple[str, Office]:
    """The name and titles that another start of the app finds."""
    page.state.workspace.close()
    again = Workspace.open(page.state.workspace.path.parent)
    found = again.ask(office.person_name), again.ask(office.office_titles)
    again.close()
    return found


def test_name_and_force_are_enough_to_start(page: FirstRunPage, qtbot: QtBot) -> None:
    write(page, "name", "  Sam   Example ")
    write(page, "force", "Exampleshire Police")
    page.start.setFocus()
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.start, KEY.Key_Space)
    assert kept(page) == ("Sam Example", EXAMPLESHIRE)


def test_every_title_is_kept_and_printed_by_the_next_record(page: FirstRunPage, qtbot: QtBot) -> None:
    typed = {
        "name": "Sam",
        "force": "Heddlu Esiampl",
        "body_title": "Comisiynydd",
        "body_short": "CHTh",
        "holder": "A. Example",
        "chief_officer_title": "Prif Gwnstabl",
        "chief_officer_short": "PG",
        "chief_officer": "B. Example",
    }
    for key, words in typed.items():
        write(page, key, words)
    with qtbot.waitSignal(page.done):
        QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    made = page.state.do(records.new_record)
    assert made is not None and made.after is not None
    del typed["name"]
    assert made.after.office == Office(**typed)
    assert kept(page) == ("Sam", Office(**typed))


def test_what_is_missing_is_said_at_once_under_its_label_and_kindly_taken_back(page: FirstRunPage, qtbot: QtBot) -> None:
    line = page.form.boxes["name"].line
    assert errors(page) == []
    qtbot.keyClick(line, KEY.Key_Tab)
    assert errors(page) == ["Enter your name, as colleagues know it."]
    assert line.accessibleDescription() == "Enter your name, as colleagues know it."
    line.setFocus()
    qtbot.keyClicks(line, "S")
    assert errors(page) == [] and line.accessibleDescription().startswith("As colleagues know it")


def test_start_with_something_missing_keeps_nothing_and_goes_there(page: FirstRunPage, qtbot: QtBot) -> None:
    write(page, "name", "Sam")
    write(page, "body_title", "")
    done: list[None] = []
    page.done.connect(lambda: done.append(None))
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert done == [] and page.form.boxes["body_title"].line.hasFocus()
    assert len(errors(page)) == 3 and "Something is still to be filled in. It is marked above." in errors(page)
    write(page, "body_title", "Mayor")
    write(page, "force", "Exampleshire Police")
    assert errors(page) == []
    assert kept(page) == ("", Office())


def test_a_kind_of_body_fills_in_its_titles_and_leaves_what_was_typed(page: FirstRunPage, qtbot: QtBot) -> None:
    form = page.form
    assert form.boxes["body_title"].text == "Police and Crime Commissioner" and form.boxes["body_short"].text == "PCC"
    write(page, "chief_officer_short", "Chief")
    form.kind.setFocus()
    qtbot.keyClicks(form.kind, "Mayor")
    qtbot.keyClick(form.kind, KEY.Key_Down)
    assert form.boxes["body_title"].text == "Mayor’s Office for Policing and Crime"
    assert form.boxes["force"].text == "Metropolitan Police Service"
    assert form.boxes["chief_officer_short"].text == "Chief"
    assert form.heading.text() == "Title of each record: MOPAC and Chief Force Inspection response record"
    qtbot.keyClick(form.kind, KEY.Key_Home)
    assert form.boxes["force"].text == "" and form.boxes["chief_officer_title"].text == "Chief Constable"
    qtbot.keyClick(form.kind, KEY.Key_End)
    assert form.kind.currentText() == "Another body" and form.boxes["body_short"].text == "PCC"


def test_two_commissioners_are_kept_as_two_bodies(page: FirstRunPage, qtbot: QtBot) -> None:
    write(page, "name", "Sam")
    write(page, "force", "Exampleshire Police")
    page.form.kind.setFocus()
    qtbot.keyClicks(page.form.kind, "Two")
    with qtbot.waitSignal(page.done):
        QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert [each.body_title for each in kept(page)[1].joint_with] == ["Police and Crime Commissioner"]


def test_the_wheel_over_the_kind_of_body_does_not_choose(page: FirstRunPage) -> None:
    kind = page.form.kind
    kind.setFocus()
    kind.setCurrentIndex(2)
    middle = QPointF(kind.rect().center())
    turned = QPoint(0, -120)
    event = QWheelEvent(
        middle,
        kind.mapToGlobal(middle),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kind, event)
    assert kind.currentIndex() == 2


def test_it_says_what_is_kept_and_where(page: FirstRunPage) -> None:
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert str(page.state.workspace.path.parent) in said
    assert any("kept on this computer only" in each for each in said)


def test_a_store_that_cannot_be_written_is_told_of_and_the_words_stay(
    page: FirstRunPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise StoreUnavailable("The drive is full.", "What was saved is whole.")

    write(page, "name", "Sam")
    write(page, "force", "Exampleshire Police")
    done: list[None] = []
    page.done.connect(lambda: done.append(None))
    monkeypatch.setattr(page.state.workspace, "do", full)
    with qtbot.waitSignal(page.state.failed):
        QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert done == [] and page.form.name() == "Sam"


@pytest.mark.parametrize(("width", "zoom"), [(1128, 100), (1128, 200), (600, 100)])
def test_every_field_is_reached_by_tab_and_named_without_sideways_scrolling(page: FirstRunPage, width: int, zoom: int) -> None:
    theme.theme().zoom(zoom)
    page.resize(width, 700)
    check_keyboard_and_names(page)
    assert page.horizontalScrollBar().maximum() == 0


def test_tab_goes_down_the_page_as_one_reads(page: FirstRunPage, qtbot: QtBot) -> None:
    order = []
    at = QApplication.focusWidget()
    while at is not None and at is not page.start:
        order.append(at.accessibleName())
        qtbot.keyClick(at, KEY.Key_Tab)
        at = QApplication.focusWidget()
    assert order == [
        "Your name",
        "Kind of body",
        "Title of the body",
        "Short form of the body",
        "Name of the commissioner, mayor or other holder",
        "Name of the force",
        "Title of the chief officer",
        "Short form of the chief officer",
        "Name of the chief officer",
    ]
