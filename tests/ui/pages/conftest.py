"""A page on a record, in a store that is closed when the test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from response_app.domain.record import Record
from ui import theme
from ui.pages.details_page import DetailsPage
from ui.pages.findings_page import FindingsPage
from ui.pages.home_page import HomePage
from ui.state import State

from ...checks.sample import clean_record
from ..shown import ROOM, shown
from . import home_records
from .home_keys import Show
from .opened import BLANK, Opened, Opens, P, open_page


@pytest.fixture
def opens(qtbot: QtBot, tmp_path: Path) -> Iterator[Opens]:
    """Open a page on a record, or on one in which nothing stands, in the folder `store` of the test's own."""
    pages: list[Opened[Any]] = []

    def one(page: Callable[[State], P], record: Record = BLANK) -> Opened[P]:
        opened = open_page(qtbot, tmp_path / "store", page, record)
        pages.append(opened)
        return opened

    yield one
    for each in pages:
        each.state.workspace.close()


@pytest.fixture
def blank_details(opens: Opens) -> Opened[DetailsPage]:
    """The inspection details of a record in which nothing stands."""
    return opens(DetailsPage)


@pytest.fixture
def full_details(opens: Opens) -> Opened[DetailsPage]:
    """The inspection details of a whole record."""
    return opens(DetailsPage, clean_record())


@pytest.fixture
def full_findings(opens: Opens) -> Opened[FindingsPage]:
    """The findings a1 (area for improvement), r1, c1 (cause of concern) and under it r2; the first is chosen."""
    return opens(FindingsPage, clean_record())


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Show]:
    """Show Home on a store that holds the records given, in the size that it has in the window."""
    looks = theme.install(qapp)
    looks.choose(Qt.ColorScheme.Light)
    stores = []

    def home(*given: Record) -> HomePage:
        store = home_records.opened(tmp_path, *given)
        page = HomePage(store.__enter__())
        stores.append(store)
        return shown(qtbot, page, ROOM)

    yield home
    for each in stores:
        each.__exit__(None, None, None)
    looks.zoom(100)
