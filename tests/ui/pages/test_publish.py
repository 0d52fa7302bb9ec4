"""Sign off and publish, and after publication: the keyboard, the names, and what a step asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import acts
from response_app.authoring.after import begin_correction
from response_app.authoring.earlier_versions import earlier_versions
from response_app.authoring.publication_steps import StepKey
from response_app.domain.response import Capacity, CopyTo, Correction, Invitation, InvitationOutcome, Publication, PublishedFile, Status
from response_app.errors import PdfRefused
from tests.fixtures.sample_records import finding, plain_record, with_findings
from ui.pages.after_page import AfterPage
from ui.pages.publish_letters import Letters
from ui.pages.publish_page import PublishPage
from ui.pages.section_page import SectionPage
from ui.record_check import RecordCheck
from ui.state import State
from ui.widgets.act_form import ActForm
from ui.widgets.page_pictures import PagedPdf

from .opened import Opened, Opens
from .walk import check_keyboard_and_names

DAY = date(2024, 6, 20)


def _page(state: State) -> PublishPage:
    def make_pages(draft: bool) -> Callable[[], PagedPdf]:
        assert not draft
        raise PdfRefused("No page is drawn here.", "")

    return PublishPage(state, make_pages, RecordCheck(state))


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
    assert at is not None and at.accessibleName() == "Record: 2. Have the Chief Constable’s text agreed"
    assert at.accessibleDescription().startswith("Do this next.")
    QTest.keyClick(at, Qt.Key.Key_Space)
    field = QApplication.focusWidget()
    assert field is not None and field.accessibleName() == "Agreed by"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is at and publish.page.open_key is None


def test_a_form_that_lacks_something_keeps_nothing_and_says_what(publish: Opened[PublishPage]) -> None:
    publish.click("Sign off: 3. Sign off")
    publish.write("Signed off by", "")
    publish.click("Sign off")
    assert "Write the name of the person." in said(publish) and "Say how, such as e-mail." in said(publish)
    at = QApplication.focusWidget()
    assert at is not None and at.accessibleName() == "Signed off by"
    assert publish.reopened().state.decisions == ()


def test_enter_in_a_field_saves_and_the_step_shows_it(publish: Opened[PublishPage]) -> None:
    publish.click("Sign off: 3. Sign off")
    publish.write("How", "e-mail")
    how = publish.widget("Reference")
    QTest.keyClick(how, Qt.Key.Key_Return)
    assert publish.page.rows[StepKey.SIGNED].status.text() == "Signed off"
    assert "Version 1.0, by A. Example, Police and Crime Commissioner, in person, on 26 June 2024, e-mail." in said(publish)
    publish.click("Show: 3. Sign off")
    publish.click("Take back: 3. Sign off")
    assert publish.page.rows[StepKey.SIGNED].status.text() != "Signed off"


def test_ticks_are_kept_beside_the_record(publish: Opened[PublishPage]) -> None:
    tick = next(iter(publish.page.looks.ticks.values()))
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    publish.page.enter()
    assert tick.isChecked()


def test_a_copy_that_was_sent_can_be_taken_out(publish: Opened[PublishPage]) -> None:
    state = publish.state
    state.do(acts.record_copy, state.record_id, CopyTo.INSPECTORS, DAY, "e-mail")
    publish.click("Record: 7. Send the copies")
    publish.click("Take out: HM inspectors of constabulary: version 1.0, 20 June 2024, e-mail")
    assert publish.reopened().state.copies == ()


def test_it_says_of_problems_what_check_says_and_which_step_puts_them_right(publish: Opened[PublishPage]) -> None:
    assert "1 problem stops publication; step 3 puts it right." in said(publish)
    assert publish.page.rows[StepKey.CHECK].status.text() == "See step 3"


@pytest.mark.parametrize(
    ("opens_step", "field", "saves", "words"),
    [
        ("Sign off: 3. Sign off", "Signed off on", "Sign off", "This day is still to come."),
        ("Confirm: 6. Confirm that it is live", "Seen on the website on", "Confirm", "This day is still to come."),
        ("Record: 7. Send the copies", "Sent on", "Record the copy", "This day is still to come."),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field_and_nothing_is_kept(
    publish: Opened[PublishPage], opens_step: str, field: str, saves: str, words: str
) -> None:
    before = publish.state.record
    publish.click(opens_step)
    publish.write(field, "27 June 2024")
    publish.click(saves)
    day = publish.widget(field)
    assert words in said(publish) and words in day.accessibleDescription()
    assert publish.reopened() == before


def test_a_sign_off_says_who_in_which_post_and_capacity_and_on_which_words(publish: Opened[PublishPage]) -> None:
    publish.click("Sign off: 3. Sign off")
    publish.choose("In what capacity", "Deputy")
    publish.write("How", "e-mail")
    publish.click("Sign off")
    assert "A. Example, Police and Crime Commissioner, as deputy, on 26 June 2024, e-mail" in said(publish)
    publish.click("Show: 3. Sign off")
    (decision,) = publish.reopened().state.decisions
    for words in ("A. Example", "Police and Crime Commissioner", "as deputy", "26 June 2024", "e-mail", "1.0", decision.sha256[:32]):
        assert words in said(publish)


def test_a_text_that_was_agreed_with_the_invitation_is_agreed_here_too(opens: Opens, qtbot: QtBot) -> None:
    invitation = Invitation(reply_by=DAY, outcome=InvitationOutcome.RECEIVED, agreed_by="C. Example", agreed_on=DAY)
    record = plain_record()
    opened = opens(_page, replace(record, state=replace(record.state, invitation=invitation)))
    qtbot.waitUntil(lambda: opened.page.rows[StepKey.CHECK].isVisible())
    assert "Agreed by C. Example, on 20 June 2024, as Inspection details say." in said(opened)
    at = QApplication.focusWidget()
    assert at is not None and at.accessibleName() == "Sign off: 3. Sign off"
    opened.click("Show: 2. Have the Chief Constable’s text agreed")
    opened.write("How", "e-mail")
    opened.click("Record that it is agreed")
    assert "Agreed by C. Example, Chief Constable, in person, on 20 June 2024, e-mail." in said(opened)


def test_the_day_of_publication_is_planned_beside_the_clock(publish: Opened[PublishPage], qtbot: QtBot) -> None:
    publish.click("Change the planned day…")
    publish.write("To be published on", "25 June 2024")
    publish.click("Plan this day")
    assert "This day has passed." in said(publish)
    publish.write("To be published on", "3 July 2024")
    publish.click("Plan this day")
    assert "Planned for 3 July 2024" in said(publish)
    qtbot.waitUntil(lambda: not publish.page.plan.findChildren(ActForm))
    publish.click("Change the planned day…")
    publish.write("To be published on", "")
    publish.click("Plan this day")
    assert publish.reopened().state.publication.planned_on is None
    assert QApplication.focusWidget() is publish.widget("Plan the day of publication…")


def test_what_led_to_a_page_that_is_out_is_not_asked_for_again(opens: Opens, qtbot: QtBot) -> None:
    live = with_findings(finding("a1"), status=Status.PUBLISHED, publication=Publication(DAY, None, DAY))
    opened = opens(_page, live)
    qtbot.waitUntil(lambda: opened.page.rows[StepKey.CHECK].isVisible())
    shown = {key: opened.page.rows[key].status.text() for key in StepKey}
    assert [shown[key] for key in (StepKey.SIGNED, StepKey.FILES, StepKey.GIVEN)] == ["Not recorded"] * 3
    assert shown[StepKey.COPIES] == "Do this next" and not opened.page.plan.isVisible()


def test_letters_are_made_anew_once_the_page_is_live(opens: Opens, qtbot: QtBot, tmp_path: Path) -> None:
    live = with_findings(finding("a1"), status=Status.PUBLISHED, publication=Publication(DAY, DAY, DAY, "https://exampleshire.example/r"))
    opened = opens(_page, live)
    qtbot.waitUntil(lambda: opened.page.rows[StepKey.CHECK].isVisible())
    opened.click("Record: 7. Send the copies")
    (letters,) = opened.page.findChildren(Letters)
    assert opened.widget("Make the letters…").isVisible()
    folder = tmp_path / "sent"
    folder.mkdir()
    letters.make(folder)
    qtbot.waitUntil(lambda: "The letters were written to" in said(opened))
    assert {each.name for each in folder.glob("*/*")} == {"letter-to-inspectors.docx", "letter-to-secretary-of-state.docx"}
    letters.make(folder)
    qtbot.waitUntil(lambda: bool(opened.failures))
    assert "There are files in" in str(opened.failures[0])


def test_letters_of_a_correction_do_not_say_that_the_address_is_lacking(opens: Opens, qtbot: QtBot) -> None:
    live = Publication(DAY, DAY, DAY, "https://exampleshire.example/r")
    record = with_findings(
        finding("a1"), status=Status.PUBLISHED, publication=live, version_label="1.1", corrections=(Correction("1.1", DAY, "A name."),)
    )
    opened = opens(_page, record)
    qtbot.waitUntil(lambda: opened.page.rows[StepKey.CHECK].isVisible())
    opened.click("Record: 7. Send the copies")
    assert "Letters made here carry today’s date." in said(opened) and "lack the day" not in said(opened)


def test_whoever_confirms_is_told_which_day_the_files_say(opens: Opens, qtbot: QtBot) -> None:
    planned = date(2024, 7, 2)
    made = with_findings(finding("a1"), status=Status.SIGNED_OFF, publication=Publication(planned, files=(PublishedFile("a.pdf"),)))
    opened = opens(_page, made)
    qtbot.waitUntil(lambda: opened.page.rows[StepKey.CHECK].isVisible())
    opened.click("Confirm: 6. Confirm that it is live")
    assert "The files say “Published 2 July 2024”. If the page went live on another day" in said(opened)


def test_what_opens_under_a_step_leaves_the_clock_as_it_is(publish: Opened[PublishPage]) -> None:
    publish.page.resize(1128, 760)
    QApplication.processEvents()
    high = publish.page.clock.height()
    publish.click("Record: 2. Have the Chief Constable’s text agreed")
    QApplication.processEvents()
    assert publish.page.pdf.height() == publish.page.pdf.maximumHeight()
    assert publish.page.clock.height() == high


def test_the_version_before_a_correction_is_saved_as_it_was_published(opens: Opens, qtbot: QtBot, tmp_path: Path) -> None:
    opened = opens(AfterPage, plain_record())
    state, key = opened.state, opened.state.record_id
    state.do(acts.sign_off, key, "A. Example", "Commissioner", Capacity.HOLDER, DAY, "e-mail")
    state.do(acts.confirm_live, key, DAY, "https://www.exampleshire.example/r")
    assert not opened.page.versions.isVisible()
    state.do(begin_correction, key, "A name.", DAY)
    assert "Version 1.0, signed off" in said(opened)
    check_keyboard_and_names(opened.page)
    opened.click("Save version 1.0 as PDF…")
    (dialog,) = opened.page.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "exampleshire-police-response-v1.0.pdf"
    dialog.close()
    (signed,) = earlier_versions(opened.reopened())
    with qtbot.waitSignal(opened.page.told) as told:
        opened.page.versions.write_version(signed, tmp_path / "old.pdf")
    assert told.args == [f"Version 1.0 was written: {tmp_path / 'old.pdf'}"]
    with pikepdf.open(tmp_path / "old.pdf") as pdf:
        assert "version 1.0" in str(pdf.docinfo["/Title"])
    opened.page.versions.write_version(signed, tmp_path)
    qtbot.waitUntil(lambda: bool(opened.failures))


def test_after_publication_every_stop_has_a_name_and_arrows_choose(after: Opened[AfterPage]) -> None:
    check_keyboard_and_names(after.page)
    first = after.page.rows["a1"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is after.page.rows["a2"]
    assert after.page.finding_id == "a2" and "AFI 2: history" in said(after)


@pytest.mark.parametrize("words", ["Write a progress update…", "Move the target date…", "Closed by the inspectors…", "Start a correction…"])
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
    assert "letter or report of the inspectors closes" in said(after) and "Their letter or report, such as" in said(after), "named alike"
    after.write("Where the inspectors say so", "Letter of 1 June 2024")
    after.click("Record that it is closed")
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
    assert opened.page.edit.isReadOnly() and "To change it, start a correction." in opened.page.frozen.words.text()
    opened.state.do(begin_correction, opened.state.record_id, "A name.", DAY)
    assert not opened.page.edit.isReadOnly() and opened.page.frozen.isHidden()
