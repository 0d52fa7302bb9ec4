"""From a record with problems to none: found, gone to, mended; set aside with a reason, heed again; by keys, over two sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from response_app.authoring import office_rules
from response_app.domain.record import Sections
from response_app.domain.richtext import Paragraph, Run, plain
from response_app.record import has_glyph
from ui.editors.rich_text_edit import RichTextEdit

from .fictional import fictional
from .person import CTRL, KEY, SHIFT, Person, paragraphs

WARNING = "“in July last year” does not tell a later reader when it was"
INITIAL = (Paragraph((Run("I read it on "), Run(field="publication_date"), Run(" 🙂. The board met in July last year."))),)


@pytest.fixture
def author(person: Person) -> Iterator[Person]:
    """Somebody with a record that lacks its version and says "July last year" after a live field, at its task list."""
    has_glyph("a")
    record = fictional()
    sections = Sections(INITIAL, record.sections.chief_officer_response, paragraphs("The GGZ met.", "I thank everybody at the GGZ."))
    person.has(replace(record, sections=sections, state=replace(record.state, version_label="")))
    person.starts()
    person.press(KEY.Key_Return)
    yield person


def checks(person: Person) -> None:
    """Go to the page by its shortcut, and wait until it says what was found."""
    person.press(KEY.Key_K, CTRL | SHIFT)
    assert person.window.places is not None and person.window.places.current == "check"
    until_read(person)


def until_read(person: Person) -> None:
    """Wait until the checks are on the record as it is."""
    check = person.window.places.checking.check  # type: ignore[union-attr]
    assert check is not None
    person.qtbot.waitUntil(lambda: check.is_current)


def goes(person: Person, name: str) -> None:
    """Press Tab until something with this name has the keyboard, and press it."""
    for _ in range(200):
        if person.at.accessibleName() == name:
            person.press(KEY.Key_Space)
            return
        person.press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}")


def is_there(person: Person, words: str) -> bool:
    """Tell whether a button of the page has a name that holds these words."""
    return any(words in each.accessibleName() for each in person.window.findChildren(QAbstractButton) if each.isVisible())


def test_a_final_that_is_stopped_leads_to_what_stops_it_and_asks_for_no_file(author: Person) -> None:
    until_read(author)
    author.press(KEY.Key_8, CTRL)
    author.click("Final as it would be")
    assert author.sees("it from being published; Check shows what to do.")
    author.click("Export…")
    assert author.sees("publication. A draft can be exported at any time.") and not author.window.findChildren(QFileDialog)
    author.click("See what stops it")
    assert author.window.places is not None and author.window.places.current == "check"


def test_problems_are_gone_to_mended_and_gone(author: Person) -> None:
    author.qtbot.waitUntil(lambda: is_there(author, "Check the record: "))
    checks(author)
    place = author.window.sidebar.buttons["check"]
    before = place.accessibleName()
    goes(author, "Go to details: The version is empty")
    assert author.at.accessibleName() == "Version"
    author.types("0.4")
    author.press(KEY.Key_Tab)
    checks(author)
    assert not is_there(author, "The version is empty")
    assert place.accessibleName() != before and "to look at" in place.accessibleName()

    goes(author, "Go to finding 2: Area for improvement 2 has no answer")
    edit = author.at
    assert isinstance(edit, RichTextEdit) and edit.place.startswith("findings[a1].action")
    author.types("I have asked for it.")
    checks(author)
    assert not is_there(author, "Area for improvement 2 has no answer") and is_there(author, "Area for improvement 3 has no answer")

    goes(author, f"Show: {WARNING}")
    edit = author.at
    assert isinstance(edit, RichTextEdit) and edit.textCursor().selectedText() == "in July last year"
    author.types("in July 2023")
    author.press(KEY.Key_7, CTRL)
    author.press(KEY.Key_End, CTRL)
    author.types(" It  met. It  left.")
    checks(author)
    assert not is_there(author, WARNING)
    goes(author, "Show all 2 places: 2 spaces stand together")
    goes(author, "Show place 2, Overall comments, paragraph 2: 2 spaces stand together")
    edit = author.at
    assert isinstance(edit, RichTextEdit) and edit.textCursor().selectedText() == "  "
    assert edit.textCursor().selectionStart() == edit.toPlainText().rindex("  ")
    author.quits()
    kept = author.kept()
    assert kept.state.version_label == "0.4" and plain(kept.sections.initial_response).endswith("met in July 2023.")


def test_a_warning_set_aside_with_a_reason_stays_so_until_it_is_heeded_again(author: Person) -> None:
    checks(author)
    goes(author, f"Set aside: {WARNING}")
    assert isinstance(author.at, QLineEdit)
    author.press(KEY.Key_Return)
    assert author.sees("Say in a few words why it is right as it stands.") and is_there(author, f"Show: {WARNING}")
    author.types("The board’s minutes say so.")
    author.press(KEY.Key_Return)
    author.qtbot.waitUntil(lambda: not is_there(author, f"Show: {WARNING}"))
    assert author.sees("1 warning set aside") and author.window.pages.currentWidget().isAncestorOf(author.at)
    author.quits()
    (kept,) = author.kept().state.set_aside
    assert (kept.code, kept.place, kept.quote) == ("relative_date", "sections.initial_response", "in July last year")
    assert (kept.reason, kept.by, kept.on is not None) == ("The board’s minutes say so.", "Sam Author", True)

    author.starts()
    author.press(KEY.Key_Return)
    checks(author)
    assert not is_there(author, f"Show: {WARNING}")
    goes(author, "Review 1 warning set aside")
    assert author.sees("The board’s minutes say so.") and author.sees("Sam Author, ")
    goes(author, f"Heed warning 1 again: {WARNING}")
    author.qtbot.waitUntil(lambda: is_there(author, f"Show: {WARNING}"))
    assert not author.sees("1 warning set aside")
    author.quits()
    assert author.kept().state.set_aside == ()


def test_the_sidebar_follows_what_is_typed_elsewhere_and_what_the_office_asks_for(author: Person) -> None:
    until_read(author)
    place = author.window.sidebar.buttons["check"]
    before = place.accessibleName()
    author.press(KEY.Key_7, CTRL)
    author.press(KEY.Key_End, CTRL)
    author.types(" They met yesterday, TBC.")
    author.press(KEY.Key_S, CTRL)
    author.qtbot.waitUntil(lambda: place.accessibleName() != before)
    checks(author)
    assert is_there(author, "has no answer") and author.window.state is not None
    author.window.state.do(office_rules.switch_rule, "afi_unanswered", False)
    author.qtbot.waitUntil(lambda: not is_there(author, "has no answer"))
    assert author.sees("your office does not ask for it")
