"""Use cases on suggestions: the office suggests other words for a text that is not its own (answers to findings, review)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..domain.changes import Changes
from ..domain.record import Record
from ..domain.response import Suggestion
from ..domain.richtext import RichText
from ..store.work import Work
from .editing import edit
from .person import person_name


def suggest(work: Work, record_id: str, place: str, was: RichText, now: RichText, on: date) -> Changes:
    """Suggest other words for a text, whose own words stay; a text has one open suggestion at most.

    It is no decision to undo: the words are undone where they stand, and `withdraw` takes the whole of it out.

    Args:
        work: the unit of work.
        record_id: the record.
        place: dotted path with ids of the text, such as `findings[f2].chief.text`.
        was: the words that stand there.
        now: the words suggested.
        on: today.

    Raises:
        KeyError: there is no such record.
    """
    by = person_name(work)

    def change(record: Record) -> Record:
        before = open_for(record, place)
        if before is None:
            return _with(record, (*record.state.suggestions, Suggestion(_next_id(record), place, by, on, was, now)))
        made = replace(before, by=by, on=on, was=was, now=now)
        return _with(record, tuple(made if each.id == before.id else each for each in record.state.suggestions))

    return replace(edit(work, record_id, "", change), act="suggest a change")


def withdraw(work: Work, record_id: str, suggestion_id: str) -> Changes:
    """Take a suggestion out.

    Raises:
        KeyError: there is no such record.
    """

    def change(record: Record) -> Record:
        return _with(record, tuple(each for each in record.state.suggestions if each.id != suggestion_id))

    return edit(work, record_id, "withdraw suggestion", change)


def open_for(record: Record, place: str) -> Suggestion | None:
    """Return the suggestion for a text that has no outcome yet, None without one."""
    return next((each for each in record.state.suggestions if each.place == place and each.outcome is None), None)


def words_place(record: Record, place: str) -> str:
    """Return where the suggested words for a text stand, or will stand once they are suggested."""
    found = open_for(record, place)
    return f"record.suggestions[{found.id if found else _next_id(record)}].now"


def _next_id(record: Record) -> str:
    taken = {each.id for each in record.state.suggestions}
    number = len(taken) + 1
    while f"s{number}" in taken:
        number += 1
    return f"s{number}"


def _with(record: Record, held: tuple[Suggestion, ...]) -> Record:
    return replace(record, state=replace(record.state, suggestions=held))
