"""Files that were read together: a table of what each holds; published records that are ticked come in, a report is opened (report in)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from response_app.authoring import report_in
from response_app.domain.dates import in_words
from response_app.domain.richtext import plain
from response_app.errors import AppError
from response_app.intake.proposal import EarlierParts, Proposal, Warned

from .. import theme
from ..messages import Banner, announce
from ..reports_in import ReadFile
from ..state import State
from ..widgets.basics import Card, Page, button, label
from ..widgets.wrapped_list import RoomyLines

_HEADS = ("Bring in", "File", "Title", "Published", "Findings", "Sections", "To look at")
_WIDTHS = (70, 180, 216, 106, 76, 140, 256)
_TITLE, _REMARK = 2, 6
_SECTIONS = (
    ("initial_response", "initial response"),
    ("chief_officer_response", "chief officer’s response"),
    ("overall_comments", "overall comments"),
)
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractTableModel):
    """A row for each file; those that hold a published record can be ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[ReadFile] = []
        self.ticked: list[bool] = []
        self.results: list[str] = []

    def show(self, files: Sequence[ReadFile]) -> None:
        """Show these files; what can come in is ticked."""
        self.beginResetModel()
        self.files = list(files)
        self.ticked = [can_come_in(each) for each in files]
        self.results = [""] * len(files)
        self.endResetModel()

    def settle(self, at: int, result: str) -> None:
        """Say what has become of a file."""
        self.results[at], self.ticked[at] = result, False
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(_HEADS) - 1))

    def can_tick(self, at: int) -> bool:
        """Tell whether a file can still come in."""
        return can_come_in(self.files[at]) and not self.results[at]

    def is_report(self, at: int) -> bool:
        """Tell whether a file can be opened as a report that was not brought in before."""
        file = self.files[at]
        return file.report is not None and not can_come_in(file) and not self.results[at]

    def toggle(self, at: int) -> None:
        """Tick a file, or take its tick away."""
        if self.can_tick(at):
            self.ticked[at] = not self.ticked[at]
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _HEADS[section] if shown else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        tickable = index.column() == 0 and self.can_tick(index.row())
        return usual | Qt.ItemFlag.ItemIsUserCheckable if tickable else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        at, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0 and self.can_tick(at):
            return Qt.CheckState.Checked if self.ticked[at] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return f"{'ticked' if self.ticked[at] else 'not ticked'}, {', '.join(each for each in self._words(at) if each)}"
        return self._words(at)[column] if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def _words(self, at: int) -> tuple[str, ...]:
        file = self.files[at]
        if file.report is None:
            return ("", file.name, "", "", "", "", file.problem)
        proposal = file.report.proposal
        earlier = proposal.earlier
        title = proposal.title.value if proposal.title else "No title found"
        day = in_words(proposal.published_on.value) if proposal.published_on else "No date found"
        remark = self.results[at] or _remark(proposal)
        sections = _sections(earlier) if earlier else ""
        return ("", file.name, title, day, str(len(proposal.findings)), sections, remark)


def can_come_in(file: ReadFile) -> bool:
    """Tell whether a file holds a published record."""
    return file.report is not None and file.report.proposal.earlier is not None


def _sections(earlier: EarlierParts) -> str:
    there = [words for name, words in _SECTIONS if plain(getattr(earlier.sections, name)).strip()]
    return ", ".join(there) or "None found"


def _remark(proposal: Proposal) -> str:
    if proposal.earlier is None:
        if not proposal.findings:
            return "No published record was found in it."
        return "This is an inspection report, not a published record. Open it as a report."
    cleaned = [each.message for each in proposal.notices if each.code is Warned.MARKUP_CLEANED]
    others = len(proposal.notices) - len(cleaned)
    return " ".join([*cleaned, f"{others} more to look at in the record." if others else ""]).strip()


