"""Reports of our own in the layouts that are known, each with what a reader gets out of it; `reports/` holds them.

Below "=====" each line is one expectation: `key: value`. A finding is "KIND | scope | number | limit | heading", with
`ev=` (words of its evidence), `under=` (number of its parent among the findings) and `to=` (addressees) behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from response_app.domain.finding import Due, DueKind
from response_app.domain.richtext import plain
from response_app.intake.lines import Reading
from response_app.intake.proposal import Proposal, ProposedFinding

FOLDER = Path(__file__).parent / "reports"
_KINDS = {
    "AFI": "area_for_improvement",
    "REC": "recommendation",
    "COC": "cause_of_concern",
    "ACC": "accelerated_cause_of_concern",
    "PRA": "promising_practice",
}


@dataclass(frozen=True)
class Expected:
    """One thing that must be found: which kind of thing, and what it says."""

    what: str
    said: str


@dataclass(frozen=True)
class Report:
    """A report's notation, and what is in it."""

    name: str
    source: str
    expected: tuple[Expected, ...]

    def values(self, what: str) -> list[str]:
        """Return what is expected of a kind, in order."""
        return [each.said for each in self.expected if each.what == what]


def reports() -> list[Report]:
    """Return all reports by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Report:
    source, _, below = path.read_text(encoding="utf-8").partition("=====\n")
    expected = [Expected(line.partition(":")[0], line.partition(":")[2].strip()) for line in below.splitlines() if line]
    return Report(path.stem, source, tuple(expected))


def words_of(reading: Reading) -> str:
    """Return all words of a reading, for the test that none is lost or made up."""
    return " ".join(line.text for line in reading.lines)


def due_words(due: Due) -> str:
    """Return a limit as the reports note it."""
    if due.kind in (DueKind.NONE, DueKind.IMMEDIATELY):
        return due.kind.value
    start = due.within if due.kind is DueKind.WITHIN else due.kind.value
    return f"{start} {due.date.isoformat()}" if due.date else start


def finding_line(found: ProposedFinding) -> str:
    """Return a finding as the reports note it, without what follows its heading."""
    finding = found.finding
    short = next(short for short, kind in _KINDS.items() if kind == finding.kind.value)
    return " | ".join([short, finding.scope, finding.number, due_words(finding.due), finding.heading])


def differences(report: Report, proposal: Proposal) -> Iterator[str]:
    """Yield what is missing and what is too much, one line each."""
    yield from _single(report, proposal)
    grades = [f"{j.value.scope} | {j.value.area} | {j.value.grade.value if j.value.grade else 'none'}" for j in proposal.judgements]
    wanted_grades = [" | ".join(part.strip() for part in each.split("|")) for each in report.values("grade")]
    yield from _lists("grade", wanted_grades, grades)
    counts = [f"{each.value.what} {each.value.number}" for each in proposal.stated_counts]
    yield from _lists("count", report.values("count"), counts)
    wanted = [" | ".join(part.strip() for part in each.split("|")[:5]) for each in report.values("finding")]
    yield from _lists("finding", wanted, [finding_line(each) for each in proposal.findings])
    if len(wanted) == len(proposal.findings):
        yield from _about_findings(report, proposal)
    past = report.values("restated")
    if len(past) != len(proposal.restated):
        yield f"restated: {len(past)} wanted, {[each.finding.heading for each in proposal.restated]} found"
    for said, found in zip(past, proposal.restated, strict=False):
        if said.split("|")[1].strip() not in found.finding.heading:
            yield f"restated: {said} is not {found.finding.heading}"


def _single(report: Report, proposal: Proposal) -> Iterator[str]:
    got = {
        "title": proposal.title.value if proposal.title else "",
        "published": proposal.published_on.value.isoformat() if proposal.published_on else "",
        "label": proposal.published_label,
        "kind": proposal.kind.value.value if proposal.kind else "none",
        "scale": proposal.scale.value.value if proposal.scale else "",
        "summary": plain(proposal.summary.value) if proposal.summary else "",
        "by": ", ".join(each.value for each in proposal.inspectorates),
        "forces": ", ".join(proposal.forces),
        "codes": ", ".join(sorted({each.code.value for each in proposal.notices})),
    }
    for what, value in got.items():
        for said in report.values(what):
            wanted = ", ".join(sorted(each.strip() for each in said.split(",") if each)) if what == "codes" else said
            if not (wanted in value if what in ("title", "summary") else wanted == value):
                yield f"{what}: {wanted!r} wanted, {value!r} found"


def _lists(what: str, wanted: list[str], got: list[str]) -> Iterator[str]:
    yield from (f"{what} missing: {each}" for each in wanted if each not in got)
    yield from (f"{what} too much: {each}" for each in got if each not in wanted)
    if what == "finding" and sorted(wanted) == sorted(got) and wanted != got:
        yield f"{what}: the order differs: {got}"


def _about_findings(report: Report, proposal: Proposal) -> Iterator[str]:
    ids = [each.finding.id for each in proposal.findings]
    for said, found in zip(report.values("finding"), proposal.findings, strict=True):
        more = dict(part.strip().partition("=")[::2] for part in said.split("|")[5:])
        finding = found.finding
        evidence = plain(finding.evidence)
        if more.get("ev", "") not in evidence or (not more.get("ev") and evidence):
            yield f"evidence of {finding.heading}: {more.get('ev')!r} wanted, {evidence!r} found"
        parent = ids.index(finding.parent) + 1 if finding.parent else 0
        if parent != int(more.get("under", 0)):
            yield f"parent of {finding.heading}: {more.get('under')} wanted, {parent} found"
        if "to" in more and ", ".join(finding.addressed_to) != more["to"]:
            yield f"addressees of {finding.heading}: {more['to']} wanted, {finding.addressed_to} found"
