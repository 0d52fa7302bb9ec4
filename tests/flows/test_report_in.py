"""From a report dropped on the window to a record in the store, with real keys; and back, and again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTableView

from response_app.authoring import office
from response_app.authoring.workspace import Workspace
from response_app.domain.finding import FindingKind
from response_app.domain.richtext import plain
from ui.widgets.report_lines import ReportLines

from .fictional import fictional
from .person import CTRL, KEY, NONE, Person

REGIONAL = Path(__file__).parent / "files" / "regional.pdf"
PLANS = "The force should improve the quality of its 4P plans."
AFI = FindingKind.AREA_FOR_IMPROVEMENT


@pytest.fixture
def author(person: Person) -> Iterator[Person]:
    """Somebody of Exampleshire's office, with an empty store and the window open."""
    workspace = Workspace.open(person.folder)
    workspace.do(office.set_up, "Sam Author", fictional().office)
    workspace.close()
    person.starts()
    yield person


def drop(person: Person, *paths: Path) -> None:
    """Drop files on the middle of the window."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    window = person.window
    middle, copy, left = window.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(middle, copy, dragged, left, NONE)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, dragged, left, NONE))


def place(person: Person) -> str:
    """The key of the page in front."""
    assert person.window.places is not None
    return person.window.places.current


def waits_for(person: Person, page: str) -> None:
    """Wait until a page comes forward."""
    person.qtbot.waitUntil(lambda: place(person) == page, timeout=20_000)


def stored(person: Person) -> tuple[str, ...]:
    """The titles of the records in the store."""
    assert person.window.state is not None
    return tuple(each.title for each in person.window.state.list_records())


def goes_to(person: Person, name: str) -> None:
    """Give the keyboard to something as Tab does."""
    person.finds(name).setFocus(Qt.FocusReason.TabFocusReason)


def test_drop_correct_split_add_undo_redo(author: Person) -> None:
    """The whole way: what is in the store at the end is what was confirmed."""
    drop(author, REGIONAL)
    waits_for(author, "report")
    assert author.sees("regional.pdf · 4 pages read in")
    assert author.sees("2 for this force (the report states 3), 1 for the region, 3 for others")
    assert stored(author) == ()

    author.click("The date of publication is right")
    goes_to(author, "Findings in the report")
    author.press(KEY.Key_Down)
    author.press(KEY.Key_Return)
    author.fills("Sentence", "The force should have better 4P plans.")
    author.click("Done with these fields")
    author.press(KEY.Key_S)
    author.press(KEY.Key_Down, times=2)
    author.press(KEY.Key_Return)
    assert author.sees("3 for this force (the report states 3), 1 for the region, 3 for others")
    author.press(KEY.Key_Z, CTRL)
    assert author.sees("2 for this force (the report states 3), 1 for the region, 3 for others")
    author.press(KEY.Key_Y, CTRL)
    assert author.sees("3 for this force")
    assert stored(author) == ()

    author.click("Make the record")
    waits_for(author, "details")
    title = "An inspection of the Northmere regional response to serious and organised crime"
    assert stored(author) == (title,)
    author.click("Undo")
    assert stored(author) == () and place(author) == "home"
    author.press_anywhere(KEY.Key_Y, CTRL)
    assert stored(author) == (title,)
    author.quits()

    record = author.kept()
    assert (record.inspection.published_on, record.inspection.publication_confirmed) == (date(2024, 5, 14), True)
    assert [(each.kind, each.heading, each.scope) for each in record.findings] == [
        (AFI, "The regional lead should make sure that change is managed well.", "Regional findings"),
        (AFI, "The force should have better 4P plans.", ""),
        (AFI, "The force needs to train lead responsible officers.", ""),
        (AFI, "The force should improve how it records disruptions on the national database.", ""),
    ]
    assert plain(record.findings[1].wording) == PLANS
    assert plain(record.findings[1].evidence).endswith("concern their own streets.")
    assert plain(record.findings[2].evidence) == "Few of them had been told what the role asks of them."
    (kept,) = record.state.attachments
    assert kept.sha256 == hashlib.sha256(REGIONAL.read_bytes()).hexdigest()
    assert (author.folder / "attachments" / kept.sha256[:2] / kept.sha256).read_bytes() == REGIONAL.read_bytes()


def test_words_chosen_in_the_report_become_a_finding_and_evidence(author: Person) -> None:
    """By keyboard: the report as text, Shift and an arrow, the buttons below it."""
    drop(author, REGIONAL)
    waits_for(author, "report")
    author.click("Show the report as text")
    model = author.finds("Words of the report", ReportLines).model()
    line = next(at for at in range(model.rowCount()) if "The regional unit works well" in model.index(at, 0).data())
    goes_to(author, "Words of the report")
    author.press(KEY.Key_Home)
    author.press(KEY.Key_Down, times=line)
    author.press(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    author.chooses("Kind of the new finding", "Innovative or promising practice")
    author.click("New finding from the chosen words")
    author.click("Make the record")
    waits_for(author, "details")
    author.quits()
    first = author.kept().findings[0]
    assert first.kind is FindingKind.PROMISING_PRACTICE
    said = f"{plain(first.wording)} {plain(first.evidence)}"
    assert "act on what they decide" in said


def test_findings_go_into_the_open_record(person: Person) -> None:
    """What the record has stays; undo takes only the new findings out."""
    person.has(replace(fictional(), findings=fictional().findings[:1]))
    person.opens(KEY.Key_3)
    assert person.window.places is not None and person.window.state is not None
    person.window.actions_["add_from_report"].trigger()
    person.names_file(REGIONAL)
    waits_for(person, "report")
    assert person.window.sidebar.buttons["home"].isChecked(), "what came in is in no record yet"
    person.click("Add to the record")
    waits_for(person, "findings")
    state = person.window.state
    assert state.record is not None
    assert [each.heading for each in state.record.findings][:2] == [
        "Exampleshire Police should plan better.",
        "The regional lead should make sure that change is managed well.",
    ]
    assert state.record.inspection.title == fictional().inspection.title
    assert [each.name for each in state.record.state.attachments] == ["regional.pdf"]
    person.click("Undo")
    person.quits()
    assert person.kept().findings == fictional().findings[:1]
    assert person.kept().inspection == fictional().inspection


def test_a_refused_file_leaves_everything_as_it_was(author: Person, tmp_path: Path) -> None:
    """The message stands on the page where the user was."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing that a PDF has")
    drop(author, broken)
    author.qtbot.waitUntil(lambda: author.window.banner.property("kind") == "error", timeout=20_000)
    assert "Nothing was changed." in author.window.banner.words.text()
    assert place(author) == "home" and stored(author) == ()


