"""The places that the sidebar of the window lists, and the counts beside them (every step)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from .widgets.basics import label
from .widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from response_app.domain.record import Record

_EVERYWHERE = {"home": "Home", "register": "Register of findings"}
_OF_RECORD = {
    "tasks": "Task list",
    "details": "Inspection details",
    "findings": "Findings",
    "initial": "Initial response",
    "chief": "Chief officer’s response",
    "answers": "Answers to findings",
    "overall": "Overall comments",
    "check": "Check",
    "preview": "Preview",
    "publish": "Sign off and publish",
    "after": "After publication",
}
_OF_OFFICE = {"office": "Office settings", "help": "Help"}


def window_sidebar() -> Sidebar:
    """Return the sidebar with its places by key; those of a record are hidden until one is open."""
    made = Sidebar()
    made.add_group("", _EVERYWHERE)
    made.add_group("This record", _OF_RECORD, of_record=True)
    made.add_group("Office", _OF_OFFICE)
    made.finish(label("", wrap=False))
    made.show_record_places(False)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def show_counts(sidebar: Sidebar, record: Record) -> None:
    """Say beside the places how much there is in a record, and call the chief officer by the record's title."""
    from response_app.domain.answering import answering, count

    needed, answered = count(answering(record))
    buttons = sidebar.buttons
    buttons["findings"].set_count(str(len(record.findings)) if record.findings else "")
    buttons["answers"].set_count(f"{answered} of {needed}" if needed else "")
    buttons["chief"].set_words(chief_words(record))


def chief_words(record: Record | None) -> str:
    """Return what the place of the chief officer's response is called: by the record's title, where one is open."""
    if record is None:
        return _OF_RECORD["chief"]
    from response_app.domain.titles import chief_officer_title, possessive

    return f"{possessive(chief_officer_title(record))} response"
