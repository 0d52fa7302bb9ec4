"""Hints on readability in the window: how many there are on the page, the list of them, on and off (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from response_app.authoring.office_words import office_words
from response_app.authoring.set_aside import set_hint_aside
from response_app.domain.richtext import LANGUAGES
from response_app.errors import AppError

from .bring_into_view import choose_words
from .editors.hint_marks import Hint
from .editors.hinter import Aside, hinter
from .editors.rich_text_edit import RichTextEdit
from .explained import Explained
from .texts_on_page import texts_on
from .widgets.basics import button
from .widgets.hints_strip import HintsStrip

if TYPE_CHECKING:
    from response_app.domain.record import Record

    from .main_window import MainWindow
    from .state import State

_PAUSE = 200
"""Milliseconds without a change after which hints are counted."""


class HintsInWindow(QObject):
    """Switches hints on and off, follows the open record, and lists the hints of the page in front."""

    def __init__(self, window: MainWindow, state: State, switch: QAction, offer_undo: Callable[[str], None]) -> None:
        """Begin to follow the open record.

        Args:
            window: the window.
            state: what it shows.
            switch: the entry of the menu View that is ticked while hints are shown.
            offer_undo: says what was done, with an offer to take it back.
        """
        super().__init__(window)
        self._window, self._state, self._switch, self._offer_undo = window, state, switch, offer_undo
        self._listed: list[tuple[RichTextEdit, Hint]] = []
        self._followed: set[RichTextEdit] = set()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._count)
        self._explained = Explained(self)
        self._explained.known.connect(self._know)
        self.strip = HintsStrip()
        window.add_strip(self.strip)
        self.number = button("", "link", "Readability hints on this page")
        self.number.hide()
        window.statusBar().addWidget(self.number)
        self._connect()
        self._open()

    def start(self) -> None:
        """Come up with the list, or say that hints are off."""
        if not hinter().is_on:
            self._window.banner.tell("Readability hints are off.", "info", "Turn them on", lambda: self._switch.setChecked(True))
            return
        self._count()
        self.strip.come()

    def close(self) -> None:
        """Put the list away, and go back to the words."""
        had_keyboard = self.strip.isAncestorOf(QApplication.focusWidget() or self._window)
        edit = self._listed[max(0, self.strip.list.currentRow())][0] if self._listed else None
        self.strip.hide()
        here = texts_on(self._window.pages.currentWidget())
        if had_keyboard and here:
            (edit if edit in here else here[0]).setFocus()

    def stop(self) -> None:
        """Show no hints any longer: the window closes."""
        self._pause.stop()
        self._explained.stop()
        hinter().changed.disconnect(self._pause.start)
        hinter().aside_requested.disconnect(self._set_aside)
        hinter().off_requested.disconnect(self._turn_off)
        hinter().switch(False)

    def _connect(self) -> None:
        self.number.clicked.connect(self.start)
        self.strip.stood_on.connect(self._show_words)
        self.strip.chosen.connect(self._go_to)
        self.strip.aside_requested.connect(self._leave_aside)
        self.strip.off_requested.connect(lambda: self._switch.setChecked(False))
        self.strip.closed.connect(self.close)
        hinter().changed.connect(self._pause.start)
        hinter().aside_requested.connect(self._set_aside)
        hinter().off_requested.connect(self._turn_off)
        self._switch.toggled.connect(self._turn)
        self._state.record_opened.connect(self._open)
        self._state.changed.connect(lambda changes, initiator: self._follow())
        self._window.pages.currentChanged.connect(self._page_changed)

    # --- What is followed ---------------------------------------------------------------------

    def _open(self) -> None:
        self.strip.hide()
        self._follow()

    def _follow(self) -> None:
        record = self._state.record
        if record is None:
            hinter().switch(False)
            return
        hinter().follow(hinter().known | self._known_to_office(), _aside_in(record))
        self._explained.follow(record)
        hinter().switch(self._switch.isChecked() and record.language == LANGUAGES[0])
        self._pause.start()

    def _know(self, known: frozenset[str]) -> None:
        """Take over which acronyms are explained; what was left aside is in the record."""
        record = self._state.record
        if record is not None:
            hinter().follow(known | self._known_to_office(), _aside_in(record))

    def _known_to_office(self) -> frozenset[str]:
        try:
            return frozenset(self._state.workspace.ask(office_words))
        except AppError:
            return frozenset()  # the store says what is wrong with it where it is needed

    def _turn(self, on: bool) -> None:
        if not on:
            self.close()
        self._follow()

    def _turn_off(self) -> None:
        self._switch.setChecked(False)

    def _page_changed(self) -> None:
        self.strip.hide()
        self._pause.start()

    # --- The list -----------------------------------------------------------------------------

    def _count(self) -> None:
        """Count the hints of the page, and list them where the list is open."""
        edits = texts_on(self._window.pages.currentWidget(), to_write=True) if hinter().is_on else []
        for each in edits:
            if each not in self._followed:
                self._followed.add(each)
                each.hints.changed.connect(self._pause.start)
                each.destroyed.connect(lambda gone=None, each=each: self._followed.discard(each))
        self._listed = [(each, hint) for each in edits for hint in each.hints.hints()]
        count = len(self._listed)
        words = f"{count:,} hint{'' if count == 1 else 's'}"
        self.number.setText(words)
        self.number.setAccessibleName(f"{words} on readability on this page")
        self.number.setVisible(bool(count))
        said = f"{words} on readability. They never stop anything." if count else "No hints on readability on this page."
        self.strip.show_hints([_in_words(edit, hint, len(edits) > 1) for edit, hint in self._listed], said)

    def _show_words(self, number: int) -> None:
        if number < len(self._listed):
            edit, hint = self._listed[number]
            choose_words(edit, hint.start, hint.end)

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self._listed):
            self._show_words(number)
            self._listed[number][0].setFocus()

    def _leave_aside(self, number: int) -> None:
        if 0 <= number < len(self._listed):
            edit, hint = self._listed[number]
            self._set_aside(edit.place, hint.mark.code, hint.words)

    def _set_aside(self, place: str, code: str, words: str) -> None:
        if self._state.save_typed() and self._state.do(set_hint_aside, self._state.record_id, place, code, words):
            self._offer_undo("The hint is not shown there any more.")


def _aside_in(record: Record) -> frozenset[Aside]:
    return frozenset((each.place, each.code, each.quote) for each in record.state.set_aside)


def _in_words(edit: RichTextEdit, hint: Hint, several: bool) -> str:
    """Return a hint in words: what, where, what to do."""
    where = f"{edit.accessibleName()}, paragraph {hint.line + 1:,}" if several else f"paragraph {hint.line + 1:,}"
    words = " ".join(hint.words.split())
    said = f"{hint.mark.message}: “{words[:60]}…”" if hint.mark.code == "long_sentence" else hint.mark.message
    return f"{said} · {where} · {hint.mark.fix}"
