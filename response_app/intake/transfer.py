"""Report in: a reading as JSON and back, between the process that reads a file and the app, and for those who use the command.

The keys are those of the interchange format, `warnings` as the contract has them, and for the app `places` (where each
thing stands and how sure it is), `restated`, and `reading` (the lines with their positions). What comes back from the
reading process is checked like any file that somebody sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ..domain.finding import Finding
from ..domain.inspection import Inspection
from ..domain.record import Record
from ..domain.response import Publication, ResponseState
from ..errors import AppError, ImportRefused
from ..interchange.codec import Reader, tree
from ..interchange.places import Place
from .lines import Box, Form, Line, LineKind, Picture, Reading
from .proposal import Confidence, EarlierParts, Found, Notice, Proposal, ProposedFinding, ScopeKind, Span, Warned
from .report import Report, ReportFile

Json = dict[str, Any]

_SINGLE = ("title", "published_on", "kind", "visited", "summary", "scale")
_LISTED = ("inspectorates", "judgements", "stated_counts")


def public(proposal: Proposal) -> Json:
    """Return what the contract promises of `read --as json`: interchange keys, only those found, and `warnings`."""
    out: Json = {}
    if proposal.earlier:
        out["office"] = tree(proposal.earlier.office)
        out["record"] = tree(_state(proposal.earlier))
    out["inspection"] = tree(inspection_of(proposal))
    out["findings"] = [tree(each.finding) for each in proposal.findings]
    if proposal.earlier:
        out["sections"] = tree(proposal.earlier.sections)
    out["warnings"] = [{"code": each.code.value, "message": each.message, "place": each.place} for each in proposal.notices]
    return out


def inspection_of(proposal: Proposal) -> Inspection:
    """Return the inspection as the proposal has it; what was not found has its empty value."""
    named = tuple(each.value for each in proposal.inspectorates)
    found: Json = {name: getattr(proposal, name).value for name in _SINGLE if getattr(proposal, name)}
    return Inspection(
        **found,
        inspectorate=named[0] if named else "",
        also_inspectorates=named[1:],
        published_label=proposal.published_label,
        stated_counts=tuple(each.value for each in proposal.stated_counts),
        judgements=tuple(each.value for each in proposal.judgements),
    )


def write(report: Report) -> bytes:
    """Return a report as JSON with all that the app needs."""
    proposal = report.proposal
    whole = public(proposal) | {
        "file": {each.name: getattr(report.file, each.name) for each in fields(ReportFile)},
        "is_record": proposal.earlier is not None,
        "forces": list(proposal.forces),
        "places": [_place_json(path, found) for path, found in _founds(proposal)],
        "found": [_finding_json(each) for each in proposal.findings],
        "restated": [_finding_json(each) | {"finding": tree(each.finding)} for each in proposal.restated],
        "reading": _reading_json(report.reading),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def read(data: bytes) -> Report:
    """Return the report that `write` wrote.

    Raises:
        ImportRefused: it is not what `write` writes.
    """
    try:
        whole = json.loads(data)
        return Report(ReportFile(**whole["file"]), _reading(whole["reading"]), _proposal(whole))
    except (AppError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ImportRefused("What was read of the file cannot be understood.", "Nothing was changed.") from error


def _state(earlier: EarlierParts) -> ResponseState:
    return ResponseState(version_label=earlier.version_label, publication=Publication(confirmed_on=earlier.published_on))


def _earlier(record: Record) -> EarlierParts:
    return EarlierParts(record.office, record.sections, record.state.version_label, record.state.publication.confirmed_on)


def _founds(proposal: Proposal) -> Iterator[tuple[str, Found[Any]]]:
    for name in _SINGLE:
        if found := getattr(proposal, name):
            yield name, found
    for name in _LISTED:
        for number, found in enumerate(getattr(proposal, name)):
            yield f"{name}[{number}]", found


def _span_json(span: Span | None) -> list[int] | None:
    return None if span is None else [span.page, span.first, span.last]


def _place_json(path: str, found: Found[Any]) -> Json:
    return {"of": path, "span": _span_json(found.span), "confidence": found.confidence.value, "why": found.why}


def _finding_json(proposed: ProposedFinding) -> Json:
    return {
        "span": _span_json(proposed.span),
        "evidence_span": _span_json(proposed.evidence_span),
        "confidence": proposed.confidence.value,
        "why": proposed.why,
        "scope_kind": proposed.scope_kind.value,
        "restated": proposed.restated,
    }


def _reading_json(reading: Reading) -> Json:
    return {
        "form": reading.form.value,
        "pages": reading.pages,
        "page_sizes": reading.page_sizes,
        "pictures": [[each.page, each.alt] for each in reading.pictures],
        "title": reading.title,
        "layout": reading.layout,
        "lines": [_line_json(each) for each in reading.lines],
    }


def _line_json(line: Line) -> list[Any]:
    box = line.box and [round(each, 2) for each in (line.box.left, line.box.top, line.box.right, line.box.bottom)]
    plain = [line.number, line.text, line.kind.value, line.level, line.marker, line.cells, line.page, box, round(line.size, 2)]
    return [*plain, line.bold, line.opens, line.joins, line.notes, line.heads, line.frames]


def _reading(given: Json) -> Reading:
    return Reading(
        Form(given["form"]),
        tuple(_line(each) for each in given["lines"]),
        int(given["pages"]),
        tuple((float(width), float(height)) for width, height in given["page_sizes"]),
        tuple(Picture(int(page), str(alt)) for page, alt in given["pictures"]),
        str(given["title"]),
        str(given["layout"]),
    )


def _line(given: list[Any]) -> Line:
    number, text, kind, level, marker, cells, page, box, size, bold, opens, joins, notes, heads, frames = given
    return Line(
        int(number), str(text), LineKind(kind), int(level), str(marker), tuple(map(str, cells)), int(page),
        Box(*map(float, box)) if box else None, float(size), bool(bold), bool(opens), bool(joins), tuple(map(str, notes)), bool(heads),
        tuple(map(int, frames)),
    )  # fmt: skip


def _span(given: list[int] | None) -> Span:
    return Span(*(int(each) for each in given)) if given else Span()


def _proposal(whole: Json) -> Proposal:
    record: Record = Reader().read(
        Record, {key: whole[key] for key in ("office", "record", "inspection", "findings", "sections") if key in whole}, Place()
    )
    places = {each["of"]: each for each in whole["places"]}
    inspection = record.inspection
    inspectorates = (inspection.inspectorate, *inspection.also_inspectorates) if inspection.inspectorate else ()
    lists = (inspectorates, inspection.judgements, inspection.stated_counts)
    values: Json = {name: _found(getattr(inspection, name), places[name]) for name in _SINGLE if name in places}
    for name, own in zip(_LISTED, lists, strict=True):
        values[name] = tuple(_found(each, places[f"{name}[{number}]"]) for number, each in enumerate(own))
    return Proposal(
        **values,
        published_label=inspection.published_label,
        forces=tuple(map(str, whole["forces"])),
        findings=tuple(_finding(each, about) for each, about in zip(record.findings, whole["found"], strict=True)),
        restated=tuple(_finding(Reader().read(Finding, each["finding"], Place()), each) for each in whole["restated"]),
        notices=tuple(Notice(Warned(each["code"]), str(each["message"]), str(each["place"])) for each in whole["warnings"]),
        earlier=_earlier(record) if whole["is_record"] else None,
    )


def _found(value: Any, about: Json) -> Found[Any]:
    return Found(value, _span(about["span"]), Confidence(about["confidence"]), str(about["why"]))


def _finding(finding: Finding, about: Json) -> ProposedFinding:
    evidence = about["evidence_span"]
    return ProposedFinding(
        finding,
        _span(about["span"]),
        _span(evidence) if evidence else None,
        Confidence(about["confidence"]),
        str(about["why"]),
        ScopeKind(about["scope_kind"]),
        bool(about["restated"]),
    )
