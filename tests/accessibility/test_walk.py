"""A walk over every page: by Tab, by name, and with large letters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from response_app.authoring import details
from tests.pictures.colours import BLACK_ON_WHITE, WHITE_ON_BLACK
from tests.pictures.take import PAGES
from ui import theme
from ui.editors.toolbar import EditorToolbar
from ui.main_window import MainWindow
from ui.pages.preview_page import PreviewPage
from ui.pages.publish_page import PublishPage
from ui.theme import DARK, LIGHT, Tokens
from ui.widgets.basics import button

from .looks import (
    LEAST_TARGET,
    LOOKS,
    SMALL_AND_LARGE,
    Look,
    by_arrows,
    contrast,
    cut_off,
    focusable,
    settle,
    take_colours,
)
from .new_windows import new_windows
from .pixels import seen_part

in_every_look = pytest.mark.parametrize("look", (*LOOKS, SMALL_AND_LARGE), ids=lambda look: look.name, scope="module")
_OF_SMALL_AND_LARGE = ("register", "initial", "chief", "answers", "overall", "preview")
"""Pages that are to be read and written without scrolling sideways, even in the least window with the largest letters."""


def go(window: MainWindow, qtbot: QtBot, page: str) -> QWidget:
    """Bring a page forward and return it, laid out; the preview with its pages drawn, the check with what was found."""
    window.go(page)
    shown = window.pages.currentWidget()
    if isinstance(shown, PreviewPage):
        qtbot.waitUntil(lambda: shown.view.pages.page_count > 0 and shown.view.isVisible(), timeout=20_000)
    if page == "check":
        check = window.places.checking.check  # type: ignore[union-attr]  # there is a record
        qtbot.waitUntil(lambda: check is not None and check.is_current, timeout=20_000)
    if isinstance(shown, PublishPage):
        qtbot.waitUntil(lambda: shown.is_current, timeout=20_000)
    settle()
    return shown


def tabbed_through(key: Qt.Key, most: int = 300) -> list[QWidget]:
    """Return what has the keyboard while a key is pressed until it comes round to where it began."""
    found: list[QWidget] = []
    for _ in range(most):
        at = QApplication.focusWidget()
        assert at is not None, f"the keyboard is lost after {found[-1].accessibleName() if found else 'nothing'}"
        if found and at is found[0]:
            return found
        assert at not in found, f"the keyboard goes round without {found[0].accessibleName()}, at {at.accessibleName()}"
        assert not found or not seen_part(at).isEmpty(), f"{at.accessibleName()} has the keyboard out of sight"
        found.append(at)
        QTest.keyClick(at, key)
        QApplication.processEvents()  # what scrolls to it
    raise AssertionError("the keyboard does not come round")


@in_every_look
@pytest.mark.parametrize("page", PAGES)
def test_everything_is_named_and_no_name_stands_twice(window: MainWindow, qtbot: QtBot, page: str) -> None:
    """A section is called as its place in the sidebar is; on the page itself each name stands once."""
    shown = go(window, qtbot, page)
    assert not [each for each in focusable(window) if not each.accessibleName()]
    names = Counter(each.accessibleName() for each in focusable(shown))
    assert len(names) > 2
    assert [name for name, count in names.items() if count > 1] == []


@in_every_look
@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_and_leaves(window: MainWindow, qtbot: QtBot, page: str) -> None:
    """Where the sidebar gives way to a menu, the page is all there is to go through: Tab comes round in it."""
    _assert_reached(window, go(window, qtbot, page), Qt.Key.Key_Tab)


@pytest.mark.parametrize("page", PAGES)
def test_shift_and_tab_reach_everything_too(window: MainWindow, qtbot: QtBot, page: str) -> None:
    _assert_reached(window, go(window, qtbot, page), Qt.Key.Key_Backtab)


def _assert_reached(window: MainWindow, shown: QWidget, key: Qt.Key) -> None:
    assert shown.isAncestorOf(QApplication.focusWidget()), "the page that comes forward has the keyboard"
    wanted = [each for each in focusable(window) if not by_arrows(each)]
    reached = tabbed_through(key)
    missed = [each.accessibleName() for each in wanted if each not in reached and each.isVisible() and each.isEnabled()]
    assert not missed
    if window.sidebar.isVisible():
        assert any(not shown.isAncestorOf(each) for each in reached), "Tab leaves the page"


def test_every_place_of_the_sidebar_is_a_stop_and_says_where_one_is(window: MainWindow, qtbot: QtBot) -> None:
    """Arrow keys and Tab only look; Space goes."""
    go(window, qtbot, "details")
    places = window.sidebar.buttons
    assert set(places.values()) <= set(tabbed_through(Qt.Key.Key_Tab))
    places["findings"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(places["findings"], Qt.Key.Key_Down)
    assert places["initial"].hasFocus() and places["details"].isChecked()
    QTest.keyClick(places["initial"], Qt.Key.Key_Space)
    assert [key for key, place in places.items() if place.isChecked()] == ["initial"]
    assert window.pages.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_the_chosen_kind_of_an_answer_takes_tab_and_arrows_choose_another(window: MainWindow, qtbot: QtBot) -> None:
    shown = go(window, qtbot, "answers")
    kinds = [each for each in shown.findChildren(QPushButton) if each.accessibleName().endswith(", answer 2") and each.isCheckable()]
    (chosen,) = [each for each in kinds if each.isChecked()]
    reached = tabbed_through(Qt.Key.Key_Tab)
    assert chosen in reached and len(set(kinds) & set(reached)) == 1
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chosen, Qt.Key.Key_Left)
    settle()
    (now,) = [each for each in kinds if each.isChecked()]
    assert now is not chosen and now.hasFocus()


@pytest.mark.parametrize("look", [*LOOKS, SMALL_AND_LARGE, Look("narrow", 1000, 640)], ids=lambda look: look.name, scope="module")
def test_no_words_are_cut_off(window: MainWindow, qtbot: QtBot, look: Look) -> None:
    assert not _cut_off_anywhere(window, qtbot, look)


@in_every_look
def test_long_titles_are_not_cut_off(window: MainWindow, qtbot: QtBot, look: Look) -> None:
    """The longest titles there are: those of the capital's police, and of a commissioner for fire as well."""
    assert window.state is not None and window.state.record is not None
    office = window.state.record.office
    long = replace(office, chief_officer_title="Commissioner of Police of the Metropolis", body_title="Police, Fire and Crime Commissioner")
    window.state.do(details.change_office, window.state.record_id, long)
    found = _cut_off_anywhere(window, qtbot, look)
    window.state.undo()
    assert not found


