"""Live fields: words in a text that the record itself supplies (guided sections, record out)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .canonical import canonical
from .clock import statutory_date
from .dates import in_words as date_in_words
from .fieldnames import BLOCK_FIELDS, COUNT_FIELDS, OFFICE_FIELDS
from .finding import Finding, FindingKind
from .inspection import Grade
from .numbers import in_words as number_in_words
from .record import Record
from .response import ClockApplies
from .richtext import Block, FieldBlock, Heading, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Runs, Table
from .selection import printed

_CAUSES = (FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN)
_AFIS, _RECOMMENDATIONS = (FindingKind.AREA_FOR_IMPROVEMENT,), (FindingKind.RECOMMENDATION,)
_LISTS = dict(zip(BLOCK_FIELDS, ((*_CAUSES, *_RECOMMENDATIONS, *_AFIS), _AFIS, _RECOMMENDATIONS), strict=True))
_COUNTS = dict(zip(COUNT_FIELDS, (_AFIS, _RECOMMENDATIONS, _CAUSES), strict=True))


def inline(record: Record, name: str) -> str:
    """Return what an inline field says, "" when the record cannot say it yet or there is no such field.

    Counts are of the findings that the record prints, in words up to ten. The statutory date is
    Police Act 1996 s.55(5A); it is not said where the clock does not apply.
    """
    office, inspection = record.office, record.inspection
    match name:
        case "report_title":
            return inspection.title
        case "publication_date":
            return date_in_words(inspection.published_on) if inspection.published_on else ""
        case "inspectorate":
            return inspection.inspectorate
        case _ if name in OFFICE_FIELDS:
            return str(getattr(office, name))
        case "statutory_date":
            applies = record.state.clock.applies in (ClockApplies.YES, ClockApplies.UNDECIDED)
            return date_in_words(statutory_date(inspection.published_on)) if inspection.published_on and applies else ""
        case "grade":
            return _grade(record)
        case _ if name in COUNT_FIELDS:
            return number_in_words(len(printed(record, *_COUNTS[name])))
    return ""


def _grade(record: Record) -> str:
    """The one grade, or the overall one among several; "" when neither is there."""
    judgements = record.inspection.judgements
    chosen = judgements if len(judgements) == 1 else [each for each in judgements if each.area.casefold().startswith("overall")]
    if len(chosen) != 1:
        return ""
    grade: Grade | None = chosen[0].grade
    return grade.words.lower() if grade else "ungraded"


def block(record: Record, name: str) -> tuple[Block, ...]:
    """Return the list that a block field stands for; "None made." when it is empty, () for no such field."""
    if name not in _LISTS:
        return ()
    findings = printed(record, *_LISTS[name])
    if not findings:
        return (Paragraph((Run("None made."),)),)
    if name != "list_of_findings":
        return (_list(findings),)
    return (ListBlock(False, tuple(ListItem((_line(each, f"{each.kind.words}: "),)) for each in findings)),)


def _list(findings: Iterable[Finding]) -> ListBlock:
    return ListBlock(False, tuple(ListItem((_line(each),)) for each in findings))


def _line(finding: Finding, before: str = "") -> Paragraph:
    return Paragraph((Run(before + finding.heading),))


def fill(text: RichText, record: Record) -> RichText:
    """Return `text` with its fields filled; one that the record cannot fill says so in square brackets.

    A final never holds the bracketed words: the check `field_unresolved` stops it.
    """
    out: list[Block] = []
    for each in text:
        out += _fill_block(each, record)
    return canonical(out)


def _fill_block(each: Block, record: Record) -> tuple[Block, ...]:
    match each:
        case Paragraph() | Heading():
            return (replace(each, runs=_fill_runs(each.runs, record)),)
        case ListBlock():
            return (_fill_list(each, record),)
        case Quotation():
            paragraphs = tuple(replace(one, runs=_fill_runs(one.runs, record)) for one in each.paragraphs)
            return (Quotation(paragraphs, _fill_runs(each.attribution, record)),)
        case Table():
            rows = [tuple(_fill_runs(cell, record) for cell in row) for row in (each.header, *each.rows)]
            return (Table(rows[0], tuple(rows[1:])),)
        case FieldBlock():
            return block(record, each.name) or (Paragraph((Run(_unknown(each.name)),)),)


def _fill_list(each: ListBlock, record: Record) -> ListBlock:
    items = []
    for item in each.items:
        paragraphs = tuple(replace(one, runs=_fill_runs(one.runs, record)) for one in item.paragraphs)
        items.append(ListItem(paragraphs, _fill_list(item.nested, record) if item.nested else None))
    return ListBlock(each.ordered, tuple(items))


def _fill_runs(runs: Runs, record: Record) -> Runs:
    return tuple(replace(run, field="", text=inline(record, run.field) or _unknown(run.field)) if run.field else run for run in runs)


def _unknown(name: str) -> str:
    return f"[{name.replace('_', ' ')} not yet known]"
