"""A finding after publication: who says what, the target date with the old ones struck through, its state (after publication)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from response_app.domain.dates import in_words
from response_app.domain.finding import Finding, UpdateSays
from response_app.domain.progress import last_update, moved_in_words, slipped_days, state_in_words, target_of
from response_app.domain.richtext import plain

from .. import theme
from .basics import BadgeKind, badge, label, restyle, set_badge
from .row_button import RowButton

STATE_WIDTH = 176
"""The least width of the last column, in pixels at 100 %, so that the columns of all rows stand below each other."""
COLUMNS = (("Finding", 5), ("Who says what", 4), ("Target", 3), ("State", 3))
"""Heads, and how much of the width each takes."""
_MOST_WORDS = 90


class ProgressRow(RowButton):
    """One finding; choosing it shows its history.

    Signals:
        stepped: (int) the user wants the next finding (1) or the one before (-1).
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSizePolicy.Policy.Minimum, parent)
        self.setCheckable(True)
        self.toggled.connect(self._set_off)
        self._finding, self._says = label("", "task"), label("", "quiet")
        self._old, self._target, self._state = label("", "quiet"), label(""), badge("", "grey")
        font = self._old.font()
        font.setStrikeOut(True)
        self._old.setFont(font)
        self._place = QWidget()
        target, state = QVBoxLayout(), QHBoxLayout(self._place)
        state.setContentsMargins(0, 0, 0, 0)
        target.setSpacing(1)
        target.addWidget(self._old)
        target.addWidget(self._target)
        state.addWidget(self._state)
        state.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(16)
        for widget in (self._finding, self._says):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row.addWidget(self._finding, COLUMNS[0][1])
        row.addWidget(self._says, COLUMNS[1][1])
        row.addLayout(target, COLUMNS[2][1])
        row.addWidget(self._place, COLUMNS[3][1])

    def show_finding(self, name: str, finding: Finding, body: str) -> None:
        """Show a finding.

        Args:
            name: its short name, such as "AFI 1".
            finding: as it stands.
            body: the short name of the body in a sentence.
        """
        self._finding.setText(f"{name}  {finding.heading or 'Not yet written'}")
        said, (old, target), state = _said(finding), _target(finding), state_in_words(finding, body)
        self._says.setText(said)
        _struck(self._old, old)
        self._target.setText(target)
        set_badge(self._state, state, _kind(finding))
        self._place.setMinimumWidth(theme.theme().pixels(STATE_WIDTH))
        self.setAccessibleName(f"{name}: {state}")
        moved = f" It was {old}." if old else ""
        self.setAccessibleDescription(f"{finding.heading} {said}. Target: {target}.{moved}")
        self.updateGeometry()

    def _set_off(self, chosen: bool) -> None:
        """Give the badge another ground on that of the chosen row, which is as blue as one of the badges."""
        self._state.setProperty("on", "chosen" if chosen else None)
        restyle(self._state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go through the findings."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


def _struck(made: QLabel, words: str) -> None:
    made.setText(words)
    made.setVisible(bool(words))


def _said(finding: Finding) -> str:
    update = last_update(finding)
    if update is None:
        return "No update yet"
    words = " ".join(plain(update.text).split())
    shown = words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1].rstrip()}…"
    return f"{update.by.value.capitalize()}: {shown}{f' ({in_words(update.on)})' if update.on else ''}"


def _target(finding: Finding) -> tuple[str, str]:
    """The dates that hold no longer, and the one that does with how often it was moved."""
    now, moved = target_of(finding), moved_in_words(finding)
    old = ", ".join(in_words(each.was) for each in finding.target_history if each.was)
    words = in_words(now) if now else "None set"
    return old, f"{words}, {moved}" if moved else words


def _kind(finding: Finding) -> BadgeKind:
    update = last_update(finding)
    says = update.says if update else None
    if finding.closed is not None or says is UpdateSays.SATISFIED:
        return "green"
    if says in (UpdateSays.DELAYED, UpdateSays.NOT_SATISFIED) or (slipped_days(finding) > 0 and says is not UpdateSays.DONE):
        return "amber"
    return "grey" if update is None else "blue"
