"""Sign off and publish, and after publication: the keyboard, the names, and what a step asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import acts
from response_app.authoring.after import begin_correction
from response_app.authoring.publication_steps import StepKey
from response_app.domain.response import CopyTo, Publication, Status
from response_app.errors import PdfRefused
from tests.fixtures.sample_records import finding, plain_record, with_findings
from ui.pages.after_page import AfterPage
from ui.pages.publish_page import PublishPage
from ui.pages.section_page import SectionPage
from ui.state import State
from ui.widgets.page_pictures import PagedPdf

from .opened import Opened, Opens
from .walk import check_keyboard_and_names

DAY = date(2024, 6, 20)


def _page(state: State) -> PublishPage:
    def make_pages(draft: bool) -> Callable[[], PagedPdf]:
        assert not draft
        raise PdfRefused("No page is drawn here.", "")

    return PublishPage(state, make_pages)


@pytest.fixture
def publish(opens: Opens, qtbot: QtBot) -> Opened[PublishPage]:
    """The page on the plain record, with what the checks say."""
    made = opens(_page, plain_record())
    qtbot.waitUntil(lambda: made.page.rows[StepKey.CHECK].isVisible())
    return made


@pytest.fixture
def after(opens: Opens) -> Opened[AfterPage]:
    """The page on a record that is live, with two findings."""
    record = with_findings(
        finding("a1"), finding("a2"), status=Status.PUBLISHED, publication=Publication(DAY, DAY, DAY, "https://www.exampleshire.example/r")
    )
    return opens(AfterPage, record)


def said(opened: Opened[PublishPage] | Opened[AfterPage]) -> str:
    """Every word on the page."""
    return "\n".join(each.text() for each in opened.page.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize("key", [None, *(each for each in StepKey if each not in (StepKey.CHECK, StepKey.PROMINENT))])
def test_tab_reaches_everything_and_each_has_a_name_of_its_own(publish: Opened[PublishPage], key: StepKey | None) -> None:
    if key is not None:
        publish.page.rows[key].button.click()
    check_keyboard_and_names(publish.page)


def test_the_keyboard_is_where_the_next_step_is(publish: Opened[PublishPage]) -> None:
    at = QApplication.focusWidget()
    assert at is not None and at.accessibleName() == "Record: 2. Chief Constable’s text agreed"
    assert at.accessibleDescription().startswith("Do this next.")
    QTest.keyClick(at, Qt.Key.Key_Space)
    field = QApplication.focusWidget()
    assert field is not None and field.accessibleName() == "Agreed by"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is at and publish.page.open_key is None


def test_a_form_that_lacks_something_keeps_nothing_and_says_what(publish: Opened[PublishPage]) -> None:
    publish.click("Sign off: 3. Sign-off")
    publish.write("Signed off by", "")
    publish.click("Sign off")
    assert "Write the name of the person." in said(publish) and "Say how, in a word." in said(publish)
    at = QApplication.focusWidget()
    assert at is not None and at.accessibleName() == "Signed off by"
    assert publish.reopened().state.decisions == ()


def test_enter_in_a_field_saves_and_the_step_shows_it(publish: Opened[PublishPage]) -> None:
    publish.click("Sign off: 3. Sign-off")
    publish.write("How", "e-mail")
    how = publish.widget("Reference")
    QTest.keyClick(how, Qt.Key.Key_Return)
    assert publish.page.rows[StepKey.SIGNED].status.text() == "Signed off"
    assert "Version 1.0, by A. Example, Police and Crime Commissioner, in person, on 26 June 2024, e-mail." in said(publish)
    publish.click("Show: 3. Sign-off")
    publish.click("Take back: 3. Sign-off")
    assert publish.page.rows[StepKey.SIGNED].status.text() != "Signed off"


def test_ticks_are_kept_beside_the_record(publish: Opened[PublishPage]) -> None:
    tick = next(iter(publish.page.ticks.values()))
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    publish.page.enter()
    assert tick.isChecked()


def test_a_copy_that_was_sent_can_be_taken_out(publish: Opened[PublishPage]) -> None:
    state = publish.state
    state.do(acts.record_copy, state.record_id, CopyTo.INSPECTORS, DAY, "e-mail")
    publish.click("Letters: 7. Send the copies")
    publish.click("Take out: HM inspectors of constabulary: version 1.0, 20 June 2024, e-mail")
    assert publish.reopened().state.copies == ()


def test_after_publication_every_stop_has_a_name_and_arrows_choose(after: Opened[AfterPage]) -> None:
    check_keyboard_and_names(after.page)
    first = after.page.rows["a1"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is after.page.rows["a2"]
    assert after.page.finding_id == "a2" and "AFI 2: history" in said(after)


@pytest.mark.parametrize("words", ["Write a progress update…", "Move the target date…", "Closed by the inspectors…", "Correct a mistake…"])
def test_each_form_opens_in_place_and_escape_leaves_it(after: Opened[AfterPage], words: str) -> None:
    asks = after.widget(words)
    asks.setFocus()
    QTest.keyClick(asks, Qt.Key.Key_Space)
    assert after.page.form is not None
    check_keyboard_and_names(after.page)
    control = next(iter(after.page.form.rows.values())).control
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Escape)
    assert after.page.form is None and QApplication.focusWidget() is asks


def test_the_inspectors_close_a_finding_and_it_is_said(after: Opened[AfterPage]) -> None:
    after.click("Closed by the inspectors…")
    after.write("Where the inspectors say so", "Letter of 1 June 2024")
    after.click("Keep that it is closed")
    assert "Closed: Letter of 1 June 2024" in said(after)
    assert after.page.rows["a1"].accessibleName() == "AFI 1: Closed by the inspectors"
    after.click("Open again")
    assert after.reopened().finding("a1").closed is None


def test_before_publication_the_page_says_what_will_be_here(opens: Opens) -> None:
    opened = opens(AfterPage, replace(plain_record()))
    assert "The response is not published yet." in said(opened)
    assert [each.accessibleName() for each in [QApplication.focusWidget()] if each] == ["Go to Sign off and publish"]


def test_published_words_are_read_only_until_a_correction_begins(opens: Opens) -> None:
    live = with_findings(finding("a1"), status=Status.PUBLISHED, publication=Publication(DAY, DAY, DAY))
    opened = opens(lambda state: SectionPage(state, "initial_response"), live)
    assert opened.page.edit.isReadOnly() and "does not change" in opened.page.whose.text()
    opened.state.do(begin_correction, opened.state.record_id, "A name.", DAY)
    assert not opened.page.edit.isReadOnly() and not opened.page.whose.text()
