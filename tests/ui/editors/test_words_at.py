"""Words that a check names by paragraph and characters are selected in the editor: beside fields, in lists, in tables."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import FieldBlock, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Table, paragraphs, plain_runs
from ui.editors.rich_text_edit import RichTextEdit
from ui.editors.words_at import select_words

TEXT: RichText = (
    Paragraph((Run("On 🙂 "), Run(field="publication_date"), Run(" by "), Run(field="force"), Run(" it met.\nTwice."))),
    ListBlock(False, (ListItem((Paragraph((Run("more people"),)),), ListBlock(True, (ListItem((Paragraph((Run("a plan"),)),)),))),)),
    Table(((Run("Head one"),), (Run("Head two"),)), (((Run("cell one"),), (Run("cell two"),)),)),
    FieldBlock("list_of_afis"),
    Quotation((Paragraph((Run("So it is."),)),), (Run("The Chief"),)),
    Paragraph((Run("The end."),)),
)


@pytest.fixture
def edit(qtbot: QtBot) -> RichTextEdit:
    """An editor with the text, its fields filled with other words than their names."""
    made = RichTextEdit("Text")
    qtbot.addWidget(made)
    made.refresh_fields(lambda name: "14 May" if name == "publication_date" else f"Name of {name}")
    made.set_text(TEXT)
    return made


@pytest.mark.parametrize(
    "words, number",
    [
        ("On", 1), ("met", 1), ("Twice", 1), (" by ", 1), ("people", 2), ("a plan", 3), ("Head two", 5), ("cell one", 6), ("cell two", 7),
        ("So it", 9), ("Chief", 10), ("The end.", 11),
    ],
)  # fmt: skip
def test_the_same_words_are_selected(edit: RichTextEdit, words: str, number: int) -> None:
    line = plain_runs(list(paragraphs(TEXT))[number - 1])
    start = line.index(words)
    assert select_words(edit, number, start, start + len(words))
    assert edit.textCursor().selectedText() == words


def test_lines_that_an_editor_only_needs_beside_a_table_do_not_count(edit: RichTextEdit) -> None:
    table = TEXT[2]
    edit.set_text((table, table, Paragraph((Run("The end."),))))
    assert select_words(edit, 5, 0, 8) and edit.textCursor().selectedText() == "Head one"
    assert select_words(edit, 9, 0, 3) and edit.textCursor().selectedText() == "The"


def test_words_inside_a_field_select_it_whole(edit: RichTextEdit) -> None:
    line = plain_runs(next(iter(paragraphs(TEXT))))
    start = line.index("publication")
    assert select_words(edit, 1, start, start + 4) and edit.textCursor().selectedText() == "14 May"
    assert select_words(edit, 1, line.index("[publication_date]"), line.index("[force]") + len("[force]"))
    assert edit.textCursor().selectedText() == "14 May by Name of force"


def test_without_characters_the_cursor_goes_to_the_paragraph_and_there_has_to_be_one(edit: RichTextEdit) -> None:
    assert select_words(edit, 2, None, None) and not edit.textCursor().hasSelection()
    assert edit.textCursor().block().text() == "more people" and edit.textCursor().atBlockStart()
    assert not select_words(edit, 12, 0, 3)
