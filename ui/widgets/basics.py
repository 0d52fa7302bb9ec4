"""Small building blocks of pages: labels, badges, cards, buttons (every step)."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .press_button import PressButton
from .scroll_area import ScrollArea

BadgeKind = Literal["blue", "amber", "red", "green", "grey"]


def label(words: str, role: str = "", wrap: bool = True) -> QLabel:
    """Return a label of plain text in the looks of `role`."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def badge(words: str, kind: BadgeKind) -> QLabel:
    """Return a short status in a coloured box; the words alone carry the meaning."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("badge", kind)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def set_badge(made: QLabel, words: str, kind: BadgeKind) -> None:
    """Change a badge; an empty one is hidden."""
    made.setText(words)
    made.setVisible(bool(words))
    if made.property("badge") != kind:
        made.setProperty("badge", kind)
        restyle(made)


def restyle(widget: QWidget) -> None:
    """Look the widget up in the style sheet anew, after a property of it has changed."""
    widget.style().unpolish(widget)
    if isinstance(widget, QLabel):
        widget.setFrameStyle(QFrame.Shape.NoFrame)  # the frame of a box that it had would stay, and move its words
    widget.style().polish(widget)


def button(words: str, kind: str = "", name: str = "") -> QPushButton:
    """Return a button; `name` is its accessible name where that says more than the words."""
    made = PressButton(words.replace("&", "&&"))
    if kind:
        made.setProperty("kind", kind)
    made.setAccessibleName(name or words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    return made


def rule() -> QFrame:
    """Return a thin line across."""
    made = QFrame()
    made.setProperty("rule", "true")
    return made


class Card(QFrame):
    """A white box with an optional title; `body` is the layout to fill."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.head = QHBoxLayout()
        self.title = label(title, "card-title")
        if title:
            strip = QFrame()
            strip.setProperty("card", "head")
            strip.setLayout(self.head)
            self.head.setContentsMargins(16, 9, 16, 9)
            self.head.addWidget(self.title, 1)
            outer.addWidget(strip)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)


class Page(ScrollArea):
    """A page of the window: scrolls where it must; `content` is the layout to fill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sideways=True, parent=parent)
        inner = QWidget()
        inner.setObjectName("page")
        self.content = QVBoxLayout(inner)
        self.content.setContentsMargins(24, 22, 24, 22)
        self.content.setSpacing(12)
        self.setWidget(inner)

    def add_title(self, words: str, lead: str = "") -> tuple[QLabel, QLabel]:
        """Add the page's heading and the line under it."""
        title, under = label(words, "h1"), label(lead, "lead")
        over = QVBoxLayout()
        over.setSpacing(2)
        over.addWidget(title)
        over.addWidget(under)
        self.content.addLayout(over)
        under.setVisible(bool(lead))
        return title, under

    def enter(self) -> None:
        """Show what is now there; the window calls this when the page comes forward."""

    def leave(self) -> None:
        """Save what is typed; the window calls this before another page comes forward."""

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page comes forward."""
        return None
