"""The offer to take something back is about that one change: it goes with the next decision, and takes back nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from .fictional import fictional
from .person import CTRL, KEY, Person

_BUTTON = "Undo"


def deletes_a_finding(person: Person) -> None:
    """Go to the findings of the open record and delete the first."""
    person.press(KEY.Key_3, CTRL)
    person.press(KEY.Key_Delete)
    assert person.sees("was deleted.")


def test_the_offer_goes_with_the_next_decision_and_with_an_undo(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_3)
    window = person.window
    deletes_a_finding(person)
    person.press(KEY.Key_2, CTRL)
    assert window.banner.isVisible(), "to go elsewhere leaves it there"
    person.fills("Title", "Another title")
    assert not window.banner.isVisible(), "it would take back the title"

    deletes_a_finding(person)
    person.press(KEY.Key_Z, CTRL)
    assert not window.banner.act.isVisible(), "there is nothing of it left to take back"
    assert window.state is not None and window.state.record is not None
    assert len(window.state.record.findings) == 2


def test_words_that_are_being_typed_do_not_let_it_take_back_something_else(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_3)
    window = person.window
    deletes_a_finding(person)
    person.press(KEY.Key_2, CTRL)
    field = person.finds("Title", QPlainTextEdit)
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    person.press(KEY.Key_A, CTRL)
    person.types("Another title")
    offer = window.banner.act
    offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as on a desktop where a click does not move the keyboard
    person.click(_BUTTON)
    assert window.state is not None and window.state.record is not None
    assert window.state.record.inspection.title == "Another title" and len(window.state.record.findings) == 2
    assert person.sees("Nothing was taken back: something else has been changed since.")


def test_it_takes_back_its_own_change(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_3)
    deletes_a_finding(person)
    person.click(_BUTTON)
    assert person.window.state is not None and person.window.state.record is not None
    assert len(person.window.state.record.findings) == 3
