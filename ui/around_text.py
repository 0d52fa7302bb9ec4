"""Comments on the text in front by the menu's keys, and the focus mode that shows a text alone (guided sections, review)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from .page_makers import SECTIONS

if TYPE_CHECKING:
    from .actions import Actions
    from .main_window import MainWindow
    from .pages.section_page import SectionPage
    from .places import Places

_NOT_HERE = "Comments are written on the three sections. Go to the initial response, the chief officer’s response or the overall comments."
_NO_FOCUS_HERE = "The focus mode shows the text of a section alone. Go to one of the three sections."
_NONE_OPEN = "There is no open comment on words of this text."


class AroundText(QObject):
    """Does what the menus Review and View ask of the section that is in front."""

    def __init__(self, window: MainWindow, places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._action: QAction | None = None

    def does(self, actions: Actions) -> dict[str, Callable[[], None]]:
        """Return what these actions do, by their keys."""
        self._action = actions["focus_mode"]
        self._action.setCheckable(True)
        return {
            "comment": self._comment,
            "next_comment": lambda: self._step(back=False),
            "previous_comment": lambda: self._step(back=True),
            "focus_mode": self._switch,
        }

    def open_comment(self, place: str, comment_id: str) -> None:
        """Go to a comment on some text of the open record."""
        self._places.open_place(self._places.state.record_id, place)
        section = self._section()
        if section is not None:
            section.show_comment(comment_id)

    def went_to(self, key: str) -> None:
        """Another page is in front: the focus mode goes on from section to section, and ends elsewhere."""
        section = self._section()
        if not self._window.in_focus:
            return
        if key in SECTIONS and section is not None:
            section.set_focus_mode(True)
        else:
            self.end_focus()

    def end_focus(self) -> None:
        """Show again what stands around the text."""
        self._set_focus(False)

    def _section(self) -> SectionPage | None:
        """The section in front, None where another page is."""
        if self._places.current not in SECTIONS:
            return None  # before anything is imported: the start does not wait for the editors
        from .pages.section_page import SectionPage

        page = self._places.page(self._places.current)
        return page if isinstance(page, SectionPage) else None

    def _comment(self) -> None:
        section = self._section()
        if section is None:
            self._window.banner.tell(_NOT_HERE)
        else:
            section.comments.begin()

    def _step(self, *, back: bool) -> None:
        section = self._section()
        if section is None:
            self._window.banner.tell(_NOT_HERE)
        elif not section.comments.step(back=back):
            self._window.banner.tell(_NONE_OPEN)

    def _switch(self) -> None:
        if self._section() is None and not self._window.in_focus:
            self._window.banner.tell(_NO_FOCUS_HERE)
            self._show_state()
        else:
            self._set_focus(not self._window.in_focus)

    def _set_focus(self, on: bool) -> None:
        if on and self._window.report_beside is not None:
            self._window.report_beside.close_report()
        self._window.set_focus_mode(on)
        for key in SECTIONS:
            page = self._places.makers.made.get(key)
            if page is not None:
                page.set_focus_mode(on and key == self._places.current)  # type: ignore[attr-defined]  # SectionPage
        section = self._section()
        if section is not None and on:
            section.edit.setFocus()
        self._show_state()

    def _show_state(self) -> None:
        if self._action is not None:
            self._action.setChecked(self._window.in_focus)
