"""What goes into the record, beside the report: fields, what to look at, findings as a list or a full table (report in)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QMargins, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .. import theme
from ..editors.flow import FlowRow
from ..models.triage_model import TriageModel
from .add_panel import AddPanel
from .basics import Card, button, label, rule
from .column_panel import ColumnPanel
from .finding_triage_form import FindingTriageForm
from .found_fields import FoundFields
from .report_asides import ConcernLines, NoticeLines, RestatedLines
from .scroll_area import ScrollArea
from .split_panel import SplitPanel
from .triage_list import TriageList
from .triage_table import TriageTable

_TOOLS = (
    ("correct", "Correct…", "Correct the selected findings", False),
    ("split", "Split…", "Split the finding in two", False),
    ("join", "Join", "Join the selected findings", False),
    ("take", "Take or leave out", "Take the selected findings or leave them out", True),
    ("applies", "Applies", "The selected findings apply", True),
    ("not", "Does not apply", "The selected findings do not apply", True),
    ("add", "Add a missed one…", "Add a missed finding", False),
)
_PANEL_SHARE = 0.56


class FoundCard(Card):
    """A card with all that was found.

    Signals:
        chosen: (row id) another finding is the current one, "" for none.
        tool_asked: (str) something is to be done with the selected findings.
        full_changed: (bool) the full table is shown, or the list.
    """

    chosen = Signal(str)
    tool_asked = Signal(str)
    full_changed = Signal(bool)

    def __init__(self, model: TriageModel, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("In the record", parent)
        self.is_full = False
        self._model = model
        self.fields = FoundFields(today)
        self.notices, self.concerns, self.restated = NoticeLines(), ConcernLines(), RestatedLines()
        self.list, self.table = TriageList(model), TriageTable(model)
        self.form, self.split, self.add = FindingTriageForm(today), SplitPanel(), AddPanel()
        self.columns = ColumnPanel()
        self.count = label("", "card-title")
        self.full = button("As a full table")
        self.tools: dict[str, QWidget] = {}
        self._panel: QWidget | None = None
        self._lay_out()
        self._connect()

    # --- The selection ------------------------------------------------------------------------

    @property
    def _view(self) -> TriageList | TriageTable:
        return self.table if self.is_full else self.list

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected findings, in their order; the current one where none is selected."""
        rows = sorted({each.row() for each in self._view.selectedIndexes()})
        current = self._view.currentIndex().row()
        return [self._model.rows[at].id for at in rows or ([current] if current >= 0 else []) if at < len(self._model.rows)]

    def current_id(self) -> str:
        """Return the id of the current finding, "" for none."""
        at = self._view.currentIndex().row()
        return self._model.rows[at].id if 0 <= at < len(self._model.rows) else ""

    def select(self, ids: Iterable[str], current: str = "") -> None:
        """Select these findings; the current one is the one named, else the first of them."""
        wanted = [at for at in (self._model.position(each) for each in ids) if at >= 0]
        view, flag = self._view, QItemSelectionModel.SelectionFlag
        selection = view.selectionModel()
        at = self._model.position(current) if current else (wanted[0] if wanted else -1)
        if at < 0:
            selection.clear()
            return
        rows = flag.Rows if self.is_full else flag.NoUpdate
        selection.setCurrentIndex(self._model.index(at, 0), flag.ClearAndSelect | rows)
        for each in wanted:
            selection.select(self._model.index(each, 0), flag.Select | rows)

    # --- Table or list ------------------------------------------------------------------------

    def set_full(self, full: bool) -> None:
        """Show the full table, or the list under the fields."""
        if full == self.is_full:
            return
        ids, current = self.selected_ids(), self.current_id()
        self.is_full = full
        self._overview.setVisible(not full)
        self.table.setVisible(full)
        strip = self.title.parentWidget()
        if strip is not None:
            strip.setVisible(not full)  # the count is title enough, and a low window has the buttons in view
        (self._table_strip if full else self._list_strip).insertWidget(0, self.count, 1)
        (self._table_strip if full else self._list_strip).addWidget(self.full)
        self._table_head.setVisible(full)
        self.full.setText("Beside the report" if full else "As a full table")
        self.full.setAccessibleName(self.full.text())
        for key, _words, _name, only_full in _TOOLS:
            self.tools[key].setVisible(full or not only_full)
        self.select(ids, current)
        self.full_changed.emit(full)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def findings_view(self) -> QWidget:
        """Return the list or the table, whichever is shown."""
        return self._view

    def refit(self) -> None:
        """Be as high as the findings need."""
        self.list.fit()

    def scroll_to_top(self) -> None:
        """Begin with the fields."""
        self._overview.verticalScrollBar().setValue(0)

    # --- Panels -------------------------------------------------------------------------------

    @property
    def panel(self) -> QWidget | None:
        """What is asked below the findings, None for nothing."""
        return self._panel

    def show_panel(self, panel: QWidget | None, *, keyboard: bool = True) -> None:
        """Ask something below the findings, or no more; the keyboard goes there unless it is to stay with the findings."""
        had_focus = self._panel_box.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._panel = panel
        for each in self._panels:
            each.setVisible(each is panel)
        self._panel_box.setVisible(panel is not None)
        self._fit_panel()
        if panel is not None and not keyboard:
            return
        if panel is not None and hasattr(panel, "first_focus"):
            panel.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self._panel_box.verticalScrollBar().setValue(0)
        elif had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_panel(self) -> None:
        """A panel takes what it needs, up to a share of the card."""
        if self._panel is None:
            return
        width = self._panel_box.viewport().width()
        inner = self._panel_inner
        needed = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        self._panel_box.setFixedHeight(max(theme.theme().pixels(90), min(needed + 4, round(self.height() * _PANEL_SHARE))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panel to another height."""
        super().resizeEvent(event)
        self.fields.fit(self._overview.viewport().width())
        self._fit_panel()

    def _show_row(self) -> None:
        """Scroll to the current finding."""
        box = self.list.visualRect(self.list.currentIndex())
        if box.isValid() and not self.is_full:
            inner = self._overview.widget()
            assert inner is not None
            top = self.list.viewport().mapTo(inner, box.topLeft())
            self._overview.ensureVisible(0, top.y() + box.height(), 0, 8)
            self._overview.ensureVisible(0, top.y(), 0, 8)

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.setSpacing(0)
        self._table_head = QWidget()
        self._table_strip = _strip(self._table_head)
        self._table_head.hide()
        self.table.hide()
        self._overview = _scroller(self._fill_overview())
        self._overview.setAccessibleName("What was found")
        self._overview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._overview.setMinimumHeight(90)
        self._panel_inner = QWidget()
        self._panels = (self.form, self.split, self.add, self.columns)
        column = QVBoxLayout(self._panel_inner)
        column.setContentsMargins(16, 10, 16, 12)
        for each in self._panels:
            column.addWidget(each)
        self._panel_box = _scroller(self._panel_inner)
        self._panel_box.setProperty("panel", "true")
        tools = QWidget()
        flow = FlowRow(tools, QMargins(12, 8, 12, 8), 8)
        for key, words, name, only_full in _TOOLS:
            made = button(words, name=name)
            made.clicked.connect(lambda _checked=False, key=key: self.tool_asked.emit(key))
            self.tools[key] = made
            flow.addWidget(made)
            if only_full:
                made.hide()
        for part in (self._overview, self._table_head, self.table, self._panel_box, rule(), tools):
            self.body.addWidget(part, 1 if part in (self._overview, self.table) else 0)
        self.show_panel(None)

    def _fill_overview(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        self._list_strip = _strip(head)
        self._list_strip.addWidget(self.count, 1)
        self._list_strip.addWidget(self.full)
        for each in (self.fields, self.notices, self.concerns, rule(), head, rule(), self.list, self.restated):
            column.addWidget(each)
        column.addStretch(1)
        return inner

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen_in_list)
        self.table.chosen.connect(self._chosen_in_table)
        self.list.moved.connect(self._show_row)
        self.list.key_asked.connect(self.tool_asked)
        self.table.key_asked.connect(self.tool_asked)
        self.full.clicked.connect(lambda: self.set_full(not self.is_full))
        theme.theme().changed.connect(self._fit_panel)

    def _chosen_in_list(self, row_id: str) -> None:
        if not self.is_full:
            self.chosen.emit(row_id)

    def _chosen_in_table(self, row_id: str) -> None:
        if self.is_full:
            self.chosen.emit(row_id)


def _strip(holder: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(10)
    return row


def _scroller(inner: QWidget) -> ScrollArea:
    inner.setObjectName("scrolled")
    return ScrollArea(inner)
