"""The register of findings as a document for a police and crime panel or an audit committee (register of findings).

It is a document like the record, so every writer can draw it. Every count in it is made from the findings that it lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..domain.dates import in_words
from ..domain.office import Office
from ..domain.record import Record
from ..domain.register import Entry
from ..domain.register_counts import Counts, counts
from ..domain.response import Decision
from ..domain.richtext import Run, Runs
from .nodes import EMPTY_CELL, Writer
from .register_words import answer_lines, exception_line, in_groups, owner_lines, progress, target_lines, time_limit
from .tree import Document, Heading, Role, Table

_WIDTHS = (0.31, 0.21, 0.245, 0.235)
_KIND_WIDTHS = (0.4, 0.15, 0.15, 0.15, 0.15)
_COUNT_WIDTHS = (0.8, 0.2)


@dataclass(frozen=True, slots=True)
class Extract:
    """What goes out of the register.

    Attributes:
        entries: the findings, in their order.
        on: the day from which it counts.
        office: whose register it is, as it is called on that day.
        shown: which findings are listed, such as "recommendations, past their date"; "" for all.
        order: by what they are sorted, such as "target date".
        exceptions: decisions to publish in spite of a rule, by the id of their record.
    """

    entries: tuple[Entry, ...]
    on: date
    office: Office = Office()
    shown: str = ""
    order: str = ""
    exceptions: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)

    @property
    def by_record(self) -> dict[str, list[Entry]]:
        """The findings of each record, the record that comes first in the list first."""
        found: dict[str, list[Entry]] = {}
        for each in self.entries:
            found.setdefault(each.record_id, []).append(each)
        return found

    @property
    def size_in_words(self) -> str:
        """How much is listed, in which order: "All 60 findings from 3 reports, sorted by target date"."""
        size = f"{_many(len(self.entries), 'finding')} from {_many(len(self.by_record), 'report')}"
        order = f", sorted by {self.order}" if self.order else ""
        return f"{'' if self.shown or not self.entries else 'All '}{size}{order}"


def build_register(extract: Extract) -> Document:
    """Return the register of findings as a document: counts, then a table for each report."""
    out = Writer(Record())
    whose = " \u00b7 ".join(each for each in (extract.office.body_title, extract.office.force) if each)
    by_record = extract.by_record
    out.heading(1, "Register of findings")
    if whose:
        out.fixed(whose, Role.SUBTITLE)
    out.fixed(f"As of {in_words(extract.on)} \u00b7 {extract.size_in_words}", Role.META)
    if extract.shown:
        out.fixed(f"Shown: {extract.shown}", Role.META)
    _counts(out, counts(extract.entries, extract.on))
    if not by_record:
        out.fixed("No findings are listed.")
    for record_id, found in by_record.items():
        _report(out, found, extract.on, extract.exceptions.get(record_id, ()))
    _about(out, extract)
    day = in_words(extract.on)
    return Document(
        title=", ".join(each for each in ("Register of findings", extract.office.body_title, extract.office.force, day) if each),
        short_title=f"Register of findings, {day}",
        version="",
        language=out.record.language,
        draft=False,
        marking="",
        nodes=tuple(out.nodes),
    )


def _counts(out: Writer, made: Counts) -> None:
    out.heading(2, "Findings by kind")
    kinds = [(each.words, each.findings, each.open, each.past, each.closed) for each in (*made.kinds, made.all)]
    _table(out, ("Kind", "Findings", "Open", "Past date", "Closed"), kinds, _KIND_WIDTHS)
    out.heading(2, "How they stand")
    _table(out, ("What is counted", "Number"), (each for _, lines in in_groups(made) for each in lines), _COUNT_WIDTHS)


def _table(out: Writer, header: tuple[str, ...], rows: Iterable[tuple[str | int, ...]], widths: tuple[float, ...]) -> None:
    made = tuple(tuple((Run(each if isinstance(each, str) else f"{each:,}"),) for each in row) for row in rows)
    out.add(Table(tuple((Run(each),) for each in header), made, widths))


def _report(out: Writer, found: list[Entry], on: date, exceptions: tuple[Decision, ...]) -> None:
    first = found[0]
    title = " ".join(first.title.split())
    out.add(Heading(2, (_of_record(title, first) if title else Run("Inspection without a title yet"),)))
    published = f"report published {in_words(first.published_on)}" if first.published_on else "no date of the report yet"
    size = f"{_many(len(found), 'finding')} shown, {sum(entry.is_open for entry in found):,} open"
    line = " \u00b7 ".join(each for each in (first.force, published, size) if each)
    out.fixed(line[0].upper() + line[1:], Role.META)
    for each in exceptions:
        out.fixed(exception_line(each))
    header = ("Finding", "Answer and owner", "Target date", "Who says what")
    rows = tuple((_finding(entry), _answer(entry), _target(entry, on), _progress(entry)) for entry in found)
    out.add(Table(tuple((Run(words),) for words in header), rows, _WIDTHS))


def _finding(entry: Entry) -> Runs:
    sentence = " ".join(entry.sentence.split())
    runs = [Run(f"{entry.kind.words} {entry.number}: ", bold=True)]
    runs.append(_of_record(sentence, entry) if sentence else Run("Not yet written"))
    more = [
        f"Made to: {', '.join(entry.addressed_to)}" if entry.addressed_to else "",
        f"For: {entry.scope}" if entry.scope and entry.scope != entry.force else "",
        f"Time limit: {time_limit(entry)}" if time_limit(entry) else "",
    ]
    return (*runs, *(Run(f"\n{each}") for each in more if each))


def _of_record(words: str, entry: Entry) -> Run:
    return Run(words, language="" if entry.language == Record().language else entry.language)


def _answer(entry: Entry) -> Runs:
    return _lines(answer_lines(entry) + owner_lines(entry))


def _target(entry: Entry, on: date) -> Runs:
    standing = entry.standing_of(on)
    runs = _lines(target_lines(entry))
    return (*runs, Run(f"\n{standing}", bold=entry.is_past(on))) if standing else runs


def _progress(entry: Entry) -> Runs:
    return _lines(words for said in progress(entry) for words in said)


def _lines(lines: Iterable[str]) -> Runs:
    words = "\n".join(each for each in lines if each)
    return (Run(words),) if words else EMPTY_CELL


def _about(out: Writer, extract: Extract) -> None:
    out.heading(2, "How to read this register")
    out.fixed("A finding is open as long as it needs an answer and the inspectors have not closed it. Only the inspectors close a finding.")
    out.fixed(
        "The earlier of the two target dates counts, the office\u2019s or the force\u2019s; where nobody has set one, the end of the "
        "inspectors\u2019 time limit. Where a target date was moved, every earlier date is given."
    )
    out.fixed("\u201cWho says what\u201d gives the latest from the force, the office and the inspectors, each with its date.")
    if extract.office.contact:
        out.fixed(f"Questions, or this register in another format: {extract.office.contact}", Role.IMPRINT)


def _many(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
