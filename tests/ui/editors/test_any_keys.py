"""Whatever keys are pressed wherever, and facts change meanwhile: the document stays what a text can be, undo leads back, redo on again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from response_app.domain.canonical import canonical
from response_app.interchange import read_fragment, write_fragment
from ui.editors.fields import fields_of, not_known
from ui.editors.formats import from_qt, in_cell
from ui.editors.rich_text_edit import RichTextEdit
from ui.editors.tables import TableChange

from .typist import ALT, CTRL, NONE, SHIFT, SHOWN, shown, text_of

KEY = Qt.Key
TEXT = (
    '<p>In <span data-field="force"></span> we</p><ul><li><p>a b</p><p>c</p><ol><li>d</li></ol></li></ul><ul><li>e</li></ul>'
    '<blockquote><p>f</p><cite>g</cite></blockquote><h3>h</h3><table><tr><th>i</th><th>j</th></tr><tr><td>k <span data-field="afi_count">'
    '</span></td><td>l</td></tr></table><p data-field="list_of_afis"></p><p lang="cy-GB">m <a href="https://example.org">n</a></p>'
)
_PRESSES = [
    *((key, NONE) for key in (KEY.Key_X, KEY.Key_Space, KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Left, KEY.Key_Down)),
    *((key, SHIFT) for key in (KEY.Key_Return, KEY.Key_Right, KEY.Key_Down, KEY.Key_Left, KEY.Key_Up, KEY.Key_Backspace)),
    *(
        (key, CTRL)
        for key in (KEY.Key_B, KEY.Key_I, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_X, KEY.Key_C, KEY.Key_V, KEY.Key_Z, KEY.Key_Y)
    ),
    *((key, NONE) for key in (KEY.Key_Slash, KEY.Key_Tab, KEY.Key_Escape)),
    *((key, CTRL) for key in (KEY.Key_Slash,)),
    *((key, CTRL | SHIFT) for key in (KEY.Key_7, KEY.Key_8, KEY.Key_9, KEY.Key_W)),
    *((key, CTRL | ALT) for key in (KEY.Key_0, KEY.Key_1, KEY.Key_2)),
    *((key, ALT | SHIFT) for key in (KEY.Key_Left, KEY.Key_Right)),
]
_Press = tuple[Qt.Key, Qt.KeyboardModifier]
_FACTS: tuple[dict[str, str], ...] = (
    {},
    {"force": "Heddlu", "list_of_afis": "One.\nTwo.\nThree."},
    {"force": "A far longer name of the force", "afi_count": "no"},
)
"""Where the record says something else than at first."""
_DOES = st.sampled_from(_PRESSES) | st.sampled_from(TableChange) | st.just("table") | st.sampled_from(range(len(_FACTS)))
_STEPS = st.lists(st.tuples(st.none() | st.integers(0, 200), _DOES, st.integers(1, 3)), max_size=12)


@pytest.fixture
def edit(qapp: QApplication) -> Iterator[RichTextEdit]:
    """One editor for all the examples."""
    made = RichTextEdit("Any keys")
    made.resize(500, 400)
    made.refresh_fields(shown)
    made.show()
    made.setFocus()
    yield made
    made.close()


def check(document: QTextDocument, facts: dict[str, str]) -> None:
    """Fields are whole and show what they should; what says that it is a cell is one."""
    now = SHOWN | facts
    block = document.begin()
    while block.isValid():
        assert in_cell(block) == (QTextCursor(block).currentTable() is not None)
        for field in fields_of(block):
            cursor = QTextCursor(document)
            cursor.setPosition(field.start)
            cursor.setPosition(field.end, QTextCursor.MoveMode.KeepAnchor)
            assert from_qt(cursor.selectedText()) == now.get(field.name, not_known(field.name))
        block = block.next()


@given(_STEPS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_keys_anywhere(edit: RichTextEdit, steps: list[tuple[int | None, _Press | TableChange | str | int, int]]) -> None:
    text, facts = text_of(TEXT), _FACTS[0]
    edit.set_text(text)
    edit.refresh_fields(shown)
    data = QMimeData()
    data.setHtml("<p>p</p><ul><li>q</li></ul><table><tr><td>r</td></tr></table>")
    QApplication.clipboard().setMimeData(data)
    for at, does, times in steps:
        if at is not None:
            cursor = edit.textCursor()
            cursor.setPosition(at % edit.document().characterCount())
            edit.setTextCursor(cursor)
        for _ in range(times):
            if isinstance(does, TableChange):
                edit.change_table(does)
            elif isinstance(does, str):
                edit.insert_table(2, 2)
            elif isinstance(does, int):
                facts = _FACTS[does]
                edit.refresh_fields(lambda name, now=SHOWN | facts: now.get(name, ""))  # type: ignore[misc]
            else:
                QTest.keyClick(edit, *does)
        check(edit.document(), facts)
        assert canonical(edit.text()) == edit.text()
        assert read_fragment(write_fragment(edit.text())).text == edit.text()
    while edit.history.can_redo:
        edit.redo()
    last = edit.text()
    while edit.document().isUndoAvailable():
        edit.undo()
    assert edit.text() == text
    check(edit.document(), facts)
    while edit.history.can_redo:
        edit.redo()
    assert edit.text() == last
    check(edit.document(), facts)
