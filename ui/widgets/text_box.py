"""A rich text in a form: label, buttons, the editor, and a bar for links; as high as its words need (inspection details, findings)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from response_app.domain.fieldnames import BLOCK_FIELDS
from response_app.domain.fields import block, inline
from response_app.domain.record import Record
from response_app.domain.richtext import RichText, plain

from .. import theme
from ..editors.bars import EditorBars
from ..editors.rich_text_edit import RichTextEdit
from ..messages import announce
from .basics import label, restyle
from .text_buttons import text_buttons

LOWEST, HIGHEST = 76, 380
"""Height of the editor in pixels at 100 %."""


def filler(record: Record) -> Callable[[str], str]:
    """Return what says what a live field shows in this record."""

    def fill(name: str) -> str:
        return plain(block(record, name)) if name in BLOCK_FIELDS else inline(record, name)

    return fill


class TextBox(QWidget):
    """An editor of one text with its buttons; saves a second after typing stops, and when it is left."""

    def __init__(self, words: str, save: Callable[[RichText], bool], hint: str = "", *, labelled: bool = True) -> None:
        """Make an empty one.

        Args:
            words: the label, and the editor's accessible name.
            save: saves a text and returns whether that worked; words that could not be saved are tried again.
            hint: a quiet line under it.
            labelled: False where a heading over it says the same.
        """
        super().__init__()
        self.edit = RichTextEdit(words)
        self.edit.setProperty("frameless", "true")
        self.edit.setAccessibleDescription(hint)
        self._save = save
        self._hint = hint
        self._known: RichText = ()
        self._failed = False
        self.label = label(words, "label")
        self.label.setBuddy(self.edit)
        if not labelled:
            self.label.hide()
        self.problem = label("", "error")
        self.problem.hide()
        self._frame = frame = QFrame()
        frame.setProperty("card", "true")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        head = self._head = QFrame()
        head.setProperty("card", "head")
        over = QVBoxLayout(head)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(text_buttons(self.edit))
        for each in (head, EditorBars(self.edit), self.edit):
            inner.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(self.problem)
        column.addWidget(frame)
        if hint:
            column.addWidget(label(hint, "quiet"))
        self.edit.typing_paused.connect(self._take)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: RichText, record: Record, *, fresh: bool) -> None:
        """Show a text of a record.

        Args:
            text: what is stored.
            record: fills the live fields.
            fresh: whether it is another text than before; else what differs becomes a step of the editor's history.
        """
        if fresh:
            self.edit.set_text(text)
            self._failed = False
        elif text != self._known:
            self.edit.apply(text)
        self._known = text
        self.edit.refresh_fields(filler(record))

    def remark(self, words: str) -> None:
        """Say over the text what it lacks, and to a screen reader with it; "" for nothing."""
        if words == self.problem.text():
            return
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.edit.setAccessibleDescription(f"{words} {self._hint}".strip())
        self._frame.setProperty("invalid", "true" if words else "")
        restyle(self._frame)
        if words and self.isVisible():
            announce(self.edit, words)

    def set_read_only(self, read_only: bool) -> None:
        """Let the words be read only, because they are published, or be written again."""
        if read_only != self.edit.isReadOnly():
            self.edit.set_read_only(read_only)
            self.edit.setProperty("frozen", read_only)
            restyle(self.edit)
            self._head.setHidden(read_only)

    def flush(self) -> None:
        """Save what is typed."""
        self.edit.flush()
        if self._failed:
            self._take(self.edit.text())

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _take(self, text: RichText) -> None:
        before = self._known
        if text == before:
            return
        self._known = text
        self._failed = not self._save(text)
        if self._failed:
            self._known = before  # so that showing the record again does not put the stored words over the typed ones

    def _fit(self) -> None:
        pixels = theme.theme().pixels
        needed = round(self.edit.document().size().height()) + 2 * self.edit.frameWidth() + 12
        self.edit.setFixedHeight(max(pixels(LOWEST), min(needed, pixels(HIGHEST))))
