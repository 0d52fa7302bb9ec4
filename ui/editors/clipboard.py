"""What goes to the clipboard and comes from it (guided sections, answers).

Inside the app a text travels as the HTML fragment of the contract, under a type of our own; to other programs as
HTML and as plain words, with the fields filled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor

from response_app.domain.canonical import canonical, from_plain
from response_app.domain.fieldnames import BLOCK_FIELDS
from response_app.domain.richtext import Paragraph, RichText, Run, Runs, Table, plain
from response_app.interchange import read_fragment, write_fragment

from .codec import runs_of, table_of
from .fields import Filler, shown
from .formats import FIELD, FIELD_KEY, from_qt, in_cell, run_of, shape_of
from .lines import PLAIN, Kind, Line, Shape, flatten, gather
from .word_html import prepare

MIME_TYPE = "application/x-inspection-response-text"
LOOKS = "fonts, colours and spacing"
"""What is told as not kept when styles were taken off."""

# What the reader of fragments tells of any foreign markup, and nobody misses.
_NOISE = ("the tag ", "the attribute ", "a comment", "a link without an address")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text from the clipboard, and in short words what of it was not kept."""

    text: RichText
    cleaned: tuple[str, ...] = ()


def can_paste(source: QMimeData) -> bool:
    """Tell whether there are words to take; files are none, so that one that is dropped on a text goes to the window."""
    if any(url.isLocalFile() for url in source.urls()):
        return False
    return source.hasFormat(MIME_TYPE) or source.hasHtml() or source.hasText()


def from_clipboard(source: QMimeData) -> Pasted:
    """Return the text that `source` holds: our own as it is, HTML cleaned, else plain words."""
    if source.hasFormat(MIME_TYPE):
        fragment = read_fragment(bytes(source.data(MIME_TYPE).data()).decode("utf-8", "replace"))
        return Pasted(fragment.text, fragment.cleaned)
    if source.hasHtml():
        prepared = prepare(source.html())
        fragment = read_fragment(prepared.html)
        text = canonical(block for block in fragment.text if block != Paragraph() and not _only_blanks(block))
        if text or not source.hasText():
            told = tuple(each for each in fragment.cleaned if not each.startswith(_NOISE))
            return Pasted(text, told + ((LOOKS,) if prepared.looks_lost else ()))
    return Pasted(from_plain(source.text()))


def _only_blanks(block: object) -> bool:
    """A paragraph of no-break spaces is how Word and mail programs make a gap."""
    return isinstance(block, Paragraph) and not any(run.field or run.text.strip() for run in block.runs)


def put_for_clipboard(made: QMimeData, text: RichText, filler: Filler) -> None:
    """Put `text` into `made` in every form, in place of what is there."""
    made.clear()
    made.setData(MIME_TYPE, write_fragment(text).encode("utf-8"))
    filled = fill(text, filler)
    made.setHtml(write_fragment(filled))
    made.setText(plain(filled))


def fill(text: RichText, filler: Filler) -> RichText:
    """Return `text` with the words that its fields show."""
    out: list[Line | Table] = []
    for line in flatten(text):
        if isinstance(line, Table):
            rows = [tuple(_filled(cell, filler) for cell in row) for row in (line.header, *line.rows)]
            out.append(Table(rows[0], tuple(rows[1:])))
        elif line.shape.kind is Kind.FIELD:
            words = from_qt(shown(line.runs[0].field, filler)).split("\n")
            out += (Line(Shape(Kind.ITEM, 1), (Run(each),)) for each in words)
        else:
            out.append(Line(line.shape, _filled(line.runs, filler)))
    return gather(out)


def _filled(runs: Runs, filler: Filler) -> Runs:
    return tuple(replace(run, field="", text=from_qt(shown(run.field, filler))) if run.field else run for run in runs)


def selected_text(cursor: QTextCursor) -> RichText:
    """Return what is selected; a part of one line is a paragraph."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    first, last = document.findBlock(start), document.findBlock(end)
    if cursor.hasComplexSelection():
        return canonical(_selected_cells(cursor))
    if first == last:
        runs = _runs_between(first, start, end)
        whole = not in_cell(first) and any(run.field in BLOCK_FIELDS for run in runs)
        return gather([Line(Shape(Kind.FIELD) if whole else PLAIN, runs)])
    out: list[Line | Table] = []
    block = first
    while block.isValid() and block.position() <= end:
        table = QTextCursor(block).currentTable() if in_cell(block) else None
        if table is not None:
            out.append(table_of(table))
            block = document.findBlock(table.lastPosition() + 1)
        else:
            runs = runs_of(block) if first != block != last else _runs_between(block, start, end)
            out.append(Line(shape_of(block), runs))
            block = block.next()
    return gather(out)


def _selected_cells(cursor: QTextCursor) -> tuple[Table, ...]:
    table = cursor.currentTable()
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    if table is None or row < 0:
        return ()
    whole = table_of(table)
    cells = [each[column : column + columns] for each in (whole.header, *whole.rows)[row : row + rows]]
    return (Table(cells[0], tuple(cells[1:])),)


def _runs_between(block: QTextBlock, start: int, end: int) -> Runs:
    out: list[Run] = []
    last_key = 0
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        first, last = max(start, fragment.position()), min(end, fragment.position() + fragment.length())
        held = fragment.charFormat()
        key = held.intProperty(FIELD_KEY)
        if first < last and not (key and key == last_key):
            words = fragment.text()
            if not held.hasProperty(FIELD):
                words = _clip(words, first - fragment.position(), last - fragment.position())
            out.append(run_of(words, held))
            last_key = key
        at += 1
    return tuple(out)


def _clip(text: str, start: int, end: int) -> str:
    """Return a part of `text`, counted in the positions of a document."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore")
