"""One of the three narrative sections: guidance, the text, and findings and versions beside it (guided sections)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from response_app.authoring import completion, texts
from response_app.domain.changes import Changes
from response_app.domain.dates import in_words
from response_app.domain.fields import fill
from response_app.domain.record import Record
from response_app.domain.richtext import RichText
from response_app.errors import AppError
from response_app.guidance.sections import guide

from ..editors.flow import FlowRow
from ..editors.link_bar import LinkBar
from ..editors.rich_text_edit import RichTextEdit
from ..state import State
from ..widgets.basics import Card, button, label, rule
from ..widgets.columns import Columns
from ..widgets.saved_text import SavedText
from ..widgets.section_guide import SectionGuide
from ..widgets.section_side import SectionSide
from ..widgets.text_buttons import text_buttons
from ..widgets.theirs import is_received, whose_line
from .base import RecordPage

T = TypeVar("T")

_GUIDE_WIDTH, _SIDE_WIDTH = 236, 290
_LEAST_HEIGHT = 90
_GUIDE, _TEXT, _SIDE = range(3)


class SectionPage(RecordPage):
    """A section to write; the chief officer's is the chief officer's and read-only once received.

    Signals:
        back_requested: the user wants the page before this one.
        continue_requested: the user wants the next page.
    """

    back_requested = Signal()
    continue_requested = Signal()

    def __init__(self, state: State, section: str, parent: QWidget | None = None) -> None:
        """Make the page of `section`, one of `response_app.guidance.sections.SECTIONS`."""
        super().__init__(state, parent)
        self.section = section
        self.place = f"sections.{section}"
        self.edit = RichTextEdit("Text of the section")
        self.edit.setProperty("frameless", "true")
        self.edit.setMinimumHeight(_LEAST_HEIGHT)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.toolbar = text_buttons(self.edit)
        self.whose = label("", "quiet")
        self.completed = QCheckBox("I have completed this section")
        self.completed.setAccessibleName("I have completed this section")
        self.guide = SectionGuide()
        self.side = SectionSide()
        self.columns = Columns("Parts of this page")
        self._text = SavedText(state, self.edit, self)
        self._lay_out()
        self._connect()

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show the section of `record`; a change of its words goes into the text as one step that undo takes back."""
        theirs = self.section == "chief_officer_response"
        locked = theirs and is_received(record)
        shown = guide(record, self.section)
        self.setAccessibleName(shown.title)
        self.columns.name(_TEXT, shown.title)
        self.edit.set_read_only(locked)
        for each in (self.toolbar, self._under_toolbar):
            each.setVisible(not locked)
        self.edit.setAccessibleName(shown.title)
        self.whose.setText(whose_line(record) if theirs else "")
        self._whose_strip.setVisible(theirs)
        self._text.show(record, self.place, getattr(record.sections, self.section))
        self.guide.show_guide(shown)
        self.side.findings.show_record(record)
        self.side.versions.allow_change(not locked)
        self._show_versions()
        self._show_completed(record)

    def flush(self) -> None:
        """Save what is typed."""
        self._text.flush()

    def first_focus(self) -> QWidget | None:
        """The text."""
        return self.edit

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside each other, or under tabs where there is no room."""
        super().resizeEvent(event)
        margins = self.content.contentsMargins()
        self.columns.fit(self.viewport().width() - margins.left() - margins.right())

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.columns.add("Guidance", self.guide, _GUIDE_WIDTH)
        self.columns.add("Text", self._text_card())
        self.columns.add("Findings and versions", self.side, _SIDE_WIDTH)
        self.content.addWidget(self.columns, 1)

    def _text_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.setSpacing(0)
        self._whose_strip = QFrame()
        self._whose_strip.setProperty("card", "head")
        strip = QHBoxLayout(self._whose_strip)
        strip.setContentsMargins(16, 8, 16, 8)
        strip.addWidget(self.whose)
        self._under_toolbar = rule()
        for each in (self.toolbar, self._under_toolbar, LinkBar(self.edit), self._whose_strip):
            card.body.addWidget(each)
        words = QHBoxLayout()
        words.addWidget(self.edit, 1)
        # A layout that asks for its height leaves out the least height of what takes any: this keeps room for the text.
        words.addSpacerItem(QSpacerItem(0, _LEAST_HEIGHT, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding))
        card.body.addLayout(words, 1)
        card.body.addWidget(rule())
        card.body.addWidget(self._foot())
        return card

    def _foot(self) -> QWidget:
        made = QWidget()
        foot = FlowRow(made, QMargins(16, 10, 16, 10), 12)
        self.back, self.go_on = button("Back"), button("Continue", "primary")
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.go_on)
        foot.addWidget(self.completed)
        foot.addWidget(buttons)
        return made

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.go_on.clicked.connect(self.continue_requested)
        self.completed.clicked.connect(self._say_completed)
        self.guide.insert_requested.connect(self._insert)
        self.side.versions_opened.connect(self._show_versions)
        self.side.versions.wanted.connect(self._show_version)
        self.side.versions.bring_back.connect(self._bring_back)
        self._text.saved.connect(lambda changes: self._show_versions())

    # --- What the user does -------------------------------------------------------------------

    def _insert(self, text: RichText) -> None:
        self.columns.bring_forward(_TEXT)
        self.edit.insert(text)
        self.edit.setFocus()

    def _say_completed(self, complete: bool) -> None:
        self.state.do(completion.say_completed, self.state.record_id, self.place, complete, initiator=self)

    def _bring_back(self, number: int) -> None:
        if self._text.flush():
            self.state.do(texts.bring_back_version, self.state.record_id, self.place, number)

    # --- What is shown beside the text --------------------------------------------------------

    def _show_completed(self, record: Record) -> None:
        done = self._ask(completion.completed, record.record_id)
        self.completed.setChecked(done is not None and self.place in done)

    def _show_versions(self) -> None:
        if self.side.tabs.currentIndex() == 0:
            return
        kept = self._ask(texts.text_versions, self.state.record_id, self.place) or ()
        self.side.versions.show_versions([(each.number, _description(each.taken_at, each.reason)) for each in kept])

    def _show_version(self, number: int) -> None:
        record = self.state.record
        text = self._ask(texts.version_text, number)
        if text is not None and record is not None:
            self.side.versions.show_words(fill(text, record))

    def _ask(self, question: Callable[..., T], *args: object) -> T | None:
        """Ask the store; when it cannot answer, the user is told and the answer is None."""
        try:
            return self.state.workspace.ask(question, *args)
        except AppError as error:
            self.state.failed.emit(error)
            return None


def _description(taken_at: datetime, reason: str) -> str:
    here = taken_at.astimezone()
    return f"{in_words(here.date())}, {here:%H:%M}" + (f" · {reason}" if reason else "")
