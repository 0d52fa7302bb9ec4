"""The chief officer's half of an answer: theirs, and read-only once received (answers to findings)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring import answers
from response_app.domain.corrections import is_frozen
from response_app.domain.dates import in_words
from response_app.domain.finding import Finding
from response_app.domain.record import Record
from response_app.domain.richtext import is_blank
from response_app.domain.titles import chief_officer_title

from ..state import State
from ..widgets.basics import Card, badge, button, label, set_badge
from ..widgets.saved_text import SavedText
from ..widgets.suggestion_box import SuggestionBox
from ..widgets.theirs import is_received, outcome_badge, whose_line
from ..widgets.writing_box import OwnerAndTarget, WritingBox
from .base import RecordPage

_EDGE = 16
_BARE = 0
"""Words without a frame have margins of their own, which put them at the edge of the rest."""


class ChiefAnswer(Card):
    """The chief officer's comment on one finding, with owner and target date; once received, what the office suggests for it.

    Signals:
        changed: a suggestion is stored that was not before, or one is gone.
    """

    changed = Signal()

    def __init__(self, state: State, page: RecordPage, parent: QWidget | None = None) -> None:
        super().__init__("From the chief officer", parent)
        self._state = state
        self._page = page
        self._finding_id = ""
        self._badge = badge("", "grey")
        self.head.addWidget(self._badge)
        self.box = WritingBox("The chief officer’s comment", buttons=False)
        self.details = OwnerAndTarget("the chief officer’s", state.today)
        self.none = label("", "quiet")
        self.facts = label("", "quiet")
        self.suggest = button("Suggest a change", "link")
        self.suggestion = SuggestionBox(state, page)
        self.whose = label("", "quiet")
        self._frame = QVBoxLayout()
        self._frame.addWidget(self.box)
        self._facts = QWidget()
        row = QHBoxLayout(self._facts)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.facts, 1)
        row.addWidget(self.suggest)
        below = QVBoxLayout()
        below.setContentsMargins(_EDGE, 0, _EDGE, 0)
        below.setSpacing(2)
        for part in (self.none, self.details, self._facts, self.whose, self.suggestion):
            below.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 12)
        self.body.setSpacing(4)
        self.body.addLayout(self._frame)
        self.body.addLayout(below)
        self._text = SavedText(state, self.box.edit, page)
        self.details.changed.connect(self._change_details)
        self.suggest.clicked.connect(self._begin_suggestion)
        self.suggestion.changed.connect(self.changed)
        self.suggestion.closed.connect(self.suggest.setFocus)

    def show_finding(self, record: Record, finding: Finding) -> None:
        """Show the chief officer's comment on a finding."""
        self._finding_id = finding.id
        frozen, empty = is_frozen(record.state), is_blank(finding.chief.text)
        received = is_received(record) or frozen
        title = chief_officer_title(record)
        self.title.setText(f"From the {title}")
        set_badge(self._badge, *outcome_badge(record))
        self.box.edit.setAccessibleName(f"{title}: comment")
        self.details.set_name(title)
        self._text.show(record, f"findings[{finding.id}].chief.text", finding.chief.text)
        self.box.set_read_only(received)
        self._frame.setContentsMargins(*((_BARE, 0, _BARE, 0) if received else (_EDGE, 12, _EDGE, 4)))
        self.box.setVisible(not (received and empty))
        self.none.setVisible(received and empty)
        self.none.setText(f"The {title} made no comment on this finding.")
        self.details.show_values(f"{record.record_id} {finding.id}", finding.chief.owner, finding.chief.target_on)
        self.details.setVisible(not received)
        self.whose.setText(whose_line(record))
        self.whose.setVisible(is_received(record) or not frozen)
        self._show_suggestion(record, finding, received=received, empty=empty)
        if frozen:
            self.suggest.hide()
            self._facts.setVisible(bool(_facts(finding)))

    def _show_suggestion(self, record: Record, finding: Finding, *, received: bool, empty: bool) -> None:
        place, facts = f"findings[{finding.id}].chief.text", _facts(finding)
        self.suggestion.show_for(record, place, finding.chief.text, possible=received and not empty)
        offered = received and not empty and not self.suggestion.is_needed
        self.suggest.setVisible(offered)
        self.facts.setText(facts)
        self._facts.setVisible(received and (offered or bool(facts)))

    def _begin_suggestion(self) -> None:
        record = self._state.record
        if record is not None:
            self.suggestion.begin(record)
            self._show_suggestion(record, record.finding(self._finding_id), received=True, empty=False)

    def flush(self) -> bool:
        """Save what is typed and not yet saved; return whether everything is."""
        if not self.details.isHidden():
            self.details.flush()
        saved = [self._text.flush(), self.suggestion.flush()]
        return all(saved)

    def _change_details(self, owner: str, target_on: date | None) -> None:
        self._state.do(answers.change_chief_details, self._state.record_id, self._finding_id, owner, target_on, initiator=self._page)


def _facts(finding: Finding) -> str:
    owner, target = finding.chief.owner, finding.chief.target_on
    facts = [f"Owner: {owner}" if owner else "", f"Target: {in_words(target)}" if target else ""]
    return " · ".join(fact for fact in facts if fact)
