"""The fields of one finding: the inspectors' words, whether it applies, by when (findings)."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import findings, texts
from response_app.domain.answering import needs_reason
from response_app.domain.finding import Applies, Due, DueKind, Finding, FindingKind
from response_app.domain.record import Record
from response_app.domain.richtext import RichText, is_blank
from response_app.domain.selection import label as finding_label
from response_app.interchange import is_printed

from ..widgets.basics import Card, button, label
from ..widgets.form import Form, Row, SideBySide, area_row, choice_row, date_row, line_row, lines_row, number_row, parsed_row
from ..widgets.inputs import Choice
from ..widgets.several import Several
from ..widgets.text_box import TextBox
from ..widgets.typed_dates import period_in_words, read_period
from .base import Do

KINDS = tuple((kind, kind.words) for kind in FindingKind)
_APPLIES = (
    (Applies.UNDECIDED, "Undecided"),
    (Applies.YES, "Yes"),
    (Applies.JOINTLY, "Jointly"),
    (Applies.NO, "No"),
)
_LIMITS = (
    (DueKind.NONE, "No time limit"),
    (DueKind.DATE, "By a date"),
    (DueKind.MONTH, "By the end of a month"),
    (DueKind.WITHIN, "Within some time"),
    (DueKind.IMMEDIATELY, "Immediately"),
)
_NO_REASON = "Write why it is not for this force: the record prints the reason. “Made to the College of Policing” is enough."
_TEXTS = ("wording", "evidence", "reason")


class FindingForm(QWidget):
    """Shows a finding; each field is saved when it is left.

    Signals:
        delete_asked: the finding that is shown is to go.
        answer_asked: its answer is to be shown.
    """

    delete_asked = Signal()
    answer_asked = Signal()

    def __init__(self, do: Do, today: Callable[[], date]) -> None:
        """Make the fields; `do` saves."""
        super().__init__()
        self._do = do
        self._finding = Finding("", FindingKind.AREA_FOR_IMPROVEMENT)
        self._form: Form[Finding] = Form()
        self._printed: list[Row] = []
        self.title = label("", "h2")
        self.answer = button("Answer this finding")
        self.delete = button("Delete", name="Delete this finding")
        self.answer.clicked.connect(self.answer_asked)
        self.delete.clicked.connect(self.delete_asked)
        self._words_card = self._make_words_card()
        self._reach_card = self._make_reach_card(today)
        self._sources_card = self._make_sources_card(today)
        self._lay_out()

    @property
    def finding_id(self) -> str:
        """The id of the finding that is shown, "" for none."""
        return self._finding.id

    @property
    def can_delete(self) -> bool:
        """Whether a finding is shown that may be deleted: not one of a record that is published."""
        return not self.isHidden() and not self.delete.isHidden()

    def show_finding(self, finding: Finding, record: Record) -> None:
        """Show a finding of a record; what is typed and could not be taken stays while it is the same one."""
        fresh = finding.id != self._finding.id
        self._finding = finding
        self.title.setText(finding_label(record, finding))
        self._offer_parents(record, finding)
        self._form.show(finding, fresh=fresh)
        self.sources.show_values(finding.sources, fresh=fresh)
        for name, box in self.texts.items():
            box.show_text(getattr(finding, name), record, fresh=fresh)
            box.edit.place = f"findings[{finding.id}].{name}"
        self._show_reason(record, finding)
        for kind, row in self._limit_rows.items():
            row.setVisible(finding.due.kind is kind)
        self._limit_text.setVisible(finding.due.kind is not DueKind.NONE)

    def _show_reason(self, record: Record, finding: Finding) -> None:
        """Ask for the reason where the record prints one, and say that it lacks one that it needs."""
        box, needed = self.texts["reason"], needs_reason(record, finding)
        decided = finding.applies in (Applies.NO, Applies.JOINTLY)
        box.setVisible(decided or needed or not is_blank(finding.reason))
        box.remark(_NO_REASON if needed and is_blank(finding.reason) else "")

    def set_read_only(self, read_only: bool) -> None:
        """Let what the record prints of a finding be read only, because it is published, or be changed again."""
        self.delete.setHidden(read_only)
        for row in self._printed:
            row.set_read_only(read_only)
        for box in self.texts.values():
            box.set_read_only(read_only)
        self.sources.set_read_only(read_only)

    def clear(self) -> None:
        """Show no finding: the next one is another than before."""
        self._finding = Finding("", FindingKind.AREA_FOR_IMPROVEMENT)

    def flush(self) -> None:
        """Save what is typed."""
        if self._finding.id:
            self._form.flush()
            self.sources.flush()
            for box in self.texts.values():
                box.flush()

    # --- Cards ------------------------------------------------------------------------------

    def _make_words_card(self) -> Card:
        card = Card("What the report says")
        kind = self._form.bind(choice_row("Kind of finding", KINDS), lambda finding: finding.kind, self._save_kind)
        self._printed.append(kind)
        self._parent = self._of_finding("parent", choice_row("Belongs to", [(None, "No cause of concern")]))
        number = self._of_finding("number", line_row("Number", "As the inspectors print it; if empty, the app counts."))
        scope = self._of_finding("scope", line_row("Chapter", "Force, region or unit; empty for this force."))
        reference = self._of_finding("reference", line_row("Reference", "The inspectors’ own, where they give one."))
        lead_in = self._of_finding(
            "lead_in", area_row("Lead-in", "The line over a list of findings: “By 30 September, the force should:”", lines=1)
        )
        self.heading = self._of_finding("heading", area_row("The finding in one sentence", "It can stand alone: “The force should …”"))
        self.texts = {
            "wording": self._text("wording", "Inspectors’ words", "The whole finding, exactly as in the report."),
            "evidence": self._text("evidence", "Inspectors’ evidence", "What they say in support of it."),
            "reason": self._text("reason", "Why not, or with whom", "Printed in the record."),
        }
        fields = (SideBySide(kind, self._parent), SideBySide(number, reference, scope), self.heading, lead_in)
        for each in (*fields, self.texts["wording"], self.texts["evidence"]):
            card.body.addWidget(each)
        card.body.setSpacing(14)
        return card

    def _make_reach_card(self, today: Callable[[], date]) -> Card:
        card = Card("For whom, and by when")
        applies = self._of_finding("applies", choice_row("Is it for this force?", _APPLIES))
        addressed = self._of_finding("addressed_to", lines_row("Made to", "Such as Chief constables; one on each line."))
        limit = self._form.bind(choice_row("Time limit", _LIMITS), lambda finding: finding.due.kind, self._save_limit_kind)
        self._limit_rows = {
            DueKind.DATE: self._of_limit(DueKind.DATE, "date", date_row("Last day", today)),
            DueKind.MONTH: self._of_limit(DueKind.MONTH, "date", date_row("Month", today, "Such as March 2025.", month=True)),
            DueKind.WITHIN: self._of_limit(
                DueKind.WITHIN, "within", parsed_row("Within", read_period, period_in_words, "Such as 3 months, from publication.")
            ),
        }
        self._limit_text = self._form.bind(
            line_row("Time limit in the inspectors’ words", "Such as “By 31 March 2025”. Printed as it stands here."),
            lambda finding: finding.due.text,
            lambda value: self._save_limit(text=value),
        )
        for each in (SideBySide(applies, addressed), self.texts["reason"], SideBySide(limit, *self._limit_rows.values()), self._limit_text):
            card.body.addWidget(each)
        self._printed += [limit, self._limit_text]
        card.body.setSpacing(14)
        return card

    def _make_sources_card(self, today: Callable[[], date]) -> Card:
        def rows() -> dict[str, Row]:
            return {
                "title": line_row("Title of the report or letter"),
                "published_on": date_row("Published", today),
                "number": line_row("Number there"),
                "page": number_row("Page"),
            }

        def save(index: int, name: str, value: Any) -> bool:
            return self._do(findings.change_source, self._finding.id, index, **{name: value})

        card = Card("Where else it appears")
        hint = "Other reports or letters with the same finding, such as the letter that told of an accelerated cause of concern."
        self.sources = Several("source", hint, rows, (("title",), ("published_on", "number", "page")), save)
        self.sources.add_asked.connect(lambda: self._do(findings.add_source, self._finding.id))
        self.sources.remove_asked.connect(lambda index: self._do(findings.remove_source, self._finding.id, index))
        card.body.addWidget(self.sources)
        return card

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.answer)
        head.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._words_card)
        column.addWidget(self._reach_card)
        column.addWidget(self._sources_card)
        column.addStretch(1)

    # --- Reading and saving -----------------------------------------------------------------

    def _of_finding(self, name: str, row: Row) -> Row:
        def save(value: Any) -> bool:
            return self._do(findings.change_finding, self._finding.id, **{name: value})

        if is_printed(f"findings[any].{name}"):
            self._printed.append(row)
        return self._form.bind(row, lambda finding: getattr(finding, name), save)

    def _of_limit(self, kind: DueKind, name: str, row: Row) -> Row:
        nothing = getattr(Due(), name)
        self._printed.append(row)
        return self._form.bind(
            row,
            lambda finding: getattr(finding.due, name) if finding.due.kind is kind else nothing,
            lambda value: self._save_limit(**{name: value}),
        )

    def _text(self, name: str, words: str, hint: str) -> TextBox:
        def save(text: RichText) -> bool:
            return self._do(texts.save_text, f"findings[{self._finding.id}].{name}", text)

        made = TextBox(words, save, hint)
        made.edit.offers_fields = False  # the inspectors' words
        return made

    def _save_kind(self, kind: FindingKind) -> bool:
        return self._do(findings.change_kind, self._finding.id, kind)

    def _save_limit(self, **values: Any) -> bool:
        return self._do(findings.change_finding, self._finding.id, due=replace(self._finding.due, **values))

    def _save_limit_kind(self, kind: DueKind) -> bool:
        """Keep of the limit what the other kind has too; what it has not would be printed all the same."""
        due = self._finding.due
        day = due.date if kind in (DueKind.DATE, DueKind.MONTH) else None
        if day and kind is DueKind.MONTH:
            day = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        within = due.within if kind is DueKind.WITHIN else ""
        text = due.text if kind is not DueKind.NONE else ""
        return self._do(findings.change_finding, self._finding.id, due=Due(kind, day, within, text))

    def _offer_parents(self, record: Record, finding: Finding) -> None:
        """Offer the causes of concern that a recommendation can belong to; nothing else belongs to one."""
        causes = [(each.id, finding_label(record, each)) for each in record.findings if each.kind.is_cause]
        box = self._parent.control
        assert isinstance(box, Choice)
        box.offer([(None, "No cause of concern"), *causes])
        self._parent.setVisible(finding.kind is FindingKind.RECOMMENDATION and bool(causes))
