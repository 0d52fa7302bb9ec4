"""Find and replace in the window: in the text that is written in, or in every text of the record (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from response_app.authoring.replacing import replace_in_record
from response_app.domain.places import TextAt, texts
from response_app.domain.words_in_record import Found, count_places, search, why_left

from .bring_into_view import bring_into_view
from .editors.found_marks import FoundMarks, Place
from .editors.rich_text_edit import RichTextEdit
from .texts_on_page import texts_on
from .widgets.find_strip import FindStrip

if TYPE_CHECKING:
    from response_app.domain.changes import Changes
    from response_app.domain.record import Record

    from .main_window import MainWindow
    from .state import State

_PAUSE = 120
"""Milliseconds without a key after which the record is looked through."""
_SLICE = 0.004
"""Seconds after which looking through the record lets the window answer."""
MOST_FOUND = 2_000
_LEAST_LETTERS = 2
"""Of what is looked for in the whole record: one letter stands everywhere."""


class RecordSearch(QObject):
    """Looks through a record in slices, in the thread of the window.

    Signals:
        ended: (list of Found, bool) what was found, and whether there is more than is kept.
    """

    ended = Signal(object, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: list[Found] = []
        self._work: Iterator[Found | None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._slice)

    def begin(self, work: Iterator[Found | None], after: int = 0) -> None:
        """Begin anew, so many milliseconds from now; what was begun before ends."""
        self._work, self._found = work, []
        self._timer.start(after)

    def stop(self) -> None:
        """End what was begun."""
        self._timer.stop()
        self._work = None

    def _slice(self) -> None:
        began = perf_counter()
        for found in self._work or ():
            if found is not None:
                self._found.append(found)
            if len(self._found) > MOST_FOUND:
                break
            if perf_counter() - began > _SLICE:
                self._timer.start(0)
                return
        self._work = None
        self.ended.emit(self._found[:MOST_FOUND], len(self._found) > MOST_FOUND)


class FindInWindow(QObject):
    """Ctrl+F, Ctrl+H and F3: what they look through, and where they lead."""

    def __init__(self, window: MainWindow, state: State, go_to: Callable[[str], None], tell: Callable[[str], None]) -> None:
        """Make the strip, hidden under the page.

        Args:
            window: the window.
            state: what it shows.
            go_to: brings the page of a text forward.
            tell: says what was done, with an offer to take it back.
        """
        super().__init__(window)
        self._state = state
        self._pages = window.pages
        self._go_to, self._tell = go_to, tell
        self._edit: RichTextEdit | None = None
        self._from = 0
        self._number: int | None = None
        self._going = self._more = self._fresh = False
        self._search = RecordSearch(self)
        self._search.ended.connect(self._show_found)
        self.strip = FindStrip()
        self._connect()
        window.add_strip(self.strip)

    def find(self) -> None:
        """Come up to find words: those that are selected, where some are."""
        self._open(replacing=False)

    def replace(self) -> None:
        """Come up to replace words."""
        self._open(replacing=True)

    def go_on(self, backwards: bool = False) -> None:
        """Go to the next place; where nothing is looked for yet, ask for what."""
        if self.strip.isHidden():
            self._open(replacing=False)
        elif self.strip.whole_record:
            self._step_in_record(backwards)
        else:
            self._step_in_text(backwards)

    def close(self) -> None:
        """Put the strip away, and go back to the words in the text."""
        had_keyboard = self.strip.isAncestorOf(QApplication.focusWidget() or self._pages)
        edit = self._edit
        if edit is not None and self._number is not None:
            edit.found.finish()
            self._select_number()
        self._search.stop()
        self._leave()
        self.strip.hide()
        if had_keyboard:
            texts_here = texts_on(self._pages.currentWidget())
            target = edit if edit in texts_here else next(iter(texts_here), None)
            if target is not None:
                target.setFocus()

    # --- Coming and going ---------------------------------------------------------------------

    def _connect(self) -> None:
        strip = self.strip
        strip.wanted_changed.connect(self._look)
        strip.next_requested.connect(self.go_on)
        strip.replace_requested.connect(self._replace_one)
        strip.replace_all_requested.connect(self._replace_all)
        strip.chosen.connect(self._show_place)
        strip.closed.connect(self.close)
        strip.model.ticked.connect(self._count_ticked)
        self._pages.currentChanged.connect(self._page_changed)
        self._state.record_opened.connect(self._forget)
        self._state.changed.connect(self._follow)

    def _open(self, *, replacing: bool) -> None:
        texts_here = texts_on(self._pages.currentWidget())
        focus = QApplication.focusWidget()
        at = focus if isinstance(focus, RichTextEdit) and focus in texts_here else None
        words = ""
        if at is not None or self._edit not in texts_here:
            self._take(at or next(iter(texts_here), None))
        if at is not None:
            selected = at.textCursor().selectedText()
            words = selected if "\u2029" not in selected and "\u2028" not in selected else ""
        whole = self.strip.whole_record if not self.strip.isHidden() else False
        self.strip.come(words, replacing=replacing, whole_record=whole, only_record=not texts_here)

    def _take(self, edit: RichTextEdit | None) -> None:
        """Look in another text from now on."""
        self._leave()
        self._edit = edit
        if edit is not None:
            self._from = edit.textCursor().selectionStart()
            edit.found.changed.connect(self._found_changed)
            edit.found.replaced.connect(self._tell_replaced)

    def _leave(self) -> None:
        if self._edit is not None:
            self._edit.found.changed.disconnect(self._found_changed)
            self._edit.found.replaced.disconnect(self._tell_replaced)
        self._edit = None
        for each in self._pages.findChildren(RichTextEdit):
            each.found.look_for(None)

    def _forget(self) -> None:
        self.close()
        self.strip.model.forget_ticks()
        self.strip.model.show(None, ())

    def _page_changed(self) -> None:
        if self.strip.isHidden() or self._going:
            return
        if self.strip.whole_record:
            self._mark_page()
        else:
            self.close()

    def _follow(self, changes: Changes) -> None:
        """Words of the record are others: look again."""
        if not self.strip.isHidden() and self.strip.whole_record and changes.record_id == self._state.record_id:
            self._search_record()

    # --- Looking ------------------------------------------------------------------------------

    def _look(self) -> None:
        if self.strip.isHidden():
            return
        if self.strip.whole_record:
            self.strip.model.forget_ticks()
            self._search_record()
            self._mark_page()
            return
        self._search.stop()
        self._mark_page()
        self._found_changed()

    def _mark_page(self) -> None:
        """Mark the words in the text, or in all texts of the page."""
        for each in texts_on(self._pages.currentWidget()):
            each.found.look_for(self.strip.wanted if self.strip.whole_record or each is self._edit else None)

    # --- In one text --------------------------------------------------------------------------

    def _found_changed(self) -> None:
        """More is known of where the words stand: go to the first place from where one was."""
        edit = self._edit
        if edit is None or self.strip.isHidden():
            return
        if self.strip.whole_record:
            self._select_number()
            return
        if not self.strip.words.text():
            self.strip.tell("Type the words to find.")
            self.strip.allow_replacing(False, 0)
        elif edit.found.is_complete:
            at = edit.found.at_selection()
            if at is None and not edit.hasFocus():
                at = edit.found.next_from(self._from)
                self._select(edit, at)
            self._tell_place(edit.found, at)

    def _step_in_text(self, backwards: bool) -> None:
        edit = self._edit
        if edit is None:
            return
        cursor = edit.textCursor()
        at = edit.found.next_from(cursor.selectionStart() if backwards else cursor.selectionEnd(), backwards=backwards)
        self._select(edit, at)
        self._tell_place(edit.found, at)

    def _select(self, edit: RichTextEdit, at: Place | None) -> None:
        if at is not None:
            edit.found.select(at)
            self._from = at.start
            bring_into_view(edit)

    def _tell_place(self, found: FoundMarks, at: Place | None) -> None:
        count = found.count
        if not count:
            self.strip.tell(f"“{self.strip.words.text()}” is not in this text.")
        else:
            where = f"{at.number + 1:,} of {count:,}" if at is not None else f"{count:,} found"
            self.strip.tell(f"{where} in {self._edit.accessibleName() if self._edit else 'this text'}{self._why_kept(found, at)}")
        may = bool(count) and not self._why_left()
        self.strip.allow_replacing(may and at is not None and not found.is_in_field(at), count if may else 0)

    def _why_kept(self, found: FoundMarks, at: Place | None) -> str:
        if not self.strip.replacing:
            return ""
        left = self._why_left()
        if left:
            return f" · Not replaced: {left[0].lower()}{left[1:]}"
        return " · A field: its words come from the record." if at is not None and found.is_in_field(at) else ""

    def _why_left(self) -> str:
        """Return why the words of this text are not to be replaced, "" where they may be."""
        edit, record = self._edit, self._state.record
        if edit is None or record is None or edit.isReadOnly():
            return self._reason(record, edit.place) if edit is not None and record is not None else "This text is for reading."
        return self._reason(record, edit.place) if edit.place else ""

    def _reason(self, record: Record, place: str) -> str:
        at: TextAt | None = next((each for each in texts(record) if each.place == place), None)
        return why_left(record, at) if at is not None else ""

    # --- In the whole record ------------------------------------------------------------------

    def _search_record(self) -> None:
        record, wanted = self._state.record, self.strip.wanted
        if record is None or len(wanted.words.strip()) < _LEAST_LETTERS:
            self._search.stop()
            self.strip.model.show(None, ())
            self.strip.fit_list()
            self.strip.tell(f"Type at least {_LEAST_LETTERS} letters to look through the whole record.")
            return
        self._search.begin(search(record, wanted), _PAUSE)

    def _show_found(self, found: list[Found], more: bool) -> None:
        ours = {each.place for each in found if each.replacement}
        found = sorted(found, key=lambda each: each.place not in ours)  # what can be replaced is seen first
        self.strip.model.show(self._state.record, found)
        self._more, self._fresh = more, True
        if not found:
            words = f"“{self.strip.words.text()}” is not in this record."
        else:
            words = f"{len(found):,} found in {count_places(found):,} {'text' if count_places(found) == 1 else 'texts'}"
        self.strip.tell(f"More than {MOST_FOUND:,} places: look for something longer." if more else words)
        self.strip.allow_replacing(False, len(self.strip.model.replacements()), ready=not more)
        self.strip.fit_list()

    def _count_ticked(self) -> None:
        if self.strip.whole_record:
            self.strip.allow_replacing(False, len(self.strip.model.replacements()), ready=not self._more)
            self.strip.fit_list()

    def _step_in_record(self, backwards: bool) -> None:
        row = self.strip.list.currentIndex().row()
        if not self._fresh or backwards:
            row = self.strip.model.row_beside(row, -1 if backwards else 1)
        self._fresh = False
        found = self.strip.list.stand_on(row) if row >= 0 else None
        if found is not None:
            self._show_place(found)

    def _show_place(self, found: Found) -> None:
        """Bring the page of a text forward with the words selected; the keyboard stays where it is."""
        holder = QApplication.focusWidget()
        self._going = True
        try:
            self._go_to(found.place)
        finally:
            self._going = False
        if holder is not None and self.strip.isAncestorOf(holder):
            holder.setFocus()
        # A box that the page has just made is shown with the next event only.
        edit = next((each for each in self._pages.findChildren(RichTextEdit) if self._is_of_page(each) and each.place == found.place), None)
        if edit is None:
            return
        self._take(edit)
        self._mark_page()
        edit.found.look_for(self.strip.wanted)
        self._number = found.number
        self._select_number()

    def _is_of_page(self, edit: RichTextEdit) -> bool:
        page = self._pages.currentWidget()
        return page is not None and page.isAncestorOf(edit)

    def _select_number(self) -> None:
        """Select what was chosen in the list, once its text has been looked through."""
        edit, number = self._edit, self._number
        if edit is not None and number is not None and edit.found.is_complete:
            self._number = None
            self._select(edit, edit.found.number_of(number))

    # --- Replacing ----------------------------------------------------------------------------

    def _replace_one(self) -> None:
        edit = self._edit
        at = edit.found.at_selection() if edit is not None else None
        if edit is None or at is None or self._why_left():
            self.go_on()
            return
        to = self.strip.to.text()
        if edit.found.replace(at, to):
            self._from = at.start + len(to.encode("utf-16-le")) // 2
            cursor = edit.textCursor()
            cursor.setPosition(self._from)
            edit.setTextCursor(cursor)
        else:
            self.go_on()

    def _replace_all(self) -> None:
        if self.strip.whole_record:
            self._replace_in_record()
            return
        edit = self._edit
        if edit is None or self._why_left():
            return
        self.strip.tell("Replacing …", aloud=False)
        edit.found.replace_all(self.strip.to.text())

    def _tell_replaced(self, count: int) -> None:
        self.strip.tell(f"{count:,} replaced. Undo in the text takes them back.")

    def _replace_in_record(self) -> None:
        replacements, to = self.strip.model.replacements(), self.strip.to.text()
        words = self.strip.words.text()
        if not replacements or not self._state.save_typed():
            return
        changes = self._state.do(replace_in_record, self._state.record_id, replacements, to)
        if changes is not None and not changes.empty:
            self.strip.close_button.setFocus()
            times = "once" if len(replacements) == 1 else f"{len(replacements):,} times"
            self._tell(f"“{words}” was replaced by “{to}” {times}." if to else f"“{words}” was taken out {times}.")
