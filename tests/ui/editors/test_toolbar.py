"""The buttons over an editor, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures.usual_looks import usual_looks
from ui import theme
from ui.editors.toolbar import EditorToolbar

from .pane import Pane
from .typist import text_of

KEY = Qt.Key


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> Pane[EditorToolbar]:
    """Every kind of line, with the toolbar above."""
    usual_looks(qapp)
    made = Pane(qtbot, EditorToolbar, "<p>a</p><ul><li>b</li></ul><blockquote><p>c</p></blockquote><h3>d</h3><p><strong>e</strong></p>")
    made.resize(640, 300)
    return made


def test_buttons_change_the_text(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    for button, fragment in ((pane.bar.bullets, "<ul><li>a"), (pane.bar.numbers, "<ol><li>a"), (pane.bar.quote, "<blockquote><p>a")):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert pane.fragment().startswith(fragment)
        assert button.isChecked()
        assert pane.edit.hasFocus()
    qtbot.keyClick(pane.edit, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(pane.bar.italic, Qt.MouseButton.LeftButton)
    assert pane.fragment().count("<em>") == 5


def test_buttons_follow_the_cursor(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    bar = pane.bar
    seen = []
    for _ in range(5):
        seen.append([button.isChecked() for button in (bar.bullets, bar.numbers, bar.quote, bar.bold)] + [bar.lines.text()])
        qtbot.keyClick(pane.edit, KEY.Key_Down)
        qtbot.keyClick(pane.edit, KEY.Key_End)
    no = [False] * 4
    assert seen == [
        [*no, "Text"],
        [True, False, False, False, "Text"],
        [False, False, True, False, "Text"],
        [*no, "Heading"],
        [False, False, False, True, "Text"],
    ]


def test_undo_and_redo_are_there_when_they_can_be(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    assert (pane.bar.undo.isEnabled(), pane.bar.redo.isEnabled()) == (False, False)
    qtbot.keyClicks(pane.edit, "x")
    qtbot.mouseClick(pane.bar.undo, Qt.MouseButton.LeftButton)
    assert (pane.bar.undo.isEnabled(), pane.bar.redo.isEnabled()) == (False, True)
    qtbot.mouseClick(pane.bar.redo, Qt.MouseButton.LeftButton)
    assert pane.fragment().startswith("<p>xa</p>")


def test_the_kind_of_line_is_chosen_by_keyboard(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    pane.bar.lines.setFocus(Qt.FocusReason.TabFocusReason)
    menu = pane.bar.lines.menu()
    menu.popup(pane.bar.mapToGlobal(pane.bar.lines.pos()))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Return)
    assert pane.fragment().startswith("<h3>a</h3>")
    assert pane.bar.lines.accessibleName() == "Kind of line: Subheading, Initial response"


def test_every_button_is_named_and_reached_by_tab(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    qtbot.keyClicks(pane.edit, "x")
    pane.bar.bold.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    while isinstance(button := pane.focusWidget(), QToolButton):
        reached.append(button.accessibleName())
        qtbot.keyClick(button, KEY.Key_Tab)
    names = ["Bold", "Italic", "Kind of line: Text", "Bullet list", "Numbered list", "Quotation", "Link", "Insert", "Undo"]
    assert reached == [f"{name}, Initial response" for name in names]
    assert pane.edit.hasFocus()
    for button in pane.bar.findChildren(QToolButton):
        assert min(button.width(), button.height()) >= 24


def test_a_button_works_by_space(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    pane.bar.quote.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.bar.quote, KEY.Key_Space)
    assert pane.fragment().startswith("<blockquote><p>a</p>")


def test_tooltips_say_the_keys(pane: Pane[EditorToolbar]) -> None:
    assert pane.bar.bold.toolTip() == "Bold (Ctrl+B)"
    assert pane.bar.quote.toolTip() == "Quotation (Ctrl+Shift+9)"


def test_words_are_counted_after_a_pause(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    assert pane.bar.words.text() == "5 words"
    qtbot.keyClicks(pane.edit, "x y ")
    qtbot.waitUntil(lambda: pane.bar.words.text() == "7 words")
    pane.edit.set_text(text_of("<p>one</p>"))
    qtbot.waitUntil(lambda: pane.bar.words.text() == "1 word")


def test_nothing_can_be_pressed_while_reading_only(pane: Pane[EditorToolbar]) -> None:
    pane.edit.set_read_only(True)
    assert not any(button.isEnabled() for button in pane.bar.findChildren(QToolButton))


def test_a_narrow_bar_goes_on_below(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    wide = pane.bar.heightForWidth(900)
    assert pane.bar.heightForWidth(240) > wide
    pane.resize(240, 400)
    qtbot.waitUntil(lambda: pane.bar.width() < 260)
    areas = [child.geometry() for child in pane.bar.findChildren(QWidget) if child.parent() is pane.bar and child.isVisible()]
    assert all(pane.bar.rect().contains(area) for area in areas)
    assert not any(one.intersects(other) for one in areas for other in areas if one is not other)


def test_undo_and_redo_give_way_where_they_would_need_a_second_line(qtbot: QtBot, pane: Pane[EditorToolbar]) -> None:
    """Selecting words changes nothing about that; the editor's own keys still undo."""
    line = pane.bar.height()
    assert pane.bar.undo.isVisible()
    pane.resize(pane.bar.sizeHint().width() - 20, 300)
    qtbot.waitUntil(lambda: not pane.bar.undo.isVisible())
    qtbot.waitUntil(lambda: pane.bar.height() == line)
    pane.resize(640, 300)
    qtbot.waitUntil(pane.bar.undo.isVisible)
    pane.edit.selectAll()
    qtbot.waitUntil(lambda: pane.bar.words.text() == "5 of 5")
    assert pane.bar.words.accessibleName() == "5 of 5 words" and pane.bar.undo.isVisible()


def test_a_symbol_is_seen_on_the_ground_of_what_has_the_keyboard(pane: Pane[EditorToolbar]) -> None:
    """White on yellow would not be."""
    looks = theme.theme()
    looks.choose(Qt.ColorScheme.Dark)
    button = pane.bar.bullets
    inks = []
    for focused in (False, True):
        if focused:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        image = button.icon().pixmap(20, 20).toImage()
        dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        inks.append(max(dots, key=lambda each: each.alpha()).name())
    looks.choose(Qt.ColorScheme.Light)
    assert inks == [theme.DARK.ink, theme.DARK.focus_ink]


def test_names_follow_that_of_the_editor(pane: Pane[EditorToolbar]) -> None:
    pane.edit.setAccessibleName("Overall comments")
    assert pane.bar.bold.accessibleName() == "Bold, Overall comments"
    assert pane.bar.lines.accessibleName() == "Kind of line: Text, Overall comments"
