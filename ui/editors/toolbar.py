"""The row of buttons over an editor (guided sections, answers)."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMargins, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ..theme import tokens
from .flow import FlowRow
from .icons import SIZE
from .insert_menu import fill_menu
from .keys import Command
from .lines import LIST_KINDS, QUOTE_KINDS, Kind
from .rich_text_edit import RichTextEdit
from .symbol_button import SymbolButton
from .word_counter import WordCounter

_ICON = 16
_TARGET = 24

# What the button shows, the words in its menu, what they do.
_LINES = (
    ("Text", "Text", Command.PARAGRAPH),
    ("Heading", "Subheading", Command.HEADING_1),
    ("Small heading", "Small subheading", Command.HEADING_2),
)


class EditorToolbar(QWidget):
    """Buttons for what a text can be, checked for what stands at the cursor, and the number of words.

    The buttons are named after the editor too, so that two editors on a page can be told apart by name.
    """

    def __init__(self, edit: RichTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._names: dict[QToolButton, str] = {}
        self._soon = QTimer(self, interval=0, singleShot=True)  # a layout that is being done takes no notice of what comes or goes
        self._soon.timeout.connect(self._fit)
        self._row = FlowRow(self, QMargins(7, 5, 9, 5), 1)
        self.bold = self._command("B", "Bold", Command.BOLD)
        self.italic = self._command("I", "Italic", Command.ITALIC)
        self._emphasise()
        self.lines = self._lines_button()
        self._divide()
        self.bullets = self._command("", "Bullet list", Command.BULLETS, "bullets")
        self.numbers = self._command("", "Numbered list", Command.NUMBERS, "numbers")
        self.quote = self._command("", "Quotation", Command.QUOTE, "quote")
        self.link = self._command("", "Link", Command.LINK, "link")
        self.insert = self._insert_button()
        self.undo = self._step("Undo", QKeySequence.StandardKey.Undo, edit.undo)
        self.redo = self._step("Redo", QKeySequence.StandardKey.Redo, edit.redo)
        self._steps = self._keep_together(self.undo, self.redo)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "quiet")
        self._row.addWidget(self.words)
        self.counter = WordCounter(edit)
        self.counter.changed.connect(self._show_count)
        edit.format_changed.connect(self.show_state)
        edit.renamed.connect(self._rename)
        edit.document().undoAvailable.connect(self.show_state)
        edit.document().redoAvailable.connect(self.show_state)
        self.show_state()
        self._show_count()

    def offer(self, symbol: str, name: str, key: str, work: Callable[[], object]) -> QToolButton:
        """Add a button for what the page around the text does, such as a comment; the number of words stays the last."""
        self._row.takeAt(self._row.count() - 1)
        made = self._button("", name, key, work, symbol)
        self._row.addWidget(self.words)
        return made

    def show_state(self) -> None:
        """Check the buttons for what stands at the cursor."""
        edit, shape = self._edit, self._edit.line_shape()
        self.bold.setChecked(edit.is_bold())
        self.italic.setChecked(edit.is_italic())
        self.bullets.setChecked(shape.kind in LIST_KINDS and not shape.ordered)
        self.numbers.setChecked(shape.kind in LIST_KINDS and shape.ordered)
        self.quote.setChecked(shape.kind in QUOTE_KINDS)
        self.link.setChecked(bool(edit.link_at_cursor()))
        level = shape.level if shape.kind is Kind.HEADING else 0
        self._line_actions[level].setChecked(True)
        self.lines.setText(_LINES[level][0])
        name = f"Kind of line: {_LINES[level][1]}"
        if self._names[self.lines] != name:
            self._name(self.lines, name)
        self._enable()

    def _enable(self) -> None:
        """Let be used what can be; each button is told once, for one that goes on and off again is painted at every key."""
        document, locked = self._edit.document(), self._edit.isReadOnly()
        idle = {self.undo: not document.isUndoAvailable(), self.redo: not self._edit.history.can_redo}
        for button in self._names:
            button.setEnabled(not locked and not idle.get(button, False))

    def _show_count(self) -> None:
        """Show how many words there are, and how many of them are selected."""
        self.words.setText(self.counter.in_short)
        for say in (self.words.setAccessibleName, self.words.setToolTip):
            say(self.counter.words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "italic"):
            self._emphasise()

    def event(self, event: QEvent) -> bool:
        """Fit what it shows into one line when a button or the number of words needs another width."""
        if event.type() == QEvent.Type.LayoutRequest and hasattr(self, "words"):
            self._soon.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what it shows into one line."""
        super().resizeEvent(event)
        self._soon.start()

    def _fit(self) -> None:
        """Leave out Undo and Redo where they would need a second line: they have their keys and stand in the menu Edit."""
        beside = [each for each in self._in_row() if each is not self._steps and not each.isHidden()]
        needed = sum(each.sizeHint().width() + self._row.spacing() for each in (*beside, self._steps))
        margins = self._row.contentsMargins()
        shown = needed <= self.width() - margins.left() - margins.right()
        if shown == self._steps.isHidden():
            self._steps.setVisible(shown)

    def _in_row(self) -> Iterator[QWidget]:
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        yield from (widget for item in items if item is not None and (widget := item.widget()) is not None)

    def _command(self, words: str, name: str, command: Command, symbol: str = "") -> QToolButton:
        button = self._button(words, name, command.value, lambda: self._run(command), symbol)
        button.setCheckable(True)
        return button

    def _step(self, name: str, key: QKeySequence.StandardKey, work: Callable[[], object]) -> QToolButton:
        return self._button("", name, QKeySequence(key).toString(), work, name.lower())

    def _button(self, words: str, name: str, key: str, work: Callable[[], object], symbol: str = "") -> QToolButton:
        button = SymbolButton(symbol, self._side) if symbol else QToolButton()
        button.setText(words)
        self._dress(button, name, key)
        button.clicked.connect(lambda: work())
        return button

    def _dress(self, button: QToolButton, name: str, key: str = "") -> None:
        # Reached by Tab; a click leaves the focus, and so the selection, in the text.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("kind", "tool")
        button.setMinimumSize(QSize(_TARGET, _TARGET))
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
        button.setToolTip(html.escape(f"{name} ({shown})" if shown else name))
        self._name(button, name)
        self._row.addWidget(button)

    def _name(self, button: QToolButton, name: str) -> None:
        self._names[button] = name
        button.setAccessibleName(f"{name}, {self._edit.accessibleName()}")

    def _rename(self) -> None:
        for button, name in self._names.items():
            self._name(button, name)

    def _lines_button(self) -> QToolButton:
        button = QToolButton()
        menu = QMenu(button)
        group = QActionGroup(menu)
        self._line_actions: list[QAction] = []
        for _, words, command in _LINES:
            keys = QKeySequence(command.value).toString(QKeySequence.SequenceFormat.NativeText)
            action = QAction(f"{words}\t{keys}", menu)  # made here, as the document of an editor is
            menu.addAction(action)
            action.setCheckable(True)
            action.triggered.connect(lambda checked=False, which=command: self._run(which))
            group.addAction(action)
            self._line_actions.append(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._dress(button, "Kind of line")
        return button

    def _insert_button(self) -> QToolButton:
        """A menu of what has no button; filled when it opens, for what the cursor is in decides."""
        button = QToolButton()
        button.setText("Insert")
        menu = QMenu(button)

        def fill() -> None:
            menu.clear()
            fill_menu(menu, self._edit)

        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._dress(button, "Insert")
        return button

    def _run(self, command: Command) -> None:
        self._edit.run_command(command)
        self.show_state()

    def _keep_together(self, *buttons: QToolButton) -> QWidget:
        """Let the last buttons of the row stand on one line, after a line between them and the others."""
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(_Divider())
        for each in buttons:
            row.addWidget(each)  # which takes it from the row
        self._row.addWidget(group)
        return group

    def _side(self) -> int:
        return round(_ICON * self._edit.scale)

    def _divide(self) -> None:
        self._row.addWidget(_Divider())

    def _emphasise(self) -> None:
        for button, bold in ((self.bold, True), (self.italic, False)):
            font = button.font()
            font.setBold(bold)
            font.setItalic(not bold)
            if button.font() != font:
                button.setFont(font)


class _Divider(QWidget):
    """A thin line between groups of buttons."""

    def sizeHint(self) -> QSize:
        return QSize(7, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() // 2, (self.height() - SIZE) // 2, 1, SIZE, QColor(tokens().border))
