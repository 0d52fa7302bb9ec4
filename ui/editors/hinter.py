"""What all editors have to know for hints on readability: whether they are wanted, and what is left aside (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

Aside = tuple[str, str, str]
"""Place of a text, code of a hint, the words that it is on."""


class Hinter(QObject):
    """Off until the window switches it on.

    Signals:
        changed: other hints are to be shown.
        aside_requested: (place, code, words) this hint is not to be shown there any more.
        off_requested: no hints are to be shown any more.
    """

    changed = Signal()
    aside_requested = Signal(str, str, str)
    off_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        self._known: frozenset[str] = frozenset()
        self._aside: frozenset[Aside] = frozenset()

    @property
    def is_on(self) -> bool:
        """Whether hints are wanted."""
        return self._is_on

    @property
    def known(self) -> frozenset[str]:
        """Acronyms that are explained elsewhere in the record."""
        return self._known

    def switch(self, on: bool) -> None:
        """Show hints from now on, or none."""
        if on != self._is_on:
            self._is_on = on
            self.changed.emit()

    def follow(self, known: frozenset[str], aside: frozenset[Aside]) -> None:
        """Take over what the open record says: acronyms that it explains elsewhere, hints that were left aside."""
        if (known, aside) != (self._known, self._aside):
            self._known, self._aside = known, aside
            self.changed.emit()

    def is_aside(self, place: str, code: str, words: str) -> bool:
        """Tell whether a hint was left aside."""
        return (place, code, words) in self._aside


_current: list[Hinter] = []


def hinter() -> Hinter:
    """Return the one of this application, made when first asked for."""
    if not _current or not isValid(_current[0]):
        _current[:] = [Hinter(QCoreApplication.instance())]
    return _current[0]
