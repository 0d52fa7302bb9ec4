"""The office's standard wording by keys and clicks: added, changed, ordered, hidden, as shipped again; and the points to cover."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from response_app.authoring import standard_wording
from response_app.authoring.workspace import Workspace
from response_app.domain.richtext import plain
from response_app.domain.wording import Wording
from response_app.guidance.sections import shipped
from ui.state import State
from ui.widgets.wording_form import WordingForm

from ...fixtures.usual_looks import usual_looks

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLACE = "initial_response"


class Office:
    """Somebody at the form, in a window of its own."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.state = State(Workspace.open(folder))
        self.form = WordingForm(self.state)
        qtbot.addWidget(self.form)
        self.form.resize(900, 700)
        with qtbot.waitActive(self.form):
            self.form.show()
            self.form.activateWindow()

    def click(self, words: str) -> None:
        """Click a button."""
        (found,) = (each for each in self.form.findChildren(QAbstractButton) if each.accessibleName() == words and each.isVisible())
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def usable(self, words: str) -> bool:
        """Tell whether a button can be pressed."""
        return next(each for each in self.form.findChildren(QAbstractButton) if each.accessibleName() == words).isEnabled()

    def chooses(self, row: int) -> None:
        """Choose a wording by keys."""
        self.form.list.setFocus()
        QTest.keyClick(self.form.list, KEY.Key_Home)
        for _ in range(row):
            QTest.keyClick(self.form.list, KEY.Key_Down)

    @property
    def shown(self) -> list[str]:
        """The lines of the list."""
        return [self.form.list.item(row).text() for row in range(self.form.list.count())]

    def kept(self, place: str = PLACE) -> Wording:
        """Return what is kept."""
        return self.state.workspace.ask(standard_wording.wording, place)


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """Give a form on an empty store."""
    usual_looks(qapp)
    made = Office(qtbot, tmp_path / "store")
    yield made
    made.state.workspace.close()


def test_what_ships_is_shown(office: Office) -> None:
    assert office.shown == [each.label for each in shipped(PLACE).snippets]
    assert office.form.words.edit.toPlainText().startswith("On Publication date of the report, Inspectorate published")


def test_own_wording_is_added_named_and_written_with_a_field(office: Office) -> None:
    office.click("Add wording")
    name = office.form.words.name
    assert name.hasFocus() and name.selectedText() == "New wording"
    QTest.keyClicks(name, "Thanks")
    QTest.keyClick(name, KEY.Key_Tab)
    edit = office.form.words.edit
    edit.setFocus()
    QTest.keyClicks(edit, "I thank /force")
    QTest.keyClick(edit, KEY.Key_Return)
    QTest.keyClicks(edit, ".")
    office.form.flush()
    made = office.kept().snippets[-1]
    assert (made.label, plain(made.text)) == ("Thanks", "I thank [force].")
    assert office.shown[-1] == "Thanks (your own)"
    office.state.undo()
    assert len(office.shown) == 4
    office.state.redo()
    assert office.shown[-1] == "Thanks (your own)"


def test_typing_is_saved_when_it_pauses_and_is_no_step_of_undo(office: Office) -> None:
    office.form.words.edit.setFocus()
    with office.qtbot.waitSignal(office.state.saved, timeout=3000):
        QTest.keyClicks(office.form.words.edit, "Now. ")
    assert plain(office.kept().snippet("opening").text).startswith("Now. On")
    assert not office.state.undo_name
    assert office.shown[0] == "Opening paragraph (changed)"


def test_shipped_wording_goes_back_as_shipped_and_undo_brings_ours_again(office: Office) -> None:
    assert not office.usable("Go back to the original wording")
    office.form.words.edit.setFocus()
    QTest.keyClicks(office.form.words.edit, "Ours. ")
    office.form.flush()
    office.click("Go back to the original wording")
    assert office.kept() == shipped(PLACE)
    assert office.form.words.edit.toPlainText().startswith("On Publication")
    office.state.undo()
    assert office.form.words.edit.toPlainText().startswith("Ours. On")


