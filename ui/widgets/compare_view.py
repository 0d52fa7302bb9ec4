"""An earlier version of a text in the place of the text: what changed since, marked, or as it was (guided sections, review)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from time import perf_counter

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from response_app.domain.compare import ComparedLine, Comparison, Fate, LineKind, Piece

from .. import theme
from ..editors.flow import FlowRow
from ..editors.looks import BODY_SIZE, HEADING_SIZES, INDENT
from .basics import button, label
from .segments import Segments

_SLICE = 0.008
"""Seconds after which writing lets the window go on."""
_SHOW_ALL = 60
"""Up to so many lines all of them are shown; of more, those around changes."""
_AROUND = 2


class Shown(Enum):
    """What is shown of a version."""

    CHANGES = "changes"
    AS_IT_WAS = "as it was"


class CompareView(QWidget):
    """A strip with what can be done, and below it the words, which can be read and not changed.

    Signals:
        restore_requested: the version is to be the text again.
        closed: back to the text.
    """

    restore_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "label")
        self.told = label("", "quiet")
        self.shown = Segments(((Shown.CHANGES, "Changes"), (Shown.AS_IT_WAS, "As it was")))
        self.shown.set_name("what is shown of the version")
        self.restore = button("Restore this version", "primary")
        self.back = button("Back to the text")
        self.words = QTextEdit()
        self.words.setProperty("frameless", "true")
        self.words.setReadOnly(True)
        self.words.setUndoRedoEnabled(False)
        flag = Qt.TextInteractionFlag
        self.words.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.words.setTabChangesFocus(True)
        self.words.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._comparison: Comparison | None = None
        self._left: Iterator[tuple[int, ComparedLine | str]] = iter(())
        self._starts: dict[int, int] = {}
        self._wanted_line: int | None = None
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._write)
        self._lay_out()
        self._connect()
        self.hide()

    def begin(self, name: str, *, may_restore: bool) -> None:
        """Say which version it is, while it is still being compared."""
        self.title.setText(f"Version of {name}")
        self.words.setAccessibleName(f"The version of {name} beside the text now")
        self.restore.setVisible(may_restore)
        self.told.setText("Comparing…")
        self.words.clear()
        self._comparison = None
        self.show()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what changed from the version to the text now."""
        self._comparison = comparison
        self._show()

    def go_to_line(self, number: int) -> None:
        """Bring a compared line into view."""
        if self._number_shown is Shown.AS_IT_WAS:
            self.shown.set_value(Shown.CHANGES)
            self._show()
        self._wanted_line = number
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _number_shown(self) -> Enum:
        return self.shown.value

    def _lay_out(self) -> None:
        strip = QFrame()
        strip.setProperty("card", "head")
        column = QVBoxLayout(strip)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.told)
        row = QWidget()
        buttons = FlowRow(row, QMargins(), 8, last_at_right=False)
        for each in (self.shown, self.restore, self.back):
            buttons.addWidget(each)
        column.addWidget(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(strip)
        outer.addWidget(self.words, 1)

    def _connect(self) -> None:
        self.shown.chosen.connect(lambda value: self._show())
        self.restore.clicked.connect(self.restore_requested)
        self.back.clicked.connect(self.closed)
        theme.theme().changed.connect(self._show)

    # --- Writing what is shown, a little at a time ---------------------------------------------

    def _show(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        self.told.setText(_in_short(comparison))
        self.words.clear()
        self.words.document().setDocumentMargin(theme.theme().pixels(12))
        self._starts.clear()
        as_it_was = self._number_shown is Shown.AS_IT_WAS
        self._left = iter(list(enumerate(comparison.lines)) if as_it_was else _folded(comparison.lines))
        self._write()

    def _write(self) -> None:
        until = perf_counter() + _SLICE
        cursor = QTextCursor(self.words.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for number, line in self._left:
            self._write_line(cursor, number, line)
            if perf_counter() > until:
                self._slices.start()
                break
        cursor.endEditBlock()
        self._go()

    def _write_line(self, cursor: QTextCursor, number: int, line: ComparedLine | str) -> None:
        as_it_was = self._number_shown is Shown.AS_IT_WAS
        pieces = [Piece(line)] if isinstance(line, str) else [each for each in line.pieces if not (as_it_was and each.fate is Fate.ADDED)]
        if not pieces:
            return
        if self._starts:
            cursor.insertBlock()
        self._starts[number] = cursor.position()
        cursor.setBlockFormat(_block_format(line))
        if not isinstance(line, str) and line.mark:
            cursor.insertText(f"{line.mark} ", _format(line, Piece("")))
        for each in pieces:
            shown = Piece(each.text, Fate.SAME, each.bold, each.italic) if as_it_was else each
            cursor.insertText(each.text.replace("\n", "\u2028"), _format(line, shown))

    def _go(self) -> None:
        at = self._starts.get(self._wanted_line) if self._wanted_line is not None else None
        if at is not None:
            self._wanted_line = None
            cursor = self.words.textCursor()
            cursor.setPosition(at)
            self.words.setTextCursor(cursor)
            self.words.ensureCursorVisible()


def _in_short(comparison: Comparison) -> str:
    count = len(comparison.changes)
    if comparison.only_looks:
        return "The words are the same as now; only lists, subheadings, bold or links differ."
    if not count:
        return "These are the words of the text as it is now."
    return f"{count:,} change{'' if count == 1 else 's'} since then: removed words are struck through, added words are underlined."


def _folded(lines: tuple[ComparedLine, ...]) -> Iterator[tuple[int, ComparedLine | str]]:
    """Yield the lines around changes, and for those between them how many they are."""
    if len(lines) <= _SHOW_ALL:
        yield from enumerate(lines)
        return
    near: set[int] = set()
    for number, line in enumerate(lines):
        if not line.is_same:
            near.update(range(number - _AROUND, number + _AROUND + 1))
    left_out = 0
    for number, line in enumerate(lines):
        if number in near:
            if left_out:
                yield number - 1, _how_many(left_out)
            left_out = 0
            yield number, line
        else:
            left_out += 1
    if left_out:
        yield len(lines), _how_many(left_out)


def _how_many(count: int) -> str:
    return f"… {count:,} paragraph{'' if count == 1 else 's'} without a change …"


def _block_format(line: ComparedLine | str) -> QTextBlockFormat:
    pixels = theme.theme().pixels
    made = QTextBlockFormat()
    made.setBottomMargin(pixels(8))
    made.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if not isinstance(line, str) and line.kind in (LineKind.ITEM, LineKind.QUOTATION):
        made.setLeftMargin(pixels(INDENT) * max(line.level, 1))
    return made


def _format(line: ComparedLine | str, piece: Piece) -> QTextCharFormat:
    """Removed words are struck through and added ones underlined, so that colour is not all that tells them."""
    colours, made = theme.tokens(), QTextCharFormat()
    heading = not isinstance(line, str) and line.kind is LineKind.HEADING
    size = HEADING_SIZES[line.level] if heading and not isinstance(line, str) else BODY_SIZE
    made.setProperty(QTextCharFormat.Property.FontPixelSize.value, theme.theme().pixels(size))
    made.setForeground(QColor(colours.quiet if isinstance(line, str) else colours.ink))
    made.setFontItalic(piece.italic)
    if piece.bold or heading:
        made.setFontWeight(700)
    if piece.fate is Fate.REMOVED:
        made.setFontStrikeOut(True)
        made.setForeground(QColor(colours.red))
        made.setBackground(QColor(colours.red_ground))
    elif piece.fate is Fate.ADDED:
        made.setFontUnderline(True)
        made.setForeground(QColor(colours.green))
        made.setBackground(QColor(colours.green_ground))
    return made
