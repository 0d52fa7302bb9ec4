"""What is drawn: the text keeps only what it means, so looks can change at any time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.editors.looks import CITE_HINT

from .conftest import NewTypist
from .typist import CTRL, SHIFT, Typist, text_of

KEY = Qt.Key


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[theme.Theme]:
    """The window's theme, as the system has it again afterwards."""
    installed = theme.theme() if theme._current else theme.install(qapp)
    yield installed
    installed.choose(None)
    installed.zoom(100)


def picture(person: Typist) -> QImage:
    """What the words' part of the window looks like, without the cursor's line."""
    return person.edit.viewport().grab().toImage()


def line_at(person: Typist, words: str) -> QRect:
    """Where the line with these words stands in the viewport."""
    cursor = QTextCursor(person.edit.document())
    cursor.setPosition(person.edit.toPlainText().index(words))
    return person.edit.cursorRect(cursor)


def has_colour(image: QImage, area: QRect, colour: str) -> bool:
    """Tell whether a pixel in the area has this colour."""
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom()))


def before(area: QRect, width: int = 24) -> QRect:
    """The strip to the left of a line."""
    return QRect(area.left() - width, area.top(), width - 2, area.height())


def test_bullets_numbers_and_bars_stand_before_their_lines(typist: NewTypist) -> None:
    person = typist(
        "<p>one</p><ul><li>two</li></ul><ol><li>three</li></ol><blockquote><p>four</p></blockquote><p data-field='list_of_afis'></p>"
    )
    person.home()
    image, tokens = picture(person), theme.tokens()
    assert has_colour(image, before(line_at(person, "two")), tokens.ink)
    assert has_colour(image, before(line_at(person, "three")), tokens.ink)
    assert has_colour(image, before(line_at(person, "four")), tokens.blue)
    for words in ("The first", "The second"):
        assert has_colour(image, before(line_at(person, words)), tokens.blue_ground)
        assert has_colour(image, before(line_at(person, words)), tokens.blue)
    assert not has_colour(image, before(line_at(person, "two")), tokens.blue)


def test_subheadings_are_larger_and_fields_have_a_ground(typist: NewTypist) -> None:
    person = typist('<h3>big</h3><h4>less</h4><p>small</p><p>in <span data-field="force"></span></p>')
    heights = [line_at(person, words).height() for words in ("big", "less", "small")]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
    area = line_at(person, "hire")
    assert has_colour(picture(person), area.adjusted(-20, 0, 20, 0), theme.tokens().blue_ground)


def test_an_empty_attribution_says_what_belongs_there(typist: NewTypist) -> None:
    person = typist("<blockquote><p>a</p></blockquote>").end().types("\n\n")
    assert has_colour(picture(person), person.edit.cursorRect().adjusted(5, 0, 200, 0), theme.tokens().quiet)
    assert CITE_HINT.endswith(".")
    assert person.edit.toPlainText() == "a\n"


def test_numbers_after_a_change_are_drawn_anew(typist: NewTypist) -> None:
    person = typist("<ol><li>a</li><li>b</li><li>c</li></ol>").end()
    first = picture(person).copy(before(line_at(person, "c")))
    person.home().press(KEY.Key_8, CTRL | SHIFT).press(KEY.Key_7, CTRL | SHIFT)
    assert picture(person).copy(before(line_at(person, "c"))) == first
    person.click_after("a").press(KEY.Key_Left).press(KEY.Key_Backspace)
    assert picture(person).copy(before(line_at(person, "c"))) != first


def test_another_scheme_changes_no_text_and_no_history(typist: NewTypist, themed: theme.Theme) -> None:
    fragment = '<h3>a</h3><ul><li>b <span data-field="force"></span></li></ul><table><tr><th>c</th></tr></table><p>d</p>'
    themed.choose(Qt.ColorScheme.Light)
    person = typist(fragment).end()
    person.types("x")
    with person.qtbot.assertNotEmitted(person.edit.text_changed_by_user):
        themed.choose(Qt.ColorScheme.Dark)
        themed.zoom(200)
    assert has_colour(picture(person), line_at(person, "hire").adjusted(-30, 0, 30, 0), theme.DARK.blue_ground)
    assert person.edit.scale == 2.0
    assert person.undo().fragment == fragment
    assert person.redo().fragment == fragment.replace("d</p>", "dx</p>")


def test_another_scheme_begins_no_history(typist: NewTypist, themed: theme.Theme) -> None:
    person = typist("<p>a</p>")
    themed.choose(Qt.ColorScheme.Dark)
    themed.zoom(150)
    assert not person.edit.document().isUndoAvailable()
    assert person.types("x").undo().fragment == "<p>a</p>"


def test_the_bar_of_a_quotation_has_no_gap(typist: NewTypist) -> None:
    person = typist("<blockquote><p>one</p><p>two</p></blockquote><blockquote><p>three</p></blockquote>")
    image = picture(person)
    one, two, three = (line_at(person, words) for words in ("one", "two", "three"))
    column = next(x for x in range(one.left() - 24, one.left()) if image.pixel(x, one.center().y()) == QColor(theme.tokens().blue).rgb())
    blue = [y for y in range(image.height()) if image.pixel(column, y) == QColor(theme.tokens().blue).rgb()]
    assert set(range(one.center().y(), two.center().y())) <= set(blue)
    assert not set(range(two.center().y(), three.center().y())) <= set(blue)


def test_a_new_text_has_the_looks_that_the_same_words_have_when_they_are_brought_in(typist: NewTypist) -> None:
    """Lines without looks of their own are not looked at when a text is shown: with tables before, between and after they are counted."""
    field, link = '<span data-field="force"></span>', '<a href="https://example.org">l</a>'
    table = f"<table><tr><th>a</th><th>{field}</th></tr><tr><td>c {link}</td><td>d</td></tr></table>"
    plain = "<p>plain</p>" * 3
    text = text_of(
        f"{table}{plain}<h3>h</h3><p>In {field} we</p>{plain}<h4>i</h4><ul><li>a {link}</li></ul>{table}{table}{plain}"
        f'<blockquote><p>f</p><cite>g</cite></blockquote><p data-field="list_of_afis"></p>{plain}<p>m {link}</p>'
    )
    shown, brought_in = typist(), typist()
    shown.edit.set_text(text)
    brought_in.edit.apply(text)
    looks = []
    for person in (shown, brought_in):
        block = person.edit.document().begin()
        found = []
        while block.isValid():
            found.append([(each.start, each.length, QTextCharFormat(each.format).properties()) for each in block.layout().formats()])
            block = block.next()
        looks.append(found)
    assert sum(map(bool, looks[0])) == 15
    assert looks[0] == looks[1]
    shown.home().press(KEY.Key_End, CTRL).types("x")
    shown.edit.make_heading(1)
    assert shown.edit.document().lastBlock().layout().formats()
