"""Colours and contrast of the system are followed while the window is open: afterwards it looks as if started so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.usual_looks import put_away
from tests.pictures.colours import COLOURS
from tests.pictures.state import State, walked_states
from tests.pictures.take import window_on_example
from ui import theme
from ui.editors.speller import speller
from ui.main_window import MainWindow

from .looks import settle
from .pixels import picture

USUAL = tuple(State(page) for page in ("home", "tasks", "initial", "answers"))
"""With icons, fields, the editor’s marks, lists and heads that paint themselves."""
IN_FRONT = ("help-law",)
"""Shown while the colours change: what has written its colours into a text hears of the change in no other way."""


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], MainWindow]]:
    """Give a way to start a window in a scheme of colours; the speller, whose marks come in their own time, is off."""
    put_away()
    theme.install(qapp)
    speller().switch_off()

    def started(colours: str) -> MainWindow:
        COLOURS[colours]()
        window = window_on_example(tmp_path / colours)
        qtbot.addWidget(window, before_close_func=lambda made: made.close())
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        window.statusBar().hide()  # it tells the time
        return window

    yield started
    speller().switch_on()


def enter(window: MainWindow, state: State) -> Callable[[], object]:
    """Bring a state forward, without a cursor that blinks; return what puts the window back."""
    afterwards = state.enter(window)
    settle()
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    settle()
    return afterwards or (lambda: None)


def shot(window: MainWindow, state: State) -> Image.Image:
    """Return what the window shows in a state."""
    afterwards = enter(window, state)
    made = picture(window, scale=1)
    afterwards()
    return made


def test_the_system_is_followed_where_nothing_was_chosen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says reaches the theme through Qt's own signal."""
    looks = theme.install(qapp)
    looks.choose(None)
    looks.contrast(None)
    monkeypatch.setattr(theme, "_wants_contrast", lambda _app: True)
    seen: list[str] = []
    looks.changed.connect(lambda: seen.append(looks.tokens.ground))
    accessibility = qapp.styleHints().accessibility()
    accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert len(seen) == 1 and looks.tokens.badge_edge != "transparent"
    monkeypatch.undo()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert len(seen) == 2 and looks.tokens.badge_edge == "transparent"
    looks.choose(Qt.ColorScheme.Light)


def test_the_colours_of_the_system_are_read_behind_those_of_the_app(qapp: QApplication) -> None:
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.LIGHT.ground
    assert theme._system_palette(qapp).color(QPalette.ColorRole.Window).name() not in (theme.LIGHT.ground, theme.DARK.ground)
    looks.apply()


def test_a_contrast_theme_that_comes_or_gives_way_to_another_is_drawn_in_its_own_colours(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever scheme was chosen in the app; that the preference stays while the colours change is told by Qt's signal of the palette."""
    looks = theme.install(qapp)
    looks.contrast(None)
    looks.choose(Qt.ColorScheme.Dark)
    system = QPalette()
    monkeypatch.setattr(theme, "_wants_contrast", lambda _app: True)
    monkeypatch.setattr(theme, "_system_palette", lambda _app: system)
    for ground, ink in (("#000000", "#ffff00"), ("#fffaef", "#202020")):
        system.setColor(QPalette.ColorRole.Window, QColor(ground))
        system.setColor(QPalette.ColorRole.WindowText, QColor(ink))
        qapp.paletteChanged.emit(system)
        assert (looks.tokens.ground, looks.tokens.ink) == (ground, ink)
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == ground
    monkeypatch.undo()
    looks.choose(Qt.ColorScheme.Light)
    assert looks.tokens is theme.LIGHT


@pytest.mark.parametrize("before, after", [("light", "dark"), ("dark", "contrast")])
def test_an_open_window_looks_as_one_that_was_started_so(start: Callable[[str], MainWindow], qtbot: QtBot, before: str, after: str) -> None:
    """Pages that come forward after the change of colours, and one that is in front meanwhile; not a pixel differs."""
    in_front = [each for each in walked_states() if each.title in IN_FRONT]
    assert len(in_front) == len(IN_FRONT)
    switched = start(before)
    live: dict[str, Image.Image] = {}
    for state in in_front:
        COLOURS[before]()
        afterwards = enter(switched, state)
        COLOURS[after]()
        settle()
        live[state.title] = picture(switched, scale=1)
        afterwards()
    live |= {state.title: shot(switched, state) for state in USUAL}
    switched.close()
    fresh = start(after)
    for state in (*in_front, *USUAL):
        qtbot.waitUntil(partial(_looks_as, fresh, state, live[state.title]), timeout=5_000)  # marks under words come in their own time
    COLOURS["light"]()


def _looks_as(window: MainWindow, state: State, expected: Image.Image) -> None:
    box = ImageChops.difference(expected, shot(window, state)).getbbox()
    assert box is None, f"{state.title} differs in {box}"
