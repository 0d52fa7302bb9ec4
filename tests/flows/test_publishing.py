"""From a record that a rule stops to a published folder, a correction and a progress update, by keys and clicks alone."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QRadioButton

from response_app.domain.corrections import is_frozen
from response_app.domain.record import Record
from response_app.domain.response import CopyTo, DecisionKind, Status
from tests.fixtures.sample_records import plain_record

from .person import ALT, CTRL, KEY, SHIFT, TODAY, Person

_SEVERAL_DECISIONS = [
    DecisionKind.TEXT_AGREED,
    DecisionKind.SIGNED_OFF,
    DecisionKind.SIGNED_OFF,
    DecisionKind.PUBLISHED_WITH_EXCEPTION,
    DecisionKind.SIGNED_OFF,
]


def stopped_record() -> Record:
    """The plain record without overall comments, which the office asks for."""
    record = plain_record()
    return replace(record, sections=replace(record.sections, overall_comments=()))


@pytest.fixture
def author(person: Person) -> Person:
    """Somebody at Sign off and publish, on that record."""
    person.has(stopped_record())
    person.starts()
    person.press(KEY.Key_Return)
    goes_to_publish(person)
    return person


def goes_to_publish(person: Person) -> None:
    """Go to the page by its keys, and wait for what the checks say."""
    person.press(KEY.Key_S, CTRL | SHIFT)
    person.qtbot.waitUntil(lambda: person.sees("1. Check"))


def waits_for(person: Person, words: str) -> None:
    """Wait until a label holds these words."""
    person.qtbot.waitUntil(lambda: person.sees(words), timeout=20_000)


def names_folder(person: Person, folder: Path) -> None:
    """Answer the dialog that asks for a folder or file; the window comes forward again, as every desktop brings it."""
    person.names_file(folder)
    with person.qtbot.waitActive(person.window):
        person.window.activateWindow()


def signs(person: Person) -> None:
    """Sign off what stands there, as the holder of the office."""
    person.click("Sign off: 3. Sign off")
    person.fills("How", "decision notice")
    person.fills("Reference", "Decision 14")
    person.click("Sign off")


def test_from_a_rule_that_stops_it_to_a_progress_page(author: Person, tmp_path: Path) -> None:
    author.click("Record: 2. Have the Chief Constable’s text agreed")
    author.fills("How", "e-mail")
    author.click("Record that it is agreed")
    signs(author)
    waits_for(author, "in person, on 26 June 2024, decision notice (Decision 14)")
    changes_a_word(author)
    waits_for(author, "Changed since: Initial response (added: “today”)")
    signs(author)
    passes_the_rule(author)
    folder = makes_the_files(author, tmp_path)
    reads_them_back(folder)
    publishes(author)
    finds_it_frozen(author)
    corrects(author)
    publishes_again(author, tmp_path)
    reports_progress(author, tmp_path)
    author.quits()
    state = author.kept().state
    assert [each.what for each in state.decisions] == _SEVERAL_DECISIONS
    sent = [(each.to, each.version_label) for each in state.copies]
    assert sent == [(to, label) for label in ("1.0", "1.1") for to in (CopyTo.INSPECTORS, CopyTo.SECRETARY_OF_STATE)]
    assert (state.version_label, state.publication.confirmed_on, state.status) == ("1.1", TODAY, Status.PUBLISHED)
    assert is_frozen(state) and author.kept().findings[0].updates


def changes_a_word(person: Person) -> None:
    """Write a word into the initial response after the sign-off, and come back."""
    person.press(KEY.Key_4, CTRL)
    person.press(KEY.Key_End, CTRL)
    person.types(" today")
    goes_to_publish(person)
    assert person.sees("Changed since sign-off")


def finds_nothing_to_put_in(person: Person) -> None:
    """The menu Insert offers nothing to a published text, and says why; so do its keys."""
    why = "Version 1.0 was published on 26 June 2024. To change it, start a correction."
    person.press(KEY.Key_I, ALT)
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and menu.toolTipsVisible()
    entries = [each for each in menu.actions() if not each.isSeparator() and each.menu() is None]
    assert entries and not any(each.isEnabled() for each in entries)
    assert {each.toolTip() for each in entries} == {why}
    person.qtbot.keyClick(menu, KEY.Key_Escape)
    person.press_anywhere(KEY.Key_K, CTRL)
    assert person.window.banner.words.text() == why
    person.click("Close the message")


def finds_it_frozen(person: Person) -> None:
    """Type and press where the record was written: nothing changes."""
    published = person.window.state.record if person.window.state is not None else None
    for page in (KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_6):
        person.press(page, CTRL)
        assert person.sees("Version 1.0 was published on 26 June 2024. To change it, start a correction.")
        person.types("x")
        person.press(KEY.Key_Delete)
    assert person.window.state is not None and person.window.state.record == published
    person.press(KEY.Key_4, CTRL)
    finds_nothing_to_put_in(person)
    person.press(KEY.Key_8, CTRL)
    assert person.finds("As published", QRadioButton).isChecked()
    person.press(KEY.Key_6, CTRL)
    person.click("Start a correction…")


def passes_the_rule(person: Person) -> None:
    """Try to make the files, read what stops them, and decide to publish all the same."""
    waits_for(person, "1 problem stops publication.")
    person.click("Make the files: 4. Make the files")
    assert person.sees("• The overall comments are empty")
    person.click("Publish in spite of a rule…")
    person.click("Publish in spite of this")
    assert person.sees("Say why in a sentence.")
    person.fills("Why it is published all the same", "They follow in the autumn.")
    person.click("Publish in spite of this")
    waits_for(person, "1 problem passed by a decision.")


def makes_the_files(person: Person, folder: Path) -> Path:
    """Make the files in a folder, and return the one that was made in it."""
    (folder / "out").mkdir()
    person.click("Make the files: 4. Make the files")
    person.click("Choose where…")
    names_folder(person, folder / "out")
    waits_for(person, "Written to ")
    (made,) = (folder / "out").iterdir()
    return made


def reads_them_back(folder: Path) -> None:
    """Hold every file against the list of checksums, and open the PDF."""
    lines = (folder / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir() if each.name != "SHA256SUMS.txt"}
    assert sums == files and len(files) == 8
    with pikepdf.open(next(folder.glob("*.pdf"))) as pdf:
        assert len(pdf.pages) > 1 and "Exampleshire" in str(pdf.docinfo["/Title"])


def publishes(person: Person) -> None:
    """Give the files, confirm that they are live, and send both copies."""
    person.click("Record: 5. Give the files to the web team")
    person.click("Copy: Title of the page")
    person.click("Record that they were given")
    person.click("Confirm: 6. Confirm that it is live")
    person.fills("Address of the page", "www.exampleshire.example")
    person.click("Confirm")
    assert person.sees("The address has to begin with https://.")
    person.fills("Address of the page", "https://www.exampleshire.example/response")
    person.click("Confirm")
    assert person.sees("Live since 26 June 2024 at https://www.exampleshire.example/response.")
    sends_copies(person)
    person.click("It is done: 8. Show the report’s summary prominently")
    assert person.sees("Done")


def sends_copies(person: Person) -> None:
    """Record that both copies were sent."""
    for sent in ("1 of 2", "2 of 2"):
        person.click("Record: 7. Send the copies")
        person.fills("How, and where the proof is", "e-mail, receipt in the case file")
        person.click("Record the copy")
        assert person.sees(f"{sent} sent") or person.sees("Do this next")


def reports_progress(person: Person, folder: Path) -> None:
    """Write what the force says, move a target date, and make the page."""
    person.press(KEY.Key_U, CTRL | SHIFT)
    assert person.sees("version 1.1 is published and does not change. Copies: inspectors 26 June 2024")
    saves_the_first_version(person, folder / "first.pdf")
    person.click("Write a progress update…")
    person.fills("In their words", "Six posts are filled.")
    person.click("Add the update")
    assert person.sees("Force says on track")
    person.click("Move the target date…")
    person.fills("New target date", "31 December 2024")
    person.fills("Why it is moved", "The audit is late.")
    person.click("Move the date")
    assert person.sees("31 December 2024, moved once") and person.sees("Slipped 92 days")
    (folder / "progress").mkdir()
    person.click("Make the progress page…")
    names_folder(person, folder / "progress")
    waits_for(person, "The progress page and its PDF were written")
    assert {each.suffix for each in (folder / "progress").glob("*/*")} == {".pdf", ".html"}


def saves_the_first_version(person: Person, path: Path) -> None:
    """Save version 1.0 as it was published: byte for byte the file that was given to the web team."""
    person.click("Save version 1.0 as PDF…")
    names_folder(person, path)
    waits_for(person, f"Version 1.0 was written: {path}")
    (made,) = (path.parent / "out").glob("*/*.pdf")
    assert path.read_bytes() == made.read_bytes()


def corrects(person: Person) -> None:
    """Begin a correction, which says what comes next, and set right what was passed before."""
    person.fills("What is corrected", "The overall comments are added.")
    person.click("Start version 1.1")
    assert person.sees("Version 1.1 corrects what was published on 26 June 2024, and is not published yet: The overall comments are added.")
    assert not person.finds("Start a correction…", QPushButton).isEnabled()
    person.click("Go to Sign off and publish")
    waits_for(person, "Version 1.1 is not signed off yet.")
    assert person.sees("Version 1.1 is not confirmed yet.")
    person.press(KEY.Key_7, CTRL)
    person.types("I am satisfied with the plan.")
    assert not person.sees("To change it, start a correction.")


def publishes_again(person: Person, folder: Path) -> None:
    """Have the corrected words signed off, make and give the files, confirm that they are live, send new copies."""
    goes_to_publish(person)
    waits_for(person, "Version 1.1 is not signed off yet.")
    signs(person)
    (folder / "again").mkdir()
    made = makes_the_files(person, folder / "again")
    assert "The overall comments are added." in next(made.glob("*.txt")).read_text(encoding="utf-8")
    person.click("Record: 5. Give the files to the web team")
    person.click("Record that they were given")
    person.click("Confirm: 6. Confirm that it is live")
    person.click("Confirm")
    sends_copies(person)
