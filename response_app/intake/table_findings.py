"""Report in: from the rows of a table of findings to proposed findings, by the columns that the user confirmed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from ..domain.canonical import canonical
from ..domain.finding import Due, DueKind, Finding, FindingKind
from ..domain.richtext import Paragraph, RichText, Run
from ..errors import ImportRefused
from .columns import Column
from .finder.due import doubt_of, limit_of
from .proposal import Confidence, Notice, Proposal, ProposedFinding, ScopeKind, Span, Warned
from .sentences import first_sentence
from .table_reader import TableOfFindings

_KINDS = (
    (r"\baccelerated\b|\bacoc\b|\bacc\b", FindingKind.ACCELERATED_CAUSE_OF_CONCERN),
    (r"\bcauses? (?:of|for) concern\b|\bcocs?\b", FindingKind.CAUSE_OF_CONCERN),
    (r"\bareas? for improvement\b|\bafis?\b", FindingKind.AREA_FOR_IMPROVEMENT),
    (r"\b(?:promising|innovative)\b.*\bpractice\b|\bpractice\b.*\b(?:promising|innovative)\b", FindingKind.PROMISING_PRACTICE),
    (r"\brec(?:ommendation)?s?\b", FindingKind.RECOMMENDATION),
)
_SEVERAL = re.compile(r"\s*[;\n]\s*")
_SERIAL = re.compile(r"[34567]\d{4}(?:\.0+)?")
"""A day as Excel counts them, from 1982 to 2118, where its column lost the form of a date."""
_SERIAL_BEGINS = date(1899, 12, 30)
_NO_LIMITS = frozenset({"na", "n/a", "none", "nil", "no", "no limit", "not applicable"})
_MOST_ROWS_TOLD = 20
_NO_WORDING = "No column is chosen for the words of the findings."


def propose(table: TableOfFindings) -> Proposal:
    """Return what a table says by the columns that its names propose: its findings, and the title and date that stand above them."""
    from .finder import propose as propose_report
    from .table_reader import reading

    above = propose_report(reading(replace(table, columns=(), rows=(), numbers=())))
    day = above.published_on.value if above.published_on else None
    found = findings(table, published_on=day) if Column.WORDING in table.mapping else ()
    told = tuple(each for each in above.notices if each.code is not Warned.NO_FINDINGS_FOUND)
    return Proposal(
        title=above.title,
        published_on=above.published_on,
        published_label=above.published_label,
        inspectorates=above.inspectorates,
        findings=found,
        notices=(*told, *notices(table), *_none_found(found)),
    )


def _none_found(found: tuple[ProposedFinding, ...]) -> tuple[Notice, ...]:
    return () if found else (Notice(Warned.NO_FINDINGS_FOUND, "No row of the table holds words of a finding."),)


def notices(table: TableOfFindings) -> tuple[Notice, ...]:
    """Return what the user should know before confirming the columns: none is named for the findings' words, or rows have none."""
    if Column.WORDING in table.mapping:
        return _rows_without_words(table, table.mapping[Column.WORDING])
    names = ", ".join(name for name in table.columns if name) or "none"
    message = f"No column is named for the words of the findings. Choose it; the columns are: {names}."
    return (Notice(Warned.COLUMNS_NOT_KNOWN, message, f"line {table.head}" if table.head else ""),)


def _rows_without_words(table: TableOfFindings, wording: int) -> tuple[Notice, ...]:
    """Return a notice for each row that holds something, but no words of a finding; behind many, one for all others."""
    bare = [number for number, row in zip(table.numbers, table.rows, strict=True) if any(row) and not row[wording]]
    column = table.columns[wording]
    told = [
        Notice(Warned.ROW_WITHOUT_WORDS, f"Row {number} has nothing under “{column}” and gives no finding.", f"row {number}")
        for number in bare[:_MOST_ROWS_TOLD]
    ]
    if more := bare[_MOST_ROWS_TOLD:]:
        message = f"{len(more)} more {'row has' if len(more) == 1 else 'rows have'} nothing under “{column}”, from row {more[0]} on."
        told.append(Notice(Warned.ROW_WITHOUT_WORDS, message, f"row {more[0]}"))
    return tuple(told)


