"""A change of a text that is not typing, brought into its live document as one step of its history (review, guided sections).

Only the words that differ are touched, found by comparing lines and then words: the cursor, and the places that
follow the words, stay where they were. Replacing the whole document would empty the history.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from response_app.domain.richtext import Run, Runs, Table

from .codec import Reader, Writer
from .formats import FIELD, FIELD_KEY, block_format, in_cell, run_of
from .lines import Line, Lines, Shape

KEEP = QTextCursor.MoveMode.KeepAnchor
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_Op = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, blanks, a sign or a field, with how it is written."""

    run: Run
    length: int
    """Positions that it takes in the document; not compared."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Token) and self.run == other.run

    def __hash__(self) -> int:
        return hash(self.run)


def apply_lines(document: QTextDocument, reader: Reader, new: Lines, writer: Writer, cursor_at: int = 0) -> None:
    """Make these the lines of `document`, as one edit block.

    Args:
        document: the document.
        reader: reads it.
        new: what it is to hold.
        writer: writes into it.
        cursor_at: where undo puts the cursor.
    """
    old = reader.lines(document)
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    ends = len(old) - last, len(new) - last
    cursor = QTextCursor(document)
    cursor.setPosition(cursor_at)
    cursor.beginEditBlock()
    one, other = _numbered(old[first : ends[0]], new[first : ends[1]])
    compared = SequenceMatcher(None, one, other, autojunk=False)
    ops = [(tag, i1 + first, i2 + first, j1 + first, j2 + first) for tag, i1, i2, j1, j2 in compared.get_opcodes() if tag != "equal"]
    change = _Change(document, old, new, writer)
    if all(change.is_simple(op) for op in ops):
        for op in reversed(ops):
            change.do(op)
    else:
        change.replace_all(first, *ends)
    cursor.endEditBlock()


def _numbered(*texts: Lines) -> list[list[int]]:
    """Return a number for each line, equal lines having equal ones: a long text is compared in a third of the time."""
    known: dict[Line | Table, int] = {}
    return [[known.setdefault(line, len(known)) for line in lines] for lines in texts]


def _common(old: Sequence[object], new: Sequence[object]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


class _Change:
    """Brings the differing lines over; from the last to the first, so that earlier places stay right."""

    def __init__(self, document: QTextDocument, old: Lines, new: Lines, writer: Writer) -> None:
        self._document = document
        self._old = old
        self._new = new
        self._writer = writer
        self._starts = _starts(document)

    def is_simple(self, op: _Op) -> bool:
        """Tell whether an operation adds and removes no table."""
        _, i1, i2, j1, j2 = op
        old, new = self._old[i1:i2], self._new[j1:j2]
        if not any(isinstance(line, Table) for line in (*old, *new)):
            return True
        return len(old) == len(new) and all(map(_alike, old, new))

    def do(self, op: _Op) -> None:
        """Do one simple operation."""
        _, i1, i2, j1, j2 = op
        pairs = min(i2 - i1, j2 - j1)
        if i2 - i1 > pairs:
            self._remove(i1 + pairs, i2)
        elif j2 - j1 > pairs:
            self._add(i1 + pairs, self._new[j1 + pairs : j2])
        for offset in reversed(range(pairs)):
            self._change(i1 + offset, self._new[j1 + offset])

    def replace_all(self, first: int, end_old: int, end_new: int) -> None:
        """Write all lines from the first that differs to the last anew, with those around that the tables need."""
        begin, after = first, 0
        while begin and not (self._is_line(self._old, begin, end_old) and self._is_line(self._new, begin, end_new)):
            begin -= 1
        while end_old + after < len(self._old) and not (
            self._is_line(self._old, end_old + after - 1, end_old + after, begin)
            and self._is_line(self._new, end_new + after - 1, end_new + after, begin)
        ):
            after += 1
        cursor = QTextCursor(self._block(begin))
        last = self._block(end_old + after - 1)
        cursor.setPosition(last.position() + last.length() - 1, KEEP)
        cursor.removeSelectedText()
        self._writer.write_lines(cursor, self._new[begin : end_new + after])

    @staticmethod
    def _is_line(lines: Lines, index: int, end: int, begin: int = 0) -> bool:
        return begin <= index < end and isinstance(lines[index], Line)

    def _block(self, index: int) -> QTextBlock:
        return self._document.findBlock(self._starts[index])

    def _change(self, index: int, new: Line | Table) -> None:
        block = self._block(index)
        if isinstance(new, Table):
            table = QTextCursor(block).currentTable()
            assert table is not None
            self._change_table(table, new)
            return
        self._change_runs(block, new.runs)
        self._shape(self._block(index), new.shape)

    def _change_table(self, table: QTextTable, new: Table) -> None:
        rows = (new.header, *new.rows)
        for row in reversed(range(table.rows())):
            for column in reversed(range(table.columns())):
                self._change_runs(table.cellAt(row, column).firstCursorPosition().block(), rows[row][column])

    def _change_runs(self, block: QTextBlock, runs: Runs) -> None:
        old, new = _tokens_in(block), [token for run in runs for token in _tokens(run)]
        places = [block.position()]
        for token in old:
            places.append(places[-1] + token.length)
        cursor = QTextCursor(block)
        for tag, i1, i2, j1, j2 in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
            if tag == "equal":
                continue
            cursor.setPosition(places[i1])
            cursor.setPosition(places[i2], KEEP)
            cursor.removeSelectedText()
            self._writer.write_runs(cursor, tuple(token.run for token in new[j1:j2]))

    def _shape(self, block: QTextBlock, shape: Shape) -> None:
        QTextCursor(block).setBlockFormat(block_format(shape, self._writer.scale))

    def _remove(self, first: int, end: int) -> None:
        """Remove lines together with the line end before them, or after them where nothing or a table stands before."""
        cursor, last = QTextCursor(self._document), self._block(end - 1)
        before = self._old[first - 1] if first else None
        if isinstance(before, Line):
            above = self._block(first - 1)
            cursor.setPosition(above.position() + above.length() - 1)
            cursor.setPosition(last.position() + last.length() - 1, KEEP)
            cursor.removeSelectedText()
            self._shape(self._block(first - 1), before.shape)
            return
        below = self._old[end]
        assert isinstance(below, Line)
        cursor.setPosition(self._starts[first])
        cursor.setPosition(self._starts[end], KEEP)
        cursor.removeSelectedText()
        self._shape(cursor.block(), below.shape)

    def _add(self, at: int, lines: Lines) -> None:
        """Add lines before the old line `at`, or after the one before it, where that is a table or there is none."""
        cursor = QTextCursor(self._document)
        below = self._old[at] if at < len(self._old) else None
        if isinstance(below, Line):
            # Cursors that stand at the start of the line below go on with it, those at the end of the one above stay.
            cursor.setPosition(self._starts[at])
            cursor.insertBlock(block_format(below.shape, self._writer.scale))
            cursor.setPosition(self._starts[at])
        else:
            above = self._block(at - 1)
            cursor.setPosition(above.position() + above.length() - 1)
            cursor.insertBlock()
        self._writer.write_lines(cursor, lines)


def _starts(document: QTextDocument) -> list[int]:
    """Return where each line and table of a document begins."""
    out = []
    block = document.begin()
    while block.isValid():
        out.append(block.position())
        table = QTextCursor(block).currentTable() if in_cell(block) else None
        block = document.findBlock(table.lastPosition() + 1) if table is not None else block.next()
    return out


def _alike(old: Line | Table, new: Line | Table) -> bool:
    if isinstance(old, Table) and isinstance(new, Table):
        return len(old.header) == len(new.header) and len(old.rows) == len(new.rows)
    return isinstance(old, Line) and isinstance(new, Line)


def _tokens(run: Run) -> list[_Token]:
    if run.field:
        return [_Token(run, 0)]
    return [_Token(replace(run, text=word), _positions(word)) for word in _WORDS.findall(run.text)]


def _tokens_in(block: QTextBlock) -> list[_Token]:
    out: list[_Token] = []
    last_key = 0
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        held = fragment.charFormat()
        key = held.intProperty(FIELD_KEY)
        run = run_of(fragment.text(), held)
        if not held.stringProperty(FIELD):
            out += _tokens(run)
        elif key == last_key:
            out[-1] = replace(out[-1], length=out[-1].length + fragment.length())
        else:
            out.append(_Token(run, fragment.length()))
        last_key = key
        at += 1
    return out


def _positions(text: str) -> int:
    """Return how many positions characters take in a document (two for those outside the basic plane)."""
    return len(text) + sum(each > "\uffff" for each in text)
