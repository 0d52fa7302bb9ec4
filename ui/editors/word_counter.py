"""Counts the words of a text while it is written, line by line, so that a key costs no more in a long text (guided sections)."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit

_SOON_MS = 150
_SLICE = 0.002
"""Seconds after which counting lets the window go on."""


class WordCounter(QObject):
    """How many words one editor's text has, and how many are selected; those of fields count.

    Signals:
        changed: the numbers may be others now; at most a few times a second.
    """

    changed = Signal()

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._lines: list[int | None] = []
        self.total = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._count)
        edit.document().contentsChange.connect(self._contents_changed)
        edit.selectionChanged.connect(self._count_soon)
        self._timer.start(0)

    @property
    def selected(self) -> int:
        """How many words are selected, those that are cut in two included."""
        cursor, document = self._edit.textCursor(), self._edit.document()
        if not cursor.hasSelection():
            return 0
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first, last = document.findBlock(start), document.findBlock(end)
        if first == last:
            return len(cursor.selectedText().split())
        inner = self._lines[first.blockNumber() + 1 : last.blockNumber()]
        ends = first.text()[start - first.position() :], last.text()[: end - last.position()]
        return sum(each or 0 for each in inner) + sum(len(each.split()) for each in ends)

    @property
    def words(self) -> str:
        """The numbers in words: "243 words", "12 of 243 words" where some are selected."""
        some, all_ = self.selected, f"{self.total:,} word{'' if self.total == 1 else 's'}"
        return f"{some:,} of {all_}" if some else all_

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        """Keep the lines that did not change; count those that did, soon."""
        document = self._edit.document()
        count = document.blockCount()
        first = document.findBlock(position).blockNumber()
        end = document.findBlock(position + added)
        last = end.blockNumber() if end.isValid() else count - 1
        old_last = last + len(self._lines) - count
        if not self._lines or first < 0 or old_last < first - 1 or old_last >= len(self._lines):
            self._lines, self.total = [None] * count, 0
            self._timer.start(0)  # another text is shown
        else:
            self.total -= sum(each or 0 for each in self._lines[first : old_last + 1])
            self._lines[first : old_last + 1] = [None] * (last - first + 1)
        self._count_soon()

    def _count_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_SOON_MS)

    def _count(self) -> None:
        """Count for a moment; more of it when events have had their turn."""
        document = self._edit.document()
        if len(self._lines) != document.blockCount():
            self._lines, self.total = [None] * document.blockCount(), 0
        until = perf_counter() + _SLICE
        at = 0
        while (number := self._unread(at)) is not None:
            block = document.findBlockByNumber(number)
            while block.isValid() and self._lines[number] is None:
                count = self._lines[number] = len(block.text().split())
                self.total += count
                if perf_counter() > until:
                    self._timer.start(0)
                    return
                block, number = block.next(), number + 1
                if number == len(self._lines):
                    break
            at = number
        self.changed.emit()

    def _unread(self, begin: int) -> int | None:
        try:
            return self._lines.index(None, begin)
        except ValueError:
            return None
