"""A finding after publication: its state can be told from the ground of the chosen row."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Finding, FindingKind, Update, UpdateBy, UpdateSays
from ui.widgets.progress_row import ProgressRow

from ...fixtures.usual_looks import usual_looks


def test_a_blue_badge_is_seen_on_the_chosen_row(qtbot: QtBot, qapp: QApplication) -> None:
    looks, window, row = usual_looks(qapp), QMainWindow(), ProgressRow()
    qtbot.addWidget(window)
    window.setCentralWidget(row)
    looks.dress(window)
    window.resize(800, 80)
    says = Update(date(2024, 6, 1), UpdateBy.FORCE, UpdateSays.ON_TRACK, from_plain("We plan."))
    row.show_finding("AFI 1", Finding("a1", FindingKind.AREA_FOR_IMPROVEMENT, heading="Plan.", updates=(says,)), "Commissioner")
    window.show()
    (badge,) = (each for each in row.findChildren(QLabel) if each.property("badge"))
    assert badge.property("badge") == "blue"

    def grounds() -> tuple[str, str]:
        """Of the badge, and of the row beside it."""
        picture, at = row.grab().toImage(), badge.mapTo(row, QPoint(4, badge.height() // 2))
        return picture.pixelColor(at).name(), picture.pixelColor(at - QPoint(12, 0)).name()

    usual = grounds()
    row.setChecked(True)
    chosen = grounds()
    assert chosen[1] == usual[0], "the row is as blue as the badge was"
    assert chosen[0] != chosen[1]
    row.setChecked(False)
    assert grounds() == usual
