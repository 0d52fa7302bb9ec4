"""One of the three narrative sections: guidance, the text, and beside it findings, report, comments, versions (guided sections)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from response_app.domain.changes import Changes
from response_app.domain.record import Record
from response_app.errors import AppError
from response_app.guidance.sections import guide

from ..editors.bars import EditorBars
from ..editors.flow import FlowRow
from ..editors.rich_text_edit import RichTextEdit
from ..state import State
from ..widgets.basics import Card, button, label, rule
from ..widgets.columns import Columns
from ..widgets.compare_view import CompareView
from ..widgets.completed_box import CompletedBox
from ..widgets.findings_beside import sentence_as_quotation
from ..widgets.frozen import FrozenLine
from ..widgets.guiding import Guiding
from ..widgets.saved_text import SavedText
from ..widgets.section_guide import SectionGuide
from ..widgets.section_side import COMMENTS, REPORT, VERSIONS, SectionSide
from ..widgets.text_buttons import text_buttons
from ..widgets.theirs import is_received, whose_line
from .base import RecordPage
from .section_comments import SectionComments
from .section_versions import SectionVersions

T = TypeVar("T")

_GUIDE_WIDTH, _SIDE_WIDTH = 236, 290
_LEAST_HEIGHT = 90
_MEASURE = 760
"""Width of the text's card where it stands alone: some 80 letters a line."""
_GUIDE, _TEXT, _SIDE = range(3)


