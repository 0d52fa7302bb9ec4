"""How far the answers to the findings of all open records are, as a bar and in words (Home)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from .. import theme
from ..editors.flow import FlowRow
from ..models.record_counts import Answers
from .basics import Card, label

TITLE = "Findings answered, open records"
_HEIGHT, _KEY, _GAP, _LEAST = 14, 12, 2, 4


class AnsweredChart(Card):
    """A bar in three parts with a gap between them, and a key in which each part is named with its number."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self.bar = _Bar()
        self.words = [label("", "quiet", wrap=False) for _ in range(3)]
        key = QWidget()
        row = FlowRow(key, QMargins(), 16, last_at_right=False)
        for part, words in enumerate(self.words):
            row.addWidget(_with_key(part, words))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        key.setSizePolicy(policy)
        self.body.addWidget(self.bar)
        self.body.addWidget(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def says_something(self) -> bool:
        """Whether there is a finding to answer."""
        return self.bar.answers.total > 0

    def show_answers(self, answers: Answers) -> None:
        """Show how far the answers are."""
        for words, part in zip(self.words, answers.parts, strict=True):
            words.setText(part)
        self.bar.show_answers(answers)


def _with_key(part: int, words: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Swatch(part))
    row.addWidget(words)
    return both


def _paint_part(painter: QPainter, box: QRect, part: int) -> None:
    """Full for what is answered, hatched for what is in draft, empty for what is not started; each with an edge."""
    colours = theme.tokens()
    edge = (colours.green, colours.amber, colours.field_border)[part]
    painter.fillRect(box, QColor((colours.green, colours.amber_ground, colours.card)[part]))
    if part == 1:
        painter.fillRect(box, QBrush(QColor(colours.amber), Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))


class _Bar(QWidget):
    """The bar; its accessible name says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = Answers(0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._size()
        theme.theme().changed.connect(self._size)

    def _size(self) -> None:
        self.setFixedHeight(theme.theme().pixels(_HEIGHT))

    def show_answers(self, answers: Answers) -> None:
        """Show how far the answers are."""
        self.answers = answers
        self.setAccessibleName(f"{TITLE}: {', '.join(answers.parts)}")
        self.update()

    def parts(self) -> Iterator[tuple[int, QRect]]:
        """Yield the number of each part that there is, with where it stands; the smallest is still seen."""
        there = [(part, count) for part, count in enumerate(self.answers) if count]
        room = self.width() - _GAP * (len(there) - 1) - _LEAST * len(there)
        x = done = 0
        for number, (part, count) in enumerate(there, 1):
            done += count
            end = round(room * done / self.answers.total) + _LEAST * number + _GAP * (number - 1)
            yield part, QRect(x, 0, end - x, self.height())
            x = end + _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts in the colours of the theme."""
        painter = QPainter(self)
        for part, box in self.parts():
            _paint_part(painter, box, part)


class _Swatch(QWidget):
    """A little piece of a part, for the key."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part
        self._size()
        theme.theme().changed.connect(self._size)

    def _size(self) -> None:
        side = theme.theme().pixels(_KEY)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as the bar paints its part."""
        _paint_part(QPainter(self), self.rect(), self._part)
