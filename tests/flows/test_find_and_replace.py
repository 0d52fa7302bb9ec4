"""Find and replace by keys in the whole window: in the text, in the record, with a list to tick and one undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from response_app.domain.finding import Action, ActionKind, ChiefAnswer
from response_app.domain.record import Record, Sections
from response_app.domain.response import Invitation, InvitationOutcome
from response_app.domain.richtext import Paragraph, Run, plain
from ui.editors.rich_text_edit import RichTextEdit
from ui.widgets.find_strip import FindStrip
from ui.widgets.found_list import FoundList

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person, paragraphs

_INITIAL, _TASKS = KEY.Key_4, KEY.Key_T


def made() -> Record:
    """Return a record in which "plan" stands in ten places: six of ours, a field, and three that are not ours."""
    record = fictional()
    first, *others = record.findings
    answered = replace(
        first,
        evidence=paragraphs("The plan is thin."),
        chief=ChiefAnswer(paragraphs("Our plan is new.")),
        action=(Action(ActionKind.TAKEN, paragraphs("I read the plan, and the plans of others.")),),
    )
    initial = (
        Paragraph((Run("The "), Run("plan", bold=True), Run(" is good. I like the Plan."))),
        *paragraphs("A planned plan."),
        Paragraph((Run("About "), Run(field="report_title"))),
    )
    return replace(
        record,
        inspection=replace(record.inspection, title="A plan for Exampleshire", summary=paragraphs("Nothing here.")),
        findings=(replace(answered, heading="The force should plan."), *(replace(each, heading="It should do more.") for each in others)),
        sections=Sections(initial, paragraphs("The chief’s plan."), paragraphs("Thanks.")),
        state=replace(record.state, invitation=Invitation(outcome=InvitationOutcome.RECEIVED)),
    )


@pytest.fixture
def author(person: Person) -> Iterator[Person]:
    """Somebody whose record has a word in many places, on the page of the initial response."""
    person.has(made())
    person.opens(_INITIAL)
    yield person


def told(person: Person, words: str) -> None:
    """Wait until the strip says these words."""
    strip = person.finds("Find and replace", FindStrip)
    person.qtbot.waitUntil(lambda: words in strip.told.text() or print(strip.told.text()) is not None)


def editor(person: Person) -> RichTextEdit:
    """Return the text in front."""
    return next(each for each in person.window.findChildren(RichTextEdit) if each.isVisible())


def tabs_to(person: Person, name: str) -> None:
    """Press Tab until something has the keyboard."""
    for _ in range(80):
        if person.at.accessibleName() == name:
            return
        person.press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}")


def test_finds_as_one_types_and_goes_on_and_back(author: Person) -> None:
    edit = editor(author)
    author.press(KEY.Key_Home, CTRL)
    author.press(KEY.Key_F, CTRL)
    assert author.at.accessibleName() == "Find"
    author.types("plan")
    told(author, "1 of 5 in Initial response")
    assert edit.textCursor().selectedText() == "plan"
    author.press(KEY.Key_Return)
    told(author, "2 of 5")
    assert edit.textCursor().selectedText() == "Plan"
    author.press(KEY.Key_F3)
    author.press(KEY.Key_F3, SHIFT)
    author.press(KEY.Key_Return, SHIFT)
    told(author, "1 of 5")
    author.press(KEY.Key_Return, SHIFT)
    told(author, "5 of 5")
    assert edit.textCursor().selectedText() == "plan", "the words of a field are found"
    author.types("x")
    told(author, "“planx” is not in this text.")
    author.press(KEY.Key_Backspace)
    told(author, "of 5")
    author.press(KEY.Key_Escape)
    assert author.at is edit and edit.textCursor().selectedText().lower() == "plan"
    assert "Find and replace" not in author.names()
    author.types("PLAN")
    author.press(KEY.Key_F3)
    assert author.at.accessibleName() == "Find"


def test_replaces_in_the_text_one_and_all_but_no_field(author: Person) -> None:
    edit = editor(author)
    before = edit.text()
    author.press(KEY.Key_Home, CTRL)
    author.press(KEY.Key_H, CTRL)
    author.types("plan")
    told(author, "1 of 5")
    tabs_to(author, "Replace with")
    author.types("idea")
    author.press(KEY.Key_Return)
    told(author, "1 of 4")
    assert plain(edit.text()).startswith("The idea is good. I like the Plan.")
    assert edit.text()[0].runs[1] == Run("idea", bold=True)  # type: ignore[union-attr]
    tabs_to(author, "Replace all in this text")
    author.press(KEY.Key_Space)
    assert plain(edit.text()) == "The idea is good. I like the idea.\nA ideaned idea.\nAbout [report_title]"
    author.press(KEY.Key_Escape)
    assert author.at is edit
    author.press(KEY.Key_Z, CTRL)
    assert plain(edit.text()).startswith("The idea is good. I like the Plan.\nA planned plan.")
    author.press(KEY.Key_Z, CTRL)
    assert edit.text() == before


def test_replaces_in_the_whole_record_but_what_is_unticked_and_one_undo_takes_all_back(author: Person) -> None:
    edit = editor(author)
    author.press(KEY.Key_H, CTRL)
    author.types("plan")
    author.chooses("Where to look", "The whole record")
    told(author, "11 found in 6 texts")
    found = author.finds("What was found in the record", FoundList)
    tabs_to(author, "Replace with")
    author.types("idea")
    author.press(KEY.Key_Return)
    assert author.at is found
    rows = [found.model().index(row, 0).data() for row in range(found.model().rowCount())]
    assert "Initial response, 5 times" in rows
    assert "The plan is good. · “plan” becomes “idea”" in rows
    assert "About A plan for Exampleshire · Not replaced. A field: its words come from the record." in rows
    assert "The chief’s plan. · Not replaced. These are the Chief Constable’s words, as they were received." in rows
    assert "The force should plan. · Not replaced. These are the inspectors’ words." in rows
    while (
        "A planned plan. · “planned" not in found.currentIndex().data()
        and found.currentIndex().data() != "A planned plan. · “plan” becomes “idea”"
    ):
        author.press(KEY.Key_Down)
    author.press(KEY.Key_Space)
    author.press(KEY.Key_Up)
    author.press(KEY.Key_Space)
    button: QWidget = author.finds("Replace 4")
    tabs_to(author, "Replace 4")
    assert button is author.at
    author.press(KEY.Key_Space)
    author.qtbot.waitUntil(lambda: author.sees("“plan” was replaced by “idea” 4 times."))
    assert plain(edit.text()) == "The idea is good. I like the Plan.\nA planned idea.\nAbout [report_title]"
    author.qtbot.waitUntil(lambda: author.sees("7 found in 5 texts"))
    author.press(KEY.Key_Z, CTRL)
    assert plain(edit.text()) == plain(made().sections.initial_response)
    author.quits()
    kept = author.kept()
    assert (kept.findings, kept.sections, kept.inspection) == (made().findings, made().sections, made().inspection)


def test_enter_in_the_list_goes_to_the_place_and_escape_to_its_words(author: Person) -> None:
    author.press(_TASKS, CTRL)
    author.press_anywhere(KEY.Key_F, CTRL)
    author.types("plans of")
    told(author, "1 found in 1 text")
    author.press(KEY.Key_Return)
    author.qtbot.waitUntil(lambda: author.window.places is not None and author.window.places.current == "answers")
    assert author.at.accessibleName() == "Find"
    author.press(KEY.Key_Escape)
    edit = author.at
    assert isinstance(edit, RichTextEdit) and edit.textCursor().selectedText() == "plans of"


def test_on_home_the_key_still_searches_all_records(author: Person) -> None:
    author.press(KEY.Key_1, CTRL)
    author.press_anywhere(KEY.Key_F, CTRL)
    assert "Find and replace" not in author.names()
    assert [each for each in author.window.findChildren(QLabel) if each.isVisible()]
    assert author.at.accessibleName() != "Find"


def test_the_inspectors_words_are_found_and_not_replaced(author: Person) -> None:
    author.press(KEY.Key_3, CTRL)
    evidence = author.editor("Inspectors’ evidence")
    before = evidence.text()
    author.press(KEY.Key_H, CTRL)
    author.types("plan")
    told(author, "Not replaced: these are the inspectors’ words.")
    assert not author.finds("Take out all in this text").isEnabled()
    assert evidence.text() == before
