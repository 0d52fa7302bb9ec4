"""What every page of a record has in common: it shows the record, follows changes, and saves what is typed (every step)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from response_app.domain.changes import Changes
from response_app.domain.record import Record

from ..state import State
from ..widgets.basics import Page


class Do(Protocol):
    """Runs a use case on the open record and returns whether that worked."""

    def __call__(self, use_case: Callable[..., Changes], *args: Any, **values: Any) -> bool:
        """Run it."""


class RecordPage(Page):
    """A page of the open record.

    Subclasses fill `self.content` once in `__init__`, show values in `refresh`, save typed words in
    `flush`, and change things only by `self.state.do(use_case, ..., initiator=self)`.
    """

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._shown: Record | None = None
        state.changed.connect(self._follow)
        state.record_opened.connect(self._forget)
        state.about_to_act.connect(self._flush_if_shown)

    def enter(self) -> None:
        """Show the record as it is now; the window calls this when the page comes forward."""
        record = self.state.record
        if record is not None and record is not self._shown:
            self._shown = record
            self.refresh(record, None)

    def leave(self) -> None:
        """Save what is typed; the window calls this before another page comes forward."""
        self.flush()

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show `record`; `changes` says what is new, None when all of it may be."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is typed and not yet saved."""

    def _follow(self, changes: Changes, initiator: QObject | None) -> None:
        if changes.record_id != self.state.record_id or not self.isVisible():
            return
        record = self.state.record
        if record is None:
            return
        self._shown = record
        if initiator is not self:
            self.refresh(record, changes)

    def _forget(self) -> None:
        self._shown = None
        if self.isVisible():
            self.enter()

    def _flush_if_shown(self) -> None:
        if self.isVisible():
            self.flush()
