"""The editor's own symbols, drawn in the colours of the theme (guided sections, answers)."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from response_app.paths import resource

SIZE = 20
_SHARPEST = 4
"""Pixels drawn for one logical pixel: enough for a zoom of 200 % on a screen of 200 %."""


@lru_cache(maxsize=128)
def icon(name: str, colour: str, faint: str) -> QIcon:
    """Return the symbol `name` of `resources/icons` in `colour`, and in `faint` while its button is not to be used."""
    made = QIcon()
    made.addPixmap(_drawn(name, colour), QIcon.Mode.Normal)
    made.addPixmap(_drawn(name, faint), QIcon.Mode.Disabled)
    return made


def _drawn(name: str, colour: str) -> QPixmap:
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(SIZE * _SHARPEST, SIZE * _SHARPEST)
    pixmap.setDevicePixelRatio(_SHARPEST)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode("utf-8"))).render(painter, QRectF(0, 0, SIZE, SIZE))
    painter.end()
    return pixmap
