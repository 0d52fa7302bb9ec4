"""Rows of a form: a label, a field, and what is wrong with it; each saved when it is left (inspection details, findings)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from response_app.domain.richtext import clean_characters

from .. import theme
from ..messages import announce
from .basics import label, restyle
from .date_field import DateField, MonthField
from .frozen import READ_ONLY, freeze
from .inputs import Choice, Choices, Radios, TextArea
from .typed_dates import NotUnderstood

T = TypeVar("T")


def one_line(text: str) -> str:
    """Return `text` as a record keeps a short string: composed (NFC), on one line, no blanks at its ends."""
    return re.sub(r"[ \n]+", " ", unicodedata.normalize("NFC", clean_characters(text))).strip()


class Row(QWidget):
    """A label, a field under it, a hint, and room for what is wrong.

    Signals:
        entered: (value) something else was entered, and it is right; when the field is left.
        starts_anew: what is shown next belongs to something else.
    """

    entered = Signal(object)
    starts_anew = Signal()

    def __init__(
        self, words: str, control: QWidget, read: Callable[[], Any], show: Callable[[Any], object], hint: str = "", *, labelled: bool = True
    ) -> None:
        """Put a row together.

        Args:
            words: the label; also the accessible name of a field that has none.
            control: the field.
            read: returns what the field holds; raises `NotUnderstood` with what is wrong.
            show: shows a value in the field.
            hint: a quiet line under the field.
            labelled: False where the field shows its own words, as a tick box does.
        """
        super().__init__()
        self.control = control
        self._read, self._show, self._hint = read, show, hint
        self._known: Any = None
        self._before: Any = None
        self._remark = self._echo = ""
        self.is_read_only = False
        self.label = label(words, "label")
        self.label.setBuddy(control)
        if not labelled:
            self.label.hide()
        self.hint = label(hint, "quiet")
        if not hint:
            self.hint.hide()
        self.problem = label("", "error")
        self.problem.hide()
        control.setAccessibleName(control.accessibleName() or words)
        self._describe()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.label, control, self.problem, self.hint):
            column.addWidget(each)

    def show_value(self, value: Any, *, fresh: bool = False) -> None:
        """Show a value; what is typed and not yet taken stays where the value is no other than before.

        Args:
            value: what is stored.
            fresh: whether it belongs to something else than the value before, so that nothing typed stays.
        """
        if fresh:
            self.starts_anew.emit()
        if fresh or value != self._known:
            self._known = self._before = value
            self._show(value)
            self.tell("")

    def value(self) -> Any:
        """Return what is in the field.

        Raises:
            NotUnderstood: it is not what the field is for.
        """
        return self._read()

    def commit(self) -> None:
        """Take what is in the field, or say what is wrong with it."""
        try:
            value = self._read()
        except NotUnderstood as error:
            self.tell(str(error))
            return
        self.tell("")
        if value != self._known:
            self._before, self._known = self._known, value
            self._show(value)
            self.entered.emit(value)

    def forget(self) -> None:
        """What was entered could not be saved: it stays in the field, and leaving the field tries again."""
        self._known = self._before

    def set_read_only(self, read_only: bool) -> None:
        """Let the field be read only, because it is published, or be filled in again."""
        if read_only != self.is_read_only:
            self.is_read_only = read_only
            freeze(self.control, read_only)
            self._describe()

    def remark(self, words: str) -> None:
        """Say under the field what is odd about the stored value, "" for nothing; what is wrong with what is typed goes first."""
        if words != self._remark:
            shown = self.problem.text()
            self._remark, before = words, self._remark
            if shown in ("", before):
                self.tell("")

    def echo(self, words: str) -> None:
        """Say under the field, in place of its hint, how what is typed is understood; "" for the hint."""
        self._echo = words
        self.hint.setText(words or self._hint)
        self.hint.setVisible(bool(words or self._hint))
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader with the field all that is said under it."""
        said = (self.problem.text(), self._echo, self._hint, READ_ONLY if self.is_read_only else "")
        self.control.setAccessibleDescription(" ".join(f"{each.removesuffix('.')}." for each in said if each))

    def tell(self, problem: str) -> None:
        """Say under the field what is wrong; "" when nothing is."""
        problem = problem or self._remark
        if problem == self.problem.text():
            return
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._describe()
        if bool(self.control.property("invalid")) != bool(problem):
            self.control.setProperty("invalid", "true" if problem else "")
            restyle(self.control)
        if problem:
            announce(self.control, problem)


@dataclass(frozen=True, slots=True)
class _Bound(Generic[T]):
    row: Row
    value_in: Callable[[T], Any]


class Form(Generic[T]):
    """The rows that show one thing, such as a record or a finding."""

    def __init__(self) -> None:
        self._bound: list[_Bound[T]] = []

    def bind(self, row: Row, value_in: Callable[[T], Any], save: Callable[[Any], bool]) -> Row:
        """Let a row show a value of the thing, and save what is entered.

        Args:
            row: the row.
            value_in: returns the row's value of a thing.
            save: saves a value and returns whether that worked.
        """

        def entered(value: Any) -> None:
            if not save(value):
                row.forget()

        row.entered.connect(entered)
        self._bound.append(_Bound(row, value_in))
        return row

    def show(self, thing: T, *, fresh: bool) -> None:
        """Show a thing in all rows; `fresh` when it is another thing than before."""
        for each in self._bound:
            each.row.show_value(each.value_in(thing), fresh=fresh)

    def flush(self) -> None:
        """Save what is typed."""
        for each in self._bound:
            each.row.commit()


