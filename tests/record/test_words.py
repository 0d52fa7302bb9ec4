"""Every printed word of a record stands in the tree, once; what is not printed is nowhere; fields are filled."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import count, product

import pytest

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
        marks.finding(FindingKind.PROMISING_PRACTICE, action=()),
        cause,
        marks.finding(FindingKind.RECOMMENDATION, parent=cause.id),
        marks.finding(FindingKind.AREA_FOR_IMPROVEMENT, applies=Applies.NO, reason=marks.text()),
        marks.finding(FindingKind.AREA_FOR_IMPROVEMENT, applies=Applies.JOINTLY, reason=marks.text()),
        marks.finding(FindingKind.AREA_FOR_IMPROVEMENT, applies=Applies.UNDECIDED, scope=marks.word()),
        marks.finding(FindingKind.RECOMMENDATION, applies=Applies.NO, reason=marks.text()),
        marks.finding(FindingKind.RECOMMENDATION, applies=Applies.NO, reason=marks.text(), chief=ChiefAnswer()),
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
        if each.printed:
            wrong = {mark: found[mark] for mark in marks if found[mark] != 1}
            assert not wrong, each.place
            expected.update(marks)
        else:
            assert not [mark for mark in marks if found[mark]], each.place
    assert len(expected) > 800


def every_kind_of_finding() -> Record:
    """Return a record with a finding for each case in which the record may print other parts of it."""
    marks = Marks()
    blank = (Paragraph((Run("\u00a0"),)),)
    findings = []
    for kind, applies, elsewhere, comment, action, named in product(FindingKind, Applies, *[(True, False)] * 4):
        findings.append(
            Finding(
                id=marks.word(),
                kind=kind,
                scope=marks.word() if elsewhere else "",
                number=marks.word(),
                reference=marks.word(),
                heading=marks.word(),
                lead_in=marks.word(),
                wording=(marks.para(),),
                evidence=(marks.para(),),
                addressed_to=(marks.word(),) if named else (),
                applies=applies,
                reason=(marks.para(),),
                sources=(Source(marks.word(), number=marks.word()), Source(number=marks.word())),
                due=Due(text=marks.word()),
                chief=ChiefAnswer((marks.para(),) if comment else blank, marks.word(), date(2025, 1, 2)),
                action=(
                    Action(ActionKind.TAKEN, (marks.para(),) if action else blank, marks.word()),
                    Action(ActionKind.NONE, (), marks.word()),
                ),
            )
        )
    return replace(plain_record(), findings=tuple(findings))


def bodies_without_names() -> Record:
    """Return a joint record in which one body has titles and no names, and one names and no titles."""
    marks = Marks()
    untitled = JointBody(holder=marks.word(), force=marks.word(), chief_officer=marks.word())
    nameless = JointBody(body_title=marks.word(), body_short=marks.word(), chief_officer_title=marks.word())
    record = plain_record()
    return replace(record, office=replace(record.office, joint_with=(untitled, nameless)))


def graded(*scopes: str) -> Record:
    """Return a record with a grade for each scope, each of an area of its own."""
    marks = Marks()
    record = plain_record()
    judgements = tuple(Judgement(scope, marks.word()) for scope in scopes)
    return replace(record, inspection=replace(record.inspection, judgements=judgements))


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(marked_record(), id="every text and name"),
        pytest.param(every_kind_of_finding(), id="every kind of finding"),
        pytest.param(bodies_without_names(), id="bodies without names"),
        pytest.param(graded("mark1000x"), id="one grade"),
        pytest.param(graded("mark1000x", "mark1000x"), id="grades of one force"),
        pytest.param(graded("mark1000x", "mark1001x"), id="grades of two forces"),
    ],
)
def test_what_is_called_printed_is_what_stands_in_the_record(record: Record) -> None:
    """`places` names all that is drawn, and nothing else: what the checks look at, and what they leave alone."""
    drawn = set(counted(record))
    called = {mark: each.place for each in places.texts(record) if each.printed for mark in _MARK.findall(plain(each.text))}
    called |= {mark: place for place, words in places.strings(record) for mark in _MARK.findall(words)}
    if record.office.logo:
        drawn.remove(record.office.logo.alt)  # said of the picture, in no typeface
    assert [place for mark, place in called.items() if mark not in drawn] == []
    assert drawn - called.keys() == set()


def test_headings_stand_with_the_finding_and_with_its_answer() -> None:
    """Promising practice and what was made to others have an answer only where the chief officer commented."""
    record = marked_record()
    found = counted(record)
    in_full, others = printed(record, *FindingKind), made_to_others(record)
    answered = [each for each in in_full if each.kind is not FindingKind.PROMISING_PRACTICE or each.chief.text]
    commented = [each for each in others if each.chief.text]
    assert (len(answered), len(in_full), len(commented), len(others)) == (9, 10, 1, 2)
    expected = Counter(each.heading for each in (*in_full, *answered, *others, *commented))
    assert {each.heading: found[each.heading] for each in record.findings} == {
        each.heading: expected[each.heading] for each in record.findings
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
