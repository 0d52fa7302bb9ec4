"""Dots under what may be hard to read: which words, in whose texts, while somebody writes, and in the menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor

from response_app.domain.finding_words import Wanted
from ui.editors.hinter import Hinter, hinter
from ui.theme import tokens

from .conftest import NewTypist
from .test_long_text import long_text
from .test_spelling import menu_on
from .typist import Typist, text_of

FIELD = '<span data-field="force"></span>'
OURS = "sections.initial_response"


@pytest.fixture
def wanted() -> Iterator[Hinter]:
    """Hints are on, and off again afterwards."""
    hinter().switch(True)
    yield hinter()
    hinter().switch(False)
    hinter().follow(frozenset(), frozenset())


def hints(person: Typist, place: str = OURS) -> list[tuple[str, str]]:
    """Return code and words of each hint, read at its place in the document."""
    person.edit.place = place
    person.qtbot.waitUntil(lambda: person.edit.hints.is_complete)
    found = []
    for hint in person.edit.hints.hints():
        cursor = QTextCursor(person.edit.document())
        cursor.setPosition(hint.start)
        cursor.setPosition(hint.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.blockNumber() == hint.line
        found.append((hint.mark.code, cursor.selectedText()))
    return found


def is_let_be(person: Typist) -> bool:
    """Tell whether nothing is marked, after time enough: another kind of mark has been looked for meanwhile."""
    person.edit.found.look_for(Wanted("organize"))
    person.qtbot.waitUntil(lambda: person.edit.found.is_complete)
    person.edit.found.look_for(None)
    return person.edit.hints.hints() == [] and not dots(person)


def dots(person: Typist) -> bool:
    """Tell whether something in the colour of the dots is painted."""
    picture, colour = person.edit.viewport().grab().toImage(), QColor(tokens().quiet)
    return any(QColor(picture.pixel(x, y)) == colour for x in range(picture.width()) for y in range(min(120, picture.height())))


def test_every_kind_is_found_once_in_the_order_of_the_text(typist: NewTypist, wanted: Hinter) -> None:
    person = typist(
        "<p>𝄞 We organize the 𝄞 RGG.</p><ul><li>It has been reviewed  twice.</li></ul><p>The RGG met.</p>"
        "<table><tr><th>The color</th><th>the ABC board (ABCB)</th></tr></table>"
    )
    assert hints(person) == [
        ("american_spelling", "organize"),
        ("acronym_unexplained", "RGG"),
        ("passive", "has been reviewed"),
        ("double_space", "  "),
        ("american_spelling", "color"),
        ("acronym_unexplained", "ABC"),
    ]
    assert dots(person)


def test_quotations_other_languages_and_fields_are_left_alone(typist: NewTypist, wanted: Hinter) -> None:
    person = typist(
        f'<blockquote><p>We organize.</p><cite>RGG</cite></blockquote><p lang="cy-GB">Mae organize RGG.</p><p>{FIELD}'
        '<span lang="cy-GB"> color</span></p><p data-field="list_of_afis"></p>'
    )
    assert hints(person) == []


@pytest.mark.parametrize(
    "place", ["", "findings[f1].wording", "findings[f1].evidence", "findings[f1].chief.text", "sections.chief_officer_response"]
)
def test_only_our_own_words_have_hints(typist: NewTypist, wanted: Hinter, place: str) -> None:
    person = typist("<p>We organize.</p>")
    assert hints(person) and dots(person)
    person.edit.place = place
    assert is_let_be(person)
    assert hints(person, "findings[a.b].action[0].text") == [("american_spelling", "organize")]
    person.edit.set_read_only(True)
    assert is_let_be(person)


def test_what_is_typed_is_followed_and_marked_when_it_is_left(typist: NewTypist, wanted: Hinter) -> None:
    person = typist("<p>Fine.</p><p>Good.</p>")
    assert hints(person) == []
    person.press(Qt.Key.Key_End).types(" We organize")
    assert hints(person) == [("american_spelling", "organize")]
    assert not dots(person), "not under what is being typed"
    person.press(Qt.Key.Key_Down)
    assert dots(person)
    person.edit.apply(text_of("<p>Fine. We organise.</p><p>Good  too.</p>"))
    assert hints(person) == [("double_space", "  ")]


def test_an_acronym_that_is_explained_anywhere_is_known(typist: NewTypist, wanted: Hinter) -> None:
    person = typist("<p>The RGG and the SOCB met.</p><p>The Regional Group (RGG) is new.</p>")
    assert hints(person) == [("acronym_unexplained", "SOCB")]
    wanted.follow(frozenset({"SOCB"}), frozenset())
    assert hints(person) == []


def test_off_and_left_aside(typist: NewTypist, wanted: Hinter) -> None:
    person = typist("<p>We organize the color.</p>")
    assert len(hints(person)) == 2
    wanted.follow(frozenset(), frozenset({(OURS, "american_spelling", "organize"), ("inspection.summary", "american_spelling", "color")}))
    assert hints(person) == [("american_spelling", "color")]
    wanted.switch(False)
    assert person.edit.hints.hints() == [] and not dots(person)


def test_marking_is_no_change(typist: NewTypist, wanted: Hinter) -> None:
    person = typist("<p>We organize.</p>")
    before, revision = person.fragment, person.edit.document().revision()
    assert hints(person) and dots(person)
    assert person.fragment == before and person.edit.document().revision() == revision
    assert not person.edit.document().isUndoAvailable() and not person.edit.document().isModified()


def test_the_menu_says_the_hint_and_how_to_be_rid_of_it(typist: NewTypist, wanted: Hinter) -> None:
    person = typist("<p>We organize it.</p>")
    hints(person)
    menu = menu_on(person, "organize")
    lines = [each.text() for each in menu.actions()][:4]
    assert lines == [
        "“organize” is an American spelling.",
        "Write “organise”.",
        "Don’t show this hint here",
        "Turn off readability hints",
    ]
    with person.qtbot.waitSignal(wanted.aside_requested) as asked:
        menu.actions()[2].trigger()
    assert asked.args == [OURS, "american_spelling", "organize"]
    with person.qtbot.waitSignal(wanted.off_requested):
        menu.actions()[3].trigger()
    menu.close()


def test_a_long_text_is_read_in_short_slices(typist: NewTypist, wanted: Hinter, capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, for no machine is like another."""
    person = typist()
    slices: list[float] = []
    person.edit.hints.slice_ended.connect(lambda took, worked: slices.append(worked))
    person.edit.set_text((*long_text(60), *text_of(f"<p>{'One line of words. ' * 2000}We organize. {'More words and ' * 1000}</p>")))
    found = hints(person)
    assert ("american_spelling", "organize") in found and len(slices) > 5
    with capsys.disabled():
        print(f"\n{len(slices)} slices of hints: median {sorted(slices)[len(slices) // 2]:.1f} ms, longest {max(slices):.1f} ms")