def test_wording_is_moved_and_hidden_and_offered_again(office: Office) -> None:
    office.chooses(1)
    assert not office.usable("Remove the wording")
    office.click("Move the wording down")
    assert [each.key for each in office.kept().snippets] == ["opening", "governance", "findings", "progress"]
    assert office.form.list.currentRow() == 2
    office.click("Hide the wording")
    assert office.shown[2] == "List of findings (hidden)"
    office.click("Offer the wording again")
    assert office.shown[2] == "List of findings"
    assert office.state.undo_name == "offer standard wording"


def test_own_wording_is_removed_and_brought_back(office: Office) -> None:
    office.click("Add wording")
    office.click("Remove the wording")
    assert office.kept() == shipped(PLACE)
    office.state.undo()
    assert office.shown[-1] == "New wording (your own)"


def test_a_name_that_another_has_is_refused_and_the_name_stays(office: Office) -> None:
    told: list[object] = []
    office.state.failed.connect(told.append)
    name = office.form.words.name
    name.setFocus()
    QTest.keyClick(name, KEY.Key_A, CTRL)
    QTest.keyClicks(name, "list of FINDINGS")
    QTest.keyClick(name, KEY.Key_Return)
    assert "already wording" in str(told[0])
    assert name.text() == "Opening paragraph"
    assert office.kept() == shipped(PLACE)


def test_an_empty_name_is_not_taken(office: Office) -> None:
    name = office.form.words.name
    name.setFocus()
    QTest.keyClick(name, KEY.Key_A, CTRL)
    QTest.keyClick(name, KEY.Key_Delete)
    QTest.keyClick(name, KEY.Key_Return)
    assert name.text() == "Opening paragraph"


def test_going_to_another_section_saves_first(office: Office) -> None:
    office.form.words.edit.setFocus()
    QTest.keyClicks(office.form.words.edit, "Kept. ")
    office.form.place.setFocus()
    QTest.keyClick(office.form.place, KEY.Key_End)
    assert office.form.place.currentText() == "Answers to findings"
    assert office.shown == [each.label for each in shipped("answers").snippets]
    assert not office.form.points.isVisible()
    assert plain(office.kept().snippet("opening").text).startswith("Kept. On")
    office.click("Hide the wording")
    office.form.place.setFocus()
    QTest.keyClick(office.form.place, KEY.Key_Home)
    office.state.undo()  # is seen where it happens
    assert office.form.place.currentText() == "Answers to findings"


def test_what_the_section_does_is_the_offices_own(office: Office) -> None:
    what = office.form.what
    assert what.edit.toPlainText().startswith("The local policing body’s own comments on the report")
    what.edit.setFocus()
    QTest.keyClick(what.edit, KEY.Key_A, CTRL)
    QTest.keyClicks(what.edit, "What we make of it")
    QTest.keyClick(what.edit, KEY.Key_Tab)
    assert office.kept().what == ("What we make of it",) and office.kept().points == shipped(PLACE).points
    office.click("Go back to the original lines")
    assert office.kept() == shipped(PLACE) and not office.usable("Go back to the original lines")
    office.state.undo()
    assert what.edit.toPlainText() == "What we make of it"


def test_points_to_cover_are_the_offices_own(office: Office) -> None:
    points = office.form.points
    assert points.edit.toPlainText().split("\n")[3] == "What the local policing body has done or will do"
    points.edit.setFocus()
    QTest.keyClick(points.edit, KEY.Key_End, CTRL)
    QTest.keyClick(points.edit, KEY.Key_Return)
    QTest.keyClicks(points.edit, "What it costs")
    QTest.keyClick(points.edit, KEY.Key_Tab)
    assert office.kept().points == (*shipped(PLACE).points, "What it costs")  # those that ship follow the office's titles still
    office.click("Go back to the original points")
    assert office.kept() == shipped(PLACE)
    assert not office.usable("Go back to the original points")
    office.state.undo()
    assert points.edit.toPlainText().endswith("What it costs")


def test_where_there_is_no_room_the_words_stand_below_the_list(office: Office) -> None:
    form = office.form
    assert form.words.geometry().left() > form.list.parentWidget().geometry().right() - 2  # type: ignore[union-attr]
    form.resize(520, 900)
    office.qtbot.waitUntil(lambda: form.words.geometry().top() > form.list.parentWidget().geometry().bottom() - 2)  # type: ignore[union-attr]
