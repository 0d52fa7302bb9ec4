"""Findings: the list of all that the report found, and the fields of the one that is chosen (findings)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from response_app.authoring import findings
from response_app.authoring.published import refusal
from response_app.domain.changes import Changes
from response_app.domain.finding import Finding, FindingKind
from response_app.domain.record import Record
from response_app.domain.selection import label as finding_label

from .. import theme
from ..models.findings_model import FindingsModel, counts_in_words
from ..state import State
from ..widgets.basics import Card, button, label
from ..widgets.completed_box import CompletedBox
from ..widgets.findings_list import FindingsList
from ..widgets.frozen import FrozenLine
from ..widgets.scroll_area import ScrollArea
from .base import RecordPage
from .finding_form import KINDS, FindingForm

BESIDE = 820
"""From this width on, in pixels at 100 %, the fields stand beside the list."""
_LIST_WIDTH = 340
_LIST_HEIGHT = 230
ADD_KEYS = "Ctrl+Shift+N"
_EMPTY = "No findings yet. Add each one that the report makes; its answer is written on the page “Answers to findings”."


class FindingsPage(RecordPage):
    """The findings of the open record.

    Signals:
        told_with_undo: (str) something was done that the user may want to take back.
        open_answer: (str) the answer to the finding with this id is to be shown.
        correction_requested: the record is published, and the user wants to change it.
    """

    told_with_undo = Signal(str)
    open_answer = Signal(str)
    correction_requested = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.model = FindingsModel(self)
        self.list = FindingsList(self.model)
        self.form = FindingForm(self._do, state.today)
        self.add = button("Add a finding…", "primary")
        self.add.setToolTip(f"Add a finding ({QKeySequence(ADD_KEYS).toString(QKeySequence.SequenceFormat.NativeText)})")
        self.menu = QMenu(self)
        self.empty = label(_EMPTY, "lead")
        self.frozen = FrozenLine()
        self._chosen_id = ""
        self._record_id = ""
        self._beside = True
        self._lay_out()
        self._connect()

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show the findings of the record, the chosen one where it still is, else the one in its place."""
        if record.record_id != self._record_id:
            self._record_id, self._chosen_id = record.record_id, ""
        before = max(self.model.position(self._chosen_id), 0)
        self.lead.setText(counts_in_words(record.findings))
        self._freeze(self.frozen.show_record(record))
        self.model.show(record)
        self._card.setVisible(bool(self.model.rows))
        self.empty.setVisible(not self.model.rows)
        at = self.model.position(self._chosen_id)
        self._choose(at if at >= 0 else min(before, len(self.model.rows) - 1))

    def flush(self) -> None:
        """Save what is typed."""
        if self.state.record is not None:
            self.form.flush()

    def show_finding(self, finding_id: str) -> None:
        """Show a finding and go to its fields; one that is not there changes nothing."""
        at = self.model.position(finding_id)
        if at >= 0:
            self.form.flush()
            self._choose(at)
            self._edit()

    def first_focus(self) -> QWidget | None:
        """Begin with the list, or with adding where there is none."""
        if not self.model.rows:
            return self.frozen.correct if self.add.isHidden() else self.add
        return self.list

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields beside the list where there is room, else below it."""
        super().resizeEvent(event)
        self._arrange()

    # --- What the user does -----------------------------------------------------------------

    def offer_kinds(self) -> None:
        """Ask of which kind the finding is that is to be added; to what is published none is."""
        if self.add.isHidden():
            self.state.failed.emit(refusal(self._record().state))
            return
        self.menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _add(self, kind: FindingKind) -> None:
        self.form.flush()
        cause = self._cause_at_hand() if kind is FindingKind.RECOMMENDATION else None
        known = {row.id for row in self.model.rows}
        after = self._last_under(cause) if cause else ""
        if self._do(findings.add_finding, kind, after=after, parent=cause.id if cause else None):
            added = next(at for at, row in enumerate(self.model.rows) if row.id not in known)
            self._choose(added)
            self._edit()

    def _delete(self) -> None:
        finding = self._finding()
        if finding is None:
            return
        self.form.flush()
        record = self._record()
        words = f"{finding_label(record, finding)} was deleted."
        below = len(record.under(finding))
        if below:
            words += f" Its {'recommendation stays' if below == 1 else f'{below} recommendations stay'} in the list."
        if self._do(findings.delete_finding, finding.id):
            (self.list if self.model.rows else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
            self.told_with_undo.emit(words)

    def _move(self, by: int) -> None:
        if self._chosen_id:
            self.form.flush()
            self._do(findings.move_finding, self._chosen_id, by)

    def _move_before(self, row: int) -> None:
        at = self.model.position(self._chosen_id)
        if at >= 0:
            self.model.moveRow(QModelIndex(), at, QModelIndex(), row)

    def _order(self, ids: tuple[str, ...]) -> None:
        self.form.flush()
        self._do(findings.order_findings, ids, self._chosen_id)
        self.model.show(self._record())  # where nothing was changed, or more than the one: a cause takes its recommendations with it
        self._choose(self.model.position(self._chosen_id))

    def _edit(self) -> None:
        self.form.heading.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, row: int) -> None:
        """Another finding was chosen in the list."""
        finding_id = self.model.rows[row].id if 0 <= row < len(self.model.rows) else ""
        if finding_id and finding_id != self._chosen_id:
            self.form.flush()
            self._chosen_id = finding_id
            self._show_chosen()

    # --- Showing ----------------------------------------------------------------------------

    def _choose(self, row: int) -> None:
        self._chosen_id = self.model.rows[row].id if row >= 0 else ""
        index = self.model.index(row)
        if row >= 0 and self.list.currentIndex() != index:
            self.list.setCurrentIndex(index)
        self._show_chosen()

    def _show_chosen(self) -> None:
        finding = self._finding()
        self.form.setVisible(finding is not None)
        self._scroll.setVisible(finding is not None and self._beside)
        if finding is None:
            self.form.clear()
            return
        if finding.id != self.form.finding_id:
            self._scroll.verticalScrollBar().setValue(0)
        self.form.show_finding(finding, self._record())

    def _freeze(self, frozen: bool) -> None:
        """Let the findings be read only while the record is published."""
        self.add.setHidden(frozen)
        self.list.set_read_only(frozen)
        self.form.set_read_only(frozen)

    def _finding(self) -> Finding | None:
        return next((each for each in self._record().findings if each.id == self._chosen_id), None)

    def _cause_at_hand(self) -> Finding | None:
        """The cause of concern that is chosen, or that the chosen recommendation belongs to."""
        finding = self._finding()
        if finding is None or finding.kind.is_cause:
            return finding
        return self._record().finding(finding.parent) if finding.parent else None

    def _last_under(self, cause: Finding) -> str:
        return (cause, *self._record().under(cause))[-1].id

    def _record(self) -> Record:
        record = self.state.record
        assert record is not None, "the page is shown only while a record is open"
        return record

    def _do(self, use_case: Callable[..., Changes], *args: Any, **values: Any) -> bool:
        """Run a use case on the open record, and show what follows from it."""
        changes = self.state.do(use_case, self.state.record_id, *args, initiator=self, **values)
        if changes is not None and not changes.empty:
            self.refresh(self._record(), changes)
        return changes is not None

    # --- Looks ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.lead: QLabel = label("", "lead")
        words.addWidget(label("Findings", "h1"))
        words.addWidget(self.lead)
        top.addLayout(words, 1)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(top)
        self.content.addWidget(self.frozen)
        self.content.addWidget(self.empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # what stands over it stays together
        self._card = card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.list)
        self._scroll = ScrollArea(self.form, sideways=True)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(18)
        self._body.addWidget(card)
        self._body.addWidget(self._scroll, 1)
        self.content.addLayout(self._body, 1)
        self.content.addWidget(CompletedBox(self.state, "findings", "I have completed the list of findings"))

    def _connect(self) -> None:
        self.frozen.correction_asked.connect(self.correction_requested)
        self.add.clicked.connect(self.offer_kinds)
        for kind, words in KINDS:
            self.menu.addAction(f"&{words}").triggered.connect(lambda _checked=False, kind=kind: self._add(kind))
        self.list.chosen.connect(self._go)
        self.list.move_asked.connect(self._move)
        self.list.dropped.connect(self._move_before)
        self.list.delete_asked.connect(self._delete)
        self.list.enter_asked.connect(self._edit)
        self.model.moved.connect(self._order)
        self.form.delete_asked.connect(self._delete)
        self.form.answer_asked.connect(lambda: self.open_answer.emit(self._chosen_id))
        theme.theme().changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Beside the list the fields scroll alone; below it they scroll with the page."""
        pixels = theme.theme().pixels
        beside = self.viewport().width() >= pixels(BESIDE)
        if beside != self._beside:
            self._beside = beside
            focus = self.focusWidget()
            self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
            if beside:
                self._body.removeWidget(self.form)
                self._scroll.setWidget(self.form)
            else:
                self._body.addWidget(self._scroll.takeWidget())
            self._scroll.setVisible(beside and bool(self._chosen_id))
            if focus is not None and self.isAncestorOf(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
        card = self._card
        card.setFixedWidth(pixels(_LIST_WIDTH)) if beside else card.setMaximumWidth(16777215)
        card.setMinimumWidth(pixels(_LIST_WIDTH) if beside else 0)
        self.list.setMinimumHeight(pixels(120) if beside else pixels(_LIST_HEIGHT))
