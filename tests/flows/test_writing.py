"""Writing by keys in the whole window: a field by /, the office's own wording, a quotation with who said it, a table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QMenu

from response_app.authoring import standard_wording
from response_app.domain.record import Sections
from response_app.interchange import write_fragment
from ui.editors.rich_text_edit import RichTextEdit
from ui.pages.office_page import WORDING, OfficePage

from .fictional import fictional
from .person import ALT, CTRL, KEY, SHIFT, Person, paragraphs

_DETAILS, _INITIAL = KEY.Key_2, KEY.Key_4
_FIELD = '<span data-field="report_title"></span>'


def opens_text(person: Person) -> RichTextEdit:
    """Go to the end of the initial response."""
    person.press(_INITIAL, CTRL)
    edit = person.at
    assert isinstance(edit, RichTextEdit)
    person.press(KEY.Key_End, CTRL)
    return edit


def fragment(person: Person) -> str:
    """Return the initial response as it is kept, as record files hold it."""
    return write_fragment(person.kept().sections.initial_response)


def chooses_in_insert(person: Person, letter: KEY) -> None:
    """Open the menu Insert by its letter, and choose in it by another."""
    person.press(KEY.Key_I, ALT)
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    person.qtbot.keyClick(QApplication.activePopupWidget(), letter)
    person.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_field_by_slash_follows_the_details(person: Person) -> None:
    person.has(replace(fictional(), sections=Sections(initial_response=paragraphs("We read"))))
    person.opens(_INITIAL)
    edit = opens_text(person)
    person.types(" /title of the r\n and/or 24/7.")
    assert f"We read {fictional().inspection.title} and/or 24/7." in edit.toPlainText()
    person.press(_DETAILS, CTRL)
    person.fills("Title", "An inspection of everything")
    edit = opens_text(person)
    assert edit.toPlainText() == "We read An inspection of everything and/or 24/7."
    person.press(KEY.Key_Z, CTRL)
    assert edit.toPlainText() == "We read An inspection of everything"
    person.press(KEY.Key_Z, CTRL | SHIFT)
    assert edit.toPlainText() == "We read An inspection of everything and/or 24/7."
    person.press(KEY.Key_1, CTRL)
    person.press_anywhere(KEY.Key_K, CTRL)
    assert person.sees("Click into a text that you can write in first.")
    person.quits()
    assert fragment(person) == f"<p>We read {_FIELD} and/or 24/7.</p>"


def test_the_offices_own_wording_is_kept_edited_and_put_in(person: Person) -> None:
    person.has(replace(fictional(), sections=Sections(initial_response=paragraphs("I thank everybody."))))
    person.opens(_INITIAL)
    opens_text(person)
    person.press(KEY.Key_A, CTRL)
    chooses_in_insert(person, KEY.Key_K)
    person.types("Thanks\n")
    assert person.sees("“Thanks” was added to the office’s standard wording.")
    person.finds("Insert: Thanks")
    person.window.go("office")
    page = person.window.pages.currentWidget()
    assert isinstance(page, OfficePage)
    page.show_part(WORDING)
    person.finds("Wording that is offered").setFocus()
    person.press(KEY.Key_End)
    words = person.editor("Words of the wording")
    person.press(KEY.Key_End, CTRL)
    person.types(" Always")
    assert words.toPlainText() == "I thank everybody. Always"
    opens_text(person)
    person.types("\n")
    person.click("Insert: Thanks")
    assert person.window.state is not None
    assert person.window.state.workspace.ask(standard_wording.wording, "initial_response").snippets[-1].label == "Thanks"
    person.quits()
    assert fragment(person) == "<p>I thank everybody.</p><p>I thank everybody. Always</p>"


def test_a_quotation_with_who_said_it_and_a_table_reach_the_record(person: Person) -> None:
    person.has(replace(fictional(), sections=Sections(initial_response=paragraphs("They did well."))))
    person.opens(_INITIAL)
    opens_text(person)
    person.press(KEY.Key_W, CTRL | SHIFT)
    person.types("The inspectors\n")
    chooses_in_insert(person, KEY.Key_T)
    person.qtbot.waitUntil(lambda: person.at.accessibleName() == "Columns of the table, Initial response")
    person.types("2")
    person.press(KEY.Key_Return)
    for words in ("Finding", "Owner", "AFI 1", "Head of crime", "AFI 2", ""):
        person.types(words)
        person.press(KEY.Key_Tab)
    person.press(KEY.Key_Tab, times=2)  # out of the empty row that came last
    person.types("The end.")
    person.quits()
    assert fragment(person) == (
        "<blockquote><p>They did well.</p><cite>The inspectors</cite></blockquote><table><tr><th>Finding</th><th>Owner</th></tr>"
        "<tr><td>AFI 1</td><td>Head of crime</td></tr><tr><td>AFI 2</td><td></td></tr><tr><td></td><td></td></tr></table><p>The end.</p>"
    )
