"""Check the record: what stops publication, what to look at, hints, and whether it is ready (checks)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import set_aside
from response_app.authoring.judging import can_pass
from response_app.authoring.readiness import readiness
from response_app.authoring.structure import structure_faults
from response_app.checks import Severity
from response_app.domain.changes import Changes
from response_app.domain.record import Record
from response_app.errors import AppError

from .. import theme
from ..messages import announce
from ..models.problem_groups import Group, asides, grouped, lead, of_class
from ..record_check import RecordCheck
from ..state import State
from ..tasks import Cancel, Task, run_in_background
from ..widgets.basics import Card, button, label
from ..widgets.problem_card import ProblemCard
from ..widgets.ready_card import ReadyCard, StructureCard
from .base import RecordPage

_TWO_COLUMNS = 820
"""From this width on, in pixels at 100 %, the second column stands beside what was found."""
_SIDE_WIDTH = 354
_PASSING = (
    "“Wrong” is always put right. What the law or an office rule asks for can be passed by a named person with a reason: that is done "
    "under “Sign off and publish”."
)


class CheckPage(RecordPage):
    """What the checks say of the open record, as it is written.

    Signals:
        go_requested: (Problem) the user wants to see it where it stands.
        told_with_undo: (str) something was done that can be taken back.
        continue_requested: the user wants the next page.
        place_requested: (str) the user wants the page of that key.
        bug_found: (Exception) making the PDF failed by a fault of the app's.
    """

    go_requested = Signal(object)
    told_with_undo = Signal(str)
    continue_requested = Signal()
    place_requested = Signal(str)
    bug_found = Signal(object)

    def __init__(self, state: State, check: RecordCheck, parent: QWidget | None = None) -> None:
        """Make the page; `check` follows the open record."""
        super().__init__(state, parent)
        self.setAccessibleName("Check the record")
        self._check = check
        self._stopping = -1
        self._waits = False
        self._looked_at: Record | None = None
        self._task: Task | None = None
        _, self.lead = self.add_title("Check the record", lead(None))
        self.nothing = Card()
        self.nothing.body.addWidget(label("Nothing stops publication", "h2"))
        self.nothing_more = label("", "quiet")
        self.nothing.body.addWidget(self.nothing_more)
        for words, place in (("Read the preview", "preview"), ("Go to Sign off and publish", "publish")):
            leads_on = button(words)
            leads_on.clicked.connect(lambda _checked=False, place=place: self.place_requested.emit(place))
            self.nothing.body.addWidget(leads_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem = ProblemCard("There is a problem", stops=True, note=_PASSING)
        self.warnings = ProblemCard("Look at these", one="warning")
        self.hints = ProblemCard("Hints", one="hint")
        self._cards = (self.problem, self.warnings, self.hints)
        self.ready, self.structure = ReadyCard(), StructureCard()
        self.go_on = button("Continue")
        self.go_on.clicked.connect(self.continue_requested)
        self._lay_out()
        for card in self._cards:
            card.go_requested.connect(self.go_requested)
            card.aside_requested.connect(self._set_aside)
            card.heed_requested.connect(self._heed)
        check.judged.connect(self._show_if_seen)
        theme.theme().changed.connect(self._arrange)

    # --- What the window calls ----------------------------------------------------------------

    def enter(self) -> None:
        """Show what is known, and look at the structure of the PDF."""
        self._stopping = -1
        if self.state.record is not None and (self._check.record is None or self._check.record.record_id != self.state.record.record_id):
            for card in self._cards:
                card.begin_anew()
        self._waits = not self._check.is_current
        self._check.hurry()
        self._show_verdict()
        self._look_at_structure()

    def leave(self) -> None:
        """Nothing is typed here that has to be saved; the PDF is made no further."""
        if self._task is not None:
            self._task.cancel()
            self._task, self._looked_at = None, None

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Nothing at once: the verdict comes when the record has been read."""

    def first_focus(self) -> QWidget | None:
        """The way to the first thing that was found."""
        for card in self._cards:
            if not card.isHidden() and card.rows and not card.rows[0].isHidden():
                return card.rows[0].go
            if not card.isHidden() and card.asides is not None:
                return card.asides.review
        return self.go_on

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the second column beside what was found, or below it where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    # --- What was found -----------------------------------------------------------------------

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show_verdict()
            self._waits = self._waits and not self._check.is_current

    def _show_verdict(self) -> None:
        verdict, record = self._check.verdict, self._check.record
        self.lead.setText(lead(verdict))
        self.nothing.setVisible(verdict is not None and not verdict.stopping)
        if verdict is None or record is None:
            for card in self._cards:
                card.hide()
            return
        focus = QApplication.focusWidget()
        card_before = next((each for each in self._cards if focus is not None and each.isAncestorOf(focus)), None)
        was_here = focus is None or self.isAncestorOf(focus)
        problems, aside = verdict.problems, verdict.set_aside
        stopping = verdict.stopping
        self.problem.show_groups(record, grouped(stopping), noted=any(can_pass(each) for each in stopping))
        for card, severity in ((self.warnings, Severity.WARNING), (self.hints, Severity.HINT)):
            card.show_groups(record, grouped(of_class(problems, severity)), asides(record, of_class(aside, severity)))
        self.nothing_more.setText("Warnings and hints never stop it." if problems else "The checks found nothing to look at.")
        self.ready.show_lines(readiness(record, verdict, self._check.off))
        self._tell(len(stopping))
        self._keep_keyboard(was_here, focus, card_before)

    def _tell(self, stopping: int) -> None:
        """Let a screen reader say that another number of problems stops publication now."""
        if self._stopping not in (-1, stopping):
            announce(self.lead, self.lead.text() if stopping else "Nothing stops publication.")
        self._stopping = stopping

    def _keep_keyboard(self, was_here: bool, focus: QWidget | None, card: ProblemCard | None) -> None:
        """What had the keyboard may be gone with its row."""
        target = (card.last_stop() if card is not None else None) or self.first_focus()
        gone = focus is None or not focus.isVisible() or (self._waits and focus is self.go_on)
        if was_here and gone and self.isVisible() and target is not None:
            target.setFocus()

    # --- Setting aside ------------------------------------------------------------------------

    def _set_aside(self, group: Group, reason: str) -> None:
        if self.state.do(set_aside.set_problems_aside, self.state.record_id, group.problems, reason) is not None:
            for card in (self.warnings, self.hints):
                card.close_reason(group)
            self._after("The warning is set aside." if group.first.severity is Severity.WARNING else "The hint is set aside.")

    def _heed(self, kept: object) -> None:
        if self.state.do(set_aside.heed_all_again, self.state.record_id, kept) is not None:
            self._after("It is heeded again.")

    def _after(self, words: str) -> None:
        self._check.hurry()
        self.told_with_undo.emit(words)

    # --- The structure of the PDF -------------------------------------------------------------

    def _look_at_structure(self) -> None:
        """Make the PDF of the record as it is now, in the background, unless it is the one that was looked at."""
        record = self.state.record
        if record is None or record is self._looked_at:
            return
        self._looked_at = record
        self.structure.show_begun()
        today, read = self.state.today(), self.state.workspace.read_attached

        def work(cancel: Cancel) -> list[str]:
            cancel.check()
            return structure_faults(record, today=today, read=read)

        self._task = run_in_background(work, self._structure_known, self._structure_failed, owner=self)

    def _structure_known(self, faults: list[str]) -> None:
        self._task = None
        self.structure.show_faults(faults)

    def _structure_failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, AppError):
            self.structure.show_not_made(str(error))
        else:
            self.structure.show_not_made("This is a fault in the app.")
            self.bug_found.emit(error)

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        found = QVBoxLayout()
        found.setSpacing(14)
        for each in (self.nothing, self.problem, self.warnings, self.hints):
            found.addWidget(each)
        found.addStretch(1)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for each in (self.ready, self.structure):
            column.addWidget(each)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(18)
        self._body.addLayout(found, 1)
        self._body.addWidget(self._side)
        self.content.addLayout(self._body)
        self.content.addStretch(1)

    def _arrange(self) -> None:
        pixels = theme.theme().pixels
        wide = self.width() >= pixels(_TWO_COLUMNS)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMaximumWidth(pixels(_SIDE_WIDTH) if wide else 16_777_215)
        self._side.setMinimumWidth(pixels(_SIDE_WIDTH) if wide else 0)
