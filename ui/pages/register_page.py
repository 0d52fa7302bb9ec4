"""The register of findings: those of every record in one table, with their dates (register of findings)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLayout, QMenu, QSizePolicy, QWidget

from response_app.authoring import register
from response_app.domain.changes import Changes
from response_app.domain.register import Entry
from response_app.errors import AppError, StoreDamaged

from ..messages import announce
from ..models.register_model import SORTS, Column, RegisterModel
from ..models.register_order import Sort, order_in_words
from ..sheet_export import FORMATS, SheetExport
from ..state import State
from ..widgets.basics import Card, Page, button, label, rule
from ..widgets.menu_under import open_under
from ..widgets.register_bar import RegisterBar
from ..widgets.register_table import RegisterTable

AT_ONCE = 40
"""Records that are read at a time, so that nobody who types or clicks waits for the others."""
_WAIT_MS = 150
"""How long the choices have to rest before the number of findings is announced."""


class RegisterPage(Page):
    """The findings of all records.

    Signals:
        open_requested: (record id, finding id) the finding to show in its record.
        home_requested: the user wants to go where records begin.
    """

    open_requested = Signal(str, str)
    home_requested = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.model = RegisterModel(self)
        self.table = RegisterTable(self.model)
        self.exporter = SheetExport(self, "Export the register of findings", "finding", "findings")
        self.export_button = button("Export…", name="Export the findings that are shown")
        self.bar = RegisterBar(self.export_button)
        self._waiting: list[str] = []
        self._stale: set[str] = set()
        self._known = False
        self._more = QTimer(self, singleShot=True, interval=0)
        self._say_soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        _, self.lead = self.add_title("Register of findings", " ")
        self._make_empty()
        self._make_list()
        self.content.addStretch(0)
        self._connect()

    # --- What stands on the page --------------------------------------------------------------

    def _make_empty(self) -> None:
        self.empty = Card()
        self.empty.body.setContentsMargins(32, 28, 32, 28)
        self.empty.body.setSpacing(10)
        self.empty.body.addWidget(label("There are no findings yet", "h2"))
        words = (
            "The register lists the findings of every record, with their target dates and the state of their answers. "
            "Findings come from the inspectors’ report: bring one in on Home, or add them on the page “Findings” of a record."
        )
        self.empty.body.addWidget(label(words))
        self.home_button = button("Go to Home")
        self.empty.body.addWidget(self.home_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.content.addWidget(self.empty)

    def _make_list(self) -> None:
        self.list = Card()
        self.nothing = label("No findings match. Choose other dates, kinds or states, or fewer words.")
        self.nothing.setContentsMargins(16, 16, 16, 20)
        for each in (self.bar, self.nothing):
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        body = self.list.body
        body.setContentsMargins(1, 0, 1, 1)
        body.setSpacing(0)
        body.addWidget(self.bar)
        body.addWidget(rule())
        body.addWidget(self.table, 1)
        body.addWidget(self.nothing)
        # The card ends with its last row; a table that is longer than the page scrolls in itself.
        layout = self.list.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        self.content.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.export_menu = QMenu(self)
        for ending, (words, _) in FORMATS.items():
            self.export_menu.addAction(words).triggered.connect(lambda _checked=False, ending=ending: self.export_list(ending))
        self.export_button.clicked.connect(lambda: open_under(self.export_menu, self.export_button))
        self.exporter.told.connect(self.state.told)
        self.exporter.failed.connect(self.state.failed)
        self.home_button.clicked.connect(self.home_requested)
        self.bar.filtered.connect(self._filter)
        self.bar.sorted.connect(self._sort)
        self.table.sort_asked.connect(self._sort_by_head)
        self.table.opened.connect(self._open)
        self.table.moved.connect(self._show_row)
        self._more.timeout.connect(self._read_more)
        self._say_soon.timeout.connect(lambda: announce(self.table, self.bar.count.text()))
        self.state.changed.connect(self._follow)
        for keys, act in ((QKeySequence(QKeySequence.StandardKey.Find), self._go_to_search), (QKeySequence("Esc"), self._clear)):
            QShortcut(keys, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.show_sort()

    def _show_row(self, box: QRect) -> None:
        """Where the page is lower than the table, scroll to the current row."""
        inner = self.widget()
        assert inner is not None
        centre = self.table.mapTo(inner, box.center())
        self.ensureVisible(centre.x(), centre.y(), 0, box.height() // 2)

    # --- What is read -------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the findings as they are now: at once those of the records changed last, the others as they are read."""
        if not self._known:
            try:
                self._waiting = list(self.state.workspace.ask(register.list_record_ids))
            except AppError as error:
                self.state.failed.emit(error)
                return
            self._known = True
        elif not self._stale and self.model.today == self.state.today():
            self._go_on()
            return
        stale, self._stale = self._stale, set()
        self._waiting = [*stale, *(each for each in self._waiting if each not in stale)]
        self._read()
        self._show()
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting:
            self._more.start()

    def _read(self) -> None:
        """Read the next records that wait; one that is damaged is told of and left out."""
        ids, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        try:
            self.model.put(ids, self.state.workspace.ask(register.entries_of, ids))
        except StoreDamaged as error:
            self._waiting = [each for each in ids if each != error.record_id] + self._waiting
            self.state.failed.emit(error)
        except AppError as error:
            self.state.failed.emit(error)

    def _read_more(self) -> None:
        """Read on between what the user does; the table is shown anew when all are there."""
        self._read()
        if self._waiting:
            self.bar.show_count(f"{self.model.count_in_words()} read so far")
            self._more.start()
        else:
            self._show()

    def _follow(self, changes: Changes, initiator: QObject | None) -> None:
        del initiator
        if changes.record_id and not changes.empty:
            self._stale.add(changes.record_id)
        if self.isVisible():
            self.enter()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the findings as they are when the page comes forward."""
        super().showEvent(event)
        self.enter()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more while another page is in front."""
        super().hideEvent(event)
        self._more.stop()
        self._say_soon.stop()

    def event(self, event: QEvent) -> bool:
        """A window that was left open overnight shows the new day when one comes back to it."""
        if event.type() is QEvent.Type.WindowActivate and self.isVisible():
            self.enter()
        return super().event(event)

    # --- What is shown ------------------------------------------------------------------------

    def _show(self) -> None:
        """Show what is known, and stay at the finding whose row is current."""
        at, row = self.table.current(), self.table.currentIndex().row()
        self.model.show(self.state.today())
        total = self.model.total
        self.lead.setText(self.model.summary() if total else "No findings yet")
        self.bar.offer_names(self.model.names())
        self.empty.setVisible(not total and not self._waiting)
        self.list.setVisible(bool(total))
        self._show_count()
        if at is not None:
            found = self.model.row_of(at.record_id, at.finding_id)
            self.table.select(found if found >= 0 else row)

    def _show_count(self) -> None:
        words = self.model.count_in_words()
        self.bar.show_count(f"{words} read so far" if self._waiting else words)
        shown = self.model.rowCount() > 0
        if not shown and self.table.hasFocus():
            self.bar.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setVisible(shown)
        self.nothing.setVisible(not shown)
        self.export_button.setEnabled(shown)

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page comes forward."""
        if not self.model.total:
            return self.home_button
        return self.table if self.model.rowCount() else self.bar.search

    # --- What one does ------------------------------------------------------------------------

    def _go_to_search(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _clear(self) -> None:
        """Show everything again, where something is left out."""
        if self.bar.show_all.isVisible() or self.bar.search.text():
            self.bar.clear()

    def _filter(self) -> None:
        self.model.filter = self.bar.filter()
        self._show()
        self._say_soon.start()

    def _sort(self, sort: Sort, backwards: bool) -> None:
        self.model.sort_by(sort, backwards=backwards)
        self.bar.show_sort(sort, backwards=backwards)
        self.table.show_sort()
        self._show()
        announce(self.table, f"Sorted by {sort.value.lower()}{', last first' if backwards else ''}")

    def _sort_by_head(self, column: Column) -> None:
        """A second click on the same head turns the order round."""
        sort = SORTS[column]
        self._sort(sort, sort is self.model.sorted_by and not self.model.backwards)

    def _open(self, entry: Entry) -> None:
        self.open_requested.emit(entry.record_id, entry.finding_id)

    @property
    def has_a_list(self) -> bool:
        """Whether there is a finding to write."""
        return self.export_button.isEnabled()

    def export_list(self, ending: str) -> None:
        """Ask where to write what is shown now, in its order, as "csv", "xlsx" or "pdf"."""
        shown, today, order = self.model.shown, self.state.today(), order_in_words(self.model.sorted_by, backwards=self.model.backwards)
        try:
            extract = self.state.workspace.ask(register.extract_of, shown, today, self.model.filter.in_words, order)
        except AppError as error:
            self.state.failed.emit(error)
            return

        def write(path: Path) -> int:
            register.write_register(path, extract)
            return len(extract.entries)

        self.exporter.ask_where(f"register-of-findings-{today.isoformat()}.{ending}", write)
