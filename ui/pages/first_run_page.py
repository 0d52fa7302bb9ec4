"""Who works here and which titles the office prints: asked at the first start (before the story)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..messages import announce
from ..state import State
from ..widgets.basics import Page, button, label
from ..widgets.office_form import OfficeForm

_WELCOME = (
    "Inspection Response helps the office to answer inspections of the force. Say once who you are and what the office prints. "
    "All of it, and more, can be changed later under Office settings."
)


class FirstRunPage(Page):
    """The name and titles of the office; nothing is kept before "Start".

    Signals:
        done: the name and the titles are kept.
    """

    done = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.add_title("Welcome", _WELCOME)
        self.form = OfficeForm(_where_it_is_kept(state))
        self.form.begin()
        self.content.addWidget(self.form)
        self.wrong = label("", "error")
        self.wrong.hide()
        self.start = button("Start", "primary")
        self.start.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addWidget(self.wrong, 1)
        row.addStretch(0)
        self.content.addSpacing(4)
        self.content.addLayout(row)
        self.content.addStretch(1)
        self.form.changed.connect(self._forget_wrong)

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page comes forward."""
        return self.form.boxes["name"].line

    def keep(self) -> None:
        """Keep name and titles and go on, or say what is still to be filled in."""
        from response_app.authoring import office

        if not self.form.check():
            self.wrong.setText("Something is still to be filled in. It is marked above.")
            self.wrong.show()
            announce(self.wrong, self.wrong.text(), urgent=True)
        elif self.state.do(office.set_up, self.form.name(), self.form.office(), initiator=self) is not None:
            self.done.emit()

    def _forget_wrong(self) -> None:
        if self.form.is_complete():
            self.wrong.hide()


def _where_it_is_kept(state: State) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    words = (
        "Your name, these titles and every record are kept on this computer only, in the folder below. "
        "The app never uses the network; nothing leaves this computer but in a file that you make."
    )
    folder = label(str(state.workspace.path.parent), "quiet")
    folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for each in (label("What is kept, and where", "label"), label(words, "quiet"), folder):
        column.addWidget(each)
    column.addStretch(1)
    return made
