"""The entries of the menus that work on one page alone, or lead to it first (findings, answers, guided sections, Home)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from .page_makers import SECTIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from .actions import Actions
    from .places import Places

_ALL_ANSWERED = "Every finding that needs an answer has one."
_TABS = ("findings", "report", "comments", "versions")
"""What stands beside a section, in the order of its tabs."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where an entry works, when, and what it does; both are given the page, which is made only when it is gone to."""

    pages: tuple[str, ...]
    does: Callable[[Any], object]
    can: Callable[[Any], bool] = lambda page: True


def _beside(tab: int) -> _Entry:
    return _Entry(tuple(SECTIONS), lambda page: page.show_beside(tab))


def _of_table(does: str) -> _Entry:
    return _Entry(("answers",), lambda page: page.table.act(does), lambda page: page.is_table and page.table.tools[does].isEnabled())


_ENTRIES = {
    "export_csv": _Entry(("home", "register"), lambda page: page.export_list("csv"), lambda page: page.has_a_list),
    "export_xlsx": _Entry(("home", "register"), lambda page: page.export_list("xlsx"), lambda page: page.has_a_list),
    "export_list_pdf": _Entry(("register",), lambda page: page.export_list("pdf"), lambda page: page.has_a_list),
    "delete_finding": _Entry(("findings",), lambda page: page.form.delete.click(), lambda page: page.form.can_delete),
    "add_action": _Entry(("answers",), lambda page: page.own.add.click(), lambda page: page.is_list and not page.own.add.isHidden()),
    "answer_together": _Entry(
        ("answers",), lambda page: page.own.with_another.click(), lambda page: page.is_list and not page.own.with_another.isHidden()
    ),
    "answers_table": _Entry(("answers",), lambda page: page.show_table(), lambda page: not page.is_table and page.can_be_table),
    "answers_list": _Entry(("answers",), lambda page: page.show_list(), lambda page: page.is_table),
    **{f"table_{does}": _of_table(does) for does in ("applies", "not", "owner", "open")},
    **{f"beside_{name}": _beside(tab) for tab, name in enumerate(_TABS)},
}


_EXPORTS = ("export_csv", "export_xlsx", "export_list_pdf")
_LEADS = (*_EXPORTS, "add_action", "answer_together", "answers_table", *(f"beside_{each}" for each in _TABS))
"""Entries that the palette leads to from elsewhere: they need nothing to be chosen on their page, and take nothing away."""
_NOT_NOW = "That cannot be done here yet: there is nothing to do it to."


class PageActions(QObject):
    """Offers the entries where they work: when a menu opens, and when the palette does."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self._places = places
        self._actions: dict[str, QAction] = {}

    def does(self, actions: Actions) -> dict[str, Callable[[], None]]:
        """Return what these entries do, by their keys."""
        self._actions = {key: actions[key] for key in _ENTRIES}
        for menu in actions.menus.values():
            menu.aboutToShow.connect(self.offer)
        return {
            "add_finding": self._add_finding,
            "next_unanswered": self._go_to_unanswered,
            **{key: lambda entry=entry: self._do(entry) for key, entry in _ENTRIES.items()},  # type: ignore[misc]  # keeps the entry
        }

    def offer(self) -> None:
        """Offer what works on the page in front as it is now."""
        for key, action in self._actions.items():
            action.setEnabled(self._works(_ENTRIES[key]))

    def elsewhere(self) -> Iterator[tuple[str, str]]:
        """Yield the entries that work on another page than the one in front, each with the page that it is led to on."""
        pages = self._places
        for key in _LEADS:
            page = _ENTRIES[key].pages[0]
            of_record = page not in ("home", "register")
            if pages.current not in _ENTRIES[key].pages and (not of_record or pages.state.record is not None):
                yield key, page

    def lead(self, key: str) -> None:
        """Go to the page of an entry and do it there, or say that there is nothing to do it with."""
        entry = _ENTRIES[key]
        if self._places.current not in entry.pages:
            self._places.window.go(entry.pages[0])
        if self._works(entry):
            self._do(entry)
        else:
            self._places.window.banner.tell(_NOT_NOW)

    def _works(self, entry: _Entry) -> bool:
        places = self._places
        return places.current in entry.pages and entry.can(places.page(places.current))

    def _do(self, entry: _Entry) -> None:
        if self._works(entry):
            entry.does(self._places.page(self._places.current))

    def _add_finding(self) -> None:
        page: Any = self._go("findings")
        if page is not None:
            page.offer_kinds()

    def _go_to_unanswered(self) -> None:
        page: Any = self._go("answers")
        if page is not None and not page.go_to_unanswered():
            self._places.window.banner.tell(_ALL_ANSWERED)

    def _go(self, key: str) -> object:
        """Bring a page forward where it is not; None where the one in front cannot be left."""
        if self._places.current != key:
            self._places.window.go(key)
        return self._places.page(key) if self._places.current == key else None
