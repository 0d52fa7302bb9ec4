"""What the user does with the findings of a report before they are saved: take, change, split, join, add (report in)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Applies, FindingKind
from response_app.intake import triage as steps
from response_app.intake.lines import Form, Reading
from response_app.intake.proposal import ProposedFinding, ScopeKind
from response_app.intake.triage import Row, Triage

from ..messages import announce
from ..models.triage_steps import TriageSteps
from ..widgets.finding_triage_form import lacks_reason
from ..widgets.found_card import FoundCard
from ..widgets.triage_list import can_be_split


class FindingTools(QObject):
    """Makes steps of what is asked for on the card.

    Attributes:
        reading: the report whose lines can be chosen.
    """

    def __init__(self, history: TriageSteps, found: FoundCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reading = Reading(Form.TEXT, ())
        self._history = history
        self._found = found
        found.tool_asked.connect(self.act)
        found.list.split_asked.connect(self._ask_to_split)
        found.restated.take_asked.connect(self._take_restated)
        found.form.change_asked.connect(self._change)
        found.form.place_asked.connect(self._place)
        found.split.split_asked.connect(self._split)
        found.add.add_asked.connect(self._add_typed)
        for panel in (found.form, found.split, found.add):
            panel.closed.connect(self._close_panel)

    def selected(self) -> list[Row]:
        """Return the selected findings, in their order."""
        wanted = self._found.selected_ids()
        return [row for row in self._history.triage.rows if row.id in wanted]

    def _close_panel(self) -> None:
        self._found.show_panel(None)

    def act(self, key: str) -> None:
        """Do what a button, a key or the menu asks for."""
        ids = self._found.selected_ids()
        acts = {
            "take": lambda: self._take(ids),
            "leave": lambda: self._history.take("leave out", steps.take(self._history.triage, ids, taken=False)),
            "applies": lambda: self._change("say that it applies", {"applies": Applies.YES}),
            "not": self._does_not_apply,
            "correct": self._correct,
            "split": self._ask_where_to_split,
            "join": self._join,
            "add": self._ask_for_missed,
        }
        if ids or key == "add":
            acts[key]()

    def _take(self, ids: list[str]) -> None:
        """Take them all, or leave them out where all are taken."""
        every = all(row.taken for row in self.selected())
        self._history.take("leave out" if every else "take", steps.take(self._history.triage, ids, taken=not every))

    def take_one(self, row_id: str, taken: bool) -> None:
        """Take one finding, or leave it out."""
        self._history.take("take" if taken else "leave out", steps.take(self._history.triage, [row_id], taken))

    def _change(self, name: str, values: Mapping[str, object]) -> None:
        self._history.take(name, steps.change(self._history.triage, self._found.selected_ids(), **values))

    def _does_not_apply(self) -> None:
        """Decide it, and where the record prints a reason that is not there show the field for it; Enter goes to it."""
        self._change("say that it does not apply", {"applies": Applies.NO})
        rows = self.selected()
        if any(map(lacks_reason, rows)):
            form = self._found.form
            form.show_rows(rows, reason_alone=form.asks_reason_alone or self._found.panel is not form)
            self._found.show_panel(form, keyboard=False)
            announce(self._found, "Does not apply. The record prints the reason: press Enter to write it.")

    def _place(self, kind: ScopeKind, scope: str) -> None:
        self._history.take("say for whom it is", steps.place(self._history.triage, self._found.selected_ids(), kind, scope))

    def _correct(self) -> None:
        self._found.form.show_rows(self.selected(), reason_alone=False)
        self._found.show_panel(self._found.form)

    def _ask_where_to_split(self) -> None:
        rows = self.selected()
        if len(rows) == 1 and can_be_split(rows[0]):
            self._found.split.show_row(rows[0])
            self._found.show_panel(self._found.split)
        else:
            announce(self._found, "Select one finding that has more than one piece to split it.")

    def _ask_to_split(self, row_id: str) -> None:
        self._found.select([row_id])
        self._ask_where_to_split()

    def _split(self, row_id: str, at: int) -> None:
        before = [row.id for row in self._history.triage.rows]
        self._found.show_panel(None)
        self._history.take("split finding", steps.split(self._history.triage, row_id, at))
        new = next(row.id for row in self._history.triage.rows if row.id not in before)
        self._found.select([new])

    def _join(self) -> None:
        ids = self._found.selected_ids()
        if len(ids) > 1:
            self._history.take("join findings", steps.join(self._history.triage, ids))
            self._found.select(ids[:1])

    def _ask_for_missed(self) -> None:
        self._found.add.begin()
        self._found.show_panel(self._found.add)

    def _add_typed(self, kind: FindingKind, words: str) -> None:
        self._found.show_panel(None)
        self._add(kind, steps.add(self._history.triage, kind, from_plain(words)))

    def add_chosen(self, kind: FindingKind, first: int, last: int) -> None:
        """The words that were chosen in the report become a finding."""
        from response_app.intake.chosen import chosen_span, chosen_text

        reading = self.reading
        text = chosen_text(reading, first, last)
        if text:
            self._add(kind, steps.add(self._history.triage, kind, text, chosen_span(reading, first, last)))

    def _add(self, kind: FindingKind, added: tuple[Triage, str]) -> None:
        triage, row_id = added
        self._history.take(f"add {kind.words[0].lower()}{kind.words[1:]}", triage)
        self._found.select([row_id])
        announce(self._found, f"{kind.words} added.")

    def add_evidence(self, first: int, last: int) -> None:
        """The words that were chosen in the report belong to the current finding."""
        from response_app.intake.chosen import chosen_span, chosen_text

        reading, row_id = self.reading, self._found.current_id()
        text = chosen_text(reading, first, last)
        if text and row_id:
            span = chosen_span(reading, first, last)
            self._history.take("add evidence", steps.add_evidence(self._history.triage, row_id, text, span))

    def _take_restated(self, proposed: ProposedFinding) -> None:
        row = Row(replace(proposed, restated=False))
        self._history.take("take restated finding", replace(self._history.triage, rows=(*self._history.triage.rows, row)))
        self._found.select([row.id])
