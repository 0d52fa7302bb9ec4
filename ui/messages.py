"""The only place that tells the user something or asks: a banner at the top of the page (every step)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from response_app.errors import AppError

from .widgets.basics import button, label, restyle

Kind = Literal["info", "warning", "error"]


class Banner(QFrame):
    """A strip with one message, an offer to act on it, and a way to put it away; never in the way of the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName("Message")
        self.words = label("", "label")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.act = button("", name="Act on the message")
        self.close_button = button("Close", "link", "Close the message")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.act)
        row.addWidget(self.close_button)
        self._on_act: Callable[[], None] | None = None
        self.act.clicked.connect(self._acted)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def tell(
        self, words: str, kind: Kind = "info", offer: str = "", on_offer: Callable[[], None] | None = None, *, stays: bool = False
    ) -> None:
        """Show a message.

        Args:
            words: what is said.
            kind: how it looks and how urgent it is.
            offer: the label of a button that calls `on_offer`.
            on_offer: what the user may do about it.
            stays: whether it cannot be put away, where nothing else can be done.
        """
        self.words.setText(words)
        self.close_button.setVisible(not stays)
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            restyle(self)
        self._on_act = on_offer
        self.act.setText(offer.replace("&", "&&"))
        self.act.setAccessibleName(offer or "Act on the message")
        self.act.setVisible(on_offer is not None)
        self.show()
        announce(self, words, urgent=kind == "error")

    def withdraw(self, offer: Callable[[], None]) -> None:
        """Put away a message whose offer is of no use any longer, where it is still the one that is shown."""
        if self._on_act is offer:
            self._on_act = None
            self.hide()

    def tell_error(self, error: AppError) -> None:
        """Show what happened, what is safe and what to do."""
        self.tell(str(error), "error")

    def _acted(self) -> None:
        act = self._on_act
        self.hide()
        if act is not None:
            act()


def announce(widget: QWidget, words: str, urgent: bool = False) -> None:
    """Let a screen reader say `words`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not for the first paint, which says nothing

    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
