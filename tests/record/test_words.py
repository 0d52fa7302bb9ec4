"""Every printed word of a record stands in the tree, once; what is not printed is nowhere; fields are filled."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import count

from response_app.domain import places
from response_app.domain.finding import (
    Action,
    ActionKind,
    Applies,
    ChiefAnswer,
    Closed,
    Due,
    DueKind,
    Finding,
    FindingKind,
    Source,
    Update,
    UpdateBy,
)
from response_app.domain.inspection import Judgement
from response_app.domain.office import JointBody, Logo
from response_app.domain.record import Record, Sections
from response_app.domain.response import Comment, Correction, Suggestion
from response_app.domain.richtext import Heading, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Table, plain
from response_app.domain.selection import made_to_others, printed
from response_app.record import build_document
from tests.fixtures.sample_records import TODAY, finding, plain_record, several_grades, with_text

from .reading import everything, under

_MARK = re.compile(r"\w*mark\d+x")


class Marks:
    """Makes words that stand nowhere else."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def word(self) -> str:
        """Return the next one."""
        return f"mark{next(self._numbers)}x"

    def text(self) -> RichText:
        """Return a text of every kind of block, each with words of its own."""
        nested = ListBlock(True, (ListItem((self.para(),)),))
        return (
            self.para(),
            Heading(1, self.runs()),
            Heading(2, self.runs()),
            ListBlock(False, (ListItem((self.para(), self.para()), nested), ListItem((self.para(),)))),
            Quotation((self.para(), self.para()), self.runs()),
            Table((self.runs(), self.runs()), ((self.runs(), self.runs()), (self.runs(), ()))),
        )

    def para(self) -> Paragraph:
        """Return a paragraph of several runs."""
        return Paragraph(self.runs())

    def runs(self) -> tuple[Run, ...]:
        """Return runs of several kinds."""
        return (
            Run(f"{self.word()} "),
            Run(f"{self.word()} ", bold=True),
            Run(f"{self.word()} ", link="https://example.org/page"),
            Run(self.word(), language="cy-GB"),
        )

    def finding(self, kind: FindingKind, **changes: object) -> Finding:
        """Return a finding with every text of its own."""
        whole = Finding(
            id=self.word(),
            kind=kind,
            number=self.word(),
            reference=self.word(),
            heading=self.word(),
            wording=self.text(),
            evidence=self.text(),
            addressed_to=(self.word(), self.word()),
            applies=Applies.YES,
            sources=(Source(self.word(), number=self.word()),),
            due=Due(DueKind.WITHIN, within="P3M", text=self.word()),
            chief=ChiefAnswer(self.text(), self.word(), date(2025, 1, 2)),
            action=tuple(Action(each, self.text(), self.word()) for each in ActionKind),
            updates=(Update(date(2025, 1, 1), UpdateBy.FORCE, text=self.text()),),
            closed=Closed(date(2025, 2, 1), self.word()),
        )
        return replace(whole, **changes)  # type: ignore[arg-type]


def marked_record() -> Record:
    """Return a record in which every text and name is another word."""
    marks = Marks()
    record = plain_record()
    text_names = ("force", "body_title", "body_short", "holder", "chief_officer_title", "chief_officer_short", "chief_officer")
    joint = JointBody(*(marks.word() for _ in range(6)))
    names = {name: marks.word() for name in (*text_names, "contact", "website")}
    office = replace(record.office, **names, logo=Logo("x.png", marks.word()), joint_with=(joint,))  # type: ignore[arg-type]
    inspection = replace(
        record.inspection,
        title=marks.word(),
        inspectorate=marks.word(),
        also_inspectorates=(marks.word(),),
        summary=marks.text(),
        judgements=(Judgement(marks.word(), marks.word()), Judgement(marks.word(), marks.word())),
    )
    cause = marks.finding(FindingKind.CAUSE_OF_CONCERN)
    findings = (
        *(marks.finding(kind) for kind in FindingKind if kind is not FindingKind.PROMISING_PRACTICE),
        marks.finding(FindingKind.PROMISING_PRACTICE, chief=ChiefAnswer(), action=()),
        cause,
        marks.finding(FindingKind.RECOMMENDATION, parent=cause.id),
        marks.finding(FindingKind.AREA_FOR_IMPROVEMENT, applies=Applies.NO, reason=marks.text()),
        marks.finding(FindingKind.AREA_FOR_IMPROVEMENT, applies=Applies.JOINTLY, reason=marks.text()),
        marks.finding(FindingKind.AREA_FOR_IMPROVEMENT, applies=Applies.UNDECIDED, scope=marks.word()),
        marks.finding(FindingKind.RECOMMENDATION, applies=Applies.NO, reason=marks.text()),
    )
    state = replace(
        record.state,
        version_label=marks.word(),
        corrections=(Correction(marks.word(), date(2024, 8, 1), marks.word()),),
        comments=(Comment(id="k1", text=marks.word(), by=marks.word()),),
        suggestions=(Suggestion("s1", was=marks.text(), now=marks.text()),),
    )
    return replace(record, office=office, inspection=inspection, findings=findings, state=state, sections=Sections(*texts(marks)))


