"""What is said where something is amiss: a day that there is not, a reason that lacks, what cannot be had; and marks in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from response_app.authoring import findings
from response_app.domain.finding import Applies
from response_app.errors import StoreDamaged, WriteFailed
from ui.editors.rich_text_edit import RichTextEdit
from ui.main_window import MainWindow
from ui.pages.answers_page import AnswersPage
from ui.pages.findings_page import FindingsPage
from ui.pages.preview_page import PreviewPage
from ui.texts_on_page import texts_on

from ..report import show_report
from ..state import Afterwards, State

_SETTLED, _DRAWN = 200, 1200
"""Milliseconds until the page stands as it begins, and until the pages of the preview are drawn."""


def _types(field: QWidget, words: str) -> None:
    """Write words in place of what stands in a field, and leave it by Tab."""
    assert isinstance(field, QLineEdit)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def no_reason(window: MainWindow) -> Afterwards:
    """A recommendation that is not for this force, without the reason that is printed."""
    page, state = window.pages.currentWidget(), window.state
    assert isinstance(page, FindingsPage) and state is not None
    page.show_finding("f2")
    state.do(findings.change_finding, state.record_id, "f2", applies=Applies.NO, reason=())
    page.form.texts["reason"].edit.setFocus(Qt.FocusReason.TabFocusReason)
    return state.undo


def bad_target(window: MainWindow) -> Afterwards:
    """A target date that there is not."""
    page = window.pages.currentWidget()
    assert isinstance(page, AnswersPage)
    details = page.own.written[0].box.details
    before = details.values[1]
    QTimer.singleShot(_SETTLED, page, lambda: _types(details.target, "31 June 2024"))

    def back() -> None:
        details.target.start_anew()
        details.target.set_date(before)

    return back


def not_listed(window: MainWindow) -> Afterwards:
    """A record whose findings cannot be read."""
    assert window.state is not None
    words = "The record “An inspection of child protection” is damaged and could not be read. The others are shown."
    window.state.failed.emit(StoreDamaged(words, "Choose Restore in the office’s backups, or ask those who look after the app."))
    return window.banner.hide


def not_drawn(window: MainWindow) -> Afterwards:
    """Pages that cannot be drawn."""
    page = window.pages.currentWidget()
    assert isinstance(page, PreviewPage)
    failed = WriteFailed("There is no room on the drive for the pages.", "Nothing of the record is lost. Make room, then choose Try again.")
    QTimer.singleShot(_DRAWN, page, lambda: page.view.pages.failed.emit(failed))
    return page.request_refresh


def marks(window: MainWindow) -> Afterwards:
    """Everything that is marked in the texts of a page, in words."""
    edit = next(each for each in texts_on(window.pages.currentWidget()) if not each.isReadOnly())
    assert isinstance(edit, RichTextEdit)
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.textCursor().insertText("I recieved the plan of the RGG. ")
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_["marks"].trigger()
    strip = next(each for each in window.findChildren(QWidget) if each.accessibleName() == "Close the list of marks")

    def back() -> None:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
        edit.undo()
        edit.flush()

    return back


def not_for_us(window: MainWindow) -> Afterwards:
    """Findings of a report that do not apply, and the reason that lacks."""
    page = show_report(window)
    page.found.set_full(True)
    page.found.table.selectRow(1)
    page.found.tool_asked.emit("not")

    def back() -> None:
        page.found.set_full(False)
        page.give_up()

    return back


STATES = (
    State("findings", "no-reason", no_reason, wait=400),
    State("answers", "bad-date", bad_target, wait=900, walked=False),
    State("register", "error", not_listed),
    State("preview", "error", not_drawn, wait=1500, walked=False),
    State("answers", "marks", marks, wait=900, walked=False),
    State("details", "marks", marks, wait=900, walked=False),
    State("report", "not-for-us", not_for_us, wait=400, goes=False, walked=False),
)
