"""The editor of a text: keys, clipboard, fields (guided sections, answers)."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ..theme import tokens
from .clipboard import can_paste, from_clipboard, put_for_clipboard, selected_text
from .commands import CommandEdit
from .comment_marks import CommentMarks
from .context_menu import open_menu
from .fields import block_field_in, field_after, field_around, field_before, field_label, format_at, select, with_whole_fields
from .formats import FIELD, LINE_BREAK, in_cell, without_field
from .found_marks import FoundMarks
from .hint_marks import HintMarks
from .keys import Command, command_for, types_text
from .looks import first_in_view, paint_lines
from .place import Place, place_at
from .slash import SlashList
from .spelling_marks import SpellingMarks
from .structure import backspace_at_start, delete_at_end, enter, leave_block_field
from .tables import next_cell

PAUSE = 1000
"""Milliseconds without typing after which a text is handed over to be saved."""

_SENTENCE_ENDS = frozenset(".?!…")
_CLOSING = frozenset("”’)\"'")

_KEEP = QTextCursor.MoveMode.KeepAnchor
_MOVE = QTextCursor.MoveOperation
_STANDARD = QKeySequence.StandardKey


class RichTextEdit(CommandEdit):
    """An editor of one text of a record.

    Give it a name for screen readers that no other editor on the page has. `flush` before the page goes.

    Attributes:
        spelling: its misspelt words.
        slash: the list of fields and standard wording that opens at the cursor.
        wording_place: whose standard wording it offers, such as "initial_response"; "" for none.
        offers_fields: whether the record's fields may stand in it; not where the words are somebody else's.
        takes_tables: whether there is a bar that asks how large a new table is to be.

    Signals:
        typing_paused: the text, a second after the last change by the user or when the focus leaves.
        pasted: short words for what of a pasted text was not kept, such as "picture not taken".
        renamed: the name for screen readers is another.
        table_requested: somebody wants to put in a table.
        keep_requested: somebody wants to keep what is selected as standard wording.
        announced: what was said to a screen reader when the cursor entered a field, a list, a table ...
    """

    typing_paused = Signal(object)
    pasted = Signal(object)
    announced = Signal(str)
    renamed = Signal()
    table_requested = Signal()
    keep_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._text_place = ""
        self.setTabChangesFocus(True)
        self._place = Place()
        self._unsaved = False
        self._pause = QTimer(self, interval=pause, singleShot=True)
        self._pause.timeout.connect(self.flush)
        self.comments = CommentMarks(self)
        self.spelling = SpellingMarks(self)
        self.wording_place = ""
        self.offers_fields = True
        self.takes_tables = False
        self.slash = SlashList(self)
        self._commands[Command.FIELD] = self.slash.open
        self.found = FoundMarks(self)
        self.hints = HintMarks(self)
        self.text_changed_by_user.connect(self._begin_pause)
        self.cursorPositionChanged.connect(self._say_place)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.renamed.emit()

    @property
    def place(self) -> str:
        """The dotted path of the record's text that is shown, "" where it shows none."""
        return self._text_place

    @place.setter
    def place(self, place: str) -> None:
        """Take another place; whether its words have hints is seen anew."""
        if place != self._text_place:
            self._text_place = place
            self.hints.forget()

    def set_read_only(self, read_only: bool) -> None:
        """Show the text for reading: it can be selected, copied and walked through by keyboard, not changed."""
        self.setReadOnly(read_only)
        if read_only:
            flag = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.spelling.begin_anew()
        self.hints.forget()
        self.format_changed.emit()

    def flush(self) -> None:
        """Hand over, at once, a change that has not been handed over yet."""
        self.history.finish()
        if self._unsaved:
            self._unsaved = False
            self._pause.stop()
            self._end_step()
            self.typing_paused.emit(self.text())

    def cut_selection(self) -> None:
        """Move what is selected to the clipboard, fields whole."""
        if self.textCursor().hasSelection():
            self.copy()
            self._edit(self._remove_selection)

    def paste_plain(self) -> None:
        """Paste the words of the clipboard alone."""
        words = QMimeData()
        words.setText(QApplication.clipboard().text())
        self.insertFromMimeData(words)

    # Qt's own doors, in the order in which keys, words and pictures come through them

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and command_for(event) and not self.isReadOnly():
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and self._takes(event):
            event.accept()
            return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_field_name(event)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_reader"):
            self.take_looks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()  # it leads on to the next widget; where there is none, a tab is still no character of a text
            return
        command = command_for(event)
        if self.history.takes(event):
            return
        if self.isReadOnly() or not (command or self._changes_text(event)):
            super().keyPressEvent(event)
            return
        event.accept()
        if command:
            self.run_command(command)
        elif types_text(event):
            if not self._before_typing(event.text()):
                super().keyPressEvent(event)
            if event.text() == " ":
                self._end_step_after_sentence()
            self.slash.typed(event.text())
        elif event.matches(_STANDARD.Cut):
            self.cut_selection()
        elif self._deletes_plainly(event):
            super().keyPressEvent(event)
        else:
            self._edit(lambda cursor: self._edit_key(cursor, event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composes = bool(event.commitString() or event.preeditString())
        if self.isReadOnly() or not composes or not self._before_typing(""):
            super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.spelling.wake()
        self.found.wake()
        self.hints.wake()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.textCursor().position() if keyed else self.cursorForPosition(event.pos()).position()
        open_menu(self, event.globalPos(), self.spelling.at(at), self.hints.at(at))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_paste(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        self.setTextCursor(with_whole_fields(self.textCursor()))
        # One made by Qt itself: the clipboard may keep it until after Python has ended, and one made here would crash then.
        made = super().createMimeDataFromSelection()
        made.formats()
        made.html()  # has Qt fill it, so that it does not do so later
        put_for_clipboard(made, selected_text(self.textCursor()), self._fill)
        return made

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly() or not can_paste(source):
            return
        taken = from_clipboard(source)
        if taken.text:
            self.insert(taken.text)
        if taken.cleaned:
            self.pasted.emit(taken.cleaned)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: a text has no pictures, and no address is ever asked."""
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        first = first_in_view(self)
        self.comments.paint_ground(painter, first)
        paint_lines(self, painter, tokens(), self.scale, first)
        painter.end()
        self.found.paint(event.rect(), first)
        super().paintEvent(event)
        self.comments.paint_lines(first)
        self.hints.paint(event.rect(), first)
        self.spelling.paint(event.rect(), first)

    def _takes(self, event: QKeyEvent) -> bool:
        """Let the list at the cursor and tables have the keys that would go elsewhere: Tab, Escape, arrows."""
        pressed = event.type() is QEvent.Type.KeyPress
        if self.slash.takes(event):
            if pressed:
                self.slash.press(event)
            return True
        back = event.key() == Qt.Key.Key_Backtab
        if not pressed or self.isReadOnly() or not (back or event.key() == Qt.Key.Key_Tab) or not in_cell(self.textCursor().block()):
            return False
        moved: list[bool] = []
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._edit(lambda cursor: moved.append(next_cell(cursor, back=back)))
        return any(moved)

    def _changes_text(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
        key = event.key()
        return (
            types_text(event)
            or (key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and plain and not event.matches(_STANDARD.Undo))
            or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            or event.matches(_STANDARD.Cut)
        )

    def _deletes_plainly(self, event: QKeyEvent) -> bool:
        """Tell whether Backspace or Delete takes away one ordinary character: Qt joins such steps in its history."""
        cursor, at = self.textCursor(), self.textCursor().position()
        if cursor.hasSelection() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            return not cursor.atBlockStart() and field_before(self.document(), at) is None
        return event.key() == Qt.Key.Key_Delete and not cursor.atBlockEnd() and field_after(self.document(), at) is None

    def _before_typing(self, words: str) -> bool:
        """Make ready for typing at the cursor, and tell whether that was all there is to do.

        Inside a field the field is selected; a selection, or the edge of a block field, gives way to `words`.
        """
        cursor = self.textCursor()
        field = field_around(self.document(), cursor.position())
        if field and not cursor.hasSelection():
            select(cursor, field)
            self.setTextCursor(cursor)
            return True
        in_block_field = block_field_in(cursor.block()) is not None
        if cursor.hasSelection() or in_block_field:
            self._edit(lambda each: self._make_room(each, words))
            return bool(words)
        self._leave_format()
        return False

    def _make_room(self, cursor: QTextCursor, words: str) -> None:
        held = without_field(with_whole_fields(cursor).charFormat())
        self._remove_selection(cursor)
        if block_field_in(cursor.block()):
            leave_block_field(cursor, self.gap_scale)
        if words:
            cursor.insertText(words, held)

    def _leave_format(self) -> None:
        """Type plainly at the edge of a field or a link."""
        held = self.currentCharFormat()
        address, cursor = held.anchorHref(), self.textCursor()
        goes_on = not cursor.atBlockEnd() and format_at(self.document(), cursor.position()).anchorHref() == address
        inside_link = address and not cursor.atBlockStart() and goes_on
        if held.hasProperty(FIELD) or (address and not inside_link):
            self.setCurrentCharFormat(without_field(held))

    def _edit_key(self, cursor: QTextCursor, event: QKeyEvent) -> None:
        """Do what Enter, Backspace and Delete mean here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(cursor, line_break=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif cursor.hasSelection():
            self._remove_selection(cursor)
        elif event.key() == Qt.Key.Key_Backspace:
            self._backspace(cursor, word=event.matches(_STANDARD.DeleteStartOfWord))
        else:
            self._delete(cursor, word=event.matches(_STANDARD.DeleteEndOfWord))

    def _enter(self, cursor: QTextCursor, *, line_break: bool) -> None:
        field = field_around(self.document(), cursor.position())
        if field and not field.is_block and not cursor.hasSelection():
            select(cursor, field)
            return
        self._remove_selection(cursor)
        if line_break and not block_field_in(cursor.block()):
            cursor.insertText(LINE_BREAK, without_field(cursor.charFormat()))
        else:
            enter(cursor, self.gap_scale)

    def _backspace(self, cursor: QTextCursor, *, word: bool) -> None:
        field = field_before(self.document(), cursor.position())
        if field:
            select(cursor, field)
        elif cursor.atBlockStart():
            if backspace_at_start(cursor, self.gap_scale):
                return
            cursor.movePosition(_MOVE.PreviousCharacter, _KEEP)
        else:
            cursor.movePosition(_MOVE.PreviousWord if word else _MOVE.PreviousCharacter, _KEEP)
        self._remove_selection(cursor)

    def _delete(self, cursor: QTextCursor, *, word: bool) -> None:
        field = field_after(self.document(), cursor.position())
        if field:
            select(cursor, field)
        elif cursor.atBlockEnd():
            if delete_at_end(cursor):
                return
            cursor.movePosition(_MOVE.NextCharacter, _KEEP)
        else:
            cursor.movePosition(_MOVE.NextWord if word else _MOVE.NextCharacter, _KEEP)
        self._remove_selection(cursor)

    def _end_step(self) -> None:
        """Let what is typed next be a step of its own for undo: Qt adds it to the last one only in a document that was modified since."""
        self.document().setModified(False)

    def _end_step_after_sentence(self) -> None:
        document, at = self.document(), self.textCursor().position() - 2
        if document.characterAt(at) in _CLOSING:
            at -= 1
        if document.characterAt(at) in _SENTENCE_ENDS:
            self._end_step()

    def _begin_pause(self) -> None:
        self._unsaved = True
        self._pause.start()

    def _say_place(self) -> None:
        """Tell a screen reader what the cursor has come into."""
        before, self._place = self._place, place_at(self.textCursor())
        words = self._place.words_after(before)
        if words and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.announced.emit(words)

    def _show_field_name(self, event: QHelpEvent) -> None:
        at = self.cursorForPosition(self.viewport().mapFromGlobal(event.globalPos())).position()
        field = field_after(self.document(), at) or field_before(self.document(), at)
        words = f"{field_label(field.name)}: filled in from the record" if field else ""
        QToolTip.showText(event.globalPos(), html.escape(words), self)
