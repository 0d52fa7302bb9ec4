"""Sign off and publish: the steps as acts, each with who, when and how; what comes next is said (record out)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from response_app.authoring import acts, looked_at
from response_app.authoring.looked_at import PROMINENT
from response_app.authoring.publication_folder import website_words
from response_app.authoring.publication_steps import Judged, Standing, Step, StepKey, steps, with_changes
from response_app.domain.changes import Changes
from response_app.domain.corrections import is_frozen
from response_app.domain.record import Record
from response_app.errors import AppError

from .. import theme
from ..record_check import RecordCheck
from ..state import State
from ..tasks import Task, run_in_background
from ..widgets.act_form import ActForm
from ..widgets.basics import Card, label, rule
from ..widgets.clock_card import ClockCard
from ..widgets.first_page import FirstPage, MakePages
from ..widgets.step_row import StepRow
from .base import RecordPage
from .publish_facts import CopiesSent, Facts, WordsToCopy, facts_of, take_back_of
from .publish_files import FilesPanel, Written
from .publish_forms import act_of, form_for
from .publish_letters import Letters
from .publish_looks import LookedAtCard
from .publish_plan import PlanLine

_TWO_COLUMNS = 860
"""From this width on, in pixels at 100 %, the clock and the PDF stand beside the steps."""
_SIDE_WIDTH = 420
_ROOM_OF_PDF = 100
"""How much of the room the PDF takes until it is as high as it may be; what is left then stays empty, and the clock as it is."""
_BESIDE = 520
"""From this width on, in pixels at 100 %, a step's status and button stand beside its words."""
_ACTIONS = {
    StepKey.CHECK: ("Open", "Open"),
    StepKey.AGREED: ("Record…", "Show"),
    StepKey.SIGNED: ("Sign off…", "Show"),
    StepKey.FILES: ("Make the files…", "Show"),
    StepKey.GIVEN: ("Record…", "Show"),
    StepKey.LIVE: ("Confirm…", "Show"),
    StepKey.COPIES: ("Record…", "Show"),
    StepKey.PROMINENT: ("It is done", "Take back"),
}
"""What the button of a step says before it is done, and after."""


