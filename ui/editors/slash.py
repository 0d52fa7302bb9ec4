"""The list that opens at the cursor when `/` is typed at the start of a word: fields and standard wording (guided sections, answers).

What is typed stands in the text as typed; only choosing from the list takes it out again, in the same step that puts
something else in. So whatever was typed stays when nothing is chosen: "and / or", " /etc".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QWidget
from shiboken6 import isValid

from ..messages import announce
from .formats import LINE_BREAK, in_cell
from .offers import Offer, field_offers, wording_offers
from .offers_list import OffersList

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit

SIGN = "/"
_KEEP = QTextCursor.MoveMode.KeepAnchor
_BEFORE = (" ", "\u00a0", "\u202f", LINE_BREAK)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class SlashList(QObject):
    """Opens, filters and closes the list of one editor; the keyboard stays in the text."""

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._start = QTextCursor()
        self._sign = ""
        self._offers: tuple[Offer, ...] = ()
        self._bars: list[QScrollBar] = []
        self.list: OffersList | None = None

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.list is not None and isValid(self.list) and self.list.isVisible()

    def typed(self, words: str) -> None:
        """Open the list where `words`, just typed, are the sign at the start of a word."""
        if words == SIGN and not self.is_open and self._begins_a_word():
            self._open(SIGN, fields=True, wording=True)

    def open(self, *, fields: bool = True, wording: bool = True) -> None:
        """Open the list at the cursor without a sign: what is typed then filters it."""
        self.close()
        self._open("", fields=fields, wording=wording)

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the list while that is open."""
        key = Qt.Key(event.key())
        return self.is_open and not event.modifiers() & _HELD and key in (*_MOVES, *_CHOOSES, Qt.Key.Key_Escape)

    def press(self, event: QKeyEvent) -> None:
        """Do what a key means that the list `takes`."""
        key = Qt.Key(event.key())
        if self.list is None:
            return
        if key == Qt.Key.Key_Escape:
            self.close()
            announce(self._edit, "The list is closed")
        elif key in _MOVES:
            self.list.move_by(key)
            self._say("")
        else:
            self._choose(self.list.chosen)

    def close(self) -> None:
        """Put the list away; the text stays as it is."""
        if not self.is_open or self.list is None:
            return
        self._edit.cursorPositionChanged.disconnect(self._follow)
        self._edit.selectionChanged.disconnect(self._follow)
        _application().focusChanged.disconnect(self._follow_focus)
        for each in self._bars:
            if isValid(each):
                each.valueChanged.disconnect(self._place)
        self._bars = []
        self.list.hide()

    # --- Opening ------------------------------------------------------------------------------

    def _begins_a_word(self) -> bool:
        """Tell whether the sign stands before the cursor, after a blank or at the start of a line, and before no word."""
        cursor, document = self._edit.textCursor(), self._edit.document()
        block, at = cursor.block(), cursor.position()
        if at == block.position() or document.characterAt(at - 1) != SIGN:
            return False
        starts = at - 2 < block.position() or document.characterAt(at - 2) in _BEFORE
        return starts and (cursor.atBlockEnd() or document.characterAt(at).isspace())

    def _open(self, sign: str, *, fields: bool, wording: bool) -> None:
        edit = self._edit
        if edit.isReadOnly():
            return
        self._sign = sign
        self._start = edit.textCursor()
        self._start.setPosition(self._start.position() - len(sign))
        self._start.setKeepPositionOnInsert(True)
        found = [*field_offers(edit.filler, lists=not in_cell(self._start.block()))] if fields and edit.offers_fields else []
        self._offers = (*found, *(wording_offers(edit.wording_place, edit.filler) if wording else ()))
        if not self._offers:
            return
        if self.list is None or not isValid(self.list) or self.list.parent() is not edit.window():
            self.list = OffersList(edit.window())
            self.list.clicked.connect(self._choose)
        self.list.show_offers(self._offers)
        self._place()
        self.list.show()
        self.list.raise_()
        edit.cursorPositionChanged.connect(self._follow)
        edit.selectionChanged.connect(self._follow)
        _application().focusChanged.connect(self._follow_focus)
        self._bars = [each.verticalScrollBar() for each in _around(edit)]
        for bar in self._bars:
            bar.valueChanged.connect(self._place)
        self._say(f"{len(self._offers)} to put in. Arrow keys choose, Enter puts it in, Escape closes. ")

    # --- While it is open ---------------------------------------------------------------------

    def _typed(self) -> str | None:
        """Return what was typed since the sign, None where the cursor is elsewhere now."""
        cursor = self._edit.textCursor()
        start, at = self._start.position(), cursor.position()
        if cursor.hasSelection() or at < start + len(self._sign) or cursor.block() != self._start.block():
            return None
        part = QTextCursor(cursor)
        part.setPosition(start)  # of the one that stays, the other end goes on with what is typed
        part.setPosition(at, _KEEP)
        words = part.selectedText()
        return words[len(self._sign) :] if words.startswith(self._sign) else None

    def _follow(self) -> None:
        typed = self._typed()
        found = [] if typed is None else [each for each in self._offers if each.fits(typed)]
        if not found or self.list is None:
            self.close()
            return
        if self.list.show_offers(found):
            self._place()
            self._say(f"{len(found)} to put in. ")

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not self._edit:
            self.close()

    def _say(self, before: str) -> None:
        chosen = self.list.chosen if self.list is not None else None
        if chosen is not None:
            words = f"{before}{chosen.spoken}"
            announce(self._edit, words)
            self._edit.announced.emit(words)

    def _choose(self, offer: Offer | None) -> None:
        typed = self._typed()
        self.close()
        if offer is None or typed is None:
            return
        cursor = self._edit.textCursor()
        end = cursor.position()
        cursor.setPosition(self._start.position())
        cursor.setPosition(end, _KEEP)
        self._edit.setTextCursor(cursor)
        self._edit.insert(offer.text)

    def _place(self) -> None:
        """Keep the list below the sign, or above it where there is more room."""
        if self.list is None:
            return
        at = self._edit.cursorRect(self._start)
        viewport, window = self._edit.viewport(), self._edit.window()
        self.list.stand_at(viewport.mapTo(window, at.topLeft()), at.height())


def _around(edit: QWidget) -> list[QAbstractScrollArea]:
    """Return the editor and all that scrolls around it."""
    out = []
    each: QWidget | None = edit
    while each is not None:
        if isinstance(each, QAbstractScrollArea):
            out.append(each)
        each = each.parentWidget()
    return out


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
