"""One step on the way to publication: name, what is known of it, how far it is, one button, and room for a form (record out)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from response_app.authoring.publication_steps import Standing, Step

from .basics import BadgeKind, badge, button, label, restyle, set_badge
from .tab_order import come_after

_KINDS: dict[Standing, BadgeKind] = {Standing.DONE: "green", Standing.TO_DO: "grey", Standing.STOPPED: "red"}
NEXT = "Do this next"


class StepRow(QFrame):
    """A step; what it asks for opens under it.

    Signals:
        asked: the button was used.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._words = label("", "task"), label("", "quiet")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.status = badge("", "grey")
        self.button = button("")
        self.button.clicked.connect(lambda: self.asked.emit())
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.status)
        acts.addWidget(self.button)
        acts.addStretch(0)
        self._row = row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addLayout(acts)
        self._panel: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 10)
        self._column.setSpacing(12)
        self._column.addLayout(row)

    def stack(self, stacked: bool) -> None:
        """Put status and button under the words, where there is no room beside them."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    @property
    def panel(self) -> QWidget | None:
        """What is open under the step, None where nothing is."""
        return self._panel

    def show_step(self, step: Step, action: str) -> None:
        """Show a step; `action` is what its button says."""
        self._title.setText(step.title)
        self._words.setText(step.words)
        is_next = step.is_next and step.standing is Standing.TO_DO
        status = NEXT if is_next else step.status
        set_badge(self.status, status, "blue" if is_next else _KINDS[step.standing])
        self.button.setText(action)
        self.button.setAccessibleName(f"{action.removesuffix('…')}: {step.title}")
        self.button.setAccessibleDescription(f"{status}. {step.words}")
        kind = "primary" if step.is_next else ""
        if (self.button.property("kind") or "") != kind:
            self.button.setProperty("kind", kind)
            restyle(self.button)

    def open(self, panel: QWidget) -> None:
        """Show something under the step, in place of what is there."""
        self.close_panel()
        self._panel = panel
        self._column.addWidget(panel)
        panel.show()
        self.order_panel()

    def order_panel(self) -> None:
        """Let Tab go from the button through what is open under the step, as it stands there."""
        if self._panel is not None:
            come_after(self._panel, self.button)

    def close_panel(self) -> None:
        """Show nothing under the step."""
        if self._panel is not None:
            panel, self._panel = self._panel, None
            panel.hide()
            self._column.removeWidget(panel)
            panel.deleteLater()
