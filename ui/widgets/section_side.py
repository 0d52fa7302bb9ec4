"""What stands beside a section, under tabs: findings, the report, comments, versions (guided sections)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ..state import State
from .basics import Card
from .comments_panel import CommentsPanel
from .findings_beside import FindingsBeside
from .report_tab import ReportTab
from .versions_panel import VersionsPanel

FINDINGS, REPORT, COMMENTS, VERSIONS = range(4)


class SectionSide(Card):
    """A card with tabs.

    Signals:
        turned: (int) another tab has come forward.
    """

    turned = Signal(int)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.tabs = QTabBar()
        self.tabs.setObjectName("besideTabs")
        self.tabs.setAccessibleName("Beside the text")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.findings = FindingsBeside()
        self.report = ReportTab(state)
        self.comments = CommentsPanel()
        self.versions = VersionsPanel()
        self._stack = QStackedWidget()
        for words, widget in (
            ("Findings", self.findings),
            ("Report", self.report),
            ("Comments", self.comments),
            ("Versions", self.versions),
        ):
            self.tabs.addTab(words)
            self._stack.addWidget(widget)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)

    def turn_to(self, tab: int) -> None:
        """Bring a tab forward."""
        self.tabs.setCurrentIndex(tab)

    def take_keyboard(self) -> None:
        """Give the keyboard to what is shown, else to the tabs."""
        shown = self._stack.currentWidget() or self._stack
        stops = [each for each in shown.findChildren(QWidget) if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        chosen = [each for each in stops if each.property("card") == "chosen"]
        (chosen or stops or [self.tabs])[0].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def tab(self) -> int:
        """The tab that is forward."""
        return self.tabs.currentIndex()

    def count_comments(self, count: int) -> None:
        """Say in the tab how many comments are open."""
        self.tabs.setTabText(COMMENTS, f"Comments {count}" if count else "Comments")
        self.tabs.setAccessibleTabName(COMMENTS, f"Comments, {count} open" if count else "Comments")

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if index == REPORT:
            self.report.enter()
        self.turned.emit(index)
