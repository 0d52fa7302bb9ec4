"""The guidance beside a section: points that are ticked, fields with what they say now, the office's own wording."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QScrollArea

from response_app.authoring import details, points, standard_wording
from response_app.domain.canonical import from_plain
from response_app.domain.richtext import fields_in
from response_app.guidance.sections import shipped
from ui.editors.office_wording import office_wording
from ui.pages.section_page import SectionPage

from ...checks.sample import clean_record
from .opened import Opened, Opens

KEY = Qt.Key
PLACE = "initial_response"
Page = Opened[SectionPage]


@pytest.fixture
def initial(opens: Opens) -> Iterator[Page]:
    """The commissioner's first section, which says "Ours."."""
    yield opens(lambda state: SectionPage(state, PLACE), clean_record())
    office_wording().use({}, None)


def box(page: SectionPage, words: str) -> QCheckBox:
    """Return the box of a point."""
    return next(each for each in page.guide.findChildren(QCheckBox) if each.accessibleName() == words)


def field_values(page: SectionPage) -> dict[str, str]:
    """Return what the list of fields says."""
    shown = page.guide.fields
    lines = [shown.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(shown.count())]
    return dict(line.split(": ", 1) for line in lines)


def test_a_tick_is_kept_outside_the_record(initial: Page) -> None:
    before = initial.reopened()
    point = box(initial.page, "The findings, listed")
    point.setFocus()
    QTest.keyClick(point, KEY.Key_Space)
    assert initial.reopened() == before
    assert initial.state.workspace.ask(points.ticked, initial.state.record_id, PLACE) == {"The findings, listed"}
    later = SectionPage(initial.state, PLACE)
    later.refresh(initial.state.record or clean_record(), None)
    assert box(later, "The findings, listed").isChecked()
    assert not box(later, "How progress will be reported").isChecked()
    later.deleteLater()


def test_a_point_names_the_body_as_the_record_prints_it_and_keeps_its_tick(initial: Page) -> None:
    (named,) = (each for each in initial.page.guide.findChildren(QCheckBox) if each.accessibleName().endswith("has done or will do"))
    QTest.mouseClick(named, Qt.MouseButton.LeftButton, pos=named.rect().center())
    assert initial.state.workspace.ask(points.ticked, initial.state.record_id, PLACE) == {"What the {body} has done or will do"}


def test_the_fields_say_what_the_record_says_and_follow_it(initial: Page) -> None:
    assert field_values(initial.page)["Publication date of the report"] == "14 May 2024"
    initial.state.do(details.change_inspection, initial.state.record_id, title="Another title")
    assert field_values(initial.page)["Title of the report"] == "Another title"


def test_a_field_is_put_in_by_enter_in_the_list_and_by_a_click(initial: Page) -> None:
    fields = initial.page.guide.fields
    fields.setFocus()
    QTest.keyClick(fields, KEY.Key_Down)
    QTest.keyClick(fields, KEY.Key_Return)
    assert initial.page.edit.hasFocus()
    at = fields.visualItemRect(fields.item(3)).center()
    QTest.mouseClick(fields.viewport(), Qt.MouseButton.LeftButton, pos=at)
    initial.page.leave()
    assert list(fields_in(initial.reopened().sections.initial_response)) == ["publication_date", "force"]


def test_the_arrow_keys_keep_their_row_in_view(initial: Page) -> None:
    fields, scroll = initial.page.guide.fields, initial.page.guide.findChildren(QScrollArea)[0]
    fields.setFocus()
    for key in (KEY.Key_End, KEY.Key_Home):
        QTest.keyClick(fields, key)
        row = fields.visualRect(fields.currentIndex())
        top = fields.viewport().mapTo(scroll.viewport(), row.topLeft()).y()
        assert top >= 0 and top + row.height() <= scroll.viewport().height()


def test_what_the_office_changes_is_offered_at_once(initial: Page) -> None:
    initial.state.do(standard_wording.add, PLACE, "Thanks", from_plain("I thank everybody."))
    office_wording().use(initial.state.workspace.ask(standard_wording.all_wording), None)
    initial.click("Insert: Thanks")
    assert "I thank everybody." in initial.page.edit.toPlainText()
    initial.state.do(standard_wording.hide, PLACE, "opening", True)
    office_wording().use(initial.state.workspace.ask(standard_wording.all_wording), None)
    offered = [each.accessibleName() for each in initial.page.guide.findChildren(type(initial.page.back)) if each.isVisible()]
    assert "Insert: Thanks" in offered and "Insert: Opening paragraph" not in offered


def test_words_can_be_kept_only_where_some_are_chosen(initial: Page) -> None:
    keep = initial.page.guide.keep
    assert not keep.isVisible()  # no window keeps any
    office_wording().use({PLACE: shipped(PLACE)}, lambda place, name, text: True)
    initial.page.refresh(initial.state.record or clean_record(), None)
    assert keep.isVisible() and not keep.isEnabled()
    QTest.keyClick(initial.page.edit, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert keep.isEnabled()
    initial.click("Keep the chosen words as standard wording")
    assert initial.page.edit.textCursor().selectedText() == "Ours."


def test_nothing_is_put_into_the_chief_officers_words(opens: Opens) -> None:
    page = opens(lambda state: SectionPage(state, "chief_officer_response"), clean_record()).page
    assert not page.guide.fields.isVisible()
    QTest.keyClick(page.edit, KEY.Key_End)
    QTest.keyClicks(page.edit, " /")
    assert not page.edit.slash.is_open
