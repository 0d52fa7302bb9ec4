"""What helps from anywhere: help, the sheet of shortcuts, the palette, messages, a store that cannot be opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit

from response_app.errors import StoreUnavailable
from ui.main_window import MainWindow
from ui.widgets.palette import Palette

from ..state import Afterwards, State
from ..stores import EMPTY, HELD


def topic(key: str, window: MainWindow) -> None:
    """A page of the help."""
    assert window.places is not None
    window.places.aids.show_help(key)


def palette(typed: str, window: MainWindow) -> Afterwards:
    """The palette over the task list."""
    window.actions_["palette"].trigger()
    made = window.findChild(Palette)
    assert isinstance(made, Palette)
    field = made.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(typed)
    QApplication.processEvents()
    return made.close_


def error(window: MainWindow) -> Afterwards:
    """A banner that says what went wrong."""
    assert window.state is not None
    window.state.failed.emit(
        StoreUnavailable(
            "There is no room left on the drive, so the last change was not saved.",
            "What was saved before is whole, and your words are still in the window. Delete files that you do not need, then press Ctrl+S.",
        )
    )
    return window.banner.hide


def warning(window: MainWindow) -> Afterwards:
    """A banner with an offer to act."""
    window.banner.tell("Nothing of “A report with quite a long name, version 3.pdf” is saved yet.", "warning", "Back to the report", print)
    return window.banner.hide


def undo(window: MainWindow) -> Afterwards:
    """A banner that says what was done."""
    window.banner.tell("The record was deleted.", "info", "Undo", print)
    return window.banner.hide


STATES = (
    State("help"),
    *(State("help", key, partial(topic, key)) for key in ("law", "terms", "shortcuts")),
    State("tasks", "palette", partial(palette, "")),
    State("tasks", "palette-found", partial(palette, "plan")),
    State("tasks", "palette-nothing", partial(palette, "qqqqq")),
    State("tasks", "error", error),
    State("answers", "error", error),
    State("tasks", "warning", warning),
    State("home", "told", undo, store=EMPTY),
    State("window", "not-opened", store=HELD, goes=False),
)
