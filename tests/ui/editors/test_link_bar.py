"""Asking for the address of a link."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.editors.link_bar import LinkBar, address_problem, tidy_address

from .pane import Pane
from .typist import CTRL, SHIFT

KEY = Qt.Key
LINKED = '<p>see <a href="https://example.org/a">the <strong>plan</strong></a> now</p>'


def _at_its_end(qtbot: QtBot, fragment: str) -> Pane[LinkBar]:
    pane = Pane(qtbot, LinkBar, fragment)
    qtbot.keyClick(pane.edit, KEY.Key_End)
    return pane


def test_a_selection_becomes_a_link(qtbot: QtBot) -> None:
    pane = _at_its_end(qtbot, "<p>see the plan</p>")
    qtbot.keyClick(pane.edit, KEY.Key_Left, CTRL | SHIFT)
    qtbot.keyClick(pane.edit, KEY.Key_K, CTRL)
    assert pane.bar.address.hasFocus()
    qtbot.keyClicks(pane.bar.address, " https://example.org/a b ")
    qtbot.keyClick(pane.bar.address, KEY.Key_Return)
    assert pane.fragment() == '<p>see the <a href="https://example.org/a%20b">plan</a></p>'
    assert (pane.bar.isVisible(), pane.edit.hasFocus()) == (False, True)
    qtbot.keyClick(pane.edit, KEY.Key_End)
    qtbot.keyClicks(pane.edit, "!")
    assert pane.fragment() == '<p>see the <a href="https://example.org/a%20b">plan</a>!</p>'


def test_the_word_at_the_cursor_or_the_address_itself(qtbot: QtBot) -> None:
    pane = _at_its_end(qtbot, "<p>see plan</p>")
    pane.edit.set_link("https://example.org")
    assert pane.fragment() == '<p>see <a href="https://example.org">plan</a></p>'
    empty = _at_its_end(qtbot, "")
    empty.edit.set_link("mailto:a@example.org")
    assert empty.fragment() == '<p><a href="mailto:a@example.org">mailto:a@example.org</a></p>'


def test_a_link_is_changed_and_taken_away_whole(qtbot: QtBot) -> None:
    pane = _at_its_end(qtbot, LINKED)
    for _ in range(6):
        qtbot.keyClick(pane.edit, KEY.Key_Left)
    qtbot.keyClick(pane.edit, KEY.Key_K, CTRL)
    assert pane.bar.address.text() == "https://example.org/a"
    qtbot.keyClicks(pane.bar.address, "https://example.org/b")
    qtbot.mouseClick(pane.bar.accept, Qt.MouseButton.LeftButton)
    assert pane.fragment() == LINKED.replace('/a"', '/b"')
    qtbot.keyClick(pane.edit, KEY.Key_K, CTRL)
    qtbot.mouseClick(pane.bar.remove, Qt.MouseButton.LeftButton)
    assert pane.fragment() == "<p>see the <strong>plan</strong> now</p>"
    pane.edit.undo()
    pane.edit.undo()
    assert pane.fragment() == LINKED


def test_typing_in_a_link_goes_on_with_it(qtbot: QtBot) -> None:
    pane = _at_its_end(qtbot, '<p><a href="https://example.org">ab</a></p>')
    qtbot.keyClick(pane.edit, KEY.Key_Left)
    qtbot.keyClicks(pane.edit, "x")
    qtbot.keyClick(pane.edit, KEY.Key_Home)
    qtbot.keyClicks(pane.edit, "y")
    assert pane.fragment() == '<p>y<a href="https://example.org">axb</a></p>'


def test_a_wrong_address_is_said_and_changes_nothing(qtbot: QtBot) -> None:
    pane = _at_its_end(qtbot, "<p>plan</p>")
    qtbot.keyClick(pane.edit, KEY.Key_K, CTRL)
    qtbot.keyClicks(pane.bar.address, "http://example.org")
    qtbot.keyClick(pane.bar.address, KEY.Key_Return)
    assert (pane.bar.isVisible(), pane.fragment()) == (True, "<p>plan</p>")
    assert "not secure" in pane.bar.problem.text()
    assert pane.bar.address.accessibleDescription() == pane.bar.problem.text()
    qtbot.keyClicks(pane.bar.address, "x")
    assert pane.bar.problem.isHidden()
    qtbot.keyClick(pane.bar.address, KEY.Key_Escape)
    assert (pane.bar.isVisible(), pane.edit.hasFocus(), pane.fragment()) == (False, True, "<p>plan</p>")


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("https://www.example.org/a?b#c", ""),
        ("HTTPS://EXAMPLE.ORG", ""),
        ("mailto:office@example.org?subject=x", ""),
        ("", "Type the address"),
        ("https://", "name of the website"),
        ("https://[", "name of the website"),
        ("mailto:office", "no complete e-mail"),
        ("http://example.org", "not secure"),
        ("office@example.org", "write mailto:"),
        ("www.example.org", "begins with https://"),
        ("javascript:alert(1)", "begins with https://"),
        ("file:///etc/hosts", "begins with https://"),
    ],
)
def test_which_addresses_are_taken(address: str, problem: str) -> None:
    said = address_problem(address)
    assert problem in said
    assert bool(said) == bool(problem)


def test_an_address_is_tidied_as_a_fragment_keeps_it() -> None:
    assert tidy_address(" https://example.org/a b\n") == "https://example.org/a%20b"


def test_names_follow_that_of_the_editor(qtbot: QtBot) -> None:
    pane = _at_its_end(qtbot, "<p>a</p>")
    assert pane.bar.accept.accessibleName() == "Set link, Initial response"
    pane.edit.setAccessibleName("Overall comments")
    names = {each.accessibleName() for each in (pane.bar.address, pane.bar.accept, pane.bar.remove, pane.bar.cancel)}
    assert names == {f"{name}, Overall comments" for name in ("Address of the link", "Set link", "Remove link", "Cancel the link")}
