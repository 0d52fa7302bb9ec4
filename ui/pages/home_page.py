"""Home: every record with its one clock and its next step, found as one types (where the story starts)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from response_app.domain.changes import Changes
from response_app.domain.record import Record
from response_app.domain.titles import body_in_a_sentence
from response_app.errors import AppError

from .. import theme
from ..messages import announce
from ..models.records_model import RecordsModel
from ..state import State
from ..widgets.basics import Card, Page, button, label, rule
from ..widgets.records_table import RecordsTable

_LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; the limit of the interchange format."""

_WAIT_MS = 150
"""How long typing has to pause before the texts of all records are searched."""

_FEWEST_LETTERS = 2
_MOST_PLACES = 50
_NARROW = 720
"""Width at 100 % below which the buttons stand below the title."""
_NARROWEST = 600
"""Width at 100 % below which the buttons stand below each other."""


class HomePage(Page):
    """The list of records.

    Signals:
        open_requested: (str) id of the record to open.
        report_requested: the user wants a record made from a report.
        told_with_undo: (str) what was done, to be shown with an offer to take it back.
    """

    open_requested = Signal(str)
    report_requested = Signal()
    told_with_undo = Signal(str)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.model = RecordsModel(self)
        self.table = RecordsTable(self.model)
        self._stale = True
        self._day = date.min
        self._found: dict[str, str] = {}
        self._make_head()
        self._make_empty()
        self._make_list()
        self.content.addStretch(0)
        self._search_soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._search_soon.timeout.connect(self._search_texts)
        state.changed.connect(self._follow)
        theme.theme().changed.connect(self._lay_out_head)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._go_to_search)

    # --- What stands on the page --------------------------------------------------------------

    def _make_head(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        self.lead = label("", "lead")
        words.addWidget(label("Responses to inspections", "h1"))
        words.addWidget(self.lead)
        self.bring_in_button = button("Bring in a record…")
        self.new_button = button("New blank record")
        self.report_button = button("New from a report…", "primary")
        self.report_button.clicked.connect(lambda: self.report_requested.emit())
        self.bring_in_button.clicked.connect(self.ask_for_file)
        self.new_button.clicked.connect(self.new_record)
        self._head_buttons = QHBoxLayout()
        self._head_buttons.setSpacing(12)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addLayout(words, 1)
        self._head.addLayout(self._head_buttons)
        self.content.addLayout(self._head)

    def _make_empty(self) -> None:
        self.empty = Card()
        self.empty.body.setContentsMargins(32, 28, 32, 28)
        self.empty.body.setSpacing(10)
        self.empty.body.addWidget(label("There are no records yet", "h2"))
        words = (
            "A record holds one inspection of the force, its findings, and the responses to it. "
            "Start from the inspectors’ report: choose it, or drag it onto this window. "
            "Or start with a blank record, or bring in a record file that a colleague gave you."
        )
        self.empty.body.addWidget(label(words))
        self._empty_buttons = QHBoxLayout()
        self._empty_buttons.setSpacing(12)
        self.empty.body.addSpacing(6)
        self.empty.body.addLayout(self._empty_buttons)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.content.addWidget(self.empty)

    def _make_list(self) -> None:
        self.list = Card()
        self.search = QLineEdit()
        self.search.setAccessibleName("Search every record")
        self.search.setPlaceholderText("Search every record: titles, findings, responses")
        self.search.textChanged.connect(self._typed)
        self.count = label("", "quiet", wrap=False)
        self.show_all = button("Show all records", "link")
        self.show_all.clicked.connect(self._show_all)
        self.nothing = label("No record holds these words. Try fewer, or only the beginning of one.")
        self.nothing.setContentsMargins(16, 16, 16, 20)
        strip = QWidget()
        strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        row.addWidget(self.show_all)
        body = self.list.body
        body.setContentsMargins(1, 0, 1, 1)
        body.setSpacing(0)
        body.addWidget(strip)
        body.addWidget(rule())
        body.addWidget(self.table, 1)
        body.addWidget(self.nothing)
        self.table.opened.connect(self.open_requested)
        self.table.delete_asked.connect(self.delete_record)
        self.table.moved.connect(self._show_row)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # The card ends with its last row; a list that is longer than the page scrolls in itself.
        layout = self.list.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        self.content.addWidget(self.list, 1)

    def _place_buttons(self, empty: bool) -> None:
        """The buttons stand where the eye is: in the empty list, else at the top."""
        here = self._empty_buttons if empty else self._head_buttons
        here.addWidget(self.bring_in_button)
        here.addWidget(self.new_button)
        here.addWidget(self.report_button)
        if empty and here.count() == 3:
            here.addStretch(1)
        self.empty.setVisible(empty)
        self.list.setVisible(not empty)
        QWidget.setTabOrder(self.bring_in_button, self.new_button)
        QWidget.setTabOrder(self.new_button, self.report_button)
        QWidget.setTabOrder(self.report_button, self.search)

    def _show_row(self, box: QRect) -> None:
        """Where the page is lower than the list, scroll to the current row."""
        inner = self.widget()
        assert inner is not None
        centre = self.table.mapTo(inner, box.center())
        self.ensureVisible(centre.x(), centre.y(), 0, box.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the title where the page is narrow."""
        super().resizeEvent(event)
        self._lay_out_head()

    def _lay_out_head(self) -> None:
        narrow = self.width() < theme.theme().pixels(_NARROW)
        below = self.width() < theme.theme().pixels(_NARROWEST)
        for buttons in (self._head_buttons, self._empty_buttons):
            buttons.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._head.setAlignment(self._head_buttons, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))

    # --- What is shown ------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the records as they are now; the window calls this when the page comes forward."""
        if not self._stale and self._day == self.state.today():
            return
        from response_app.authoring import office, records

        try:
            rows = self.state.workspace.ask(records.list_records)
            signs_off = body_in_a_sentence(Record(office=self.state.workspace.ask(office.office_titles)))
        except AppError as error:
            self.state.failed.emit(error)
            return
        self._stale, self._day = False, self.state.today()
        chosen, at = self.table.current_id(), self.table.currentIndex().row()
        self.model.set_rows(rows, self._day, signs_off)
        self.lead.setText(self.model.summary())
        self._place_buttons(not rows)
        self._show_count()
        if self.search.text():
            self._search_soon.start()
        if at >= 0:
            found = self.model.row_of(chosen)
            self.table.select(found if found >= 0 else at)

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page comes forward."""
        return self.table if self.model.total else self.new_button

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

    # --- Search -------------------------------------------------------------------------------

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _typed(self, words: str) -> None:
        """Titles answer at once, the texts of all records when typing pauses."""
        if len(words.strip()) >= _FEWEST_LETTERS:
            self._search_soon.start()
        else:
            self._found = {}
            self._search_soon.stop()
        # What was found for the letters before stays until the texts are searched again, so that the list does not flicker.
        self.model.seek(words, self._found)
        self._show_count()

    def _search_texts(self) -> None:
        from response_app.authoring import records

        words = self.search.text()
        try:
            hits = self.state.workspace.ask(records.find_words, words)
        except AppError as error:
            self.state.failed.emit(error)
            return
        found: dict[str, str] = {}
        for hit in hits:
            found.setdefault(hit.record_id, f"“{' '.join(''.join(hit.words).split())}”")
        self._found = found
        self.model.seek(words, found)
        self._show_count(more=len(hits) >= _MOST_PLACES)
        announce(self.search, self.count.text())

    def _show_count(self, more: bool = False) -> None:
        sought, shown = bool(self.search.text().strip()), self.model.rowCount()
        words = f"{shown:,} of {self.model.total:,}"
        self.count.setText(f"{words}, perhaps more: add a word" if more and shown < self.model.total else words)
        self.count.setVisible(sought)
        self.show_all.setVisible(sought)
        self.table.setVisible(shown > 0)
        self.nothing.setVisible(sought and shown == 0)

    def _show_all(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- What one does ------------------------------------------------------------------------

    def new_record(self) -> None:
        """Make a blank record and open it."""
        from response_app.authoring import records

        changes = self.state.do(records.new_record, initiator=self)
        if changes is not None:
            self.open_requested.emit(changes.record_id)

    def ask_for_file(self) -> None:
        """Ask for a record file to take in."""
        dialog = QFileDialog(self, "Bring in a record", "", "Record files (*.json);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # A lambda would hold the page, and with it the dialog that is just being deleted.
        dialog.fileSelected.connect(self._bring_in_chosen)
        dialog.open()

    def _bring_in_chosen(self, name: str) -> None:
        self.bring_in(Path(name))

    def bring_in(self, path: Path) -> None:
        """Take a record file into the store and open it; a file that is refused changes nothing."""
        from response_app.atomic_io import read_bytes
        from response_app.authoring import records

        try:
            data = read_bytes(path, _LARGEST_FILE)
        except AppError as error:
            self.state.failed.emit(error)
            return
        changes = self.state.do(records.bring_in, data, initiator=self)
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
