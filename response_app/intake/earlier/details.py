"""Report in: the office and the inspection as a published record names them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from ...domain.inspection import Judgement
from ...domain.office import Office
from ..finder.due import DAY, day_of
from ..finder.words import grade_of
from ..proposal import Confidence, Found, Span
from .parts import Part, Parts, text_of

_DAY = re.compile(DAY, re.IGNORECASE)
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)")
_VERSION = re.compile(r"\bversion:?\s*(?P<label>\d+(?:\.\d+)*[a-z]?)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?<!report )\bpublished(?: on)?:?\s+(?P<rest>.*)", re.IGNORECASE)
_REPORT_PUBLISHED = re.compile(r"\breport published(?: on)?:?\s+(?P<rest>.*)", re.IGNORECASE)
_CHIEF = re.compile(r"\b(?:chief constable|chief officer|commissioner of police)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:commissioner|mayor|mopac|police authority board|common council|police board|policing board)\b", re.IGNORECASE)
_SPACED_ORDINAL = re.compile(r"(\d)\s+(st|nd|rd|th)\b")
_OFFICE = re.compile(r"\bHMIC(?:FRS)?\b")


def version_of(parts: Parts) -> str:
    """Return the version label as printed, such as "1.0"; "" when there is none."""
    for label, value, _ in parts.details:
        found = _VERSION.search(f"{label} {value}")
        if found:
            return found["label"]
    return ""


def published_of(parts: Parts) -> date | None:
    """Return the day on which the record, not the report, was published; None when it does not say."""
    for label, value, _ in parts.details:
        found = None if label and label.casefold() not in ("published", "version") else _PUBLISHED.search(f"{label} {value}")
        if found and (day := _first_day(found["rest"])):
            return day
    return None


def office_of(parts: Parts) -> Office:
    """Return the office as the record names it."""
    force = _value(parts, re.compile(r"force(?: name)?", re.IGNORECASE))
    body = next(((label, value) for label, value, _ in parts.details if _BODY.search(label) and not _CHIEF.search(label)), ("", ""))
    chief = next(((label, value) for label, value, _ in parts.details if _CHIEF.search(label)), ("", ""))
    return Office(force=force[0], body_title=body[0], holder=body[1], chief_officer_title=chief[0], chief_officer=chief[1])


def inspection_of(parts: Parts) -> dict[str, Any]:
    """Return the fields of a proposal that tell of the inspection; those that are not in the record are left out."""
    found: dict[str, Any] = {"judgements": _judgements(parts)}
    title, span = _value(parts, re.compile(r"title of (?:the )?(?:inspection|report)", re.IGNORECASE))
    if title:
        found["title"] = Found(title, span)
    label, day, span = _report_date(parts)
    if day:
        why = f"“{label}” in the record. Confirm it: the 56 days count from this date."
        found |= {"published_on": Found(day, span, Confidence.CHECK, why), "published_label": label}
    inspectorate, span = _value(parts, re.compile(r"inspectorates?", re.IGNORECASE))
    if inspectorate:
        short = _OFFICE.search(inspectorate)
        found["inspectorates"] = (Found(short[0] if short else inspectorate, span),)
    summary = text_of(parts.of(Part.SUMMARY))
    if summary:
        pieces = parts.of(Part.SUMMARY)
        first, last = pieces[0].span, pieces[-1].span
        found["summary"] = Found(summary, Span(first.page, first.first, last.last))
    return found


def _value(parts: Parts, label: re.Pattern[str]) -> tuple[str, Span]:
    """The value of the first detail with this label, and its place."""
    return next(((value, span) for name, value, span in parts.details if label.fullmatch(name) and value), ("", Span()))


def _report_date(parts: Parts) -> tuple[str, date | None, Span]:
    for label, value, span in parts.details:
        if re.fullmatch(r"date (?:of )?(?:published|publication)|report published", label, re.IGNORECASE) and (day := _first_day(value)):
            return label, day, span
    for label, value, span in parts.details:
        found = _REPORT_PUBLISHED.search(f"{label} {value}")
        if found and (day := _first_day(found["rest"])):
            return "Report published", day, span
    return "", None, Span()


def _first_day(text: str) -> date | None:
    """The first day in a text; "14 th May 2024" counts as well."""
    joined = _SPACED_ORDINAL.sub(r"\1\2", text)
    found = _DAY.search(joined)
    if found:
        return day_of(found)
    figures = _FIGURES.search(joined)
    if figures:
        try:
            return date(int(figures["year"]), int(figures["month"]), int(figures["day"]))
        except ValueError:
            return None
    return None


def _judgements(parts: Parts) -> tuple[Found[Judgement], ...]:
    out = []
    in_grades = False
    for label, value, span in parts.details:
        is_label = re.fullmatch(r"grades?", label, re.IGNORECASE) is not None
        grade = grade_of(value)
        if is_label:
            in_grades = True
            if grade:
                out.append(Found(Judgement(area="Overall", grade=grade), span))
        elif in_grades and grade and label:
            out.append(Found(Judgement(area=label, grade=grade), span))
        else:
            in_grades = False
    return tuple(out)
