"""The bars beside a text: for a link, a table, and words to be used again (guided sections, answers)."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from response_app.domain.richtext import plain
from response_app.domain.wording import LONGEST_NAME

from .asking_bar import AskingBar
from .clipboard import selected_text
from .fields import with_whole_fields
from .link_bar import LinkBar
from .office_wording import office_wording
from .rich_text_edit import RichTextEdit
from .tables import MOST_COLUMNS

_NAME_WIDTH = 28
"""Letters of a name that are in view."""
_SUGGESTED_WORDS = 4
_MOST_NEW_ROWS = 20


class EditorBars(QWidget):
    """All bars of one editor, one of them open at a time."""

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__()
        self.link, self.table, self.keep = LinkBar(edit), TableBar(edit), KeepBar(edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bars = (self.link, self.table, self.keep)
        for bar, asked in zip(bars, (edit.link_requested, edit.table_requested, edit.keep_requested), strict=True):
            column.addWidget(bar)
            asked.connect(lambda *_, opened=bar: [each.hide() for each in bars if each is not opened])


class TableBar(AskingBar):
    """Asks how large a new table is to be."""

    def __init__(self, edit: RichTextEdit) -> None:
        self.columns, self.rows = _number(2, MOST_COLUMNS, 3), _number(1, _MOST_NEW_ROWS, 2)
        super().__init__(
            edit,
            "Put in the table",
            "Cancel the table",
            (("Columns", self.columns, "Columns of the table"), ("Rows below the header", self.rows, "Rows below the header")),
            "The first row is the header. Tab goes from cell to cell, and adds a row after the last.",
        )
        edit.takes_tables = True
        edit.table_requested.connect(self.ask)

    def accepted(self) -> None:
        """Put the table in, and go to its first cell."""
        self._edit.insert_table(int(self.rows.currentText()), int(self.columns.currentText()))
        self.close_bar()


class KeepBar(AskingBar):
    """Asks under which name the selected words are to be kept as the office's standard wording."""

    def __init__(self, edit: RichTextEdit) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        super().__init__(
            edit,
            "Keep the words",
            "Cancel keeping the words",
            (("Name", self.name, "Name of the standard wording"),),
            "The office’s standard wording is offered here in every record, and can be changed in the office settings.",
        )
        self.name.setMinimumWidth(_NAME_WIDTH * self.name.fontMetrics().averageCharWidth())
        self.name.textEdited.connect(lambda: self.tell(""))
        edit.keep_requested.connect(self.ask)

    def ask(self) -> None:
        """Show the bar with the first words as a name."""
        super().ask()
        words = plain(selected_text(with_whole_fields(self._edit.textCursor()))).split()
        self.name.setText(" ".join(words[:_SUGGESTED_WORDS])[:LONGEST_NAME])
        self.name.selectAll()

    def accepted(self) -> None:
        """Keep the words, or say what is wrong with the name."""
        name = " ".join(self.name.text().split())
        place = self._edit.wording_place
        if not name:
            self.tell("Type a short name for the words. It is shown on their button.")
        elif any(each.label.casefold() == name.casefold() for each in office_wording().of(place).snippets):
            self.tell(f"There is already wording with the name “{name}”. Type another name.")
        elif office_wording().keep(place, name, selected_text(with_whole_fields(self._edit.textCursor()))):
            self.close_bar()


def _number(least: int, most: int, usual: int) -> QComboBox:
    made = QComboBox()
    made.addItems([str(each) for each in range(least, most + 1)])
    made.setCurrentText(str(usual))
    return made
