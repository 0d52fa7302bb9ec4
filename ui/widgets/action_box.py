"""One action of the commissioner's answer: which kind, the words, who owns it by when (answers to findings)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from response_app.domain.finding import Action, ActionKind

from .basics import button, rule
from .frozen import freeze
from .segments import Segments
from .writing_box import OwnerAndTarget, WritingBox

_KINDS = (
    (ActionKind.TAKEN, "Action taken"),
    (ActionKind.PROPOSED, "Action proposed"),
    (ActionKind.NONE, "No action, and why"),
)


class ActionBox(QFrame):
    """Shows one action, or one that is not begun yet.

    Signals:
        kind_chosen: (ActionKind) the user has chosen another kind.
        details_changed: (str, date or None) the user has set another owner or target date.
        remove_requested: the user wants this action gone.
    """

    kind_chosen = Signal(object)
    details_changed = Signal(str, object)
    remove_requested = Signal()

    def __init__(self, number: int, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Make a box.

        Args:
            number: from 1, tells it apart from the others.
            today: for days that are typed without a year.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self.kinds = Segments(_KINDS)
        self.remove = button("Remove", "link")
        self.box = WritingBox(f"Answer {number}")
        self.details = OwnerAndTarget("", today)
        self._rule = rule()
        top = QHBoxLayout()
        top.addWidget(self.kinds, 1)
        top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rule)
        column.addLayout(top)
        column.addWidget(self.box)
        column.addWidget(self.details)
        self.is_read_only = False
        self.set_number(number)
        self.kinds.chosen.connect(self._choose)
        self.details.changed.connect(self.details_changed)
        self.remove.clicked.connect(self.remove_requested)

    @property
    def kind(self) -> ActionKind:
        """The kind that is chosen."""
        chosen = self.kinds.value
        assert isinstance(chosen, ActionKind)
        return chosen

    def set_number(self, number: int) -> None:
        """Tell this action apart from the others, from 1."""
        name = f"answer {number}"
        self.kinds.set_name(name)
        self.remove.setAccessibleName(f"Remove {name}")
        self.box.edit.setAccessibleName(name.capitalize())
        self.details.set_name(name)
        self._rule.setVisible(number > 1)

    def show_action(self, place: str, action: Action | None) -> None:
        """Show the action at a place as it is stored; None for one that is not begun, for which a proposal is offered."""
        self.remove.setVisible(action is not None and not self.is_read_only)
        self.kinds.set_value(action.kind if action else ActionKind.PROPOSED)
        self.details.show_values(place, action.owner if action else "", action.target_on if action else None)
        self._fit_kind()

    def set_read_only(self, read_only: bool) -> None:
        """Let the action be read only, because it is published, or be changed again."""
        if read_only != self.is_read_only:
            self.is_read_only = read_only
            self.remove.setVisible(not read_only)
            self.box.set_read_only(read_only)
            freeze(self.kinds, read_only)
            freeze(self.details, read_only)

    def flush(self) -> None:
        """Hand over what is chosen or typed and not yet handed over."""
        self.kinds.settle()
        self.details.flush()

    def _choose(self, kind: ActionKind) -> None:
        self._fit_kind()
        self.kind_chosen.emit(kind)

    def _fit_kind(self) -> None:
        """Owner and target belong to an action; where there is none they are shown only when they are set."""
        self.details.setVisible(self.kind is not ActionKind.NONE or not self.details.is_empty)
        self.box.edit.setPlaceholderText("Why no action is proposed" if self.kind is ActionKind.NONE else "")
