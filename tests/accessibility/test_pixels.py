"""Contrast of what is painted: words, edges of fields, what has the keyboard; in every state, light, dark and in a contrast theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PIL import Image, ImageDraw
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures.usual_looks import usual_looks
from tests.pictures.colours import COLOURS
from tests.pictures.state import State, walked_states
from ui import theme
from ui.main_window import MainWindow
from ui.widgets.basics import button, label

from .looks import USUAL, settle
from .pixels import edges_too_faint, focus_not_seen, phrases, picture, too_faint

# --- The measuring itself; first, while there is no large window to be dressed anew with each change of colours -------


def test_a_phrase_is_measured_on_the_ground_that_it_stands_on() -> None:
    """Black words on white, pale ones beside them on a badge, and a rule, which is none."""
    image = Image.new("RGB", (400, 80), "#ffffff")
    draw = ImageDraw.Draw(image)
    draw.text((10, 10), "Words", fill="#000000", font_size=30)
    draw.rectangle((200, 5, 390, 50), fill="#204060")
    draw.text((220, 10), "Badge", fill="#305070", font_size=30)
    draw.line((0, 70, 400, 70), fill="#eeeeee", width=2)
    black, pale = phrases(image)
    assert black.ratio == pytest.approx(21, abs=0.1)
    assert pale.ground == (0x20, 0x40, 0x60) and pale.ratio < 1.6


def test_faint_words_edges_and_a_keyboard_that_is_not_shown_are_found(qtbot: QtBot, qapp: QApplication) -> None:
    usual_looks(qapp)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    words, field, action = QLabel("Hardly seen"), QLineEdit(), QPushButton("Plain")
    for each in (words, field, action):
        column.addWidget(each)
    words.setStyleSheet("color: #cccccc; background: #ffffff")
    field.setStyleSheet("QLineEdit { border: 1px solid #dddddd; background: #ffffff }")
    action.setStyleSheet("QPushButton, QPushButton:focus { border: none; color: #000000; background: #ffffff }")
    holder.setStyleSheet("QWidget { background: #ffffff }")
    with qtbot.waitActive(holder):
        holder.show()
    action.setFocus()
    shown = picture(holder)
    assert len(list(too_faint(holder, shown, set()))) == 1
    assert len(list(edges_too_faint(holder, shown))) == 1
    (unseen,) = [each for each in focus_not_seen(holder, holder) if "Plain" in each]
    assert unseen.startswith("QPushButton 'Plain': 0 pixels")


def test_a_paler_theme_is_found(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """With quiet words, edges and the keyboard's mark a shade too light, the same measuring fails; as they are, it does not."""
    theme.install(qapp)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for each in (label("Quiet words", "quiet"), QLineEdit(), button("Plain"), button("A link", "link"), QCheckBox("To tick")):
        column.addWidget(each)
    with qtbot.waitActive(holder):
        holder.show()
    pale = theme.LIGHT._replace(quiet="#8a97a5", field_border="#aeb6bf", ink="#a0a0a0", focus_ink="#e0b000", ring="#e0d0a0")
    counts = []
    for colours in (theme.LIGHT, pale):
        monkeypatch.setattr(theme, "LIGHT", colours)
        COLOURS["light"]()
        focus = list(focus_not_seen(holder, holder))
        shown = picture(holder)
        counts.append([len(list(too_faint(holder, shown, set()))), len(list(edges_too_faint(holder, shown))), len(focus)])
    monkeypatch.undo()
    COLOURS["light"]()
    assert counts[0] == [0, 0, 0]
    assert min(counts[1]) > 0, counts


# --- The window ---------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=COLOURS)
def found(request: pytest.FixtureRequest, one_window: MainWindow) -> dict[str, list[str]]:
    """Give what is wrong in each state, by kind: words, edges, focus."""
    USUAL.dress(one_window)
    one_window.activateWindow()
    assert QTest.qWaitForWindowActive(one_window)
    COLOURS[request.param]()
    known: set[object] = set()
    found: dict[str, list[str]] = {"words": [], "edges": [], "focus": []}
    pages: set[str] = set()
    for state in walked_states():
        if request.param != "light" and state.page in pages:
            continue  # the other states of a page show the same kinds of things
        for kind, words in _in(state, one_window, known, state.page not in pages):
            found[kind].append(f"{state.title}: {words}")
        pages.add(state.page)
    return found


def _in(state: State, window: MainWindow, known: set[object], first_of_page: bool) -> Iterator[tuple[str, str]]:
    afterwards = state.enter(window)
    settle()
    shown = picture(window)
    yield from (("words", each) for each in too_faint(window, shown, known))
    yield from (("edges", each) for each in edges_too_faint(window, shown))
    if first_of_page:
        yield from (("focus", each) for each in focus_not_seen(window, _page(window)))
    if afterwards is not None:
        afterwards()


def test_words_edges_and_what_has_the_keyboard_are_seen(found: dict[str, list[str]]) -> None:
    assert found == {"words": [], "edges": [], "focus": []}


def _page(window: MainWindow) -> QWidget:
    page = window.pages.currentWidget()
    assert page is not None
    return page
