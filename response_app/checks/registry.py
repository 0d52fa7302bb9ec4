"""The rules, and running them all (checks)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..domain.places import order
from ..domain.record import Record
from .answers import afi_unanswered, not_applicable_unexplained, recommendation_unexplained
from .problem import Context, Problem, Severity
from .publishing import marking_present, not_signed_off, publication_date_unconfirmed
from .required import required_missing, version_missing
from .texts import field_unresolved, glyph_missing, markup_cleaned

Rule = Callable[[Record, Context], Iterable[Problem]]

# Each rule bears the code of what it finds.
RULES: tuple[Rule, ...] = (
    required_missing,
    version_missing,
    field_unresolved,
    glyph_missing,
    marking_present,
    publication_date_unconfirmed,
    recommendation_unexplained,
    not_applicable_unexplained,
    afi_unanswered,
    not_signed_off,
    markup_cleaned,
)

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def run(record: Record, context: Context) -> list[Problem]:
    """Return everything that the rules find, the heaviest first, then in the order of the record.

    What one of the office's own rules finds is left out where the office has switched that rule off.
    """
    found = [problem for rule in RULES for problem in rule(record, context) if not _is_off(problem, context)]
    return sorted(found, key=lambda each: (_WEIGHT[each.severity], order(record, each.place), each.paragraph or 0, each.start or 0))


def _is_off(problem: Problem, context: Context) -> bool:
    return problem.severity is Severity.OFFICE_RULE and problem.code in context.off
