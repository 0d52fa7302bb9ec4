"""The findings that need an answer or a reason, as a table, and which of them are looked for (answers to findings)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from response_app.domain.answering import answer_or_reason, answered
from response_app.domain.dates import in_words
from response_app.domain.finding import Applies, Finding
from response_app.domain.record import Record
from response_app.domain.richtext import is_blank
from response_app.domain.selection import concerns_this_force, to_answer
from response_app.domain.titles import in_a_row

from ..widgets.basics import BadgeKind
from ..widgets.finding_labels import short_labels

LINE = Qt.ItemDataRole.UserRole
"""The role under which a row is a `Line`."""

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from left to right."""

    CHOSEN = 0
    NUMBER = 1
    SENTENCE = 2
    MADE_TO = 3
    SCOPE = 4
    APPLIES = 5
    ANSWER = 6
    OWNER = 7
    TARGET = 8


_HEADS = ("", "Finding", "The inspectors’ sentence", "Made to", "Scope", "Applies", "Answer", "Owner", "Target")
THIS_FORCE = "This force"

APPLIES: dict[Applies, tuple[str, BadgeKind]] = {
    Applies.YES: ("Yes", "green"),
    Applies.NO: ("No", "grey"),
    Applies.JOINTLY: ("Jointly", "blue"),
    Applies.UNDECIDED: ("Not decided", "amber"),
}


class Progress(Enum):
    """How far a finding is: its answer, or its reason where it is for others. Words, colour, whether it is done."""

    ANSWERED = ("Answered", "green", True)
    DRAFT = ("Draft", "blue", False)
    NOT_STARTED = ("Not started", "grey", False)
    REASON_GIVEN = ("Reason given", "grey", True)
    REASON_MISSING = ("Reason missing", "amber", False)

    @property
    def words(self) -> str:
        """The state in words."""
        return self.value[0]

    @property
    def badge(self) -> BadgeKind:
        """The colour of its badge."""
        return self.value[1]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to write."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Line:
    """What the table says of a finding.

    Attributes:
        id: of the finding.
        label: kind and number in few words.
        sentence: the inspectors' sentence.
        addressees: to whom it is made.
        scope: the chapter that it stands in.
        applies: whether it is for this force.
        progress: how far it is.
        owner: who owns our actions; or the finding that it is answered with.
        target: by when they are to be done, in words.
    """

    id: str
    label: str
    sentence: str
    addressees: tuple[str, ...]
    scope: str
    applies: Applies
    progress: Progress
    owner: str
    target: str

    @property
    def needs_answer(self) -> bool:
        """Whether it needs an answer; else it needs a reason."""
        return self.progress not in (Progress.REASON_GIVEN, Progress.REASON_MISSING)

    def words(self, column: int) -> str:
        """Return what a cell says, "" for nothing."""
        match column:
            case Column.NUMBER:
                return self.label
            case Column.SENTENCE:
                return self.sentence
            case Column.MADE_TO:
                return ", ".join(self.addressees)
            case Column.SCOPE:
                return self.scope
            case Column.APPLIES:
                return APPLIES[self.applies][0]
            case Column.ANSWER:
                return self.progress.words
            case Column.OWNER:
                return self.owner
            case Column.TARGET:
                return self.target
        return ""

    def badge(self, column: int) -> BadgeKind | None:
        """Return the colour of a cell that is a badge, None for one that is not."""
        if column == Column.APPLIES:
            return APPLIES[self.applies][1]
        return self.progress.badge if column == Column.ANSWER else None

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        cells = ((column, self.words(column)) for column in Column if column is not Column.CHOSEN)
        named = {Column.APPLIES: "applies: ", Column.OWNER: "owner: ", Column.TARGET: "target: ", Column.MADE_TO: "made to "}
        return ", ".join(f"{named.get(column, '')}{words}" for column, words in cells if words)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are looked for; what is None is any.

    Attributes:
        words: all of them stand in the row, in any case.
        made_to: an addressee, "" for findings that name none.
        scope: the chapter.
        applies: what is decided.
        done: whether nothing is left to write; or one state.
    """

    words: str = ""
    made_to: str | None = None
    scope: str | None = None
    applies: Applies | None = None
    done: bool | Progress | None = None

    def takes(self, line: Line) -> bool:
        """Tell whether a finding is among them."""
        if self.made_to is not None and self.made_to not in (line.addressees or ("",)):
            return False
        if self.scope not in (None, line.scope) or self.applies not in (None, line.applies):
            return False
        if isinstance(self.done, Progress) and line.progress is not self.done:
            return False
        if isinstance(self.done, bool) and line.progress.is_done is not self.done:
            return False
        held = line.spoken.casefold()
        return all(word in held for word in self.words.casefold().split())


def lines_of(record: Record) -> tuple[Line, ...]:
    """Return a line for each finding that needs an answer or a reason, in the record's order."""
    labels, done, needed = short_labels(record), answered(record), {each.id for each in to_answer(record)}

    def progress(finding: Finding) -> Progress:
        if finding.id not in needed:
            return Progress.REASON_MISSING if is_blank(finding.reason) else Progress.REASON_GIVEN
        if finding.id in done:
            return Progress.ANSWERED
        return Progress.DRAFT if finding.action or finding.answered_with else Progress.NOT_STARTED

    return tuple(_line(record, each, labels, progress(each)) for each in answer_or_reason(record))


