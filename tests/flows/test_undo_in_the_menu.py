"""Undo of the menu: typing where the keyboard is in a text, else the last decision, which is said."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from .fictional import fictional
from .person import KEY, Person


def looks_into_edit(person: Person) -> None:
    """Open the menu Edit, and close it again."""
    (edit,) = [each.menu() for each in person.window.menuBar().actions() if each.text() == "&Edit"]
    assert isinstance(edit, QMenu)
    edit.popup(person.window.pos())
    edit.hide()


def test_the_menu_undoes_typing_in_the_text_and_then_the_last_decision(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_2)
    window = person.window
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    assert window.state is not None and window.state.record is not None
    before = window.state.record.inspection.title
    person.fills("Title", "Another title")
    person.press(KEY.Key_Tab)
    assert undo.text() == "&Undo change title of inspection"

    window.go("initial")
    person.press(KEY.Key_End)
    person.types("Hello ")
    looks_into_edit(person)
    assert undo.text() == "&Undo typing" and undo.isEnabled()
    undo.trigger()
    assert not person.sees("Hello") and window.state.record.inspection.title == "Another title"
    looks_into_edit(person)
    assert undo.text() == "&Undo change title of inspection" and redo.text() == "&Redo typing"

    undo.trigger()
    assert window.state.record.inspection.title == before
    assert window.banner.words.text() == "Undone: change title of inspection."
