"""The form for a person's name and the office's titles (first run)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from response_app.authoring.bodies import KINDS_OF_BODY
from response_app.domain.office import Office
from response_app.domain.record import Record
from response_app.domain.titles import record_title

from .. import theme
from .basics import Card, label, restyle

_OWN_TITLE = "Another body"
_TWO_COLUMNS_FROM = 640
"""Width at 100 % from which two fields stand beside each other."""


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill in: its label, what helps to fill it in, and what is said when it is left empty ("" where it may be)."""

    key: str
    words: str
    hint: str = ""
    missing: str = ""


_YOU = (Field("name", "Your name", "As colleagues know it. It is shown beside what you did.", "Enter your name, as colleagues know it."),)
_BODY = (
    Field("body_title", "Title of the body", "Printed in headings.", "Enter the title of the body, such as Police and Crime Commissioner."),
    Field("body_short", "Short form", "Printed in the title of the record."),
    Field("holder", "Name of the commissioner, mayor or other holder", "As it is to be printed."),
)
_FORCE = (
    Field("force", "Name of the force", "In full, such as Exampleshire Police.", "Enter the name of the force, in full."),
    Field(
        "chief_officer_title",
        "Title of the chief officer",
        "Printed in headings.",
        "Enter the title of the chief officer, such as Chief Constable.",
    ),
    Field("chief_officer_short", "Short form", "Printed in the title of the record."),
    Field("chief_officer", "Name of the chief officer", "As it is to be printed."),
)


class _Line(QLineEdit):
    """A line that tells when it is left, also where nothing was typed, of which Qt's own signal says nothing.

    Signals:
        left: the focus has gone elsewhere in the window.
    """

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line was left, but not for a menu or for another window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class FieldBox(QWidget):
    """One field: label, help, line, and what is wrong with it.

    Signals:
        changed: (str) what is typed now.
    """

    changed = Signal(str)

    def __init__(self, field: Field, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.line = _Line()
        self.line.setAccessibleName(name or field.words)
        self.line.setAccessibleDescription(field.hint)
        self._error = label("", "error")
        self._error.hide()
        head = label(field.words, "label")
        head.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        if field.hint:
            column.addWidget(label(field.hint, "quiet"))
        column.addWidget(self._error)
        column.addWidget(self.line)
        column.addStretch(1)
        self.line.textChanged.connect(self._typed)
        self.line.left.connect(self.check)

    @property
    def text(self) -> str:
        """What is typed, without blanks around it."""
        return " ".join(self.line.text().split())

    def check(self) -> bool:
        """Say below the label what is wrong, and return whether nothing is."""
        wrong = self.field.missing if not self.text else ""
        self._error.setText(wrong)
        self._error.setVisible(bool(wrong))
        self.line.setAccessibleDescription(wrong or self.field.hint)
        if bool(self.line.property("invalid")) != bool(wrong):
            self.line.setProperty("invalid", bool(wrong))
            restyle(self.line)
        return not wrong

    def _typed(self, words: str) -> None:
        if not self._error.isHidden():
            self.check()
        self.changed.emit(words)


class KindBox(QComboBox):
    """The kind of body; the wheel scrolls the page and does not choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Kind of body")
        self.addItems([*(each.name for each in KINDS_OF_BODY), _OWN_TITLE])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def office(self) -> Office:
        """Return the titles that go with the kind that is chosen."""
        index = self.currentIndex()
        return KINDS_OF_BODY[index].office if index < len(KINDS_OF_BODY) else Office()


class OfficeForm(QWidget):
    """Name and titles: values out; `aside` stands beside the name.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, aside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, FieldBox] = {}
        self._filled = Office()
        self._grids: list[tuple[QGridLayout, list[QWidget]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card("You", [*self._boxes(_YOU), aside]))
        self.kind = KindBox()
        column.addWidget(self._card("The local policing body", [self._kind_field(), *self._boxes(_BODY, "of the body")]))
        force = self._card("The force", self._boxes(_FORCE, "of the chief officer"))
        self.heading = label("", "quiet")
        force.body.addWidget(self.heading)
        column.addWidget(force)
        self.kind.currentIndexChanged.connect(self._fill)
        self._columns = 0
        self._lay_out(2)

    def _boxes(self, fields: tuple[Field, ...], whose: str = "") -> list[QWidget]:
        for field in fields:
            # "Short form" stands on the page twice; a screen reader hears whose it is.
            name = f"{field.words} {whose}" if field.words == "Short form" else ""
            self.boxes[field.key] = FieldBox(field, name)
            self.boxes[field.key].changed.connect(self._typed)
        return [self.boxes[field.key] for field in fields]

    def _kind_field(self) -> QWidget:
        made = QWidget()
        head = label("Kind of body", "label")
        head.setBuddy(self.kind)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(label("Fills in the usual titles. You can change each of them.", "quiet"))
        column.addWidget(self.kind)
        column.addStretch(1)
        return made

    def _card(self, title: str, fields: list[QWidget]) -> Card:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        card.body.addLayout(grid)
        self._grids.append((grid, fields))
        return card

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for grid, fields in self._grids:
            for number, field in enumerate(fields):
                grid.addWidget(field, number // columns, number % columns)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, columns - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them, else one."""
        super().resizeEvent(event)
        self._lay_out(2 if event.size().width() >= theme.theme().pixels(_TWO_COLUMNS_FROM) else 1)

    # --- Values -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Fill in the titles of the first kind."""
        self._fill()

    def name(self) -> str:
        """Return the person's name."""
        return self.boxes["name"].text

    def office(self) -> Office:
        """Return the titles as they stand in the form, with the bodies that the kind has."""
        values: dict[str, Any] = {key: box.text for key, box in self.boxes.items() if key != "name"}
        return Office(**values, joint_with=self.kind.office().joint_with)

    def check(self) -> bool:
        """Show what is wrong, go to the first of it, and return whether nothing is."""
        wrong = [box for box in self.boxes.values() if not box.check()]
        if wrong:
            wrong[0].line.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def is_complete(self) -> bool:
        """Tell whether everything that has to be there is, without a word to the user."""
        return all(box.text or not box.field.missing for box in self.boxes.values())

    def _fill(self) -> None:
        """Put in the titles of the kind that was chosen; what somebody typed stays."""
        usual = self.kind.office()
        if usual.body_title:
            before = asdict(self._filled)
            for key, value in asdict(usual).items():
                if key in self.boxes and self.boxes[key].text in ("", before[key]):
                    self.boxes[key].line.setText(value)
            self._filled = usual
        self._typed()

    def _typed(self) -> None:
        self.heading.setText(f"Title of each record: {record_title(Record(office=self.office()))}")
        self.changed.emit()
