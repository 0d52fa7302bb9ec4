"""Fills the guidance beside a section from the record and the office's settings, and does what is asked there (guided sections)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from response_app.authoring import points
from response_app.domain.record import Record
from response_app.errors import AppError
from response_app.guidance.sections import WITH_WORDING, guide

from ..editors.offers import field_offers
from ..editors.office_wording import office_wording
from .frozen import frozen_words
from .text_box import filler

if TYPE_CHECKING:
    from ..editors.rich_text_edit import RichTextEdit
    from ..state import State
    from .section_guide import SectionGuide

_READ_ONLY = "This text can be read but not changed."


class Guiding(QObject):
    """The guidance of one section page.

    Signals:
        text_wanted: the text is to come forward, for something is put into it.
    """

    text_wanted = Signal()

    def __init__(self, state: State, section: str, shown: SectionGuide, edit: RichTextEdit) -> None:
        """Follow what is asked in `shown`; the editor offers the standard wording of its section from now on."""
        super().__init__(shown)
        self._state = state
        self._section = section
        self._guide = shown
        self._edit = edit
        self._record: Record | None = None
        self._ticks: frozenset[str] = frozenset()
        self._ours = section in WITH_WORDING
        edit.wording_place, edit.offers_fields = (section if self._ours else ""), self._ours
        office_wording().changed.connect(self._show_again)
        shown.point_ticked.connect(self._tick)
        shown.insert_requested.connect(self._insert)
        shown.keep_requested.connect(self._keep)
        edit.selectionChanged.connect(self._offer_to_keep)

    def show(self, record: Record) -> None:
        """Show the guidance for a record, with what its fields say now and the points that were ticked."""
        self._record, self._ticks = record, self._ticked(record)
        self._show_guide(record)
        self._guide.show_fields(tuple(field_offers(filler(record))))

    def _show_guide(self, record: Record) -> None:
        self._guide.show_guide(guide(record, self._section, office_wording().of(self._section)), self._ticks)
        is_open = not self._edit.isReadOnly()
        self._guide.allow_change(insert=self._ours, tick=is_open, locked="" if is_open else frozen_words(record) or _READ_ONLY)
        self._offer_to_keep()

    def _show_again(self) -> None:
        """Offer what the office offers now; nothing is read from the store, which may be closing."""
        if self._record is not None:
            self._show_guide(self._record)

    def _ticked(self, record: Record) -> frozenset[str]:
        try:
            return self._state.workspace.ask(points.ticked, record.record_id, self._section)
        except AppError as error:
            self._state.failed.emit(error)
            return frozenset()

    def _tick(self, key: str, on: bool) -> None:
        self._state.do(points.tick, self._state.record_id, self._section, key, on, initiator=self._guide)
        if self._record is not None:
            self.show(self._record)  # what was ticked, or what could not be kept

    def _insert(self, text: object) -> None:
        self.text_wanted.emit()
        self._edit.insert(text)  # type: ignore[arg-type]  # RichText, a tuple of blocks
        self._edit.setFocus()

    def _keep(self) -> None:
        self.text_wanted.emit()
        self._edit.keep_requested.emit()

    def _offer_to_keep(self) -> None:
        can = office_wording().can_keep(self._edit.wording_place) and not self._edit.isReadOnly()
        self._guide.keep.setVisible(can)
        self._guide.keep.setEnabled(can and self._edit.textCursor().hasSelection())
