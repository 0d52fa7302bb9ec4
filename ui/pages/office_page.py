"""Office settings: titles, people, logo, standard wording, words, rules, the name of who works here (office settings)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from response_app.domain.changes import Changes

from ..state import State
from ..widgets.basics import Page
from .office_parts.logo_part import LogoPart
from .office_parts.part import OfficePart
from .office_parts.people_part import PeoplePart
from .office_parts.rules_part import RulesPart
from .office_parts.titles_part import TitlesPart
from .office_parts.wording_part import WordingPart
from .office_parts.words_part import WordsPart
from .office_parts.you_part import YouPart

TITLES, PEOPLE, LOGO, WORDING, WORDS, RULES, YOU = "titles", "people", "logo", "wording", "words", "rules", "you"
_TABS = {
    TITLES: "Titles and body",
    PEOPLE: "People",
    LOGO: "Logo",
    WORDING: "Standard wording",
    WORDS: "Words",
    RULES: "Office rules",
    YOU: "You",
}
_LEAD = "What belongs to the office and not to one record. Everything is saved as you go, and Undo takes it back."


class OfficePage(Page):
    """The parts under tabs, each made when it first comes forward.

    Signals:
        told_with_undo: (str) something was removed; an undo is to be offered with these words.
    """

    told_with_undo = Signal(str)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.add_title("Office settings", _LEAD)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the office settings")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in _TABS.values():
            self.tabs.addTab(words)
        self.content.addWidget(self.tabs)
        self._room = QVBoxLayout()
        self.content.addLayout(self._room, 1)
        self._made: dict[str, OfficePart] = {}
        self._shown = ""
        self.tabs.currentChanged.connect(lambda at: self._bring(list(_TABS)[at]))
        state.changed.connect(self._follow)
        state.about_to_act.connect(self._flush_if_shown)

    @property
    def part(self) -> OfficePart:
        """The part in front."""
        return self._part(self._shown or TITLES)

    def enter(self) -> None:
        """Show what is kept; the window calls this when the page comes forward."""
        self._bring(self._shown or TITLES)

    def leave(self) -> None:
        """Save what is typed; the window calls this before another page comes forward."""
        if self._shown:
            self.part.leave()

    def show_part(self, key: str) -> None:
        """Bring a part forward by its key, such as "people"."""
        self.tabs.setCurrentIndex(list(_TABS).index(key))

    def first_focus(self) -> QWidget | None:
        """Begin with the tabs, which say what there is."""
        return self.tabs

    def _bring(self, key: str) -> None:
        if self._shown and self._shown != key:
            self.part.leave()
        self._shown = key
        shown = self._part(key)
        shown.refresh(fresh=True)
        for each in self._made.values():
            each.setVisible(each is shown)
        self.verticalScrollBar().setValue(0)

    def _part(self, key: str) -> OfficePart:
        if key not in self._made:
            makers: dict[str, Callable[[State], OfficePart]] = {
                TITLES: TitlesPart,
                PEOPLE: PeoplePart,
                LOGO: LogoPart,
                WORDING: WordingPart,
                WORDS: WordsPart,
                RULES: RulesPart,
                YOU: YouPart,
            }
            made = self._made[key] = makers[key](self.state)
            made.told_with_undo.connect(self.told_with_undo)
            self._room.addWidget(made, 1)
        return self._made[key]

    def _follow(self, changes: Changes, initiator: QObject | None) -> None:
        if self.isVisible() and self._shown and not changes.record_id and initiator is not self.part:
            self.part.refresh(fresh=False)

    def _flush_if_shown(self) -> None:
        if self.isVisible() and self._shown:
            self.part.flush()
