"""Undo and redo of one text, from which the words of live fields are apart: these follow the record (guided sections, answers).

Qt records every change of a document. So other words in a field are a step that is passed over on the way back, and as the fields are
filled anew after each, which cuts off what Qt could do again, the texts that redo leads to are kept here. Many changes that were made
at once, some at a time, are one step for the user and several for Qt, so that they are taken back some at a time as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from .fields import refresh
from .lines import Lines

if TYPE_CHECKING:
    from .commands import CommandEdit

_SLICE = 0.012
"""Seconds of going back or on after which events have their turn; laying out the lines comes on top."""


class _Ahead(NamedTuple):
    """What redo leads to: the lines, and how many steps of Qt are before and after it and how often fields were filled then."""

    lines: Lines
    before: int
    after: int
    filled: int


class History:
    """Goes back and on in the text of one editor."""

    def __init__(self, edit: CommandEdit) -> None:
        self._edit = edit
        self._ahead: list[_Ahead] = []  # the next one last
        self._fills: list[int] = []  # how many steps Qt counts after each filling of fields that it can take back
        self._joined: list[tuple[int, int]] = []  # how many it counts before and after several that are one
        self._under_way: Iterator[None] | None = None
        self._moves = False
        edit.document().contentsChange.connect(self._changed)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back, and nothing was written since."""
        return bool(self._ahead)

    def takes(self, event: QKeyEvent) -> bool:
        """Go back or on where a key says so, and tell whether it does."""
        undoes = event.matches(QKeySequence.StandardKey.Undo)
        if self._edit.isReadOnly() or not (undoes or event.matches(QKeySequence.StandardKey.Redo)):
            return False
        event.accept()
        (self._edit.undo if undoes else self._edit.redo)()
        return True

    def join(self, before: int) -> None:
        """Take as one step what was done since Qt counted `before` steps."""
        if self._joined and self._joined[-1][0] == before:
            self._joined.pop()
        self._joined.append((before, self._edit.document().availableUndoSteps()))

    def fill_fields(self) -> None:
        """Fill the fields anew; where one shows something else now, that is no step of the user's."""
        document = self._edit.document()
        undoable = document.isUndoAvailable()
        with self._moving(), self._edit.own_work():
            if refresh(document, self._edit.filler):
                if undoable:
                    self._fills.append(document.availableUndoSteps())
                    document.setModified(False)  # what is typed next is a step of its own
                else:
                    document.clearUndoRedoStacks()
        self._edit.viewport().update()

    def undo(self, by_qt: Callable[[], None]) -> None:
        """Take back the last step; a long one goes on while events have their turn, and somebody who writes meanwhile ends it."""
        self.finish()
        if self._edit.document().isUndoAvailable():
            self._under_way = self._back(by_qt)
            self._go_on()

    def redo(self, by_qt: Callable[[], None]) -> None:
        """Do again what was last taken back, as `undo` does."""
        self.finish()
        if self._ahead:
            self._under_way = self._on(by_qt)
            self._go_on()

    def finish(self) -> None:
        """Do at once what is still to be done of a way back or on: the text is wanted whole."""
        for _ in self._under_way or ():
            pass
        self._under_way = None

    def _go_on(self) -> None:
        if self._under_way is not None and next(self._under_way, self) is not self:
            QTimer.singleShot(0, self._edit, self._go_on)

    def _back(self, by_qt: Callable[[], None]) -> Iterator[None]:
        count, lines, filled = self._edit.document().availableUndoSteps, self._edit.lines(), 0
        with self._moving():
            while self._fills and self._fills[-1] == count():
                self._fills.pop()
                by_qt()
                filled += 1
        after = count()
        before = self._joined.pop()[0] if self._joined and self._joined[-1][1] == after else after - 1
        self._ahead.append(_Ahead(lines, before, after, filled))
        yield from self._several(by_qt, lambda: count() > before)
        self.fill_fields()

    def _on(self, by_qt: Callable[[], None]) -> Iterator[None]:
        document = self._edit.document()
        ahead = self._ahead.pop()
        if document.isRedoAvailable():
            yield from self._several(by_qt, lambda: document.availableUndoSteps() < ahead.after and document.isRedoAvailable())
            if ahead.after > ahead.before + 1:
                self._joined.append((ahead.before, ahead.after))
            with self._moving():
                for _ in range(ahead.filled):
                    by_qt()
                    self._fills.append(document.availableUndoSteps())
        else:
            with self._moving():
                self._edit.apply_lines(ahead.lines, follow=True)
                self._edit.text_changed_by_user.emit()
        self.fill_fields()

    def _several(self, by_qt: Callable[[], None], more: Callable[[], bool]) -> Iterator[None]:
        """Go by one of Qt's steps at least, and by as many as there are more; in slices."""
        began = perf_counter()
        while True:
            with self._moving():
                by_qt()
            if not more():
                return
            if perf_counter() - began > _SLICE:
                yield
                began = perf_counter()

    def _changed(self) -> None:
        if not self._moves:
            self._under_way = None
            self._ahead.clear()
            steps = self._edit.document().availableUndoSteps()
            self._fills = [each for each in self._fills if each <= steps]
            self._joined = [each for each in self._joined if each[1] <= steps]

    @contextmanager
    def _moving(self) -> Iterator[None]:
        self._moves = True
        try:
            yield
        finally:
            self._moves = False
