"""Help: every page of the window, the law and the terms, and the keyboard shortcuts, found by their words (help)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ..editors.flow import FlowRow
from ..help_topics import ORDER, SHORTCUTS, START, Keys, Topic, matching, sheet, topic
from ..messages import announce
from ..widgets.basics import Card, Page, button, label, rule
from ..widgets.columns import Columns
from ..widgets.help_view import HelpView

_LIST_WIDTH = 270
_KEY = int(Qt.ItemDataRole.UserRole)
_TEXT = 1


class HelpPage(Page):
    """The topics in a list, with a field to find one, and the chosen one beside them.

    Signals:
        back_requested: the user wants to go where they were before.
    """

    back_requested = Signal()

    def __init__(self, shortcuts: Callable[[], Iterable[Keys]], parent: QWidget | None = None) -> None:
        """Make the page; `shortcuts` gives what stands on the sheet of keys."""
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._topics: tuple[Topic, ...] = ()
        self.back = button("Back")
        self.field = QLineEdit()
        self.field.setAccessibleName("Find in help")
        self.field.setPlaceholderText("Find in help")
        self.count = label("", "quiet")
        self.list = QListWidget()
        self.list.setAccessibleName("Help topics")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setObjectName("helpTopics")
        self.view = HelpView()
        self.columns = Columns("Parts of the help")
        self._links = QWidget()
        self._link_row = FlowRow(self._links, QMargins(16, 8, 16, 8), 16, last_at_right=False)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        """Show the topics; the sheet of keys is made anew, as the actions are now."""
        self._topics = tuple(sheet(self._shortcuts()) if key == SHORTCUTS else topic(key) for key in ORDER)
        self._show_list(self._chosen() or START)

    def show_topic(self, key: str) -> None:
        """Show a topic, with all topics in the list."""
        self.field.clear()
        self._choose(key)
        self.columns.bring_forward(_TEXT)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The field, so that one can type at once; the text, where only that is shown."""
        return self.field if self.field.isVisibleTo(self) else self.view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the text, or both under tabs where there is no room."""
        super().resizeEvent(event)
        margins = self.content.contentsMargins()
        self.columns.fit(self.viewport().width() - margins.left() - margins.right())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label("Help", "h1"), 1)
        top.addWidget(self.back)
        self.content.addLayout(top)
        left = Card()
        left.body.setContentsMargins(12, 12, 12, 12)
        for each in (self.field, self.count):
            left.body.addWidget(each)
        left.body.addWidget(self.list, 1)
        right = Card()
        right.body.setContentsMargins(0, 0, 0, 0)
        right.body.setSpacing(0)
        self._rule = rule()
        right.body.addWidget(self.view, 1)
        right.body.addWidget(self._rule)
        right.body.addWidget(self._links)
        self.columns.add("Topics", left, _LIST_WIDTH)
        self.columns.add("Text", right)
        self.content.addWidget(self.columns, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.back_requested.emit())
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._read)
        self.list.currentItemChanged.connect(lambda now, _before: self._show(now))
        self.list.itemActivated.connect(lambda _item: self._read())
        self.view.topic_asked.connect(self.show_topic)
        QShortcut(QKeySequence("Esc"), self, self.back_requested.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._go_to_field)

    def _go_to_field(self) -> None:
        self.columns.bring_forward(0)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _find(self, typed: str) -> None:
        self._show_list(self._chosen())
        if typed.strip():
            announce(self.field, self.count.text())

    def _show_list(self, chosen: str) -> None:
        typed = self.field.text()
        found = matching(self._topics, typed)
        self.list.blockSignals(True)
        self.list.clear()
        for each in found:
            item = QListWidgetItem(each.title)
            item.setData(_KEY, each.key)
            self.list.addItem(item)
        self.list.blockSignals(False)
        number = len(found)
        self.count.setText(f"{number} {'page' if number == 1 else 'pages'}" if number else "No page holds these words. Try fewer.")
        self._choose(chosen if any(each.key == chosen for each in found) and not typed.strip() else found[0].key if found else "")

    def _choose(self, key: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)
                self._show(self.list.item(row))
                return

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def _read(self) -> None:
        if self.list.currentItem() is not None:
            self.columns.bring_forward(_TEXT)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        shown = next(each for each in self._topics if each.key == item.data(_KEY))
        self.view.show_topic(shown, self.field.text())
        self._show_links(shown)

    def _show_links(self, shown: Topic) -> None:
        """A button for each link, so that none needs a mouse."""
        while (old := self._link_row.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for address, words in shown.links:
            outside = address.startswith("https:")
            made = button(f"{words} (web page)" if outside else words[0].upper() + words[1:], "link")
            made.clicked.connect(lambda _checked=False, address=address: self.view.follow(address))
            self._link_row.addWidget(made)
        for each in (self._rule, self._links):
            each.setVisible(bool(shown.links))
