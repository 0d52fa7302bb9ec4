"""The row of buttons over a text, called after the text as a group too (every text)."""

from __future__ import annotations

from ..editors.rich_text_edit import RichTextEdit
from ..editors.toolbar import EditorToolbar


def text_buttons(edit: RichTextEdit) -> EditorToolbar:
    """Return the buttons for a text; a screen reader hears which text they are for when it comes to the row."""
    made = EditorToolbar(edit)

    def name() -> None:
        made.setAccessibleName(f"Buttons for the text: {edit.accessibleName()}")

    edit.renamed.connect(name)
    name()
    return made
