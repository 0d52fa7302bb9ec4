"""A row of the register: its words have room, and its badges are seen on the row that has the keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from response_app.domain.finding import Due, FindingKind
from response_app.domain.register import Entry, FindingState
from ui import theme
from ui.models.register_model import Column, RegisterModel
from ui.widgets.cell_painting import SMALL, font, inside, line_height, paint_badge
from ui.widgets.register_row import RegisterPainter
from ui.widgets.register_table import RegisterTable

from ...fixtures.usual_looks import usual_looks

PLAIN = Entry(
    record_id="r1",
    finding_id="f1",
    title="PEEL",
    published_on=None,
    kind=FindingKind.AREA_FOR_IMPROVEMENT,
    number="1",
    sentence="The force should act.",
    addressed_to=(),
    scope="",
    limit=Due(),
    limit_on=None,
    own_target=None,
    own_owner="Head of Performance and Scrutiny",
    chief_target=None,
    chief_owner="",
    state=FindingState.IN_DRAFT,
)


def test_the_column_of_the_owner_holds_a_usual_title(qapp: QApplication) -> None:
    usual_looks(qapp)
    room = inside(QRect(0, 0, RegisterPainter().column_width(Column.STATE), 80)).width()
    assert room >= QFontMetrics(font(SMALL)).horizontalAdvance("Head of Performance and")


def test_two_owners_have_a_line_more(qapp: QApplication) -> None:
    usual_looks(qapp)
    model = RegisterModel()
    table = RegisterTable(model)
    table.resize(1000, 400)
    heights = []
    for entry in (PLAIN, replace(PLAIN, chief_owner="Supt Jones"), PLAIN):
        model.put(["r1"], [entry])
        model.show(date(2024, 6, 26))
        heights.append(table.rowHeight(0))
    assert heights[0] == heights[2] and 0 < heights[1] - heights[0] <= line_height(SMALL)
    table.deleteLater()


def test_a_badge_has_another_ground_on_the_row_that_has_the_keyboard(qapp: QApplication) -> None:
    usual_looks(qapp)
    grounds = []
    for selected in (False, True):
        picture = QImage(200, 60, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        paint_badge(painter, QRect(0, 0, 200, 60), "In draft", "blue", selected=selected)
        painter.end()
        grounds.append(picture.pixelColor(4, 8).name())
    colours = theme.tokens()
    assert grounds == [colours.blue_ground, colours.card]