class SectionPage(RecordPage):
    """A section to write; the chief officer's is the chief officer's and read-only once received.

    Signals:
        back_requested: the user wants the page before this one.
        continue_requested: the user wants the next page.
        answer_requested: (str) the user wants to answer the finding with this id.
        comment_requested: (place, comment id) the user wants to go to a comment on another text of the record.
        find_requested: the user wants to find words in the text.
        told_with_undo: (str) something was done that the user may want to take back.
        focus_ended: the user wants back what stands around the text.
        correction_requested: the record is published, and the user wants to change it.
    """

    back_requested = Signal()
    continue_requested = Signal()
    answer_requested = Signal(str)
    comment_requested = Signal(str, str)
    find_requested = Signal()
    told_with_undo = Signal(str)
    focus_ended = Signal()
    correction_requested = Signal()

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
        self.whose, self.frozen = label("", "quiet"), FrozenLine()
        self.completed = CompletedBox(state, self.place, "I have completed this section")
        self.guide = SectionGuide()
        self.side = SectionSide(state)
        self.compare = CompareView()
        self.columns = Columns("Parts of this page")
        self.in_focus = False
        self._text = SavedText(state, self.edit, self)
        self.comments = SectionComments(state, self.place, self.edit, self.side.comments)
        self.versions = SectionVersions(state, self.place, self._text, self.side.versions, self.compare)
        self._guiding = Guiding(state, section, self.guide, self.edit)
        self._lay_out()
        self._connect()

    def refresh(self, record: Record, changes: Changes | None) -> None:
        """Show the section of `record`; a change of its words goes into the text as one step that undo takes back."""
        theirs = self.section == "chief_officer_response"
        received, frozen = theirs and is_received(record), self.frozen.show_record(record)
        locked = frozen or received
        shown = guide(record, self.section)
        self.setAccessibleName(shown.title)
        self.columns.name(_TEXT, shown.title)
        self.edit.set_read_only(locked)
        for each in (self.toolbar, self._under_toolbar):
            each.setVisible(not locked)
        self.edit.setAccessibleName(shown.title)
        self.whose.setText(whose_line(record) if theirs else "")
        self._whose_strip.setVisible(received or (theirs and not frozen))
        self._text.show(record, self.place, getattr(record.sections, self.section))
        self._guiding.show(record)
        self.side.findings.show_record(record, may_insert=not locked)
        self.comments.show_record(record)
        self.versions.allow_change(not locked)
        self.versions.show_again()
        self._show_versions()

    def flush(self) -> None:
        """Save what is typed, and where comments hold on to it."""
        self._text.flush()
        self.comments.keep_places()

    def leave(self) -> None:
        """Save what is typed, and show the text again where a version stands in its place."""
        self.versions.leave()
        super().leave()

    def first_focus(self) -> QWidget | None:
        """The text."""
        return self.edit

    def set_focus_mode(self, on: bool) -> None:
        """Show the text alone in the middle, or with what stands beside it."""
        self.in_focus = on
        self.columns.stand_alone(_TEXT if on else None, _MEASURE)
        self.resize_columns()

    def show_comment(self, comment_id: str) -> None:
        """Bring a comment on this text forward."""
        self.comments.select(comment_id)

    def show_beside(self, tab: int) -> None:
        """Bring findings, report, comments or versions forward beside the text, and give them the keyboard."""
        self._bring_side(tab)
        self.side.take_keyboard()

    def show_marks(self) -> None:
        """Show the list of the marks in this text."""
        self._bring_side(COMMENTS)
        self.side.comments.open_marks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the focus mode."""
        if event.key() == Qt.Key.Key_Escape and self.in_focus:
            self.focus_ended.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside each other, or under tabs where there is no room."""
        super().resizeEvent(event)
        self.resize_columns()

    def resize_columns(self) -> None:
        """Arrange the columns in the room that there is."""
        margins = self.content.contentsMargins()
        self.columns.fit(self.viewport().width() - margins.left() - margins.right())

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.columns.add("Guidance", self.guide, _GUIDE_WIDTH)
        self.columns.add("Text", self._text_card())
        self.columns.add("Findings, report, comments, versions", self.side, _SIDE_WIDTH)
        self.content.addWidget(self.columns, 1)

    def _text_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.setSpacing(0)
        self._writing = QWidget()
        parts = QVBoxLayout(self._writing)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        self._whose_strip = QFrame()
        self._whose_strip.setProperty("card", "head")
        strip = QHBoxLayout(self._whose_strip)
        strip.setContentsMargins(16, 8, 16, 8)
        strip.addWidget(self.whose)
        self._under_toolbar = rule()
        for each in (self.toolbar, self._under_toolbar, EditorBars(self.edit), self.frozen, self._whose_strip):
            parts.addWidget(each)
        words = QHBoxLayout()
        words.addWidget(self.edit, 1)
        # A layout that asks for its height leaves out the least height of what takes any: this keeps room for the text.
        words.addSpacerItem(QSpacerItem(0, _LEAST_HEIGHT, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding))
        parts.addLayout(words, 1)
        card.body.addWidget(self._writing, 1)
        card.body.addWidget(self.compare, 1)
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
        self.frozen.correction_asked.connect(self.correction_requested)
        self.back.clicked.connect(self.back_requested)
        self.go_on.clicked.connect(self.continue_requested)
        self._guiding.text_wanted.connect(self._show_text)
        self._text.saved.connect(lambda changes: self._show_versions())
        self.toolbar.offer("find", "Find in this text", "Ctrl+F", self.find_requested.emit)
        self.toolbar.offer("comment", "Comment on the selected words", "Ctrl+Alt+M", self.comments.begin)
        self._connect_side()

    def _connect_side(self) -> None:
        side = self.side
        side.turned.connect(self._turned)
        side.findings.chosen.connect(side.report.show_finding)
        side.findings.answer_requested.connect(self.answer_requested)
        side.findings.report_requested.connect(self._show_in_report)
        side.findings.quote_requested.connect(self._quote)
        side.comments.elsewhere_chosen.connect(self.comment_requested)
        self.comments.panel_wanted.connect(lambda: self._bring_side(COMMENTS))
        self.comments.text_wanted.connect(self._bring_text)
        self.comments.counted.connect(side.count_comments)
        self.comments.told_with_undo.connect(self.told_with_undo)
        side.versions.opened.connect(self._see_comparison)
        self.versions.compared.connect(self._show_compared)
        self.versions.text_wanted.connect(self._bring_text)

    # --- What the user does -------------------------------------------------------------------

    def _quote(self, finding_id: str) -> None:
        if self.state.record is not None:
            self._bring_text()
            self.edit.insert(sentence_as_quotation(self.state.record, finding_id))

    def _show_in_report(self, finding_id: str) -> None:
        self.side.report.show_finding(finding_id)
        self._bring_side(REPORT)

    def turn_side(self, *, back: bool) -> bool:
        """Go from the text to what stands beside it, or back; return False where that way leads out of the page."""
        focus = QApplication.focusWidget()
        beside = focus is not None and self.side.isAncestorOf(focus)
        if beside is not back or (self.in_focus and not back):
            return False
        if back:
            self._bring_text()
        else:
            self._bring_side(self.side.tab)
            self.side.take_keyboard()
        return True

    # --- What is shown beside the text --------------------------------------------------------

    def _bring_side(self, tab: int) -> None:
        if self.in_focus:
            self.focus_ended.emit()
        self.columns.bring_forward(_SIDE)
        self.side.turn_to(tab)

    def _show_text(self) -> None:
        self.versions.leave()
        self.columns.bring_forward(_TEXT)

    def _bring_text(self) -> None:
        self._show_text()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self, tab: int) -> None:
        self.columns.lend(_SIDE if tab == REPORT else None, _GUIDE)
        if tab == VERSIONS:
            self._show_versions()
        else:
            self.versions.leave()

    def _see_comparison(self) -> None:
        if self.columns.is_folded:
            self.columns.bring_forward(_TEXT)
            self.compare.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_compared(self, compared: bool) -> None:
        self._writing.setVisible(not compared)

    def _show_versions(self) -> None:
        if self.side.tab == VERSIONS:
            self.versions.show_list()

    def _ask(self, question: Callable[..., T], *args: object) -> T | None:
        """Ask the store; when it cannot answer, the user is told and the answer is None."""
        try:
            return self.state.workspace.ask(question, *args)
        except AppError as error:
            self.state.failed.emit(error)
            return None
