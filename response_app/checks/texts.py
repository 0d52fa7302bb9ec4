"""Rules on the texts: live fields, characters, what reading cleaned away (checks)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from ..domain.fields import block, inline
from ..domain.places import strings
from ..domain.record import Record
from .paragraphs import Read
from .problem import Context, Problem, Severity


def field_unresolved(record: Record, text: Read) -> Iterator[Problem]:
    """A live field of a printed text for which the record has nothing to say yet."""
    for line, name, start in text.fields:
        if inline(record, name) or block(record, name):
            continue
        yield Problem(
            "field_unresolved",
            Severity.WRONG,
            f"The record cannot yet say its {name.replace('_', ' ')}",
            text.place,
            line.number,
            start,
            start + len(name) + 2,
            f"[{name}]",
            "Fill in what the field takes its words from, or put words of your own in its place.",
            "A final record prints no gap",
        )


def glyph_missing(record: Record, context: Context) -> Iterator[Problem]:
    """A character of a name or a title that the record's font cannot draw."""
    for place, string in strings(record):
        yield from _undrawable(string, place, None, context.has_glyph)


def glyph_missing_in(text: Read, has_glyph: Callable[[str], bool]) -> Iterator[Problem]:
    """A character of a text that the record's font cannot draw: named once for each paragraph that holds it."""
    for line in text.lines:
        yield from _undrawable(line.written, text.place, line.number, has_glyph)


def _undrawable(words: str, place: str, paragraph: int | None, has_glyph: Callable[[str], bool]) -> Iterator[Problem]:
    if words.isascii():  # every font has these; the common case
        return
    for character in dict.fromkeys(words):
        if character == "\n" or has_glyph(character):
            continue
        start = words.index(character)
        yield Problem(
            "glyph_missing",
            Severity.WRONG,
            f"The character {named(character)} is missing from the record’s font",
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
        fix = "Check the text and restore the layout it lost; all its words are there."
        source = "The record file’s own format"
        yield Problem("markup_cleaned", Severity.WARNING, each.message.removesuffix("."), each.place, fix=fix, source=source)
