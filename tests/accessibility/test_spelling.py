"""The strip that goes through misspelt words: named, reached by Tab, high enough, nothing cut off, the text still in view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import Paragraph, Run
from tests.fixtures.few_words import FewWords
from ui.editors.rich_text_edit import RichTextEdit
from ui.editors.speller import speller
from ui.main_window import MainWindow
from ui.widgets.spelling_strip import SpellingStrip

from .looks import LOOKS, Look, cut_off, focusable, settle

WORDS = "Disproportionatelyy misspelt words stand here"


@pytest.fixture
def strip(window: MainWindow, qtbot: QtBot) -> Iterator[SpellingStrip]:
    """Give the strip, open by F7 on the page of a section."""
    speller().switch_off()
    speller().switch_on(FewWords)
    window.go("initial")
    settle()
    edit = QApplication.focusWidget()
    assert isinstance(edit, RichTextEdit)
    edit.insert((Paragraph((Run(WORDS),)),))
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    QTest.keyClick(edit, Qt.Key.Key_F7)
    made = window.findChild(SpellingStrip)
    assert isinstance(made, SpellingStrip)
    qtbot.waitUntil(lambda: made.isVisible() and made.words.text().count("·") == 3)
    yield made
    QTest.keyClick(made, Qt.Key.Key_Escape)
    edit.undo()
    edit.flush()
    speller().switch_off()
    speller().switch_on()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_strip_in_every_look(strip: SpellingStrip, window: MainWindow, look: Look) -> None:
    look.dress(window)
    settle()
    strip.list_button.click()
    settle()
    there = focusable(strip)
    names = Counter(each.accessibleName() for each in there)
    assert len(names) == len(there) == 9 and "" not in names
    assert not [f"{each.accessibleName()}: {each.height()}" for each in there if min(each.width(), each.height()) < 24]
    assert not list(cut_off(strip))
    strip.list_button.click()
    settle()
    edit = next(each for each in window.findChildren(RichTextEdit) if each.isVisible() and not each.isReadOnly())
    top = edit.viewport().mapTo(window, edit.cursorRect().center())
    assert top.y() < strip.mapTo(window, strip.rect().topLeft()).y(), "the word is hidden by the strip"


def test_tab_goes_through_the_strip_and_leaves_it(strip: SpellingStrip) -> None:
    reached = []
    while strip.isAncestorOf(QApplication.focusWidget()):
        reached.append(QApplication.focusWidget().accessibleName())
        assert len(reached) < 12, reached
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [
        "Change to",
        "Change the word",
        "Change all in this text",
        "Next misspelt word",
        "Ignore in this record",
        "Add to the office’s words",
        "List of misspelt words",
        "Close spelling",
    ]
