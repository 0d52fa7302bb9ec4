"""What the bench measures inside the window once it stands, each in a process of its own (every step)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget

from response_app.authoring import records, texts
from response_app.authoring.workspace import Workspace
from response_app.domain.richtext import Paragraph, RichText, Run
from ui.app import make_app
from ui.editors.speller import speller
from ui.main_window import MainWindow
from ui.pages.preview_page import PreviewPage
from ui.pages.section_page import SectionPage
from ui.read_ahead import PAGES as PAGES_AHEAD
from ui.read_ahead import ReadAhead
from ui.theme import theme
from ui.widgets.page_pictures import PagePictures

from .stores import SECTION
from .watch import PaintWatch, front_of

Times = dict[str, list[float]]
"""Milliseconds of each round: "ours", and "theirs" where there is another side."""

SECONDS, LEAST, MOST, WARM_UP = 5.0, 7, 41, 2
"""No round begins after these seconds once there are the least; the most there are; those before them that are not counted."""
_LETTERS = "the force "
_WAIT_MS = 50
_LIMIT = 60.0


@dataclass(frozen=True, slots=True)
class Stand:
    """A window with the record of the store open, on the page of the section that holds the text."""

    app: QApplication
    window: MainWindow
    watch: PaintWatch

    @classmethod
    def on(cls, folder: str) -> Stand:
        """Open the window on the store in `folder` and its one record."""
        app = make_app(["bench"])
        app.setCursorFlashTime(0)  # a blinking cursor paints too
        window = MainWindow()
        watch = PaintWatch(window)
        window.show()
        window.start(lambda: Workspace.open(Path(folder)))
        stand = cls(app, window, watch)
        assert window.state is not None
        (row,) = window.state.list_records()
        window.state.open(row.record_id)
        stand.painted(lambda: window.go("details"))
        return stand

    def painted(self, act: Callable[[], object], part: QWidget | None = None, watch: PaintWatch | None = None) -> float:
        """Return the milliseconds from `act` until `part` (the page that is then in front) has been painted.

        Args:
            act: what makes something new to be seen.
            part: what is to be painted.
            watch: the watch of the window that it is in, this window's own when None.
        """
        ends: list[float] = []
        begin = perf_counter()
        act()
        shown = part or front_of(self.window)
        (watch or self.watch).when_painted(shown, lambda: ends.append(perf_counter()))
        shown.update()  # what was painted while it was asked for is painted once more, or nothing would come
        self.until(lambda: bool(ends))
        return (ends[0] - begin) * 1000

    def until(self, done: Callable[[], bool]) -> None:
        """Run the events until `done`.

        Raises:
            TimeoutError: it is not done within a minute.
        """
        latest = perf_counter() + _LIMIT
        while not done():
            if perf_counter() > latest:
                raise TimeoutError("the window did not come to show what was asked for")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _WAIT_MS)

    @property
    def section(self) -> SectionPage:
        """The page of the section with the text, brought forward."""
        if not isinstance(self.window.pages.currentWidget(), SectionPage):
            self.painted(lambda: self.window.go("initial"))
        page = self.window.pages.currentWidget()
        assert isinstance(page, SectionPage)
        return page


def rounds(job: Callable[[int], float], seconds: float = SECONDS) -> list[float]:
    """Return the milliseconds of each counted round; `job` does the round of a number and returns its own."""
    for number in range(WARM_UP):
        job(number)
    found: list[float] = []
    begin = perf_counter()
    while len(found) < LEAST or (len(found) < MOST and perf_counter() - begin < seconds):
        found.append(job(WARM_UP + len(found)))
    return found


def with_word(text: RichText, number: int) -> RichText:
    """Return `text` with a word at the end of its middle paragraph that differs from round to round."""
    places = [at for at, block in enumerate(text) if isinstance(block, Paragraph)]
    middle = places[len(places) // 2]
    paragraph = text[middle]
    assert isinstance(paragraph, Paragraph)
    changed = Paragraph((*paragraph.runs, Run(f" {number:05d}")))
    return (*text[:middle], changed, *text[middle + 1 :])


def autosave(folder: str) -> Times:
    """The use case that saves a text: its fragment, its hash, its place in the search, all on the drive."""
    workspace = Workspace.open(Path(folder))
    (row,) = workspace.ask(records.list_records)
    text = getattr(workspace.ask(records.open_record, row.record_id).sections, SECTION)

    def save(number: int) -> float:
        new = with_word(text, number)
        begin = perf_counter()
        workspace.do(texts.save_text, row.record_id, f"sections.{SECTION}", new)
        return (perf_counter() - begin) * 1000

    try:
        return {"ours": rounds(save)}
    finally:
        workspace.close()


def pause(folder: str) -> Times:
    """What the window does at a pause in typing: read the text out of the editor, save it, tell the pages."""
    stand = Stand.on(folder)
    edit = stand.section.edit
    go_to_middle(edit)

    def save(number: int) -> float:
        stand.painted(lambda: QTest.keyClicks(edit, _LETTERS[number % len(_LETTERS)]), edit.viewport())
        begin = perf_counter()
        edit.flush()
        return (perf_counter() - begin) * 1000

    return closed(stand, {"ours": rounds(save)})


def first_visit(folder: str) -> Times:
    """The first time that a section is gone to, by somebody who has looked at the details for a while: the text is put into its page."""
    stand = Stand.on(folder)
    ReadAhead(stand.window)
    places = stand.window.places
    assert places is not None
    stand.until(lambda: set(PAGES_AHEAD) <= places.makers.made.keys())
    return closed(stand, {"ours": [stand.painted(lambda: stand.window.go("initial"))]})


def page_switch(folder: str) -> Times:
    """From the inspection's details back to the page of a section, both seen before."""
    stand = Stand.on(folder)

    def there(_number: int) -> float:
        stand.painted(lambda: stand.window.go("details"))
        return stand.painted(lambda: stand.window.go("initial"))

    return closed(stand, {"ours": rounds(there)})


