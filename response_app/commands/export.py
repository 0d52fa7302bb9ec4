"""`export`: the record's files, final or draft (record out)."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..authoring.publish import Exported, Outputs, export
from .files import open_decision, open_logo, open_record
from .usage import Outcome, Parser, WrongUse, add_today

_DESCRIPTION = """Write the record as files for the website.

Without --draft nothing is written while a problem stops publication. A decision passes what the law
and the office's rules ask for, never what is wrong."""


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command to the program."""
    parser = commands.add_parser("export", help="Write the record as PDF, web page or Word file.", description=_DESCRIPTION)
    parser.given.add_argument("record", metavar="RECORD.json", type=Path, help="the record file")
    parser.given.add_argument("--pdf", metavar="FILE", type=Path, help="where to write the PDF")
    parser.given.add_argument("--html", metavar="FILE", type=Path, help="where to write the web page")
    parser.given.add_argument("--docx", metavar="FILE", type=Path, help="where to write the Word file")
    parser.options.add_argument("--draft", action="store_true", help="write a draft, which says so on every page")
    parser.options.add_argument("--decision", metavar="DECISION.json", type=Path, help="who decided to publish in spite of a rule, and why")
    parser.options.add_argument("--record-out", metavar="FILE", type=Path, help="where to write the record with that decision")
    add_today(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> Outcome:
    """Export a record file; all files are written, or none."""
    _refuse_wrong_use(given)
    reading = open_record(given.record)
    logo = open_logo(reading.record, given.record.parent)
    done = export(
        reading.record,
        outputs=Outputs(given.pdf, given.html, given.docx, given.record_out),
        draft=given.draft,
        today=given.today or date.today(),
        decision=open_decision(given.decision) if given.decision else None,
        cleaned=reading.cleaned,
        logo=logo,
    )
    return Outcome("\n".join(_report(given, done, logo is not None)))


def _refuse_wrong_use(given: argparse.Namespace) -> None:
    outputs = [each for each in (given.pdf, given.html, given.docx) if each]
    if not outputs:
        raise WrongUse("Say what to write: --pdf FILE, --html FILE or --docx FILE.", "Nothing was written.")
    if (given.decision is None) != (given.record_out is None):
        raise WrongUse("--decision and --record-out go together: the decision is kept in the record.", "Nothing was written.")
    if given.draft and given.decision:
        raise WrongUse("A draft needs no decision.", "Nothing was written.")
    for output in outputs:
        if _same(output, given.record) or _same(output, given.decision):
            kind = {given.pdf: "PDF", given.html: "web page", given.docx: "Word file"}[output]
            raise WrongUse(f"The {kind} would take the place of {output}.", "Nothing was written. Give it another name.")
    named = [each for each in (*outputs, given.record_out, given.decision) if each]
    for index, each in enumerate(named):
        if any(_same(each, other) for other in named[:index]):
            raise WrongUse(f"Two files would have the name {each}.", "Nothing was written. Give one another name.")


def _same(one: Path | None, other: Path | None) -> bool:
    return one is not None and other is not None and _key(one) == _key(other)


def _key(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _report(given: argparse.Namespace, done: Exported, with_logo: bool) -> Iterator[str]:
    yield from (f"Written: {path}" for path in done.written)
    if done.record.office.logo and not with_logo:
        yield f"The logo {done.record.office.logo.name} is not in the folder of the record file, so it is left out."
    if done.passed:
        yield "Published in spite of:"
        yield from (f"- {each.message}" for each in done.passed)
    elif given.decision:
        yield "The decision was not needed: nothing that it could pass stops publication. The record is as it was."