class SideBySide(QWidget):
    """Puts rows beside each other where each has room, else below each other."""

    def __init__(self, *rows: QWidget, width: int = 170, shares: Sequence[int] = ()) -> None:
        """Hold some rows.

        Args:
            rows: from left to right.
            width: what each needs, in pixels at 100 %.
            shares: how much of the width each takes, as parts of their sum; equal ones where none are given.
        """
        super().__init__()
        self._rows, self._width = rows, width
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        for row, share in zip(rows, shares or [1] * len(rows), strict=True):
            self._box.addWidget(row, share, Qt.AlignmentFlag.AlignTop)

    def event(self, event: QEvent) -> bool:
        """Go beside or below each other when the width is another, or when a row comes or goes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        needed = self._width * sum(not row.isHidden() for row in self._rows)
        enough = self.width() >= theme.theme().pixels(needed)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if enough else QBoxLayout.Direction.TopToBottom)


def line_row(words: str, hint: str = "", check: Callable[[str], str] | None = None) -> Row:
    """Return a row for a short string; `check` says what is wrong with one, or ""."""
    edit = QLineEdit()

    def read() -> str:
        text = one_line(edit.text())
        problem = check(text) if check else ""
        if problem:
            raise NotUnderstood(problem)
        return text

    def show(value: str) -> None:
        edit.setText(value)
        edit.setCursorPosition(0)

    row = Row(words, edit, read, show, hint)
    edit.editingFinished.connect(row.commit)
    edit.textEdited.connect(lambda: row.tell(""))
    return row


def area_row(words: str, hint: str = "", lines: int = 2) -> Row:
    """Return a row for a longer string; line ends become blanks."""
    area = TextArea(lines)
    row = Row(words, area, lambda: one_line(area.toPlainText()), area.setPlainText, hint)
    area.left.connect(row.commit)
    return row


def lines_row(words: str, hint: str = "One on each line.") -> Row:
    """Return a row for several short strings, one on each line; the value is a tuple."""
    area = TextArea(1)

    def read() -> tuple[str, ...]:
        lines = (one_line(line) for line in area.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    row = Row(words, area, read, lambda value: area.setPlainText("\n".join(value)), hint)
    area.left.connect(row.commit)
    return row


def parsed_row(words: str, parse: Callable[[str], str], shown: Callable[[str], str], hint: str = "") -> Row:
    """Return a row for a value that is typed in one way and kept in another; an empty field is ""."""
    edit = QLineEdit()

    def read() -> str:
        text = one_line(edit.text())
        return parse(text) if text else ""

    row = Row(words, edit, read, lambda value: edit.setText(shown(value) if value else ""), hint)
    edit.editingFinished.connect(row.commit)
    edit.textEdited.connect(lambda: row.tell(""))
    return row


def number_row(words: str, hint: str = "") -> Row:
    """Return a row for a whole number from 1, such as a page's; the value is an int, or None for an empty field."""
    edit = QLineEdit()

    def read() -> int | None:
        text = one_line(edit.text())
        if text and not (text.isascii() and text.isdecimal() and 0 < int(text) < 100_000):
            raise NotUnderstood("Write the number in figures, such as 31.")
        return int(text) if text else None

    row = Row(words, edit, read, lambda value: edit.setText("" if value is None else str(value)), hint)
    edit.editingFinished.connect(row.commit)
    edit.textEdited.connect(lambda: row.tell(""))
    return row


def date_row(words: str, today: Callable[[], date], hint: str = "", *, month: bool = False) -> Row:
    """Return a row for a day, or for a month; the value is a date or None."""
    edit = MonthField(words, today) if month else DateField(words, today)
    row = Row(words, edit, edit.read, edit.set_date, hint)
    edit.editingFinished.connect(row.commit)
    edit.textEdited.connect(lambda: row.tell(""))
    edit.understood.connect(row.echo)
    row.starts_anew.connect(edit.start_anew)
    return row


def choice_row(words: str, choices: Choices, hint: str = "") -> Row:
    """Return a row for one of several values, saved when it is picked or left."""
    box = Choice(choices)
    row = Row(words, box, box.value, box.choose, hint)
    box.decided.connect(row.commit)
    return row


def radio_row(words: str, choices: Choices, hint: str = "") -> Row:
    """Return a row for one of a few values, all in view, saved when it is chosen."""
    radios = Radios(choices)
    row = Row(words, radios, radios.value, radios.choose, hint)
    radios.chosen.connect(row.commit)
    return row


def tick_row(words: str, hint: str = "") -> Row:
    """Return a row for yes or no, saved when it is ticked."""
    box = QCheckBox(words.replace("&", "&&"))
    row = Row(words, box, box.isChecked, box.setChecked, hint, labelled=False)
    box.clicked.connect(lambda: row.commit())
    return row
