"""Which acronyms a record explains anywhere in our own texts: read in slices, each paragraph once (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from response_app.checks.readability import acronyms, explained
from response_app.domain.own_texts import is_own
from response_app.domain.places import texts
from response_app.domain.richtext import Block, plain

if TYPE_CHECKING:
    from response_app.domain.record import Record

_SLICE = 0.003
_PAUSE = 300
"""Milliseconds after a change of the record before it is read."""


class Explained(QObject):
    """Reads a record for the acronyms that need no explanation any more.

    Signals:
        known: (frozenset of str) they are these.
    """

    known = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._blocks: dict[int, tuple[Block, frozenset[str]]] = {}
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._slice)

    def follow(self, record: Record) -> None:
        """Read a record, soon; what was read before and is in it still is not read again."""
        self._work = self._read(record)
        self._timer.start(_PAUSE)

    def stop(self) -> None:
        """Read nothing any longer."""
        self._timer.stop()
        self._work = None

    def _slice(self) -> None:
        began = perf_counter()
        for _ in self._work or ():
            if perf_counter() - began > _SLICE:
                self._timer.start(0)
                return

    def _read(self, record: Record) -> Iterator[None]:
        known = set(_in_titles(record))
        read: dict[int, tuple[Block, frozenset[str]]] = {}
        for at in texts(record):
            for block in at.text if is_own(at.place) else ():
                # The editor hands paragraphs over again as they were, so it is enough to see that one is the same object.
                read[id(block)] = self._blocks.get(id(block)) or (block, explained(plain((block,))))
                known |= read[id(block)][1]
                yield
        self._blocks = read
        self.known.emit(frozenset(known))


def _in_titles(record: Record) -> Iterator[str]:
    """The acronyms in what stands on the record's first page."""
    office, inspection = record.office, record.inspection
    for words in (office.body_title, office.force, inspection.title, inspection.inspectorate):
        yield from (name for name, _, _ in acronyms(f"{words} .".strip()))
    yield from (office.body_short, office.chief_officer_short)
