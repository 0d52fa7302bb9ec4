"""An editor that is as high as its words, between a least and a most height (answers to findings)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextEdit

from .. import theme

LEAST, MOST = 84, 420
"""Heights in logical pixels at 100 %."""


class Growing(QObject):
    """Keeps the height of one editor; beyond the most height it scrolls.

    Attributes:
        least: its height without words, in logical pixels at 100 %.
    """

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.least = LEAST
        edit.document().documentLayout().documentSizeChanged.connect(self.fit)
        theme.theme().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height that the words need now."""
        look = theme.theme()
        around = self._edit.height() - self._edit.viewport().height()
        needed = round(self._edit.document().size().height()) + max(around, 0)
        self._edit.setFixedHeight(max(look.pixels(self.least), min(needed, look.pixels(MOST))))
