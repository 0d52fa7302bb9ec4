"""What is put into a text: the list at the cursor, a table, a quotation, words to be kept; and the office's standard wording."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea

from response_app.authoring import office, records, standard_wording
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.richtext import Paragraph, Quotation, Run, Table
from response_app.interchange import write_record
from ui.editors.asking_bar import AskingBar
from ui.editors.rich_text_edit import RichTextEdit
from ui.main_window import MainWindow
from ui.pages.office_page import TITLES, WORDING, OfficePage
from ui.pages.section_page import SectionPage

from ..state import Afterwards, State
from ..stores import Store, example

_KEEP = QTextCursor.MoveMode.KeepAnchor
_CELLS = (("Finding", "Owner", "By"), ("AFI 1", "Assistant Chief Constable", "30 September 2024"), ("AFI 2", "Head of crime", "March 2025"))


def _fill(opened: Workspace) -> None:
    usual = example()
    table = [tuple((Run(each),) for each in row) for row in _CELLS]
    text = (
        *usual.sections.initial_response[:1],
        Quotation((Paragraph((Run("The force understands the threat from serious and organised crime."),)),), (Run("HMICFRS, page 12"),)),
        Paragraph((Run("I have asked for these owners and dates."),)),
        Table(table[0], tuple(table[1:])),
        Paragraph((Run("I shall report on them in public."),)),
    )
    record = replace(usual, sections=replace(usual.sections, initial_response=text))
    opened.do(office.set_up, "A. Author", record.office)
    opened.do(records.bring_in, write_record(record))
    opened.do(standard_wording.add, "initial_response", "Thanks to the force", from_plain("I thank everybody who took part."))
    opened.do(standard_wording.hide, "initial_response", "progress", True)


WRITTEN = Store("written", _fill, opens=True)


def _edit(window: MainWindow) -> RichTextEdit:
    page = window.pages.currentWidget()
    assert isinstance(page, SectionPage)
    page.columns.bring_forward(1)
    page.edit.setFocus()
    return page.edit


def _goes_after(edit: RichTextEdit, words: str) -> None:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(edit.toPlainText().index(words) + len(words))
    edit.setTextCursor(cursor)


def slash(window: MainWindow) -> Afterwards:
    """The list of fields at the cursor."""
    edit = _edit(window)
    _goes_after(edit, "dates.")
    QApplication.processEvents()
    edit.slash.open()
    return edit.slash.close


def fields(window: MainWindow) -> Afterwards:
    """The fields beside the text, with what they say now."""
    page = window.pages.currentWidget()
    assert isinstance(page, SectionPage)
    page.columns.bring_forward(0)
    page.guide.fields.setFocus()
    QApplication.processEvents()
    bar = page.guide.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    return lambda: page.columns.bring_forward(1)


def table_bar(window: MainWindow) -> Afterwards:
    """The bar that asks how large a table is to be."""
    edit = _edit(window)
    _goes_after(edit, "dates.")
    edit.table_requested.emit()
    return _escape(window)


def keep_bar(window: MainWindow) -> Afterwards:
    """The bar that asks for the name of words to be used again."""
    edit = _edit(window)
    _goes_after(edit, "public.")
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, _KEEP)
    edit.setTextCursor(cursor)
    edit.keep_requested.emit()
    return _escape(window)


def _escape(window: MainWindow) -> Callable[[], object]:
    def close() -> None:
        for each in window.findChildren(AskingBar):
            each.hide()

    return close


def wording(window: MainWindow) -> Afterwards:
    """The office's standard wording."""
    page = window.pages.currentWidget()
    assert isinstance(page, OfficePage)
    page.show_part(WORDING)
    return lambda: page.show_part(TITLES)


STATES = (
    State("initial", "quotation-and-table", store=WRITTEN),
    State("initial", "slash", slash, store=WRITTEN),
    State("initial", "fields", fields, store=WRITTEN),
    State("initial", "table-bar", table_bar, store=WRITTEN),
    State("initial", "keep-bar", keep_bar, store=WRITTEN, wait=500),
    State("office", "wording", wording),
    State("office", "wording-changed", wording, store=WRITTEN),
)
