"""Report in: which column of somebody's table of findings is which, by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Column(StrEnum):
    """What a column of a table of findings can hold."""

    WORDING = "wording"
    HEADING = "heading"
    KIND = "kind"
    NUMBER = "number"
    REFERENCE = "reference"
    SCOPE = "scope"
    ADDRESSED_TO = "addressed_to"
    DUE = "due"
    EVIDENCE = "evidence"

    @property
    def words(self) -> str:
        """The column as shown, such as "Addressed to"."""
        return self.value.replace("_", " ").capitalize()


_NAMES: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        Column.KIND: (
            "kind",
            "type",
            "category",
            "finding type",
            "type of finding",
            "kind of finding",
            "recommendation type",
            "classification",
        ),
        Column.NUMBER: (
            "number",
            "no",
            "rec no",
            "recommendation number",
            "recommendation no",
            "finding number",
            "finding no",
            "afi number",
            "item",
        ),
        Column.REFERENCE: (
            "reference",
            "ref",
            "id",
            "unique reference",
            "reference number",
            "ref no",
            "hmicfrs reference",
            "finding reference",
            "urn",
        ),
        Column.ADDRESSED_TO: (
            "addressed to",
            "addressee",
            "made to",
            "who to",
            "to whom",
            "directed to",
            "recipient",
            "for",
            "organisation",
            "owner",
            "lead",
            "responsible",
        ),
        Column.DUE: (
            "due",
            "due date",
            "date due",
            "deadline",
            "timescale",
            "timescales",
            "target date",
            "time limit",
            "completion date",
            "complete by",
            "to be completed by",
            "by when",
            "expected completion date",
        ),
        Column.SCOPE: ("scope", "force", "force name", "police force", "region", "service", "applies to", "area"),
        Column.EVIDENCE: (
            "evidence",
            "explanation",
            "background",
            "context",
            "narrative",
            "supporting text",
            "rationale",
            "further detail",
        ),
        Column.HEADING: ("heading", "title", "summary", "headline", "short title"),
        Column.WORDING: (
            "wording",
            "recommendation",
            "recommendations",
            "finding",
            "findings",
            "recommendation text",
            "finding text",
            "text",
            "text of recommendation",
            "text of finding",
            "detail",
            "details",
            "description",
            "area for improvement",
            "areas for improvement",
            "afi",
            "cause of concern",
            "recommendation wording",
            "recommendation afi",
            "recommendation area for improvement",
            "full text",
        ),
    }
)
_CONTAINED: tuple[tuple[str, Column], ...] = (
    (r"\b(?:type|kind|category)\b", Column.KIND),
    (r"\b(?:due|deadline|timescales?|by when|target date|completion date|time limit)\b", Column.DUE),
    (r"\b(?:ref|reference|urn)\b", Column.REFERENCE),
    (r"\b(?:number|no)\b", Column.NUMBER),
    (r"\b(?:made to|who to|to whom|directed to)\b", Column.ADDRESSED_TO),
    (r"\b(?:addressed|addressee|owner|responsible|lead)\b", Column.ADDRESSED_TO),
    (r"\b(?:evidence|background|context|rationale)\b", Column.EVIDENCE),
    (r"\b(?:wording|full text|recommendation text|finding text)\b", Column.WORDING),
    (r"\b(?:recommendations?|findings?|areas? for improvement|afis?|causes? of concern)\b", Column.WORDING),
)
_TO_WHOM = re.compile(r"\b(?:addressed|addressee|made to|who to|to whom|directed to)\b")
_WHO_DOES_IT = re.compile(r"\b(?:owner|lead|responsible)\b")
_NOT_THE_FINDING = re.compile(r"\b(?:response|answer|action|update|progress|comment|status|rag|title|date|published|inspection|report)\b")


def proposed_mapping(names: tuple[str, ...]) -> dict[Column, int]:
    """Return which column (from 0) holds what, as its name says: whole names first, then names that contain the word.

    A column is used once, and the first that fits is taken; what no column is named for is left out. A title alone, with
    no other words of the finding, is its wording.
    """
    plain = [_plain(name) for name in names]
    found: dict[Column, int] = {}
    for column, known in _NAMES.items():
        for words in known:
            if column not in found and words in plain and plain.index(words) not in found.values():
                found[column] = plain.index(words)
    for at, name in enumerate(plain):
        contained = _contained(name)
        if contained is not None and contained not in found and at not in found.values():
            found[contained] = at
    to_whom = next((at for at, name in enumerate(plain) if _TO_WHOM.search(name) and at not in found.values()), None)
    if to_whom is not None and _WHO_DOES_IT.search(plain[found.get(Column.ADDRESSED_TO, to_whom)]):
        found[Column.ADDRESSED_TO] = to_whom  # who has to see to it in a force is not whom the inspectors addressed
    if Column.WORDING not in found and Column.HEADING in found:
        found[Column.WORDING] = found.pop(Column.HEADING)
    return found


def _contained(name: str) -> Column | None:
    if _NOT_THE_FINDING.search(name):
        return None
    return next((column for pattern, column in _CONTAINED if re.search(pattern, name)), None)


def _plain(name: str) -> str:
    """Return a column's name without case, signs and what stands in brackets."""
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"\([^()]{0,80}\)", " ", name[:200].casefold())).split())
