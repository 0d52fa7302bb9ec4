"""The office's standard wording, as every editor of the window can offer it (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from response_app.domain.richtext import RichText
from response_app.domain.wording import Snippet, Wording
from response_app.guidance.sections import WITH_WORDING, shipped

Keeper = Callable[[str, str, RichText], bool]
"""Keeps words under a name in a place, and tells whether that worked."""


class OfficeWording(QObject):
    """What the office offers, by place; what ships until the window says otherwise.

    Signals:
        changed: something else is offered now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_place: dict[str, Wording] = {}
        self._keeper: Keeper | None = None

    def use(self, by_place: Mapping[str, Wording], keeper: Keeper | None) -> None:
        """Offer this from now on.

        Args:
            by_place: what is offered, by section or "answers".
            keeper: keeps words that somebody wants to use again; None where that is not possible.
        """
        self._keeper = keeper
        if dict(by_place) != self._by_place:
            self._by_place = dict(by_place)
            self.changed.emit()

    def of(self, place: str) -> Wording:
        """Return what is offered in a place, nothing for "" and where the words are somebody else's."""
        if not place:
            return Wording()
        return self._by_place.get(place) or shipped(place)

    def offered(self, place: str) -> tuple[Snippet, ...]:
        """Return the standard wording that is offered in a place."""
        return self.of(place).offered() if place in WITH_WORDING else ()

    def can_keep(self, place: str) -> bool:
        """Tell whether words can be kept to be used again in a place."""
        return self._keeper is not None and place in WITH_WORDING

    def keep(self, place: str, name: str, text: RichText) -> bool:
        """Keep words to be used again, and tell whether that worked; where not, the user was told why."""
        return self._keeper is not None and self._keeper(place, name, text)


_current: list[OfficeWording] = []


def office_wording() -> OfficeWording:
    """Return the one of this application, made when first asked for."""
    if not _current or not isValid(_current[0]):
        _current[:] = [OfficeWording(QCoreApplication.instance())]
    return _current[0]
