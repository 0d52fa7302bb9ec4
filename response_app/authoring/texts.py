"""Use cases on running text: save what was typed, list and bring back earlier versions (guided sections)."""

from __future__ import annotations

from ..domain.changes import Changes
from ..domain.corrections import is_frozen
from ..domain.response import ResponseState, Status
from ..domain.richtext import RichText
from ..store.versions import Version
from ..store.work import Work
from .published import rests_on_sign_off, settled, with_sign_off

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
        AppError: the record is published, and the text is printed.
        StoreUnavailable: it could not be saved.
    """
    act = f"edit {text_in_words(place)}"
    state = work.records.state(record_id) if work.records.rests_on_acts(record_id) else ResponseState()
    before = work.records.get(record_id) if is_frozen(state) else None
    changed = work.records.set_text(record_id, place, text)
    if changed and before is not None:
        settled(before, work.records.get(record_id))  # refuses what is printed
    elif changed and rests_on_sign_off(state) and _can_matter(work, record_id, place, text, state):
        written = work.records.get(record_id)
        after = with_sign_off(written)
        if after != written:
            work.records.update(after)
            return Changes(record_id, places=(place, "record.status"), after=after, list_changed=True, act=act)
    listed = changed and place.startswith("findings[")
    return Changes(record_id, places=(place,), list_changed=listed, empty=not changed, text=text, act=act)


def _can_matter(work: Work, record_id: str, place: str, text: RichText, state: ResponseState) -> bool:
    """Whether other words can take the sign-off away, or give it back as words that were kept: reading a long record takes a while."""
    return state.status is Status.SIGNED_OFF or not text or work.versions.knows(record_id, place)


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
        AppError: the record is published, and the text is printed.
    """
    before = work.records.get(record_id)
    work.versions.keep(record_id, "before restoring a version")
    work.records.set_text(record_id, place, work.versions.text(number))
    after = settled(before, work.records.get(record_id))
    work.records.update(after)
    return Changes(record_id, "restore version", (place,), before, after, list_changed=True)
