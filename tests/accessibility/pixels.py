"""Contrast as it is on the screen: what was painted is looked at, not what the theme means to paint.

A picture of the window is cut into phrases: neighbouring marks on one ground, such as a word, a line of words, a badge. Of each phrase the
ground is its commonest colour and the ink the colour that stands out most, found where a stroke is painted in full (the picture has
two pixels for one, so that every stroke has such a place).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

from .looks import LEAST_TARGET, contrast, focusable, words_of

SCALE = 2
WORDS, LARGE_WORDS, SHAPES = 4.5, 3.0, 3.0
"""Least contrast (WCAG 2.2, 1.4.3 and 1.4.11)."""
_LARGE, _LARGE_BOLD = 24.0, 18.66
"""Pixels: 18 points, and 14 points bold."""
_GAP = 9
"""Pixels between two phrases of a line."""
_THIN = 3
"""Pixels: what is lower or narrower is a rule or an edge."""
_DIFFERENT = 24
"""How far a colour is from the ground, of 255, to count as a mark."""

_MOST = 0.8
"""Of the pixels around something: corners are round."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Marks on one ground, in pixels of the picture."""

    box: tuple[int, int, int, int]
    ground: Colour
    ink: Colour

    @property
    def ratio(self) -> float:
        """The contrast of ink and ground."""
        return contrast(_name(self.ground), _name(self.ink))


