"""What helps with the words of a record from anywhere in it: find and replace, hints, all marks in words (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .page_makers import SECTIONS

if TYPE_CHECKING:
    from .actions import Actions
    from .finding import FindInWindow
    from .marks_on_page import MarksOnPage
    from .places import Places
    from .reading_hints import HintsInWindow

_NO_TEXT = "There is no text of the record on this page. Go to a section, a finding or an answer."


class TextTools(QObject):
    """Made with the window's places; each tool is made with the first record that is opened: editors are no part of the start."""

    def __init__(self, places: Places) -> None:
        super().__init__(places.window)
        self._places = places
        self._actions = places.window.actions_
        self._find: FindInWindow | None = None
        self._hints: HintsInWindow | None = None
        self._marks: MarksOnPage | None = None
        places.state.record_opened.connect(self._make)
        places.window.pages.currentChanged.connect(self._offer)

    def does(self, actions: Actions) -> dict[str, Callable[[], None]]:
        """Return what the actions of these tools do, by their keys."""
        return {
            "find": self.find,
            "replace": lambda: self._finds(lambda find: find.replace()),
            "find_next": lambda: self._finds(lambda find: find.go_on()),
            "find_previous": lambda: self._finds(lambda find: find.go_on(backwards=True)),
            "hints_list": self._list_hints,
            "marks": self._list_marks,
            "hints": lambda: None,  # being ticked or not is what it does
        }

    def find(self) -> None:
        """Come up to find words."""
        self._finds(lambda find: find.find())

    def stop(self) -> None:
        """Look for nothing and mark nothing any longer: the window closes."""
        if self._find is not None:
            self._find.close()
        if self._hints is not None:
            self._hints.stop()
        if self._marks is not None:
            self._marks.stop()

    def _finds(self, act: Callable[[FindInWindow], None]) -> None:
        if self._find is not None and self._places.shows_record:
            act(self._find)

    def _list_hints(self) -> None:
        if self._hints is not None:
            self._hints.start()

    def _list_marks(self) -> None:
        """List what is marked in the texts of the page: beside the text where it is a section, whose comments stand there too."""
        from .texts_on_page import texts_on

        page = self._places.page(self._places.current)
        if self._places.current in SECTIONS:
            page.show_marks()  # type: ignore[attr-defined]  # SectionPage
        elif self._marks is not None and texts_on(page):
            self._marks.start()
        else:
            self._places.window.banner.tell(_NO_TEXT)

    def _make(self) -> None:
        if self._find is None and self._places.state.record is not None:
            from .finding import FindInWindow
            from .marks_on_page import MarksOnPage
            from .reading_hints import HintsInWindow

            window, state = self._places.window, self._places.state
            self._find = FindInWindow(window, state, self._go_to, self._places.offer_undo)
            self._hints = HintsInWindow(window, state, self._actions["hints"], self._places.offer_undo)
            self._marks = MarksOnPage(window)
        self._offer()

    def _go_to(self, place: str) -> None:
        self._places.open_place(self._places.state.record_id, place)

    def _offer(self) -> None:
        """Home and Help have keys of their own to look for something: only on the pages of a record do these act."""
        self._actions.enable_text_actions(self._places.shows_record)
