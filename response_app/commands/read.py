"""`read`: what an inspection report, or a published record, holds (report in)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..atomic_io import read_bytes
from ..domain.dates import in_words
from ..errors import ImportRefused
from ..intake import transfer
from ..intake.proposal import Confidence, Found, Proposal, ProposedFinding
from ..intake.report import Report
from .usage import Outcome, Parser

LIMIT = 128 * 1024 * 1024
"""Bytes; the largest report of the inspectorate's own is a tenth of it."""
_STANDARD_INPUT = "-"


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command to the program."""
    words = "Say what an inspection report, or a published record, holds: title, date, grades and findings."
    parser = commands.add_parser("read", help=words, description=f"{words} Nothing is saved.")
    parser.given.add_argument("report", metavar="REPORT", help="a PDF, web page, Word file, text or table; “-” reads the standard input")
    forms = ("text", "json")
    parser.options.add_argument("--as", dest="form", metavar="FORM", choices=forms, default="text", help="text (the default) or json")
    for hidden in ("--name", "--picture", "--scale"):
        parser.options.add_argument(hidden, help=argparse.SUPPRESS)
    parser.options.add_argument("--places", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> Outcome:
    """Read a report; the process that the app starts for it (`--places`, `--picture`) does the reading itself, confined."""
    if given.picture:
        return _draw(int(given.picture), float(given.scale or 1))
    if given.places:
        return _read_here(given.name or "")
    from ..intake import child

    name = given.name or Path(given.report).name
    report = child.read(_bytes(given.report), name)
    if given.form == "json":
        return Outcome(json.dumps(transfer.public(report.proposal), ensure_ascii=False, indent=2))
    return Outcome("\n".join(as_text(report)))


def _bytes(report: str) -> bytes:
    if report != _STANDARD_INPUT:
        return read_bytes(Path(report), LIMIT)
    data = sys.stdin.buffer.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise ImportRefused(f"The file is larger than {LIMIT // 1024 // 1024} MB, the most that is read.", "Nothing was changed.")
    return data


def _read_here(name: str) -> Outcome:
    from ..intake.confined import confine
    from ..intake.report import read

    data = _bytes(_STANDARD_INPUT)
    confine()
    try:
        return Outcome(transfer.write(read(data, name)).decode("utf-8"))
    except MemoryError:
        raise ImportRefused("The file needs more memory than reading a report may take.", "Nothing was changed.") from None
    except RecursionError:
        raise ImportRefused("The file is nested too deeply to be read.", "Nothing was changed.") from None


def _draw(page: int, scale: float) -> Outcome:
    from ..intake.confined import confine
    from ..pdfium import render

    data = _bytes(_STANDARD_INPUT)
    confine()
    picture = render(data, page - 1, scale)
    sys.stdout.buffer.write(b"%d %d\n" % (picture.width, picture.height))
    sys.stdout.buffer.write(picture.pixels)
    return Outcome("")


def as_text(report: Report) -> Iterator[str]:
    """Yield what was found, a line each, for people."""
    proposal = report.proposal
    yield f"Title: {_value(proposal.title)}"
    published = proposal.published_on
    label = f" (“{proposal.published_label}”; to be confirmed)" if proposal.published_label else ""
    yield f"Published: {in_words(published.value) if published else 'not found'}{label}"
    for each in proposal.judgements:
        judgement = each.value
        grade = judgement.grade.words if judgement.grade else "Ungraded"
        yield f"Grade: {', '.join(part for part in (judgement.scope, judgement.area) if part) or 'Overall'}: {grade}{_doubt(each)}"
    yield ""
    for proposed in proposal.findings:
        yield from _finding(proposed)
    yield _count(proposal)
    for notice in proposal.notices:
        yield f"Note{f' ({notice.place})' if notice.place else ''}: {notice.message}"


def _value(found: Found[str] | None) -> str:
    return found.value if found else "not found"


def _doubt(found: Found[Any] | ProposedFinding) -> str:
    return "" if found.confidence is Confidence.SURE else f" [{found.confidence.value}: {found.why}]"


def _finding(proposed: ProposedFinding) -> Iterator[str]:
    finding = proposed.finding
    about = [each for each in (finding.scope, finding.number and f"number {finding.number}", proposed.span.words, finding.due.text) if each]
    yield f"{finding.kind.words}: {finding.heading}"
    if about or _doubt(proposed):
        yield f"    {', '.join(about)}{_doubt(proposed)}"


def _count(proposal: Proposal) -> str:
    count = len(proposal.findings)
    return "1 finding." if count == 1 else f"{count} findings."
