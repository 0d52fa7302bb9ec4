"""Columns that became tabs: what stands in one of them is brought forward."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages.opened import dress
from ui.widgets.columns import Columns


def test_what_is_gone_to_is_brought_forward_from_behind_its_tab(qtbot: QtBot) -> None:
    dress()
    columns = Columns("Parts")
    qtbot.addWidget(columns)
    fields = []
    for title in ("One", "Two"):
        holder, field = QWidget(), QLineEdit()
        QVBoxLayout(holder).addWidget(field)
        columns.add(title, holder, 300)
        fields.append(field)
    columns.fit(320)
    columns.show()
    columns.bring_forward(0)
    assert columns.is_folded and fields[0].isVisible() and not fields[1].isVisible()
    columns.bring_forward_with(fields[1])
    assert fields[1].isVisible() and not fields[0].isVisible()