class _Table(QTableView):
    """The table; Space ticks the selected files, Enter opens a report.

    Signals:
        toggle_asked: tick the selected files, or take their ticks away.
        moved: another file is the current one.
        entered: Enter was pressed on the current file.
    """

    toggle_asked = Signal()
    moved = Signal()
    entered = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the remarks what room there is."""
        super().resizeEvent(event)
        self.fit_remarks()

    def fit_remarks(self) -> None:
        """Let what is to be looked at take the width that the other columns leave."""
        others = sum(self.columnWidth(column) for column in range(len(_HEADS)) if column != _REMARK)
        self.setColumnWidth(_REMARK, max(theme.theme().pixels(_WIDTHS[_REMARK]), self.viewport().width() - others))
        self.resizeRowsToContents()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that one has moved."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, open with Enter; else as every table."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class PublishedPage(Page):
    """What was found in each file; published records come in together, a report on its own page.

    Signals:
        closed: the user goes back.
        report_requested: (ReadFile) open this file as a report.
    """

    closed = Signal()
    report_requested = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.model = _Model(self)
        self.banner = Banner()
        self.table = self._make_table()
        self._lay_out()

    def show_files(self, files: Sequence[ReadFile]) -> None:
        """Show what was read."""
        self.model.show(files)
        count = sum(self.model.ticked)
        records = "1 published record" if count == 1 else f"{count} published records"
        number = "1 file" if len(files) == 1 else f"{len(files)} files"
        self.lead.setText(f"{number} read · {records} found · nothing is saved until you bring them in")
        reports = any(map(self.model.is_report, range(len(files))))
        self.title.setText("Files that were read" if reports else "Bring in published records")
        self.as_report.setVisible(reports)
        self.banner.hide()
        self._name_cancel("Cancel")
        self.table.resizeRowsToContents()
        if files:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._offer()

    def first_focus(self) -> QWidget | None:
        """The table."""
        return self.table

    def settle(self, file: ReadFile, result: str) -> None:
        """Say what has become of a report that was opened."""
        self.model.settle(self.model.files.index(file), result)
        self._name_cancel("Close")
        self.table.resizeRowsToContents()
        self._offer()

    @property
    def waits(self) -> bool:
        """Whether there is a file with which nothing has been done yet."""
        return any(self.model.ticked) or any(map(self.model.is_report, range(len(self.model.files))))

    def bring_in(self) -> None:
        """Take every ticked record in, each as a step of its own; one that is refused says why and stops none of the others."""
        done = 0
        for at, file in enumerate(self.model.files):
            if not self.model.ticked[at] or file.report is None:
                continue
            result = self._bring_in(file)
            self.model.settle(at, result or "Brought in")
            done += not result
        self._name_cancel("Close")
        self.table.resizeRowsToContents()
        words = f"{'1 record was' if done == 1 else f'{done} records were'} brought in."
        self.banner.tell(words, "info")
        announce(self, words)
        self._offer()

    def _bring_in(self, file: ReadFile) -> str:
        """Take one in, and return why it was refused, "" when it was not."""
        assert file.report is not None
        problems: list[AppError] = []
        self.state.failed.connect(problems.append)
        self.state.do(report_in.bring_in_published, file.report.proposal, report_in.SourceFile(file.name, file.data), initiator=self)
        self.state.failed.disconnect(problems.append)
        return str(problems[0]) if problems else ""

    def _toggle(self) -> None:
        for at in sorted({each.row() for each in self.table.selectedIndexes()}):
            self.model.toggle(at)

    def _open(self) -> None:
        at = self.table.currentIndex().row()
        if at >= 0 and self.model.is_report(at):
            self.report_requested.emit(self.model.files[at])

    def _name_cancel(self, words: str) -> None:
        self.cancel.setText(words)
        self.cancel.setAccessibleName(words)

    def _offer(self) -> None:
        count = sum(self.model.ticked)
        self.go.setEnabled(bool(count))
        self.go.setText("Bring this in" if count == 1 else "Bring these in")
        self.go.setAccessibleName(self.go.text())
        at = self.table.currentIndex().row()
        self.as_report.setEnabled(at >= 0 and self.model.is_report(at))

    # --- Looks --------------------------------------------------------------------------------

    def _make_table(self) -> _Table:
        table = _Table()
        table.setModel(self.model)
        table.setProperty("roomy", "true")
        table.setViewportMargins(3, 0, 3, 3)
        table.setAccessibleName("Published records that were read")
        table.setAccessibleDescription("Space ticks or unticks a file, Enter opens a report.")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setItemDelegate(RoomyLines(table))
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = table.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.moveSection(_REMARK, _TITLE)  # what to look at is read without scrolling sideways
        table.toggle_asked.connect(self._toggle)
        table.moved.connect(self._offer)
        table.entered.connect(self._open)
        table.doubleClicked.connect(self._open)
        self.model.dataChanged.connect(self._offer)
        return table

    def _lay_out(self) -> None:
        self.title, self.lead = label("", "h1"), label("", "lead")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.lead)
        self.cancel, self.as_report, self.go = button("Cancel"), button("Open as a report"), button("Bring these in", "primary")
        self.as_report.clicked.connect(self._open)
        self.cancel.clicked.connect(self.closed)
        self.go.clicked.connect(self.bring_in)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        for each in (self.cancel, self.as_report, self.go):
            head.addWidget(each)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table)
        self.content.addLayout(head)
        self.content.addWidget(self.banner)
        self.content.addWidget(card, 1)
        self.table.setMinimumHeight(160)
        self._fit()
        theme.theme().changed.connect(self._fit)

    def _fit(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, theme.theme().pixels(width))
        self.table.fit_remarks()
