"""Progress after publication as a document of its own, which links back to the response and changes nothing in it (record out)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..domain.dates import in_words
from ..domain.finding import Finding, TargetMove
from ..domain.progress import earlier_dates, says_in_words, state_in_words, target_of
from ..domain.record import Record
from ..domain.richtext import Run, Runs
from ..domain.selection import label, to_answer
from ..domain.titles import bodies_title, body_in_a_sentence, possessive
from .nodes import Writer
from .tree import Document, Role, Table


def build_progress(record: Record, on: date) -> Document:
    """Return the progress on the findings of a published record, as of one day.

    Args:
        record: the record; updates after that day are left out.
        on: the day of the page, printed.
    """
    out = Writer(record)
    title = record.inspection.title or "an inspection"
    out.heading(1, f"Progress on the response to {title}")
    out.fixed(_dates(record, on), Role.META)
    out.fixed(_back(record), Role.META)
    findings = tuple(_until(each, on) for each in to_answer(record))
    out.heading(2, "Where each finding stands")
    if findings:
        out.add(_overview(out, record, findings))
    else:
        out.fixed("The report made no findings that need an answer.")
    for each in findings:
        _finding(out, record, each)
    out.heading(2, "About this page")
    out.fixed("Each line says who says so. Only the inspectors close a finding. This page changes nothing in the published response.")
    if record.office.contact:
        out.fixed(f"Questions, or this page in another format: {record.office.contact}", Role.IMPRINT)
    force = record.office.force or "Force not yet named"
    return Document(
        title=f"{force}: progress on the response to {title}, {in_words(on)}",
        short_title=f"Progress on the response to {title}",
        version="",
        language=record.language,
        draft=False,
        marking="",
        nodes=tuple(out.nodes),
    )


def _dates(record: Record, on: date) -> str:
    live = record.state.publication.confirmed_on
    version = f", version {record.state.version_label}" if record.state.version_label else ""
    return f"Progress as of {in_words(on)}" + (f" \u00b7 Response published {in_words(live)}{version}" if live else "")


def _back(record: Record) -> Runs:
    address = record.state.publication.address
    words = f"{possessive(bodies_title(record))} response to the report"
    if address.startswith("https://"):
        return (Run("This page belongs to the "), Run(words, link=address), Run("."))
    return (Run(f"This page belongs to the {words}."),)


def _overview(out: Writer, record: Record, findings: tuple[Finding, ...]) -> Table:
    header = tuple(out.fixed_cell(words) for words in ("Finding", "Target date", "State"))
    rows = tuple(
        (
            (Run(f"{label(record, each)}: {each.heading}"),),
            _dates_of(out, each),
            out.fixed_cell(state_in_words(each, body_in_a_sentence(record))),
        )
        for each in findings
    )
    return Table(header, rows, (0.5, 0.26, 0.24))


def _dates_of(out: Writer, finding: Finding) -> Runs:
    """The target date as it stands, and every date that it had before."""
    target, earlier = target_of(finding), earlier_dates(finding.target_history)
    lines = [in_words(target) if target else "None set"]
    lines += ["moved from", *(in_words(each) for each in reversed(earlier))] if earlier else []
    return out.fixed_cell("\n".join(lines))


def _finding(out: Writer, record: Record, finding: Finding) -> None:
    out.heading_with(2, f"{label(record, finding)}: ", finding.heading or "Not yet written")
    if finding.closed is not None:
        when = f" on {in_words(finding.closed.on)}" if finding.closed.on else ""
        source = f" ({finding.closed.source})" if finding.closed.source else ""
        out.fixed(f"Closed by the inspectors{when}{source}.")
    newest_first = list(reversed(finding.updates))
    newest_first.sort(key=lambda update: update.on or date.min, reverse=True)
    for each in newest_first:
        when = f"{in_words(each.on)}. " if each.on else ""
        out.fixed(f"{when}{says_in_words(each, body_in_a_sentence(record))}:", Role.DETAIL)
        out.text(each.text, 2)
    for move in finding.target_history:
        out.fixed(_moved(move), Role.DETAIL)
    if not finding.updates and finding.closed is None:
        out.fixed("No update yet.")


def _moved(move: TargetMove) -> str:
    was = f" from {in_words(move.was)}" if move.was else ""
    when = f" on {in_words(move.on)}" if move.on else ""
    reason = f": {move.reason}" if move.reason else "."
    if move.now is None:
        return f"Target date{f' of {in_words(move.was)}' if move.was else ''} removed{when}{reason}"
    return f"Target date moved{was} to {in_words(move.now)}{when}{reason}"


def _until(finding: Finding, on: date) -> Finding:
    """The finding as it stood on a day: without updates, moves of its target date and a closing of later days."""
    closed = finding.closed
    return replace(
        finding,
        updates=tuple(each for each in finding.updates if each.on is None or each.on <= on),
        target_history=tuple(each for each in finding.target_history if each.on is None or each.on <= on),
        closed=None if closed is not None and closed.on is not None and closed.on > on else closed,
    )
