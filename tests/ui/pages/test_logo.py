"""The logo with real clicks: chosen from a file, described, removed, refused; for new records and in one record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from response_app.authoring import office, office_titles, record_logo, records
from response_app.authoring.logo import NOT_DESCRIBED
from response_app.authoring.workspace import Workspace
from response_app.domain.office import Logo, Office
from ui import theme
from ui.export import Exporter
from ui.messages import Banner
from ui.pages.details_page import DetailsPage
from ui.pages.office_page import LOGO, RULES, OfficePage
from ui.pages.office_parts.logo_part import LogoPart
from ui.state import State
from ui.widgets.logo_box import NOT_KEPT, LogoBox

from ...authoring.test_logo import CREST, JPEG, PNG, REFUSED
from ..shown import ROOM, shown
from .opened import BLANK, Opened

KEY = Qt.Key
FORCE = Office(force="Exampleshire Police", body_title="Police and Crime Commissioner", chief_officer_title="Chief Constable")


@pytest.fixture
def settings(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OfficePage]:
    """The settings of an office without a logo."""
    theme.install(qapp)
    workspace = Workspace.open(tmp_path / "store")
    workspace.do(office.set_up, "Sam", FORCE)
    page = shown(qtbot, OfficePage(State(workspace)), ROOM)
    page.show_part(LOGO)
    yield page
    workspace.close()


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Write a picture file."""
    path = folder / name
    path.write_bytes(data)
    return path


