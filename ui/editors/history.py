"""Undo and redo of one text, from which the words of live fields are apart: these follow the record (guided sections, answers).

Qt records every change of a document. So other words in a field are a step that is passed over on the way back, and as the fields are
filled anew after each, which cuts off what Qt could do again, the texts that redo leads to are kept here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence

from .fields import refresh
from .lines import Lines

if TYPE_CHECKING:
    from .commands import CommandEdit


class History:
    """Goes back and on in the text of one editor."""

    def __init__(self, edit: CommandEdit) -> None:
        self._edit = edit
        self._ahead: list[Lines] = []  # the texts that redo leads to, the next one last
        self._fills: list[int] = []  # how many steps Qt counts after each filling of fields that it can take back
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
        """Take back the last step."""
        document = self._edit.document()
        if not document.isUndoAvailable():
            return
        self._ahead.append(self._edit.lines())
        with self._moving():
            while self._fills and self._fills[-1] == document.availableUndoSteps():
                self._fills.pop()
                by_qt()
            by_qt()
        self.fill_fields()

    def redo(self, by_qt: Callable[[], None]) -> None:
        """Do again what was last taken back."""
        if not self._ahead:
            return
        lines = self._ahead.pop()
        with self._moving():
            if self._edit.document().isRedoAvailable():
                by_qt()
            else:
                self._edit.apply_lines(lines, follow=True)
                self._edit.text_changed_by_user.emit()
        self.fill_fields()

    def _changed(self) -> None:
        if not self._moves:
            self._ahead.clear()
            steps = self._edit.document().availableUndoSteps()
            self._fills = [each for each in self._fills if each <= steps]

    @contextmanager
    def _moving(self) -> Iterator[None]:
        self._moves = True
        try:
            yield
        finally:
            self._moves = False