def texts(marks: Marks) -> list[RichText]:
    """Return the three sections."""
    return [marks.text() for _ in range(3)]


def counted(record: Record) -> Counter[str]:
    """Return how often each mark stands in the tree of the final."""
    document = build_document(record, draft=False, today=TODAY, logo=b"any")
    alt = [node.alt for node in document.nodes if hasattr(node, "alt")]
    return Counter(_MARK.findall(" ".join([*everything(document), *alt])))


def test_every_word_of_the_printed_texts_stands_once() -> None:
    """The inspectors' words are not repeated in the answers, and nobody's words are lost."""
    record = marked_record()
    found = counted(record)
    expected: set[str] = set()
    for each in places.texts(record):
        marks = _MARK.findall(plain(each.text))
        if each.printed and not _only_in_the_list_of_others(record, each.place):
            wrong = {mark: found[mark] for mark in marks if found[mark] != 1}
            assert not wrong, each.place
            expected.update(marks)
        elif not each.printed:
            assert not [mark for mark in marks if found[mark]], each.place
    assert len(expected) > 800


def _only_in_the_list_of_others(record: Record, place: str) -> bool:
    """Whether the place is of a recommendation made to others, of which the record prints heading and reason."""
    return any(place.startswith(f"findings[{each.id}]") and not place.endswith("reason") for each in made_to_others(record))


def test_every_printed_name_stands_somewhere() -> None:
    record = marked_record()
    found = counted(record)
    one_each = {"record.publication.address"}  # goes to the copies and the page, not on paper
    missing = [place for place, words in places.strings(record) if _MARK.match(words) and not found[words] and place not in one_each]
    assert missing == []


def test_headings_stand_with_the_finding_and_with_its_answer() -> None:
    record = marked_record()
    found = counted(record)
    in_full = printed(record, *FindingKind)
    twice = {each.heading for each in in_full if each.kind is not FindingKind.PROMISING_PRACTICE}
    others = {each.heading for each in made_to_others(record)}
    assert len(twice) == 8
    assert {each.heading: found[each.heading] for each in record.findings} == {
        each.heading: 2 if each.heading in twice else int(each in in_full or each.heading in others) for each in record.findings
    }


def test_nothing_internal_is_printed() -> None:
    """References, comments, suggestions, progress and the source of a closure are not on paper."""
    record = marked_record()
    found = counted(record)
    internal = [record.state.comments[0].text, record.state.comments[0].by]
    for each in record.findings:
        internal += [each.reference, each.id, each.closed.source if each.closed else "", *_MARK.findall(plain(each.updates[0].text))]
    assert len(internal) > 200
    assert not [mark for mark in internal if found[mark]]


def test_fields_are_filled() -> None:
    document = build_document(several_grades(), draft=False, today=TODAY)
    said = under(document, "Police and Crime Commissioner’s initial response")
    assert "An inspection of how Exampleshire Police keeps people safe; 14 May 2024; two; zero; 8 July 2024; A. Example;" in said
    assert "Area for improvement: The force should improve how it deals with matter a2." in said
    assert said[-2] == "None made."


def test_fields_are_filled_wherever_a_text_can_stand() -> None:
    field = (Run("by "), Run(field="holder"))
    text = with_text(
        ListBlock(False, (ListItem((Paragraph(field),), ListBlock(True, (ListItem((Paragraph(field),)),))),)),
        Quotation((Paragraph(field),), field),
        Table((field,), ((field,),)),
        Heading(1, field),
    ).sections.initial_response
    other = finding("r1", FindingKind.RECOMMENDATION, applies=Applies.NO, reason=text)
    chief = finding("a1", evidence=text, chief=ChiefAnswer(text), action=(Action(ActionKind.TAKEN, text),))
    record = replace(plain_record(), findings=(other, chief), sections=Sections(text, text, text))
    record = replace(record, inspection=replace(record.inspection, summary=text))
    assert " ".join(everything(build_document(record, draft=False, today=TODAY))).count("by A. Example") == 8 * 7


def test_a_field_that_the_record_cannot_fill_says_so() -> None:
    record = replace(plain_record(), sections=Sections((Paragraph((Run("Graded "), Run(field="grade"))),)))
    record = replace(record, inspection=replace(record.inspection, judgements=()))
    assert "Graded [grade not yet known]" in everything(build_document(record, draft=True, today=TODAY))
