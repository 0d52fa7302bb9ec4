"""Answers to findings: one finding at a time, in two halves that each have their owner (answers to findings)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from response_app.checks.finding_terms import words_absent_from_answers
from response_app.domain.answering import answer_or_reason
from response_app.domain.changes import Changes
from response_app.domain.corrections import is_frozen
from response_app.domain.finding import Finding
from response_app.domain.record import Record
from response_app.domain.selection import to_answer
from response_app.guidance.sections import law_on

from .. import theme
from ..state import State
from ..widgets.answer_rail import AnswerRail, RailRow
from ..widgets.basics import Card, button, label
from ..widgets.columns import Columns
from ..widgets.completed_box import CompletedBox
from ..widgets.finding_labels import AnswerState, answer_states, short_labels
from ..widgets.frozen import FrozenLine
from ..widgets.inspectors_words import InspectorsWords
from ..widgets.keep_in_view import KeepInView
from ..widgets.scroll_area import ScrollArea
from ..widgets.words_card import WordsCard
from .answers_table import AnswersTable
from .base import RecordPage
from .chief_answer import ChiefAnswer
from .own_answer import OwnAnswer

_RAIL_WIDTH, _LAW_WIDTH = 236, 262
_LOW = 300
"""Height in logical pixels at 100 % under which the tabs leave too little for an answer."""
_RAIL, _ANSWER, _LAW = range(3)
_GAP = 12


class AnswersPage(RecordPage):
    """The findings that need an answer, and the answer to the chosen one.

    Signals:
        correct_requested: (str) the user wants to mend how this finding was read.
        findings_requested: there is nothing to answer; the user wants to add findings.
        continue_requested: the last answer is done; the user wants the next page.
        told_with_undo: (str) something was taken out, which can be undone.
        correction_requested: the record is published, and the user wants to change it.
    """

    correct_requested = Signal(str)
    findings_requested = Signal()
    continue_requested = Signal()
    told_with_undo = Signal(str)
    correction_requested = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.setAccessibleName("Answers to findings")
        self._current = ""
        self.rail = AnswerRail()
        self.next_unanswered = button("Next unanswered")
        self.next_unanswered.setProperty("align", "left")
        self.words = InspectorsWords()
        self.chief = ChiefAnswer(state, self)
        self.own = OwnAnswer(state, self)
        self.law = label("")
        self.absent = WordsCard()
        self.as_table = button("Show as a table")
        self.as_table.setProperty("align", "left")
        self.table: AnswersTable | None = None
        self._is_table = self._from_table = False
        self.columns = Columns("Parts of this page")
        self.nothing, self.frozen = _Nothing(), FrozenLine()
        self._lay_out()
        self._connect()

    # --- What the window calls ----------------------------------------------------------------

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show the answers of `record`; at first the first that is missing."""
        self.frozen.show_record(record)
        findings, states = to_answer(record), answer_states(record)
        listed = answer_or_reason(record)
        self._is_table = self._is_table and bool(listed)
        self.nothing.setVisible(not findings and not self._is_table)
        self.nothing.as_table.setVisible(bool(listed))
        self.columns.setVisible(bool(findings) and not self._is_table)
        if self.table is not None:
            self.table.setVisible(self._is_table)
            if self._is_table:
                self.table.show_record(record)
                return
        if not findings:
            self._current = ""
            return
        if self._current not in {each.id for each in findings}:
            missing = [each for each in findings if states[each.id] is not AnswerState.ANSWERED]
            self._current = (missing or findings)[0].id
        self._show(record)

    def flush(self) -> None:
        """Save what is typed."""
        self._flush_all()

    def first_focus(self) -> QWidget | None:
        """The words of the answer, the table, or the button when there is nothing to answer."""
        if self._is_table and self.table is not None:
            return self.table.first_focus()
        self._keep_in_view.begin_at_top()  # what the inspectors say is read before it is answered
        return self.own.first_focus() if self._current else self.nothing.go

    def show_finding(self, finding_id: str) -> None:
        """Show the answer to a finding; one that needs no answer changes nothing."""
        record = self.state.record
        if record is None or finding_id not in {each.id for each in to_answer(record)}:
            return
        if self._is_table:
            self._leave_table(record, finding_id)
        elif finding_id != self._current and self._flush_all():
            self._current = finding_id
            self._show(self.state.record or record)
            self._keep_in_view.begin_at_top()
        self.rail.select(self._current)

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self._is_table

    @property
    def is_list(self) -> bool:
        """Whether one finding is shown with its answer."""
        return bool(self._current) and not self._is_table

    @property
    def can_be_table(self) -> bool:
        """Whether there is a finding that needs an answer or a reason."""
        return self.state.record is not None and bool(answer_or_reason(self.state.record))

    # --- List or table ------------------------------------------------------------------------

    def show_table(self) -> None:
        """Show all that need an answer or a reason as a table, at the finding whose answer was shown."""
        record = self.state.record
        if record is None or not self._flush_all() or not answer_or_reason(record):
            return
        if self.table is None:
            self.table = self._make_table()
        self._is_table, self._from_table = True, False
        self.table.show_record(self.state.record or record, self._current)
        self.refresh(self.state.record or record, None)
        self.verticalScrollBar().setValue(0)
        self.table.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Show one finding with its answer in place of the table, the one that the table was at where it needs an answer."""
        record = self.state.record
        if record is None or self.table is None:
            return
        at = self.table.view.current_id()
        self._leave_table(record, at if at in {each.id for each in to_answer(record)} else self._current)
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_table(self, record: Record, finding_id: str) -> None:
        self._is_table, self._current = False, finding_id
        self.refresh(record, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the table that an answer was opened from."""
        if event.key() == Qt.Key.Key_Escape and self._from_table and not self._is_table:
            self.show_table()
        else:
            super().keyPressEvent(event)

    def _make_table(self) -> AnswersTable:
        made = AnswersTable(self._do)
        made.open_asked.connect(self._open_from_table)
        made.list_asked.connect(self.show_list)
        made.told_with_undo.connect(self.told_with_undo)
        made.shown.connect(self._bring_into_view)
        made.view.moved.connect(self._show_row)
        self.content.insertWidget(1, made, 1)
        return made

    def _bring_into_view(self, strip: QWidget) -> None:
        """Scroll to what has come up, once it has its place."""
        QTimer.singleShot(0, strip, lambda: self.ensureWidgetVisible(strip, 0, 8))

    def _show_row(self, row: QRect) -> None:
        """Scroll a low page to the current row of the table."""
        inner = self.widget()
        if self.table is not None and inner is not None and self.table.isVisible():
            top = self.table.view.mapTo(inner, row.topLeft()).y()
            self.ensureVisible(0, top + row.height(), 0, 8)
            self.ensureVisible(0, top, 0, 8)

    def _open_from_table(self, finding_id: str) -> None:
        self.show_finding(finding_id)
        self._from_table = True
        self._write()

    def _do(self, use_case: Callable[..., Changes], *args: Any, **values: Any) -> bool:
        """Run a use case on the open record, and show what follows from it."""
        changes = self.state.do(use_case, self.state.record_id, *args, initiator=self, **values)
        record = self.state.record
        if changes is not None and record is not None:
            self.refresh(record, changes)
        return changes is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside each other, or under tabs where there is no room."""
        super().resizeEvent(event)
        margins = self.content.contentsMargins()
        room = self.viewport().height()
        self.columns.fit(self.viewport().width() - margins.left() - margins.right())
        # In a low window the answer takes all its height once the tabs are scrolled away.
        low = self.columns.is_folded and room < theme.theme().pixels(_LOW)
        self.middle.setMinimumHeight(room - margins.bottom() if low else 0)
        self._fit_rail()

    def _fit_rail(self) -> None:
        """Let the rail take what its buttons leave of the page, so that they stay in view under 43 findings."""
        margins, tabs = self.content.contentsMargins(), self.columns.tabs
        around = margins.top() + margins.bottom() + (tabs.sizeHint().height() + 10 if self.columns.is_folded else 0)
        head = self._rail_card.title.sizeHint().height() + 20
        below = sum(each.sizeHint().height() + _GAP for each in (self.next_unanswered, self.as_table, self._completed))
        self.rail.limit(self.viewport().height() - around - head - below)

    # --- What is shown ------------------------------------------------------------------------

    def _show(self, record: Record) -> None:
        findings, labels = to_answer(record), short_labels(record)
        finding = record.finding(self._current)
        self._show_rail(record, findings, labels)
        self.words.show_finding(finding, labels[finding.id], frozen=is_frozen(record.state))
        self.chief.show_finding(record, finding)
        self.own.show_finding(record, finding, labels)
        self.law.setText("\n\n".join(law_on(record, finding.kind)))
        self.absent.show_words(words_absent_from_answers(record, finding))
        after = self._after(findings)
        self.own.go_on.setText(f"Continue to {labels[after.id]}".replace("&", "&&") if after else "Continue")
        self.own.go_on.setAccessibleName(f"Continue to {labels[after.id]}" if after else "Continue to the next page")

    def _show_rail(self, record: Record, findings: tuple[Finding, ...], labels: dict[str, str]) -> None:
        states = answer_states(record)
        done = sum(states[each.id] is AnswerState.ANSWERED for each in findings)
        self._rail_card.title.setText(f"Findings, {done} of {len(findings)} answered")
        rows = [RailRow(each.id, labels[each.id], each.heading or "Not yet written", states[each.id]) for each in findings]
        self.rail.show_rows(rows, self._current)
        self._fit_rail()
        self.next_unanswered.setEnabled(done < len(findings))

    def _after(self, findings: tuple[Finding, ...]) -> Finding | None:
        ids = [each.id for each in findings]
        at = ids.index(self._current) + 1
        return findings[at] if at < len(findings) else None

    # --- What the user does -------------------------------------------------------------------

    def _flush_all(self) -> bool:
        saved = [self.chief.flush(), self.own.flush()]
        return all(saved)

    def _follow_own_change(self) -> None:
        """A half has stored something by itself: show what hangs on it."""
        record = self.state.record
        if record is not None and self._current:
            self._show(record)

    def _go_on(self) -> None:
        record = self.state.record
        after = self._after(to_answer(record)) if record is not None else None
        if after is None:
            self.continue_requested.emit()
        else:
            self.show_finding(after.id)
            self._write()

    def go_to_unanswered(self) -> bool:
        """Go to the next finding without an answer, round the end to the beginning; return whether there is one."""
        if self._is_table:
            self.show_list()
        self._flush_all()
        rows = self.rail.rows if self._current else []
        at = next((index for index, each in enumerate(rows) if each.finding_id == self._current), 0)
        for each in (*rows[at + 1 :], *rows[: at + 1]):
            if each.state is not AnswerState.ANSWERED:
                self.show_finding(each.finding_id)
                self._write()
                return True
        return False

    def _bring_into_answer(self, part: QWidget) -> None:
        """Scroll the answer to what has come up in it, once it has its place."""
        QTimer.singleShot(0, part, lambda: self.middle.ensureWidgetVisible(part, 0, 8))

    def _write(self) -> None:
        self.columns.bring_forward(_ANSWER)
        self._keep_in_view.begin_at_top()
        self.own.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.columns.add("Findings", self._rail_column(), _RAIL_WIDTH)
        self.columns.add("Answer", self._answer_column())
        self.columns.add("Law and words", self._law_column(), _LAW_WIDTH)
        self.content.addWidget(self.frozen)
        self.content.addWidget(self.columns, 1)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.content.addWidget(self.nothing)
        self.content.addStretch(0)

    def _rail_column(self) -> QWidget:
        self._rail_card = Card("Findings")
        self._rail_card.body.setContentsMargins(1, 0, 1, 1)
        self._rail_card.body.addWidget(self.rail)
        made, column = _column()
        column.addWidget(self._rail_card)
        column.addWidget(self.next_unanswered)
        column.addWidget(self.as_table)
        self._completed = CompletedBox(self.state, "answers", "I have completed the answers")
        column.addWidget(self._completed)
        column.addStretch(1)
        return made

    def _answer_column(self) -> QWidget:
        inner, column = _column()
        inner.setObjectName("scrolled")
        for each in (self.words, self.chief, self.own):
            column.addWidget(each)
        column.addStretch(1)
        self.middle = ScrollArea(inner)
        self._keep_in_view = KeepInView(self.middle)
        return self.middle

    def _law_column(self) -> QWidget:
        card = Card("The law")
        card.body.addWidget(self.law)
        made, column = _column()
        column.addWidget(card)
        column.addWidget(self.absent)
        column.addStretch(1)
        return made

    def _connect(self) -> None:
        self.frozen.correction_asked.connect(self.correction_requested)
        self.rail.chosen.connect(self.show_finding)
        self.rail.entered_finding.connect(self._write)
        self.next_unanswered.clicked.connect(self.go_to_unanswered)
        self.words.correct_requested.connect(lambda: self.correct_requested.emit(self._current))
        self.as_table.clicked.connect(self.show_table)
        self.nothing.as_table.clicked.connect(self.show_table)
        self.own.changed.connect(self._follow_own_change)
        self.own.asks.connect(self._bring_into_answer)
        self.chief.changed.connect(self._follow_own_change)
        self.own.finding_requested.connect(self.show_finding)
        self.own.continue_requested.connect(self._go_on)
        self.own.removed.connect(lambda: self.told_with_undo.emit("The action was removed."))
        self.nothing.go.clicked.connect(self.findings_requested)


class _Nothing(Card):
    """Stands where the answers will be while no finding needs one."""

    def __init__(self) -> None:
        super().__init__("No finding needs an answer yet")
        self.go = button("Go to the findings", "primary")
        self.body.addWidget(label("Add the areas for improvement and recommendations of the report first. Each of them is answered here."))
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.as_table = button("Show as a table", name="Show those for others as a table")
        self.body.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignLeft)


def _column() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    return made, column
