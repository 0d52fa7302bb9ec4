"""The words of a page as a plain text file, for when the store cannot take them (closing the window)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QStackedWidget, QTableView, QTextEdit, QWidget

from response_app.domain.dates import in_words


def file_name(now: datetime) -> str:
    """Return a name for the file."""
    return f"unsaved-words-{now:%Y-%m-%d-%H%M}.txt"


def as_text(pages: QStackedWidget, title: str, now: datetime) -> str:
    """Return everything that can be written on the page in front, as it stands there now, saved or not.

    Args:
        pages: the pages; only the one in front can have words that are not saved.
        title: what the open record is about, "" where none is open.
        now: the time.
    """
    head = [f"Words from Inspection Response, {in_words(now.date())}, {now:%H:%M}", title, ""]
    head += ["Everything that stood on the page when it could not be saved. Copy it into the app when that saves again.", ""]
    return "\n".join([*head, *(f"{name}\n{'-' * len(name)}\n{words}\n" for name, words in _fields(pages.currentWidget()))])


def _fields(page: QWidget | None) -> Iterator[tuple[str, str]]:
    """The fields that are on view: those of a bar that is closed, such as the size of a new table, are none of the record's."""
    if page is None:
        return
    for each in page.findChildren(QWidget):
        words = _words(each) if each.isVisibleTo(page) else ""
        if words.strip():
            yield _name(each), words


def _words(widget: QWidget) -> str:
    match widget:
        case QTextEdit() | QPlainTextEdit():
            return "" if widget.isReadOnly() else widget.toPlainText()
        case QLineEdit():
            return "" if widget.isReadOnly() or isinstance(widget.parentWidget(), QComboBox) else widget.text()
        case QComboBox():
            return widget.currentText()
        case QTableView() if widget.model() is not None:
            return "\n".join(_row(widget, row) for row in range(widget.model().rowCount()))
    return ""


def _row(table: QTableView, row: int) -> str:
    model = table.model()
    return " | ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount()))


def _name(widget: QWidget) -> str:
    """The accessible name, its own or that of what it is a part of."""
    at: QWidget | None = widget
    while at is not None:
        if at.accessibleName():
            return at.accessibleName()
        at = at.parentWidget()
    return "Words"
