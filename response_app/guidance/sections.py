"""What each section is for, what to cover, and standard wording to begin with (guided sections, answers).

The words ship in `templates/guidance.json`; the law that they cite is the Police Act 1996, section 55.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..domain.finding import FindingKind
from ..domain.record import Record
from ..domain.richtext import RichText
from ..domain.titles import body_in_a_sentence, body_title, chief_officer_title, possessive
from ..interchange import read_fragment
from ..paths import template

SECTIONS = ("initial_response", "chief_officer_response", "overall_comments")
"""The three narrative sections, as the record file names them, in the order of s.55(5)(a) to (c)."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Standard wording with live fields; `label` is the words of its button."""

    key: str
    label: str
    text: RichText


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
    points: tuple[str, ...]
    snippets: tuple[Snippet, ...]


def guide(record: Record, section: str) -> Guide:
    """Return the guidance on one of the `SECTIONS`, with the titles that this record prints.

    Raises:
        KeyError: there is no such section.
    """
    held = _shipped()["sections"][section]
    snippets = tuple(Snippet(each["key"], each["label"], read_fragment(each["text"]).text) for each in held["snippets"])
    return Guide(_title(record, section), _named(record, held["what"]), _named(record, held["points"]), snippets)


def law_on(record: Record, kind: FindingKind) -> tuple[str, ...]:
    """Return what the law, and the office's own rule, ask of the answer to a finding of this kind; () for promising practice."""
    key = FindingKind.CAUSE_OF_CONCERN if kind.is_cause else kind
    return _named(record, _shipped()["law"].get(key.value, ()))


def _title(record: Record, section: str) -> str:
    if section == "chief_officer_response":
        return f"{possessive(chief_officer_title(record))} response"
    return section.replace("_", " ").capitalize()


def _named(record: Record, lines: list[str]) -> tuple[str, ...]:
    body = body_in_a_sentence(record) if record.office.body_title else body_title(record).lower()
    chief = chief_officer_title(record) if record.office.chief_officer_title else chief_officer_title(record).lower()
    names = {"{body}": body, "{body’s}": possessive(body), "{chief}": chief, "{chief’s}": possessive(chief)}
    out = []
    for line in lines:
        for mark, name in names.items():
            line = line.replace(mark, name)
        out.append(line)
    return tuple(out)


@cache
def _shipped() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(template("guidance.json").read_text(encoding="utf-8"))
    return held
