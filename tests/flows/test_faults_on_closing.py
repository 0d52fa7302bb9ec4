"""A fault of the app's while the window closes: it is told once, and then the window closes all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from response_app.authoring import records
from response_app.authoring.workspace import Workspace
from ui.idle_backup import IdleBackup
from ui.places import Places

from .fictional import fictional
from .person import CTRL, KEY, Person


def broken(*_args: object) -> None:
    raise ZeroDivisionError


@pytest.fixture
def author(person: Person) -> Iterator[Person]:
    """Somebody with a record open, who types words at the end of the initial response."""
    person.has(fictional())
    person.opens(KEY.Key_4)
    person.press(KEY.Key_End, CTRL)
    person.types(" Thank you.")
    yield person


def can_be_opened_again(person: Person) -> bool:
    """Nothing of this process has the store open any more."""
    workspace = Workspace.open(person.folder)
    found = workspace.ask(records.list_records)
    workspace.close()
    return len(found) == 1


def test_a_fault_in_the_asking_is_told_and_the_second_time_the_window_closes(
    author: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed is saved by then."""
    monkeypatch.setattr(IdleBackup, "before_closing", broken)
    with qtbot.captureExceptions() as faults:
        author.press(KEY.Key_Q, CTRL)
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert author.window.isVisible() and author.window.state is not None
    author.press(KEY.Key_Q, CTRL)
    assert not author.window.isVisible() and author.window.state is None
    assert "Thank you." in str(author.kept().sections.initial_response)


def test_a_fault_in_letting_go_leaves_neither_window_nor_store(author: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part is ended whatever happens to the others, and the fault is told after."""
    monkeypatch.setattr(Places, "close", broken)
    with qtbot.captureExceptions() as faults:
        author.press(KEY.Key_Q, CTRL)
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert not author.window.isVisible() and author.window.state is None
    assert can_be_opened_again(author)


def test_a_fault_in_saving_is_told_once_and_does_not_tell_itself_again(author: Person, qtbot: QtBot) -> None:
    """Telling a fault saves what is typed, which can be what fails."""
    window = author.window
    assert window.state is not None
    window.state.about_to_act.connect(lambda: window.tell_fault(ZeroDivisionError()))
    window.tell_fault(KeyError())
    assert author.sees("This is a fault in the app (KeyError)")
