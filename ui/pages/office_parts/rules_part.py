"""The office's own rules of the checks, each with a switch and what it means (office settings)."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel

from response_app.authoring import office_rules
from response_app.authoring.office_rules import OFFICE_RULES

from ... import theme
from ...state import State
from ...widgets.basics import Card, label, rule
from .part import OfficePart

_LEAD = "The checks ask for these because the office wants it so, not because the Act does. What the Act asks for cannot be switched off."
_INDENT = 30
"""The words under a tick begin where its own do, in pixels at 100 %."""


class RulesPart(OfficePart):
    """A tick for each rule: ticked, the final files wait until it is kept, or until somebody decides otherwise with a reason."""

    def __init__(self, state: State) -> None:
        super().__init__(state, _LEAD)
        self.boxes: dict[str, QCheckBox] = {}
        self._meanings: dict[str, QLabel] = {}
        card = Card("Rules of this office")
        for each in OFFICE_RULES:
            if self.boxes:
                card.body.addWidget(rule())
            box, meaning = QCheckBox(each.name.replace("&", "&&")), label("", "quiet")
            box.setAccessibleName(each.name)
            box.clicked.connect(lambda on, code=each.code: self._switch(code, on))
            self.boxes[each.code], self._meanings[each.code] = box, meaning
            under = QHBoxLayout()
            under.setContentsMargins(theme.theme().pixels(_INDENT), 0, 0, 4)
            under.addWidget(meaning)
            card.body.addWidget(box)
            card.body.addLayout(under)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def refresh(self, *, fresh: bool) -> None:
        """Show which rules count."""
        off = self.state.workspace.ask(office_rules.rules_off)
        for each in OFFICE_RULES:
            words = each.without if each.code in off else each.asks
            self.boxes[each.code].setChecked(each.code not in off)
            self.boxes[each.code].setAccessibleDescription(words)
            self._meanings[each.code].setText(words)

    def _switch(self, code: str, on: bool) -> None:
        if not self.do(office_rules.switch_rule, code, on):
            self.boxes[code].setChecked(not on)
