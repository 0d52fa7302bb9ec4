"""Two texts word by word: what stayed, what went, what came (guided sections, review).

Lines are matched first, then words within lines that belong together, so that a long text costs little more than
what differs. Fields are compared as they are handed over: fill them first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest

from .richtext import FieldBlock, Heading, ListBlock, Paragraph, Quotation, RichText, Run, Runs, Table

_WORD = re.compile(r"\s*(?:\w+(?:['’.,\-]\w+)*|[^\w\s])|\s+")
_LETTERS = re.compile(r"\w+")
_ALIKE = 0.4
"""The share of words that two lines have in common from which they are one line that was changed."""
_CLOSE_LOOK = 2500
"""The most pairs of lines that are all held against each other."""
_MANY_WORDS = 2000
"""Words of a line from which those that stand in it all the time are no help in finding what belongs together."""
_BEGINNING = 3
"""Words by which lines are matched where there are too many for a close look."""

_Op = tuple[str, int, int, int, int]


class Fate(Enum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class LineKind(Enum):
    """What a line is, for showing it."""

    PARAGRAPH = "paragraph"
    HEADING = "subheading"
    ITEM = "list item"
    QUOTATION = "quotation"
    ROW = "row of a table"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, in the order in which they are read, with what became of them."""

    text: str
    fate: Fate = Fate.SAME
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of both texts together.

    Attributes:
        kind: what it is.
        level: 1 or 2 for subheadings and list items, else 0.
        mark: what stands before a list item, such as "•" or "2.".
        pieces: its words.
    """

    kind: LineKind
    level: int
    mark: str
    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing of it differs."""
        return all(each.fate is Fate.SAME for each in self.pieces)


@dataclass(frozen=True, slots=True)
class WordChange:
    """One change in words: in which compared line (from 0), what went and what came; either may be ""."""

    line: int
    removed: str
    added: str

    @property
    def words(self) -> str:
        """The change as it is said: "removed: …, added: …"."""
        said = [f"{name}: “{words}”" for name, words in (("removed", self.removed), ("added", self.added)) if words]
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts held against each other; `only_looks` says that every word is the same and the texts differ all the same."""

    lines: tuple[ComparedLine, ...]
    changes: tuple[WordChange, ...]
    only_looks: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or sign with the blanks before it; bold and italic are no part of what is compared."""

    text: str
    bold: bool
    italic: bool

    @property
    def word(self) -> str:
        return self.text.strip()


@dataclass(frozen=True, slots=True)
class _Line:
    kind: LineKind
    level: int
    mark: str
    runs: Runs
    words: str


def compare(before: RichText, after: RichText) -> Comparison:
    """Hold a text against an earlier one.

    Args:
        before: the earlier text, in canonical form, its fields filled.
        after: the later one.
    """
    old, new = list(_lines(before)), list(_lines(after))
    lines = tuple(_compared(old, new))
    changes = tuple(change for number, line in enumerate(lines) for change in _changes(number, line))
    return Comparison(lines, changes, only_looks=not changes and before != after)


# --- Lines ------------------------------------------------------------------------------------


def _line(kind: LineKind, runs: Runs, level: int = 0, mark: str = "") -> _Line:
    said = tuple(replace(run, text=f"[{run.field}]") if run.field else run for run in runs)
    return _Line(kind, level, mark, said, "".join(run.text for run in said))


def _lines(text: RichText) -> Iterator[_Line]:
    for block in text:
        match block:
            case Paragraph():
                yield _line(LineKind.PARAGRAPH, block.runs)
            case Heading():
                yield _line(LineKind.HEADING, block.runs, block.level)
            case ListBlock():
                yield from _items(block, 1)
            case Quotation():
                yield from (_line(LineKind.QUOTATION, each.runs) for each in block.paragraphs)
                if block.attribution:
                    yield _line(LineKind.QUOTATION, (Run("– "), *block.attribution))
            case Table():
                for row in (block.header, *block.rows):
                    divided = [run for cell in row for run in (Run(" | "), *cell)][1:]
                    yield _line(LineKind.ROW, tuple(divided))
            case FieldBlock():
                yield _line(LineKind.PARAGRAPH, (Run(field=block.name),))


def _items(block: ListBlock, level: int) -> Iterator[_Line]:
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.ordered else "•" if level == 1 else "–"
        for index, each in enumerate(item.paragraphs):
            yield _line(LineKind.ITEM, each.runs, level, "" if index else mark)
        if item.nested:
            yield from _items(item.nested, level + 1)


def _compared(old: list[_Line], new: list[_Line]) -> Iterator[ComparedLine]:
    keys = [each.words for each in old], [each.words for each in new]
    for tag, i1, i2, j1, j2 in _opcodes(*keys):
        if tag == "equal":
            yield from (_whole(each, Fate.SAME) for each in new[j1:j2])
        else:
            yield from _changed(old[i1:i2], new[j1:j2])