def preview(folder: str) -> Times:
    """From the request for new pages, after a word has changed, until the page that is looked at has been painted anew."""
    stand = Stand.on(folder)
    window = stand.window
    window.go("preview")
    page, state = window.pages.currentWidget(), window.state
    assert isinstance(page, PreviewPage) and state is not None and state.record is not None
    pictures = page.findChild(PagePictures)
    assert pictures is not None
    ends: list[float] = []
    seen = page.view.pages.viewport()
    # From within the arrival: its painting may follow before the events have been run to their end.
    pictures.arrived.connect(lambda _page: stand.watch.when_painted(seen, lambda: ends.append(perf_counter())))
    stand.until(lambda: bool(ends))
    text = getattr(state.record.sections, SECTION)

    def refresh(number: int) -> float:
        state.do(texts.save_text, state.record_id, f"sections.{SECTION}", with_word(text, number))
        ends.clear()
        begin = perf_counter()
        page.request_refresh()
        stand.until(lambda: bool(ends))
        return (ends[0] - begin) * 1000

    return closed(stand, {"ours": rounds(refresh, seconds=8.0)})


def keys(folder: str) -> Times:
    """From a key press in the middle of the text until it has been painted: our editor, and a bare QTextEdit with the same words."""
    stand = Stand.on(folder)
    edit = stand.section.edit
    bare, other, other_watch = _bare_editor(edit)
    for each in (edit, other):
        go_to_middle(each)
    pairs: list[tuple[float, float]] = []

    def press(number: int) -> float:
        letter = _LETTERS[number % len(_LETTERS)]
        sides = {
            "ours": lambda: stand.painted(lambda: QTest.keyClicks(edit, letter), edit.viewport()),
            "theirs": lambda: stand.painted(lambda: QTest.keyClicks(other, letter), other.viewport(), other_watch),
        }
        order = ("ours", "theirs") if number % 2 else ("theirs", "ours")
        took = {side: sides[side]() for side in order}
        pairs.append((took["ours"], took["theirs"]))
        return took["ours"]

    counted = len(rounds(press))
    mine, theirs = zip(*pairs[-counted:], strict=True)
    bare.close()
    return closed(stand, {"ours": list(mine), "theirs": list(theirs)})


def spelling(folder: str) -> Times:
    """The slices in which the window's thread reads a text for misspelt words: processor time, which other programs do not add to."""
    stand = Stand.on(folder)
    marks = stand.section.edit.spelling
    stand.until(lambda: marks.is_complete)  # the dictionary has been read, and asked about every word
    slices: list[float] = []
    marks.slice_ended.connect(lambda _took, worked: slices.append(worked))
    speller().switch_off()
    speller().switch_on()
    stand.until(lambda: marks.is_complete)
    return closed(stand, {"ours": slices})


def _bare_editor(like: QTextEdit) -> tuple[QMainWindow, QTextEdit, PaintWatch]:
    """A QTextEdit with the words of `like`, of its size and with the same style sheet, in a window of its own."""
    window = QMainWindow()
    theme().dress(window)
    watch = PaintWatch(window)
    edit = QTextEdit()
    edit.setPlainText(like.toPlainText())
    window.setCentralWidget(edit)
    window.resize(like.size())
    window.show()
    return window, edit, watch


def go_to_middle(edit: QTextEdit) -> None:
    """Put the caret behind a word in the middle of the text, laid out and in view."""
    edit.document().size()  # lays out all of it
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    QApplication.processEvents()


def closed(stand: Stand, found: Times) -> Times:
    """Return what was found, once the window is closed."""
    stand.window.close()
    return found


PROGRAMS: dict[str, Callable[[str], Times]] = {
    "autosave": autosave,
    "pause": pause,
    "first-visit": first_visit,
    "page-switch": page_switch,
    "preview": preview,
    "keys": keys,
    "spelling": spelling,
}