def choose(box: LogoBox, qtbot: QtBot, path: Path) -> None:
    """Press the button, paste a file's name into the dialog, press Open."""
    QTest.mouseClick(box.choose, Qt.MouseButton.LeftButton)
    (dialog,) = box.findChildren(QFileDialog)
    (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
    line.selectAll()
    QApplication.clipboard().setText(str(path))
    QTest.keyClick(line, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Open")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def describe(box: LogoBox, words: str) -> None:
    """Type the description over what stands there, and leave it."""
    box.window().activateWindow()
    assert QTest.qWaitForWindowActive(box.window())  # the offscreen platform does not come back to it after a dialog
    box.line.setFocus()
    box.line.selectAll()
    QTest.keyClick(box.line, KEY.Key_Delete)
    QTest.keyClicks(box.line, words)
    QTest.keyClick(box.line, KEY.Key_Tab)


def test_a_chosen_picture_is_kept_once_it_is_described(blank_details: Opened[DetailsPage], qtbot: QtBot, tmp_path: Path) -> None:
    box = blank_details.page.office.logo
    assert not box.picture.isVisible() and not box.remove.isVisible()
    choose(box, qtbot, saved(tmp_path, "any name.png", PNG))
    qtbot.waitUntil(lambda: box.window().focusWidget() is box.line)
    assert (box.problem.text(), box.picture.isVisible()) == (NOT_DESCRIBED, True)
    assert blank_details.state.record is not None and blank_details.state.record.office.logo is None
    describe(box, "The crest")
    assert not box.problem.isVisible()
    assert box.picture.accessibleName() == "The crest"
    assert blank_details.state.undo_name == "change logo"
    assert blank_details.reopened().office.logo == Logo("logo.png", "The crest")


def test_its_words_cannot_be_taken_out(blank_details: Opened[DetailsPage], qtbot: QtBot) -> None:
    blank_details.state.do(record_logo.change_logo, BLANK.record_id, CREST)
    box = blank_details.page.office.logo
    qtbot.waitUntil(box.picture.isVisible)
    describe(box, " ")
    assert box.problem.text() == NOT_DESCRIBED
    assert box.line.property("invalid") == "true"
    assert blank_details.reopened().office.logo == Logo("logo.png", CREST.alt)


def test_it_is_removed_and_comes_back_by_undo(blank_details: Opened[DetailsPage], qtbot: QtBot) -> None:
    blank_details.state.do(record_logo.change_logo, BLANK.record_id, CREST)
    box = blank_details.page.office.logo
    qtbot.waitUntil(box.remove.isVisible)
    QTest.mouseClick(box.remove, Qt.MouseButton.LeftButton)
    assert box.choose.hasFocus() and not box.picture.isVisible() and not box.remove.isVisible()
    assert blank_details.state.record is not None and blank_details.state.record.office.logo is None
    blank_details.state.undo()
    assert box.picture.isVisible() and box.line.text() == CREST.alt
    blank_details.state.redo()
    assert not box.picture.isVisible()


def test_a_choice_that_is_not_described_can_be_dropped(blank_details: Opened[DetailsPage], qtbot: QtBot, tmp_path: Path) -> None:
    box = blank_details.page.office.logo
    choose(box, qtbot, saved(tmp_path, "a.jpg", JPEG))
    qtbot.waitUntil(box.remove.isVisible)
    QTest.mouseClick(box.remove, Qt.MouseButton.LeftButton)
    assert not box.picture.isVisible() and not box.problem.isVisible()
    assert blank_details.state.undo_name == ""


@pytest.mark.parametrize("data, words", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_leaves_the_logo_as_it_was(
    blank_details: Opened[DetailsPage], qtbot: QtBot, tmp_path: Path, data: bytes, words: str
) -> None:
    blank_details.state.do(record_logo.change_logo, BLANK.record_id, CREST)
    box = blank_details.page.office.logo
    choose(box, qtbot, saved(tmp_path, "refused.png", data))
    qtbot.waitUntil(box.problem.isVisible)
    assert "Nothing was changed." in box.problem.text()
    assert blank_details.failures == []
    assert box.picture.accessibleName() == CREST.alt
    assert blank_details.reopened().office.logo == Logo("logo.png", CREST.alt)


def test_a_file_that_is_gone_is_told(blank_details: Opened[DetailsPage], qtbot: QtBot, tmp_path: Path) -> None:
    box = blank_details.page.office.logo
    box.take_file(tmp_path / "gone.png")
    qtbot.waitUntil(box.problem.isVisible)
    assert box.problem.text().startswith("There is no file")


def test_a_picture_that_is_not_on_this_computer_is_told_and_can_be_chosen_again(
    blank_details: Opened[DetailsPage], qtbot: QtBot, tmp_path: Path
) -> None:
    blank_details.state.do(record_logo.change_logo, BLANK.record_id, CREST)
    for each in (tmp_path / "store" / "attachments").glob("*/*"):
        each.unlink()
    blank_details.state.open("")
    blank_details.state.open(BLANK.record_id)
    box = blank_details.page.office.logo
    assert box.problem.isVisible() and "Choose it again" in box.problem.text()
    assert box.remove.isVisible() and not box.picture.isVisible()
    choose(box, qtbot, saved(tmp_path, "a.png", PNG))
    qtbot.waitUntil(box.picture.isVisible)
    assert not box.problem.isVisible() and box.line.text() == CREST.alt


# --- The office -------------------------------------------------------------------------------


def logo_of(settings: OfficePage) -> LogoBox:
    """The box of the logo in the office settings."""
    assert isinstance(settings.part, LogoPart)
    return settings.part.box


def test_new_records_get_what_the_settings_hold(settings: OfficePage, qtbot: QtBot, tmp_path: Path) -> None:
    box = logo_of(settings)
    choose(box, qtbot, saved(tmp_path, "a.png", PNG))
    qtbot.waitUntil(lambda: box.window().focusWidget() is box.line)
    assert box.problem.text() == NOT_DESCRIBED and settings.state.workspace.ask(office.office_picture) is None
    describe(box, CREST.alt)
    workspace = settings.state.workspace
    assert workspace.ask(office.office_picture) == CREST and settings.state.undo_name == "change logo of office"
    made = workspace.ask(records.open_record, workspace.do(records.new_record).record_id)
    assert made.office.logo == Logo("logo.png", CREST.alt)


def test_a_logo_is_removed_from_the_settings_and_comes_back_by_undo(settings: OfficePage, qtbot: QtBot) -> None:
    settings.state.do(office_titles.change_office_logo, CREST)
    box = logo_of(settings)
    assert box.picture.isVisible()
    QTest.mouseClick(box.remove, Qt.MouseButton.LeftButton)
    assert settings.state.workspace.ask(office.office_picture) is None and not box.picture.isVisible()
    settings.state.undo()
    assert settings.state.workspace.ask(office.office_picture) == CREST and box.picture.isVisible()


def test_a_logo_without_its_words_is_not_left_behind_in_silence(settings: OfficePage, qtbot: QtBot, tmp_path: Path) -> None:
    box = logo_of(settings)
    choose(box, qtbot, saved(tmp_path, "a.png", PNG))
    qtbot.waitUntil(box.picture.isVisible)
    told: list[str] = []
    settings.state.told.connect(told.append)
    settings.show_part(RULES)
    assert told == [NOT_KEPT]
    settings.show_part(LOGO)
    assert box.picture.isVisible() and box.problem.text() == NOT_DESCRIBED, "it waits where it was"
    describe(box, CREST.alt)
    settings.leave()
    assert told == [NOT_KEPT] and settings.state.workspace.ask(office.office_picture) == CREST


def test_nor_in_the_details_of_a_record(blank_details: Opened[DetailsPage], qtbot: QtBot, tmp_path: Path) -> None:
    box = blank_details.page.office.logo
    choose(box, qtbot, saved(tmp_path, "a.png", PNG))
    qtbot.waitUntil(box.picture.isVisible)
    told: list[str] = []
    blank_details.state.told.connect(told.append)
    blank_details.page.leave()
    assert told == [NOT_KEPT]


# --- Record out -------------------------------------------------------------------------------


@pytest.mark.parametrize("gone", [False, True])
def test_the_export_of_the_window_prints_it_or_says_that_it_is_left_out(
    blank_details: Opened[DetailsPage], qtbot: QtBot, tmp_path: Path, gone: bool
) -> None:
    import pikepdf

    blank_details.state.do(record_logo.change_logo, BLANK.record_id, CREST)
    if gone:
        for each in (tmp_path / "store" / "attachments").glob("*/*"):
            each.unlink()
    banner = Banner()
    qtbot.addWidget(banner)
    told: list[str] = []
    banner.tell = lambda words, *more: told.append(words)  # type: ignore[method-assign]
    Exporter(blank_details.page, blank_details.state, banner).export(tmp_path / "out.pdf", draft=True)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert ("The logo is not on this computer" in told[0]) is gone
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages[0].get_images()) == (0 if gone else 1)


def test_the_preview_prints_it(blank_details: Opened[DetailsPage], qtbot: QtBot) -> None:
    """The pages are those of a document with a picture in it."""
    from response_app.record.tree import Figure

    blank_details.state.do(record_logo.change_logo, BLANK.record_id, CREST)
    banner = Banner()
    qtbot.addWidget(banner)
    seen: list[object] = []

    class Pages:
        def pages(self, document: object) -> object:
            seen.append(document)
            return document

    exporter = Exporter(blank_details.page, blank_details.state, banner)
    exporter._preview = lambda: Pages()  # type: ignore[assignment]
    exporter.pages_of_open_record()()
    (document,) = seen
    assert [each.image for each in document.nodes if isinstance(each, Figure)] == [PNG]  # type: ignore[attr-defined]
