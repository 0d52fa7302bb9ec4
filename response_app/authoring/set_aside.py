"""Use case: leave a hint on a text aside, so that nobody is shown it there again (guided sections, checks)."""

from __future__ import annotations

from dataclasses import replace

from ..domain.changes import Changes
from ..domain.record import Record
from ..domain.response import SetAside
from ..store.work import Work
from .editing import edit
from .person import person_name

REASON = "The author leaves the words as they are."


def set_hint_aside(work: Work, record_id: str, place: str, code: str, quote: str) -> Changes:
    """Keep in a record that a hint on some words of a text is not to be shown; one that is kept already changes nothing.

    Args:
        work: the unit of work.
        record_id: the record.
        place: dotted path of the text.
        code: of the hint.
        quote: the words that it is on.

    Raises:
        KeyError: there is no such record.
    """

    def change(record: Record) -> Record:
        kept = record.state.set_aside
        if any((each.place, each.code, each.quote) == (place, code, quote) for each in kept):
            return record
        made = SetAside(code=code, place=place, quote=quote, reason=REASON, by=person_name(work), on=work.now.date())
        return replace(record, state=replace(record.state, set_aside=(*kept, made)))

    return edit(work, record_id, "leave hint aside", change)
