"""Rules on the texts: live fields, characters, what reading cleaned away (checks)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..domain.fields import block, inline
from ..domain.places import strings, texts
from ..domain.record import Record
from ..domain.richtext import Runs, paragraphs, plain_runs
from .problem import Context, Problem, Severity


def field_unresolved(record: Record, context: Context) -> Iterator[Problem]:
    """A live field of a printed text for which the record has nothing to say yet."""
    for at in texts(record):
        if not at.printed:
            continue
        for number, runs in enumerate(paragraphs(at.text), start=1):
            for name, start, end in _fields(runs):
                if inline(record, name) or block(record, name):
                    continue
                yield Problem(
                    "field_unresolved",
                    Severity.WRONG,
                    f"The record cannot yet say its {name.replace('_', ' ')}",
                    at.place,
                    number,
                    start,
                    end,
                    f"[{name}]",
                    "Fill in what the field takes its words from, or put words of your own in its place.",
                )


def _fields(runs: Runs) -> Iterator[tuple[str, int, int]]:
    start = 0
    for run in runs:
        length = len(plain_runs((run,)))
        if run.field:
            yield run.field, start, start + length
        start += length


def glyph_missing(record: Record, context: Context) -> Iterator[Problem]:
    """A character that the record's font cannot draw: named once for each paragraph that holds it."""
    for place, string in strings(record):
        yield from _undrawable(string, place, None, context)
    for at in texts(record):
        if at.printed:
            for number, runs in enumerate(paragraphs(at.text), start=1):
                yield from _undrawable(plain_runs(runs), at.place, number, context)


def _undrawable(words: str, place: str, paragraph: int | None, context: Context) -> Iterator[Problem]:
    if words.isascii():  # every font has these; the common case
        return
    for character in dict.fromkeys(words):
        if character == "\n" or context.has_glyph(character):
            continue
        start = words.index(character)
        yield Problem(
            "glyph_missing",
            Severity.WRONG,
            f"The character {named(character)} has no shape in the record’s font",
            place,
            paragraph,
            start,
            start + 1,
            character,
            "Write it in another way, or take it out.",
            "ISO 14289-1 (PDF/UA-1), 7.21.4; ISO 19005-2 (PDF/A-2), 6.2.11.4",
        )


def named(character: str) -> str:
    """Return a character with its Unicode name: “☃” (snowman, U+2603)."""
    name = unicodedata.name(character, "no name").lower()
    shown = f"“{character}” " if character.isprintable() else ""
    return f"{shown}({name}, U+{ord(character):04X})"


def markup_cleaned(record: Record, context: Context) -> Iterator[Problem]:
    """What could not be kept while the file was read: its words are kept, its form is not."""
    for each in context.cleaned:
        fix = "Look at the text and put right what it lost; its words are all there."
        yield Problem("markup_cleaned", Severity.WARNING, each.message.removesuffix("."), each.place, fix=fix)
