"""How commands are written, in our own words, and what they give back (plumbing of the commands)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from ..errors import AppError

WRONG_USE = 64
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_YEARS = range(1996, 2101)  # from the Police Act 1996 to where the bank holidays end
_DATE_FORMS = (  # compiled when a command is given a date: the window's first paint does not wait for it
    r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})",
    r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})",
    r"(?P<d>\d{1,2}) +(?P<m>[A-Za-z]+) +(?P<y>\d{4})",
)


class WrongUse(AppError):
    """A command that cannot be understood."""

    exit_code = WRONG_USE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command prints at the end, and its exit code."""

    text: str
    code: int = 0


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Use: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints and help are plain sentences."""

    def __init__(self, prog: str, description: str = "", **_: object) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False, formatter_class=_Help)
        self.given = self.add_argument_group("What to give")
        self.options = self.add_argument_group("Options")
        self.options.add_argument("-h", "--help", action="help", help="show this help")

    def error(self, message: str) -> NoReturn:
        """Raise `WrongUse` with argparse's complaint in our words."""
        raise WrongUse(_in_our_words(message), f"“{self.prog} --help” shows how it is used.")


def _in_our_words(message: str) -> str:
    argument, _, complaint = message.removeprefix("argument ").partition(": ")
    if message.startswith("the following arguments are required"):
        return f"Something is missing: {complaint}."
    if message.startswith("unrecognized arguments"):
        return f"This command does not take {complaint}."
    if "invalid choice" in complaint:
        asked = complaint.split("'")[1]
        choices = ", ".join(re.findall(r"[a-z]+", complaint.rpartition("choose from")[2]))
        if argument == "COMMAND":
            return f"“{asked}” is no command; there are {choices}."
        return f"{argument} takes one of {choices}, not “{asked}”."
    if complaint.startswith("expected"):
        return f"Something is missing after {argument}."
    return complaint or f"The command was not understood: {message}."


def day(words: str) -> date:
    """Return the day that 2024-05-14, 14/5/2024 or "14 May 2024" names.

    Raises:
        argparse.ArgumentTypeError: another form, or a day that the calendar does not have; the message is for the user.
    """
    for form in _DATE_FORMS:
        found = re.fullmatch(form, words.strip(), re.ASCII)
        if found:
            return _calendar_day(words.strip(), int(found["y"]), found["m"], int(found["d"]))
    raise argparse.ArgumentTypeError(f"“{words}” is not a date; write it as 2024-05-14, 14/5/2024 or 14 May 2024.")


def _calendar_day(words: str, year: int, month: str, number: int) -> date:
    try:
        found = date(year, _month(month), number)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{words}” is not a day in the calendar (the day comes before the month).") from None
    if year not in _YEARS:
        raise argparse.ArgumentTypeError(f"“{words}” lies outside the years {_YEARS[0]} to {_YEARS[-1]}.")
    return found


def _month(words: str) -> int:
    if words.isdecimal():
        return int(words)
    for names in (_MONTHS, _LONG_MONTHS):
        if words.lower() in names:
            return names.index(words.lower()) + 1
    raise ValueError(words)


def add_today(parser: Parser) -> None:
    """Let a command take the day for which it works."""
    parser.options.add_argument("--today", metavar="DATE", type=day, help="the day to check for, instead of today")
