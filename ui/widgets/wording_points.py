"""The points to cover in a section, one on each line, as the office wants them (office settings)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from response_app.authoring import office, standard_wording
from response_app.domain.record import Record
from response_app.errors import AppError
from response_app.guidance.sections import ANSWERS, named, shipped

from .. import theme
from ..editors.flow import FlowRow
from ..state import State
from .basics import button, label

_HEIGHT = 140


class PointsForm(QWidget):
    """A plain text of points; saved when it is left."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._place = ""
        self._known = ""
        self.edit = _Lines(self.flush)
        self.edit.setAccessibleName("Points to cover, one on each line")
        self.edit.setTabChangesFocus(True)
        theme.theme().changed.connect(self._fit)
        self._fit()
        self.shipped = button("Go back to the points as shipped")
        named_ = label("Points to cover, one on each line", "label")
        named_.setBuddy(self.edit)
        acts = QWidget()
        row = FlowRow(acts, QMargins(0, 0, 0, 0), 8, last_at_right=False)
        row.addWidget(self.shipped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for each in (named_, label("Authors tick them beside the text as they cover them.", "quiet"), self.edit, acts):
            column.addWidget(each)
        self.shipped.clicked.connect(self._as_shipped)

    def show_points(self, place: str, points: tuple[str, ...]) -> None:
        """Show the points of a section; none are shown for the answers to findings."""
        self.setVisible(place != ANSWERS)
        words = "\n".join(self._named(points))
        if place != self._place or words != self._known:
            self.edit.setPlainText(words)
        self._place, self._known = place, words
        self.shipped.setEnabled(points != shipped(place).points)

    def flush(self) -> None:
        """Save what is typed; lines as they ship stay what ships, whatever the office's titles are."""
        typed = self.edit.toPlainText()
        if not self._place or self._place == ANSWERS or typed == self._known:
            return
        self._known = typed
        ships = shipped(self._place).points
        raw = dict(zip(self._named(ships), ships, strict=True))
        self._state.do(standard_wording.set_points, self._place, [raw.get(line.strip(), line) for line in typed.split("\n")])

    def _fit(self) -> None:
        self.edit.setFixedHeight(theme.theme().pixels(_HEIGHT))

    def _as_shipped(self) -> None:
        self._state.do(standard_wording.set_points, self._place, ())

    def _named(self, points: tuple[str, ...]) -> tuple[str, ...]:
        try:
            titles = self._state.workspace.ask(office.office_titles)
        except AppError:
            return points  # what is wrong with the store is said where its words are read
        return named(Record(record_id="", office=titles), points)


class _Lines(QPlainTextEdit):
    """Says when it is left."""

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._left()
