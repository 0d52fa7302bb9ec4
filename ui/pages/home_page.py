"""Home: every record with its one clock and its next step, found as one types (where the story starts)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from response_app.authoring.records import FEWEST_LETTERS, FoundLines
from response_app.authoring.workspace import RecordRow
from response_app.domain.changes import Changes
from response_app.domain.dates import with_weekday
from response_app.domain.record import Record
from response_app.domain.titles import body_in_a_sentence
from response_app.errors import AppError

from .. import theme
from ..messages import announce
from ..models.record_counts import NO_ANSWERS
from ..models.record_order import Filter, Order
from ..models.records_model import RecordsModel
from ..records_export import RecordsExport
from ..state import State
from ..widgets.answered_chart import AnsweredChart
from ..widgets.basics import Card, Page, label, rule
from ..widgets.home_head import HomeHead
from ..widgets.records_table import RecordsTable
from ..widgets.search_strip import SearchStrip

_WAIT_MS = 150
"""How long typing has to pause before the texts of all records are searched."""

_FIRST = 50
"""So many records, the most urgent, are shown before the others are listed, where there are more: a screen holds no more."""

_NO_WORDS = "No record holds these words. Try fewer words, or only the beginning of one."
_NO_SUCH = "No records match. Choose others above."


class HomePage(Page):
    """The list of records.

    Signals:
        open_requested: (str) id of the record to open.
        place_requested: (str, str) id of the record to open, and the place in it to go to.
        report_requested: the user wants a record made from a report.
        bring_in_requested: the user wants to take in a record file.
        told_with_undo: (str) what was done, to be shown with an offer to take it back.
    """

    open_requested = Signal(str)
    place_requested = Signal(str, str)
    report_requested = Signal()
    bring_in_requested = Signal()
    told_with_undo = Signal(str)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.model = RecordsModel(self)
        self.head = HomeHead()
        self.strip = SearchStrip()
        self.table = RecordsTable(self.model)
        self.chart = AnsweredChart()
        self.export = RecordsExport(self)
        self._stale = True
        self._day = date.min
        self._signs_off = ""
        self._found = FoundLines()
        self._search_soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._show_the_rest = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._set_keys()
        self.strip.offer_order(self.table.is_narrow)

    # --- What stands on the page --------------------------------------------------------------

    def _lay_out(self) -> None:
        self.list = Card()
        self.nothing = label("")
        self.nothing.setContentsMargins(16, 16, 16, 20)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        body = self.list.body
        body.setContentsMargins(1, 0, 1, 1)
        body.setSpacing(0)
        body.addWidget(self.strip)
        body.addWidget(rule())
        body.addWidget(self.table, 1)
        body.addWidget(self.nothing)
        # The card ends with its last row; a list that is longer than the page scrolls in itself.
        layout = self.list.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        self.content.addWidget(self.head)
        self.content.addWidget(self.head.empty)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.chart)
        self.content.addStretch(0)

    def _connect(self) -> None:
        self.head.report.clicked.connect(lambda: self.report_requested.emit())
        self.head.bring_in.clicked.connect(lambda: self.bring_in_requested.emit())
        self.head.blank.clicked.connect(self.new_record)
        self.strip.typed.connect(self._typed)
        self.strip.filtered.connect(self._show_only)
        self.strip.sorted.connect(self._sort)
        self.strip.left.connect(self._go_to_list)
        self.strip.export_asked.connect(self.export_list)
        self.table.opened.connect(self.open_requested)
        self.table.place_opened.connect(self.place_requested)
        self.table.delete_asked.connect(self.delete_record)
        self.table.moved.connect(self._show_row)
        self.table.left.connect(self._go_to_search)
        self.table.narrowed.connect(self.strip.offer_order)
        self.table.heads.sorted.connect(self._sort)
        self.export.told.connect(self.state.told)
        self.export.failed.connect(self.state.failed)
        self._search_soon.timeout.connect(self._search_texts)
        self._show_the_rest.timeout.connect(self._enter_again)
        self.state.changed.connect(self._follow)
        theme.theme().changed.connect(self._fit)

    def _set_keys(self) -> None:
        for keys, act in ((QKeySequence(QKeySequence.StandardKey.Find), self._go_to_search), (QKeySequence("Esc"), self._clear)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _order_tab(self) -> None:
        """Through the page as one reads it, wherever the buttons stand."""
        stops = [*self.head.buttons, *self.strip.stops, *self.table.heads.buttons.values(), self.table]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_row(self, box: QRect) -> None:
        """Where the page is lower than the list, scroll to the current row."""
        inner = self.widget()
        assert inner is not None
        centre = self.table.mapTo(inner, box.center())
        self.ensureVisible(centre.x(), centre.y(), 0, box.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make use of the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.head.fit(self.width())
        self.strip.fit(self.width())

    # --- What is shown ------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the records as they are now; the window calls this when the page comes forward."""
        if not self._stale and self._day == self.state.today():
            return
        from response_app.authoring import office, records

        try:
            first = () if self.model.total else self.state.workspace.ask(records.most_urgent, _FIRST)
            rows = first or self.state.workspace.ask(records.list_records)
            self._signs_off = body_in_a_sentence(Record(office=self.state.workspace.ask(office.office_titles)))
        except AppError as error:
            self.state.failed.emit(error)
            return
        self._stale, self._day = False, self.state.today()
        self._show(rows, whole=not first)
        if first:
            self._show_the_rest.start()

    def _show(self, rows: tuple[RecordRow, ...], *, whole: bool) -> None:
        """Show these records; where they are not all, nothing is counted yet."""
        chosen, at, here = self.table.current_id(), self.table.currentIndex().row(), self.table.hasFocus()
        self.model.set_rows(rows, self._day, self._signs_off)
        self.strip.offer_kinds({row.kind for row in rows})
        self.head.lead.setText(self.model.summary() if whole else with_weekday(self._day))
        self.head.show_empty(not rows)
        self.list.setVisible(bool(rows))
        if here and not rows:
            self.head.report.setFocus()
        self.chart.show_answers(self.model.answers() if whole else NO_ANSWERS)
        self._order_tab()
        self._show_count()
        if self.strip.field.text():
            self._search_soon.start()
        if at >= 0:
            found = self.model.row_of(chosen)
            self.table.select(found if found >= 0 else at)

    def _enter_again(self) -> None:
        self._stale = True
        self.enter()

    def _list_all(self) -> None:
        """List what the first screenful has left out, before something is done with the list."""
        if self._show_the_rest.isActive():
            self._show_the_rest.stop()
            self._enter_again()

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page comes forward."""
        return self.table if self.model.total else self.head.report

    def showEvent(self, event: QShowEvent) -> None:
        """Show the records as they are when the page comes forward."""
        super().showEvent(event)
        self.enter()

    def event(self, event: QEvent) -> bool:
        """A window that was left open overnight shows the new day when one comes back to it."""
        if event.type() is QEvent.Type.WindowActivate and self.isVisible():
            self.enter()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Search no more when another page comes forward."""
        super().hideEvent(event)
        self._search_soon.stop()

    def _follow(self, changes: Changes, initiator: QObject | None) -> None:
        self._stale = self._stale or changes.list_changed
        if self.isVisible() and initiator is not self:
            self.enter()

    # --- Search, filter and order -------------------------------------------------------------

    @property
    def view(self) -> tuple[Filter, Order]:
        """Which records are chosen to be shown, whatever is sought among them, and in which order."""
        return self.strip.filter, self.model.order

    def use_view(self, wanted: Filter, order: Order) -> None:
        """Show these records in this order, as somebody left it."""
        self.strip.choose(wanted)
        if order != self.model.order:
            self._list_all()
            self.model.sort_by(order)
            self._show_count()

    def _go_to_search(self) -> None:
        self.strip.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.strip.field.selectAll()

    def _go_to_list(self) -> None:
        """Search at once what was typed last, and go to the first row."""
        if self._search_soon.isActive():
            self._search_soon.stop()
            self._search_texts()
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.select(0)

    def _typed(self, words: str) -> None:
        """Titles answer at once, the texts of all records when typing pauses."""
        if len(words.strip()) >= FEWEST_LETTERS:
            self._search_soon.start()
        else:
            self._found = FoundLines()
            self._search_soon.stop()
        # What was found for the letters before stays until the texts are searched again, so that the list does not flicker.
        self._seek()

    def _search_texts(self) -> None:
        from response_app.authoring import records

        try:
            self._found = self.state.workspace.ask(records.find_lines, self.strip.field.text())
        except AppError as error:
            self.state.failed.emit(error)
            return
        self._seek()
        announce(self.strip.field, self.strip.count.text())

    def _seek(self) -> None:
        self._list_all()
        self.model.seek(self.strip.field.text(), self._found.lines)
        self._show_count()

    def _show_only(self, wanted: Filter) -> None:
        self._list_all()
        self.model.show_only(wanted)
        self._show_count()
        announce(self.strip.stage, self.strip.count.text() or f"All {self.model.total:,} records")

    def _sort(self, order: Order) -> None:
        self._list_all()
        self.model.sort_by(order)
        self._show_count()
        self.table.select(0)
        announce(self.table, order.words)

    def _show_count(self) -> None:
        """Say how many are shown and in which order; words in place of rows where there are none."""
        shown, total, seeks = self.model.shown, self.model.total, bool(self.strip.field.text().strip())
        order = self.model.order if self.model.is_sorted else None
        self.table.heads.show_order(order)
        self.strip.show_order(self.model.order)
        words = f"{shown:,} of {total:,} record{'' if total == 1 else 's'}"
        if self._found.more and shown < total and seeks:
            words = f"{words}, perhaps more: add a word"
        self.strip.show_count("" if self.strip.shows_all else words)
        self.table.setVisible(shown > 0)
        self.nothing.setText(_NO_WORDS if seeks else _NO_SUCH)
        self.nothing.setVisible(total > 0 and shown == 0)
        self.chart.setVisible(not seeks and self.chart.says_something)

    def _clear(self) -> None:
        if not self.strip.shows_all:
            self.strip.clear()

    # --- What one does ------------------------------------------------------------------------

    @property
    def has_a_list(self) -> bool:
        """Whether there is a record to write."""
        return bool(self.model.rows)

    def export_list(self, ending: str) -> None:
        """Ask where to write the records that are shown, as "csv" or "xlsx"."""
        self._list_all()
        self.export.ask_where(ending, self.model.rows, self._day, self._signs_off)

    def new_record(self) -> None:
        """Make a blank record and open it."""
        from response_app.authoring import records

        changes = self.state.do(records.new_record, initiator=self)
        if changes is not None:
            self.open_requested.emit(changes.record_id)

    def delete_record(self, record_id: str) -> None:
        """Delete a record at once; the window offers to take that back."""
        from response_app.authoring import records

        if record_id == self.state.record_id and not self.state.open(""):
            return
        changes = self.state.do(records.delete_record, record_id)
        if changes is not None and changes.before is not None:
            title = changes.before.inspection.title
            self.told_with_undo.emit(f"Deleted “{title}”." if title.strip() else "Deleted a record without a title.")
