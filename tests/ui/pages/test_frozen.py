"""A published record in the window: what it prints can be read and reached, not changed; the other fields go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from response_app.authoring.after import begin_correction
from response_app.domain.finding import Source
from response_app.domain.office import JointBody
from response_app.domain.record import Record
from response_app.domain.response import Publication, Status
from response_app.interchange import printed_parts
from tests.fixtures.sample_records import finding, with_findings
from ui.pages.answers_page import AnswersPage
from ui.pages.base import RecordPage
from ui.pages.details_page import DetailsPage
from ui.pages.findings_page import FindingsPage
from ui.pages.section_page import SectionPage
from ui.state import State
from ui.widgets.frozen import READ_ONLY

from .opened import Opens
from .walk import check_keyboard_and_names

DAY = date(2024, 6, 20)
PAGES: dict[str, Callable[[State], RecordPage]] = {
    "details": DetailsPage,
    "findings": FindingsPage,
    "answers": AnswersPage,
    "initial": lambda state: SectionPage(state, "initial_response"),
    "chief": lambda state: SectionPage(state, "chief_officer_response"),
}


def live_record() -> Record:
    """A record that is published, with something of everything."""
    first = replace(finding("a1"), sources=(Source("A letter"),))
    made = with_findings(first, finding("a2"), status=Status.PUBLISHED, publication=Publication(DAY, DAY, DAY))
    return replace(made, office=replace(made.office, joint_with=(JointBody("Other Police"),)))


def press_everything(page: RecordPage) -> int:
    """Type, press and click in every field that can be reached; return how many were reached."""
    count = 0
    for field in page.findChildren(QWidget):
        if not field.isVisible() or not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox | QAbstractButton):
            continue
        if not field.property("frozen") and not (isinstance(field, QTextEdit) and field.isReadOnly()):
            continue
        count += 1
        field.setFocus()
        assert QApplication.focusWidget() in (field, field.focusProxy()), f"{field.accessibleName()} cannot be reached"
        for key in (Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_F4):
            QTest.keyClick(field, key)
        page.ensureWidgetVisible(field)
        target = field.viewport() if isinstance(field, QPlainTextEdit | QTextEdit) else field
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert QApplication.activePopupWidget() is None
    return count


@pytest.mark.parametrize(("key", "fields"), [("details", 30), ("findings", 10), ("answers", 7), ("initial", 1), ("chief", 1)])
def test_all_that_is_printed_can_be_reached_and_nothing_changes_until_a_correction_begins(
    opens: Opens, qtbot: QtBot, key: str, fields: int
) -> None:
    opened = opens(PAGES[key], live_record())
    if isinstance(opened.page, AnswersPage):
        qtbot.waitUntil(opened.page.own.first_focus().isVisible)
    assert "was published on 20 June 2024. To change it, start a correction." in opened.page.frozen.words.text()  # type: ignore[attr-defined]
    before = opened.state.record
    assert press_everything(opened.page) >= fields
    opened.page.flush()
    assert opened.state.record == before and not opened.failures
    check_keyboard_and_names(opened.page)
    asked: list[bool] = []
    opened.page.correction_requested.connect(lambda: asked.append(True))  # type: ignore[attr-defined]
    opened.page.frozen.correct.click()  # type: ignore[attr-defined]
    assert asked
    choices = [each for each in opened.page.findChildren(QAbstractButton) if each.property("frozen")]
    assert all(READ_ONLY in each.accessibleDescription() for each in choices)
    opened.state.do(begin_correction, opened.state.record_id, "A name.", DAY)
    assert opened.page.frozen.isHidden()  # type: ignore[attr-defined]
    left = [each for each in opened.page.findChildren(QWidget) if each.property("frozen") or READ_ONLY in each.accessibleDescription()]
    assert not left, [each.accessibleName() for each in left]


def test_wording_is_not_offered_to_a_published_text_and_the_buttons_say_why(opens: Opens) -> None:
    opened = opens(PAGES["initial"], live_record())
    page = opened.page
    assert isinstance(page, SectionPage)

    def offers() -> list[QAbstractButton]:
        return [each for each in page.guide.findChildren(QAbstractButton) if each.accessibleName().startswith("Insert: ")]

    assert len(offers()) == 4
    for each in offers():
        assert not each.isEnabled() and each.toolTip().endswith("To change it, start a correction.") and each.accessibleDescription()
    assert not page.guide.fields.isVisible()
    opened.state.do(begin_correction, opened.state.record_id, "A name.", DAY)
    assert all(each.isEnabled() and not each.toolTip() for each in offers())
    assert page.guide.fields.isVisible()


def test_details_that_are_not_printed_go_on(opens: Opens) -> None:
    opened = opens(DetailsPage, live_record())
    opened.write("When inspectors visited", "May 2024")
    opened.choose("Marking of drafts", "OFFICIAL-SENSITIVE")
    record = opened.reopened()
    assert (record.inspection.visited, record.state.marking) == ("May 2024", "OFFICIAL-SENSITIVE")
    assert printed_parts(record) == printed_parts(live_record())


def test_findings_are_not_added_moved_or_deleted(opens: Opens) -> None:
    opened = opens(FindingsPage, live_record())
    page = opened.page
    assert page.add.isHidden() and page.form.delete.isHidden() and not page.form.can_delete
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in page.model.rows] == ["a1", "a2"] and not opened.failures
    page.offer_kinds()
    assert not page.menu.isVisible() and "is published" in str(opened.failures[0])


def test_the_table_of_answers_opens_and_decides_nothing(opens: Opens) -> None:
    opened = opens(AnswersPage, live_record())
    opened.page.show_table()
    table = opened.page.table
    assert table is not None
    before = opened.state.record
    for key in (Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_O):
        QTest.keyClick(table.view, key)
    assert table.reason.isHidden() and table.owner.isHidden() and opened.state.record == before and not opened.failures
    assert [does for does, tool in table.tools.items() if not tool.isHidden()] == ["open"]
