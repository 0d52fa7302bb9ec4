"""Use cases: leave warnings and hints aside, so that nobody is shown them again, and heed them again (guided sections, checks)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ..checks import Problem
from ..domain.changes import Changes
from ..domain.record import Record
from ..domain.response import QUOTED, SetAside
from ..domain.richtext import is_unseen
from ..errors import AppError
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
        return _with_set_aside(record, (*kept, made))

    return edit(work, record_id, "leave hint aside", change)


def set_problems_aside(work: Work, record_id: str, problems: Collection[Problem], reason: str) -> Changes:
    """Set warnings or hints aside with one reason, which the record keeps with who gave it and when.

    Raises:
        KeyError: there is no such record.
        AppError: no reason is given.
    """
    if is_unseen(reason):
        raise AppError("Nothing was set aside: a warning needs a reason.", "Say in a few words why it is right as it stands.")
    about = dict.fromkeys((each.code, each.place, each.quote[:QUOTED]) for each in problems)
    by, on = person_name(work), work.now.date()

    def change(record: Record) -> Record:
        kept = record.state.set_aside
        known = {(each.code, each.place, each.quote) for each in kept}
        made = [
            SetAside(code=code, place=place, quote=quote, reason=reason.strip(), by=by, on=on)
            for code, place, quote in about
            if (code, place, quote) not in known
        ]
        return _with_set_aside(record, (*kept, *made))

    return edit(work, record_id, "set warning aside", change)


def heed_all_again(work: Work, record_id: str, kept: Collection[SetAside]) -> Changes:
    """Heed warnings or hints again that were set aside.

    Raises:
        KeyError: there is no such record.
    """
    return edit(
        work,
        record_id,
        "heed warning again",
        lambda record: _with_set_aside(record, tuple(each for each in record.state.set_aside if each not in kept)),
    )


def _with_set_aside(record: Record, kept: tuple[SetAside, ...]) -> Record:
    return replace(record, state=replace(record.state, set_aside=kept))
