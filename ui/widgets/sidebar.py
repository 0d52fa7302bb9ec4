"""The sidebar: where one is and where one can go (every step)."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from .. import theme
from .basics import label
from .scroll_area import ScrollArea

_LEFT, _RIGHT, _GAP = 21, 18, 8


class NavigationButton(QAbstractButton):
    """A place to go to, with an optional count at its right."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._count = ""

    def set_count(self, words: str) -> None:
        """Show a short count such as "1 of 3"."""
        self._count = words
        self.setAccessibleName(f"{self.text()}, {words}" if words else self.text())
        self.setToolTip(escape(self.text()))
        self.updateGeometry()
        self.update()

    def set_words(self, words: str) -> None:
        """Name the place anew, as when the chief officer's title changes."""
        self.setText(words)
        self.set_count(self._count)

    def nextCheckState(self) -> None:
        """A click asks to go there; where one is, the window says once the page stands."""

    def sizeHint(self) -> QSize:
        """Wide enough for its words, 34 pixels high at 100 %."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(f"{self.text()}   {self._count}") + 40, theme.theme().pixels(34))

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be; its words break into lines when it is narrow."""
        return QSize(60, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """High enough for the lines that its words need in `width`, at the weight that they have where one is."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.Bold)
        metrics = QFontMetrics(bold)
        room = QRect(0, 0, max(self._room_for_words(width), 40), 10_000)
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
        return self.sizeHint().height() + max(0, needed - metrics.height())

    def _room_for_words(self, width: int) -> int:
        count = self.fontMetrics().horizontalAdvance(self._count)
        return width - _LEFT - _RIGHT - (count + _GAP if count else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark, words and count."""
        colours = theme.tokens()
        painter = QPainter(self)
        box = self.rect()
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.fillRect(box, QColor(colours.sidebar_selected))
        if self.isChecked():
            painter.fillRect(QRect(box.topLeft(), QSize(3, box.height())), QColor(colours.sidebar_mark))
        if self.hasFocus():
            painter.setPen(QColor(colours.sidebar_mark))
            for inset in (1, 2):
                painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))
        font = self.font()
        font.setWeight(font.Weight.Bold if self.isChecked() else font.Weight.Normal)
        painter.setFont(font)
        usable = colours.sidebar_strong if self.isChecked() else colours.sidebar_ink
        painter.setPen(QColor(usable if self.isEnabled() else colours.sidebar_quiet))
        room = box.adjusted(_LEFT, 0, -_RIGHT, 0)
        left = QRect(room.topLeft(), QSize(self._room_for_words(box.width()), room.height()))
        painter.drawText(left, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self.text())
        if self._count:
            painter.setFont(self.font())
            painter.setPen(QColor(colours.sidebar_quiet))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._count)


class Places(QFrame):
    """What the places stand in; a screen reader hears of it as a list of page tabs."""


class Sidebar(QFrame):
    """Groups of places; those of a record are shown only while one is open.

    Signals:
        chosen: (str) the key of the place that was chosen.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName("Places")
        self.buttons: dict[str, NavigationButton] = {}
        self._of_record: list[QWidget] = []
        inner = Places()
        inner.setObjectName("sidebar")
        inner.setAccessibleName("Places")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 14, 0, 8)
        self._column.setSpacing(0)
        brand = label("Inspection Response")
        brand.setObjectName("brand")
        brand.setContentsMargins(18, 4, 8, 8)
        self._column.addWidget(brand)
        scroll = ScrollArea(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._scroll = scroll
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._show_selected)
        scroll.verticalScrollBar().rangeChanged.connect(self._soon.start)  # larger text, a lower window, other places

    def add_group(self, title: str, places: dict[str, str], of_record: bool = False) -> None:
        """Add places (key → words) under a small title."""
        if title:
            head = label(title.upper(), wrap=False)
            head.setContentsMargins(18, 12, 8, 6)
            self._column.addWidget(head)
            if of_record:
                self._of_record.append(head)
        for key, words in places.items():
            made = NavigationButton(words)
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._column.addWidget(made)
            self.buttons[key] = made
            if of_record:
                self._of_record.append(made)

    def finish(self, foot: QWidget) -> None:
        """Put `foot` at the bottom, below all groups."""
        self._column.addStretch(1)
        self._column.addWidget(foot)

    def show_record_places(self, shown: bool) -> None:
        """Show or hide the places of a record."""
        for widget in self._of_record:
            widget.setVisible(shown)

    def set_usable(self, usable: bool, why: str = "") -> None:
        """Let places be gone to, or not as long as there is a reason, which is said with each of them."""
        for each in self.buttons.values():
            each.setEnabled(usable)
            each.setAccessibleDescription(why)
            each.setToolTip(escape(why or each.text()))

    def select(self, key: str) -> None:
        """Mark where one is."""
        if key in self.buttons:
            for name, each in self.buttons.items():
                if each.isChecked() != (name == key):
                    each.setChecked(name == key)
                    _say_selected(each)
            self._show_selected()

    def _show_selected(self) -> None:
        """Bring the place where one is into view, whole."""
        for each in self.buttons.values():
            if each.isChecked() and each.isVisible():
                self._scroll.ensureWidgetVisible(each, 0, 8)


def _say_selected(place: NavigationButton) -> None:
    """Let a screen reader know that one came to a place, or left it."""
    from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent  # not for the first paint

    changed = QAccessible.State()
    changed.selected = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(place, changed))
