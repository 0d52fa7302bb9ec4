"""Marks under misspelt words: found in slices while nothing else is to do, and painted over the text (guided sections, answers).

The document is only read. The marks are no part of it and are not laid out: each line keeps the few words that are in
doubt, and what of them is wrong is looked up when a line is painted. So a change of a line, a new word of the office or
another record costs no more than painting what is in view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor

from response_app.domain.richtext import LANGUAGES
from response_app.guidance.spelling import Word

from .fields import format_at
from .formats import BLOCK_LANGUAGE, FIELD, LANGUAGE
from .line_marks import LineMarks
from .speller import speller
from .wave import paint_waves

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit

_PIECE = 3000
"""Characters of a line that are read in one go."""
_FRAGMENTS, _WORDS = 100, 1000
"""Pieces of one format, and words, that are gone through in one go."""
_ENGLISH = ("", LANGUAGES[0])
_KEEP = QTextCursor.MoveMode.KeepAnchor
_IN_WORDS = "'’ʼ"


class Misspelt(NamedTuple):
    """A misspelt word: its line (the first is 0), its first position in the document and the one after its last, how it is written."""

    line: int
    start: int
    end: int
    text: str


@dataclass(slots=True, eq=False)
class _Line:
    """A line that was read: the words that the dictionary does not have, or has not been asked about."""

    words: Sequence[Word]


_CLEAN = _Line(())


class SpellingMarks(LineMarks[_Line]):
    """Which words of one editor's text are misspelt."""

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__(edit)
        self._waiting: set[_Line] = set()
        self._typing = False
        self._typed_word: int | None = None
        edit.text_changed_by_user.connect(self._typed)
        edit.cursorPositionChanged.connect(self._leave_word)
        speller().changed.connect(self.begin_anew)
        speller().learned.connect(self._take_learned)

    # --- What is misspelt ---------------------------------------------------------------------

    @property
    def is_complete(self) -> bool:
        """Whether the whole text has been read, and every word of it looked up."""
        return super().is_complete and not self._waiting

    def misspelt(self) -> list[Misspelt]:
        """Return the misspelt words that are known so far, in the order of the text."""
        document, wrong = self._edit.document(), speller().is_wrong
        found = []
        for number, line in enumerate(self._lines):
            words = [word for word in line.words if wrong(word.text)] if line else ()
            if words:
                begin = document.findBlockByNumber(number).position()
                found += [Misspelt(number, begin + word.start, begin + word.end, word.text) for word in words]
        return found

    def at(self, position: int) -> Misspelt | None:
        """Return the misspelt word at a position, its two ends included."""
        block = self._edit.document().findBlock(position)
        for word in self._wrong_in(block):
            if word.start <= position - block.position() <= word.end:
                return Misspelt(block.blockNumber(), block.position() + word.start, block.position() + word.end, word.text)
        return None

    def change(self, words: Sequence[Misspelt], to: str) -> int:
        """Write `to` in place of words, as one step that undo takes back; what reads otherwise by now stays.

        Returns:
            How many were changed.
        """
        document = self._edit.document()
        if self._edit.isReadOnly():
            return 0
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        count = 0
        for word in sorted(words, key=lambda each: -each.start):
            held = format_at(document, word.start)
            cursor.setPosition(word.start)
            cursor.setPosition(min(word.end, document.characterCount() - 1), _KEEP)
            if cursor.selectedText() == word.text:
                cursor.insertText(to, held)
                count += 1
        cursor.endEditBlock()
        self._typing, self._typed_word = False, None
        return count

    def begin_anew(self) -> None:
        """Read the text again as a whole: it is shown, may be written in, or the words that are right are others."""
        if not self._is_on():
            self._lines, self._waiting, self._work = [], set(), None
        elif not self._lines:
            self.wake()
        self._edit.viewport().update()
        self.changed.emit()

    # --- Painting -----------------------------------------------------------------------------

    def paint(self, area: QRect, first: QTextBlock) -> None:
        """Paint the marks in a part of what is in view; not under the word that is still being typed.

        Args:
            area: the part, in the editor's viewport.
            first: the line that stands at the top of what is in view.
        """
        if not self._lines or not self._is_on():
            return
        painter = QPainter(self._edit.viewport())
        painter.setClipRect(area)
        for block in self._in_view(area, first):
            words = self._wrong_in(block)
            hidden = self._word_in_hand(block) if words else None
            paint_waves(self._edit, painter, block, [word for word in words if word is not hidden], self._edit.scale)
        painter.end()

    def _wrong_in(self, block: QTextBlock) -> list[Word]:
        line, wrong = self._known(block), speller().is_wrong
        return [word for word in line.words if wrong(word.text)] if line else []

    # --- The word that is being typed ---------------------------------------------------------

    def _typed(self) -> None:
        self._typing = True

    def _word_in_hand(self, block: QTextBlock) -> Word | None:
        """Return the word that the cursor is at the end or inside of, if it has not been left since it was typed in."""
        cursor = self._edit.textCursor()
        if self._typing:
            self._typing, self._typed_word = False, _start_of_word(cursor)
        if self._typed_word is None or not self._edit.hasFocus() or cursor.block() != block:
            return None
        at = cursor.positionInBlock()
        return next((word for word in self._wrong_in(block) if word.start <= at <= word.end), None)

    def _leave_word(self) -> None:
        if self._typed_word is not None and not self._typing and _start_of_word(self._edit.textCursor()) != self._typed_word:
            self._typed_word = None
            self._edit.viewport().update()

    # --- Reading ------------------------------------------------------------------------------

    def _is_on(self) -> bool:
        return speller().is_on and not self._edit.isReadOnly()

    def _take_learned(self) -> None:
        if self._waiting and self._edit.isVisible():
            self._edit.viewport().update()
            if not speller().is_asking:
                self.wake()

    def _can_begin(self) -> bool:
        if not speller().is_ready:
            speller().need()
        return speller().is_ready

    def _after_lines(self) -> None:
        if self._waiting and not speller().is_asking:  # the answers came while the text was still being read
            self._timer.start(0)

    def _before_lines(self) -> Iterator[None]:
        """Let go of the words that the dictionary turned out to have, once it has answered about all."""
        known = speller().is_known
        for line in () if speller().is_asking else tuple(self._waiting):
            kept: list[Word] = []
            for begin in range(0, len(line.words), _WORDS):
                kept += [word for word in line.words[begin : begin + _WORDS] if not known(word.text)]
                yield
            line.words = kept
            self._waiting.discard(line)

    def _read_line(self, number: int) -> Iterator[None]:
        block = self._edit.document().findBlockByNumber(number)
        text, words, unasked = block.text(), list[Word](), set[str]()
        if block.blockFormat().stringProperty(BLOCK_LANGUAGE) in _ENGLISH:
            for start, end in _pieces(text):
                found = list(speller().doubtful(text, start, end))
                words += found
                unasked.update(word.text for word in found if speller().is_known(word.text) is None)
                yield
        if words:
            words = _in_positions(words, text, block)
            others = []
            for count, part in enumerate(_other_parts(block)):
                if part is not None:
                    others.append(part)
                if not count % _FRAGMENTS:
                    yield
            if others:
                words = [word for word in words if not any(start < word.end and word.start < end for start, end in others)]
        line = self._lines[number] = _Line(words) if words else _CLEAN
        if unasked and words:
            self._waiting.add(line)
            speller().ask(unasked)


