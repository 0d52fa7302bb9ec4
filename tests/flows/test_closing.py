"""Closing the window: with a backup, and with a choice where words cannot be saved or no backup can be made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from response_app.atomic_io import write_bytes
from response_app.domain.richtext import plain
from response_app.errors import StoreUnavailable, WriteFailed
from ui import idle_backup

from .fictional import fictional
from .person import CTRL, KEY, Person

_INITIAL = KEY.Key_4
_FULL = "There is no room left on the drive that holds your records."


@pytest.fixture
def author(person: Person) -> Iterator[Person]:
    """Somebody with a record open, who types words at the end of the initial response."""
    person.has(fictional())
    person.opens(_INITIAL)
    person.press(KEY.Key_End, CTRL)
    person.types(" Thank you.")
    yield person


@pytest.fixture
def full(author: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """From now on nothing can be saved, until the patch is undone."""

    def refuse(*_args: object, **_values: object) -> object:
        raise StoreUnavailable(_FULL, "What was saved before is safe. Free some room, then save again.")

    assert author.window.state is not None
    with monkeypatch.context() as patch:
        patch.setattr(author.window.state.workspace, "do", refuse)
        yield patch


def initial(person: Person) -> str:
    """The words of the initial response in the store; the window is closed."""
    return plain(person.kept().sections.initial_response)


def is_closed(person: Person) -> bool:
    return not person.window.isVisible() and person.window.state is None


def presses(person: Person, words: str) -> None:
    """Go to a button of the strip with Tab and press it with Space."""
    person.window.activateWindow()  # after a dialog a real window manager does this
    person.qtbot.waitUntil(person.window.isActiveWindow)
    for _ in range(6):
        if isinstance(person.at, QPushButton) and person.at.text() == words:
            person.press(KEY.Key_Space)
            return
        person.press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {words!r}")


# --- Words that cannot be saved ---------------------------------------------------------------


def test_on_a_full_drive_the_window_asks_and_esc_goes_back_to_the_words(author: Person, full: pytest.MonkeyPatch) -> None:
    edit = author.at
    author.press(KEY.Key_Q, CTRL)
    assert author.window.isVisible() and author.sees(_FULL)
    assert author.sees("What you wrote on this page is not saved yet")
    assert author.finds("Try again") is author.at
    assert not author.window.banner.isVisible()
    author.press(KEY.Key_Escape)
    assert author.at is edit and not author.sees(_FULL)
    full.undo()
    author.quits()
    assert initial(author).endswith(" Thank you.")


def test_try_again_closes_when_there_is_room(author: Person, full: pytest.MonkeyPatch) -> None:
    author.press(KEY.Key_Q, CTRL)
    presses(author, "Try again")
    assert author.window.isVisible() and author.sees(_FULL)
    full.undo()
    presses(author, "Try again")
    assert is_closed(author)
    assert initial(author).endswith(" Thank you.")


def test_saving_in_the_meantime_puts_the_question_away(author: Person, full: pytest.MonkeyPatch) -> None:
    author.press(KEY.Key_Q, CTRL)
    full.undo()
    author.press(KEY.Key_S, CTRL)
    assert not author.sees(_FULL) and author.window.status.saved.text().startswith("Saved ")


def test_closing_without_the_words_takes_two_presses(author: Person, full: pytest.MonkeyPatch) -> None:
    author.press(KEY.Key_Q, CTRL)
    presses(author, "Close without them…")
    assert author.window.isVisible() and author.sees("will be gone for good")
    assert isinstance(author.at, QPushButton) and author.at.text() == "Stay here", "Enter or Space a second time loses nothing"
    presses(author, "Close and lose these words")
    full.undo()
    assert is_closed(author)
    assert initial(author) == plain(fictional().sections.initial_response)


def test_staying_after_all_keeps_the_words(author: Person, full: pytest.MonkeyPatch) -> None:
    author.press(KEY.Key_Q, CTRL)
    presses(author, "Close without them…")
    presses(author, "Stay here")
    author.press(KEY.Key_Q, CTRL)
    assert author.window.isVisible() and author.sees("is not saved yet"), "the question is asked anew"
    full.undo()
    author.quits()
    assert initial(author).endswith(" Thank you.")


def test_the_words_go_into_a_file_and_the_window_closes(author: Person, full: pytest.MonkeyPatch, tmp_path: Path) -> None:
    author.press(KEY.Key_Q, CTRL)
    presses(author, "Save the words in a file…")
    author.names_file(tmp_path / "rescued.txt")
    author.qtbot.waitUntil(lambda: author.sees("They are not in the record yet."))
    rescued = (tmp_path / "rescued.txt").read_text(encoding="utf-8")
    assert fictional().inspection.title in rescued
    words = f"{plain(fictional().sections.initial_response)} Thank you."
    assert words.split() == rescued.partition("Initial response\n")[2].split()[1:][: len(words.split())]
    presses(author, "Close the window")
    full.undo()
    assert is_closed(author)
    assert "Thank you" not in initial(author)


def test_a_file_that_cannot_be_written_leaves_the_question(author: Person, full: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: Path, _data: bytes) -> None:
        raise WriteFailed(f"There is no room left on the drive for {path}.", "No file was left behind.")

    full.setattr("response_app.atomic_io.write_bytes", refuse)
    author.press(KEY.Key_Q, CTRL)
    presses(author, "Save the words in a file…")
    author.names_file(tmp_path / "rescued.txt")
    author.qtbot.waitUntil(lambda: author.sees("is in no file yet"))
    assert author.sees("There is no room left on the drive for") and author.window.isVisible()
    full.undo()
    author.quits()
    assert initial(author).endswith(" Thank you.")


@pytest.mark.parametrize("page, name", [(KEY.Key_2, "Inspectorate"), (KEY.Key_3, "The finding in one sentence")])
def test_a_field_that_was_not_left_goes_into_the_file(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: Qt.Key, name: str
) -> None:
    """By the name that it has on the page."""
    person.has(fictional())
    person.opens(page)
    person.finds(name).setFocus(Qt.FocusReason.TabFocusReason)
    person.press(KEY.Key_End, CTRL)
    person.types(" zebrafinch")

    def refuse(*_args: object, **_values: object) -> object:
        raise StoreUnavailable(_FULL)

    assert person.window.state is not None
    with monkeypatch.context() as patch:
        patch.setattr(person.window.state.workspace, "do", refuse)
        person.press(KEY.Key_Q, CTRL)
        presses(person, "Save the words in a file…")
        person.names_file(tmp_path / "rescued.txt")
        person.qtbot.waitUntil(lambda: (tmp_path / "rescued.txt").exists())
    lines = (tmp_path / "rescued.txt").read_text(encoding="utf-8").splitlines()
    (at,) = [number for number, line in enumerate(lines) if "zebrafinch" in line]
    assert lines[at - 2] == name


def test_cancelling_the_file_dialog_leaves_the_question(author: Person, full: pytest.MonkeyPatch) -> None:
    author.press(KEY.Key_Q, CTRL)
    presses(author, "Save the words in a file…")
    author.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    author.press(KEY.Key_Escape)
    assert author.sees("is not saved yet")
    presses(author, "Stay here")
    full.undo()
    author.quits()


# --- Backups ----------------------------------------------------------------------------------


def test_closing_leaves_a_backup_with_the_last_words(author: Person, tmp_path: Path) -> None:
    author.quits()
    (backup,) = (author.folder / "backups").iterdir()
    copy = Person(author.qtbot, tmp_path / "copy")
    copy.folder.mkdir()
    write_bytes(copy.folder / "records.db", backup.read_bytes())
    assert initial(copy).endswith(" Thank you.")


def test_closing_without_a_change_leaves_no_new_backup(author: Person) -> None:
    author.quits()
    author.starts()
    author.quits()
    assert len(list((author.folder / "backups").iterdir())) == 1


def test_a_pause_makes_a_backup_and_the_status_bar_says_when(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_backup, "IDLE_MS", 50)
    person.has(fictional())
    person.opens(_INITIAL)
    line = person.window.status.backup
    assert line.text() == line.accessibleName() == "No backup yet"
    person.types("Thank you. ")
    person.qtbot.waitUntil(lambda: line.text().startswith("Backup checked "))
    assert line.text().endswith(" today") and line.accessibleName() == line.text()
    (backup,) = (person.folder / "backups").iterdir()
    person.quits()
    person.starts()
    assert person.window.status.backup.text().startswith("Backup checked "), "also after a new start"
    assert backup.exists()


def test_a_backup_that_fails_is_an_amber_line_and_writing_goes_on(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_backup, "IDLE_MS", 50)
    person.has(fictional())
    (person.folder / "backups").write_bytes(b"in the way")
    person.opens(_INITIAL)
    person.types("Thank you. ")
    person.qtbot.waitUntil(lambda: person.window.banner.isVisible())
    banner = person.window.banner
    assert banner.property("kind") == "warning" and "Your records are saved" in banner.words.text()
    line = person.window.status.backup
    assert (line.text(), line.property("badge")) == ("No new backup", "amber")
    assert "cannot be made" in line.accessibleName()
    person.types("And more. ")
    person.quits()
    assert "And more." in initial(person)


def test_a_failure_does_not_take_an_undo_away(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The banner offers it; the line below says the rest."""
    monkeypatch.setattr(idle_backup, "IDLE_MS", 50)
    person.has(fictional())
    (person.folder / "backups").write_bytes(b"in the way")
    person.opens(KEY.Key_3)
    person.press(KEY.Key_Delete)
    person.qtbot.waitUntil(lambda: person.window.status.backup.property("badge") == "amber")
    assert person.sees("was deleted.") and person.finds("Undo")


def test_a_backup_that_fails_on_closing_is_told_once_and_holds_nobody(author: Person) -> None:
    (author.folder / "backups").write_bytes(b"in the way")
    author.press(KEY.Key_Q, CTRL)
    assert author.window.isVisible() and author.sees("No backup could be made")
    presses(author, "Try again")
    assert author.window.isVisible() and author.sees("No backup could be made")
    presses(author, "Close without a backup")
    assert is_closed(author)
    assert initial(author).endswith(" Thank you.")


def test_try_again_makes_the_backup_when_it_can(author: Person) -> None:
    in_the_way = author.folder / "backups"
    in_the_way.write_bytes(b"")
    author.press(KEY.Key_Q, CTRL)
    in_the_way.unlink()
    presses(author, "Try again")
    assert is_closed(author)
    assert len(list(in_the_way.iterdir())) == 1
