"""Shows one help page: text that nothing is loaded for, links that lead to other pages or to the web browser (help)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from .. import theme
from ..help_topics import Topic

SCHEME = "help"


class HelpView(QTextBrowser):
    """A help page.

    Signals:
        topic_asked: (str) the key of another topic to which a link leads.
    """

    topic_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frameless", "true")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard | by.LinksAccessibleByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.anchorClicked.connect(self.follow)
        theme.theme().changed.connect(self._dress)
        self._topic = Topic("", "", "")
        self._sought = ""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing: a help page is text, whatever it names."""
        return None

    def show_topic(self, topic: Topic, sought: str = "") -> None:
        """Show a topic from its top, with the words that were sought marked."""
        self._topic, self._sought = topic, sought
        self.setAccessibleName(f"Help: {topic.title}")
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        marks = self.extraSelections()
        if marks:
            first = QTextCursor(marks[0].cursor)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def follow(self, address: QUrl | str) -> None:
        """Go to another topic, or show a page of the web in the system's browser; nothing else is opened."""
        url = QUrl(address)
        if url.scheme() == SCHEME:
            self.topic_asked.emit(url.path())
        elif url.scheme() == "https":
            QDesktopServices.openUrl(url)

    def _dress(self) -> None:
        """Set the text anew in the colours and sizes that now hold."""
        colours, pixels = theme.tokens(), theme.theme().pixels
        self.document().setDefaultStyleSheet(
            f"body, p, li, td {{ color: {colours.ink}; font-size: {pixels(15)}px; line-height: 140%; }}"
            f"h1 {{ font-size: {pixels(22)}px; }} h2 {{ font-size: {pixels(17)}px; margin-top: {pixels(14)}px; }}"
            f"p {{ margin-top: 0; margin-bottom: {pixels(9)}px; }} li {{ margin-bottom: {pixels(4)}px; }}"
            f"td {{ padding: {pixels(3)}px {pixels(24)}px {pixels(3)}px 0; }} a {{ color: {colours.blue}; }}"
        )
        self.document().setDocumentMargin(pixels(16))
        self.setHtml(self._topic.html)
        self.setExtraSelections(list(self._marks()))

    def _marks(self) -> list[QTextEdit.ExtraSelection]:
        colours, out = theme.tokens(), []
        looks = QTextCharFormat()
        looks.setBackground(QColor(colours.focus))
        looks.setForeground(QColor(colours.focus_ink))
        for word in self._sought.split():
            at = self.document().find(word, 0, QTextDocument.FindFlag(0))
            while not at.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = at, looks
                out.append(mark)
                at = self.document().find(word, at)
        return sorted(out, key=lambda each: each.cursor.selectionStart())
