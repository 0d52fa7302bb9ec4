"""The report beside what was found in it: its pages or its words, with the places of the findings marked (report in)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from response_app.domain.finding import FindingKind
from response_app.intake.lines import Form, Reading

from .. import theme
from ..editors.flow import FlowRow
from .basics import Card, button, label, rule
from .icon_button import icon_button
from .inputs import Choice
from .marked import Marked, lines_of
from .report_lines import ReportLines
from .report_pages import ReportPages
from .report_sheet import ReportSheet

_LOWEST, _HIGHEST, _STEP = 50, 300, 25
_PIXELS_PER_POINT = 96 / 72
_FIT_SOON_MS = 60
_LEAST_HEIGHT = 120
"""Of the page, in logical pixels."""
_HOW_ON_PAGES = "Drag over words, or choose lines under “As text”, to make a finding of them."
_HOW_IN_TEXT = "Choose lines with the mouse, or with Shift and an arrow, to make a finding of them."
_KINDS = tuple((kind, kind.words) for kind in FindingKind)


class ReportView(Card):
    """A card with the report.

    Signals:
        place_clicked: (finding's row id) its place was clicked.
        add_asked: (kind, first, last line number) these lines are a finding that was missed.
        evidence_asked: (first, last line number) these lines belong to the current finding's evidence.
    """

    place_clicked = Signal(str)
    add_asked = Signal(object, int, int)
    evidence_asked = Signal(int, int)

    def __init__(self, *, may_add: bool = True) -> None:
        """Show no report yet; `may_add` offers to make findings of chosen words."""
        super().__init__()
        self._may_add = may_add
        self.page = 0
        self.chosen = (0, 0)
        self._reading = Reading(Form.TEXT, ())
        self._marks: Sequence[Marked] = ()
        self._current = ""
        self._percent = 0
        self.pages = ReportPages(self)
        self.sheet = ReportSheet()
        self.lines = ReportLines()
        self._fit_soon = QTimer(self, singleShot=True, interval=_FIT_SOON_MS)
        self._fit_soon.timeout.connect(self._refit)
        self._make_bar()
        self._make_foot()
        self._lay_out()
        self._connect()
        self._show_chosen()

    # --- What is shown ------------------------------------------------------------------------

    def show_report(self, reading: Reading, data: bytes) -> None:
        """Show a report from its beginning."""
        self._reading, self._marks, self._current = reading, (), ""
        self.pages.show_file(data if reading.form is Form.PDF else b"")
        self.lines.lines.show_lines(reading.lines)
        paged = reading.form is Form.PDF and bool(reading.pages)
        self._strip.setVisible(paged)
        self.as_text.setChecked(False)
        self._show_as_text(not paged)
        self.page = 1 if paged else 0
        self.choose(0, 0)
        self._show_chosen()
        self._show_page()

    def close_report(self) -> None:
        """Let go of the report."""
        self.show_report(Reading(Form.TEXT, ()), b"")

    def show_marks(self, marks: Sequence[Marked], current: str) -> None:
        """Mark the places of findings, that of the current one more than the others."""
        self._marks, self._current = marks, current
        self.lines.lines.show_marks(marks, current)
        self._show_marks_on_sheet()
        self.to_evidence.setEnabled(bool(self.chosen[0] and current))

    def turn_to(self, page: int, first: int, last: int = 0) -> None:
        """Bring lines into view."""
        if self.page and page and page != self.page:
            self.page = min(page, self._reading.pages)
            self._show_page()
        self.lines.show_line(first)
        place = self.sheet.place_of(first, last or first)
        if not place.isNull():
            self._scroll.ensureVisible(place.left(), place.top(), 40, 60)
            self._scroll.ensureVisible(place.left(), min(place.bottom(), place.top() + self._scroll.viewport().height() - 80), 40, 40)

    def turn_to_place(self, place: str) -> None:
        """Bring a place such as "page 31" or "line 412" into view."""
        found = re.fullmatch(r"(page|line) (\d+)", place)
        if found is None:
            return
        number = int(found[2])
        if found[1] == "line":
            self.turn_to(0, number)
            return
        first = next((each.number for each in self._reading.lines if each.page == number), 0)
        self.turn_to(number, first)

    def _show_page(self) -> None:
        if not self.page:
            return
        count = self._reading.pages
        self.where.setText(f"Page {self.page} of {count}")
        self.back.setEnabled(self.page > 1)
        self.on.setEnabled(self.page < count)
        scale = self._scale()
        self.sheet.show_page(self._page_size(self.page), scale, lines_of(self._reading, self.page))
        self._show_marks_on_sheet()
        self.sheet.setAccessibleName(f"Page {self.page} of the report")
        self._show_picture()
        near = [each for each in (self.page, self.page + 1, self.page - 1) if 1 <= each <= count]
        self.pages.ask(near, self._drawn_scale())

    def _show_picture(self) -> None:
        image = self.pages.picture(self.page, self._drawn_scale())
        self.sheet.show_picture(image, "" if image else "Drawing the page…")

    def _page_size(self, page: int) -> tuple[float, float]:
        sizes = self._reading.page_sizes
        return sizes[page - 1] if page <= len(sizes) else (595.0, 842.0)

    def _scale(self) -> float:
        """Logical pixels a point: as chosen, or as the width allows."""
        if self._percent:
            return self._percent / 100 * _PIXELS_PER_POINT
        room = max(120, self._scroll.viewport().width() - 34)
        return max(0.3, min(room / self._page_size(self.page)[0], 2.0))

    def _drawn_scale(self) -> float:
        return round(self._scale() * self.devicePixelRatioF(), 2)

    def _zoom(self, by: int) -> None:
        now = self._percent or round(self._scale() / _PIXELS_PER_POINT * 100)
        steps = [each for each in range(_LOWEST, _HIGHEST + 1, _STEP) if (each > now if by > 0 else each < now)]
        if steps:
            self._percent = steps[0] if by > 0 else steps[-1]
            self._refit()

    def _refit(self) -> None:
        if self.page:
            self._show_page()
            self._tell_zoom()

    def _tell_zoom(self) -> None:
        self.percent.setText(f"{round(self._scale() / _PIXELS_PER_POINT * 100)}%")

    def _show_marks_on_sheet(self) -> None:
        self.sheet.show_marks(self._marks, self._current, self.chosen)

    def _show_as_text(self, as_text: bool) -> None:
        self._stack.setCurrentIndex(1 if as_text else 0)

    # --- What the user does -------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        self.page = max(1, min(self.page + by, self._reading.pages))
        self._scroll.verticalScrollBar().setValue(0)
        self._show_page()
        first = next((each.number for each in self._reading.lines if each.page == self.page), 0)
        self.lines.show_line(first)

    def choose(self, first: int, last: int) -> None:
        """Choose these lines, or none with (0, 0)."""
        if (first, last) == self.chosen:
            return
        self.chosen = (first, last)
        self.lines.choose(first, last)
        self._show_marks_on_sheet()
        self._show_chosen()

    def _chosen_in_list(self, first: int, last: int) -> None:
        if self.lines.hasFocus():
            self.chosen = (first, last)
            self._show_marks_on_sheet()
            self._show_chosen()

    def _show_chosen(self) -> None:
        first, last = self.chosen
        lines = [each for each in self.lines.lines.lines if first <= each.number <= last]
        words = sum(len(each.text.split()) for each in lines)
        self._chosen_words.setText(f"{words:,} words chosen" if first else _HOW_ON_PAGES if self.page else _HOW_IN_TEXT)
        self._acts.setVisible(bool(first) and self._may_add)
        self.to_evidence.setEnabled(bool(first and self._current))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page to another width, soon."""
        if event.type() is QEvent.Type.Resize and not self._percent:
            self._fit_soon.start()
        return False

    # --- Looks --------------------------------------------------------------------------------

    def _make_bar(self) -> None:
        self.back = icon_button("page-back", "Page before")
        self.on = icon_button("page-on", "Page after")
        self.where = label("", wrap=False)
        self.smaller, self.larger = icon_button("minus", "Smaller page"), icon_button("plus", "Larger page")
        self.percent = label("", "quiet", wrap=False)
        self.as_text = button("As text", name="Show the report as text")
        self.as_text.setCheckable(True)

    def _make_foot(self) -> None:
        self._chosen_words = label("", "quiet")
        self.kind = Choice(_KINDS)
        self.kind.setAccessibleName("Kind of the new finding")
        self.kind.setMinimumContentsLength(18)
        self.kind.choose(FindingKind.AREA_FOR_IMPROVEMENT)
        self.add = button("New finding from the chosen words")
        self.to_evidence = button("Add to the finding’s evidence")

    def _lay_out(self) -> None:
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.setSpacing(0)
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.where)
        row.addWidget(self.on)
        row.addStretch(1)
        for tool in (self.as_text, self.smaller, self.percent, self.larger):
            row.addWidget(tool)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.sheet)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setObjectName("paperGround")
        self._scroll.setAccessibleName("Page of the report")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.viewport().installEventFilter(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.lines)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(_LEAST_HEIGHT)
        self._acts = QWidget()
        flow = FlowRow(self._acts, QMargins(0, 6, 0, 0), 8)
        for each in (self.kind, self.add, self.to_evidence):
            flow.addWidget(each)
        self.foot = QWidget()
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(0)
        column.addWidget(self._chosen_words)
        column.addWidget(self._acts)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self._stack)
        # A layout that asks for its height leaves out the least height of what takes any: this keeps room for the page.
        pages.addSpacerItem(QSpacerItem(0, _LEAST_HEIGHT, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding))
        self.body.addWidget(self._strip)
        self.body.addWidget(rule())
        self.body.addLayout(pages, 1)
        self.body.addWidget(rule())
        self.body.addWidget(self.foot)
        self.foot.setVisible(self._may_add)
        self.setMinimumWidth(220)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        self.larger.clicked.connect(lambda: self._zoom(1))
        self.as_text.toggled.connect(self._show_as_text)
        self.pages.arrived.connect(self._arrived)
        self.pages.failed.connect(self._not_drawn)
        self.sheet.place_clicked.connect(self.place_clicked)
        self.sheet.lines_dragged.connect(self.choose)
        self.lines.place_clicked.connect(self.place_clicked)
        self.lines.lines_chosen.connect(self._chosen_in_list)
        self.add.clicked.connect(lambda: self.add_asked.emit(self.kind.value(), *self.chosen))
        self.to_evidence.clicked.connect(lambda: self.evidence_asked.emit(*self.chosen))
        theme.theme().changed.connect(self._refit)

    def _arrived(self, page: int) -> None:
        if page == self.page:
            self._show_picture()
            self._tell_zoom()

    def _not_drawn(self, page: int) -> None:
        if page == self.page:
            self.sheet.show_picture(None, "This page cannot be drawn. Its words are under “As text”.")
