"""The records that the bench measures: fictional, in our own words, equal on every run (record out)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from random import Random

from response_app.domain.finding import Action, ActionKind, Applies, ChiefAnswer, Finding, FindingKind
from response_app.domain.inspection import Grade, Inspection, InspectionKind, Judgement
from response_app.domain.office import Office
from response_app.domain.record import Record, Sections
from response_app.domain.response import (
    ClockApplies,
    ClockDecision,
    Invitation,
    InvitationOutcome,
    Publication,
    ReceivedAs,
    ResponseState,
)
from response_app.domain.richtext import Block, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Table
from response_app.record import build_document
from response_app.record.tree import Document

_WHO = (
    "The force", "Each neighbourhood team", "The control room", "Every lead officer", "The intelligence unit",
    "The scrutiny panel", "The training school", "A working group of sergeants",
)  # fmt: skip
_DOES = (
    "reviews", "records", "checks", "publishes", "compares", "discusses with partners", "reports to the board", "tests on a sample",
)  # fmt: skip
_WHAT = (
    "the time that callers wait", "how plans are kept up to date", "the care that victims are offered",
    "the use of stop and search", "what repeat callers tell us", "the number of cases without a supervisor's note",
    "the reasons that investigations are closed", "the way that evidence from telephones is handled",
)  # fmt: skip
_WHEN = (
    "every month", "before the winter", "at the end of each quarter", "since the inspectors' visit", "from the first day of the new year",
    "as part of the yearly plan", "whenever a new lead takes over", "on the same form across the county",
)  # fmt: skip
_WHY = (
    "so that gaps are seen early", "because the earlier way left too much to chance", "and the results are open to the public",
    "and partners receive a copy within a week", "so that nobody has to ask twice", "which has shortened the work by a third",
    "although two districts still lack the staff for it", "and the money for it is in the budget",
)  # fmt: skip


class _Writer:
    """Makes sentences and texts, always the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def sentence(self) -> str:
        """One sentence of about 20 words."""
        who, does, what, when, why = (self._random.choice(words) for words in (_WHO, _DOES, _WHAT, _WHEN, _WHY))
        return f"{who} {does} {what} {when}, {why}."

    def paragraph(self, sentences: int) -> Paragraph:
        """One paragraph with some bold or italic words now and then."""
        words = [self.sentence() for _ in range(sentences)]
        emphasis = self._random.randrange(6)
        if emphasis > 1 or sentences < 2:
            return Paragraph((Run(" ".join(words)),))
        marked = Run(words[0], bold=emphasis == 0, italic=emphasis == 1)
        return Paragraph((marked, Run(" " + " ".join(words[1:]))))

    def text(self, paragraphs: int, sentences: int) -> RichText:
        """Paragraphs alone."""
        return tuple(self.paragraph(sentences) for _ in range(paragraphs))

    def bullets(self, count: int, *, ordered: bool = False) -> ListBlock:
        """A list of sentences."""
        return ListBlock(ordered, tuple(ListItem((self.paragraph(1),)) for _ in range(count)))

    def table(self, rows: int) -> Table:
        """A table of three columns with a header row."""
        header = ((Run("District"),), (Run("What was found"),), (Run("Cases"),))
        cells = ((f"District {row + 1}", self.sentence(), str(self._random.randrange(20, 400))) for row in range(rows))
        return Table(header, tuple(tuple((Run(words),) for words in row) for row in cells))


def _evidence(writer: _Writer, number: int) -> RichText:
    """Evidence of about 250 words; every fifth has a list, every seventh a table, every ninth a quotation."""
    extra: list[Block] = []
    if number % 5 == 0:
        extra = [Paragraph((Run("Inspectors looked at four things:"),)), writer.bullets(4, ordered=number % 10 == 0)]
    elif number % 7 == 0:
        extra = [writer.table(5)]
    elif number % 9 == 0:
        extra = [Quotation((writer.paragraph(2),), (Run("A sergeant of the northern district"),))]
    return (*writer.text(1, 5), *extra, *writer.text(2, 4))


def _finding(writer: _Writer, number: int, kind: FindingKind, parent: str | None, *, long: bool) -> Finding:
    heading = f"Exampleshire Police should improve how it {_DOES[number % 3][:-1]}s {_WHAT[number % len(_WHAT)]}."
    sentences = 4 if long else 2
    comment = (*writer.text(2 if long else 1, sentences), writer.bullets(3 if long else 2))
    actions = [Action(ActionKind.PROPOSED, writer.text(2 if long else 1, sentences), "Performance officer", date(2024, 9, 30))]
    if number % 3 == 0:
        actions.insert(0, Action(ActionKind.TAKEN, writer.text(1, sentences)))
    return Finding(
        id=f"f{number}",
        kind=kind,
        parent=parent,
        number=str(number),
        heading=heading,
        wording=(Paragraph((Run(heading),)),),
        evidence=_evidence(writer, number) if long else writer.text(1, 3),
        applies=Applies.YES,
        chief=ChiefAnswer(comment, "Head of investigations", date(2024, 12, 31)),
        action=tuple(actions),
    )


