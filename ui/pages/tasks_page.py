"""The task list: what there is to do on a record, how far it is, what happens next and who did what (task list)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import activity, completion, looked_at
from response_app.domain.acts import in_the_past
from response_app.domain.changes import Changes
from response_app.domain.dates import in_words
from response_app.domain.next_step import FOLLOW_UP, FORCE, INSPECTORS, NOTHING, YOU, Step, next_step_of
from response_app.domain.publication_acts import Act
from response_app.domain.record import Record
from response_app.domain.task_list import TaskGroup, TaskKey, check_task, task_list, what_happens_next
from response_app.domain.titles import body_in_a_sentence
from response_app.errors import AppError

from .. import theme
from ..state import State
from ..widgets.basics import Card, button, label, rule
from ..widgets.clock_card import ClockCard
from ..widgets.task_row import TaskRow
from .base import RecordPage

_TWO_COLUMNS = 820
"""From this width on, in pixels at 100 %, the clock stands beside the tasks."""
_SIDE_WIDTH = 380
_MOST_NEXT = 5
_TEXT_OF = {TaskKey.INITIAL: "sections.initial_response", TaskKey.OVERALL: "sections.overall_comments"}
"""The text of a task that says when it was last edited."""
_MOST_RECENT = 6
_LEAD = "Work in any order. A part is complete when you say it is, at the end of its page; the check tells you what it still finds."


class TasksPage(RecordPage):
    """The tasks of the open record in groups, beside them the clock, what happens next, and the last changes.

    Signals:
        task_chosen: (TaskKey) where the user wants to go.
        clock_asked: the user wants to know how the date is counted.
    """

    task_chosen = Signal(object)
    clock_asked = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.setAccessibleName("Task list")
        self.add_title("Task list", _LEAD)
        self.rows: dict[TaskKey, TaskRow] = {}
        self._found: tuple[int, int] | None = None
        self.clock = ClockCard()
        how = button("How this is counted", "link")
        how.clicked.connect(lambda: self.clock_asked.emit())
        self.clock.below.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)
        self.next, self.recent = _Lines("What happens next"), _Lines("Recent changes")
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(12)
        side = QWidget()
        self._side = side
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.clock, self.next, self.recent):
            column.addWidget(card)
        column.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(18)
        self._body.addLayout(self._tasks, 1)
        self._body.addWidget(side)
        self.content.addLayout(self._body)
        self.content.addStretch(1)
        theme.theme().changed.connect(self._arrange)

    def enter(self) -> None:
        """Show the record as it is now: what was done on other pages stands in no change of the record."""
        record = self.state.record
        if record is not None:
            self._shown = record
            self.refresh(record, None)

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show the tasks of `record`."""
        try:
            completed = self.state.workspace.ask(completion.completed, record.record_id)
            acts = self.state.workspace.ask(activity.recent, record.record_id, _MOST_RECENT)
            beside = self.state.workspace.ask(looked_at.acts_beside, record.record_id)
            edited = self.state.workspace.ask(activity.edited, record.record_id)
        except AppError as error:
            self.state.failed.emit(error)
            return
        groups = task_list(record, completed, self._found, beside, self.state.today())
        self._show_tasks(groups, {place: _edited_in_words(at, self.state.today()) for place, at in edited.items()})
        self.clock.show_clock(self.state.clock(record), record.inspection.published_on)
        self._show_next(record, groups, beside)
        self.recent.show_lines([_act_in_words(each, self.state.today()) for each in acts], "Nothing has been changed on this computer yet.")

    def show_found(self, found: tuple[int, int] | None) -> None:
        """Say how much stops publication and how much there is to look at; None while that is not known."""
        self._found = found
        row = self.rows.get(TaskKey.CHECK)
        if row is not None:
            row.show_task(check_task(found))

    def first_focus(self) -> QWidget | None:
        """The first task."""
        return next(iter(self.rows.values()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clock beside the tasks, or below them where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= theme.theme().pixels(_TWO_COLUMNS)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMaximumWidth(theme.theme().pixels(_SIDE_WIDTH) if wide else 16_777_215)
        self._side.setMinimumWidth(theme.theme().pixels(_SIDE_WIDTH) if wide else 0)

    # --- What is shown ------------------------------------------------------------------------

    def _show_tasks(self, groups: tuple[TaskGroup, ...], edited: Mapping[str, str]) -> None:
        if not self.rows:
            self._make_rows(groups)
        for group in groups:
            for task in group.tasks:
                when = edited.get(_TEXT_OF.get(task.key, ""), "")
                self.rows[task.key].show_task(replace(task, hint=f"{task.hint}, {when}") if when else task)

    def _make_rows(self, groups: tuple[TaskGroup, ...]) -> None:
        for group in groups:
            card = Card(group.title)
            card.body.setContentsMargins(1, 0, 1, 1)
            card.body.setSpacing(0)
            for index, task in enumerate(group.tasks):
                if index:
                    card.body.addWidget(rule())
                row = self.rows[task.key] = TaskRow()
                row.clicked.connect(lambda _checked=False, key=task.key: self.task_chosen.emit(key))
                card.body.addWidget(row)
            self._tasks.addWidget(card)
            card.show()  # now, and not when the event loop comes to it: the page would be painted once before it has its height
        self._tasks.addStretch(1)

    def _show_next(self, record: Record, groups: tuple[TaskGroup, ...], beside: frozenset[Act]) -> None:
        step = next_step_of(record, self.state.today(), body_in_a_sentence(record), beside)
        steps = what_happens_next(record, step, groups, beside)
        shown = list(steps[:_MOST_NEXT])
        if len(steps) > 1:
            shown = [f"{number}. {each}" for number, each in enumerate(shown, 1)]
        if len(steps) > _MOST_NEXT:
            shown.append(f"and {len(steps) - _MOST_NEXT} more")
        self.next.show_lines(shown, "", _with_whom(step))


class _Lines(Card):
    """A card with lines of words."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._words = label("")
        self._under = label("", "quiet")
        self.body.addWidget(self._words)
        self.body.addWidget(self._under)

    def show_lines(self, lines: list[str], none: str, under: str = "") -> None:
        """Show one line for each, or the words for none; `under` stands below them."""
        self._words.setText("\n".join(lines) or none)
        self._under.setText(under)
        self._under.setVisible(bool(under))


def _with_whom(step: Step) -> str:
    """Return "With the force since 20 May 2024", or how it ended where nothing is to be done."""
    if step.words in (NOTHING, FOLLOW_UP):
        return step.who
    who = {YOU: "you", FORCE: "the force", INSPECTORS: "the inspectors"}.get(step.who, f"the {step.who}")
    return f"With {who} since {in_words(step.since)}" if step.since else f"With {who}"


def _edited_in_words(at: datetime, today: date) -> str:
    """Return "edited today 09:38", or with the day where it was another."""
    here = at.astimezone()
    return f"edited {'today ' if here.date() == today else f'{in_words(here.date())} '}{here:%H:%M}"


def _act_in_words(act: activity.Act, today: date) -> str:
    """Return "09:38 A. Author changed status", or with the day where it was not today."""
    at: datetime = act.at.astimezone()
    when = f"{at:%H:%M}" if at.date() == today else in_words(at.date())
    return f"{when} {act.who or 'Somebody'} {in_the_past(act.what)}"