def test_reading_can_be_cancelled(author: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that does not come back is ended, and nothing has happened."""
    from response_app.intake import child

    started: list[bool] = []

    def never_ends(data: bytes, name: str, *, cancelled: object, seconds: float = 20) -> None:
        del data, name, seconds
        started.append(True)
        while not cancelled():  # type: ignore[operator]
            pass
        started.append(False)
        raise child.Cancelled

    monkeypatch.setattr(child, "read", never_ends)
    drop(author, REGIONAL)
    author.qtbot.waitUntil(lambda: author.sees("Reading “regional.pdf”…"), timeout=5_000)
    author.click("Cancel")
    author.qtbot.waitUntil(lambda: started == [True, False], timeout=5_000)
    assert place(author) == "home" and stored(author) == ()
    assert not author.window.banner.isVisible()


def test_giving_up_saves_nothing(author: Person) -> None:
    drop(author, REGIONAL)
    waits_for(author, "report")
    author.click("Cancel")
    assert place(author) == "home" and stored(author) == ()


def test_a_report_that_was_left_is_not_forgotten(author: Person) -> None:
    """Home comes forward with a way back, and the steps are still there."""
    drop(author, REGIONAL)
    waits_for(author, "report")
    author.click("The date of publication is right")
    author.press_anywhere(KEY.Key_1, CTRL)
    assert place(author) == "home" and author.sees("Nothing of “regional.pdf” is saved yet.")
    author.click("Back to the report")
    assert place(author) == "report" and author.sees("Confirmed by you.")


def test_pasted_text_is_read(author: Person) -> None:
    """The text that was pasted is kept as the record's source."""
    text = "A report on Exampleshire Police\n\nPublished on 3 June 2024\n\nArea for improvement\n\nThe force should answer calls sooner.\n"
    QApplication.clipboard().setText(text)
    author.window.actions_["paste_report"].trigger()
    waits_for(author, "report")
    author.click("Make the record")
    waits_for(author, "details")
    author.quits()
    record = author.kept()
    assert [each.heading for each in record.findings] == ["The force should answer calls sooner."]
    assert [each.name for each in record.state.attachments] == ["Pasted text.txt"]


# --- Published records ------------------------------------------------------------------------

_PUBLISHED = """PCC and CC Force Inspection response record

Force
Exampleshire Police

Title of inspection
{title}

Date published
14 May 2024

Areas for improvement
The force should plan better.

PCC initial response
<p>I thank the inspectors.</p>

CC response
The plan is being written.

PCC overall comments
I shall look at this in spring.
"""


def test_a_folder_of_published_records_comes_in(author: Person, tmp_path: Path) -> None:
    """What is ticked comes in; what is no record says so and stays out; the same file twice comes in once."""
    folder = tmp_path / "published"
    folder.mkdir()
    for name, title in (("a.txt", "First inspection"), ("b.txt", "Second inspection"), ("c.txt", "Third inspection")):
        (folder / name).write_text(_PUBLISHED.format(title=title), encoding="utf-8")
    (folder / "d.txt").write_text("Minutes of a meeting, with nothing of the kind.", encoding="utf-8")
    (folder / "e.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "ignored.jpg").write_bytes(b"x")
    drop(author, folder)
    waits_for(author, "published")
    assert author.sees("5 files read · 3 published records found · nothing is saved until you bring them in")
    table = author.finds("Published records that were read", QTableView)
    rows = [[table.model().index(at, column).data() for column in range(7)] for at in range(5)]
    assert rows[0][1:5] == ["a.txt", "First inspection", "14 May 2024", "1"]
    assert "initial response" in rows[0][5] and "taken out" in rows[0][6]
    assert rows[3][6] == "No published record was found in it." and "Nothing was changed" in rows[4][6]
    assert stored(author) == ()
    author.press(KEY.Key_Down)
    author.press(KEY.Key_Space)
    author.click("Bring these in")
    assert author.sees("2 records were brought in.")
    assert sorted(stored(author)) == ["First inspection", "Third inspection"]
    author.click("Close")
    assert place(author) == "home"


def test_a_folder_can_be_given_up_between_two_files(author: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from response_app.intake import child, report

    begun: list[str] = []

    def slow(data: bytes, name: str, *, cancelled: Callable[[], bool], seconds: float = 20) -> report.Report:
        del seconds
        begun.append(name)
        while len(begun) > 1 and not cancelled():
            pass
        if cancelled():
            raise child.Cancelled
        return report.read(data, name)

    monkeypatch.setattr(child, "read", slow)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(_PUBLISHED.format(title=name), encoding="utf-8")
    drop(author, tmp_path)
    author.qtbot.waitUntil(lambda: len(begun) == 2 and author.sees("Reading “b.txt”, 2 of 3…"), timeout=5_000)
    author.click("Cancel")
    author.qtbot.waitUntil(lambda: author.window.places is not None and not author.window.places.reports.is_reading)
    assert begun == ["a.txt", "b.txt"] and place(author) == "home" and stored(author) == ()


# --- The report beside what one writes --------------------------------------------------------


def test_the_kept_report_stands_beside_a_section(author: Person) -> None:
    """Opened by key, put away by Escape; in a small window it takes the place of the page, and gives it back."""
    drop(author, REGIONAL)
    waits_for(author, "report")
    author.click("Make the record")
    waits_for(author, "details")
    author.press_anywhere(KEY.Key_4, CTRL)
    author.press_anywhere(KEY.Key_9, CTRL)
    beside = author.window.report_beside
    assert beside is not None
    author.qtbot.waitUntil(lambda: beside.view.isVisible() and beside.view.page == 1, timeout=20_000)
    assert author.window.pages.isVisible() and author.sees("Page 1 of 4")
    author.window.resize(768, 432)
    author.qtbot.waitUntil(lambda: not author.window.pages.isVisible())
    author.press(KEY.Key_Escape)
    assert author.window.pages.isVisible() and not beside.isVisible()


def test_a_record_without_a_report_says_so(person: Person) -> None:
    person.has(fictional())
    person.opens(KEY.Key_4)
    person.press(KEY.Key_9, CTRL)
    assert person.sees("No report is kept with this record.")
