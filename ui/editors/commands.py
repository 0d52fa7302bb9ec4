"""The text in the editor and what its buttons do to it (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFont, QFontInfo, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from response_app.domain.richtext import RichText

from ..theme import BASE_SIZE, tokens
from . import quotation, structure, tables
from .change import apply_lines
from .codec import Reader, Writer
from .fields import Filler, with_whole_fields
from .formats import in_cell, shape_of
from .history import History
from .insert import insert_text, remove_selection
from .keys import Command
from .lines import Lines, Shape, flatten
from .looks import BODY_SIZE, INDENT, Looks

_MARGIN = 12


class CommandEdit(QTextEdit):
    """Holds a text and changes it by commands.

    Attributes:
        history: what undo and redo go through.

    Signals:
        text_changed_by_user: something was typed, pasted, formatted, undone or redone; not `set_text`, `apply`
            or `refresh_fields`.
        format_changed: what stands at the cursor may be something else now (bold, list, link ...).
        link_requested: somebody wants to set a link; carries the address that is there, or "".
    """

    text_changed_by_user = Signal()
    format_changed = Signal()
    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(QTextDocument(self))  # made here: what PySide holds of one that Qt made can become unusable while it is there
        self._busy = 0
        self._known_text: RichText | None = None  # what `text` gave last, until something changes
        self.document().contentsChange.connect(self._forget_text)
        self._shown_looks: tuple[object, ...] = ()
        self._filler: Filler = lambda name: ""
        self._writer = Writer(self._fill)
        self._reader = Reader(self.document())
        self.history = History(self)
        self._looks = Looks(self.document())
        self._commands: dict[Command, Callable[[], object]] = {
            Command.BOLD: self.toggle_bold,
            Command.ITALIC: self.toggle_italic,
            Command.LINK: self.request_link,
            Command.BULLETS: lambda: self.toggle_list(ordered=False),
            Command.NUMBERS: lambda: self.toggle_list(ordered=True),
            Command.QUOTE: self.toggle_quotation,
            Command.ATTRIBUTION: self.attribute,
            Command.PARAGRAPH: lambda: self.make_heading(0),
            Command.HEADING_1: lambda: self.make_heading(1),
            Command.HEADING_2: lambda: self.make_heading(2),
            Command.DEEPER: lambda: self.change_level(deeper=True),
            Command.HIGHER: lambda: self.change_level(deeper=False),
        }
        self.take_looks()
        self.set_text(())
        self.document().contentsChange.connect(self._contents_changed)
        self.document().blockCountChanged.connect(lambda: self.viewport().update())
        self.cursorPositionChanged.connect(self.format_changed)
        self.currentCharFormatChanged.connect(lambda: self.format_changed.emit())

    def set_text(self, text: RichText) -> None:
        """Show another text; the undo history begins anew."""
        self._writer.scale, self._writer.border = self.scale, tokens().field_border
        with self.own_work():
            self.document().setDocumentMargin(_MARGIN * self.scale)
            lines = self._writer.fill_document(self.document(), text, self._before_layout)
        self._looks.expect(None)
        self._reader.know(self.document(), lines, text)
        self._forget_text()
        self.cursorPositionChanged.emit()
        self.viewport().update()

    def text(self) -> RichText:
        """Return the text in canonical form."""
        if self._known_text is None:
            self._known_text = self._reader.text(self.document())
        return self._known_text

    def apply(self, text: RichText) -> None:
        """Bring in a change that is not typing, as one step that undo takes back; the cursor stays at its words."""
        self.apply_lines(flatten(text))

    def lines(self) -> Lines:
        """Return the lines as they stand, with what a text in canonical form leaves out, such as the blank after the last word."""
        return self._reader.lines(self.document())

    def apply_lines(self, lines: Lines, *, follow: bool = False) -> None:
        """Bring in a change as `apply` does.

        Args:
            lines: all lines, with the change.
            follow: whether the cursor goes on with what is added where it stands.
        """
        cursor = self.textCursor()
        stays = cursor.atBlockEnd() and not cursor.hasSelection() and not follow
        cursor.setKeepPositionOnInsert(stays)  # at the end of a line, whatever is added after it
        with self.own_work():
            apply_lines(self.document(), self._reader, lines, self._writer, cursor.position())
        if stays:
            cursor.setKeepPositionOnInsert(False)
            cursor.setPosition(cursor.position())  # its other end has gone on with the words
            self.setTextCursor(cursor)
        self.viewport().update()
        self.format_changed.emit()

    def refresh_fields(self, filler: Filler) -> None:
        """Fill the fields anew; the undo history goes on."""
        self._filler = filler
        self.history.fill_fields()

    def undo(self) -> None:
        """Take back the last step; fields go on showing what the record says."""
        self.history.undo(super().undo)

    def redo(self) -> None:
        """Do again what was last taken back."""
        self.history.redo(super().redo)

    def insert(self, text: RichText) -> None:
        """Put `text`, such as standard wording or a field, in the place of the selection."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        insert_text(cursor, text, self._writer)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.viewport().update()

    def word_count(self) -> int:
        """Return how many words are shown, those of fields included."""
        return len(self.toPlainText().split())

    def run_command(self, command: Command) -> None:
        """Do what a key of the editor does."""
        if not self.isReadOnly():
            self._commands[command]()

    def toggle_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not."""
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.Normal if self.is_bold() else QFont.Weight.Bold)
        self._merge(made)

    def toggle_italic(self) -> None:
        """Make the selection, or what is typed next, italic or not."""
        made = QTextCharFormat()
        made.setFontItalic(not self.is_italic())
        self._merge(made)

    def toggle_list(self, *, ordered: bool) -> None:
        """Make the selected lines a bullet or numbered list, or paragraphs again."""
        self._edit(lambda cursor: structure.toggle_list(cursor, ordered, self.gap_scale))

    def toggle_quotation(self) -> None:
        """Make the selected lines a quotation, or paragraphs again."""
        self._edit(lambda cursor: structure.toggle_quotation(cursor, self.gap_scale))

    def attribute(self) -> None:
        """Go to the line that says who said the quotation; make it where there is none."""
        self._edit(lambda cursor: quotation.attribute(cursor, self.gap_scale))

    def insert_table(self, rows: int, columns: int) -> None:
        """Put in a table with a header and `rows` more rows; not in the cell of another."""
        if not in_cell(self.textCursor().block()):
            self._edit(lambda cursor: tables.insert_table(cursor, rows, columns, self._writer))

    def change_table(self, change: tables.TableChange) -> None:
        """Add to the table at the cursor, or take away from it."""
        self._edit(lambda cursor: tables.change_table(cursor, change, self.gap_scale))

    def make_heading(self, level: int) -> None:
        """Make the selected lines subheadings of level 1 or 2; 0 makes them paragraphs."""
        self._edit(lambda cursor: structure.make_heading(cursor, level, self.gap_scale))

    def change_level(self, *, deeper: bool) -> None:
        """Move the selected list items one level down or up."""
        self._edit(lambda cursor: structure.change_level(cursor, deeper, self.gap_scale))

    def request_link(self) -> None:
        """Ask for the address of a link (`link_requested`)."""
        self.link_requested.emit(self.link_at_cursor())

    def set_link(self, address: str) -> None:
        """Link the selection, else the link or word at the cursor, else the address itself; "" takes the link away."""
        cursor = self._link_cursor()
        made = char_format_of_link(address)
        if not cursor.hasSelection():
            if address:
                cursor.insertText(address, made)
                self.setTextCursor(cursor)
            return
        if address:
            cursor.mergeCharFormat(made)
            return
        cursor.beginEditBlock()
        for start, end, held in _fragments(cursor):
            held.clearProperty(QTextFormat.Property.IsAnchor.value)
            held.clearProperty(QTextFormat.Property.AnchorHref.value)
            part = QTextCursor(cursor)
            part.setPosition(start)
            part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            part.setCharFormat(held)
        cursor.endEditBlock()

    def is_bold(self) -> bool:
        """Tell whether the selection's end, or what is typed next, is bold."""
        return self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold

    def is_italic(self) -> bool:
        """Tell whether the selection's end, or what is typed next, is italic."""
        return self.currentCharFormat().fontItalic()

    def link_at_cursor(self) -> str:
        """Return the address of the link at the cursor, or ""."""
        return self.currentCharFormat().anchorHref()

    def line_shape(self) -> Shape:
        """Return what the line at the cursor is; a plain paragraph for the cell of a table."""
        block = self.textCursor().block()
        return Shape() if in_cell(block) else shape_of(block)

    @property
    def filler(self) -> Filler:
        """Says what a field shows."""
        return self._fill

    @property
    def scale(self) -> float:
        """Size of text, 1.0 at a zoom of 100 %."""
        return self._looks.scale

    @property
    def gap_scale(self) -> float:
        """Size of the gaps between lines, as it was when the text was shown."""
        return self._writer.scale

    def take_looks(self) -> None:
        """Take on colours and sizes as they are now; the text and its history stay as they are.

        So do the gaps between lines and the margin, which Qt keeps with the text: they follow the zoom when a text is shown anew.
        """
        scale = max(QFontInfo(self.font()).pixelSize(), 1) / BASE_SIZE
        font = QFont(self.font())
        font.setPixelSize(round(BODY_SIZE * scale))
        document = self.document()
        if document.defaultFont() != font:
            document.setDefaultFont(font)
        if self._shown_looks == (tokens(), scale):
            return
        with self.own_work():
            document.setIndentWidth(INDENT * scale)
            self._looks.tokens, self._looks.scale = tokens(), scale
            if self._shown_looks:
                self._looks.rehighlight()
            self._shown_looks = (tokens(), scale)

    def _before_layout(self, lines: Lines) -> None:
        """Go to the start while nothing is laid out yet: to go there from the end would have all of a long text laid out at once."""
        self._looks.expect(lines)
        with QSignalBlocker(self):
            self.setTextCursor(QTextCursor(self.document()))

    def _fill(self, name: str) -> str:
        return self._filler(name)

    def _merge(self, made: QTextCharFormat) -> None:
        if self.isReadOnly():
            return
        self.setTextCursor(with_whole_fields(self.textCursor()))
        self.mergeCurrentCharFormat(made)
        self.format_changed.emit()

    def _edit(self, work: Callable[[QTextCursor], object]) -> None:
        """Run `work` on the cursor as one step of the history, and show where the cursor is then."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        work(cursor)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.viewport().update()
        self.format_changed.emit()

    def _remove_selection(self, cursor: QTextCursor) -> None:
        remove_selection(cursor, self.gap_scale)

    def _link_cursor(self) -> QTextCursor:
        cursor = with_whole_fields(self.textCursor())
        address = self.link_at_cursor()
        if cursor.hasSelection():
            return cursor
        if address:
            return _around_link(cursor, address)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return with_whole_fields(cursor)

    def _forget_text(self) -> None:
        self._known_text = None

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        if not self._busy:
            self.text_changed_by_user.emit()

    @contextmanager
    def own_work(self) -> Iterator[None]:
        """Change the document meanwhile without that being what the user has done."""
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1


def char_format_of_link(address: str) -> QTextCharFormat:
    """Return the format that makes characters a link, and nothing else of them."""
    made = QTextCharFormat()
    made.setAnchor(bool(address))
    made.setAnchorHref(address)
    return made


def _around_link(cursor: QTextCursor, address: str) -> QTextCursor:
    """Return a cursor with the pieces selected that stand together at the cursor and lead to `address`."""
    start = end = cursor.position()
    pieces = [(first, last) for first, last, held in _fragments(cursor) if held.anchorHref() == address]
    for first, last in pieces:
        end = last if first <= end <= last else end
    for first, last in reversed(pieces):
        start = first if first <= start <= last else start
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _fragments(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield the pieces of equal format in the selection, or in the whole line when nothing is selected."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = document.findBlock(start)
    if start == end:
        start, end = block.position(), block.position() + block.length() - 1
    pieces = []
    while block.isValid() and block.position() <= end:
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            first, last = max(start, fragment.position()), min(end, fragment.position() + fragment.length())
            if first < last:
                pieces.append((first, last, fragment.charFormat()))
            at += 1
        block = block.next()
    yield from pieces
