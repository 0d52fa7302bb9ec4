"""Making the files to publish: what stops it, who decides all the same, the folder, what was written (record out)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from response_app.authoring import acts, office_rules
from response_app.authoring.judging import can_pass
from response_app.authoring.publication_steps import Judged
from response_app.domain.record import Record
from response_app.errors import AppError

from ..messages import announce
from ..state import State
from ..tasks import Cancel, Task, run_in_background
from ..widgets.basics import button, label
from .publish_forms import IN_SPITE, in_spite_form

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from response_app.authoring.publication_folder import Files
    from response_app.checks import Problem

_MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Written:
    """What was made: the folder, and the files in it."""

    folder: Path
    files: Files


class FilesPanel(QFrame):
    """Opens under the step; a panel for each time that it is opened.

    Signals:
        written: (Written) the files lie in their folder.
        decided: a decision was kept, so that the gate is to be looked at anew.
        left: the user closes it.
        renewed: something else stands on the panel.
    """

    renewed = Signal()
    written = Signal(object)
    decided = Signal()
    left = Signal()

    def __init__(self, state: State, judged: Judged, made: Written | None = None) -> None:
        """Show what stops the files, or ask where they are to lie.

        Args:
            state: the open record.
            judged: what the checks say of it.
            made: what was made of these words already, to be shown.
        """
        super().__init__()
        self.state = state
        self._judged = judged
        self._task: Task | None = None
        self._dialog: QFileDialog | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(12)
        self._inner: QWidget | None = None
        self.first: QWidget | None = None
        if judged.verdict.stopping:
            self._show_stops()
        elif made is not None:
            self._show_written(made)
        else:
            self._show_ready()

    # --- What stops it ------------------------------------------------------------------------

    def _show_stops(self) -> None:
        stopping = self._judged.verdict.stopping
        never = [each for each in stopping if not can_pass(each)]
        lines = self._new()
        if never:
            lines.addWidget(label("These have to be put right first; nobody can pass them:", "label"))
            lines.addWidget(label(_listed(never)))
        rules = [each for each in stopping if can_pass(each)]
        if rules:
            lines.addWidget(label("These rules stop publication:", "label"))
            lines.addWidget(label(_listed(rules)))
        buttons = self._buttons(lines)
        if not never:
            in_spite = button("Publish in spite of a rule…")
            in_spite.clicked.connect(self._ask_decision)
            buttons.insertWidget(0, in_spite)
            self._begin_with(in_spite)

    def _ask_decision(self) -> None:
        record = self.state.record
        if record is None:
            return
        lines = self._new()
        lines.addWidget(label(_listed(self._judged.verdict.stopping)))
        form = in_spite_form(record, self.state.today)
        form.saved.connect(self._decide)
        form.left.connect(lambda: self.left.emit())
        lines.addWidget(form)
        self._begin_with(form.first)
        form.begin({})

    def _decide(self, values: dict[str, object]) -> None:
        if self.state.do(IN_SPITE, self.state.record_id, initiator=None, **values) is not None:
            self.decided.emit()

    # --- Making -------------------------------------------------------------------------------

    def _show_ready(self) -> None:
        lines = self._new()
        lines.addWidget(label("Choose where to make the folder. It is named after the force, the inspection and the version.", "lead"))
        buttons = self._buttons(lines)
        choose = button("Choose where…", "primary")
        choose.clicked.connect(self._ask_where)
        buttons.insertWidget(0, choose)
        self._begin_with(choose)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self.window(), "Choose where to make the folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.make(Path(name)))
        dialog.open()
        self._dialog = dialog

    def make(self, parent: Path) -> None:
        """Make the files in a new folder of `parent`, in the background."""
        self.state.about_to_act.emit()
        record = self.state.record
        if record is None or self._task is not None:
            return
        off, read = self.state.workspace.ask(office_rules.rules_off), self.state.workspace.read_attached
        work = _making(record, parent, self.state.today(), off, read)
        self._show_progress()
        self._task = run_in_background(work, self._made, self._failed, self._stopped, owner=self)

    def _show_progress(self) -> None:
        lines = self._new()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Making the files")
        lines.addWidget(label("Making the files, and reading each back…", "lead"))
        lines.addWidget(bar)
        stop = button("Cancel", name="Cancel making the files")
        stop.clicked.connect(self.cancel)
        lines.addWidget(stop, 0, Qt.AlignmentFlag.AlignLeft)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Stop the making; nothing is left behind."""
        if self._task is not None:
            self._task.cancel()

    def _made(self, made: Written) -> None:
        self._task = None
        self.state.do(acts.keep_files, self.state.record_id, made.files.published)
        announce(self, f"The files were written: {made.folder.name}")
        self.written.emit(made)

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._show_ready()
        if not isinstance(error, AppError):
            raise error
        self.state.failed.emit(error)

    def _stopped(self) -> None:
        self._task = None
        self._show_ready()

    # --- What was made ------------------------------------------------------------------------

    def _show_written(self, made: Written) -> None:
        from response_app.authoring.publication_folder import size_in_words

        lines = self._new()
        where = label(f"Written to {made.folder}")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(where)
        lines.addWidget(label("\n".join(f"{name} – {size_in_words(len(data))}" for name, data in made.files.files.items()), "quiet"))
        again = button("Make them again…")
        again.clicked.connect(self._make_again)
        self._buttons(lines).insertWidget(0, again)
        self._begin_with(again)

    def _make_again(self) -> None:
        self._show_ready()
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new(self) -> QVBoxLayout:
        """Start anew with nothing on the panel."""
        if self._inner is not None:
            self._inner.hide()
            self._column.removeWidget(self._inner)
            self._inner.deleteLater()
        self._inner = QWidget()
        lines = QVBoxLayout(self._inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self._column.addWidget(self._inner)
        return lines

    def _begin_with(self, widget: QWidget) -> None:
        """Let the keyboard come to this first; what stands on the panel is complete."""
        self.first = widget
        self.renewed.emit()

    def _buttons(self, lines: QVBoxLayout) -> QHBoxLayout:
        close = button("Close")
        close.clicked.connect(lambda: self.left.emit())
        self._begin_with(close)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(close)
        row.addStretch(1)
        lines.addLayout(row)
        return row


def _making(record: Record, parent: Path, today: date, off: Collection[str], read: Callable[[str], bytes]) -> Callable[[Cancel], Written]:
    """Return the work: check, make, write; it touches nothing of the window."""

    def work(cancel: Cancel) -> Written:
        from response_app.authoring.logo import printed_logo
        from response_app.authoring.publication_folder import file_stem, write_files
        from response_app.authoring.publish import final_files

        files = final_files(record, today=today, logo=printed_logo(record, read), off=off)
        cancel.check()
        folder = parent / file_stem(record)
        write_files(folder, files.files)
        return Written(folder, files)

    return work


def _listed(problems: Collection[Problem]) -> str:
    lines = [f"• {each.message}" for each in list(problems)[:_MOST_SHOWN]]
    more = len(problems) - _MOST_SHOWN
    return "\n".join([*lines, f"and {more} more; Check shows them all." if more > 0 else ""]).strip()