def findings(
    table: TableOfFindings, mapping: Mapping[Column, int] | None = None, published_on: date | None = None
) -> tuple[ProposedFinding, ...]:
    """Return a finding for every row that has words of one; ids are "f1" ... in the order of the rows.

    Args:
        table: as it was read.
        mapping: which column (from 0) holds what, as the user confirmed it; None takes the table's own proposal.
        published_on: the day from which "within three months" counts, None when it is not known.

    Raises:
        ImportRefused: no column is chosen for the words, or a chosen one is not there.
    """
    chosen = table.mapping if mapping is None else mapping
    if Column.WORDING not in chosen:
        raise ImportRefused(_NO_WORDING, "Choose the column that holds them. Nothing was changed.")
    if any(not 0 <= at < len(table.columns) for at in chosen.values()):
        raise ImportRefused("A column that was chosen is not in the table.", "Choose another. Nothing was changed.")
    found: list[ProposedFinding] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = {column: row[at] for column, at in chosen.items()}
        if cells[Column.WORDING]:
            due = _due(cells.get(Column.DUE, ""), published_on)
            found.append(_finding(f"f{len(found) + 1}", cells, due, Span(0, number, number), table.columns[chosen[Column.WORDING]]))
    return tuple(found)


def _due(cell: str, published_on: date | None) -> Due:
    """Return the time limit that a cell says; words that are none are kept as they are, and a day that Excel counted is that day."""
    if _SERIAL.fullmatch(cell):
        return Due(DueKind.DATE, _SERIAL_BEGINS + timedelta(days=int(float(cell))))
    return replace(limit_of(cell, published_on), text=cell.replace("\n", " "))


def _finding(name: str, cells: Mapping[Column, str], due: Due, span: Span, column: str) -> ProposedFinding:
    said = cells.get(Column.KIND, "")
    kind = _kind_of(said) or _kind_of(column)
    wording = cells[Column.WORDING]
    heading = cells.get(Column.HEADING, "").replace("\n", " ") or first_sentence(wording.split("\n")[0])[0]
    scope = cells.get(Column.SCOPE, "").replace("\n", " ")
    finding = Finding(
        name,
        kind or FindingKind.RECOMMENDATION,
        scope=scope,
        number=cells.get(Column.NUMBER, "").replace("\n", " "),
        reference=cells.get(Column.REFERENCE, "").replace("\n", " "),
        heading=heading,
        wording=_paragraphs(wording),
        evidence=_paragraphs(cells.get(Column.EVIDENCE, "")),
        addressed_to=tuple(each for each in _SEVERAL.split(cells.get(Column.ADDRESSED_TO, "")) if each),
        due=due,
    )
    confidence, why = Confidence.SURE, ""
    if not _kind_of(said):
        confidence = Confidence.CHECK if kind else Confidence.UNSURE
        why = f"The table says {said!r} of its kind." if said else "The table does not say of what kind it is."
    doubt = doubt_of(due) if due.text.casefold() not in _NO_LIMITS and any(map(str.isalnum, due.text)) else ""
    if doubt:
        confidence, why = (Confidence.CHECK, doubt) if confidence is Confidence.SURE else (confidence, f"{why} {doubt}")
    return ProposedFinding(finding, span, None, confidence, why, ScopeKind.UNKNOWN)


def _kind_of(words: str) -> FindingKind | None:
    plain = " ".join(re.sub(r"[\W_]+", " ", words[:200].casefold()).split())
    return next((kind for pattern, kind in _KINDS if re.search(pattern, plain)), None)


def _paragraphs(text: str) -> RichText:
    return canonical(Paragraph((Run(line),)) for line in text.split("\n") if line)
