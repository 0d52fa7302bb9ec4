"""Who works here and which titles the office prints: asked at the first start, changed later (before the story)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from response_app.authoring.logo import LogoPicture
from response_app.domain.office import Office
from response_app.errors import FileRefused, StoreDamaged

from ..messages import announce
from ..state import State
from ..widgets.basics import Page, button, label
from ..widgets.office_form import OfficeForm

_WELCOME = "Inspection Response helps the office to answer inspections of the force. Say once who you are and what the office prints."
_SETTINGS = "New records print these titles. Records that exist keep those that they were made with."


class FirstRunPage(Page):
    """The name and titles of the office; with a name known, the page where they are changed.

    Signals:
        done: the name and the titles are kept.
    """

    done = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.title, self.lead = self.add_title("Welcome", _WELCOME)
        self.form = OfficeForm(_where_it_is_kept(state))
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
        self._known: tuple[str, Office, LogoPicture | None] | None = None
        self.form.changed.connect(self._forget_wrong)
        state.about_to_act.connect(self.flush)

    @property
    def is_set_up(self) -> bool:
        """Whether a name is known, so that this is no longer the first start."""
        return self._known is not None and bool(self._known[0])

    def enter(self) -> None:
        """Show what is kept, unless something is typed that is not; the window calls this when the page comes forward."""
        from response_app.authoring import office

        if self._known is not None and self._is_changed():
            return
        ask = self.state.workspace.ask
        logo, missing = self._picture()
        self.form.set_values(ask(office.person_name), ask(office.office_titles), logo, logo_missing=missing)
        self._take_as_known()
        first = not self.is_set_up
        self.title.setText("Welcome" if first else "Office titles and your name")
        self.lead.setText(_WELCOME if first else _SETTINGS)
        self.start.setText("Start" if first else "Save")
        self.start.setAccessibleName(self.start.text())

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page comes forward."""
        return self.form.boxes["name"].line

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is kept."""
        super().showEvent(event)
        self.enter()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when another page comes forward."""
        super().hideEvent(event)
        self.flush()

    def flush(self) -> None:
        """Keep changes of titles that were kept before; at the first start nothing is kept before "Start"."""
        self.form.flush()
        if self.is_set_up and self._is_changed() and self.form.is_complete():
            self._save()

    def keep(self) -> None:
        """Keep name and titles and go on, or say what is still to be filled in."""
        self.form.flush()
        if not self.form.check():
            self.wrong.setText("Something is still to be filled in. It is marked above.")
            self.wrong.show()
            announce(self.wrong, self.wrong.text(), urgent=True)
            return
        if not self._is_changed() or self._save():
            self.done.emit()

    def _save(self) -> bool:
        from response_app.authoring import office

        if self.state.do(office.set_up, *self._values(), initiator=self) is None:
            return False
        self._take_as_known()
        return True

    def _picture(self) -> tuple[LogoPicture | None, bool]:
        """The office's logo, and whether its picture is not to be had."""
        from response_app.authoring import office

        try:
            return self.state.workspace.ask(office.office_picture), False
        except (FileRefused, StoreDamaged):
            return None, True

    def _values(self) -> tuple[str, Office, LogoPicture | None]:
        return self.form.name(), self.form.office(), self.form.logo()

    def _take_as_known(self) -> None:
        self._known = self._values()

    def _is_changed(self) -> bool:
        return self._known != self._values()

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
