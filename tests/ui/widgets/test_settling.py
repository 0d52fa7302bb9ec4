"""A choice among buttons: at once by mouse, by arrows once they pause or the choice is left; with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from response_app.domain.finding import ActionKind
from ui.widgets.inputs import Radios
from ui.widgets.segments import Segments

from ..shown import shown

KINDS = ((ActionKind.TAKEN, "Taken"), (ActionKind.PROPOSED, "Proposed"), (ActionKind.NONE, "None"))


class Form(QWidget):
    """Radio buttons and segments, each with all that it tells, and a field to leave them for."""

    def __init__(self) -> None:
        super().__init__()
        self.radios, self.segments, self.field = Radios(KINDS), Segments(KINDS), QLineEdit()
        self.told: list[object] = []
        column = QVBoxLayout(self)
        for each in (self.radios, self.segments, self.field):
            column.addWidget(each)
        self.radios.choose(ActionKind.TAKEN)
        self.segments.set_value(ActionKind.TAKEN)
        self.radios.chosen.connect(lambda: self.told.append(self.radios.value()))
        self.segments.chosen.connect(self.told.append)

    def button(self, which: str, value: ActionKind) -> QWidget:
        """Return one button of the two."""
        return self.radios.buttons[value] if which == "radios" else self.segments.button_of(value)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """The form, shown."""
    return shown(qtbot, Form())


both = pytest.mark.parametrize("which", ["radios", "segments"])


def _arrows(form: Form, which: str, times: int) -> None:
    form.button(which, ActionKind.TAKEN).setFocus()
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right if which == "segments" else Qt.Key.Key_Down)


@both
def test_arrows_tell_of_what_they_come_to_and_not_of_what_they_pass(form: Form, which: str, qtbot: QtBot) -> None:
    _arrows(form, which, 2)
    assert form.told == []
    qtbot.waitUntil(lambda: bool(form.told))
    assert form.told == [ActionKind.NONE]


@both
def test_leaving_does_not_wait_for_the_pause(form: Form, which: str) -> None:
    _arrows(form, which, 1)
    form.field.setFocus()
    assert form.told == [ActionKind.PROPOSED]


@both
def test_a_click_is_meant_at_once(form: Form, which: str) -> None:
    _arrows(form, which, 1)
    QTest.mouseClick(form.button(which, ActionKind.NONE), Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    assert form.told == [ActionKind.NONE]
    form.field.setFocus()
    assert form.told == [ActionKind.NONE]


def test_what_is_shown_anew_stays_as_the_arrows_have_it_unless_it_is_another(form: Form) -> None:
    _arrows(form, "segments", 2)
    form.segments.set_value(ActionKind.TAKEN)
    assert form.segments.value is ActionKind.NONE, "the stored one is the same as before"
    form.segments.set_value(ActionKind.PROPOSED)
    form.field.setFocus()
    assert form.segments.value is ActionKind.PROPOSED
    assert form.told == []
