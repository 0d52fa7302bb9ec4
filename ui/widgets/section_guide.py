"""The card that says what a section does, what to cover, and offers standard wording (guided sections)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from response_app.guidance.sections import Guide

from .basics import Card, button, label

_FIELDS = "Details such as the title and date are filled in from the record and stay up to date."


class SectionGuide(Card):
    """Guidance on one section.

    Signals:
        insert_requested: (RichText) standard wording that the user wants in the text.
    """

    insert_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What this section does", parent)
        self._shown: Guide | None = None
        self.body.setContentsMargins(0, 0, 0, 0)
        self._scroll = scroller("Guidance on this section")
        self.body.addWidget(self._scroll)

    def show_guide(self, guide: Guide) -> None:
        """Show guidance, and its standard wording to put into the text."""
        if self._shown == guide:
            return
        self._shown = guide
        inner, column = scrolled()
        for words in guide.what:
            column.addWidget(label(words))
        column.addSpacing(6)
        column.addWidget(label("Cover these points" if guide.snippets else "Look at these points", "label"))
        for words in guide.points:
            column.addLayout(_point(words))
        if guide.snippets:
            self._add_snippets(column, guide)
        column.addStretch(1)
        self._scroll.setWidget(inner)

    def _add_snippets(self, column: QVBoxLayout, guide: Guide) -> None:
        column.addSpacing(8)
        column.addWidget(label("Insert", "label"))
        for each in guide.snippets:
            made = button(each.label, name=f"Insert: {each.label}")
            made.setProperty("align", "left")
            made.clicked.connect(lambda _checked=False, text=each.text: self.insert_requested.emit(text))
            column.addWidget(made)
        column.addWidget(label(_FIELDS, "quiet"))


def _point(words: str) -> QHBoxLayout:
    """A point with its dot, so that further lines stand under the first."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(label("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words), 1)
    return row


def scroller(name: str) -> QScrollArea:
    """Return an area that scrolls up and down, by keyboard too; Tab passes it by while all of it is in view."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def scrolls(least: int, most: int) -> None:
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most > least else Qt.FocusPolicy.NoFocus)

    made.verticalScrollBar().rangeChanged.connect(scrolls)
    return made


def scrolled() -> tuple[QWidget, QVBoxLayout]:
    """Return what goes into a scroller, and its layout."""
    inner = QWidget()
    inner.setObjectName("scrolled")
    column = QVBoxLayout(inner)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(6)
    return inner, column
