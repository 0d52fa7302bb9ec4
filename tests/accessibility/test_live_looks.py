"""Colours and contrast of the system are followed while the window is open: afterwards it looks as if started so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pictures.colours import COLOURS
from tests.pictures.take import window_on_example
from ui import theme
from ui.editors.speller import speller
from ui.main_window import MainWindow

from .looks import settle
from .pixels import picture

PAGES = ("tasks", "initial", "help")
"""With icons, fields, the editor’s marks, lists that paint themselves."""


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], MainWindow]]:
    """Give a way to start a window in a scheme of colours; the speller, whose marks come in their own time, is off."""
    theme.install(qapp)
    speller().switch_off()

    def started(colours: str) -> MainWindow:
        COLOURS[colours]()
        window = window_on_example(tmp_path / colours)
        qtbot.addWidget(window, before_close_func=lambda made: made.close())
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    yield started
    speller().switch_on()


def pictures(window: MainWindow) -> dict[str, Image.Image]:
    """Return what the window shows on each page, without the line that tells the time."""
    window.statusBar().hide()
    shown = {}
    for page in PAGES:
        window.go(page)
        settle()
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # no cursor that blinks
        shown[page] = picture(window, scale=1)
    return shown


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


@pytest.mark.parametrize("before, after", [("light", "dark"), ("dark", "contrast")])
def test_an_open_window_looks_as_one_that_was_started_so(start: Callable[[str], MainWindow], qtbot: QtBot, before: str, after: str) -> None:
    switched = start(before)
    pictures(switched)
    COLOURS[after]()
    live = pictures(switched)
    switched.close()
    fresh = start(after)

    def looks_the_same() -> None:
        shown = pictures(fresh)
        apart = {page: ImageChops.difference(live[page], shown[page]).getbbox() for page in PAGES}
        assert [(page, box) for page, box in apart.items() if box is not None] == []

    qtbot.waitUntil(looks_the_same, timeout=10_000)  # marks under words come in their own time
    COLOURS["light"]()
