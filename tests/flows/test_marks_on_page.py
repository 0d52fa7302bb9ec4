"""What is marked in a text is a list in words for every text of a record: from the menu and the palette, by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QListWidget

from response_app.domain.finding import Action, ActionKind
from response_app.domain.richtext import Paragraph, Run
from ui.editors.rich_text_edit import RichTextEdit

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person

LISTED = "Marks in this text"


def marks(person: Person) -> list[str]:
    """Return what the list says."""
    listed = person.finds(LISTED, QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def from_palette(person: Person, words: str) -> None:
    """Choose the first thing that the palette finds."""
    person.press(KEY.Key_P, CTRL | SHIFT)
    person.types(words)
    person.press(KEY.Key_Return)


def test_marks_of_an_answer_are_said_in_words_and_lead_to_them(person: Person) -> None:
    record = fictional()
    words = (Paragraph((Run("See "), Run("", field="publication_date"), Run(" for how we recieved it."))),)
    findings = tuple(replace(each, action=(Action(ActionKind.PROPOSED, words),)) for each in record.findings)
    person.has(replace(record, findings=findings))
    person.opens(KEY.Key_6)
    edit = person.editor("Answer 1")
    person.qtbot.waitUntil(lambda: bool(edit.spelling.misspelt()))
    from_palette(person, "marks in this")
    assert person.at.accessibleName() == LISTED
    assert marks(person)[-2:] == [
        "Answer 1: Field, Publication date of the report: 14 May 2024, paragraph 1",
        "Answer 1: Misspelt: recieved, paragraph 1",
    ]
    person.press(KEY.Key_End)
    person.press(KEY.Key_Return)
    assert person.at is edit and edit.textCursor().selectedText() == "recieved"
    person.types("received")
    person.qtbot.waitUntil(lambda: "Misspelt" not in " ".join(marks(person)))
    person.click("Close the list of marks")
    assert LISTED not in person.names()


def test_the_list_is_there_for_the_summary_and_escape_goes_back_to_it(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_2)
    edit = person.editor("Summary of inspection")
    assert isinstance(edit, RichTextEdit)
    person.window.actions_["marks"].trigger()
    assert marks(person) == ["Nothing is marked in this text."] and person.at.accessibleName() == LISTED
    person.press(KEY.Key_Escape)
    assert person.at is edit and LISTED not in person.names()


def test_a_page_without_a_text_says_so(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_T)
    person.window.actions_["marks"].trigger()
    assert person.sees("There is no text of the record on this page.") and LISTED not in person.names()
