"""What a document of the editor keeps with its characters and lines (guided sections, answers).

Only what the text means is kept in the document: kind, level, language, field, link. How that looks is
added when it is drawn (`looks.py`), so that a new colour scheme changes no document and no history.
Margins are the exception, for Qt takes them from the line alone.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from response_app.domain.richtext import Run

from .lines import LIST_KINDS, QUOTE_KINDS, Kind, Shape

_FIRST = int(QTextFormat.Property.UserProperty.value)
KIND, LEVEL, ORDERED, NEW, BLOCK_LANGUAGE, CELL = range(_FIRST + 1, _FIRST + 7)
FIELD, FIELD_KEY, LANGUAGE = range(_FIRST + 11, _FIRST + 14)

LINE_BREAK = "\u2028"
LINE_HEIGHT = 122
"""Height of a line, in per cent of what the typeface asks for."""

# Two characters that mark tables inside Qt would divide the text; they are no characters of any language.
_TO_QT = {0x0A: LINE_BREAK, 0xFDD0: "\ufffd", 0xFDD1: "\ufffd"}
_UNLIKE_QT = tuple(map(chr, _TO_QT))
_BYTE_ORDER_MARK = "\ufeff"
_GAPS = {Kind.HEADING: 16, Kind.ITEM: 4, Kind.MORE: 4, Kind.CITE: 3, Kind.SPACER: 0}
_GAP = 10
_keys = count(1)


def to_qt(text: str) -> str:
    """Return characters of a text as they are handed to a document."""
    made = text.translate(_TO_QT) if any(each in text for each in _UNLIKE_QT) else text
    # On the way to Qt a mark of the byte order is taken off the beginning of a string: one more is given for it to take.
    return _BYTE_ORDER_MARK + made if made.startswith(_BYTE_ORDER_MARK) else made


def from_qt(text: str) -> str:
    """Return characters of a document as a text holds them."""
    return text.replace(LINE_BREAK, "\n")


def block_format(shape: Shape, scale: float = 1.0) -> QTextBlockFormat:
    """Return the format of a line; margins are multiplied by `scale`. Take a copy before changing it."""
    return QTextBlockFormat(_block_format(shape, scale))


@lru_cache(maxsize=256)
def _block_format(shape: Shape, scale: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setProperty(KIND, int(shape.kind))
    if shape.level:
        made.setProperty(LEVEL, shape.level)
    if shape.ordered:
        made.setProperty(ORDERED, True)
    if shape.new:
        made.setProperty(NEW, True)
    if shape.language:
        made.setProperty(BLOCK_LANGUAGE, shape.language)
    made.setTopMargin(round(_GAPS.get(shape.kind, _GAP) * scale))
    made.setIndent(max(shape.level, 1) if shape.kind in LIST_KINDS else int(shape.kind in (*QUOTE_KINDS, Kind.FIELD)))
    made.setLineHeight(float(LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def cell_format() -> QTextBlockFormat:
    """Return the format of the one line of a table's cell."""
    made = QTextBlockFormat()
    made.setProperty(CELL, True)
    made.setLineHeight(float(LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def shape_of(block: QTextBlock) -> Shape:
    """Return what a line is."""
    held = block.blockFormat()
    ordered, new = held.boolProperty(ORDERED), held.boolProperty(NEW)
    return _shape(held.intProperty(KIND), held.intProperty(LEVEL), ordered, new, held.stringProperty(BLOCK_LANGUAGE))


@lru_cache(maxsize=256)
def _shape(kind: int, level: int, ordered: bool, new: bool, language: str) -> Shape:
    return Shape(Kind(kind), level, ordered, new, language)


def in_cell(block: QTextBlock) -> bool:
    """Tell whether a line is the cell of a table."""
    return block.blockFormat().boolProperty(CELL)


def char_format(run: Run) -> QTextCharFormat:
    """Return the format of a run; every field has a key of its own, so that two beside each other stay two."""
    if not run.field:
        return QTextCharFormat(_char_format(run.bold, run.italic, run.link, run.language))
    made = QTextCharFormat(_char_format(run.bold, run.italic, run.link, run.language))
    made.setProperty(FIELD, run.field)
    made.setProperty(FIELD_KEY, next(_keys))
    return made


@lru_cache(maxsize=256)
def _char_format(bold: bool, italic: bool, link: str, language: str) -> QTextCharFormat:
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if italic:
        made.setFontItalic(True)
    if link:
        made.setAnchor(True)
        made.setAnchorHref(link)
    if language:
        made.setProperty(LANGUAGE, language)
    return made


def run_of(text: str, held: QTextCharFormat) -> Run:
    """Return the run that characters of a document are."""
    field = held.stringProperty(FIELD)
    return Run(
        "" if field else from_qt(text),
        bold=held.fontWeight() >= QFont.Weight.DemiBold,
        italic=held.fontItalic(),
        link=held.anchorHref(),
        language=held.stringProperty(LANGUAGE),
        field=field,
    )


def without_field(held: QTextCharFormat) -> QTextCharFormat:
    """Return the format for what is typed beside a field or a link."""
    made = QTextCharFormat(held)
    for which in (FIELD, FIELD_KEY, QTextFormat.Property.IsAnchor.value, QTextFormat.Property.AnchorHref.value):
        made.clearProperty(which)
    return made
