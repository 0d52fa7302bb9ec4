"""What is published stays as it is: fields to be read and not changed, and the line that says so with the way on (after publication)."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from response_app.domain.corrections import is_frozen
from response_app.domain.dates import in_words
from response_app.domain.record import Record

from .basics import button, label, restyle

READ_ONLY = "Published, so it can be read but not changed."
"""What a screen reader hears of a field that Qt does not call read-only by itself."""
_GOES_ON = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)


def frozen_words(record: Record) -> str:
    """Return that a record is published and what to do to change it; "" while it is written or corrected."""
    live = record.state.publication.confirmed_on
    if live is None or not is_frozen(record.state):
        return ""
    label_words = record.state.version_label.strip()
    which = f"Version {label_words}" if label_words else "This record"
    return f"{which} was published on {in_words(live)}. To change it, start a correction."


class FrozenLine(QFrame):
    """Says that the record is published; hidden while it is not.

    Signals:
        correction_asked: the user wants to start a correction.
    """

    correction_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.words = label("")
        self.correct = button("Start a correction…")
        self.correct.clicked.connect(lambda: self.correction_asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(14)
        row.addWidget(self.words, 1)
        row.addWidget(self.correct)
        self.hide()

    def show_record(self, record: Record) -> bool:
        """Show how a record stands, and return whether it is frozen."""
        words = frozen_words(record)
        self.words.setText(words)
        self.setVisible(bool(words))
        return bool(words)


class _Still(QObject):
    """Lets a choice be reached and read, and keeps mouse and keys from changing it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOUSE and isinstance(watched, QWidget):
            watched.setFocus(Qt.FocusReason.MouseFocusReason)
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _would_change(event):
            event.ignore()  # so that the page can still scroll
            return True
        return False


@cache
def _still() -> _Still:
    """The one filter of all fields; a field lets go of it when it goes."""
    return _Still()


def _would_change(event: QKeyEvent) -> bool:
    is_command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() not in _GOES_ON and not is_command


def freeze(root: QWidget, frozen: bool) -> None:
    """Let the fields in `root`, or `root` itself, be read only, or be written in again; buttons are their owner's to hide."""
    for field in (root, *root.findChildren(QWidget)):
        if bool(field.property("frozen")) == frozen:
            continue
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.setReadOnly(frozen)
        elif _is_choice(field):
            _hold(field, frozen)
        else:
            continue
        field.setProperty("frozen", frozen)
        restyle(field)


def _is_choice(field: QWidget) -> bool:
    return isinstance(field, QComboBox | QCheckBox | QRadioButton) or (isinstance(field, QAbstractButton) and field.isCheckable())


def _hold(field: QWidget, frozen: bool) -> None:
    if frozen:
        field.installEventFilter(_still())
    else:
        field.removeEventFilter(_still())
    said = field.accessibleDescription().replace(READ_ONLY, "").strip()
    field.setAccessibleDescription(f"{said} {READ_ONLY}".strip() if frozen else said)