class PublishPage(RecordPage):
    """The steps at the left; the clock and the PDF at the right.

    Signals:
        check_requested: the user wants to see what the checks found.
        judged: what the checks say is shown.
    """

    check_requested = Signal()
    judged = Signal()

    def __init__(self, state: State, make_pages: Callable[[bool], MakePages], check: RecordCheck, parent: QWidget | None = None) -> None:
        """Make the page; `make_pages` is what `FirstPage` takes, `check` says what every page says of the record."""
        super().__init__(state, parent)
        self.setAccessibleName("Sign off and publish")
        self.rows = {key: StepRow() for key in StepKey}
        self.clock, self.pdf, self.plan = ClockCard(), FirstPage(make_pages), PlanLine(lambda: state.today())
        self.open_key: StepKey | None = None
        self._check = check
        self._judged: Judged | None = None
        self._judging: tuple[Task, Record] | None = None
        self._made: Written | None = None
        self._steps: dict[StepKey, Step] = {}
        self._looked: frozenset[str] = frozenset()
        self.looks = LookedAtCard()
        check.judged.connect(self._judge)
        self._lay_out()
        state.record_opened.connect(self._forget_findings)
        theme.theme().changed.connect(self._arrange)

    # --- What is shown ------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the record as it is now, and what is ticked beside it."""
        record = self.state.record
        if record is not None:
            self._shown = record
            self.refresh(record, None)

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show the steps of `record`; what the checks say of it follows."""
        self.lead.setText(_lead(record))
        self.clock.show_clock(self.state.clock(record), record.inspection.published_on)
        self.plan.show_record(record)
        self._show_ticks(record)
        self._show_steps(record)
        self._judge()
        self.pdf.draw()

    def first_focus(self) -> QWidget | None:
        """The button of what comes next."""
        following = next((key for key, step in self._steps.items() if step.is_next), StepKey.CHECK)
        return self.rows[following].button

    def _show_ticks(self, record: Record) -> None:
        try:
            self._looked = self.state.workspace.ask(looked_at.looked_at, record.record_id)
        except AppError as error:
            self.state.failed.emit(error)
        self.looks.show_looked(self._looked)

    def _show_steps(self, record: Record) -> None:
        self._steps = {each.key: each for each in steps(record, self._judged, self._looked)} if self._judged else {}
        for key, row in self.rows.items():
            step = self._steps.get(key)
            row.setVisible(step is not None)
            if step is not None:
                row.show_step(step, _ACTIONS[key][step.standing is Standing.DONE])
        self._rule.setVisible(StepKey.PROMINENT in self._steps)
        self._waiting.setVisible(not self._steps)
        self.lay_out()

    @property
    def is_current(self) -> bool:
        """Whether what the checks say of the record as it stands is shown."""
        return self._judged is not None and self._judging is None and self._check.is_current

    # --- What the checks say ------------------------------------------------------------------

    def _judge(self) -> None:
        """Take what the checks say, once it is on the record as it stands, and find out what has changed since the sign-off."""
        record, verdict, off, read = self.state.record, self._check.verdict, self._check.off, self.state.workspace.read_attached
        if record is None or self._judging is not None or not self.isVisible():
            return
        if verdict is None or not self._check.is_current:
            self._check.hurry()
            return
        task = run_in_background(lambda cancel: with_changes(record, verdict, off, read), self._take, self._fail, self._drop, owner=self)
        self._judging = (task, record)

    def _take(self, found: Judged) -> None:
        judged_record = self._judging[1] if self._judging else None
        self._judging = None
        record = self.state.record
        if record is None or not self.isVisible():
            return  # coming back to the page asks anew
        if record is not judged_record:
            self._judge()
            return
        before, self._judged = self._judged, found
        self._show_steps(record)
        if before is not None and self.open_key is StepKey.FILES and before.verdict.stopping != found.verdict.stopping:
            self._open(StepKey.FILES)  # it asks for other things now
        if before is None and self.isVisible():
            self.rows[next((key for key, step in self._steps.items() if step.is_next), StepKey.CHECK)].button.setFocus()
        self._keep_in_sight()
        QTimer.singleShot(0, self, self._keep_in_sight)
        self.judged.emit()

    def _keep_in_sight(self) -> None:
        """What has the keyboard stays in sight where the rows have moved."""
        at = self.focusWidget()
        if at is not None and at.hasFocus():
            self.ensureWidgetVisible(at)

    def _fail(self, error: Exception) -> None:
        self._judging = None
        if not isinstance(error, AppError):
            raise error
        self.state.failed.emit(error)

    def _drop(self) -> None:
        self._judging = None

    def _forget_findings(self) -> None:
        self._judged = self._made = None
        self._close()
        self.pdf.forget()

    # --- What the user does -------------------------------------------------------------------

    def open_step(self, key: StepKey) -> None:
        """Open what a step asks for, or shut it where it is open."""
        if key is StepKey.CHECK:
            self.check_requested.emit()
        elif key is StepKey.PROMINENT:
            done = self._steps[key].standing is Standing.DONE
            self._act(looked_at.say_looked_at, key=PROMINENT, looked=not done)
        elif key is self.open_key:
            self._close()
        else:
            self.state.about_to_act.emit()
            self._open(key)

    def plan_day(self) -> None:
        """Ask on which day the response is to be published, where that can still be planned."""
        if not self.plan.isHidden():
            self.plan.open()
            self.ensureWidgetVisible(self.plan)

    def _open(self, key: StepKey) -> None:
        record = self.state.record
        if record is None or self._judged is None:
            return
        self._close()
        self.open_key = key
        panel, first = self._files_panel(self._judged) if key is StepKey.FILES else self._panel(key, record)
        self.rows[key].open(panel)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, panel, lambda: self._bring_up(key, panel))

    def _bring_up(self, key: StepKey, panel: QWidget) -> None:
        """Show the whole step with what is open under it, or as much of that as there is room for."""
        row = self.rows[key]
        self.ensureWidgetVisible(row if row.height() < self.viewport().height() else panel, 0, 8)

    def _panel(self, key: StepKey, record: Record) -> tuple[QWidget, QWidget]:
        """What a step asks for, and what the keyboard comes to first."""
        inner: QWidget
        first: QWidget
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if key is StepKey.COPIES:
            self._add_copies(column, record)
        if key is StepKey.GIVEN:
            column.addWidget(WordsToCopy(self._made.files.website if self._made else website_words(record)))
        if self._steps[key].standing is Standing.DONE and key is not StepKey.COPIES and facts_of(key, record):
            facts = self._facts(key, record)
            inner, first = facts, facts.close_button
        else:
            form = self._form(key, record)
            inner, first = form, form.first
        column.addWidget(inner)
        return made, first

    def _add_copies(self, column: QVBoxLayout, record: Record) -> None:
        """The copies that were sent, and the letters that go with those that are not."""
        if record.state.copies:
            sent = CopiesSent(record.state.copies)
            sent.removed.connect(self._remove_copy)
            column.addWidget(sent)
        letters = Letters(self.state, record)
        letters.failed.connect(self.state.failed)
        column.addWidget(letters)

    def _facts(self, key: StepKey, record: Record) -> Facts:
        facts = Facts(facts_of(key, record), f"Take back: {self._steps[key].title}")
        facts.left.connect(self._close_and_return)
        facts.taken_back.connect(lambda: self._take_back(key))
        return facts

    def _form(self, key: StepKey, record: Record) -> ActForm:
        form = form_for(key, record, self.state.today)
        form.left.connect(self._close_and_return)
        form.saved.connect(lambda values: self._save(key, values))
        return form

    def _files_panel(self, judged: Judged) -> tuple[QWidget, QWidget | None]:
        record = self.state.record
        made = self._made if record is not None and record.state.publication.files else None
        panel = FilesPanel(self.state, judged, made)
        panel.left.connect(self._close_and_return)
        panel.decided.connect(self._close_and_return)
        panel.written.connect(self._keep_written)
        panel.renewed.connect(self.rows[StepKey.FILES].order_panel)
        return panel, panel.first

    def _save(self, key: StepKey, values: dict[str, Any]) -> None:
        use_case, given = act_of(key, values)
        self._act(use_case, **given)

    def _take_back(self, key: StepKey) -> None:
        record = self.state.record
        back = take_back_of(key, record) if record is not None else None
        if back is not None:
            self._act(back[0], *back[1])

    def _remove_copy(self, number: int) -> None:
        self._act(acts.remove_copy, number)

    def _act(self, use_case: Callable[..., Changes], *args: Any, **values: Any) -> None:
        """Do it; where it was kept, the panel closes and the next step has the keyboard."""
        if self.state.do(use_case, self.state.record_id, *args, **values) is not None:
            record = self.state.record
            if record is not None:
                self._show_ticks(record)
                self._show_steps(record)
            self._close_and_return()

    def _keep_written(self, made: Written) -> None:
        self._made = made
        self._open(StepKey.FILES)

    def _close(self) -> None:
        if self.open_key is not None:
            self.rows[self.open_key].close_panel()
            self.open_key = None

    def _close_and_return(self) -> None:
        """Close what is open; the keyboard goes to the step that comes next, and stays at this one where none does."""
        at = self.open_key
        self._close()
        following = next((key for key, step in self._steps.items() if step.is_next), at or StepKey.CHECK)
        self.rows[following].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _plan(self, day: date | None) -> None:
        self.state.do(acts.plan, self.state.record_id, day)

    def _tick(self, key: str, ticked: bool) -> None:
        self.state.do(looked_at.say_looked_at, self.state.record_id, key, ticked, initiator=self)

    # --- Looks --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clock and the PDF beside the steps, or below where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        looks = theme.theme()
        wide = self.width() >= looks.pixels(_TWO_COLUMNS)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        width = max(looks.pixels(_SIDE_WIDTH), self.width() * 2 // 5) if wide else 0
        self._side.setMinimumWidth(width)
        self._side.setMaximumWidth(width or 16_777_215)
        for row in self.rows.values():
            row.stack(self.width() - width < looks.pixels(_BESIDE))
        self.pdf.setMinimumHeight(looks.pixels(420))
        self.pdf.setMaximumHeight(looks.pixels(720))

    def _lay_out(self) -> None:
        title, lead = label("Sign off and publish", "h1"), label("", "lead")
        self.lead: QLabel = lead
        left = QVBoxLayout()
        left.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(lead)
        left.addLayout(words)
        left.addWidget(self._steps_card())
        self.looks.ticked.connect(self._tick)
        left.addWidget(self.looks)
        left.addStretch(1)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.clock.below.addWidget(self.plan)
        self.plan.planned.connect(self._plan)
        column.addWidget(self.clock)
        column.addWidget(self.pdf, _ROOM_OF_PDF)
        column.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(18)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._side)
        self.content.addLayout(self._body)

    def _steps_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        self._waiting = label("Checking the record…", "quiet")
        self._waiting.setContentsMargins(16, 10, 16, 10)
        card.body.addWidget(self._waiting)
        self._rule = rule()
        for number, (key, row) in enumerate(self.rows.items()):
            row.asked.connect(lambda key=key: self.open_step(key))
            if number:
                card.body.addWidget(self._rule if key is StepKey.PROMINENT else rule())
            card.body.addWidget(row)
        return card


def _lead(record: Record) -> str:
    label_words = record.state.version_label
    if is_frozen(record.state):
        return f"Version {label_words} is published and does not change. Start a correction under After publication."
    version = f"Version {label_words}." if label_words.strip() else "The record has no version yet."
    return f"{version} A change to any word after sign-off takes the sign-off away and says which words."
