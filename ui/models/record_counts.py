"""What Home counts over all records: dates, and how far the answers are (Home)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from response_app.domain.dates import with_weekday
from response_app.domain.response import Status

from .record_lines import DOT, SOON, Placed


class Answers(NamedTuple):
    """How many findings that need an answer have one, have one in draft, and have none yet."""

    answered: int
    in_draft: int
    not_started: int

    @property
    def total(self) -> int:
        """How many need one."""
        return sum(self)

    @property
    def parts(self) -> tuple[str, str, str]:
        """Each in words."""
        return f"{self.answered:,} answered", f"{self.in_draft:,} in draft", f"{self.not_started:,} not started"

    @property
    def words(self) -> str:
        """All of it in words."""
        return DOT.join(self.parts)


NO_ANSWERS = Answers(0, 0, 0)


def answers_of_open(placed: Sequence[Placed]) -> Answers:
    """Return how far the answers of the records are on which something is still to be done."""
    rows = [each.row for each in placed if each.is_open]
    answered, in_draft = sum([row.answered for row in rows]), sum([row.in_draft for row in rows])
    return Answers(answered, in_draft, sum([row.to_answer for row in rows]) - answered - in_draft)


def summary(placed: Sequence[Placed], today: date) -> str:
    """Return the day, and how many records are late, due soon, with the force, leaving out what is none.

    Args:
        placed: all records in the usual order.
        today: the day it is.
    """
    late, soon = _by_date(placed, today)
    with_force = sum([each.row.status is Status.WITH_CHIEF_OFFICER for each in placed])
    counts = {"past its date": late, "due in the next 14 days": soon, "with the force": with_force}
    words = [f"{count:,} {what if count == 1 else what.replace('its date', 'their dates')}" for what, count in counts.items() if count]
    return DOT.join([with_weekday(today), *words])


def _by_date(placed: Sequence[Placed], today: date) -> tuple[int, int]:
    """How many are late and how many due soon: they stand before all others, so the rest need not be looked at."""
    late = soon = 0
    horizon = today + timedelta(days=SOON)
    for each in placed:
        if not each.is_open or each.due is None or each.due > horizon:
            break
        if each.due < today:
            late += each.is_late(today)
        else:
            soon += each.is_due_soon(today)
    return late, soon
