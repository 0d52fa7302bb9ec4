"""What is marked in the texts of the page in front, as a list in words: fields, misspelt words, hints (guided sections, answers)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from .bring_into_view import choose_words
from .editors.rich_text_edit import RichTextEdit
from .texts_on_page import texts_on
from .widgets.marks_in_words import marks_in_words
from .widgets.marks_list import MarkRow
from .widgets.marks_strip import MarksStrip

if TYPE_CHECKING:
    from .main_window import MainWindow

_PAUSE = 250
"""Milliseconds without a change after which the list is made anew."""


class MarksOnPage(QObject):
    """Lists the marks of all texts of a page; the sections list theirs with the comments on them, beside the text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._listed: list[tuple[RichTextEdit, MarkRow]] = []
        self._followed: set[RichTextEdit] = set()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._list)
        self.strip = MarksStrip()
        window.add_strip(self.strip)
        self.strip.chosen.connect(self._go_to)
        self.strip.closed.connect(self.close)
        window.pages.currentChanged.connect(self.strip.hide)

    def start(self) -> None:
        """Come up with the list."""
        self._list()
        self.strip.come()

    def close(self) -> None:
        """Put the list away, and go back to the words."""
        had_keyboard = self.strip.isAncestorOf(QApplication.focusWidget() or self._window)
        at = max(0, self.strip.list.currentRow())
        edit = self._listed[at][0] if at < len(self._listed) else None
        self.strip.hide()
        here = texts_on(self._window.pages.currentWidget())
        if had_keyboard and here:
            (edit if edit in here else here[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """List nothing any longer: the window closes."""
        self._pause.stop()

    def _list_soon(self) -> None:
        if self.strip.isVisible():
            self._pause.start()

    def _list(self) -> None:
        edits = texts_on(self._window.pages.currentWidget())
        for each in edits:
            self._follow(each)
        self._listed = [(edit, mark) for edit in edits for mark in marks_in_words(edit, {})]
        several = len(edits) > 1
        self.strip.show_marks([replace(mark, words=_named(edit, mark)) if several else mark for edit, mark in self._listed])

    def _follow(self, edit: RichTextEdit) -> None:
        if edit not in self._followed:
            self._followed.add(edit)
            for changed in (edit.textChanged, edit.spelling.changed, edit.hints.changed):
                changed.connect(self._list_soon)
            edit.destroyed.connect(lambda gone=None: self._followed.discard(edit))

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self._listed):
            edit, mark = self._listed[number]
            choose_words(edit, mark.start, mark.end)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _named(edit: RichTextEdit, mark: MarkRow) -> str:
    return f"{edit.accessibleName()}: {mark.words}"
