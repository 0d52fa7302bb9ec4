"""Looks through all texts of a record for words, and says of each place whether they can be changed there (guided sections, answers)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..errors import AppError
from .fieldnames import BLOCK_FIELDS
from .fields import block, inline
from .finding_words import Hit, Shown, Wanted, finder, replaced, shown, words_at
from .places import TextAt, Whose, human, texts
from .placing import with_text
from .record import Record
from .response import InvitationOutcome
from .richtext import Paragraph, Run, paragraphs, plain
from .titles import chief_officer_title, possessive

_BEFORE, _AFTER = 60, 60
"""Characters of its sentence that are shown at most before and after what was found."""
_SENTENCE_ENDS = re.compile(r"[.!?:;]\s")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words to be replaced: where, and what has to stand there still."""

    place: str
    hit: Hit
    was: str


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were found, in their sentence.

    Attributes:
        place: dotted path of the text.
        replacement: what to replace; None where these words are left as they are.
        left_because: why, as a sentence; "" where they can be replaced.
        before: what stands before them.
        words: the words themselves.
        after: what stands after them.
        number: which hit of its text it is, from 0, those of fields counted.
    """

    place: str
    replacement: Replacement | None
    left_because: str
    before: str
    words: str
    after: str
    number: int


def search(record: Record, wanted: Wanted) -> Iterator[Found | None]:
    """Look through the texts of a record, in its order; between two results None is yielded now and then, to stop for a moment."""
    find = finder(wanted)
    for at in _texts(record):
        left = why_left(record, at)
        number = 0
        for count, runs in enumerate(paragraphs(at.text), start=1):
            line = shown(runs, lambda name: _words_of_field(record, name))
            for start, end in find(line.text):
                yield _found(at, count, line, (start, end), left, number)
                number += 1
            yield None


def _texts(record: Record) -> Iterator[TextAt]:
    """Every text, and the headings of findings, which are the inspectors' words as well."""
    headings = {each.id: each.heading for each in record.findings}
    begun: set[str] = set()
    for at in texts(record):
        finding_id = at.place.removeprefix("findings[").partition("]")[0] if at.place.startswith("findings[") else ""
        if finding_id and finding_id not in begun:
            begun.add(finding_id)
            heading = plain(at.text) if at.place.endswith(".wording") else ""
            if headings.get(finding_id) and headings[finding_id] != heading:
                yield TextAt(f"findings[{finding_id}].heading", (Paragraph((Run(headings[finding_id]),)),), Whose.INSPECTORS, at.printed)
        yield at


def why_left(record: Record, at: TextAt) -> str:
    """Return why a text is never changed by replacing words, as a sentence; "" where it is ours to change."""
    if at.whose is Whose.INSPECTORS:
        return "These are the inspectors’ words."
    if at.place.startswith("record.suggestions"):
        return "This is a suggestion from review: accept or reject it first."
    if at.whose is Whose.CHIEF_OFFICER and ".updates[" in at.place:
        return "This is what the force said of its progress."
    if at.whose is Whose.CHIEF_OFFICER and record.state.invitation.outcome is InvitationOutcome.RECEIVED:
        return f"These are the {possessive(chief_officer_title(record))} words, as they were received."
    return ""


def _found(at: TextAt, paragraph: int, line: Shown, span: tuple[int, int], left: str, number: int) -> Found:
    start, end = span
    words = line.text[start:end]
    place = line.place(start, end)
    if place is None:
        left = left or "A field: its words come from the record."
    replacement = Replacement(at.place, Hit(paragraph, *place), words) if place is not None and not left else None
    return Found(at.place, replacement, left, *_around(line.text, start, end), number=number)


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before the words in their sentence, the words, and what stands after, on one line."""
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(text, max(0, start - _BEFORE), start)]
    first = ends[-1] if ends else max(0, start - _BEFORE)
    before = text[first:start]
    if first and not ends:
        before = "… " + before.partition(" ")[2]
    over = _SENTENCE_ENDS.search(text, end)
    last = min(over.start() + 1 if over else len(text), end + _AFTER)
    after = text[end:last]
    if last == end + _AFTER < len(text):
        after = after.rpartition(" ")[0] + " …"
    return _on_one_line(before), _on_one_line(text[start:end]), _on_one_line(after)


def _on_one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _words_of_field(record: Record, name: str) -> str:
    """What a field shows; a sign that is in no text where it shows nothing."""
    words = plain(block(record, name)) if name in BLOCK_FIELDS else inline(record, name)
    return words or "\ufffc"


def with_replacements(record: Record, replacements: Sequence[Replacement], to: str) -> Record:
    """Return a record with `to` in place of the words at some places.

    Raises:
        AppError: at one of them stand other words by now, or words that are not ours to change.
    """
    known = {at.place: at for at in texts(record)}
    for place in dict.fromkeys(each.place for each in replacements):
        at = known.get(place)
        if at is None or why_left(record, at):
            raise _changed_since(record, place)
        here = [each for each in replacements if each.place == place]
        if any(words_at(at.text, each.hit) != each.was for each in here):
            raise _changed_since(record, place)
        made = with_text(record, place, replaced(at.text, (each.hit for each in here), to))
        if made is None:
            raise _changed_since(record, place)
        record = made
    return record


def _changed_since(record: Record, place: str) -> AppError:
    return AppError(
        f"Nothing was replaced: the words of “{human(record, place)}” have changed since they were found.",
        "Look for the words again, then replace them.",
    )


def count_places(found: Iterable[Found]) -> int:
    """Return in how many texts something was found."""
    return len({each.place for each in found})
