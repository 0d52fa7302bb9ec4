"""What there can be several of: sources of a finding, bodies that answer jointly, records that answer; with real keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QComboBox

from response_app.authoring import office, records
from response_app.domain.finding import Source
from response_app.domain.office import JointBody
from response_app.domain.response import ClockApplies, ClockDecision
from response_app.errors import StoreUnavailable
from ui.pages.details_page import DetailsPage
from ui.pages.findings_page import FindingsPage

from ...checks.sample import clean_record
from .opened import Opened, break_store
from .walk import focusable, stops


def test_sources_are_added_filled_in_and_removed(full_findings: Opened[FindingsPage]) -> None:
    full_findings.click("Add a source")
    assert QApplication.focusWidget() is full_findings.widget("Title of the report or letter, source 1")
    full_findings.write("Title of the report or letter, source 1", "Letter to the force")
    full_findings.write("Published, source 1", "3 April 2024")
    full_findings.click("Add a source")
    full_findings.write("Title of the report or letter, source 2", "National report")
    full_findings.write("Number there, source 2", "7")
    full_findings.write("Page, source 2", "31")
    assert full_findings.state.undo_name == "change page of source"
    letter, report = Source("Letter to the force", date(2024, 4, 3)), Source("National report", number="7", page=31)
    assert full_findings.state.record is not None and full_findings.state.record.findings[0].sources == (letter, report)
    full_findings.click("Remove source 1")
    assert QApplication.focusWidget() is full_findings.page.form.sources.add
    assert full_findings.state.record.findings[0].sources == (report,)
    full_findings.state.undo()
    assert full_findings.reopened().findings[0].sources == (letter, report)


def test_a_page_that_is_no_number_is_not_kept(full_findings: Opened[FindingsPage]) -> None:
    full_findings.click("Add a source")
    full_findings.write("Page, source 1", "thirty")
    assert full_findings.page.form.sources.boxes[0].rows["page"].problem.text() == "Write the number in figures, such as 31."
    assert full_findings.reopened().findings[0].sources == (Source(),)


def test_another_findings_sources_do_not_show_what_was_typed_here(full_findings: Opened[FindingsPage]) -> None:
    full_findings.click("Add a source")
    full_findings.write("Page, source 1", "thirty")
    full_findings.page.show_finding("r1")
    assert full_findings.page.form.sources.boxes == []


def test_tab_goes_through_sources_in_the_order_in_which_they_stand(full_findings: Opened[FindingsPage]) -> None:
    full_findings.click("Add a source")
    full_findings.click("Add a source")
    full_findings.widget("Remove source 1").setFocus()
    names = [each.accessibleName() for each in stops(full_findings.page)]
    fields = ("Title of the report or letter", "Published", "Number there", "Page")
    assert names[:11] == [
        *("Remove source 1", *(f"{each}, source 1" for each in fields)),
        *("Remove source 2", *(f"{each}, source 2" for each in fields)),
        "Add a source",
    ]
    assert focusable(full_findings.page) <= set(stops(full_findings.page))


def test_a_source_that_cannot_be_saved_stays_typed(full_findings: Opened[FindingsPage]) -> None:
    full_findings.click("Add a source")
    mend = break_store(full_findings, StoreUnavailable("There is no room left on the drive."))
    full_findings.write("Title of the report or letter, source 1", "Letter")
    assert len(full_findings.failures) == 1
    mend()
    full_findings.page.flush()
    assert full_findings.reopened().findings[0].sources == (Source("Letter"),)


def test_reference_and_lead_in_are_kept(full_findings: Opened[FindingsPage]) -> None:
    full_findings.write("Reference", "AFI-2024-01")
    full_findings.write("Lead-in", "By 30 September, the force should:")
    assert full_findings.state.undo_name == "change lead-in of finding"
    finding = full_findings.reopened().findings[0]
    assert (finding.reference, finding.lead_in) == ("AFI-2024-01", "By 30 September, the force should:")


def test_joint_bodies_are_added_filled_in_and_removed(full_details: Opened[DetailsPage]) -> None:
    full_details.click("Add a joint body")
    full_details.write("Title of the body, joint body 1", "Mayor")
    full_details.write("Force, joint body 1", "Westshire Police")
    assert full_details.state.undo_name == "change joint body: name of force"
    assert full_details.state.record is not None
    assert full_details.state.record.office.joint_with == (JointBody("Mayor", force="Westshire Police"),)
    full_details.click("Remove joint body 1")
    assert full_details.state.record.office.joint_with == ()
    full_details.state.undo()
    assert full_details.reopened().office.joint_with == (JointBody("Mayor", force="Westshire Police"),)


def test_the_offices_joint_bodies_are_printed_by_new_records(full_details: Opened[DetailsPage]) -> None:
    joint = replace(clean_record().office, logo=None, joint_with=(JointBody("Mayor", "Mayor"),))
    full_details.state.do(office.set_up, "A. Author", joint)
    made = full_details.state.do(records.new_record)
    assert made is not None and made.after is not None and made.after.office == joint


def test_the_record_that_answers_is_chosen_by_its_title(full_details: Opened[DetailsPage]) -> None:
    other = full_details.state.do(records.new_record, "The force’s own report")
    assert other is not None
    full_details.click("It is answered in another record")
    full_details.choose("The record in which it is answered", "The force’s own report")
    assert full_details.state.undo_name == "choose record that answers"
    assert full_details.state.record is not None
    assert full_details.state.record.state.clock.record_id == other.record_id
    full_details.click("Yes, they apply")
    assert full_details.state.record.state.clock.record_id == "", "only another record answers elsewhere"
    assert not full_details.page.elsewhere.isVisible()
    full_details.state.undo()
    assert full_details.reopened().state.clock.record_id == other.record_id


def test_a_record_is_never_offered_as_its_own_answer_and_one_that_is_not_here_stays(full_details: Opened[DetailsPage]) -> None:
    from response_app.authoring.details import decide_clock

    elsewhere = ClockDecision(ClockApplies.ELSEWHERE, "", "00000000-0000-4000-8000-00000000beef")
    full_details.state.do(decide_clock, full_details.state.record_id, elsewhere)
    box = full_details.widget("The record in which it is answered")
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == ["Not chosen yet", "A record that is not on this computer"]
    full_details.page.flush()
    assert full_details.reopened().state.clock == elsewhere
