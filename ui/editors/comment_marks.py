"""Marks on words that comments are about: painted under the text, following it while it is typed in (guided sections, review).

As with misspelt words the document is only read: a mark is a pair of positions that Qt moves with the words, and no part of
the text or its history. Where words went and came back (undo, another version), they are looked for anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
)

from response_app.authoring.comments import similar
from response_app.domain.anchors import Anchor, anchor_at, locate

from ..theme import tokens
from .formats import in_cell

if TYPE_CHECKING:
    from .rich_text_edit import RichTextEdit

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LOOK_SOON_MS = 200


@dataclass(frozen=True, slots=True)
class Commented:
    """A comment on words of the text.

    Attributes:
        id: the comment's.
        anchor: the words, and what stood around them.
        said: the comment as a screen reader says it when the cursor comes into the words.
        is_open: whether it is still to be dealt with; then its words are marked.
    """

    id: str
    anchor: Anchor
    said: str
    is_open: bool = True


@dataclass(slots=True, eq=False)
class _Mark:
    """A comment with the cursor that follows its words: the anchor before the first character, the position after the last."""

    comment: Commented
    cursor: QTextCursor | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """Where the words stand; None when they are gone."""
        if self.cursor is None or self.cursor.anchor() >= self.cursor.position():
            return None
        return self.cursor.anchor(), self.cursor.position()


class CommentMarks(QObject):
    """Which words of one editor's text comments are about.

    Signals:
        changed: other words may be marked now, or words are gone or back.
        entered: (str) the cursor came into the words of the comment with this id; "" when it left them.
        requested: somebody wants to comment on what is selected.

    Attributes:
        current: the id of the comment whose words are looked at, "" for none.
        offered: whether the page takes comments on this text.
    """

    changed = Signal()
    entered = Signal(str)
    requested = Signal()

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._marks: list[_Mark] = []
        self._sought: list[_Mark] = []
        self._inside = ""
        self.current = ""
        self.offered = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look_exactly)
        self._alike = QTimer(self, singleShot=True, interval=0)
        self._alike.timeout.connect(self._look_alike)
        self._looked: dict[str, tuple[Anchor, int]] = {}
        """For which words, in which state of the document, words like them were looked for in vain or not."""
        edit.document().contentsChange.connect(self._contents_changed)
        edit.cursorPositionChanged.connect(self._say_entered)

    # --- What is marked -----------------------------------------------------------------------

    def show_comments(self, comments: Sequence[Commented]) -> None:
        """Mark the words of these comments; words that are followed already are not looked for anew."""
        known = {mark.comment.id: mark for mark in self._marks if mark.span}
        self._marks = [_Mark(each, known[each.id].cursor if each.id in known else None) for each in comments]
        now = self._edit.document().revision()
        lost = [mark for mark in self._marks if mark.span is None and self._looked.get(mark.comment.id) != (mark.comment.anchor, now)]
        if lost:
            words = shown_words(self._edit.document())
            for mark in lost:
                self._put(mark, locate(mark.comment.anchor, words), words)
        self._sought = [mark for mark in lost if mark.span is None]
        if self._sought:
            self._alike.start()
        self._tell()

    def ids(self) -> list[str]:
        """Return the comments whose words are there, in the order of the text."""
        there = [(mark.span, mark.comment.id) for mark in self._marks if mark.span]
        return [comment_id for _, comment_id in sorted(there, key=lambda each: each[0] or (0, 0))]

    def span(self, comment_id: str) -> tuple[int, int] | None:
        """Return where the words of a comment stand in the document, None when they are gone."""
        return next((mark.span for mark in self._marks if mark.comment.id == comment_id), None)

    def at(self, position: int) -> str:
        """Return the id of the open comment on the words at a position, "" for none."""
        return next((mark.comment.id for mark in self._open() if mark.span and mark.span[0] <= position < mark.span[1]), "")

    def choose(self, comment_id: str) -> None:
        """Show the words of one comment as the ones that are looked at; "" for none."""
        if comment_id != self.current:
            self.current = comment_id
            self._edit.viewport().update()

    def go_to(self, comment_id: str) -> bool:
        """Select the words of a comment and bring them into view; return whether they are there."""
        span = self.span(comment_id)
        if span is None:
            return False
        cursor = self._edit.textCursor()
        cursor.setPosition(span[1])
        cursor.setPosition(span[0], _KEEP)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        return True

    def next_from_cursor(self, *, back: bool = False) -> str:
        """Return the open comment whose words come next after the cursor, round the text; "" when there is none."""
        at = self._edit.textCursor().selectionStart()
        there = sorted((mark.span, mark.comment.id) for mark in self._open() if mark.span)
        if back:
            there.reverse()
        beyond = [each for span, each in there if (span[0] < at if back else span[0] > at)]
        return (beyond or [each for _, each in there] or [""])[0]

    def anchors(self) -> dict[str, Anchor]:
        """Return where the comments hold on now, for those whose words are there; the words as they read now."""
        there = [(mark.comment, mark.span) for mark in self._marks if mark.span]
        if not there:
            return {}
        words = shown_words(self._edit.document())
        places = _Places(words, self._edit.document())
        out = {}
        for comment, span in there:
            if span is not None:
                out[comment.id] = anchor_at(comment.anchor.text_id, words, places.index(span[0]), places.index(span[1]))
        return out

    def anchor_of_selection(self, text_id: str) -> Anchor | None:
        """Return the anchor of the words that are selected, without blanks at their ends; None when none are."""
        cursor = self._edit.textCursor()
        words = shown_words(self._edit.document())
        places = _Places(words, self._edit.document())
        start, end = places.index(cursor.selectionStart()), places.index(cursor.selectionEnd())
        chosen = words[start:end]
        start += len(chosen) - len(chosen.lstrip())
        end -= len(chosen) - len(chosen.rstrip())
        return anchor_at(text_id, words, start, end) if start < end else None

    # --- Painting -----------------------------------------------------------------------------

    def paint_ground(self, painter: QPainter, first: QTextBlock) -> None:
        """Paint a tint behind the marked words in view, from the line `first` on; before the words themselves are painted."""
        colour = QColor(tokens().amber_ground)
        for _, area in self._areas(first):
            painter.fillRect(area, colour)

    def paint_lines(self, first: QTextBlock) -> None:
        """Paint a line under the marked words, and a box around those that are looked at; after the words are painted."""
        if not self._marks:
            return
        scale, bar = self._edit.scale, QColor(tokens().amber_bar)
        painter = QPainter(self._edit.viewport())
        for mark, area in self._areas(first):
            painter.fillRect(QRectF(area.left(), area.bottom() - 2 * scale, area.width(), 2 * scale), bar)
            if mark.comment.id == self.current:
                painter.setPen(QPen(bar, max(1.0, scale)))
                painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.end()

    def _open(self) -> Iterator[_Mark]:
        return (mark for mark in self._marks if mark.comment.is_open)

    def _areas(self, first: QTextBlock) -> Iterator[tuple[_Mark, QRectF]]:
        """Yield where marked words stand in the viewport; of a long text only what is in view is asked for."""
        marks = [mark for mark in self._open() if mark.span]
        if not marks:
            return
        document, viewport = self._edit.document(), self._edit.viewport()
        table = QTextCursor(first).currentTable() if in_cell(first) else None
        top = table.firstPosition() if table is not None else first.position()
        corner = QPoint(viewport.width(), viewport.height())
        last = self._edit.cursorForPosition(corner).block()
        bottom = last.position() + last.length()
        for mark in marks:
            start, end = mark.span or (0, 0)
            block = document.findBlock(max(start, top))
            while block.isValid() and block.position() < min(end, bottom):
                for area in self._in_block(block, start, end):
                    yield mark, area
                block = block.next()

    def _in_block(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        edit = self._edit
        area = edit.document().documentLayout().blockBoundingRect(block)
        left, top = area.left() - edit.horizontalScrollBar().value(), area.top() - edit.verticalScrollBar().value()
        at, stop = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        while at < stop:
            line = block.layout().lineForTextPosition(at)
            if not line.isValid():
                return
            until = min(stop, line.textStart() + line.textLength())
            if until <= at:
                return
            x1, x2 = _x(line, at), _x(line, until)
            yield QRectF(left + x1, top + line.y(), x2 - x1, line.height())
            at = until

    # --- Following the words ------------------------------------------------------------------

    def _contents_changed(self) -> None:
        if any(mark.span is None for mark in self._marks):
            self._soon.start(_LOOK_SOON_MS)

    def _look_exactly(self) -> None:
        """Look for words that are gone and may be back, to the letter."""
        lost = [mark for mark in self._marks if mark.span is None]
        words = shown_words(self._edit.document()) if lost else ""
        for mark in lost:
            self._put(mark, locate(mark.comment.anchor, words), words)
        self._tell()

    def _look_alike(self) -> None:
        """Look for words like those of one comment; for those of the next when events have had their turn."""
        if not self._sought:
            return
        mark, *self._sought = self._sought
        if mark in self._marks and mark.span is None:
            words = shown_words(self._edit.document())
            self._put(mark, locate(mark.comment.anchor, words, similar), words)
            self._looked[mark.comment.id] = mark.comment.anchor, self._edit.document().revision()
        if self._sought:
            self._alike.start()
        self._tell()

    def _put(self, mark: _Mark, place: tuple[int, int] | None, words: str) -> None:
        if place is None:
            mark.cursor = None
            return
        places = _Places(words, self._edit.document())
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(places.position(place[0]))
        cursor.setPosition(places.position(place[1]), _KEEP)
        cursor.setKeepPositionOnInsert(True)  # what is typed right after the words is not commented on
        mark.cursor = cursor

    def _tell(self) -> None:
        self._edit.viewport().update()
        self.changed.emit()

    def _say_entered(self) -> None:
        """Tell a screen reader that the cursor has come into words with a comment."""
        inside = self.at(self._edit.textCursor().position()) if self._marks else ""
        if inside == self._inside:
            return
        self._inside = inside
        self.entered.emit(inside)
        said = next((mark.comment.said for mark in self._marks if mark.comment.id == inside), "")
        if said and self._edit.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, said))
            self._edit.announced.emit(said)


class _Places:
    """Characters of a text and positions in its document: Qt counts a character outside the basic plane twice."""

    def __init__(self, words: str, document: QTextDocument) -> None:
        plain = len(words) == document.characterCount() - 1
        self._wide = [] if plain else [index for index, each in enumerate(words) if each > "\uffff"]

    def position(self, index: int) -> int:
        """Return the position of a character."""
        return index + sum(each < index for each in self._wide)

    def index(self, position: int) -> int:
        """Return the character at a position."""
        return position - sum(each + number < position for number, each in enumerate(self._wide))


def shown_words(document: QTextDocument) -> str:
    """Return the words of a document as they are shown, fields filled, with a blank for each line end: quotes are one line."""
    return document.toPlainText().replace("\n", " ")


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