def _line(record: Record, finding: Finding, labels: dict[str, str], progress: Progress) -> Line:
    owners = list(dict.fromkeys(each.owner for each in finding.action if each.owner))
    targets = sorted({each.target_on for each in finding.action if each.target_on})
    with_other = finding.answered_with and labels.get(finding.answered_with, "")
    return Line(
        finding.id,
        labels[finding.id],
        finding.heading or "No sentence yet",
        finding.addressed_to,
        THIS_FORCE if not record.office.joint_with and concerns_this_force(record, finding) else finding.scope or THIS_FORCE,
        finding.applies,
        progress,
        ", ".join(owners) or (f"With {with_other}" if with_other else ""),
        ", ".join(in_words(each) for each in targets),
    )


def count_words(lines: Sequence[Line]) -> str:
    """Return "27 of 43 are for this force; 12 answered", with how many of the others lack their reason, where some do."""
    ours = [each for each in lines if each.needs_answer]
    done = sum(each.progress.is_done for each in ours)
    missing = sum(each.progress is Progress.REASON_MISSING for each in lines)
    words = f"{len(ours)} of {len(lines)} {'is' if len(ours) == 1 else 'are'} for this force; {done} answered"
    if missing:
        words += f"; {missing} of the others without a reason"
    return words


def made_to_words(addressees: Sequence[str]) -> str:
    """Return the reason that lies in whom a finding is made to: "Made to the College of Policing."; "" for nobody named."""
    return f"Made to {in_a_row([_in_a_sentence(each) for each in addressees])}." if addressees else ""


def _in_a_sentence(name: str) -> str:
    """Return "the Home Office", but "chief constables" for "Chief constables" and "HMICFRS"."""
    first, _, rest = name.partition(" ")
    second = rest.partition(" ")[0]
    if first.lower() in ("the", "all", "each", "every"):
        return first.lower() + name[len(first) :]
    if not rest:
        return name.lower() if name.endswith("s") and not name[1:].isupper() else name
    if second.islower() and second not in ("of", "for"):
        return name[0].lower() + name[1:]
    return f"the {name}"


class AnswersModel(QAbstractTableModel):
    """A row for each finding that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, lines: Iterable[Line]) -> bool:
        """Show these findings; return whether they are others than before, so that nothing is selected any more."""
        new = list(lines)
        if [each.id for each in new] != [each.id for each in self.lines]:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
            return True
        changed = [at for at, (old, line) in enumerate(zip(self.lines, new, strict=True)) if old != line]
        if changed:
            self.lines = new
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))
        return False

    def position(self, finding_id: str) -> int:
        """Return the row of a finding, -1 when it has none."""
        return next((at for at, each in enumerate(self.lines) if each.id == finding_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _HEADS[section] or "Chosen"
        return _HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if index.column() == Column.CHOSEN else line.words(index.column()) or "none"
        return line.words(index.column()) if role == Qt.ItemDataRole.DisplayRole else None
