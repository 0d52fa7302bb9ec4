"""All findings that need an answer or a reason, as a table in which many are decided at once (answers to findings)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from response_app.authoring import answers
from response_app.domain.changes import Changes
from response_app.domain.corrections import is_frozen
from response_app.domain.record import Record
from response_app.domain.richtext import RichText

from ..editors.flow import FlowRow
from ..messages import announce
from ..models.answers_model import AnswersModel, Line, count_words, lines_of
from ..widgets.answers_filters import AnswersFilters
from ..widgets.answers_view import DOES, AnswersView
from ..widgets.basics import Card, button, label, rule
from ..widgets.bulk_strips import OwnerStrip, ReasonStrip
from ..widgets.finding_labels import short_labels
from .base import Do

_KEY_LINE = (
    "Space or Shift and the arrow keys select · Ctrl+A all · A applies · N does not apply · O sets the owner · Enter opens the answer · "
    "Esc goes back"
)
_KEYS_TO_READ = "Enter opens the answer · Esc goes back"


class AnswersTable(Card):
    """The table with its filters, what can be done with the rows, and the strips that ask for a reason or an owner.

    Signals:
        open_asked: (str) the answer to this finding is wanted.
        list_asked: the list is wanted in place of the table.
        shown: (QWidget) this has come up and is to be in view.
        told_with_undo: (str) something was done to many, which can be undone.
    """

    open_asked = Signal(str)
    list_asked = Signal()
    shown = Signal(object)
    told_with_undo = Signal(str)

    def __init__(self, do: Do, parent: QWidget | None = None) -> None:
        """Make it; `do` runs a use case on the open record, and shows it again."""
        super().__init__("Findings", parent)
        self._do = do
        self._record: Record | None = None
        self._all: tuple[Line, ...] = ()
        self._working_on: list[str] = []
        self.model = AnswersModel(self)
        self.filters = AnswersFilters()
        self.view = AnswersView(self.model)
        self.none = label("No findings match. Change what you look for.", "lead")
        self.selected = label("", "quiet", wrap=False)
        self.reason, self.owner = ReasonStrip(), OwnerStrip()
        self.to_list = button("Show as a list")
        self.tools = {does: button(words) for does, (_, words) in DOES.items()}
        self._lay_out()
        self._connect()

    def show_record(self, record: Record, current: str = "") -> None:
        """Show the findings of a record; selection and place stay where they can.

        Args:
            record: the open record.
            current: the finding to go to; "" for where one is.
        """
        if self._record is not None and self._record.record_id != record.record_id:
            self._forget()
        self._record = record
        self._keys.setText(_KEYS_TO_READ if self._is_frozen else _KEY_LINE)
        self._all = lines_of(record)
        self.filters.offer(self._all)
        self._show(current)

    def first_focus(self) -> QWidget:
        """The table, or the field over it where nothing is found."""
        return self.view if self.model.lines else self.filters.words

    # --- What is shown ------------------------------------------------------------------------

    def _show(self, current: str = "") -> None:
        selected, at = self.view.selected_ids(), max(self.view.currentIndex().row(), 0)
        current = current or self.view.current_id()
        wanted = self.filters.wanted
        found = [each for each in self._all if wanted.takes(each)]
        fresh = self.model.show(found)
        if fresh or current != self.view.current_id():
            self.view.choose(selected, current, at)
        words = count_words(self._all)
        self.title.setText(words if len(found) == len(self._all) else f"{words}. Shown: {len(found)}")
        had_keyboard = self.view.hasFocus()
        self.view.setVisible(bool(found))
        self.none.setVisible(not found)
        if had_keyboard and not found:
            self.filters.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_selected()

    def _show_selected(self) -> None:
        count, current = len(self.view.selected_ids()), self.view.current_id()
        for does, tool in self.tools.items():
            tool.setEnabled(bool(current) and (self._can_open(current, count) if does == "open" else not self._is_frozen))
            tool.setHidden(self._is_frozen and does != "open")
        label_of = next((each.label for each in self.model.lines if each.id == current), "")
        self.selected.setText(f"{count} selected" if count else label_of)

    def _can_open(self, current: str, selected: int) -> bool:
        """Whether one is chosen that has an answer, or a reason that may still be written."""
        line = next((each for each in self.model.lines if each.id == current), None)
        return selected < 2 and line is not None and (line.needs_answer or not self._is_frozen)

    @property
    def _is_frozen(self) -> bool:
        """Whether the record is published, so that only answers can be opened."""
        return self._record is not None and is_frozen(self._record.state)

    def _forget(self) -> None:
        self.filters.show_all()
        self._close_strips()
        self.view.clearSelection()

    def _filter(self) -> None:
        self._close_strips()
        self._show()
        announce(self, f"{len(self.model.lines)} of {len(self._all)} findings are shown")

    # --- What the user does -------------------------------------------------------------------

    def act(self, does: str) -> None:
        """Do one of `DOES` with the selected findings, else with the current one."""
        ids, record = self.view.chosen_ids(), self._record
        if record is None or not ids or not self.tools[does].isEnabled():
            return
        self._close_strips()
        self._working_on = ids
        findings, labels = [record.finding(each) for each in ids], short_labels(record)
        if does == "applies":
            self._run(answers.decide_that_they_apply, f"{_counted(ids)} now {_applies(ids)}.", ids, tuple(ids))
        elif does == "not":
            self.reason.ask(findings, labels)
            self._bring_up(self.reason)
        elif does == "owner":
            self.owner.ask(findings, labels, _owners(record))
            self._bring_up(self.owner)
        else:
            self._open(self.view.current_id())

    def _open(self, finding_id: str) -> None:
        """Open the answer; of a finding that is for others there is none, but its reason."""
        line = next(each for each in self.model.lines if each.id == finding_id)
        if line.needs_answer:
            self.open_asked.emit(finding_id)
        elif self._record is not None and not self._is_frozen:
            self._working_on = [finding_id]
            self.reason.ask([self._record.finding(finding_id)], short_labels(self._record))
            self._bring_up(self.reason)

    def _take_reasons(self, reasons: dict[str, RichText]) -> None:
        ids = self._still_there()
        words = f"{_counted(ids)} {_applies(ids, no=True)}."
        if ids and self._run(answers.decide_that_they_do_not, words, ids, {each: reasons[each] for each in ids}):
            self._leave_strip()

    def _take_owner(self, owner: str) -> None:
        ids = self._still_there()
        if ids and self._run(answers.set_owner, f"The owner of {_counted(ids).lower()} is set.", ids, tuple(ids), owner):
            self._leave_strip()

    def _run(self, use_case: Callable[..., Changes], words: str, ids: list[str], *values: Any) -> bool:
        done = self._do(use_case, *values)
        if done:
            self.view.clearSelection()  # so that the next key does nothing more to them
        if done and len(ids) > 1:
            self.told_with_undo.emit(words)
        elif done:
            announce(self, words)
        return done

    def _still_there(self) -> list[str]:
        held = {each.id for each in self._record.findings} if self._record is not None else set()
        return [each for each in self._working_on if each in held]

    def _leave_strip(self) -> None:
        self._close_strips()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_up(self, strip: QWidget) -> None:
        self._below.hide()
        self.shown.emit(strip)

    def _close_strips(self) -> None:
        self._below.show()
        for strip in (self.reason, self.owner):
            strip.hide()

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.head.addWidget(self.to_list)
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.setSpacing(0)
        filters, self._below = QWidget(), QWidget()
        over = QVBoxLayout(filters)
        over.setContentsMargins(16, 10, 16, 10)
        over.addWidget(self.filters)
        tools = QWidget()
        row = FlowRow(tools, QMargins(), 8, last_at_right=False)
        for each in (*self.tools.values(), self.selected):
            row.addWidget(each)
        foot = QVBoxLayout(self._below)
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(6)
        foot.addWidget(tools)
        self._keys = label(_KEY_LINE, "quiet")
        foot.addWidget(self._keys)
        self.none.setContentsMargins(16, 16, 16, 16)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for part in (filters, rule(), self.view, self.none, rule(), self.reason, self.owner, self._below):
            self.body.addWidget(part, 1 if part in (self.view, self.none) else 0)

    def _connect(self) -> None:
        for does, tool in self.tools.items():
            tool.clicked.connect(lambda _checked=False, does=does: self.act(does))
        self.view.asked.connect(self.act)
        self.view.left.connect(self.list_asked)
        self.view.selected.connect(self._show_selected)
        self.to_list.clicked.connect(self.list_asked)
        self.filters.changed.connect(self._filter)
        self.filters.left.connect(lambda: self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason))
        self.reason.taken.connect(self._take_reasons)
        self.owner.taken.connect(self._take_owner)
        for strip in (self.reason, self.owner):
            strip.left.connect(self._leave_strip)


def _owners(record: Record) -> list[str]:
    """Return who owns an action already, in either half, each once."""
    named = [owner for each in record.findings for owner in (*(action.owner for action in each.action), each.chief.owner)]
    return sorted({owner for owner in named if owner}, key=str.casefold)


def _counted(ids: list[str]) -> str:
    return "The finding" if len(ids) == 1 else f"{len(ids)} findings"


def _applies(ids: list[str], *, no: bool = False) -> str:
    if no:
        return "does not apply" if len(ids) == 1 else "do not apply"
    return "applies" if len(ids) == 1 else "apply"
