"""Spelling in the window: words that the open record takes for right, F7 from one misspelt word to the next (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from response_app.authoring import office_words
from response_app.domain.changes import Changes
from response_app.domain.richtext import LANGUAGES
from response_app.errors import AppError
from response_app.guidance.spelling import NOT_AVAILABLE, names_in

from .bring_into_view import choose_words
from .editors.formats import in_cell
from .editors.rich_text_edit import RichTextEdit
from .editors.speller import speller
from .editors.spelling_marks import Misspelt
from .texts_on_page import texts_on
from .widgets.spelling_strip import SpellingStrip

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .state import State

_ENGLISH = "English (UK)"
_NOT_ENGLISH = "Welsh: spelling is not checked"
_ONCE = Qt.ConnectionType.SingleShotConnection


class SpellingInWindow(QObject):
    """Lets the words of the office and of the open record be known, and says where spelling is not available."""

    def __init__(self, window: MainWindow, state: State, shown: QLabel, offer_undo: Callable[[str], None]) -> None:
        """Begin to follow the open record.

        Args:
            window: the window.
            state: what it shows.
            shown: the label of the status bar that names the language.
            offer_undo: says what was done, with an offer to take it back.
        """
        super().__init__(window)
        self._state = state
        self._offer_undo = offer_undo
        self._shown = shown
        self._words: tuple[str, ...] = ()
        self.walk = SpellingWalk(window)
        state.record_opened.connect(self._open)
        state.changed.connect(self._take)
        speller().changed.connect(self._show)
        speller().add_requested.connect(self._add)
        window.add_strip(self.walk.strip)
        self._open()

    def stop(self) -> None:
        """Check nothing any longer: the window closes."""
        self.walk.close()
        speller().changed.disconnect(self._show)
        speller().add_requested.disconnect(self._add)
        speller().switch_off()

    def _open(self) -> None:
        self.walk.close()
        speller().forget_ignored()
        self._read_words()
        self._follow()

    def _take(self, changes: Changes) -> None:
        if changes.words is not None:
            self._words = changes.words[1]
            self._follow()
        elif changes.touches("office") or changes.touches("inspection"):
            self._follow()

    def _read_words(self) -> None:
        try:
            self._words = self._state.workspace.ask(office_words.office_words)
        except AppError:
            self._words = ()  # the store says what is wrong with it where it is needed

    def _follow(self) -> None:
        record = self._state.record
        if record is None:
            return  # no text is shown; what the dictionary said serves the next record
        if record.language != LANGUAGES[0]:
            speller().switch_off()
        else:
            speller().use((*self._words, *names_in(record)))
            speller().switch_on()

    def _show(self) -> None:
        record = self._state.record_id and self._state.record
        absent = speller().absent
        english = not record or record.language == LANGUAGES[0]
        self._shown.setText(NOT_AVAILABLE if absent else _ENGLISH if english else _NOT_ENGLISH)

    def _add(self, word: str) -> None:
        changes = self._state.do(office_words.add_word, word, initiator=self)
        if changes is not None and not changes.empty:
            self._offer_undo(f"“{word}” was added to the office’s words.")


class SpellingWalk(QObject):
    """Goes through the misspelt words of the texts on a page, beginning in the one that is worked in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._pages = window.pages
        self._banner = window.banner
        self.strip = SpellingStrip()
        self._edit: RichTextEdit | None = None
        self._after = 0
        self._word: Misspelt | None = None
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._show)
        self._connect()

    def start(self) -> None:
        """Show the first misspelt word from where the cursor is, or the next when one is shown."""
        if speller().absent is not None:
            self._banner.tell(str(speller().absent), "warning")
            return
        texts = self._texts()
        if not speller().is_on or not texts:
            self._banner.tell("There is no English text to check on this page. Go to a section or an answer that you can write in.")
            return
        focus = QApplication.focusWidget()
        if self.strip.isVisible() and self._edit in texts and focus is not self._edit:
            self._go_on()
            return
        self._enter(focus if isinstance(focus, RichTextEdit) and focus in texts else texts[0])
        self._show()

    def close(self) -> None:
        """Put the strip away, and go back to the word in the text."""
        edit, had_keyboard = self._edit, self.strip.isAncestorOf(QApplication.focusWidget() or self._pages)
        self._leave()
        self.strip.hide()
        if edit is not None and edit.isVisible() and had_keyboard:
            edit.setFocus()

    def _connect(self) -> None:
        strip = self.strip
        strip.change_requested.connect(self._change)
        strip.change_all_requested.connect(self._change_all)
        strip.next_requested.connect(self._go_on)
        strip.ignore_requested.connect(self._ignore)
        strip.add_requested.connect(self._add)
        strip.list_requested.connect(self._show_list)
        strip.chosen.connect(self._go_to)
        strip.closed.connect(self.close)
        self._pages.currentChanged.connect(self.close)

    def _texts(self) -> list[RichTextEdit]:
        """Return the texts of the page that can be written in, from the top."""
        return texts_on(self._pages.currentWidget(), to_write=True)

    def _enter(self, edit: RichTextEdit) -> None:
        self._leave()
        self._edit, self._after = edit, edit.textCursor().selectionStart()
        at = edit.spelling.at(self._after)
        self._after = at.start if at else self._after

    def _leave(self) -> None:
        self._pause.stop()
        self._edit = self._word = None

    # --- From word to word --------------------------------------------------------------------

    def _ways(self) -> Iterator[tuple[RichTextEdit, int]]:
        """Yield where to look: from here on, then in the other texts, then in this one from its start."""
        texts = self._texts()
        if self._edit in texts:
            at = texts.index(self._edit)
            yield self._edit, self._after
            yield from ((each, 0) for each in (*texts[at + 1 :], *texts[: at + 1]))

    def _show(self) -> None:
        """Show the next misspelt word; wait for a text that is still being read."""
        self._word = None
        for edit, after in self._ways():
            if speller().is_on and not edit.spelling.is_complete:
                if not self.strip.isVisible():
                    self.strip.tell("The spelling is being checked …")
                edit.spelling.wake()
                edit.spelling.changed.connect(self._pause.start, _ONCE)
                return
            words = edit.spelling.misspelt()
            number = next((number for number, word in enumerate(words) if word.start >= after), None)
            if number is not None:
                self._edit = edit
                self._show_word(edit, words, number)
                return
        self.strip.tell("No misspelt words are left in the texts on this page.")

    def _show_word(self, edit: RichTextEdit, words: list[Misspelt], number: int) -> None:
        word = self._word = words[number]
        self._after = word.start
        choose_words(edit, word.start, word.end)
        self.strip.show_word(word.text, f"{edit.accessibleName()}, {_place(edit, word)}", number + 1, len(words))
        if self.strip.lists:
            self._show_list()
        speller().suggest(word.text, lambda found: self._offer(word, found), self)

    def _offer(self, word: Misspelt, suggestions: tuple[str, ...]) -> None:
        if word is self._word:
            self.strip.show_suggestions(word.text, suggestions)

    def _show_list(self) -> None:
        if self._edit is not None and self._word is not None:
            words = self._edit.spelling.misspelt()
            current = words.index(self._word) if self._word in words else 0
            self.strip.show_list([f"{word.text}, {_place(self._edit, word)}" for word in words], current)

    def _go_to(self, number: int) -> None:
        words = self._edit.spelling.misspelt() if self._edit is not None else []
        if self._edit is not None and number < len(words):
            self._show_word(self._edit, words, number)

    def _go_on(self) -> None:
        if self._word is not None:
            self._after = self._word.end
        self._show()

    # --- What is done with a word -------------------------------------------------------------

    def _change(self, to: str) -> None:
        if self._edit is not None and self._word is not None and self._edit.spelling.change((self._word,), to):
            self._after = self._word.start + len(to)
        self._show()

    def _change_all(self, to: str) -> None:
        if self._edit is not None and self._word is not None:
            text = self._word.text
            self._edit.spelling.change([each for each in self._edit.spelling.misspelt() if each.text == text], to)
        self._show()

    def _ignore(self) -> None:
        if self._word is not None:
            speller().ignore(self._word.text)
        self._show()

    def _add(self) -> None:
        if self._word is not None:
            speller().add_requested.emit(self._word.text)
        self._show()


def _place(edit: RichTextEdit, word: Misspelt) -> str:
    """Return in words where a word stands."""
    cursor = QTextCursor(edit.document().findBlockByNumber(word.line))
    table = cursor.currentTable() if in_cell(cursor.block()) else None
    if table is None:
        return f"paragraph {word.line + 1:,}"
    cell = table.cellAt(cursor)
    return f"table, row {cell.row() + 1}, column {cell.column() + 1}"
