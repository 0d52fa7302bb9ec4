"""The commissioner's half of an answer: actions taken, proposed, or none and why (answers to findings, s.55(5B))."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from response_app.authoring import answers
from response_app.domain.answering import has_words, served_by
from response_app.domain.changes import Changes
from response_app.domain.corrections import is_frozen
from response_app.domain.finding import ActionKind, Finding
from response_app.domain.record import Record
from response_app.domain.richtext import RichText
from response_app.domain.selection import to_answer
from response_app.domain.titles import in_a_row, possessive, the_body

from ..editors.flow import FlowRow
from ..messages import announce
from ..state import State
from ..widgets.action_box import ActionBox
from ..widgets.basics import Card, button, label
from ..widgets.finding_labels import short_labels
from ..widgets.finding_picker import FindingPicker
from ..widgets.saved_text import SavedText
from ..widgets.tab_order import come_before
from .base import RecordPage


class OwnAnswer(Card):
    """The actions on one finding, one below the other.

    Signals:
        changed: something of the answer is stored that was not before.
        removed: an action was taken out, which can be undone.
        finding_requested: (str) the user wants another finding.
        continue_requested: the user wants the next finding, or page.
        asks: (QWidget) something is asked, which is to be in view.
    """

    changed = Signal()
    removed = Signal()
    finding_requested = Signal(str)
    continue_requested = Signal()
    asks = Signal(object)

    def __init__(self, state: State, page: RecordPage, parent: QWidget | None = None) -> None:
        super().__init__("The commissioner’s answer", parent)
        self._state = state
        self._page = page
        self._record_id = ""
        self._finding: Finding | None = None
        self.written: list[_OneAction] = []
        self.together = _Together()
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(12)
        self.add = button("+ Add a second action", "link")
        self.with_another = button("Answer together with another finding…", "link")
        self.go_on = button("Continue", "primary")
        self.serves = label("", "quiet")
        self.picker = FindingPicker("Answer this finding together with", "Findings to answer this one together with")
        self.body.addWidget(self.together)
        self.body.addLayout(self._boxes)
        self.body.addWidget(self.serves)
        self.body.addWidget(self.picker)
        self.body.addWidget(self._foot())
        self.add.clicked.connect(self._add)
        self.with_another.clicked.connect(self._offer_findings)
        self.picker.chosen.connect(self._answer_with)
        self.picker.closed.connect(self._leave_picker)
        self.go_on.clicked.connect(self.continue_requested)
        self.together.finding_requested.connect(self.finding_requested)
        self.together.alone_requested.connect(lambda: self._answer_with(None))

    def show_finding(self, record: Record, finding: Finding, labels: dict[str, str]) -> None:
        """Show the answer to a finding; `labels` are the kinds and numbers of all, by id."""
        before = len(self._finding.action) if self._finding is not None else 0
        if self._finding is not None and self._finding.id != finding.id:
            self.picker.hide()
        self._record_id, self._finding = record.record_id, finding
        whose = possessive(the_body(record))
        self.title.setText(f"{whose[:1].upper()}{whose[1:]} answer")
        frozen = is_frozen(record.state)
        self._make_boxes(max(len(finding.action), 1))
        for index, each in enumerate(self.written):
            each.show(record, finding, index, moved=before != len(finding.action))
            each.box.set_read_only(frozen)
        self.add.setVisible(bool(finding.action) and not frozen)
        self.add.setText("+ Add a second action" if len(finding.action) < 2 else "+ Add another action")
        self.add.setAccessibleName(self.add.text())
        other = record.finding(finding.answered_with) if finding.answered_with else None
        self.together.show_other(other, labels[other.id] if other else "", frozen=frozen)
        served = [labels[each.id] for each in served_by(record, finding.id)]
        begins = "This answer serves" if has_words(finding) or frozen else "What you write here will serve"
        self.serves.setText(f"{begins} {in_a_row(served)} too.")
        self.serves.setVisible(bool(served))
        self.with_another.setVisible(other is None and not frozen and bool(self._others(record)))

    def flush(self) -> bool:
        """Save what is typed and not yet saved; return whether everything is."""
        saved = [each.flush() for each in self.written]
        return all(saved)

    def first_focus(self) -> QWidget:
        """The words of the first action."""
        return self.written[0].box.box.edit

    # --- Boxes --------------------------------------------------------------------------------

    def _make_boxes(self, wanted: int) -> None:
        while len(self.written) > wanted:
            self._drop(self.written[-1])
        while len(self.written) < wanted:
            made = _OneAction(self._state, self._page, len(self.written) + 1)
            made.changed.connect(self.changed)
            made.box.remove_requested.connect(lambda made=made: self._remove(made))
            self._boxes.addWidget(made.box)
            made.box.show()  # now, and not when the event loop comes to it: the answer would be painted once too low
            come_before(made.box, self.add)
            self.written.append(made)

    def _drop(self, action: _OneAction) -> None:
        self.written.remove(action)
        self._boxes.removeWidget(action.box)
        action.box.hide()
        action.box.setParent(None)
        action.box.deleteLater()

    def _add(self) -> None:
        if self._finding is None or not self.flush():
            return
        record = self._state.record
        actions = record.finding(self._finding.id).action if record else ()
        kind = ActionKind.TAKEN if actions and actions[0].kind is ActionKind.PROPOSED else ActionKind.PROPOSED
        if self._state.do(answers.add_action, self._record_id, self._finding.id, kind, initiator=self._page):
            self.changed.emit()
            self.written[-1].box.box.edit.setFocus()

    def _remove(self, action: _OneAction) -> None:
        if self._finding is None or not self.flush():
            return
        index = self.written.index(action)
        if self._state.do(answers.remove_action, self._record_id, self._finding.id, index, initiator=self._page):
            self._drop(action)
            self.changed.emit()
            self.first_focus().setFocus()
            self.removed.emit()

    # --- Answered together --------------------------------------------------------------------

    def _others(self, record: Record) -> list[Finding]:
        """The findings with which this one can be answered: not itself, nor one that is answered with it."""
        return [each for each in to_answer(record) if self._finding is not None and not _leads_to(record, each, self._finding.id)]

    def _offer_findings(self) -> None:
        record = self._state.record
        if record is not None:
            labels = short_labels(record)
            self.picker.offer([(each.id, labels[each.id], each.heading) for each in self._others(record)])
            self.asks.emit(self.picker)

    def _leave_picker(self) -> None:
        self.picker.hide()
        self.with_another.setFocus()

    def _answer_with(self, other: str | None) -> None:
        self.picker.hide()
        if self._finding is None or not self.flush():
            return
        if self._state.do(answers.answer_together, self._record_id, self._finding.id, other, initiator=self._page):
            self.changed.emit()
            if other and not self.together.isVisible():
                announce(self.serves, self.serves.text())
            (self.together.go_to if self.together.isVisible() else self.first_focus()).setFocus()

    def _foot(self) -> QWidget:
        links, foot = QWidget(), QWidget()
        column = QVBoxLayout(links)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in (self.add, self.with_another):
            column.addWidget(each)
        row = FlowRow(foot, QMargins(), 8)
        row.addWidget(links)
        row.addWidget(self.go_on)
        return foot


class _OneAction(QObject):
    """One box and the action that it shows; an action that is not begun is made by its first words, owner, date or kind.

    Signals:
        changed: something is stored that was not before.
    """

    changed = Signal()

    def __init__(self, state: State, page: RecordPage, number: int) -> None:
        super().__init__(page)
        self.box = ActionBox(number, state.today)
        self._state = state
        self._page = page
        self._record_id = self._finding_id = ""
        self._index = 0
        self._stored = False
        self._text = SavedText(state, self.box.box.edit, page)
        self._text.saved.connect(lambda changes: self.changed.emit())
        self.box.kind_chosen.connect(lambda kind: self._change_details(*self.box.details.values))
        self.box.details_changed.connect(self._change_details)
        self.box.destroyed.connect(self.deleteLater)

    def show(self, record: Record, finding: Finding, index: int, *, moved: bool) -> None:
        """Show one action of a finding, or one that is not begun; `moved` where the number of actions is another."""
        action = finding.action[index] if index < len(finding.action) else None
        self._record_id, self._finding_id, self._index, self._stored = record.record_id, finding.id, index, action is not None
        self.box.set_number(index + 1)
        place = f"findings[{finding.id}].action[{index}].text"
        self.box.show_action(f"{record.record_id} {place}", action)
        self._text.show(record, place, action.text if action else (), None if action else self._make, moved=moved)

    def flush(self) -> bool:
        """Save what is typed and not yet saved; return whether everything is."""
        self.box.flush()
        return self._text.flush()

    def _make(self, text: RichText = ()) -> Changes | None:
        """Add the action, with whatever of it is there."""
        owner, target_on = self.box.details.values
        made = self._state.do(
            answers.add_action, self._record_id, self._finding_id, self.box.kind, text, owner, target_on, initiator=self._page
        )
        self._stored = made is not None
        return made

    def _change_details(self, owner: str, target_on: date | None) -> None:
        if not self._stored:
            done = self._make()
        else:
            where = (self._record_id, self._finding_id, self._index)
            done = self._state.do(answers.change_action, *where, self.box.kind, owner, target_on, initiator=self._page)
        if done is not None:
            self.changed.emit()


class _Together(QFrame):
    """Says with which other finding this one is answered.

    Signals:
        finding_requested: (str) the user wants to see that finding.
        alone_requested: the user wants to answer this one by itself.
    """

    finding_requested = Signal(str)
    alone_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other = ""
        self._words = label("", "label")
        self.go_to = button("", "link", "Go to the finding with the answer")
        self.alone = button("Answer it by itself", "link")
        links = QWidget()
        row = FlowRow(links, QMargins(), 12, last_at_right=False)
        row.addWidget(self.go_to)
        row.addWidget(self.alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(links)
        self.go_to.clicked.connect(lambda: self.finding_requested.emit(self._other))
        self.alone.clicked.connect(self.alone_requested)

    def show_other(self, other: Finding | None, name: str, *, frozen: bool) -> None:
        """Show the finding, or nothing; a `frozen` answer can be read only."""
        self.setVisible(other is not None)
        if other is not None:
            self._other = other.id
            more = "" if frozen else " What you write here is printed as well."
            self._words.setText(f"Answered together with {name}.{more}")
            self.alone.setHidden(frozen)
            self.go_to.setText(f"Go to {name}")
            self.go_to.setAccessibleName(f"Go to {name}, with which this is answered")


def _leads_to(record: Record, finding: Finding, target: str) -> bool:
    """Tell whether a finding is the target or is answered with it, directly or by others."""
    seen: set[str] = set()
    while finding.id not in seen:
        if finding.id == target:
            return True
        seen.add(finding.id)
        if finding.answered_with is None:
            return False
        finding = record.finding(finding.answered_with)
    return False
