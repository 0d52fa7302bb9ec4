"""The PDF as it would be, beside the steps to publication (record out)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from response_app.errors import AppError

from ..tasks import Task, run_in_background
from .basics import Card, label
from .page_pictures import PagedPdf
from .pdf_pages import PdfPages

MakePages = Callable[[], PagedPdf]
_DRAWING = "Drawing the PDF…"


class FirstPage(Card):
    """Shows the pages from the first on, as wide as there is room."""

    def __init__(self, make_pages: Callable[[bool], MakePages]) -> None:
        """Show nothing yet.

        Args:
            make_pages: takes a snapshot of the record, not as a draft (False), and returns what lays out its pages in another thread.
        """
        super().__init__("The PDF")
        self._make_pages = make_pages
        self._task: Task | None = None
        self._wanted = False
        self.pages = PdfPages("The PDF as it would be published")
        self.pages.page_changed.connect(lambda _page: self._name())
        self.pages.failed.connect(self._failed)
        self._words = label(_DRAWING, "quiet")
        self._words.setContentsMargins(16, 10, 16, 10)
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.pages, 1)
        self.pages.setMinimumHeight(260)
        self.pages.hide()

    def draw(self) -> None:
        """Draw the record as it now is; one at a time."""
        self._wanted = True
        if self._task is not None:
            return
        self._wanted = False
        try:
            make = self._make_pages(False)
        except AppError as error:
            self._failed(error)
            return
        self._task = run_in_background(lambda cancel: make(), self._drawn, self._failed, self._ended, owner=self)

    def forget(self) -> None:
        """Another record is open: show no page of the one before."""
        self.pages.hide()
        self._words.setText(_DRAWING)
        self._words.show()

    def _drawn(self, pdf: PagedPdf) -> None:
        self.pages.show_pdf(pdf)
        self.pages.show()
        self._words.hide()
        self._name()
        self._ended()

    def _failed(self, error: Exception) -> None:
        what = str(error) if isinstance(error, AppError) else "The pages could not be drawn, through a fault of this app."
        self._words.setText(f"{what} Your words are safe.")
        self._words.show()
        self._ended()

    def _ended(self) -> None:
        self._task = None
        if self._wanted and self.isVisible():
            self.draw()

    def _name(self) -> None:
        self.title.setText(f"The PDF, page {self.pages.page + 1} of {self.pages.page_count}")
