"""Marks that are painted over a text and are no part of it: found line by line, in slices, while nothing else is to do (guided sections).

The document is only read. What is known of a line stays known until the line changes, so of a long text only what is
new is read, what is in view first.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor

from .formats import in_cell
from .looks import first_in_view

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit

_SLICE = 0.002
"""Seconds after which a slice ends; what it is at is done first, which is short."""
_AFTER_KEY_MS = 30

Known = TypeVar("Known")
"""What is known of a line that was read."""


class LineMarks(QObject, Generic[Known]):
    """One kind of marks in one editor's text. Subclasses say when they are on (`_is_on`) and read a line (`_read_line`).

    Signals:
        changed: other places may be marked now.
        slice_ended: (float, float) a slice of the reading has ended; its milliseconds, and those of them that the processor worked on it.
    """

    changed = Signal()
    slice_ended = Signal(float, float)

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._lines: list[Known | None] = []
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._slice)
        edit.document().contentsChange.connect(self._contents_changed)

    @property
    def is_complete(self) -> bool:
        """Whether the whole text has been read."""
        return self._is_on() and None not in self._lines and len(self._lines) == self._edit.document().blockCount()

    def wake(self) -> None:
        """Go on with what was not read while the text was out of sight."""
        if self._is_on() and self._edit.isVisible() and not self._timer.isActive():
            self._timer.start(0)

    def forget(self) -> None:
        """Read the whole text again: something else is looked for, or nothing any longer."""
        self._lines, self._work = [], None
        self.wake()
        self._edit.viewport().update()
        self.changed.emit()

    # --- What a kind of marks says of itself --------------------------------------------------

    def _is_on(self) -> bool:
        """Tell whether there is anything to mark."""
        raise NotImplementedError

    def _can_begin(self) -> bool:
        """Tell whether lines can be read yet."""
        return True

    def _before_lines(self) -> Iterator[None]:
        """Do what comes before lines are read; each step is short."""
        yield from ()

    def _read_line(self, number: int) -> Iterator[None]:
        """Read a line and put what is known of it into `_lines`; each step is short."""
        raise NotImplementedError

    def _after_lines(self) -> None:
        """Take in that every line has been read."""

    # --- Reading ------------------------------------------------------------------------------

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        """Keep the lines that did not change; read those that did."""
        if not self._lines:
            self.wake()
            return
        document = self._edit.document()
        first = document.findBlock(position).blockNumber()
        end = document.findBlock(position + added)
        last = end.blockNumber() if end.isValid() else document.blockCount() - 1
        old_last = last + len(self._lines) - document.blockCount()
        if first < 0 or old_last < first - 1 or old_last >= len(self._lines):
            self._lines = [None] * document.blockCount()
        else:
            self._lines[first : old_last + 1] = [None] * (last - first + 1)
        self._work = None
        self._timer.start(_AFTER_KEY_MS)

    def _slice(self) -> None:
        """Read on for a moment, in the thread of the window; more of it when events have had their turn."""
        if not (self._is_on() and self._edit.isVisible() and self._can_begin()):
            return
        began, worked = perf_counter(), thread_time()
        if len(self._lines) != self._edit.document().blockCount():
            self._lines, self._work = [None] * self._edit.document().blockCount(), None
        self._work = self._work or self._read_all()
        for _ in self._work:
            if perf_counter() - began > _SLICE:
                self._timer.start(0)
                break
        else:
            self._work = None
            self._after_lines()
            self._edit.viewport().update()
            self.changed.emit()
        self.slice_ended.emit((perf_counter() - began) * 1000, (thread_time() - worked) * 1000)

    def _read_all(self) -> Iterator[None]:
        yield from self._before_lines()
        for begin in (first_in_view(self._edit).blockNumber(), 0):
            number = self._unread(begin)
            while number is not None:
                yield from self._read_line(number)
                number = self._unread(number + 1)

    def _unread(self, begin: int) -> int | None:
        try:
            return self._lines.index(None, begin)
        except ValueError:
            return None

    # --- Where the lines stand ----------------------------------------------------------------

    def _known(self, block: QTextBlock) -> Known | None:
        number = block.blockNumber()
        return self._lines[number] if self._is_on() and 0 <= number < len(self._lines) else None

    def _in_view(self, area: QRect, first: QTextBlock) -> Iterator[QTextBlock]:
        """Yield the lines in a part of what is in view, `first` being the one at its top."""
        layout = self._edit.document().documentLayout()
        bottom = area.bottom() + self._edit.verticalScrollBar().value()
        table = QTextCursor(first).currentTable() if in_cell(first) else None
        # Of a row of a table the cell at the top need not be the first.
        block = self._edit.document().findBlock(table.firstPosition()) if table is not None else first
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()
