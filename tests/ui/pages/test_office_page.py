"""Office settings with real keys: each part, what is kept, what is said, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from response_app.authoring import office, office_people, office_rules, office_titles, office_words
from response_app.authoring.bodies import KINDS_OF_BODY
from response_app.authoring.workspace import Workspace
from response_app.domain.holders import Person, Post, Standing
from response_app.domain.office import Office
from ui import theme
from ui.pages.office_page import LOGO, PEOPLE, RULES, TITLES, WORDING, WORDS, YOU, OfficePage
from ui.pages.office_parts.people_part import PeoplePart
from ui.pages.office_parts.rules_part import RulesPart
from ui.pages.office_parts.titles_part import TitlesPart
from ui.pages.office_parts.words_part import WordsPart
from ui.state import State

from ...fixtures.offices import EXAMPLESHIRE
from ...fixtures.usual_looks import usual_looks
from ..shown import ROOM, shown
from .walk import check_keyboard_and_names

KEY = Qt.Key
TODAY = date(2024, 6, 26)
NAMED = replace(EXAMPLESHIRE, holder="A. Example", chief_officer="D. Example")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OfficePage]:
    """The settings of an office that is set up, with the titles in front."""
    usual_looks(qapp)
    workspace = Workspace.open(tmp_path / "store")
    workspace.do(office.set_up, "Sam", NAMED)
    made = shown(qtbot, OfficePage(State(workspace, today=lambda: TODAY)), ROOM)
    made.enter()
    yield made
    workspace.close()


def named(page: OfficePage, name: str) -> QWidget:
    """The one visible widget with this accessible name."""
    (found,) = [each for each in page.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()]
    return found


def write(page: OfficePage, name: str, words: str) -> None:
    """Type over what stands in a field, and leave it by Tab."""
    line = named(page, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, KEY.Key_Delete)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, KEY.Key_Tab)


def choose(page: OfficePage, name: str, words: str) -> None:
    """Choose in a list of choices by its keys, and leave it by Tab."""
    box = named(page, name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Home)
    for _ in range(box.findText(words)):
        QTest.keyClick(box, KEY.Key_Down)
    assert box.currentText() == words
    QTest.keyClick(box, KEY.Key_Tab)


def press(page: OfficePage, name: str) -> None:
    """Press a button by the keyboard."""
    button = named(page, name)
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Space)


def errors(page: OfficePage) -> list[str]:
    """What is said to be wrong."""
    return [each.text() for each in page.findChildren(QLabel) if each.property("role") == "error" and each.isVisible()]


def titles(page: OfficePage) -> Office:
    """The titles that are kept."""
    return page.state.workspace.ask(office_titles.office_titles)


# --- Titles -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        (
            KINDS_OF_BODY[1].name,
            ["PFCC and CC", "Police, Fire and Crime Commissioner’s initial", "Chief Constable’s", "Commissioner’s action"],
        ),
        (KINDS_OF_BODY[2].name, ["Mayor and CC", "Mayor’s initial", "Chief Constable’s", "Mayor’s action"]),
        (
            KINDS_OF_BODY[3].name,
            [
                "MOPAC and Commissioner",
                "Mayor’s Office for Policing and Crime’s",
                "Commissioner of Police of the Metropolis’ response",
                "MOPAC’s action",
            ],
        ),
        (
            KINDS_OF_BODY[4].name,
            [
                "Police Authority Board and",
                "Common Council of the City of London’s",
                "for the City of London’s",
                "Police Authority Board’s action",
            ],
        ),
        (KINDS_OF_BODY[5].name, ["Board and CC", "Policing and Crime Board’s initial", "Chief Constable’s", "Board’s action"]),
        (KINDS_OF_BODY[6].name, ["PCC and CC", "Police and Crime Commissioners’ initial", "Chief Constable’s", "Commissioners’ action"]),
    ],
)
def test_another_kind_of_body_changes_every_heading_in_one_step(page: OfficePage, kind: str, headings: list[str]) -> None:
    assert isinstance(page.part, TitlesPart)
    choose(page, "Kind of body", kind)
    lines = [each.text() for each in page.part.headings.lines]
    for words in headings:
        assert any(words in line for line in lines), words
    assert page.state.undo_name == "change kind of body"
    page.state.undo()
    assert titles(page) == NAMED and page.part.kind.control.currentText() == "Police and Crime Commissioner"  # type: ignore[attr-defined]


def test_each_title_is_kept_when_it_is_left_and_one_that_is_needed_is_not_lost(page: OfficePage) -> None:
    write(page, "Short form of the body", "Commissioner")
    write(page, "Contact", "office@example.org")
    assert (titles(page).body_short, titles(page).contact) == ("Commissioner", "office@example.org")
    write(page, "Title of the body", "")
    (said,) = errors(page)
    assert said.startswith("Enter the title of the body") and said in named(page, "Title of the body").accessibleDescription()
    assert titles(page).body_title == "Police and Crime Commissioner"
    kind = named(page, "Kind of body")
    assert isinstance(kind, QComboBox)
    for title, of_kind in (
        ("Police and Crime Commissioner for Exampleshire", "Police and Crime Commissioner"),
        ("Mayor of Exampleshire", "Mayor who holds the commissioner’s functions"),
        ("Exampleshire Authority", "Another body"),
    ):
        write(page, "Title of the body", title)
        assert errors(page) == [] and titles(page).body_title == title
        assert kind.currentText() == of_kind


def test_another_body_leads_to_its_title(page: OfficePage) -> None:
    choose(page, "Kind of body", "Another body")
    kind = named(page, "Kind of body")
    assert isinstance(kind, QComboBox) and kind.currentText() == "Another body"
    assert titles(page) == NAMED


def test_a_joint_body_is_added_named_and_removed(page: OfficePage) -> None:
    press(page, "Add a joint body")
    write(page, "Title of the body, joint body 1", "Mayor")
    assert [each.body_title for each in titles(page).joint_with] == ["Mayor"]
    assert isinstance(page.part, TitlesPart)
    assert "Police and Crime Commissioner and Mayor’s initial response" in [each.text() for each in page.part.headings.lines]
    press(page, "Remove joint body 1")
    assert titles(page).joint_with == ()


# --- People -----------------------------------------------------------------------------------


def test_a_deputy_acts_from_a_day_that_is_typed_as_people_do(page: OfficePage) -> None:
    page.show_part(PEOPLE)
    press(page, "Add a person of the body")
    assert errors(page) == [], "nothing is wrong yet with a line that is still empty"
    write(page, "Name, person of the body 2", "C. Example")
    choose(page, "Role, person of the body 2", "Acting")
    write(page, "First day, person of the body 2", "1st June")
    write(page, "Last day, person of the body 2", "31/5/24")
    assert errors(page) == ["This is before the first day, 1 June 2024. Check both days."]
    write(page, "Last day, person of the body 2", "30/6/24")
    assert errors(page) == []
    made = page.state.workspace.ask(office_people.people)
    assert made[2] == Person("C. Example", Post.BODY, Standing.ACTING, "", date(2024, 6, 1), date(2024, 6, 30))
    assert isinstance(page.part, PeoplePart)
    assert page.part.today[Post.BODY].text() == "Printed on Wednesday 26 June 2024: C. Example (acting), Police and Crime Commissioner"
    assert page.part.today[Post.CHIEF_OFFICER].text() == "Printed on Wednesday 26 June 2024: D. Example, Chief Constable"


def test_a_gap_is_told_and_goes_with_undo(page: OfficePage) -> None:
    page.show_part(PEOPLE)
    write(page, "Last day, person of the body 1", "8 May 2024")
    assert isinstance(page.part, PeoplePart)
    remark = page.part.remarks[Post.BODY]
    assert remark.isVisible() and remark.text() == "Nobody is named for today, so a new record has no name here."
    page.state.undo()
    assert not remark.isVisible()
    assert page.state.workspace.ask(office_people.people)[0] == Person("A. Example")


def test_a_person_of_the_force_is_removed_and_comes_back(page: OfficePage) -> None:
    page.show_part(PEOPLE)
    told: list[str] = []
    page.told_with_undo.connect(told.append)
    press(page, "Remove person of the force 1")
    assert told == ["D. Example was removed from the people of the office."]
    assert [each.name for each in page.state.workspace.ask(office_people.people)] == ["A. Example"]
    page.state.undo()
    assert named(page, "Name, person of the force 1")


# --- Words, rules, you ------------------------------------------------------------------------


def test_words_are_added_found_and_removed_by_keys(page: OfficePage) -> None:
    page.show_part(WORDS)
    part = page.part
    assert isinstance(part, WordsPart)
    for word in ("Safeguarding", "Exampleshire", "two words", "Exampleshire"):
        part.line.setFocus()
        part.line.selectAll()
        QTest.keyClicks(part.line, word)
        QTest.keyClick(part.line, KEY.Key_Return)
    assert page.state.workspace.ask(office_words.office_words) == ("Exampleshire", "Safeguarding")
    assert errors(page) == ["“Exampleshire” is in the list already."]
    QTest.keyClick(part.line, KEY.Key_Backspace)
    assert errors(page) == []
    part.field.setFocus()
    QTest.keyClicks(part.field, "safe")
    assert part.model.stringList() == ["Safeguarding"] and part.count.text() == "1 of 2 words."
    told: list[str] = []
    page.told_with_undo.connect(told.append)
    part.list.setFocus()
    QTest.keyClick(part.list, KEY.Key_Down)
    part.list.setCurrentIndex(part.model.index(0, 0))
    QTest.keyClick(part.list, KEY.Key_Delete)
    assert told == ["“Safeguarding” was removed from the office’s words."]
    assert page.state.workspace.ask(office_words.office_words) == ("Exampleshire",)
    page.state.undo()
    assert page.state.workspace.ask(office_words.office_words) == ("Exampleshire", "Safeguarding")
    assert part.model.stringList() == ["Safeguarding"]


def test_a_rule_is_switched_off_and_says_what_that_means(page: OfficePage) -> None:
    page.show_part(RULES)
    assert isinstance(page.part, RulesPart)
    box = page.part.boxes["afi_unanswered"]
    assert box.isChecked() and box.accessibleDescription().startswith("The Act asks for an answer to recommendations alone.")
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Space)
    assert page.state.workspace.ask(office_rules.rules_off) == {"afi_unanswered"}
    assert box.accessibleDescription().startswith("Off: an area for improvement can be published without an answer")
    page.state.undo()
    assert box.isChecked() and page.state.workspace.ask(office_rules.rules_off) == frozenset()


def test_the_name_is_kept_and_never_empty(page: OfficePage) -> None:
    page.show_part(YOU)
    write(page, "Your name", "")
    assert errors(page) == ["Enter your name, as colleagues know it. Until then the name before is kept."]
    assert page.state.workspace.ask(office.person_name) == "Sam"
    write(page, "Your name", "Sam  Author")
    assert page.state.workspace.ask(office.person_name) == "Sam Author"


# --- The page ---------------------------------------------------------------------------------


def test_what_is_typed_is_kept_when_another_tab_or_page_comes_forward(page: OfficePage) -> None:
    line = named(page, "Website")
    line.setFocus()
    QTest.keyClicks(line, "example.org")
    page.show_part(RULES)
    assert titles(page).website == "example.org"
    page.show_part(TITLES)
    line = named(page, "Contact")
    line.setFocus()
    QTest.keyClicks(line, "office@example.org")
    page.leave()
    assert titles(page).contact == "office@example.org"


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("part", [TITLES, PEOPLE, LOGO, WORDING, WORDS, RULES, YOU])
def test_every_part_is_reached_by_tab_and_named_without_sideways_scrolling(page: OfficePage, part: str, zoom: int) -> None:
    page.state.do(office_words.add_word, "Exampleshire")
    theme.theme().zoom(zoom)
    page.show_part(part)
    page.tabs.setFocus()
    check_keyboard_and_names(page)
    assert page.horizontalScrollBar().maximum() == 0
