"""What there can be several of: sources of a finding, bodies that answer jointly, records that answer; with real keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from response_app.authoring import office, records
from response_app.domain.finding import Source
from response_app.domain.office import JointBody
from response_app.domain.response import ClockApplies, ClockDecision
from response_app.errors import StoreUnavailable
from ui.pages.details_page import DetailsPage
from ui.pages.findings_page import FindingsPage

from ...checks.sample import clean_record
from .opened import Opened, break_store, close, open_page
from .walk import focusable, stops

pytestmark = [
    pytest.mark.qt_log_level_fail("WARNING"),
    pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing the keyboard)"),
]


@pytest.fixture
def found(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened[FindingsPage]]:
    """The findings of a whole record, the first one chosen."""
    opened = open_page(qtbot, tmp_path, FindingsPage, clean_record())
    yield opened
    close(opened)


@pytest.fixture
def details(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened[DetailsPage]]:
    """The details of a whole record."""
    opened = open_page(qtbot, tmp_path, DetailsPage, clean_record())
    yield opened
    close(opened)


def test_sources_are_added_filled_in_and_removed(found: Opened[FindingsPage]) -> None:
    found.click("Add a source")
    assert QApplication.focusWidget() is found.widget("Title of the report or letter, source 1")
    found.write("Title of the report or letter, source 1", "Letter to the force")
    found.write("Published, source 1", "3 April 2024")
    found.click("Add a source")
    found.write("Title of the report or letter, source 2", "National report")
    found.write("Number there, source 2", "7")
    found.write("Page, source 2", "31")
    assert found.state.undo_name == "change page of source"
    letter, report = Source("Letter to the force", date(2024, 4, 3)), Source("National report", number="7", page=31)
    assert found.state.record is not None and found.state.record.findings[0].sources == (letter, report)
    found.click("Remove source 1")
    assert QApplication.focusWidget() is found.page.form.sources.add
    assert found.state.record.findings[0].sources == (report,)
    found.state.undo()
    assert found.reopened().findings[0].sources == (letter, report)


def test_a_page_that_is_no_number_is_not_kept(found: Opened[FindingsPage]) -> None:
    found.click("Add a source")
    found.write("Page, source 1", "thirty")
    assert found.page.form.sources.boxes[0].rows["page"].problem.text() == "Write the number in figures, such as 31."
    assert found.reopened().findings[0].sources == (Source(),)


def test_another_findings_sources_do_not_show_what_was_typed_here(found: Opened[FindingsPage]) -> None:
    found.click("Add a source")
    found.write("Page, source 1", "thirty")
    found.page.show_finding("r1")
    assert found.page.form.sources.boxes == []


def test_tab_goes_through_sources_in_the_order_in_which_they_stand(found: Opened[FindingsPage]) -> None:
    found.click("Add a source")
    found.click("Add a source")
    found.widget("Remove source 1").setFocus()
    names = [each.accessibleName() for each in stops(found.page)]
    fields = ("Title of the report or letter", "Published", "Number there", "Page")
    assert names[:11] == [
        *("Remove source 1", *(f"{each}, source 1" for each in fields)),
        *("Remove source 2", *(f"{each}, source 2" for each in fields)),
        "Add a source",
    ]
    assert focusable(found.page) <= set(stops(found.page))


def test_a_source_that_cannot_be_saved_stays_typed(found: Opened[FindingsPage]) -> None:
    found.click("Add a source")
    mend = break_store(found, StoreUnavailable("There is no room left on the drive."))
    found.write("Title of the report or letter, source 1", "Letter")
    assert len(found.failures) == 1
    mend()
    found.page.flush()
    assert found.reopened().findings[0].sources == (Source("Letter"),)


def test_reference_and_lead_in_are_kept(found: Opened[FindingsPage]) -> None:
    found.write("Reference", "AFI-2024-01")
    found.write("Lead-in", "By 30 September, the force should:")
    assert found.state.undo_name == "change lead-in of finding"
    finding = found.reopened().findings[0]
    assert (finding.reference, finding.lead_in) == ("AFI-2024-01", "By 30 September, the force should:")


def test_joint_bodies_are_added_filled_in_and_removed(details: Opened[DetailsPage]) -> None:
    details.click("Add a joint body")
    details.write("Title of the body, joint body 1", "Mayor")
    details.write("Force, joint body 1", "Westshire Police")
    assert details.state.undo_name == "change joint body: name of force"
    assert details.state.record is not None
    assert details.state.record.office.joint_with == (JointBody("Mayor", force="Westshire Police"),)
    details.click("Remove joint body 1")
    assert details.state.record.office.joint_with == ()
    details.state.undo()
    assert details.reopened().office.joint_with == (JointBody("Mayor", force="Westshire Police"),)


def test_the_offices_joint_bodies_are_printed_by_new_records(details: Opened[DetailsPage]) -> None:
    joint = replace(clean_record().office, logo=None, joint_with=(JointBody("Mayor", "Mayor"),))
    details.state.do(office.set_up, "A. Author", joint)
    made = details.state.do(records.new_record)
    assert made is not None and made.after is not None and made.after.office == joint


def test_the_record_that_answers_is_chosen_by_its_title(details: Opened[DetailsPage]) -> None:
    other = details.state.do(records.new_record, "The force’s own report")
    assert other is not None
    details.click("It is answered in another record")
    details.choose("The record in which it is answered", "The force’s own report")
    assert details.state.undo_name == "choose record that answers"
    assert details.state.record is not None
    assert details.state.record.state.clock.record_id == other.record_id
    details.click("Yes, they apply")
    assert details.state.record.state.clock.record_id == "", "only another record answers elsewhere"
    assert not details.page.elsewhere.isVisible()
    details.state.undo()
    assert details.reopened().state.clock.record_id == other.record_id


def test_a_record_is_never_offered_as_its_own_answer_and_one_that_is_not_here_stays(details: Opened[DetailsPage]) -> None:
    from response_app.authoring.details import decide_clock

    elsewhere = ClockDecision(ClockApplies.ELSEWHERE, "", "00000000-0000-4000-8000-00000000beef")
    details.state.do(decide_clock, details.state.record_id, elsewhere)
    box = details.widget("The record in which it is answered")
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == ["Not chosen yet", "A record that is not on this computer"]
    details.page.flush()
    assert details.reopened().state.clock == elsewhere