def _start_of_word(cursor: QTextCursor) -> int:
    """Return the position at which the word at the cursor begins, that of the cursor where there is none before it."""
    text, at = cursor.block().text(), cursor.positionInBlock()
    while at and at <= len(text) and (text[at - 1].isalnum() or text[at - 1] in _IN_WORDS):
        at -= 1
    return cursor.block().position() + at


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Divide a long line at blanks."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= _PIECE else text.rfind(" ", start + 1, start + _PIECE)
        end = end if end > start else start + _PIECE
        yield start, end
        start = end


def _in_positions(words: list[Word], text: str, block: QTextBlock) -> list[Word]:
    """Count as Qt does, for which a character outside the basic plane takes two positions."""
    if len(text) == block.length() - 1:
        return words
    wide = [index for index, each in enumerate(text) if each > "\uffff"]
    shifted = []
    for word in words:
        before = sum(index < word.start for index in wide)
        shifted.append(Word(word.start + before, word.end + before, word.text))
    return shifted


def _other_parts(block: QTextBlock) -> Iterator[tuple[int, int] | None]:
    """Yield the parts of a line that are not checked: fields, and words of another language; None for one that is."""
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        held = fragment.charFormat()
        start = fragment.position() - block.position()
        skipped = held.hasProperty(FIELD) or held.stringProperty(LANGUAGE) not in _ENGLISH
        yield (start, start + fragment.length()) if skipped else None
        at += 1
