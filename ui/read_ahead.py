"""Imports what the next pages need, and makes these, while another one is looked at (start of every step).

The start imports nothing that Home does not show, so the first record to be opened would have to wait for the rest: the editors, the
checks, and the bank holidays, whose package alone takes a tenth of a second.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from .tasks import Cancel, run_in_background

if TYPE_CHECKING:
    from .main_window import MainWindow

WAIT_MS = 400
"""Home is painted before and answers the first keys."""
BETWEEN_MS = 20
APART_MS = 300
"""A page takes 20 to 40 ms to make; whoever types or clicks meanwhile comes in between."""

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
PAGES = ("initial", "answers", "details", "findings", "overall", "chief")
"""Of a record, in the order in which they are made."""


class ReadAhead(QObject):
    """Begins a moment after it is made.

    Signals:
        ended: everything is imported.
    """

    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._modules, self._pages = [*_OF_QT], [*PAGES]
        self._import = QTimer(self, singleShot=True, interval=BETWEEN_MS)
        self._import.timeout.connect(self._import_next)
        self._make = QTimer(self, singleShot=True, interval=APART_MS)
        self._make.timeout.connect(self._make_next)
        QTimer.singleShot(WAIT_MS, self, self._begin)

    def _begin(self) -> None:
        run_in_background(_without_qt, self._go_on, self._go_on, owner=self)

    def _go_on(self, _ended: object) -> None:
        """Go on where the thread has failed too: what is lacking is told by the page that needs it."""
        self._import.start()

    def _import_next(self) -> None:
        import_module(self._modules.pop(0))
        if self._modules:
            self._import.start()
            return
        self.ended.emit()
        if self._window.state is not None:
            self._window.state.record_opened.connect(self._make.start)
            self._make.start()

    def _make_next(self) -> None:
        """Make a page, which stays behind the one in front, while a record is open."""
        window = self._window
        if window.places is None or window.state is None or not window.state.record_id or not window.isVisible():
            return
        if self._pages:
            window.places.page(self._pages.pop(0))
            self._make.start()


def _without_qt(_cancel: Cancel) -> None:
    """Import what knows nothing of Qt, in a thread: its lock is let go often enough for the window."""
    import response_app.checks
    import response_app.interchange  # noqa: F401
    from response_app.bank_holidays import HOLIDAYS

    HOLIDAYS.get(date.today())
