"""What a section does, and the points to cover in it, one on each line, as the office wants them (office settings)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from response_app.authoring import office, standard_wording
from response_app.domain.changes import Changes
from response_app.domain.record import Record
from response_app.domain.wording import Wording
from response_app.errors import AppError
from response_app.guidance.sections import ANSWERS, named, shipped

from .. import theme
from ..editors.flow import FlowRow
from ..state import State
from .basics import button, label


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that an office can put in the place of those that ship.

    Attributes:
        words: the label.
        hint: a quiet line under it.
        as_shipped: the words of the button that goes back.
        height: of the field, in pixels at 100 %.
        of: returns the lines of a wording.
        keep: the use case that keeps others.
    """

    words: str
    hint: str
    as_shipped: str
    height: int
    of: Callable[[Wording], tuple[str, ...]]
    keep: Callable[..., Changes]


WHAT = Lines(
    "What the section does, one sentence on each line",
    "Shown at the top of the guidance beside the text, in every record.",
    "Go back to the original lines",
    84,
    lambda wording: wording.what,
    standard_wording.set_what,
)
POINTS = Lines(
    "Points to cover, one on each line",
    "Authors tick them beside the text as they cover them.",
    "Go back to the original points",
    140,
    lambda wording: wording.points,
    standard_wording.set_points,
)


class LinesForm(QWidget):
    """A plain text of lines; saved when it is left."""

    def __init__(self, state: State, lines: Lines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._lines = lines
        self._place = ""
        self._known = ""
        self.edit = _Edit(self.flush)
        self.edit.setAccessibleName(lines.words)
        self.edit.setAccessibleDescription(lines.hint)
        self.edit.setTabChangesFocus(True)
        theme.theme().changed.connect(self._fit)
        self._fit()
        self.shipped = button(lines.as_shipped)
        named_ = label(lines.words, "label")
        named_.setBuddy(self.edit)
        acts = QWidget()
        row = FlowRow(acts, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        row.addWidget(self.shipped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for each in (named_, label(lines.hint, "quiet"), self.edit, acts):
            column.addWidget(each)
        self.shipped.clicked.connect(self._as_shipped)

    def show_lines(self, place: str, wording: Wording) -> None:
        """Show the lines of a section; none are shown for the answers to findings."""
        self.setVisible(place != ANSWERS)
        lines = self._lines.of(wording)
        words = "\n".join(self._named(lines))
        if place != self._place or words != self._known:
            self.edit.setPlainText(words)
        self._place, self._known = place, words
        self.shipped.setEnabled(lines != self._lines.of(shipped(place)))

    def flush(self) -> None:
        """Save what is typed; lines as they ship stay what ships, whatever the office's titles are."""
        typed = self.edit.toPlainText()
        if not self._place or self._place == ANSWERS or typed == self._known:
            return
        self._known = typed
        ships = self._lines.of(shipped(self._place))
        raw = dict(zip(self._named(ships), ships, strict=True))
        self._state.do(self._lines.keep, self._place, [raw.get(line.strip(), line) for line in typed.split("\n")])

    def _fit(self) -> None:
        self.edit.setFixedHeight(theme.theme().pixels(self._lines.height))

    def _as_shipped(self) -> None:
        self._state.do(self._lines.keep, self._place, ())

    def _named(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        try:
            titles = self._state.workspace.ask(office.office_titles)
        except AppError:
            return lines  # what is wrong with the store is said where its words are read
        return named(Record(record_id="", office=titles), lines)


class _Edit(QPlainTextEdit):
    """Says when it is left."""

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._left()
