"""The office's settings in the whole window: another body, a deputy who acts from a day, a record that keeps its names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar

from response_app.authoring import records
from response_app.domain.record import Record
from response_app.pdfium import page_count, page_text

from .person import CTRL, KEY, Person

_DETAILS, _TASKS, _ANSWERS = KEY.Key_2, KEY.Key_T, KEY.Key_6


def stored(person: Person) -> Record:
    """The open record as the store has it now."""
    state = person.window.state
    assert state is not None
    return state.workspace.ask(records.open_record, state.record_id)


def goes_to_settings(person: Person, part: str) -> None:
    """Go to a tab of the office settings by sidebar and arrow keys."""
    person.click("Office settings")
    tabs = person.finds("Parts of the office settings", QTabBar)
    tabs.setFocus()
    person.press(KEY.Key_Home)
    titles = [tabs.tabText(at) for at in range(tabs.count())]
    person.press(KEY.Key_Right, times=titles.index(part))
    assert tabs.tabText(tabs.currentIndex()) == part


def starts_the_office(person: Person) -> None:
    """Fill in the first page, and start."""
    person.starts()
    person.fills("Your name", "Sam Author")
    person.fills("Name of the force", "Exampleshire Police")
    person.fills("Name of the commissioner, mayor or other holder", "A. Example")
    person.fills("Name of the chief officer", "D. Example")
    person.click("Start")


def makes_a_record(person: Person, title: str) -> None:
    """Make a blank record and write its title."""
    person.press_anywhere(KEY.Key_N, CTRL)
    person.fills("Title", title)
    person.fills("Date published", "14th May")


def words_of(pdf: bytes) -> str:
    """The words of a PDF, without line ends."""
    return " ".join(" ".join(page_text(pdf, page) for page in range(page_count(pdf))).split())


def test_another_body_and_a_deputy_who_acts_change_new_records_and_old_ones_only_when_asked(person: Person, tmp_path: Path) -> None:
    starts_the_office(person)
    makes_a_record(person, "An inspection of Exampleshire")
    old = stored(person)
    assert (old.office.body_title, old.office.holder, old.inspection.published_on is not None) == (
        "Police and Crime Commissioner",
        "A. Example",
        True,
    )
    assert "Chief Constable’s response" in person.names()

    goes_to_settings(person, "Titles and body")
    person.chooses("Kind of body", "Mayor’s Office for Policing and Crime (MOPAC)")
    person.press(KEY.Key_Tab)
    assert person.sees("MOPAC’s action, taken") and person.sees("MOPAC and Commissioner Force Inspection response record")
    goes_to_settings(person, "People")
    person.click("Add a person of the body")
    person.fills("Name, person of the body 2", "C. Example")
    person.chooses("Role, person of the body 2", "Acting")
    person.press(KEY.Key_Tab)
    person.fills("First day, person of the body 2", "1 Jan 2020")
    assert person.sees("Wednesday 1 January 2020")

    person.press_anywhere(_DETAILS, CTRL)
    assert stored(person).office == old.office, "a record keeps what it was made with"
    assert person.sees("Title of the body: Police and Crime Commissioner becomes Mayor’s Office for Policing and Crime")
    assert person.sees("Name of the holder: A. Example becomes C. Example (acting)")
    person.click("Use the new names in this record")
    assert stored(person).office.holder == "C. Example (acting)"
    assert "Commissioner of Police of the Metropolis’ response" in person.names()
    person.press_anywhere(KEY.Key_Z, CTRL)
    assert stored(person).office == old.office
    person.click("Keep the names of this record")
    assert not person.sees("becomes C. Example (acting)") and stored(person).office == old.office

    makes_a_record(person, "Another inspection")
    new = stored(person)
    assert (new.office.body_short, new.office.holder, new.office.chief_officer) == ("MOPAC", "C. Example (acting)", "D. Example")
    person.press_anywhere(_TASKS, CTRL)
    assert "Commissioner of Police of the Metropolis’ response" in person.names()
    assert person.sees("MOPAC’s initial response")
    person.press_anywhere(KEY.Key_E, CTRL)
    person.names_file(tmp_path / "out.pdf")
    person.qtbot.waitUntil(lambda: person.sees("The PDF was written"), timeout=20_000)
    words = words_of((tmp_path / "out.pdf").read_bytes())
    for heading in (
        "MOPAC and Commissioner Force Inspection response record",
        "Mayor’s Office for Policing and Crime’s initial response",
        "Commissioner of Police of the Metropolis’ response",
        "Mayor’s Office for Policing and Crime’s overall comments",
        "C. Example (acting)",
    ):
        assert heading in words, heading
    assert "Police and Crime Commissioner" not in words


def test_a_date_that_cannot_be_stays_and_is_told_with_its_field(person: Person) -> None:
    starts_the_office(person)
    makes_a_record(person, "An inspection")
    person.fills("Date published", "31 June")
    field = person.finds("Date published", QLineEdit)
    assert field.text() == "31 June" and person.sees("June 2024 has 30 days. Correct the day.")
    assert field.accessibleDescription().startswith("June 2024 has 30 days. Correct the day.")
    assert stored(person).inspection.published_on is not None, "the day before is kept"
    person.press_anywhere(KEY.Key_3, CTRL)
    assert not field.isVisible(), "leaving is never blocked"
    person.press_anywhere(_DETAILS, CTRL)
    assert field.text() == "31 June"
    assert QApplication.activeModalWidget() is None
