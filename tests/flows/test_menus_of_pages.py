"""What a page's buttons do is done by the menus and the palette too, where it works."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QMenu

from ui.editors.rich_text_edit import RichTextEdit
from ui.pages.answers_page import AnswersPage
from ui.pages.section_page import SectionPage

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person


def offered(person: Person) -> set[str]:
    """Open a menu and close it; return the keys of what works now."""
    menu = person.window.actions_.menus["Findings"]
    assert isinstance(menu, QMenu)
    menu.popup(person.window.pos())
    menu.hide()
    return {key for key, action in person.window.actions_.by_key.items() if action.isEnabled()}


def does(person: Person, key: str) -> None:
    """Choose an entry that works now."""
    assert key in offered(person)
    person.window.actions_[key].trigger()


def test_findings_and_answers_by_the_menu(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_4)
    window = person.window
    assert not {"delete_finding", "add_action", "answer_together", "answers_table", "table_not", "export_csv"} & offered(person)

    person.press(KEY.Key_N, CTRL | SHIFT)
    person.chooses_in_menu("Recommendation")
    assert window.state is not None and window.state.record is not None
    assert len(window.state.record.findings) == 4
    does(person, "delete_finding")
    assert len(window.state.record.findings) == 3

    person.press(KEY.Key_J, CTRL)
    page = window.pages.currentWidget()
    assert isinstance(page, AnswersPage)
    assert person.at.accessibleName() == "Answer 1"
    first = page.rail.rows[0].label
    assert "add_action" not in offered(person), "there is none yet"
    person.types("I will ask for a plan.")
    person.press(KEY.Key_J, CTRL)
    assert not person.sees(f"Continue to {first}") and "answers_list" not in offered(person)
    does(person, "answer_together")
    assert page.own.picker.isVisible()
    does(person, "answers_table")
    assert page.table is not None and window.focusWidget() is page.table.view and "add_action" not in offered(person)
    does(person, "table_not")
    assert page.table.reason.isVisible()
    does(person, "answers_list")
    assert not page.is_table


def test_the_text_and_what_stands_beside_it_by_the_menu(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_4)
    page = person.window.pages.currentWidget()
    assert isinstance(page, SectionPage)
    edit = person.at
    assert isinstance(edit, RichTextEdit)
    edit.selectAll()
    does(person, "text_bold")
    assert edit.is_bold()
    for tab, key in enumerate(("beside_findings", "beside_report", "beside_comments", "beside_versions")):
        does(person, key)
        assert page.side.tab == tab
    does(person, "marks")
    assert page.side.comments.marks.isVisible()


def test_the_list_is_written_by_the_menu(person: Person) -> None:
    person.has(fictional())
    person.starts()
    does(person, "export_csv")
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(QFileDialog)))
    person.window.findChildren(QFileDialog)[-1].reject()


def test_the_menu_calls_the_chief_officer_as_the_sidebar_does(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_4)
    sidebar = person.window.sidebar.buttons["chief"]
    assert person.window.actions_["go_chief"].text() == "&Chief Constable’s response"
    assert "Chief Constable’s response" in sidebar.accessibleName()
