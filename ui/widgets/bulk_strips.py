"""Strips under the table of answers that ask for one reason or one owner, for all selected findings (answers to findings)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Finding
from response_app.domain.richtext import is_blank

from ..editors.flow import FlowRow
from ..editors.rich_text_edit import RichTextEdit
from ..models.answers_model import made_to_words
from .basics import button, label
from .growing import Growing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Strip(QFrame):
    """A question, a field, what the answer does, two buttons. Enter takes, Escape leaves.

    Signals:
        left: nothing is to be done.
    """

    left = Signal()

    def __init__(self, name: str, field: QWidget, take: str, take_name: str, *others: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.question = label("", "label")
        self.hint = label("", "quiet")
        self.take = button(take, "primary", take_name)
        self.leave = button("Leave as it is")
        self._buttons = QWidget()
        row = FlowRow(self._buttons, QMargins(), 8, last_at_right=False)
        for each in (self.take, *others, self.leave):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        for part in (self.question, field, self.hint, self._buttons):
            column.addWidget(part)
        self.leave.clicked.connect(self.left)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do nothing with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReasonStrip(_Strip):
    """Asks why findings do not apply.

    Signals:
        taken: (mapping of finding id to RichText) they do not apply, for these reasons; one without words leaves the one there.
    """

    taken = Signal(object)

    def __init__(self) -> None:
        self.edit = RichTextEdit("Why it does not apply")
        frame = QFrame()
        frame.setProperty("card", "true")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.edit)
        self.each = button("Say of each to whom it is made", name="Mark as not applying, and say of each to whom it is made")
        name = "Why it does not apply, for the selected findings"
        super().__init__(name, frame, "Does not apply", "Mark as not applying, for this reason", self.each)
        self._findings: tuple[Finding, ...] = ()
        self.edit.setProperty("frameless", "true")
        self._growing = Growing(self.edit)
        self._growing.least = 56
        self._growing.fit()
        self.edit.installEventFilter(self)
        self.take.clicked.connect(self._take)
        self.each.clicked.connect(self._take_each)

    def ask(self, findings: Sequence[Finding], labels: dict[str, str]) -> None:
        """Ask for the reason of findings, one at least; what is offered is theirs, or to whom all of them are made."""
        self._findings = tuple(findings)
        self.question.setText(f"Why {'does' if len(findings) == 1 else 'do'} {_named(findings, labels)} not apply?")
        reasons, addressees = {each.reason for each in findings}, {each.addressed_to for each in findings}
        given = sum(not is_blank(each.reason) for each in findings)
        offered = findings[0].reason if len(reasons) == 1 else ()
        if not given and len(addressees) == 1:
            offered = from_plain(made_to_words(findings[0].addressed_to))
        self.edit.set_text(offered)
        self.edit.selectAll()
        self.each.setVisible(len(addressees) > 1 and all(addressees))
        words = "Printed in the record. Enter takes it, Shift+Enter begins a new line, Escape leaves all as it is."
        if given and len(reasons) > 1:
            words += (
                f" {given} of them {'has a reason' if given == 1 else 'have reasons'} that this one replaces; leave it empty to keep them."
            )
        self.hint.setText(words)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the reason with Enter; with Shift it is a new line."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.key() not in _ENTER:
            return super().eventFilter(watched, event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        if not event.isAutoRepeat():
            self._take()
        return True

    def _take(self) -> None:
        reason = self.edit.text()
        self.taken.emit({each.id: reason for each in self._findings})

    def _take_each(self) -> None:
        self.taken.emit({each.id: from_plain(made_to_words(each.addressed_to)) for each in self._findings})


class OwnerStrip(_Strip):
    """Asks who owns the actions on findings.

    Signals:
        taken: (str) this is the owner; "" for nobody.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        self.field = QLineEdit()
        self.field.setAccessibleName("Owner of the actions")
        super().__init__("Owner of the actions on the selected findings", self.field, "Set the owner", "Set the owner of the actions")
        self.field.returnPressed.connect(self._take)
        self.take.clicked.connect(self._take)

    def ask(self, findings: Sequence[Finding], labels: dict[str, str], known: Sequence[str]) -> None:
        """Ask for the owner of the actions on findings, one at least; `known` are completed while one types."""
        self.question.setText(f"Who owns the action on {_named(findings, labels)}?")
        owners = {action.owner for each in findings for action in each.action}
        self.field.setText(owners.pop() if len(owners) == 1 else "")
        self.field.selectAll()
        completer = QCompleter(list(known), self.field)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        self.hint.setText("Enter sets it, Escape leaves all as it is. A finding without an action gets a draft of a proposed one.")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        self.taken.emit(self.field.text().strip())


def _named(findings: Sequence[Finding], labels: dict[str, str]) -> str:
    return labels[findings[0].id] if len(findings) == 1 else f"these {len(findings)} findings"
