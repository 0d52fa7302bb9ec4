"""After publication: corrections as new versions, progress on each finding, moved dates kept, the progress page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import after, who_did
from response_app.domain.canonical import from_plain
from response_app.domain.changes import Changes
from response_app.domain.corrections import is_being_corrected
from response_app.domain.dates import in_words
from response_app.domain.finding import Finding
from response_app.domain.publication_acts import copies_missing
from response_app.domain.record import Record
from response_app.domain.response import CopyTo
from response_app.domain.selection import to_answer
from response_app.domain.titles import body_in_a_sentence
from response_app.errors import AppError

from .. import theme
from ..editors.flow import FlowRow
from ..messages import announce
from ..state import State
from ..tasks import Cancel, Task, run_in_background
from ..widgets.act_form import ActForm
from ..widgets.basics import Card, button, label, rule
from ..widgets.finding_labels import short_labels
from ..widgets.progress_row import COLUMNS, STATE_WIDTH, ProgressRow
from ..widgets.tab_order import come_after
from .after_acts import ActsCard
from .after_forms import close_form, correct_form, move_form, update_form
from .after_history import HistoryCard
from .after_versions import EarlierVersionsCard
from .base import RecordPage

_BEFORE = (
    "The response is not published yet. Once it is confirmed live under Sign off and publish, this page keeps what the force, "
    "you and the inspectors say on each finding, every target date that moves, and corrections as versions of their own."
)
_NAMES = {CopyTo.INSPECTORS: "inspectors", CopyTo.SECRETARY_OF_STATE: "Secretary of State"}


class AfterPage(RecordPage):
    """What was published, the findings with who says what, and the history of the chosen one.

    Signals:
        publish_requested: the user wants to go to the steps to publication.
        tasks_requested: the user wants to go to the task list.
        help_requested: the user wants to know what this page is for.
        told: (str) something was done that the window says.
    """

    publish_requested = Signal()
    tasks_requested = Signal()
    help_requested = Signal()
    told = Signal(str)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.setAccessibleName("After publication")
        self.rows: dict[str, ProgressRow] = {}
        self.finding_id = ""
        self._live_since: date | None = None
        self.form: ActForm | None = None
        self._room: QVBoxLayout | None = None
        self._came_from: QWidget | None = None
        self._task: Task | None = None
        self._dialog: QFileDialog | None = None
        self._inner: QWidget | None = None
        self._lay_out()

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show what became of `record`."""
        if changes is None:
            self.close_form()
        live = record.state.publication.confirmed_on
        self.lead.setText(_lead(record) if live else _BEFORE)
        for each in (self._buttons, self._table, self.history, self.acts):
            each.setVisible(live is not None)
        self.versions.hide()
        correcting = is_being_corrected(record.state)
        self.correct.setEnabled(not correcting)
        self.go_publish.setVisible(live is None or correcting or bool(copies_missing(record.state)))
        for each in (self.go_tasks, self.how):
            each.setVisible(live is None)
        if live is not None:
            self._live_since = self.state.workspace.ask(who_did.live_since, record.record_id)
            self._show_findings(record)
            self.versions.show_record(record)
            self.acts.show_acts(self.state.workspace.ask(who_did.what_was_done, record.record_id))

    def first_focus(self) -> QWidget | None:
        """The chosen finding, else what leads on."""
        row = self.rows.get(self.finding_id)
        if row is not None and not self._table.isHidden():
            return row
        return self.go_publish if not self.go_publish.isHidden() else self.write

    def show_finding(self, finding_id: str) -> None:
        """Show the history of a finding."""
        record = self.state.record
        if record is None or finding_id not in self.rows:
            return
        self.finding_id = finding_id
        for key, row in self.rows.items():
            row.setChecked(key == finding_id)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == finding_id else Qt.FocusPolicy.ClickFocus)
        self.history.show_finding(record, record.finding(finding_id), short_labels(record)[finding_id], self._live_since)

    def _step(self, by: int) -> None:
        keys = list(self.rows)
        to = keys[max(0, min(keys.index(self.finding_id) + by, len(keys) - 1))]
        self.show_finding(to)
        self.rows[to].setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.rows[to])

    # --- What the user does -------------------------------------------------------------------

    def _ask_update(self) -> None:
        record = self.state.record
        if record is not None and self.finding_id:
            self._open(update_form(record, body_in_a_sentence(record), self.state.today), self.history.room, self._add_update)

    def _add_update(self, values: dict[str, Any]) -> None:
        text = from_plain(values.pop("text"))
        self._act(after.add_update, self.finding_id, text=text, **values)

    def _ask_move(self) -> None:
        record, finding = self.state.record, self._finding()
        if record is not None and finding is not None:
            form = move_form(record, finding, self.state.today)
            self._open(form, self.history.room, lambda values: self._act(after.move_target, self.finding_id, **values))

    def _ask_close(self) -> None:
        record, finding = self.state.record, self._finding()
        if record is None or finding is None:
            return
        if finding.closed is not None:
            self._act(after.open_finding_again, self.finding_id)
            return
        form = close_form(record, self.state.today)
        self._open(form, self.history.room, lambda values: self._act(after.close_finding, self.finding_id, **values))

    def ask_correction(self) -> None:
        """Open the form that begins a correction."""
        record = self.state.record
        if record is not None:
            self._open(correct_form(record, self.state.today), self._top_room, self._correct)

    def _correct(self, values: dict[str, Any]) -> None:
        if self._act(after.begin_correction, **values):
            self.go_publish.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finding(self) -> Finding | None:
        record = self.state.record
        return record.finding(self.finding_id) if record is not None and self.finding_id else None

    def _act(self, use_case: Callable[..., Changes], *args: Any, **values: Any) -> bool:
        if self.state.do(use_case, self.state.record_id, *args, **values) is None:
            return False
        self._close_and_return()
        return True

    # --- Forms --------------------------------------------------------------------------------

    def _open(self, form: ActForm, room: QVBoxLayout, save: Callable[[dict[str, Any]], object]) -> None:
        self.close_form()
        self.form, self._room, self._came_from = form, room, self.focusWidget()
        form.saved.connect(save)
        form.left.connect(self._close_and_return)
        room.addWidget(form)
        form.show()
        come_after(form, self._came_from or self.write)
        form.first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, form, lambda: self.ensureWidgetVisible(form, 0, 24))

    def close_form(self) -> None:
        """Put the open form away; what is in it is not kept."""
        if self.form is not None and self._room is not None:
            self.form.hide()
            self._room.removeWidget(self.form)
            self.form.deleteLater()
        self.form = self._room = None

    def _close_and_return(self) -> None:
        came_from = self._came_from
        self.close_form()
        if came_from is not None and came_from.isVisible() and came_from.isEnabled():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- The progress page --------------------------------------------------------------------

    def _ask_where(self) -> None:
        dialog = QFileDialog(self.window(), "Choose where to make the progress page")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.make_progress(Path(name)))
        dialog.open()
        self._dialog = dialog

    def make_progress(self, parent: Path) -> None:
        """Make the progress page and its PDF in a new folder of `parent`, in the background."""
        record, today = self.state.record, self.state.today()
        if record is None or self._task is not None:
            return

        def work(cancel: Cancel) -> Path:
            from response_app.authoring.progress_page import make_progress, progress_stem
            from response_app.authoring.publication_folder import write_files

            made = make_progress(record, today)
            cancel.check()
            folder = parent / progress_stem(record, today)
            write_files(folder, made)
            return folder

        self._task = run_in_background(work, self._made, self._failed, self._ended, owner=self)

    def _made(self, folder: Path) -> None:
        self._ended()
        words = f"The progress page and its PDF were written: {folder}"
        self.told.emit(words)
        announce(self, words)

    def _failed(self, error: Exception) -> None:
        self._ended()
        if not isinstance(error, AppError):
            raise error
        self.state.failed.emit(error)

    def _ended(self) -> None:
        self._task = None

    # --- Looks --------------------------------------------------------------------------------

    def _show_findings(self, record: Record) -> None:
        findings, names, body = to_answer(record), short_labels(record), body_in_a_sentence(record)
        if list(self.rows) != [each.id for each in findings]:
            self._make_rows([each.id for each in findings])
        for each in findings:
            self.rows[each.id].show_finding(names[each.id], each, body)
        self._none.setVisible(not findings)
        self.history.setVisible(bool(findings))
        self.write.setEnabled(bool(findings))
        if findings:
            self.show_finding(self.finding_id if self.finding_id in self.rows else findings[0].id)

    def _make_rows(self, ids: list[str]) -> None:
        if self._inner is not None:
            self._inner.hide()
            self._lines.removeWidget(self._inner)
            self._inner.deleteLater()
        self.rows, self._inner = {}, QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in ids:
            if self.rows:
                column.addWidget(rule())
            row = self.rows[each] = ProgressRow()
            row.clicked.connect(lambda _checked=False, each=each: self.show_finding(each))
            row.stepped.connect(self._step)
            column.addWidget(row)
        self._lines.addWidget(self._inner)
        self._inner.show()

    def _lay_out(self) -> None:
        self.lead = label("", "lead")
        self.write, self.correct = button("Write a progress update…", "primary"), button("Start a correction…")
        self.make, self.go_publish = button("Make the progress page…"), button("Go to Sign off and publish")
        self.write.clicked.connect(self._ask_update)
        self.correct.clicked.connect(self.ask_correction)
        self.make.clicked.connect(self._ask_where)
        self.go_publish.clicked.connect(lambda: self.publish_requested.emit())
        self.go_tasks, self.how = button("Go to the task list"), button("How this page works", "link")
        self.go_tasks.clicked.connect(lambda: self.tasks_requested.emit())
        self.how.clicked.connect(lambda: self.help_requested.emit())
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for each in (self.go_publish, self.go_tasks, self.how):
            ways.addWidget(each)
        ways.addStretch(1)
        self._buttons = QWidget()
        flow = FlowRow(self._buttons, QMargins(), 12)
        for each in (self.correct, self.make, self.write):
            flow.addWidget(each)
        self._top_room = QVBoxLayout()
        self.history, self.versions, self.acts = HistoryCard(), EarlierVersionsCard(self.state), ActsCard()
        self.versions.told.connect(self.told)
        self.versions.failed.connect(self.state.failed)
        self.history.move_asked.connect(self._ask_move)
        self.history.close_asked.connect(self._ask_close)
        self.history.removed.connect(lambda number: self._act(after.remove_update, self.finding_id, number))
        self.content.addWidget(label("After publication", "h1"))
        self.content.addWidget(self.lead)
        self.content.addLayout(ways)
        self.content.addWidget(self._buttons)
        self.content.addLayout(self._top_room)
        self.content.addWidget(self._findings_card())
        self.content.addWidget(self.history)
        self.content.addWidget(self.versions)
        self.content.addWidget(self.acts)
        self.content.addStretch(1)

    def _findings_card(self) -> Card:
        self._table = Card("Findings")
        self._table.body.setContentsMargins(1, 0, 1, 1)
        self._table.body.setSpacing(0)
        heads = QWidget()
        row = QHBoxLayout(heads)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(16)
        for words, share in COLUMNS:
            head = label(words, "quiet")
            row.addWidget(head, share)
        head.setMinimumWidth(theme.theme().pixels(STATE_WIDTH))
        self._none = label("The report made no findings that need an answer.", "quiet")
        self._none.setContentsMargins(16, 10, 16, 10)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        for each in (heads, rule(), self._none):
            self._table.body.addWidget(each)
        self._table.body.addLayout(self._lines)
        return self._table


def _lead(record: Record) -> str:
    state = record.state
    live, label_words = state.publication.confirmed_on, state.version_label
    assert live is not None
    if is_being_corrected(state):
        corrects = f"Version {label_words} corrects what was published on {in_words(live)}, and is not published yet"
        return f"{corrects}: {state.corrections[-1].text}"
    sent = [
        f"{_NAMES.get(each.to, each.name)} {in_words(each.sent_on)}"
        for each in state.copies
        if each.sent_on and each.version_label == label_words
    ]
    since = f"The response was published on {in_words(live)}; version {label_words}" if state.corrections else f"Version {label_words}"
    verb = " is published and does not change." if state.corrections else f" was published on {in_words(live)} and does not change."
    missing = " or ".join(f"the {_NAMES[each]}" for each in copies_missing(state))
    copies = [f"Copies: {', '.join(sent)}." if sent else "", f"No copy to {missing} is recorded yet." if missing else ""]
    return " ".join([f"{since}{verb}", *(each for each in copies if each)])