def _opcodes(old: Sequence[str], new: Sequence[str], *, many: bool = False) -> list[_Op]:
    """Return difflib's steps; what is equal at both ends is not searched through."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    ends = len(old) - last, len(new) - last
    matcher = SequenceMatcher(None, old[first : ends[0]], new[first : ends[1]], autojunk=many)
    out: list[_Op] = [("equal", 0, first, 0, first)] if first else []
    out += [(tag, i1 + first, i2 + first, j1 + first, j2 + first) for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
    if last:
        out.append(("equal", ends[0], len(old), ends[1], len(new)))
    return out


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _changed(old: list[_Line], new: list[_Line]) -> Iterator[ComparedLine]:
    for before, after in _pairs(old, new):
        if before is None or after is None:
            only = after or before
            assert only is not None
            yield _whole(only, Fate.ADDED if before is None else Fate.REMOVED)
        else:
            yield ComparedLine(after.kind, after.level, after.mark, _pieces(before, after))


def _whole(line: _Line, fate: Fate) -> ComparedLine:
    return ComparedLine(line.kind, line.level, line.mark, tuple(Piece(run.text, fate, run.bold, run.italic) for run in line.runs))


_Pairs = Iterator[tuple[_Line | None, _Line | None]]


def _pairs(old: list[_Line], new: list[_Line]) -> _Pairs:
    """Yield which lines belong together, in order; None for what is on one side alone."""
    if len(old) * len(new) <= _CLOSE_LOOK:
        yield from _close_pairs(old, new)
        return
    for tag, i1, i2, j1, j2 in _opcodes([_beginning(each) for each in old], [_beginning(each) for each in new]):
        before, after = old[i1:i2], new[j1:j2]
        if tag == "equal" or len(before) * len(after) > _CLOSE_LOOK:
            yield from zip_longest(before, after)
        else:
            yield from _close_pairs(before, after)


def _beginning(line: _Line) -> str:
    return " ".join(line.words.split(maxsplit=_BEGINNING)[:_BEGINNING])


def _close_pairs(old: list[_Line], new: list[_Line]) -> _Pairs:
    """Pair lines so that as many words as possible stay, in the order of both sides."""
    counts = [_counted(each) for each in old], [_counted(each) for each in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(one, other) for other in counts[1]] for one in counts[0]]
    for row in reversed(range(len(old))):
        for column in reversed(range(len(new))):
            paired = alike[row][column] + best[row + 1][column + 1] if alike[row][column] >= _ALIKE else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < len(old) or column < len(new):
        left = row < len(old) and column < len(new)
        if left and alike[row][column] >= _ALIKE and best[row][column] == alike[row][column] + best[row + 1][column + 1]:
            yield old[row], new[column]
            row, column = row + 1, column + 1
        elif column == len(new) or (left and best[row][column] == best[row + 1][column]):
            yield old[row], None
            row += 1
        else:
            yield None, new[column]
            column += 1


def _counted(line: _Line) -> Counter[str]:
    return Counter(_LETTERS.findall(line.words))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    count = one.total() + other.total()
    return 2 * (one & other).total() / count if count else 1.0


# --- Words ------------------------------------------------------------------------------------


def _tokens(runs: Runs) -> list[_Token]:
    return [_Token(word, run.bold, run.italic) for run in runs for word in _WORD.findall(run.text)]


def _pieces(before: _Line, after: _Line) -> tuple[Piece, ...]:
    old, new = _tokens(before.runs), _tokens(after.runs)
    many = max(len(old), len(new)) > _MANY_WORDS
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in _opcodes([each.word for each in old], [each.word for each in new], many=many):
        if tag == "equal":
            _add(pieces, new[j1:j2], Fate.SAME)
        else:
            _add(pieces, old[i1:i2], Fate.REMOVED)
            _add(pieces, new[j1:j2], Fate.ADDED)
    return tuple(pieces)


def _add(pieces: list[Piece], tokens: list[_Token], fate: Fate) -> None:
    """Add words as few pieces as can be."""
    for token in tokens:
        made = Piece(token.text, fate, token.bold, token.italic)
        last = pieces[-1] if pieces else None
        if last is not None and (last.fate, last.bold, last.italic) == (made.fate, made.bold, made.italic):
            pieces[-1] = Piece(last.text + made.text, fate, made.bold, made.italic)
        else:
            pieces.append(made)


def _changes(number: int, line: ComparedLine) -> Iterator[WordChange]:
    """Yield the changes of a line: what went and came at one place is one change."""
    removed = added = ""
    for piece in (*line.pieces, Piece("")):
        if piece.fate is Fate.REMOVED:
            removed += piece.text
        elif piece.fate is Fate.ADDED:
            added += piece.text
        elif removed.strip() or added.strip():
            yield WordChange(number, removed.strip(), added.strip())
            removed = added = ""
