"""What the checks found as the page shows it: equal problems in one group, with where they stand in words (checks)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from response_app.authoring.judging import Verdict, set_aside_by
from response_app.checks import Problem, Severity
from response_app.domain.dates import in_words
from response_app.domain.places import human, parts
from response_app.domain.record import Record
from response_app.domain.response import SetAside
from response_app.domain.selection import label
from response_app.domain.task_list import stops_in_words
from response_app.domain.titles import chief_officer_title, possessive

_QUOTED = 60
_OFFICE = "Office rule"
CLASSES = {
    Severity.WRONG: "Wrong",
    Severity.LAW: "Law",
    Severity.OFFICE_RULE: "Office rule",
    Severity.WARNING: "Warning",
    Severity.HINT: "Hint",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Problems that say the same, in the order of the record; at least one."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The one that stands first."""
        return self.problems[0]

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other groups."""
        return self.first.code, self.first.message

    @property
    def title(self) -> str:
        """What is wrong; of one problem alone the words it is about, where the message does not hold them."""
        quote = " ".join(self.first.quote.split())
        if len(self.problems) > 1 or not any(each.isalnum() for each in quote) or quote in self.first.message:
            return self.first.message
        shown = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED].rstrip()}…"
        return self.first.message if shown.rstrip("…") in self.first.message else f"{self.first.message}: “{shown}”"


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """Return problems by their code and message, each group where its first stands."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for each in problems:
        found.setdefault((each.code, each.message), []).append(each)
    return [Group(tuple(each)) for each in found.values()]


def where(record: Record, problem: Problem) -> str:
    """Return the place of a problem, such as "Overall comments, paragraph 2"."""
    words = human(record, problem.place)
    return f"{words}, paragraph {problem.paragraph:,}" if problem.paragraph else words


def under(record: Record, group: Group) -> str:
    """Return what stands under the message: where, what to do, and for what stops publication the law or rule behind it."""
    first, more = group.first, len(group.problems) - 1
    place = where(record, first)
    said = first.stops or first.message.startswith(place.partition(", ")[0])
    place = "" if said and not (first.paragraph or more) else place
    if more:
        place += f", and {'1 more place' if more == 1 else f'{more:,} more places'}"
    source = f" ({first.source})" if first.stops and first.source and not first.source.startswith(_OFFICE) else ""
    return " ".join(each for each in (f"{place}." if place else "", first.fix) if each) + source


def go_words(record: Record, problem: Problem) -> str:
    """Return the words of the button that goes to a problem."""
    if not problem.stops:
        return "Show"
    path = parts(problem.place)
    name = ".".join(key for key, _ in path[:2])
    if path and path[0][0] == "findings":
        finding = record.finding(path[0][1] or "")
        number = label(record, finding).rpartition(" ")[2] if finding else ""
        return f"Go to finding {number}".strip() if number[:1].isdigit() else "Go to finding"
    sections = {
        "sections.initial_response": "initial response",
        "sections.chief_officer_response": f"{possessive(chief_officer_title(record))} response",
        "sections.overall_comments": "overall comments",
        "record.decisions": "sign-off",
        "record.copies": "copies",
        "record.corrections": "corrections",
        "record.comments": "comment",
    }
    return f"Go to {sections.get(name, 'details')}"


@dataclass(frozen=True, slots=True)
class Aside:
    """Warnings or hints that were set aside for one reason: what they say, why, who and when, and what is kept of them."""

    title: str
    told: str
    reason: str
    kept: tuple[SetAside, ...]


def asides(record: Record, problems: Sequence[Problem]) -> list[Aside]:
    """Return what was set aside, equal ones together."""
    found: list[Aside] = []
    for group in grouped(problems):
        by_reason: dict[tuple[object, ...], list[SetAside]] = {}
        for problem in group.problems:
            for each in set_aside_by(record, problem):
                kept = by_reason.setdefault((each.reason, each.by, each.on), [])
                if each not in kept:
                    kept.append(each)
        for kept in by_reason.values():
            found.append(Aside(group.title, _who(kept[0]), kept[0].reason, tuple(kept)))
    return found


def _who(kept: SetAside) -> str:
    return ", ".join(each for each in (kept.by, in_words(kept.on) if kept.on else "") if each)


def of_class(problems: Iterable[Problem], severity: Severity) -> tuple[Problem, ...]:
    """Return the problems of one class."""
    return tuple(each for each in problems if each.severity is severity)


def lead(verdict: Verdict | None) -> str:
    """Return the line under the heading of the page."""
    if verdict is None:
        return "Reading the record …"
    count = len(verdict.stopping)
    if not count:
        return "A draft can be exported at any time and says so on every page."
    return f"{stops_in_words(count)}. A draft can be exported at any time and says so on every page."
