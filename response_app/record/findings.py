"""The inspectors' findings as printed: recommendations, causes of concern, AFIs, promising practice (record out)."""

from __future__ import annotations

import re

from ..domain.dates import in_words
from ..domain.finding import Due, DueKind, Finding, FindingKind, Source
from ..domain.numbers import in_words as number_in_words
from ..domain.record import Record
from ..domain.richtext import RichText, plain
from ..domain.selection import made_to_others, numbers, printed
from ..domain.titles import in_a_row
from .nodes import Writer
from .tree import Role

_CAUSES = (FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN)
NONE_MADE = "None made."
_DURATION = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def write(out: Writer, record: Record, evidence_in_full: bool, promising_practice: bool) -> None:
    """Write the sections from "Recommendations" to "Innovative and promising practice"."""
    page = _Findings(out, record, evidence_in_full)
    page.recommendations()
    page.causes()
    page.plain_section("Areas for improvement", FindingKind.AREA_FOR_IMPROVEMENT)
    if promising_practice and printed(record, FindingKind.PROMISING_PRACTICE):
        page.plain_section("Innovative and promising practice", FindingKind.PROMISING_PRACTICE)


class _Findings:
    def __init__(self, out: Writer, record: Record, evidence_in_full: bool) -> None:
        self.out = out
        self.record = record
        self.evidence_in_full = evidence_in_full
        self.numbers = numbers(record)

    def recommendations(self) -> None:
        """Those without a parent that is printed; the others stand below their cause of concern."""
        self.out.heading(2, "Recommendations")
        made = printed(self.record, FindingKind.RECOMMENDATION)
        causes = {each.id for each in printed(self.record, *_CAUSES)}
        own = [each for each in made if each.parent not in causes]
        for each in own:
            self.finding(each, 3)
        if own:
            return
        if made:
            self.out.fixed("See causes of concern.")
        elif made_to_others(self.record):
            self.out.fixed(f"{NONE_MADE} Recommendations made to others are listed further below.")
        else:
            self.out.fixed(NONE_MADE)

    def causes(self) -> None:
        """Each with its recommendations below it."""
        self.out.heading(2, "Causes of concern")
        made = printed(self.record, FindingKind.RECOMMENDATION)
        causes = printed(self.record, *_CAUSES)
        for cause in causes:
            self.finding(cause, 3)
            for each in made:
                if each.parent == cause.id:
                    self.finding(each, 4)
        if not causes:
            self.out.fixed(NONE_MADE)

    def plain_section(self, title: str, kind: FindingKind) -> None:
        """One section of findings of one kind."""
        self.out.heading(2, title)
        found = printed(self.record, kind)
        for each in found:
            self.finding(each, 3)
        if not found:
            self.out.fixed(NONE_MADE)

    def finding(self, finding: Finding, level: int) -> None:
        """One finding: its sentence, the exact words where they say more, time limit, evidence, other sources."""
        self.out.heading_with(level, self._lead(finding, level), finding.heading or "Not yet written")
        if _says_more(finding.wording, finding.heading):
            self.out.text(finding.wording, level)
        for line in _particulars(finding):
            self.out.fixed(line, Role.DETAIL)
        if self.evidence_in_full:
            self.out.text(finding.evidence, level)
        elif plain(finding.evidence) and self.record.inspection.address:
            self.out.fixed("The inspectors\u2019 evidence is in their report, which is linked at the end.", Role.DETAIL)

    def _lead(self, finding: Finding, level: int) -> str:
        number = self.numbers[finding.id]
        if finding.kind is FindingKind.ACCELERATED_CAUSE_OF_CONCERN:
            return f"{number}. Accelerated: "
        return f"Recommendation {number}: " if level == 4 else f"{number}. "


def _says_more(wording: RichText, heading: str) -> bool:
    return _bare(plain(wording)) not in ("", _bare(heading))


def _bare(words: str) -> str:
    return " ".join(words.split()).rstrip(".").casefold()


def _particulars(finding: Finding) -> list[str]:
    lines = []
    limit = time_limit(finding.due)
    if limit:
        lines.append(f"Time limit: {limit}.")
    if finding.addressed_to:
        lines.append(f"Made to: {in_a_row(list(finding.addressed_to))}.")
    lines += [f"Also in: {_source(source)}." for source in finding.sources if source.title]
    return lines


def time_limit(due: Due) -> str:
    """Return the time limit in the inspectors' words, else in ours; "" for none."""
    if due.text:
        return due.text.rstrip(".")
    if due.kind is DueKind.IMMEDIATELY:
        return "immediately"
    if due.date:
        return f"by {in_words(due.date)}"
    return _within(due.within) if due.kind is DueKind.WITHIN else ""


def _within(duration: str) -> str:
    """An ISO 8601 duration of one unit in words, "within three months"; "" for any other."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return ""
    count = int(found[1])
    return f"within {number_in_words(count)} {_UNITS[found[2]]}{'' if count == 1 else 's'}"


def _source(source: Source) -> str:
    parts = [source.title]
    if source.published_on:
        parts.append(f"published {in_words(source.published_on)}")
    if source.number:
        parts.append(f"number {source.number}")
    if source.page is not None:
        parts.append(f"page {source.page}")
    return ", ".join(parts)
