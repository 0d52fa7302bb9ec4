"""What stands beside a section: the findings of the record, and earlier versions of the text (guided sections)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from response_app.domain.record import Record
from response_app.domain.richtext import RichText, plain
from response_app.domain.selection import to_answer

from .basics import Card, badge, button, label
from .finding_labels import AnswerState, answer_states, short_labels
from .section_guide import scrolled, scroller

_NONE_YET = (
    "There is no earlier version yet. One is kept while you write, every ten minutes at most, and before and after "
    "great changes such as going back to a version."
)


class SectionSide(Card):
    """A card with the tabs Findings and Versions.

    Signals:
        versions_opened: the versions come forward.
    """

    versions_opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Beside the text")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.findings = FindingsBeside()
        self.versions = Versions()
        self._stack = QStackedWidget()
        for words, widget in (("Findings", self.findings), ("Versions", self.versions)):
            self.tabs.addTab(words)
            self._stack.addWidget(widget)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if index == 1:
            self.versions_opened.emit()


class FindingsBeside(QWidget):
    """The findings that need an answer: number, whether answered, and the inspectors' sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str, bool], ...] | None = None
        self._scroll = scroller("Findings of this record")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_record(self, record: Record) -> None:
        """Show the findings of a record."""
        labels, states = short_labels(record), answer_states(record)
        rows = tuple((labels[each.id], each.heading, states[each.id] is AnswerState.ANSWERED) for each in to_answer(record))
        if rows == self._shown:
            return
        self._shown = rows
        inner, lines = scrolled()
        if not rows:
            lines.addWidget(label("No finding needs an answer yet. Findings are added on the page Findings.", "quiet"))
        for name, sentence, done in rows:
            made = badge(f"{name} · {'answered' if done else 'not answered'}", "green" if done else "grey")
            lines.addWidget(made)
            lines.addWidget(label(sentence or "Not yet written"))
            lines.addSpacing(6)
        lines.addStretch(1)
        self._scroll.setWidget(inner)


class Versions(QWidget):
    """Earlier versions of a text: read one, bring one back.

    Signals:
        wanted: (int) the number of the version whose words are to be shown.
        bring_back: (int) the number of the version that is to be the text again.
    """

    wanted = Signal(int)
    bring_back = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none_yet = label(_NONE_YET, "quiet")
        self.list = QListWidget()
        self.list.setAccessibleName("Earlier versions of this text")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = scroller("Words of the chosen version")
        self.button = button("Bring these words back")
        self._may_change = True
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.none_yet)
        column.addWidget(self.list, 2)
        column.addWidget(self.words, 3)
        column.addWidget(self.button)
        column.addStretch(0)
        self.list.currentItemChanged.connect(self._chosen)
        self.button.clicked.connect(self._bring_back)
        self.show_versions(())

    def allow_change(self, allowed: bool) -> None:
        """Offer to bring versions back, or only to read them."""
        self._may_change = allowed
        self._offer()

    def show_versions(self, versions: Sequence[tuple[int, str]]) -> None:
        """Show the number and description of each version, the newest first; the chosen one stays chosen."""
        kept = self._number()
        self.list.blockSignals(True)
        self.list.clear()
        for number, words in versions:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.list.addItem(item)
            if number == kept:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.none_yet.setVisible(not versions)
        self.list.setVisible(bool(versions))
        self._offer()

    def show_words(self, text: RichText) -> None:
        """Show the words of the version that was wanted; fields in it are filled."""
        inner, column = scrolled()
        column.setContentsMargins(4, 4, 4, 4)
        made = label(plain(text) or "This version is empty.")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(made)
        column.addStretch(1)
        self.words.setWidget(inner)

    def _number(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(Qt.ItemDataRole.UserRole))

    def _chosen(self) -> None:
        self._offer()
        number = self._number()
        if number is not None:
            self.wanted.emit(number)

    def _offer(self) -> None:
        chosen = self._number() is not None
        self.words.setVisible(chosen)
        self.button.setVisible(chosen and self._may_change)

    def _bring_back(self) -> None:
        number = self._number()
        if number is not None:
            self.bring_back.emit(number)
