"""The earlier versions of a section: listed beside it, compared in its place, restored (guided sections)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from response_app.authoring import texts
from response_app.authoring.earlier_words import EarlierWords, earlier_words, kept_words
from response_app.domain.compare import Comparison, compare
from response_app.domain.dates import in_words
from response_app.domain.fields import fill
from response_app.domain.record import Record
from response_app.domain.richtext import RichText
from response_app.errors import AppError

from ..messages import announce
from ..state import State
from ..tasks import Cancel, Task, run_in_background
from ..widgets.compare_view import CompareView
from ..widgets.saved_text import SavedText
from ..widgets.versions_panel import VersionsPanel

T = TypeVar("T")

_FEW_BLOCKS = 20
"""Blocks of the text below which it is compared at once: that takes some milliseconds. More are compared in the background."""


class SectionVersions(QObject):
    """Brings together the versions of one text, the list of them, and the view that compares.

    Signals:
        compared: (bool) a version stands in the place of the text, or the text is back.
        text_wanted: the text is to have the keyboard.
    """

    compared = Signal(bool)
    text_wanted = Signal()

    def __init__(self, state: State, place: str, text: SavedText, panel: VersionsPanel, view: CompareView) -> None:
        super().__init__(view)
        self._state = state
        self._place = place
        self._text = text
        self._panel = panel
        self._view = view
        self._may_restore = True
        self._names: dict[int, str] = {}
        self._number: int | None = None
        self._task: Task | None = None
        panel.wanted.connect(self.show_version)
        panel.change_chosen.connect(view.go_to_line)
        view.restore_requested.connect(self._restore)
        view.closed.connect(self.close)

    def allow_change(self, allowed: bool) -> None:
        """Offer to restore versions, or only to read them."""
        self._may_restore = allowed

    def show_list(self) -> None:
        """List the versions as they are kept now."""
        kept = self._ask(earlier_words, self._state.record_id, self._place) or ()
        self._names = {each.version.number: _when(each) for each in kept}
        self._panel.show_versions([(each.version.number, _described(each)) for each in kept])

    def show_version(self, number: int) -> None:
        """Compare a version with the text as it is now."""
        saved = self._text.flush()
        record = self._state.record
        read = self._ask(kept_words, number)
        if read is None or record is None:
            return
        if number != self._number:
            self._view.begin(self._names.get(number, "earlier"), may_restore=self._may_restore)
        self._number = number
        self.compared.emit(True)
        stored: RichText = getattr(record.sections, self._place.removeprefix("sections."))
        self._compare(read, stored if saved else self._text.edit.text(), record)

    def show_again(self) -> None:
        """Compare anew: the text or the record has changed."""
        if self._number is not None:
            self.show_version(self._number)

    def close(self) -> None:
        """Show the text again, with the keyboard in it."""
        if self._number is not None:
            self.leave()
            self.text_wanted.emit()

    def leave(self) -> None:
        """Show the text again."""
        self._stop()
        if self._number is not None:
            self._number = None
            self._view.hide()
            self._panel.forget_chosen()
            self.compared.emit(False)

    def _compare(self, read: Callable[[], RichText], now: RichText, record: Record) -> None:
        self._stop()

        def work(cancel: Cancel) -> Comparison:
            return compare(fill(read(), record), fill(now, record))

        if len(now) < _FEW_BLOCKS:
            self._show(work(Cancel()))
        else:
            self._task = run_in_background(work, self._show, self._failed, owner=self)

    def _show(self, comparison: Comparison) -> None:
        self._task = None
        self._view.show_comparison(comparison)
        self._panel.show_changes(comparison.changes)
        announce(self._view, self._view.told.text())

    def _failed(self, error: Exception) -> None:
        raise error

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _restore(self) -> None:
        number = self._number
        if number is not None and self._text.flush():
            self.close()
            self._state.do(texts.bring_back_version, self._state.record_id, self._place, number)

    def _ask(self, question: Callable[..., T], *args: object) -> T | None:
        """Ask the store; when it cannot answer, the user is told and the answer is None."""
        try:
            return self._state.workspace.ask(question, *args)
        except AppError as error:
            self._state.failed.emit(error)
            return None


def _when(each: EarlierWords) -> str:
    here = each.version.changed_at.astimezone()
    return f"{in_words(here.date())}, {here:%H:%M}"


def _described(each: EarlierWords) -> str:
    why = f"kept {each.version.reason}" if each.version.reason.startswith("before") else each.version.reason
    about = " · ".join(part for part in (each.who, why) if part)
    return f"{_when(each)}\n{about}" if about else _when(each)
