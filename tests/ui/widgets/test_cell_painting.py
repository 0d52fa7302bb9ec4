"""A badge has a ground of its own, and where a contrast theme gives it none, an edge."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.cell_painting import SMALL, fill_badge, font

from ...fixtures.usual_looks import usual_looks

BOX = QRect(4, 4, 60, 20)


def painted(kind: str = "amber") -> QImage:
    """Return a picture of a badge on the page's ground."""
    image = QImage(80, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    fill_badge(painter, BOX, "Late", kind, font(SMALL))  # type: ignore[arg-type]  # a literal
    painter.end()
    return image


def contrast() -> QPalette:
    """Yellow on black."""
    made = QPalette()
    for role, name in ((QPalette.ColorRole.Window, "black"), (QPalette.ColorRole.WindowText, "yellow")):
        made.setColor(role, QColor(name))
    return made


def test_a_badge_has_a_ground_and_in_a_contrast_theme_an_edge(qtbot: QtBot, qapp: QApplication) -> None:
    looks = usual_looks(qapp)
    middle_of_edge, inside = (BOX.left() + 30, BOX.top()), (BOX.left() + 4, BOX.top() + 3)
    assert painted().pixelColor(*inside).name() == looks.tokens.amber_ground
    assert painted().pixelColor(*middle_of_edge).name() == looks.tokens.amber_ground
    looks.contrast(contrast())
    try:
        assert painted().pixelColor(*middle_of_edge) == QColor("yellow") and painted().pixelColor(*inside) == QColor("black")
    finally:
        looks.contrast(None)
