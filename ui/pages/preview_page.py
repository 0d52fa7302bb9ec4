"""Preview: the record as its PDF will look, kept up to date while it is written (record out)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from response_app.errors import AppError

from ..editors.flow import FlowRow
from ..messages import announce
from ..tasks import Task, run_in_background
from ..widgets.basics import Page, button, label
from ..widgets.page_pictures import PagedPdf
from ..widgets.pdf_view import PdfView

MakePages = Callable[[], PagedPdf]
REFRESH_AFTER_MS = 150
"""Pause in the requests before the pages are drawn anew; with the drawing, less than half a second for most records."""

_TARGET = 24
_LINES_WIDE = 30
"""Width, in heights of a line, from which the choices stand beside the title."""
_LINES_HIGH = 10
"""The least height of the pages with their buttons, in heights of a line."""
_AS_FINAL, _PUBLISHED = "Final as it would be", "As published"
_FINAL = "How the final would look today, for reading only."
_OLD_PAGES = " The pages below are as they were before."
_BUG = "The pages could not be drawn, through a fault of this app."
_SAFE = "Your words are safe."
_GO_ON = " Try again; you can go on writing meanwhile."


class PreviewPage(Page):
    """Shows the real pages, as draft or as the final would be.

    Signals:
        export_requested: the user wants the files; the argument is whether the draft is shown.
        refreshed: new pages are shown.
        bug_found: drawing ended with an error that is not the world's fault; the page itself says so in plain words.
    """

    export_requested = Signal(bool)
    refreshed = Signal()
    bug_found = Signal(object)

    def __init__(self, make_pages: Callable[[bool], MakePages], parent: QWidget | None = None) -> None:
        """Show nothing yet; the pages are drawn when the page is first seen.

        Args:
            make_pages: takes a snapshot of the record on the GUI thread, for a draft (True) or a final, and returns
                what lays out its pages in another thread.
        """
        super().__init__(parent)
        self._make_pages = make_pages
        self._task: Task | None = None
        self._wanted = False
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER_MS)
        self._timer.timeout.connect(self._start)
        self.view = PdfView("Preview of the record")
        self.view.add_shortcuts(self)
        self.view.pages.failed.connect(self._tell_failure)
        self._draft = QRadioButton("Draft")
        self._final = QRadioButton(_AS_FINAL)
        self._published = False
        self._note = _Banner("info", "")
        self._error = _Banner("error", "Try again")
        self._state = label("", "quiet", wrap=False)
        self._waiting = _Waiting()
        self._stack = QStackedWidget()
        self._lay_out()
        self._draft.setChecked(True)
        self._draft.toggled.connect(self._version_chosen)
        self._error.asked.connect(self.request_refresh)
        self.set_stops(None)

    @property
    def draft(self) -> bool:
        """Whether the draft is shown, not the final as it would be."""
        return self._draft.isChecked()

    def first_focus(self) -> QWidget | None:
        """The pages, which the arrow keys move through."""
        return self.view.pages

    def request_refresh(self) -> None:
        """The record has changed: draw the pages anew once the changes pause; what is being drawn is out of date."""
        self._wanted = True
        if self._task is not None:
            self._task.cancel()
        if self.isVisible():
            self._timer.start()

    def forget(self) -> None:
        """Another record is open: show no page of the one before."""
        self._error.hide()
        self._waiting.show_progress(False)
        self._stack.setCurrentWidget(self._waiting)
        self.request_refresh()

    def set_stops(self, count: int | None) -> None:
        """Say how many problems stop the final; None while that is not known."""
        if count is None:
            more = " The checks say whether it can be published."
        elif count == 0:
            more = " Nothing stops it from being published."
        else:
            more = f" {count} problem{'s stop' if count > 1 else ' stops'} it from being published; Check shows what to do."
        self._note.set_words(_FINAL + more)

    def set_published(self, published: bool) -> None:
        """Show a record that is published as it was published, and one that is not as a draft; either can be chosen at any time."""
        if published == self._published:
            return
        self._published = published
        words = _PUBLISHED if published else _AS_FINAL
        self._final.setText(words)
        self._final.setAccessibleName(words)
        (self._final if published else self._draft).setChecked(True)
        self._note.setVisible(not self.draft and not published)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has changed while another page was open; where nothing has, the same pages stay."""
        super().showEvent(event)
        if not event.spontaneous():
            self.request_refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices beside the title, or under it where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew for letters of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """In a window that is too low for the pages, the whole is scrolled."""
        line = self.fontMetrics().height()
        beside = self.viewport().width() >= _LINES_WIDE * line
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._stack.setMinimumHeight(_LINES_HIGH * line)

    def _start(self) -> None:
        """Take the snapshot and draw it; one at a time, so that the newest is not held up by two others."""
        if self._task is not None or not self._wanted:
            return
        self._wanted = False
        try:
            make = self._make_pages(self.draft)
        except AppError as error:
            self._failed(error)
            return
        self._task = run_in_background(lambda cancel: make(), self._drawn, self._failed, self._dropped, progress=self._tell_progress)

    def _drawn(self, pdf: PagedPdf) -> None:
        self._error.hide()
        self.view.show_pdf(pdf)
        if self._stack.currentWidget() is not self.view:
            self._stack.setCurrentWidget(self.view)
            self.view.pages.go_to(0)
        self._ended()
        self.refreshed.emit()

    def _failed(self, error: Exception) -> None:
        self._tell_failure(error)
        self._waiting.show_progress(False)
        self._ended()

    def _tell_failure(self, error: Exception) -> None:
        ours = not isinstance(error, AppError)
        what = _BUG if ours else f"The pages could not be drawn. {error}"
        kept = _OLD_PAGES if self._stack.currentWidget() is self.view else ""
        words = f"{what} {_SAFE}{kept}{_GO_ON if ours else ''}"
        self._error.set_words(words)
        self._error.show()
        announce(self, words, urgent=True)
        if ours:
            self.bug_found.emit(error)

    def _dropped(self) -> None:
        self._ended()

    def _ended(self) -> None:
        """Start on what was asked for meanwhile."""
        self._task = None
        self._state.setText("")
        if self._wanted and self.isVisible() and not self._timer.isActive():
            self._start()

    def _tell_progress(self) -> None:
        self._state.setText("Drawing the changes\u2026")
        self._waiting.show_progress(True)

    def _version_chosen(self, draft: bool) -> None:
        self._note.setVisible(not draft and not self._published)
        self.request_refresh()

    def _lay_out(self) -> None:
        title, lead = label("Preview", "h1"), label("The real pages of the PDF. They follow what you write.", "lead")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(lead)
        choices = QWidget()
        row = FlowRow(choices, QMargins(), 16)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(words, 1)
        self._top.addWidget(choices)
        group = QButtonGroup(self)
        for choice in (self._draft, self._final):
            group.addButton(choice)
            choice.setAccessibleName(choice.text())
            choice.setMinimumHeight(_TARGET)
            row.addWidget(choice)
        export = button("Export\u2026", "primary")
        export.clicked.connect(lambda: self.export_requested.emit(self.draft))
        row.addWidget(export)
        self.view.bar.addWidget(self._state)
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self.view)
        self.content.addLayout(self._top)
        for each in (self._note, self._error):
            self.content.addWidget(each)
        self.content.addWidget(self._stack, 1)
        self._note.hide()
        self._error.hide()
        from_above = (self._draft, self._final, export, self._error.button, *self.view.tab_order())
        for first, second in pairwise(from_above):
            self.setTabOrder(first, second)


class _Banner(QFrame):
    """A line across the page, with a button where there is something to do.

    Signals:
        asked: the button was used.
    """

    asked = Signal()

    def __init__(self, kind: str, action: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("kind", kind)
        self._words = label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._words, 1)
        self.button = button(action)
        if not action:
            self.button.hide()
        self.button.clicked.connect(lambda: self.asked.emit())
        row.addWidget(self.button)

    def set_words(self, words: str) -> None:
        """Change what it says."""
        self._words.setText(words)


class _Waiting(QFrame):
    """Stands where the pages will be, before there are any."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._words = label("Drawing the pages\u2026", "lead", wrap=False)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(240)
        self._bar.setAccessibleName("Drawing the pages")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for each in (self._words, self._bar):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.show_progress(False)

    def show_progress(self, shown: bool) -> None:
        """Show that the first pages are being drawn, or nothing."""
        self._words.setVisible(shown)
        self._bar.setVisible(shown)
