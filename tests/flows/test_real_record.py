"""A record is typed in the window, the window closed and opened again, and the record exported: nothing is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from response_app.domain.dates import in_words
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, Finding, FindingKind
from response_app.domain.inspection import Inspection, InspectionKind
from response_app.domain.office import Office
from response_app.domain.record import Record, Sections
from response_app.domain.response import ClockApplies
from response_app.domain.richtext import plain
from response_app.pdfium import page_count, page_text
from tests.fixtures.real_record import real_record
from ui.editors.rich_text_edit import RichTextEdit

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person, paragraphs

_WORD = re.compile(r"\w+")  # without hyphens: at the end of a line PDFium gives another character for one
_ANSWER = paragraphs("We have set aside money for six more investigators.")
_COMMENT = paragraphs("The first of them start in the autumn.")


def the_real_one() -> Record:
    """The published record beside the checkout."""
    record = real_record()
    if record is None:
        pytest.skip("needs the published record in the folder ../shared, which is not part of the project")
    return record


@pytest.mark.parametrize("make", [fictional, the_real_one])
def test_a_record_is_typed_kept_opened_again_and_exported(person: Person, tmp_path: Path, make: Callable[[], Record]) -> None:
    wanted = make()
    person.starts()
    first_start(person, wanted.office)
    person.press(KEY.Key_N, CTRL)
    type_details(person, wanted.inspection)
    type_findings(person, wanted.findings)
    type_sections(person, wanted.sections)
    type_answer(person)
    before = person.window.status.saved.text()
    person.quits()

    assert before.startswith("Saved ")
    check_kept(person.kept(), wanted)
    written = opens_again_and_exports(person, wanted, tmp_path)
    check_printed(written.read_bytes(), person.kept())


# --- What the person does ---------------------------------------------------------------------


def first_start(person: Person, office: Office) -> None:
    """Fill in the first page, and start."""
    person.fills("Your name", "Sam Author")
    person.fills("Name of the force", office.force)
    person.fills("Name of the commissioner, mayor or other holder", office.holder)
    person.fills("Name of the chief officer", office.chief_officer)
    person.click("Start")
    assert person.sees("There are no records yet")


def type_details(person: Person, inspection: Inspection) -> None:
    """Type what the report is, its summary and its grade."""
    assert inspection.published_on is not None
    person.fills("Title", inspection.title)
    person.chooses("Kind of inspection", "Regional")
    person.fills("Inspectorate", inspection.inspectorate)
    person.fills("Date published", f"{inspection.published_on.day}/{inspection.published_on.month}/24")
    person.click("I have checked this date against the report")
    person.click("Yes, they apply")
    person.fills("Version", "0.1")
    person.editor("Summary of inspection")
    person.writes(inspection.summary)
    person.click("Add a grade")
    person.press(KEY.Key_Right)
    person.press(KEY.Key_Return)
    choice = person.at
    assert isinstance(choice, QComboBox)
    person.press(KEY.Key_Home)
    person.press(KEY.Key_Down, times=choice.findText(str(inspection.judgements[0].grade and inspection.judgements[0].grade.words)))
    person.press(KEY.Key_Return)


def type_findings(person: Person, findings: tuple[Finding, ...]) -> None:
    """Add the findings; the evidence is pasted, the sentence typed."""
    person.press(KEY.Key_3, CTRL)
    for finding in findings:
        person.press(KEY.Key_N, CTRL | SHIFT)
        person.chooses_in_menu("Area for improvement")
        person.types(finding.heading)
        person.editor("Inspectors’ evidence")
        person.pastes(finding.evidence)


def type_sections(person: Person, sections: Sections) -> None:
    """Write the three sections, going from one to the next by the shortcuts."""
    texts = (sections.initial_response, sections.chief_officer_response, sections.overall_comments)
    for key, text in zip((KEY.Key_4, KEY.Key_5, KEY.Key_7), texts, strict=True):
        person.press(key, CTRL)
        assert isinstance(person.at, RichTextEdit)
        person.writes(text)


def type_answer(person: Person) -> None:
    """Answer the first finding in both halves, with an owner and a target date."""
    person.press(KEY.Key_6, CTRL)
    assert person.at is person.finds("Answer 1")
    person.writes(_ANSWER)
    person.click("Action taken, answer 1")
    person.fills("Owner, answer 1", "Governance")
    person.fills("Target date, answer 1", "30 September 2024")
    person.editor("Chief Constable: comment")
    person.writes(_COMMENT)


def opens_again_and_exports(person: Person, wanted: Record, folder: Path) -> Path:
    """Start the app anew, open the record from Home, look at what it shows, and export a draft."""
    person.starts()
    person.press(KEY.Key_Return)
    assert person.sees(wanted.inspection.title) and person.sees("What happens next")
    person.press(KEY.Key_Return)  # the first of the tasks
    assert person.finds("Date published", QLineEdit).text() == in_words(wanted.inspection.published_on or date.min)
    person.press(KEY.Key_4, CTRL)
    edit = person.at
    assert isinstance(edit, RichTextEdit) and edit.text() == wanted.sections.initial_response
    file = folder / "draft.pdf"
    person.press(KEY.Key_E, CTRL)
    person.names_file(file)
    person.qtbot.waitUntil(lambda: person.sees("The PDF was written"), timeout=20_000)
    person.quits()
    return file


# --- What came of it --------------------------------------------------------------------------


def check_kept(kept: Record, wanted: Record) -> None:
    """What the store holds is what was typed, word for word and in its structure."""
    assert (kept.office.force, kept.office.holder, kept.office.body_short) == (wanted.office.force, wanted.office.holder, "PCC")
    assert kept.inspection == replace(wanted.inspection, kind=InspectionKind.REGIONAL, publication_confirmed=True)
    assert kept.state.version_label == "0.1" and kept.state.clock.applies is ClockApplies.YES
    assert [(each.kind, each.heading, each.evidence) for each in kept.findings] == [
        (FindingKind.AREA_FOR_IMPROVEMENT, each.heading, each.evidence) for each in wanted.findings
    ]
    assert kept.sections == wanted.sections
    answered = kept.findings[0]
    assert answered.action == (Action(ActionKind.TAKEN, _ANSWER, "Governance", date(2024, 9, 30)),)
    assert answered.chief == ChiefAnswer(_COMMENT)
    assert not any(each.action or each.chief != ChiefAnswer() for each in kept.findings[1:])


def check_printed(pdf: bytes, record: Record) -> None:
    """Every word of the record stands in the PDF, in the order in which it is printed."""
    lines = "\n".join(page_text(pdf, page) for page in range(page_count(pdf)))
    printed = iter(_WORD.findall(lines))
    for words in in_print(record):
        for word in _WORD.findall(words):
            assert word in printed, f"{word!r} of {words[:60]!r} is not printed where it should be"
    assert "draft" in lines.lower()


def in_print(record: Record) -> Iterator[str]:
    """Yield the words of a record in the order of the printed one."""
    yield record.inspection.title
    yield plain(record.inspection.summary)
    for finding in record.findings:
        yield finding.heading
        yield plain(finding.evidence)
    yield plain(record.sections.initial_response)
    yield plain(record.sections.chief_officer_response)
    for finding in record.findings:
        yield finding.heading
        yield plain(finding.chief.text)
        for action in finding.action:
            yield plain(action.text)
    yield plain(record.sections.overall_comments)