def _large_findings(writer: _Writer) -> Iterator[Finding]:
    """100 findings: 5 causes of concern with 3 recommendations each, 20 recommendations, 60 areas for improvement."""
    for number in range(1, 101):
        if number <= 20:
            cause = f"f{(number - 1) // 4 * 4 + 1}"
            is_cause = number % 4 == 1
            kind = FindingKind.CAUSE_OF_CONCERN if is_cause else FindingKind.RECOMMENDATION
            yield _finding(writer, number, kind, None if is_cause else cause, long=True)
        else:
            kind = FindingKind.RECOMMENDATION if number <= 40 else FindingKind.AREA_FOR_IMPROVEMENT
            yield _finding(writer, number, kind, None, long=True)


def _record(findings: tuple[Finding, ...], writer: _Writer, title: str) -> Record:
    return Record(
        record_id="00000000-0000-4000-8000-000000000000",
        office=Office(
            force="Exampleshire Police",
            body_title="Police and Crime Commissioner",
            body_short="PCC",
            holder="A. Example",
            chief_officer_title="Chief Constable",
            chief_officer_short="CC",
            chief_officer="B. Example",
            contact="office@exampleshire.example",
            website="https://exampleshire.example/responses",
        ),
        state=ResponseState(
            version_label="1.0",
            clock=ClockDecision(ClockApplies.YES),
            invitation=Invitation(
                sent_on=date(2024, 5, 15),
                reply_by=date(2024, 6, 14),
                outcome=InvitationOutcome.RECEIVED,
                received_on=date(2024, 6, 12),
                received_as=ReceivedAs.LETTER,
            ),
            publication=Publication(planned_on=date(2024, 7, 2), address="https://exampleshire.example/responses/1"),
        ),
        inspection=Inspection(
            title=title,
            kind=InspectionKind.PEEL,
            inspectorate="His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
            published_on=date(2024, 5, 14),
            publication_confirmed=True,
            summary=writer.text(1, 4),
            judgements=(Judgement(grade=Grade.REQUIRES_IMPROVEMENT),),
        ),
        findings=findings,
        sections=Sections(
            initial_response=(*writer.text(1, 4), writer.bullets(3), *writer.text(1, 2)),
            chief_officer_response=(*writer.text(2, 4), Quotation((writer.paragraph(3),), (Run("Assistant Chief Constable C. Example"),))),
            overall_comments=writer.text(2, 3),
        ),
    )


def short_record() -> Record:
    """Return a record of three areas for improvement, about five pages."""
    writer = _Writer(1)
    kind = FindingKind.AREA_FOR_IMPROVEMENT
    findings = tuple(_finding(writer, number, kind, None, long=False) for number in range(1, 4))
    return _record(findings, writer, "An inspection of the regional response to crime in the county")


def large_record() -> Record:
    """Return a record of 100 findings, more than 150 pages."""
    writer = _Writer(2)
    return _record(tuple(_large_findings(writer)), writer, "An inspection of the whole force")


def pages_of_text(pages: int) -> RichText:
    """Return running text that fills about `pages` printed pages, 100 words a paragraph."""
    return _Writer(3).text(pages * 13 // 2, 4)


def real_record() -> Record | None:
    """Return the published record that the tests write as a record, None where its text is not at hand."""
    if find_spec("tests.fixtures.real_record") is None:
        return None
    record: Record | None = import_module("tests.fixtures.real_record").real_record()
    return record


@dataclass(frozen=True, slots=True)
class Sample:
    """A record to measure with.

    Attributes:
        name: "real" or "large".
        words: what it is, for the reader of the table.
        record: the record.
        final: its document as published.
        draft: its document as a draft.
        today: the day on which it is written out.
    """

    name: str
    words: str
    record: Record
    final: Document
    draft: Document
    today: date


def load(name: str) -> Sample:
    """Return the sample "real" (the short fictional one where the published text is not at hand) or "large"."""
    today = date(2024, 7, 2)
    record, words = large_record(), "100 findings, more than 150 pages, fictional"
    if name == "real":
        published = real_record()
        record = published or short_record()
        words = "a published record" if published else "a short fictional record, because the published text is not at hand"
    final, draft = (build_document(record, draft=draft, today=today) for draft in (False, True))
    return Sample(name, words, record, final, draft, today)
