"""Versions of a section: listed with who and when, compared in the text's place and in words, restored as one step that is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from response_app.authoring import details, office, texts
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.record import Record
from response_app.domain.richtext import Heading, Paragraph, RichText, Run, plain
from ui.pages.section_page import SectionPage
from ui.state import State
from ui.widgets.section_side import FINDINGS, VERSIONS

from ...checks.sample import clean_record, with_state
from .opened import Opened, Opens
from .test_section import RECEIVED
from .walk import check_keyboard_and_names

Page = Opened[SectionPage]
PLACE = "sections.initial_response"
WAS = "The Group meets each quarter. I am assured of that."
NOW = "The Governance Group meets. I am sure of that."
CTRL = Qt.KeyboardModifier.ControlModifier


def initial(state: State) -> SectionPage:
    """Make the page of the initial response."""
    return SectionPage(state, "initial_response")


def with_words(text: RichText) -> Record:
    """Return a record with this initial response."""
    clean = clean_record()
    return replace(clean, sections=replace(clean.sections, initial_response=text))


def opened_with_version(opens: Opens, was: RichText, now: RichText) -> Page:
    """Open the section with words that were others twenty minutes ago, by A. Author."""
    opened = opens(initial, with_words(()))
    begun = datetime.now(UTC)
    clock = [begun]
    opened.state.workspace.close()
    opened.state.workspace = Workspace.open(opened.folder, now=lambda: clock[0])
    opened.state.workspace.do(office.set_up, "A. Author", clean_record().office)
    for text in (was, now):
        clock[0] += timedelta(minutes=20)
        opened.state.do(texts.save_text, opened.state.record_id, PLACE, text)
    clock[0] += timedelta(minutes=20)
    return opened


@pytest.fixture
def reworded(opens: Opens) -> Page:
    """The section on whose words there is one version."""
    return opened_with_version(opens, from_plain(WAS), from_plain(NOW))


def chooses(opened: Page) -> None:
    """Go to the versions and choose the newest by keys."""
    tabs = opened.page.side.tabs
    tabs.setFocus()
    while tabs.currentIndex() != VERSIONS:
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    versions = opened.page.side.versions
    versions.list.setFocus()
    assert not opened.page.compare.isVisible(), "coming to the list chooses nothing"
    QTest.keyClick(versions.list, Qt.Key.Key_Down)


def in_format(opened: Page, looks: str) -> str:
    """Return the words of the comparison that are struck through, or underlined."""
    document = opened.page.compare.words.document()
    out, block = [], document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            held: QTextCharFormat = at.fragment().charFormat()
            if getattr(held, looks)():
                out.append(at.fragment().text().strip())
            at += 1
        block = block.next()
    return " / ".join(out)


def shown(opened: Page) -> str:
    """Return what stands in the place of the text."""
    assert opened.page.compare.isVisible() and not opened.page.edit.isVisible()
    return opened.page.compare.words.toPlainText()


def test_a_version_says_when_and_by_whom(reworded: Page) -> None:
    chooses(reworded)
    words = reworded.page.side.versions.list.item(0).text()
    assert words.endswith("\nA. Author") and ":" in words.splitlines()[0]


def test_what_changed_is_struck_through_underlined_and_said_in_words(reworded: Page) -> None:
    chooses(reworded)
    assert in_format(reworded, "fontStrikeOut") == "each quarter / assured"
    assert in_format(reworded, "fontUnderline") == "Governance / sure"
    changes = reworded.page.side.versions.changes
    said = [changes.item(row).text() for row in range(changes.count())]
    assert said == ["added: “Governance”", "removed: “each quarter”", "removed: “assured”, added: “sure”"]
    assert reworded.page.compare.told.text().startswith("3 changes since then")


def test_as_it_was_shows_the_old_words_alone(reworded: Page) -> None:
    chooses(reworded)
    reworded.click("As it was, what is shown of the version")
    assert shown(reworded) == WAS
    assert not in_format(reworded, "fontStrikeOut")
    reworded.click("Changes, what is shown of the version")
    assert "Governance" in shown(reworded)


def test_restoring_is_one_step_of_the_text_and_of_the_window(reworded: Page) -> None:
    chooses(reworded)
    reworded.click("Restore this version")
    edit = reworded.page.edit
    assert edit.isVisible() and edit.hasFocus() and edit.toPlainText() == WAS
    assert plain(reworded.reopened().sections.initial_response) == WAS
    assert reworded.state.undo_name == "restore version"
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.toPlainText() == NOW
    reworded.page.leave()
    assert plain(reworded.reopened().sections.initial_response) == NOW


def test_the_window_takes_it_back_too(reworded: Page) -> None:
    chooses(reworded)
    reworded.click("Restore this version")
    reworded.state.undo()
    assert reworded.page.edit.toPlainText() == NOW
    reworded.state.redo()
    assert plain(reworded.reopened().sections.initial_response) == WAS


def test_escape_and_another_tab_bring_the_text_back(reworded: Page) -> None:
    chooses(reworded)
    QTest.keyClick(reworded.page.compare.words, Qt.Key.Key_Escape)
    assert reworded.page.edit.isVisible() and reworded.page.edit.hasFocus() and not reworded.page.compare.isVisible()
    QTest.keyClick(reworded.page.side.versions.list, Qt.Key.Key_Return)
    assert reworded.page.compare.isVisible()
    reworded.page.side.turn_to(FINDINGS)
    assert reworded.page.edit.isVisible() and not reworded.page.compare.isVisible()


def test_what_is_typed_and_not_yet_saved_is_compared_too(reworded: Page) -> None:
    QTest.keyClicks(reworded.page.edit, "Typed. ")
    chooses(reworded)
    assert "Typed." in in_format(reworded, "fontUnderline")


def test_a_change_in_the_list_is_brought_into_view(opens: Opens, qtbot: QtBot) -> None:
    """A long text is compared in the background, and the paragraphs without a change are left out."""
    lines = [f"Paragraph {number} says something of its own." for number in range(400)]
    opened = opened_with_version(opens, from_plain("\n\n".join(lines)), from_plain("\n\n".join([*lines[:390], "New.", *lines[390:]])))
    chooses(opened)
    changes = opened.page.side.versions.changes
    qtbot.waitUntil(lambda: changes.count() == 1)
    assert shown(opened).startswith("… 388 paragraphs without a change …")
    changes.setFocus()
    QTest.keyClick(changes, Qt.Key.Key_Return)
    cursor: QTextCursor = opened.page.compare.words.textCursor()
    assert cursor.block().text() == "New."


def test_other_looks_of_the_same_words_are_told(opens: Opens) -> None:
    opened = opened_with_version(opens, from_plain(WAS), (Heading(1, (Run(WAS),)),))
    chooses(opened)
    assert opened.page.compare.told.text().startswith("The words are the same as now; only lists")


def test_fields_show_what_they_say_now(opens: Opens) -> None:
    text: RichText = (Paragraph((Run("On "), Run(field="report_title"), Run("."))),)
    opened = opened_with_version(opens, text, (*text, *from_plain("More.")))
    chooses(opened)
    assert "On An inspection." in shown(opened)


def test_a_version_that_typing_makes_is_shown_at_once(reworded: Page) -> None:
    reworded.page.side.turn_to(VERSIONS)
    assert reworded.page.side.versions.list.count() == 1
    QTest.keyClicks(reworded.page.edit, "New. ")
    reworded.page.flush()
    assert reworded.page.side.versions.list.count() == 2


def test_without_a_version_it_says_when_one_is_kept(opens: Opens) -> None:
    opened = opens(initial, with_words(()))
    opened.page.side.turn_to(VERSIONS)
    assert opened.page.side.versions.told.text().startswith("There is no earlier version yet.")
    assert not opened.page.side.versions.list.isVisible()


def test_where_the_words_are_theirs_versions_are_read_only(opens: Opens) -> None:
    opened = opened_with_version(opens, from_plain(WAS), from_plain(NOW))
    assert opened.page.compare.restore.isVisibleTo(opened.page.compare)
    chief = SectionPage(opened.state, "chief_officer_response")
    opened.state.do(details.change_invitation, opened.state.record_id, RECEIVED)
    record = opened.state.record
    assert record is not None
    chief.refresh(with_state(record, invitation=RECEIVED), None)
    chief.compare.begin("today", may_restore=chief.versions._may_restore)
    assert not chief.compare.restore.isVisibleTo(chief.compare)
    chief.deleteLater()


def test_everything_is_reached_and_named(reworded: Page) -> None:
    chooses(reworded)
    check_keyboard_and_names(reworded.page)
