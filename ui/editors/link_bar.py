"""A bar for the address of a link, beside the text and not over it (guided sections, answers)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ..widgets.basics import button, label, restyle
from .rich_text_edit import RichTextEdit

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def tidy_address(typed: str) -> str:
    """Return an address as a text keeps it: no control characters, no blanks around, %20 for those inside."""
    return _CONTROLS.sub("", typed).strip().replace(" ", "%20")


def address_problem(address: str) -> str:
    """Return in a sentence what is wrong with the address of a link; "" when it can be used (https and mailto)."""
    lower = address.lower()
    if not address:
        return "Type the address that the words should lead to. It begins with https:// or mailto:."
    if lower.startswith("mailto:"):
        return "" if _MAIL.match(address[7:]) else "This is no complete e-mail address. Write it like mailto:name@example.org."
    if lower.startswith("https://"):
        return "" if _host(address) else "The name of the website is missing. Write the address like https://www.example.org."
    if lower.startswith("http://"):
        return "The address begins with http://, which is not secure. Write https:// instead if the website has it."
    if _MAIL.fullmatch(address):
        return "To link to an e-mail address, write mailto: in front of it."
    return "An address begins with https:// for a page or mailto: for e-mail. Write one of them in front."


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


class LinkBar(QFrame):
    """Asks for the address when the editor wants a link; Enter sets it, Escape leaves everything as it was."""

    def __init__(self, edit: RichTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self.setProperty("card", "head")
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://")
        self.problem = label("", "error")
        self.problem.hide()
        self.accept = button("Set link", "primary")
        self.remove = button("Remove link", "quiet")
        self.cancel = button("Cancel", "quiet")
        self._lay_out()
        self._name()
        self.address.returnPressed.connect(self._set)
        self.address.textEdited.connect(lambda: self._tell(""))
        self.accept.clicked.connect(self._set)
        self.remove.clicked.connect(lambda: self._finish(""))
        self.cancel.clicked.connect(self.close_bar)
        edit.link_requested.connect(self.ask)
        edit.renamed.connect(self._name)
        self.hide()

    def ask(self, address: str) -> None:
        """Show the bar with the address that there is, or ""."""
        self._tell("")
        self.address.setText(address)
        self.address.selectAll()
        self.remove.setVisible(bool(address))
        self.show()
        self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 8)
        outer.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = label("Link to", "label", wrap=False)
        words.setBuddy(self.address)
        row.addWidget(words)
        row.addWidget(self.address, 1)
        for each in (self.accept, self.remove, self.cancel):
            row.addWidget(each)
        outer.addLayout(row)
        outer.addWidget(self.problem)

    def _name(self) -> None:
        """Name everything after the editor too, so that two bars on a page can be told apart."""
        names = {self.address: "Address of the link", self.accept: "Set link", self.remove: "Remove link", self.cancel: "Cancel the link"}
        for widget, name in names.items():
            widget.setAccessibleName(f"{name}, {self._edit.accessibleName()}")

    def _set(self) -> None:
        address = tidy_address(self.address.text())
        problem = address_problem(address)
        if problem:
            self._tell(problem)
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._finish(address)

    def _finish(self, address: str) -> None:
        self._edit.set_link(address)
        self.close_bar()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.address.setAccessibleDescription(problem)
        if bool(self.address.property("invalid")) != bool(problem):
            self.address.setProperty("invalid", "true" if problem else "")
            restyle(self.address)
