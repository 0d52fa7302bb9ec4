"""What stands on the sheet of keyboard shortcuts: the actions of the menus as they are, and the keys inside a text (every step)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from .editors.keys import Command
from .help_topics import Keys
from .widgets import answers_view, comment_writer

if TYPE_CHECKING:
    from .actions import Actions

IN_A_TEXT = "In a text"
COMMANDS = {
    Command.BOLD: "Bold",
    Command.ITALIC: "Italic",
    Command.LINK: "Link",
    Command.BULLETS: "List with points",
    Command.NUMBERS: "Numbered list",
    Command.QUOTE: "Quotation",
    Command.ATTRIBUTION: "Who said the quotation",
    Command.FIELD: "Put in a field or standard wording; typing / does the same",
    Command.PARAGRAPH: "Ordinary paragraph",
    Command.HEADING_1: "Subheading",
    Command.HEADING_2: "Smaller subheading",
    Command.DEEPER: "One level deeper in a list",
    Command.HIGHER: "One level higher in a list",
}
_NATIVE = QKeySequence.SequenceFormat.NativeText


def shortcuts(actions: Actions) -> Iterator[Keys]:
    """Yield a line for every action that has keys, by menu, and for every other key of the editor."""
    said: set[str] = set()
    for menu, in_menu in actions.by_menu.items():
        for action in in_menu:
            keys = tuple(each.toString(_NATIVE) for each in action.shortcuts())
            said |= {*keys}
            if keys:
                yield Keys(menu, plain_words(action.text()), keys)
    for command, words in COMMANDS.items():
        keys = (QKeySequence(command.value).toString(_NATIVE),)
        if said.isdisjoint(keys):
            yield Keys(IN_A_TEXT, words, keys)
    yield Keys("Help", "Back to the page before", ("Esc",))
    yield from answers_view.SHORTCUTS
    yield from comment_writer.SHORTCUTS


def plain_words(menu_words: str) -> str:
    """Return the words of an action without the mark of its letter and the dots of a dialog."""
    return menu_words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
