"""What can be put into a text or done to it, by two menus, a button over the text and a right click (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from .formats import in_cell
from .keys import Command
from .office_wording import office_wording
from .rich_text_edit import RichTextEdit
from .structure import selected_blocks
from .tables import TableChange, can_change

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: key for the code, words, the editor's command where it has one."""

    key: str
    words: str
    command: Command | None = None


LINE = Entry("", "")
TABLE = tuple(Entry(f"table_{each.name.lower()}", each.value) for each in TableChange)
_CHANGES = dict(zip((each.key for each in TABLE), TableChange, strict=True))
FIELD, WORDING = Entry("insert_field", "Field…", Command.FIELD), Entry("insert_wording", "Standard wording…")
WHO, NEW_TABLE = Entry("insert_who", "Who said the quotation", Command.ATTRIBUTION), Entry("insert_table", "Table…")
KEEP = Entry("keep_wording", "Keep the chosen words as standard wording…")
ENTRIES = (
    FIELD,
    WORDING,
    LINE,
    Entry("insert_link", "Link…", Command.LINK),
    LINE,
    WHO,
    LINE,
    NEW_TABLE,
    *TABLE,
    LINE,
    KEEP,
    Entry("text_bold", "Bold", Command.BOLD),
    Entry("text_italic", "Italic", Command.ITALIC),
    LINE,
    Entry("text_paragraph", "Ordinary paragraph", Command.PARAGRAPH),
    Entry("insert_heading", "Subheading", Command.HEADING_1),
    Entry("insert_small_heading", "Small subheading", Command.HEADING_2),
    Entry("insert_quotation", "Quotation", Command.QUOTE),
    LINE,
    Entry("insert_bullets", "Bullet list", Command.BULLETS),
    Entry("insert_numbers", "Numbered list", Command.NUMBERS),
    Entry("text_deeper", "One level deeper in a list", Command.DEEPER),
    Entry("text_higher", "One level higher in a list", Command.HIGHER),
)
"""All of them, as the menus Insert and Text of the menu bar list them."""
_BY_KEY = {each.key: each for each in ENTRIES}
_IN_LINES = set(Command) - {Command.BOLD, Command.ITALIC, Command.LINK, Command.FIELD}


def can_do(edit: RichTextEdit, key: str) -> bool:
    """Tell whether an entry does something where the cursor is."""
    if edit.isReadOnly():
        return False
    cursor = edit.textCursor()
    if key in _CHANGES:
        return can_change(cursor, _CHANGES[key])
    if key == NEW_TABLE.key:
        return edit.takes_tables and not in_cell(cursor.block())
    if key == WORDING.key:
        return bool(office_wording().offered(edit.wording_place))
    if key == FIELD.key:
        return edit.offers_fields
    if key == KEEP.key:
        return cursor.hasSelection() and office_wording().can_keep(edit.wording_place)
    return _BY_KEY[key].command not in _IN_LINES or bool(selected_blocks(cursor))


def do(edit: RichTextEdit, key: str) -> None:
    """Do what an entry says, where that is possible."""
    if not can_do(edit, key):
        return
    command = _BY_KEY[key].command
    if key in _CHANGES:
        edit.change_table(_CHANGES[key])
    elif command is not None:
        edit.run_command(command)
    else:
        _ASKS[key](edit)


_ASKS: dict[str, Callable[[RichTextEdit], object]] = {
    WORDING.key: lambda edit: edit.slash.open(fields=False),
    NEW_TABLE.key: lambda edit: edit.table_requested.emit(),
    KEEP.key: lambda edit: edit.keep_requested.emit(),
}


def fill_menu(menu: QMenu, edit: RichTextEdit) -> None:
    """Fill a menu with what the toolbar has no button for; what changes a table only inside one."""
    table = TABLE if in_cell(edit.textCursor().block()) else ()
    for entry in (FIELD, WORDING, LINE, WHO, NEW_TABLE, *table, LINE, KEEP):
        if entry is LINE:
            menu.addSeparator()
            continue
        keys = f"\t{QKeySequence(entry.command.value).toString(_NATIVE)}" if entry.command else ""
        action = menu.addAction(f"{entry.words}{keys}")
        action.setEnabled(can_do(edit, entry.key))
        action.triggered.connect(lambda checked=False, key=entry.key: do(edit, key))
