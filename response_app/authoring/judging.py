"""What the checks say of a record, what a decision passes, and what was set aside (checks)."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..bank_holidays import HOLIDAYS
from ..checks import Checker, Cleaned, Context, Problem, Severity
from ..domain.record import Record
from ..domain.response import QUOTED, Decision, DecisionKind, SetAside
from ..domain.richtext import is_unseen
from ..interchange import agreed_sha256, printed_parts, printed_sha256


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks say of a record.

    Attributes:
        problems: what they found, the heaviest first, without what was passed.
        passed: what a decision kept in the record passes, for these words in this version.
        set_aside: warnings and hints that somebody set aside with a reason.
    """

    problems: tuple[Problem, ...]
    passed: tuple[Problem, ...] = ()
    set_aside: tuple[Problem, ...] = ()

    @property
    def stopping(self) -> tuple[Problem, ...]:
        """The problems that stop the final."""
        return tuple(each for each in self.problems if each.stops)


class PrintedHashes:
    """Compares printed words with hashes; while somebody types, a value that had the hash before is compared in its place."""

    def __init__(self) -> None:
        self._known: dict[str, Record] = {}

    def is_printed(self, record: Record, sha256: str) -> bool:
        """Tell whether all printed parts are those of the hash."""
        parts = printed_parts(record)
        known = self._known.get(sha256)
        if known is not None:
            return parts == known
        same = printed_sha256(record) == sha256
        if same:
            self._known[sha256] = parts
        return same

    def is_agreed(self, record: Record, sha256: str) -> bool:
        """Tell whether the chief officer's printed words are those of the hash."""
        return agreed_sha256(record) == sha256


def judge(record: Record, *, final: bool, today: date, cleaned: Sequence[Cleaned] = (), off: Collection[str] = ()) -> Verdict:
    """Run the checks and set apart what a decision in the record passes.

    A decision to publish with an exception counts for the version that it names, as long as the printed
    words are still those that it was made on, and for the codes that it names; never for what is wrong.
    `off` are the codes of the office's own rules that it has switched off (`office_rules.rules_off`).
    """
    context = Context(today, final, _draws, HOLIDAYS, cleaned, off, PrintedHashes())
    return verdict_on(record, Checker().run(record, context))


def verdict_on(record: Record, problems: Sequence[Problem]) -> Verdict:
    """Return what the checks found in a record, with what its decisions pass and what was set aside put apart."""
    codes = _codes_passed(record)
    passed = tuple(each for each in problems if can_pass(each) and each.code in codes)
    aside = tuple(each for each in problems if is_set_aside(record, each))
    return Verdict(tuple(each for each in problems if each not in passed and each not in aside), passed, aside)


def is_set_aside(record: Record, problem: Problem) -> bool:
    """Tell whether somebody set this warning or hint aside: the same code, place and words, as far as these were named."""
    return any(True for _ in set_aside_by(record, problem))


def set_aside_by(record: Record, problem: Problem) -> Iterator[SetAside]:
    """Yield what sets a warning or hint aside with a reason; of long words the first `QUOTED` characters tell them from others."""
    if problem.severity not in (Severity.WARNING, Severity.HINT):
        return
    quote = problem.quote[:QUOTED]
    for each in record.state.set_aside:
        about = each.code == problem.code and each.place in ("", problem.place) and each.quote[:QUOTED] in ("", quote)
        if about and not is_unseen(each.reason):
            yield each


class Judge:
    """Judges one record again and again as somebody writes it, for the final, in steps that a window can divide up."""

    def __init__(self) -> None:
        self._checker, self._hashes = Checker(), PrintedHashes()

    def steps(self, record: Record, *, today: date, off: Collection[str], known: Collection[str] = ()) -> Generator[None, None, Verdict]:
        """Do what `judge` does, a text or a rule at a time; the verdict is what the generator returns.

        `known` are words of the office's own list (`office_words.office_words`), whose acronyms need no explaining.
        """
        context = Context(today, True, _draws, HOLIDAYS, (), off, self._hashes, frozenset(known))
        problems = yield from self._checker.steps(record, context)
        return verdict_on(record, problems)


@cache
def _draws(character: str) -> bool:
    """Whether the record's typeface has a character; each is looked up once."""
    from ..record import has_glyph

    return has_glyph(character)


def _codes_passed(record: Record) -> set[str]:
    exceptions = [each for each in record.state.decisions if each.what is DecisionKind.PUBLISHED_WITH_EXCEPTION and not lacking(each)]
    printed = printed_sha256(record) if exceptions else ""
    return {
        code
        for each in exceptions
        if each.version_label == record.state.version_label and each.sha256 in ("", printed)
        for code in each.codes
    }


def can_pass(problem: Problem) -> bool:
    """Tell whether a named person may publish in spite of a problem."""
    return problem.severity in (Severity.LAW, Severity.OFFICE_RULE)


def lacking(decision: Decision) -> list[str]:
    """Return what a decision to publish with an exception does not say, in words."""
    needed = {
        "who decided (by)": not is_unseen(decision.by),
        "in which post (role)": not is_unseen(decision.role),
        "when (on)": decision.on,
        "why (reason)": not is_unseen(decision.reason),
    }
    return [words for words, value in needed.items() if not value]
