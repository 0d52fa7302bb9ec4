"""`deadline`: the last of the 56 days, and how it was counted (every step; Police Act 1996 s.55(5A))."""

from __future__ import annotations

import argparse

from ..bank_holidays import HOLIDAYS
from ..domain.clock import PERIOD_DAYS, day_off_warning, statutory_date
from ..domain.dates import with_weekday
from .usage import Outcome, Parser, WrongUse, day


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command to the program."""
    words = "Say by when the response to a report has to be published."
    parser = commands.add_parser("deadline", help=words, description=words)
    forms = "the day on which the report was published: 2024-05-14, 14/5/2024 or 14 May 2024"
    parser.given.add_argument("words", metavar="DATE", nargs="+", help=forms)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> Outcome:
    """Print the statutory date, how it was counted, and the last working day."""
    try:
        published_on = day(" ".join(given.words))
    except argparse.ArgumentTypeError as error:
        raise WrongUse(str(error)) from None
    due = statutory_date(published_on)
    warning = day_off_warning(due, HOLIDAYS)
    counted = (
        f"Counted by section 55(5A) of the Police Act 1996: the {PERIOD_DAYS} days begin with the day of publication, "
        f"{with_weekday(published_on)}, so the last one is {PERIOD_DAYS - 1} days after it."
    )
    return Outcome("\n".join([f"Statutory date: {with_weekday(due)}", counted, warning or "It is a working day."]))
