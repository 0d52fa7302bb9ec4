"""What the window shows now, and the one way to change it: use cases, broadcast to every page (every step)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from response_app.authoring import editing, office_settings, office_words, records, standard_wording
from response_app.authoring.workspace import RecordRow, Workspace
from response_app.bank_holidays import HOLIDAYS
from response_app.domain.changes import Changes
from response_app.domain.clock import Clock, clock
from response_app.domain.corrections import is_frozen
from response_app.domain.placing import with_text
from response_app.domain.record import Record
from response_app.errors import AppError


class State(QObject):
    """The open store, the open record as a value, and what can be undone.

    Signals:
        changed: (Changes, who started it or None): show what is new; who started it need not.
        record_opened: another record is shown, or none.
        saved: (datetime) everything is on the drive.
        failed: (AppError) nothing was changed; the user must know.
        told: (str) something worth a quiet word, such as what an undo kept.
        undo_changed: what can be undone or redone is new.
        about_to_act: pages save what is typed, before something reads or changes the record.
        about_to_do: (use case) it is going to change the store.
    """

    changed = Signal(object, object)
    record_opened = Signal()
    saved = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    undo_changed = Signal()
    about_to_act = Signal()
    about_to_do = Signal(object)

    def __init__(self, workspace: Workspace, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.workspace = workspace
        self.today = today
        self._record: Record | None = None
        self._record_id = ""
        self._done: list[Changes] = []
        self._undone: list[Changes] = []

    @property
    def record_id(self) -> str:
        """The id of the open record, "" for none."""
        return self._record_id

    @property
    def record(self) -> Record | None:
        """The open record as it is stored, None when there is none."""
        if self._record is None and self._record_id:
            self._record = self.workspace.ask(records.open_record, self._record_id)
        return self._record

    def clock(self, record: Record) -> Clock:
        """Return the statutory clock of a record as it stands today."""
        return clock(record.inspection.published_on, record.state.clock, record.state.publication, self.today(), HOLIDAYS)

    def list_records(self) -> tuple[RecordRow, ...]:
        """Return a row for every record."""
        return self.workspace.ask(records.list_records)

    def open(self, record_id: str, made_by: Changes | None = None) -> bool:
        """Show a record, or none with ""; return whether that worked. What is typed and cannot be saved keeps its record open.

        Args:
            record_id: the record's.
            made_by: the step that has just made it, which an undo still takes back.
        """
        if not self.save_typed():
            return False
        try:
            record = self.workspace.ask(records.open_record, record_id) if record_id else None
        except AppError as error:
            self.failed.emit(error)
            return False
        self._record, self._record_id = record, record_id
        self._done[:] = [made_by] if made_by else []
        self._undone.clear()
        self.record_opened.emit()
        self.undo_changed.emit()
        return True

    def do(self, use_case: Callable[..., Changes], *args: Any, initiator: QObject | None = None, **values: Any) -> Changes | None:
        """Run a use case, save it and tell every page; None when it failed, of which the user is told.

        Args:
            use_case: a function of `authoring` that takes the unit of work first.
            initiator: who started it and already shows what is new.
        """
        self.about_to_do.emit(use_case)
        try:
            changes = self.workspace.do(use_case, *args, **values)
        except AppError as error:
            self.failed.emit(error)
            return None
        if not changes.empty:
            if changes.name:
                if _publishes(changes):
                    self._done.clear()  # what led to the published words is not taken back step by step
                self._done.append(changes)
                self._undone.clear()
            self._take(changes, initiator)
        self.saved.emit(datetime.now())
        return changes

    def _take(self, changes: Changes, initiator: QObject | None) -> None:
        if changes.record_id == self._record_id:
            self._record = changes.after or self._with_words(changes)  # None is read anew when it is asked for
        self.changed.emit(changes, initiator)
        self.undo_changed.emit()

    def _with_words(self, changes: Changes) -> Record | None:
        """Return the open record with what was typed, None where it has to be read."""
        if self._record is None or changes.text is None:
            return None
        return with_text(self._record, changes.places[0], changes.text)

    @property
    def undo_name(self) -> str:
        """What an undo would take back, "" for nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def last_decision(self) -> Changes | None:
        """What an undo would take back, None for nothing."""
        return self._done[-1] if self._done else None

    @property
    def redo_name(self) -> str:
        """What a redo would do again, "" for nothing."""
        return self._undone[-1].name if self._undone else ""

    def save_typed(self) -> bool:
        """Save what is typed; return whether all of it could be."""
        failures: list[AppError] = []
        self.failed.connect(failures.append)
        self.about_to_act.emit()
        self.failed.disconnect(failures.append)
        return not failures

    def save_now(self) -> bool:
        """Save what is typed, and say when: Ctrl+S still answers; return whether it could be saved."""
        saved = self.save_typed()
        if saved:
            self.saved.emit(datetime.now())
        return saved

    def undo(self) -> None:
        """Take back the last decision; what was written since stays, and the user is told of it."""
        self._take_back(self._done, self._undone)

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._take_back(self._undone, self._done)

    def _take_back(self, source: list[Changes], target: list[Changes]) -> None:
        if not source:
            return
        self.about_to_act.emit()
        changes = source.pop()
        try:
            back, kept = self._way_back(changes)
        except AppError as error:
            source.append(changes)
            self.failed.emit(error)
            return
        target.append(back)
        self._leave_if_gone(back)
        self._take(back, None)
        self.saved.emit(datetime.now())
        if kept:
            self.told.emit("The words have changed since, so they were kept as they are. Earlier words are in the versions.")

    def _leave_if_gone(self, back: Changes) -> None:
        """Show no record when the open one has just gone; what was undone can still be done again."""
        if back.record_id == self._record_id and back.before is not None and back.after is None:
            self._record, self._record_id = None, ""
            self.record_opened.emit()

    def _way_back(self, changes: Changes) -> tuple[Changes, tuple[str, ...]]:
        if changes.words is not None:
            self.about_to_do.emit(office_words.take_back)
            return self.workspace.do(office_words.take_back, changes), ()
        if changes.wording is not None:
            self.about_to_do.emit(standard_wording.take_back)
            return self.workspace.do(standard_wording.take_back, changes), ()
        if changes.setting is not None:
            self.about_to_do.emit(office_settings.take_back)
            return self.workspace.do(office_settings.take_back, changes), ()
        if changes.before is not None and changes.after is not None:
            self.about_to_do.emit(editing.take_back)
            return self.workspace.do(editing.take_back, changes)
        whole = records.delete_record if changes.before is None else records.restore_record
        self.about_to_do.emit(whole)
        back = self.workspace.do(whole, changes.record_id)
        return replace(back, name=changes.name), ()


def _publishes(changes: Changes) -> bool:
    """Whether a step made words the published ones: from then on only a correction changes them."""
    before, after = changes.before, changes.after
    return before is not None and after is not None and not is_frozen(before.state) and is_frozen(after.state)
