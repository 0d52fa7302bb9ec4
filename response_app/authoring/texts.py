"""Use cases on running text: save what was typed, list and bring back earlier versions (guided sections)."""

from __future__ import annotations

from ..domain.changes import Changes
from ..domain.richtext import RichText
from ..store.versions import Version
from ..store.work import Work

_TEXTS = {
    "inspection.summary": "summary of inspection",
    "sections.initial_response": "initial response",
    "sections.chief_officer_response": "chief officer’s response",
    "sections.overall_comments": "overall comments",
}


def save_text(work: Work, record_id: str, place: str, text: RichText) -> Changes:
    """Save a text as it was typed; a version of the earlier words is kept when one is due.

    Args:
        work: the unit of work.
        record_id: the record.
        place: dotted path with ids, such as `findings[f2].chief.text`.
        text: the words, in canonical form.

    Raises:
        KeyError: the record has no such place.
        StoreUnavailable: it could not be saved.
    """
    changed = work.records.set_text(record_id, place, text)
    listed = changed and place.startswith("findings[")
    return Changes(record_id, places=(place,), list_changed=listed, empty=not changed, text=text, act=f"edit {text_in_words(place)}")


def text_in_words(place: str) -> str:
    """What a text is, as the list of recent activity says it without reading the record."""
    if place.startswith("findings["):
        return "a finding" if place.endswith((".wording", ".evidence")) else "an answer"
    return _TEXTS.get(place, "a text")


def text_versions(work: Work, record_id: str, place: str) -> tuple[Version, ...]:
    """Return the kept versions of a text, the newest first."""
    return work.versions.list(record_id, place)


def bring_back_version(work: Work, record_id: str, place: str, number: int) -> Changes:
    """Make the words of a kept version the words of the text; what stands there now is kept as a version first.

    Raises:
        KeyError: there is no such version or place.
    """
    before = work.records.get(record_id)
    work.versions.keep(record_id, "before restoring a version")
    work.records.set_text(record_id, place, work.versions.text(number))
    return Changes(record_id, "restore version", (place,), before, work.records.get(record_id), list_changed=True)
