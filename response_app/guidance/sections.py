"""What each section is for, what to cover, and standard wording to begin with (guided sections, answers).

The words ship in `templates/guidance.json`, and an office puts its own in their place; the law that they cite
is the Police Act 1996, section 55.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..domain.finding import FindingKind
from ..domain.record import Record
from ..domain.titles import body_has, body_in_a_sentence, body_title, chief_officer_title, possessive, the_body
from ..domain.wording import Snippet, Wording
from ..paths import template

SECTIONS = ("initial_response", "chief_officer_response", "overall_comments")
"""The three narrative sections, as the record file names them, in the order of s.55(5)(a) to (c)."""
ANSWERS = "answers"
"""The answers to findings, which have standard wording too."""
WITH_WORDING = ("initial_response", "overall_comments", ANSWERS)
"""Where an office offers its own words; the chief officer's section holds the chief officer's alone."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point to cover: its words as this record names things, and `key`, which is the same for every record."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Guide:
    """What the author is told beside a section.

    Attributes:
        title: name of the section, such as "Initial response".
        what: what the section does, a few sentences.
        points: what to cover.
        snippets: standard wording; none where the words are somebody else's.
    """

    title: str
    what: tuple[str, ...]
    points: tuple[Point, ...]
    snippets: tuple[Snippet, ...]


def guide(record: Record, section: str, wording: Wording | None = None) -> Guide:
    """Return the guidance on one of the `SECTIONS`, with the titles that this record prints.

    Args:
        record: whose titles are named.
        section: which section.
        wording: what the office offers there; None for what ships.

    Raises:
        KeyError: there is no such section.
    """
    held = wording or shipped(section)
    points = tuple(map(Point, held.points, named(record, held.points)))
    return Guide(_title(record, section), named(record, held.what or shipped(section).what), points, held.offered())


@cache
def shipped(place: str) -> Wording:
    """Return the standard wording, points and words on the section that ship for one of the `SECTIONS` or `ANSWERS`.

    Raises:
        KeyError: there is no such place.
    """
    from ..interchange import read_fragment  # with the first text: the start of the window does without

    held = _held()[ANSWERS] if place == ANSWERS else _held()["sections"][place]
    snippets = tuple(Snippet(each["key"], each["label"], read_fragment(each["text"]).text) for each in held["snippets"])
    return Wording(snippets, tuple(held.get("points", ())), tuple(held.get("what", ())))


def law_on(record: Record, kind: FindingKind) -> tuple[str, ...]:
    """Return what the law, and the office's own rule, ask of the answer to a finding of this kind; () for promising practice."""
    key = FindingKind.CAUSE_OF_CONCERN if kind.is_cause else kind
    return named(record, _held()["law"].get(key.value, ()))


def named(record: Record, lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines with the titles of this record in place of `{body}`, `{chief}` and their possessives."""
    body = body_in_a_sentence(record) if record.office.body_title else body_title(record).lower()
    chief = chief_officer_title(record) if record.office.chief_officer_title else chief_officer_title(record).lower()
    the = the_body(record) if record.office.body_title else f"the {body}"
    whose = possessive(the)
    names = {
        "the {body} has": f"{the} {body_has(record)}",
        "The {body’s}": f"{whose[0].upper()}{whose[1:]}",
        "the {body’s}": whose,
        "the {body}": the,
        "{body}": body,
        "{body’s}": possessive(body),
        "{chief}": chief,
        "{chief’s}": possessive(chief),
    }
    out = []
    for line in lines:
        for mark, name in names.items():
            line = line.replace(mark, name)
        out.append(line)
    return tuple(out)


def _title(record: Record, section: str) -> str:
    if section == "chief_officer_response":
        return f"{possessive(chief_officer_title(record))} response"
    return section.replace("_", " ").capitalize()


@cache
def _held() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(template("guidance.json").read_text(encoding="utf-8"))
    return held
