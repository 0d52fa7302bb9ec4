"""What is kept of a step that is done, and how it is taken back (record out)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from response_app.authoring import acts
from response_app.authoring.publication_folder import WebsiteWords
from response_app.authoring.publication_steps import CAPACITIES, StepKey
from response_app.authoring.signed_words import signed_decision
from response_app.domain.changes import Changes
from response_app.domain.dates import in_words
from response_app.domain.publication_acts import last_decision
from response_app.domain.record import Record
from response_app.domain.response import Copy, Decision, DecisionKind

from ..messages import announce
from ..widgets.basics import button, label
from .publish_forms import ADDRESSEES

TakeBack = tuple[Callable[..., Changes], tuple[Any, ...]]
_HALF_OF_HASH = 32


Named = tuple[tuple[str, str], ...]


def facts_of(key: StepKey, record: Record) -> Named:
    """Return what is kept of a step, each thing by its name; () where nothing is."""
    publication = record.state.publication
    if key is StepKey.AGREED:
        return _decision_lines(last_decision(record.state, DecisionKind.TEXT_AGREED))
    if key is StepKey.SIGNED:
        return _decision_lines(signed_decision(record))
    if key is StepKey.GIVEN and publication.given_on:
        return (("Given on", in_words(publication.given_on)),)
    if key is StepKey.LIVE and publication.confirmed_on:
        address = (("Address", publication.address),) if publication.address else ()
        return (("Live since", in_words(publication.confirmed_on)), *address)
    return ()


def take_back_of(key: StepKey, record: Record) -> TakeBack | None:
    """Return the use case that takes a step back, with its arguments after the record; None where there is nothing to take back."""
    decisions = record.state.decisions
    decided = {StepKey.AGREED: last_decision(record.state, DecisionKind.TEXT_AGREED), StepKey.SIGNED: signed_decision(record)}
    if key in decided:
        made = decided[key]
        return (acts.take_back_decision, (_last_index(decisions, made),)) if made else None
    others: dict[StepKey, TakeBack] = {StepKey.GIVEN: (acts.give, (None,)), StepKey.LIVE: (acts.take_back_live, ())}
    return others.get(key)


def _last_index(decisions: tuple[Decision, ...], made: Decision) -> int:
    return max(index for index, each in enumerate(decisions) if each is made or each == made)


def _decision_lines(decision: Decision | None) -> Named:
    if decision is None:
        return ()
    named = {
        "Who": decision.by,
        "Post": decision.role,
        "Capacity": CAPACITIES[decision.capacity] if decision.capacity else "",
        "On": in_words(decision.on) if decision.on else "",
        "How": decision.how,
        "Reference": decision.reference,
        "Version": decision.version_label,
        "Checksum (SHA-256)": f"{decision.sha256[:_HALF_OF_HASH]}\n{decision.sha256[_HALF_OF_HASH:]}" if decision.sha256 else "",
    }
    return tuple((name, value) for name, value in named.items() if value)


class Facts(QFrame):
    """What is kept, a line for each thing, a way to take it back and a way to close.

    Signals:
        taken_back: the user takes it back.
        left: the user closes it.
    """

    taken_back = Signal()
    left = Signal()

    def __init__(self, named: Named, take_back: str) -> None:
        """Show what is kept by its names; `take_back` is the name of the button for a screen reader."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(named):
            value = label(words)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, "quiet", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        column.addLayout(grid)
        self.close_button, self.back_button = button("Close"), button("Take back", "link", take_back)
        self.close_button.clicked.connect(lambda: self.left.emit())
        self.back_button.clicked.connect(lambda: self.taken_back.emit())
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        column.addLayout(buttons)


class WordsToCopy(QFrame):
    """What the web team is to write on the page, each with a button that copies it."""

    def __init__(self, words: WebsiteWords) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._line("Title of the page", words.title)
        self._line("Summary", words.summary)
        for number, link in enumerate(words.links, 1):
            self._line(f"Words of link {number}", link)
        if not words.links:
            self._column.addWidget(label("The words of the links are in the folder, in for-the-website.txt.", "quiet"))

    def _line(self, name: str, words: str) -> None:
        if not words:
            return
        copy = button("Copy", name=f"Copy: {name}")
        copy.clicked.connect(lambda: self._copy(words))
        row = QHBoxLayout()
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(name, "label"))
        column.addWidget(label(words))
        row.addLayout(column, 1)
        row.addWidget(copy)
        self._column.addLayout(row)

    def _copy(self, words: str) -> None:
        QApplication.clipboard().setText(words)
        announce(self, "Copied")


class CopiesSent(QFrame):
    """The copies of every version that were sent, each with a way to take it out.

    Signals:
        removed: (int) the copy of this number, from 0, is to be taken out.
    """

    removed = Signal(int)

    def __init__(self, copies: tuple[Copy, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for number, each in enumerate(copies):
            column.addLayout(self._line(number, each))

    def _line(self, number: int, copy: Copy) -> QHBoxLayout:
        words = copy_in_words(copy)
        out = button("Take out", "link", f"Take out: {words}")
        out.clicked.connect(lambda: self.removed.emit(number))
        row = QHBoxLayout()
        row.addWidget(label(words), 1)
        row.addWidget(out)
        return row


def copy_in_words(copy: Copy) -> str:
    """Return "HM inspectors of constabulary: version 1.0, 2 July 2024, by e-mail"."""
    to = copy.name or dict(ADDRESSEES)[copy.to]
    facts = [f"version {copy.version_label}" if copy.version_label else "", in_words(copy.sent_on) if copy.sent_on else "", copy.how]
    return f"{to}: {', '.join(each for each in facts if each)}"
