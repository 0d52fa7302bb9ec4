"""Imports what the next pages need while the first one is looked at (start of every step).

The start imports nothing that Home does not show, so the first record to be opened would have to wait for the rest: the editors, the
checks, and the bank holidays, whose package alone takes a tenth of a second.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from .tasks import Cancel, run_in_background

WAIT_MS = 400
"""Home is painted before and answers the first keys."""
_BETWEEN_MS = 20

_OF_QT = (
    "ui.editors.rich_text_edit",
    "ui.editors.bars",
    "ui.spelling",
    "ui.pages.tasks_page",
    "ui.pages.section_page",
    "ui.pages.details_page",
    "ui.pages.findings_page",
    "ui.pages.answers_page",
)
"""Imported in the thread of the window, as everything is that knows Qt, one at a time so that events have their turn."""


class ReadAhead(QObject):
    """Begins a moment after it is made.

    Signals:
        ended: everything is there.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = [*_OF_QT]
        self._timer = QTimer(self, singleShot=True, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._import_next)
        QTimer.singleShot(WAIT_MS, self, self._begin)

    def _begin(self) -> None:
        run_in_background(_without_qt, self._go_on, self._go_on, owner=self)

    def _go_on(self, _ended: object) -> None:
        """Go on where the thread has failed too: what is lacking is told by the page that needs it."""
        self._timer.start()

    def _import_next(self) -> None:
        import_module(self._left.pop(0))
        if self._left:
            self._timer.start()
        else:
            self.ended.emit()


def _without_qt(_cancel: Cancel) -> None:
    """Import what knows nothing of Qt, in a thread: its lock is let go often enough for the window."""
    import response_app.checks
    import response_app.interchange  # noqa: F401
    from response_app.bank_holidays import HOLIDAYS

    HOLIDAYS.get(date.today())
