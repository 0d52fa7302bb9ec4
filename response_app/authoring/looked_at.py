"""Use cases on what a person still looks at before publication, which no check can judge (record out).

The ticks are about the work on a version, not part of what is published, so they are kept among the settings.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.changes import Changes
from ..domain.inspection import InspectionKind
from ..domain.publication_acts import Act
from ..store.listing import RecordRow
from ..store.work import Work
from .office_rules import rules_off

_KEY = "looked_at:"
PROMINENT = "prominent"
"""The summary of a PEEL report stands in a prominent place on the website, whichever version of the response is out."""
TO_LOOK_AT = {
    "headings": "Headings and lists are real ones, not plain text that looks like them",
    "tables": "Tables hold facts, and their first row names each column",
    "language": "Passages in another language are marked",
    "meaning": "No meaning rests on bold, italics or position alone",
    "notes": "Notes and sums are written in words, not as footnotes or formulas",
    "descriptions": "The logo, if there is one, has a description with the words in it",
}
"""By key, in the order in which they are shown."""
TO_LOOK_AT_IN_SHORT = {
    "headings": "headings and lists",
    "tables": "tables",
    "language": "passages in another language",
    "meaning": "meaning that rests on looks",
    "notes": "notes and sums",
    "descriptions": "the logo\u2019s description",
}
"""The same by the same keys, for a sentence."""
_SHOWN = "show the summary prominently"


def looked_at(work: Work, record_id: str) -> frozenset[str]:
    """Return what was looked at in the version that the record now has."""
    before, kept = f"{work.records.get(record_id).state.version_label}/", _kept(work, record_id)
    ours = frozenset(each.removeprefix(before) for each in kept if each.startswith(before))
    return ours | {PROMINENT} if _says_shown(kept) else ours


def say_looked_at(work: Work, record_id: str, key: str, looked: bool) -> Changes:
    """Keep that something was looked at in this version, or not.

    Among the recent changes stands only that all of it was; the line goes again when a tick is taken away.

    Raises:
        KeyError: there is no such record, or nothing of this key to look at.
    """
    if key not in TO_LOOK_AT and key != PROMINENT:
        raise KeyError(key)
    label = work.records.get(record_id).state.version_label
    name = f"{label}/{key}"
    before = _kept(work, record_id)
    after = before | {name} if looked else frozenset(each for each in before if not _is_same(each, name, key))
    if after == before:
        return Changes(record_id, empty=True)
    work.settings.set(_KEY + record_id, [*sorted(after)])
    act = _SHOWN if key == PROMINENT else f"look at what only a person can judge in version {label}"
    if not looked:
        work.activity.forget(act, record_id)
    told = looked and (key == PROMINENT or after.issuperset(f"{label}/{each}" for each in TO_LOOK_AT))
    return Changes(record_id, places=(f"looked_at.{key}",), list_changed=key == PROMINENT, act=act if told else "")


def acts_beside(work: Work, record_id: str) -> frozenset[Act]:
    """Return the acts of publication that need not be done any more by what is kept beside the record, for `acts_done`."""
    shown = {Act.PROMINENT} if PROMINENT in looked_at(work, record_id) else set()
    return frozenset(shown | _not_asked(work))


def with_acts_beside(work: Work, rows: Sequence[RecordRow]) -> tuple[RecordRow, ...]:
    """Return rows of the list with what is kept beside the records: a PEEL report's summary, and what the office does not ask for."""
    peel = any(row.kind is InspectionKind.PEEL and row.confirmed_on is not None for row in rows)
    shown = {key.removeprefix(_KEY) for key, value in work.settings.beginning_with(_KEY).items() if _says_shown(value)} if peel else set()
    not_asked = _not_asked(work)

    def left(row: RecordRow) -> tuple[Act, ...]:
        known = tuple(act for act in row.left if act not in not_asked) if not_asked else row.left
        waits = row.kind is InspectionKind.PEEL and row.confirmed_on is not None and row.record_id not in shown
        return (*known, Act.PROMINENT) if waits else known

    return tuple([row if row.left == (now := left(row)) else row._replace(left=now) for row in rows])


def _not_asked(work: Work) -> set[Act]:
    return {Act.SIGN} if "not_signed_off" in rules_off(work) else set()


def _says_shown(kept: object) -> bool:
    """Whether the summary is shown: that is about the report, so it counts for every version of the response."""
    return isinstance(kept, list | frozenset) and any(isinstance(each, str) and each.endswith(f"/{PROMINENT}") for each in kept)


def _is_same(kept: str, name: str, key: str) -> bool:
    return kept == name or (key == PROMINENT and kept.endswith(f"/{PROMINENT}"))


def _kept(work: Work, record_id: str) -> frozenset[str]:
    kept = work.settings.get(_KEY + record_id, [])
    return frozenset(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else frozenset()
