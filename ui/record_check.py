"""What the checks say of the open record, kept up to date while somebody writes it (checks).

One for the window: the page, the sidebar and the task list show the same. The rules run in the thread of the window, for a
few milliseconds at a time between keys, over what has changed alone; Python's own lock would let a thread stall the typing.
"""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from response_app.authoring import office_rules, office_words
from response_app.authoring.judging import Judge, Verdict
from response_app.checks import Severity
from response_app.domain.record import Record
from response_app.errors import AppError

from .state import State
from .tasks import Cancel, run_in_background

PAUSE = 200
"""Milliseconds after a change before the record is read; another change begins them anew."""
_SLICE = 0.003
_BETWEEN_MS = 1


class RecordCheck(QObject):
    """Follows the open record.

    Signals:
        judged: there is another verdict.
        slice_ended: (float) a slice of the work has ended; its milliseconds.
    """

    judged = Signal()
    slice_ended = Signal(float)

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._judge = Judge()
        self._steps: Generator[None, None, Verdict] | None = None
        self._about: Record | None = None
        self.off: frozenset[str] = frozenset()
        self.record: Record | None = None
        self.verdict: Verdict | None = None
        self._has_font = self._is_over = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._slice)
        state.changed.connect(lambda *_: self._begin(PAUSE))
        state.record_opened.connect(self._open)
        run_in_background(_load_font, self._font_loaded, self._font_loaded, owner=self)

    @property
    def is_current(self) -> bool:
        """Whether the verdict is on the record as it is stored now."""
        return self.verdict is not None and self.record is self._state.record and not self._timer.isActive()

    def counts(self) -> tuple[int, int]:
        """Return how many problems stop publication, and how many warnings there are besides; hints are not counted."""
        if self.verdict is None:
            return 0, 0
        stopping = len(self.verdict.stopping)
        return stopping, sum(each.severity is Severity.WARNING for each in self.verdict.problems)

    def hurry(self) -> None:
        """Begin at once: somebody waits for it."""
        if not self.is_current:
            self._begin(0)

    def stop(self) -> None:
        """Read nothing any longer: the window closes."""
        self._is_over = True
        self._timer.stop()
        self._steps = None

    # --- The work -----------------------------------------------------------------------------

    def _open(self) -> None:
        self._judge, self.verdict, self.record = Judge(), None, None
        self.judged.emit()
        self._begin(0)

    def _font_loaded(self, _ended: object) -> None:
        self._has_font = True
        self._begin(0)

    def _begin(self, after: int) -> None:
        self._timer.stop()
        self._steps = None
        if self._has_font and self._state.record_id and not self._is_over:
            self._timer.start(after)

    def _slice(self) -> None:
        """Work on for a moment; more of it when events have had their turn."""
        began = perf_counter()
        steps = self._steps = self._steps or self._steps_on_record()
        try:
            while steps is not None and perf_counter() - began < _SLICE:
                next(steps)
        except StopIteration as ended:
            self._steps, self.verdict, self.record = None, ended.value, self._about
            self.judged.emit()
        else:
            if steps is not None:
                self._timer.start(_BETWEEN_MS)
        self.slice_ended.emit((perf_counter() - began) * 1000)

    def _steps_on_record(self) -> Generator[None, None, Verdict] | None:
        try:
            record, ask = self._state.record, self._state.workspace.ask
            off, known = ask(office_rules.rules_off), ask(office_words.office_words)
        except AppError:
            return None  # whoever shows the record tells of it
        self._about, self.off = record, off
        return None if record is None else self._judge.steps(record, today=self._state.today(), off=off, known=known)


def _load_font(_cancel: Cancel) -> bool:
    """Let the typeface be read that says which characters a record can print; it takes a while, once."""
    from response_app.record import has_glyph

    return has_glyph("a")
