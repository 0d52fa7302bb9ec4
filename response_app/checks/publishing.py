"""Rules on publishing: marking, the confirmed date, sign-off (checks)."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.dates import in_words
from ..domain.record import Record
from ..domain.response import DecisionKind
from .problem import Context, Problem, Severity

_NO_MARKING = "Final files carry no marking"


def marking_present(record: Record, context: Context) -> Iterator[Problem]:
    """A classification or an embargo that is still set when the final is asked for; a draft may carry both."""
    if not context.final:
        return
    if record.state.marking:
        yield Problem(
            "marking_present",
            Severity.WRONG,
            f"The record is still marked {record.state.marking.value}",
            "record.marking",
            fix="Remove the marking once the record may be published. Final files carry none.",
            source=_NO_MARKING,
        )
    if record.state.embargo_until:
        yield Problem(
            "marking_present",
            Severity.WRONG,
            f"The embargo until {in_words(record.state.embargo_until)} is still set",
            "record.embargo_until",
            fix="Remove the embargo once it has ended. Final files carry none.",
            source=_NO_MARKING,
        )


def publication_date_unconfirmed(record: Record, context: Context) -> Iterator[Problem]:
    """A publication date of the report that nobody has confirmed: the statutory date hangs on it."""
    if record.inspection.published_on and not record.inspection.publication_confirmed:
        yield Problem(
            "publication_date_unconfirmed",
            Severity.WRONG,
            "Nobody has confirmed the date on which the report was published",
            "inspection.published_on",
            fix="Compare it with the report and confirm it: the 56 days begin with that day.",
            source="Police Act 1996, section 55(5A)",
        )


def not_signed_off(record: Record, context: Context) -> Iterator[Problem]:
    """A final without a sign-off, by somebody on a day, of the version that it prints."""
    if not context.final:
        return
    version = record.state.version_label
    for decision in record.state.decisions:
        if decision.what is DecisionKind.SIGNED_OFF and decision.version_label == version and decision.by.strip() and decision.on:
            return
    yield Problem(
        "not_signed_off",
        Severity.OFFICE_RULE,
        f"Version {version} is not signed off" if version.strip() else "The record is not signed off",
        "record.decisions",
        fix="Record who signed it off, in what capacity and when.",
        source="Office rule: a record is signed off before it is published",
    )
