"""Finds words in a text and puts others in their place, and touches nothing else (guided sections, answers).

Places are counted as the record format does: the paragraph from 1 (`richtext.paragraphs`), characters from 0 in
`richtext.plain_runs`, where a live field stands with its name in square brackets. A field is never a part of a hit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .canonical import canonical
from .richtext import Block, Heading, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Runs, Table, paragraphs, plain_runs

_ALIKE = ("'‘’ʼ", '"“”„', "-‐‑‒–—−", " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
"""Signs that one key types, and that a reader takes for the same."""
_NO_SIGN = "\ufffc"
"""Stands for a field while one looks: no text has it, so no words reach over it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Attributes:
        words: as they were typed.
        case: whether capitals and small letters differ.
        whole: whether only whole words count.
        signs: whether quotation marks, dashes and blanks of different shapes differ.
    """

    words: str
    case: bool = False
    whole: bool = False
    signs: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Where words stand in a text: the paragraph from 1, the first character and the one after the last."""

    paragraph: int
    start: int
    end: int


Finder = Callable[[str], Iterator[tuple[int, int]]]
"""Yields from the characters of a line where hits begin and end."""


def finder(wanted: Wanted) -> Finder:
    """Return what finds words in characters; nothing is found of no words."""
    words = unicodedata.normalize("NFC", wanted.words)
    if not words:
        return lambda text: iter(())
    pattern = "".join(re.escape(each) if wanted.signs else _sign(each) for each in words)
    if wanted.whole:
        pattern = rf"(?<![^\W_]){pattern}(?![^\W_])"
    compiled = re.compile(pattern, 0 if wanted.case else re.IGNORECASE)

    def find(text: str) -> Iterator[tuple[int, int]]:
        for found in compiled.finditer(text):
            # Half a letter is none: what follows may belong to the last one.
            if found.end() == len(text) or not unicodedata.combining(text[found.end()]):
                yield found.span()

    return find


def _sign(character: str) -> str:
    alike = next((each for each in _ALIKE if character in each), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(character)


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is read, with the words of its fields.

    Attributes:
        text: its characters.
        parts: of each run where it begins in `text`, where in the line as places are counted, and whether it is a field.
    """

    text: str
    parts: tuple[tuple[int, int, bool], ...]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where characters of `text` stand as places are counted; None where a part of them is a field's."""
        ends = (*(begin for begin, _, _ in self.parts[1:]), len(self.text))
        touched = [part for part, last in zip(self.parts, ends, strict=True) if part[0] < end and start < last]
        if not touched or any(is_field for _, _, is_field in touched):
            return None
        first, last = touched[0], touched[-1]
        return start - first[0] + first[1], end - last[0] + last[1]


def shown(runs: Runs, say: Callable[[str], str] = lambda name: _NO_SIGN) -> Shown:
    """Return a line with what `say` gives for the names of its fields; by itself with a sign that is in no text."""
    words: list[str] = []
    parts = []
    at = counted = 0
    for run in runs:
        said = say(run.field) if run.field else run.text
        parts.append((at, counted, bool(run.field)))
        words.append(said)
        at += len(said)
        counted += len(plain_runs((run,)))
    return Shown("".join(words), tuple(parts))


def hits(text: RichText, find: Finder) -> list[Hit]:
    """Return where words stand in a text, in reading order, those of fields aside."""
    out = []
    for number, runs in enumerate(paragraphs(text), start=1):
        line = shown(runs)
        out += [Hit(number, *place) for found in find(line.text) if (place := line.place(*found))]
    return out


def words_at(text: RichText, hit: Hit) -> str:
    """Return the characters at a place; "" where the text has none there."""
    for number, runs in enumerate(paragraphs(text), start=1):
        if number == hit.paragraph:
            return plain_runs(runs)[hit.start : hit.end]
    return ""


def replaced(text: RichText, at: Iterable[Hit], to: str) -> RichText:
    """Return a text with `to` in place of what stands at some places, written as the first character there was.

    Args:
        text: the text, in canonical form.
        at: the places, none over another and none on a field; bold, links and languages stay.
        to: the words; "" takes out.

    Returns:
        The new text, in canonical form.
    """
    by_line: dict[int, list[Hit]] = {}
    for hit in sorted(at):
        by_line.setdefault(hit.paragraph, []).append(hit)
    change = _Lines(by_line, to)
    return canonical([change.block(each) for each in text])


class _Lines:
    """Goes through the lines of a text as `paragraphs` does, and changes those that have hits."""

    def __init__(self, by_line: Mapping[int, Sequence[Hit]], to: str) -> None:
        self._by_line = by_line
        self._to = to
        self._number = 0

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph() | Heading():
                return replace(block, runs=self._line(block.runs))
            case ListBlock():
                return self._list(block)
            case Quotation():
                quoted = self._paragraphs(block.paragraphs)
                return Quotation(quoted, self._line(block.attribution) if block.attribution else ())
            case Table():
                rows = [tuple(self._line(cell) for cell in row) for row in (block.header, *block.rows)]
                return Table(rows[0], tuple(rows[1:]))
        self._number += 1
        return block

    def _list(self, block: ListBlock) -> ListBlock:
        items = []
        for item in block.items:
            own = self._paragraphs(item.paragraphs)
            items.append(ListItem(own, self._list(item.nested) if item.nested else None))
        return ListBlock(block.ordered, tuple(items))

    def _paragraphs(self, lines: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(replace(each, runs=self._line(each.runs)) for each in lines)

    def _line(self, runs: Runs) -> Runs:
        self._number += 1
        here = self._by_line.get(self._number)
        return _with(runs, here, self._to) if here else runs


def _with(runs: Runs, here: Sequence[Hit], to: str) -> Runs:
    """Return a line with other words at its hits."""
    out: list[Run] = []
    begin = 0
    for run in runs:
        end = begin + len(plain_runs((run,)))
        if run.field:
            out.append(run)
        else:
            out.append(replace(run, text=_part(run.text, begin, here, to)))
        begin = end
    return tuple(out)


def _part(text: str, begin: int, here: Sequence[Hit], to: str) -> str:
    """Return what one run says then; the new words go into the run in which the old ones begin."""
    made, at = [], 0
    for hit in here:
        first, last = hit.start - begin, hit.end - begin
        if last <= 0 or first >= len(text):
            continue
        made.append(text[at : max(first, 0)])
        if first >= 0:
            made.append(to)
        at = min(last, len(text))
    return "".join((*made, text[at:]))