def _cut_off_anywhere(window: MainWindow, qtbot: QtBot, look: Look) -> list[str]:
    found = []
    for page in PAGES if look is not SMALL_AND_LARGE else _OF_SMALL_AND_LARGE:
        shown = go(window, qtbot, page)
        found += [f"{page}: {each}" for each in cut_off(shown if look is SMALL_AND_LARGE else window)]
    return found


def test_each_row_of_buttons_says_of_which_section_it_is(window: MainWindow, qtbot: QtBot) -> None:
    names = {page: go(window, qtbot, page).findChildren(EditorToolbar)[0].accessibleName() for page in ("initial", "chief", "overall")}
    assert len(set(names.values())) == 3 and all(names.values()), names


@pytest.mark.parametrize("page", PAGES)
def test_everything_is_high_enough_to_hit(window: MainWindow, qtbot: QtBot, page: str) -> None:
    go(window, qtbot, page)
    low = [f"{each.accessibleName()}: {each.width()} x {each.height()}" for each in focusable(window) if _is_low(each)]
    assert not low


def _is_low(widget: QWidget) -> bool:
    return widget.height() < LEAST_TARGET or widget.width() < LEAST_TARGET


def test_no_window_but_ours_comes_up_while_one_goes_through_the_pages(window: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    with new_windows(qapp) as seen:
        for page in PAGES:
            go(window, qtbot, page)
    assert not seen


# --- Colours ----------------------------------------------------------------------------------

_WORDS = (
    *((ink, ground) for ink in ("ink", "quiet", "blue", "red") for ground in ("ground", "card", "card_head")),
    *((name, f"{name}_ground") for name in ("blue", "amber", "red", "green", "grey")),
    *((name, "card") for name in ("amber", "green", "grey")),
    *(("ink", f"{name}_ground") for name in ("blue", "amber", "red", "green", "grey")),
    *(("quiet", ground) for ground in ("blue_ground", "grey_ground")),
    ("on_blue", "blue"),
    ("on_chosen", "chosen"),
    ("focus_ink", "focus"),
    *((ink, ground) for ink in ("sidebar_ink", "sidebar_quiet", "sidebar_strong") for ground in ("sidebar", "sidebar_selected")),
)
_SHAPES = (
    *(("field_border", ground) for ground in ("ground", "card", "card_head")),
    ("focus_ink", "focus"),
    ("sidebar_mark", "sidebar"),
    ("sidebar_mark", "sidebar_selected"),
)


@pytest.fixture(
    scope="module", params=[LIGHT, DARK, WHITE_ON_BLACK, BLACK_ON_WHITE], ids=["light", "dark", "white-on-black", "black-on-white"]
)
def tokens(request: pytest.FixtureRequest, one_window: MainWindow) -> Tokens:
    """Give the colours of a scheme, or those that the window takes from a contrast theme."""
    if isinstance(request.param, Tokens):
        return request.param
    take_colours(request.param)
    return theme.tokens()


@pytest.mark.parametrize("pairs, least", [(_WORDS, 4.5), (_SHAPES, 3.0)], ids=["words", "shapes"])
def test_colours_contrast_with_what_they_stand_on(tokens: Tokens, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    ratios = {f"{first} on {second}": contrast(getattr(tokens, first), getattr(tokens, second)) for first, second in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


def test_the_ring_around_what_has_the_keyboard_is_seen(tokens: Tokens) -> None:
    """On every ground one of its two colours is at 3 : 1, the yellow or the ink beside it."""
    for ground in ("ground", "card", "card_head", "blue_ground", "sidebar", "sidebar_selected"):
        ring = max(contrast(tokens.focus, getattr(tokens, ground)), contrast(tokens.focus_ink, getattr(tokens, ground)))
        assert ring >= 3, f"{ground}: {ring:.2f}"


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


# --- The measuring itself ---------------------------------------------------------------------


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    narrow, low, wide = QLabel("Words that need more", holder), QLabel("Words", holder), button("Go")
    wide.setParent(holder)
    holder.resize(300, 100)
    narrow.setGeometry(0, 0, 20, 40)
    low.setGeometry(0, 40, 200, 4)
    wide.setGeometry(250, 50, 200, 60)
    holder.show()
    found = list(cut_off(holder))
    assert [each.split("'")[1] for each in found] == ["Words that need more", "Words", "Go"]
    for each in (narrow, low, wide):
        each.setParent(None)
        each.deleteLater()
    whole = QVBoxLayout(holder)
    whole.addWidget(QLabel("Words"))
    settle()
    assert not list(cut_off(holder))