def picture(window: QWidget, part: QRect | None = None, scale: int = SCALE) -> Image.Image:
    """Return what a window shows, or a part of it, with `scale` pixels for one."""
    rect = part or window.rect()
    image = QImage(QSize(rect.width() * scale, rect.height() * scale), QImage.Format.Format_RGB888)
    image.setDevicePixelRatio(scale)
    window.render(image, QPoint(0, 0), QRegion(rect))
    return Image.frombuffer("RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)


def too_faint(window: QWidget, shown: Image.Image, known: set[object]) -> Iterator[str]:
    """Yield every phrase on the window that is too faint to be read.

    Args:
        window: the window.
        shown: its picture.
        known: what was looked at already, such as the sidebar on the page before; it grows.
    """
    for widget, rect in _with_words(window):
        at = (id(widget), words_of(widget), rect.getRect()) if isinstance(widget, QLabel | QAbstractButton) else object()
        if at in known:
            continue
        known.add(at)
        least = LARGE_WORDS if _is_large(widget) else WORDS
        cut = shown.crop((rect.left() * SCALE, rect.top() * SCALE, (rect.right() + 1) * SCALE, (rect.bottom() + 1) * SCALE))
        for phrase in phrases(cut):
            if phrase.ink != phrase.ground and phrase.ratio < least:
                what = f"{type(widget).__name__} {words_of(widget)[:50]!r}"
                yield f"{what}: {_name(phrase.ink)} on {_name(phrase.ground)} is {phrase.ratio:.2f}"


def phrases(image: Image.Image) -> Iterator[Phrase]:
    """Yield the phrases of a picture: line by line, and in a line by wide gaps."""
    ground = _commonest(image)
    width = image.width
    marks = _marks(image, ground)
    for top, bottom in _runs([marks[at * width : (at + 1) * width].count(0) < width for at in range(image.height)], 1):
        line = marks[top * width : bottom * width]
        for left, right in _runs([line[at::width].count(0) < bottom - top for at in range(width)], _GAP * SCALE):
            if bottom - top <= _THIN * SCALE or right - left <= _THIN * SCALE:
                continue
            cut = image.crop((left, top, right, bottom))
            inner = _commonest(cut)
            yield Phrase((left, top, right, bottom), inner, _ink(cut, inner))


def edges_too_faint(window: QWidget, shown: Image.Image) -> Iterator[str]:
    """Yield every field and box to tick whose edge is too faint to be seen, in a picture of the window."""
    kinds = QLineEdit | QComboBox | QAbstractSpinBox | QPlainTextEdit | QTextEdit | QCheckBox | QRadioButton
    for each in window.findChildren(QWidget):
        if not isinstance(each, kinds) or not _is_on_screen(each) or not each.isEnabled() or each.hasFocus() or _has_no_edge(each):
            continue
        rect = seen_part(each)
        if rect.size() != each.size() or _is_covered(each, rect):
            continue
        y = rect.center().y() * SCALE
        left = max(0, rect.left() - 3) * SCALE
        right = (rect.left() + (20 if isinstance(each, QCheckBox | QRadioButton) else 4)) * SCALE
        strip = shown.crop((left, y, right, y + 1))
        outside = _pixel(strip, 0)
        best = max(contrast(_name(outside), _name(_pixel(strip, at))) for at in range(strip.width))
        if best < SHAPES:
            yield f"{type(each).__name__} {words_of(each)[:50]!r}: its edge is {best:.2f} on {_name(outside)}"


def focus_not_seen(window: QWidget, page: QWidget) -> Iterator[str]:
    """Yield everything on a page that looks too much the same with the keyboard and without.

    As many pixels as go once around it have to change by 3 : 1 (WCAG 2.2, 2.4.7 and 1.4.11; the measure of 2.4.13).
    """
    for each in focusable(page):
        each.setFocus()
        rect = seen_part(each)  # it may have come into view
        if min(rect.width(), rect.height()) < LEAST_TARGET:
            continue  # Tab scrolls it into view, of which there is a test of its own
        after = picture(window, rect, 1)
        each.clearFocus()
        before = picture(window, rect, 1)
        changed = sum(count for count, one, other in _pairs(before, after) if contrast(_name(one), _name(other)) >= SHAPES)
        size = each.tabRect(each.currentIndex()).size() if isinstance(each, QTabBar) else rect.size()
        around = 2 * (min(size.width(), 200) + min(size.height(), 100)) if rect.size() == each.size() else min(size.width(), size.height())
        if changed < around * _MOST:
            yield f"{type(each).__name__} {words_of(each)[:50]!r}: {changed} pixels of {around} tell that it has the keyboard"


# --- Where words are ----------------------------------------------------------------------------


def _with_words(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Yield what shows words and can be used, with its place in the window; of a view each cell, of a bar each tab."""
    for each in window.findChildren(QWidget):
        if not _is_on_screen(each) or not each.isEnabled():
            continue
        for rect in _parts(each):
            seen = _in_window(each, rect).intersected(seen_part(each))
            whole = seen.size() == rect.size() or not isinstance(each, QAbstractButton)  # half of an edge looks like words
            if whole and seen.width() > _THIN and seen.height() > _THIN and not _is_covered(each, seen):
                yield each, seen


def _parts(widget: QWidget) -> Iterator[QRect]:
    if isinstance(widget, QLabel | QAbstractButton):
        if widget.text():
            yield widget.rect()
    elif isinstance(widget, QLineEdit | QComboBox):
        yield widget.rect().adjusted(4, 4, -4, -4)
    elif isinstance(widget, QTabBar):
        yield from (widget.tabRect(at) for at in range(widget.count()) if widget.isTabEnabled(at))
    elif isinstance(widget, QMenuBar):
        yield from (widget.actionGeometry(each) for each in widget.actions() if each.isEnabled())
    elif isinstance(widget.parentWidget(), QHeaderView | QAbstractItemView | QTextEdit | QPlainTextEdit) and _is_viewport(widget):
        yield widget.rect().adjusted(4, 4, -4, -4)


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractItemView | QTextEdit | QPlainTextEdit) and parent.viewport() is widget


def seen_part(widget: QWidget) -> QRect:
    """The part of the window in which a widget is not cut off by what it is scrolled in."""
    seen, parent = _in_window(widget, widget.rect()), widget.parentWidget()
    while parent is not None:
        seen = seen.intersected(_in_window(parent, parent.rect()))
        parent = None if parent.isWindow() else parent.parentWidget()
    return seen


def _is_covered(widget: QWidget, seen: QRect) -> bool:
    """Whether something lies over a part of what is seen of it, such as the palette."""
    across = [seen.left() + seen.width() * at // 8 for at in range(8)] + [seen.right()]
    for spot in (QPoint(x, y) for y in (seen.top(), seen.center().y(), seen.bottom()) for x in across):
        there = widget.window().childAt(spot)
        if there is not None and there is not widget and not widget.isAncestorOf(there) and not there.isAncestorOf(widget):
            return True
    return False


def _in_window(widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapTo(widget.window(), rect.topLeft()), rect.size())


def _is_on_screen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _is_large(widget: QWidget) -> bool:
    font = widget.font()
    return font.pixelSize() >= (_LARGE_BOLD if font.bold() else _LARGE)


def _has_no_edge(widget: QWidget) -> bool:
    """Whether a field stands in something that draws the edge for it, or is only read."""
    if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
        return True
    read_only = isinstance(widget, QTextEdit | QPlainTextEdit) and widget.isReadOnly()
    return read_only or bool(widget.property("frameless"))


# --- Colours of a picture ------------------------------------------------------------------------


def _commonest(image: Image.Image) -> Colour:
    return max(_colours(image))[1]


def _colours(image: Image.Image) -> list[tuple[int, Colour]]:
    return image.getcolors(image.width * image.height) or []  # type: ignore[return-value]


def _marks(image: Image.Image, ground: Colour) -> bytes:
    """A byte for each pixel, 0 where it is as good as the ground."""
    apart = ImageChops.difference(image, Image.new("RGB", image.size, ground))
    red, green, blue = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 255 if value > _DIFFERENT else 0).tobytes()


def _ink(image: Image.Image, ground: Colour) -> Colour:
    return max(((contrast(_name(ground), _name(colour)), colour) for _, colour in _colours(image)))[1]


def _pairs(one: Image.Image, other: Image.Image) -> Iterator[tuple[int, Colour, Colour]]:
    """Yield how often a colour of one picture stands where another is in the other."""
    first, second = (zip(*[iter(each.tobytes())] * 3, strict=True) for each in (one, other))
    for (before, after), count in Counter(zip(first, second, strict=True)).items():
        if before != after:
            yield count, before, after


def _pixel(image: Image.Image, at: int) -> Colour:
    found = image.getpixel((at, 0))
    assert isinstance(found, tuple)
    return int(found[0]), int(found[1]), int(found[2])


def _runs(marked: list[bool], gap: int) -> Iterator[tuple[int, int]]:
    """Yield where marks begin and end; a gap shorter than `gap` ends none."""
    begin, last = -1, -1
    for at, mark in enumerate(marked):
        if mark:
            if begin < 0:
                begin = at
            elif at - last > gap:
                yield begin, last + 1
                begin = at
            last = at
    if begin >= 0:
        yield begin, last + 1


def _name(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
