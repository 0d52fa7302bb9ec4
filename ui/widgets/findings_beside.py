"""The findings beside a section: the inspectors' sentence, whether it is answered, and what one can do with it (guided sections)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from response_app.domain.record import Record
from response_app.domain.richtext import Paragraph, Quotation, RichText, Run
from response_app.domain.selection import to_answer

from .basics import BadgeKind, badge, label
from .beside_card import BesideCard
from .finding_labels import AnswerState, answer_states, short_labels
from .section_guide import scrolled, scroller

_NOT_ANSWERED = "not answered"
_ACTS = (("Go to its answer", "answer"), ("Show in the report", "report"))
_QUOTE = ("Insert as a quotation", "quote")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as it is shown: its id, kind and number ("AFI 2"), its sentence, how far its answer is."""

    finding_id: str
    label: str
    sentence: str
    state: str
    colour: BadgeKind


def sentence_as_quotation(record: Record, finding_id: str) -> RichText:
    """Return the inspectors' sentence as a quotation with the inspectorate's name, which is a live field."""
    heading = record.finding(finding_id).heading
    return (Quotation((Paragraph((Run(heading),)),), (Run(field="inspectorate"),)),)


class FindingsBeside(QWidget):
    """The findings that need an answer.

    Signals:
        chosen: (str) the user has come to the finding with this id.
        answer_requested: (str) go to its answer.
        report_requested: (str) show it in the report.
        quote_requested: (str) put its sentence into the text as a quotation.
    """

    chosen = Signal(str)
    answer_requested = Signal(str)
    report_requested = Signal(str)
    quote_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[FindingRow, ...], bool] | None = None
        self._cards: dict[str, BesideCard] = {}
        self.current = ""
        self._scroll = scroller("Findings of this record")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_record(self, record: Record, *, may_insert: bool) -> None:
        """Show the findings of a record; `may_insert` offers to quote them in the text."""
        labels, states = short_labels(record), answer_states(record)
        rows = tuple(FindingRow(each.id, labels[each.id], each.heading, *_state(states[each.id])) for each in to_answer(record))
        if self._shown == (rows, may_insert):
            return
        self._shown = rows, may_insert
        inner, lines = scrolled()
        lines.setContentsMargins(6, 6, 6, 10)
        self._cards = {}
        if not rows:
            lines.addWidget(label("No finding needs an answer yet. Findings are added on the page Findings.", "quiet"))
        for each in rows:
            lines.addWidget(self._card(each, may_insert))
        lines.addStretch(1)
        self._scroll.setWidget(inner)
        self.select(self.current)

    def select(self, finding_id: str) -> None:
        """Let a finding be the one that is looked at."""
        self.current = finding_id if finding_id in self._cards else ""
        for key, card in self._cards.items():
            card.set_current(key == self.current)
        if not self.current and self._cards:
            next(iter(self._cards.values())).let_tab_in(True)

    def _card(self, row: FindingRow, may_insert: bool) -> BesideCard:
        made = BesideCard(f"{row.label}, {row.state}. {row.sentence or 'Not yet written'}")
        made.column.addWidget(badge(f"{row.label} · {row.state}", row.colour))
        made.column.addWidget(label(row.sentence or "Not yet written"))
        made.offer((*_ACTS, _QUOTE) if may_insert and row.sentence else _ACTS, row.label)
        made.chosen.connect(lambda: self._come_to(row.finding_id))
        made.opened.connect(lambda: self.answer_requested.emit(row.finding_id))
        made.act_requested.connect(lambda act: self._act(act, row.finding_id))
        made.step_requested.connect(lambda by: self._step(row.finding_id, by))
        self._cards[row.finding_id] = made
        return made

    def _come_to(self, finding_id: str) -> None:
        if finding_id != self.current:
            self.select(finding_id)
            self.chosen.emit(finding_id)

    def _act(self, act: str, finding_id: str) -> None:
        {"answer": self.answer_requested, "report": self.report_requested, "quote": self.quote_requested}[act].emit(finding_id)

    def _step(self, finding_id: str, by: int) -> None:
        order = list(self._cards)
        at = order.index(finding_id) + by
        if 0 <= at < len(order):
            self._cards[order[at]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self._cards[order[at]])


def _state(state: AnswerState) -> tuple[str, BadgeKind]:
    return (_NOT_ANSWERED if state is AnswerState.NOT_STARTED else state.words.lower()), state.badge
