"""A text of 300 pages: how long things take beside a bare QTextEdit; printed, for no machine is like another."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import ListBlock, ListItem, Paragraph, RichText, Run

from .conftest import NewTypist

_SENTENCE = "The force should improve how it records disruptions on the national database, and say by when. "
PAGES = 300


def long_text(pages: int) -> RichText:
    """About 500 words a page: paragraphs with bold words and a field, and a list; no two lines are alike."""
    blocks: list[Paragraph | ListBlock] = []
    for page in range(pages):
        for part in range(7):
            words = f" on day {page} of month {part}. {_SENTENCE * 3}end"
            blocks.append(Paragraph((Run("In "), Run(field="force"), Run(" we "), Run("act", bold=True), Run(words))))
        items = (ListItem((Paragraph((Run(f"{_SENTENCE}end {page}, {part}"),)),)) for part in range(6))
        blocks.append(ListBlock(False, tuple(items)))
    return tuple(blocks)


def milliseconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


@pytest.mark.timeout(120)
def test_a_long_text_stays_quick(qtbot: QtBot, typist: NewTypist, capsys: pytest.CaptureFixture[str]) -> None:
    text = long_text(PAGES)
    person = typist()
    edit = person.edit
    bare = QTextEdit()
    bare.resize(edit.size())
    qtbot.addWidget(bare)
    bare.show()

    def press(widget: QTextEdit) -> float:
        times = []
        for _ in range(15):
            times.append(milliseconds(lambda: (qtbot.keyClick(widget, Qt.Key.Key_X), widget.viewport().repaint())))
        return sorted(times)[7]

    figures = {"load": milliseconds(lambda: edit.set_text(text)), "first reading": milliseconds(edit.text)}
    figures["load, bare"] = milliseconds(lambda: bare.setPlainText(edit.toPlainText()))
    person.home()
    qtbot.keyClick(bare, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    figures |= {"key press to paint": press(edit), "key press to paint, bare": press(bare)}
    figures |= {"reading after a change": milliseconds(edit.text), "counting words": milliseconds(edit.word_count)}
    figures["applying a change"] = milliseconds(lambda: edit.apply((*text[:-1], Paragraph((Run("The end"),)))))
    assert edit.text() == (*text[:-1], Paragraph((Run("The end"),)))
    figures["undo"] = milliseconds(edit.undo)
    with capsys.disabled():
        print(f"\n{edit.word_count():,} words:", ", ".join(f"{name} {value:.1f} ms" for name, value in figures.items()))
