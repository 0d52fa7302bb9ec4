"""Comments on a section by keys: written on chosen words, listed in words, answered, resolved, taken back; the marks follow the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from response_app.authoring import comments, office, texts
from response_app.domain.canonical import from_plain
from response_app.domain.record import Record
from response_app.domain.response import Comment
from response_app.errors import StoreUnavailable
from ui.editors.context_menu import context_menu
from ui.editors.rich_text_edit import RichTextEdit
from ui.pages.section_page import SectionPage
from ui.state import State
from ui.widgets.comment_card import CommentCard
from ui.widgets.section_side import COMMENTS

from ...checks.sample import clean_record, with_state
from .opened import Opened, Opens, break_store
from .walk import check_keyboard_and_names

Page = Opened[SectionPage]
PLACE = "sections.initial_response"
WORDS = "The Group, which I currently chair, meets each quarter. The Group, which I currently chair, reports to me."
CHAIR = Comment(id="c1", place=PLACE, quote="which I currently chair", by="B. Other", on=date(2024, 6, 20), text="The chair changes.")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def record(*comments: Comment, words: str = WORDS) -> Record:
    """Return a record with these words and comments."""
    clean = clean_record()
    return with_state(replace(clean, sections=replace(clean.sections, initial_response=from_plain(words))), comments=comments)


def initial(state: State) -> SectionPage:
    """Make the page of the initial response."""
    return SectionPage(state, "initial_response")


def opened_on(opens: Opens, *comments: Comment, words: str = WORDS) -> Page:
    """Open the section with these comments, the person being A. Author."""
    opened = opens(initial, record(*comments, words=words))
    opened.state.workspace.do(office.set_up, "A. Author", opened.state.record.office if opened.state.record else clean_record().office)
    opened.state.open(opened.state.record_id)
    opened.page.edit.setFocus()
    return opened


def chosen(opened: Page, words: str, nth: int = 0) -> None:
    """Select words of the text by keys, the first or a later time that they stand there."""
    edit = opened.page.edit
    at = -1
    for _ in range(nth + 1):
        at = edit.toPlainText().index(words, at + 1)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Home, CTRL)
    for _ in range(at):
        QTest.keyClick(edit, Qt.Key.Key_Right)
    for _ in words:
        QTest.keyClick(edit, Qt.Key.Key_Right, SHIFT)


def writes(words: str) -> None:
    """Type into what has the keyboard, and be done."""
    at = QApplication.focusWidget()
    QTest.keyClicks(at, words)
    QTest.keyClick(at, Qt.Key.Key_Return, CTRL)


def cards(opened: Page) -> list[CommentCard]:
    """Return the cards from the top."""
    return sorted((each for each in opened.page.findChildren(CommentCard) if each.isVisible()), key=lambda each: each.y())


def marked(opened: Page, comment_id: str = "c1") -> str:
    """Return the words that a comment's mark is on, with where they begin."""
    span = opened.page.edit.comments.span(comment_id)
    return f"{span[0]} {opened.page.edit.toPlainText()[slice(*span)]}" if span else "gone"


def kept(opened: Page) -> tuple[Comment, ...]:
    """Return the comments as they stand in the reopened store."""
    return opened.reopened().state.comments


# --- Writing and answering --------------------------------------------------------------------


def test_a_comment_on_chosen_words_is_written_by_keys(opens: Opens) -> None:
    opened = opened_on(opens)
    chosen(opened, "which I currently chair", nth=1)
    opened.click("Comment on the selected words, Initial response")
    assert opened.page.side.comments.writer.about.text() == "On “which I currently chair”"
    writes("Name the post.")
    (made,) = kept(opened)
    assert (made.quote, made.text, made.by, made.place) == ("which I currently chair", "Name the post.", "A. Author", PLACE)
    assert marked(opened, made.id) == f"{WORDS.rindex('which')} which I currently chair"
    (card,) = cards(opened)
    assert card.hasFocus() and card.accessibleName().endswith(". on “which I currently chair”. Name the post")
    assert opened.page.side.tabs.tabText(COMMENTS) == "Comments 1"


def test_without_a_selection_it_is_on_the_whole_text_and_escape_gives_up(opens: Opens) -> None:
    opened = opened_on(opens)
    opened.page.comments.begin()
    QTest.keyClicks(QApplication.focusWidget(), "Never mind")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert opened.page.edit.hasFocus() and not cards(opened)
    opened.page.comments.begin()
    assert opened.page.side.comments.writer.about.text() == "On the whole text"
    writes("Good.")
    assert [(each.quote, each.text) for each in kept(opened)] == [("", "Good.")]


def test_nothing_written_is_no_comment_and_says_so(opens: Opens) -> None:
    opened = opened_on(opens)
    opened.page.comments.begin()
    writes("  ")
    assert opened.page.side.comments.writer.problem.text() == "Write some words first."
    assert not kept(opened)


def test_what_cannot_be_kept_stays_in_the_box(opens: Opens) -> None:
    opened = opened_on(opens)
    opened.page.comments.begin()
    mend = break_store(opened, StoreUnavailable("The drive is full.", "Nothing was changed."))
    writes("Say when.")
    writer = opened.page.side.comments.writer
    assert writer.isVisible() and writer.words.toPlainText() == "Say when." and opened.failures
    mend()
    QTest.keyClick(writer.words, Qt.Key.Key_Return, CTRL)
    assert [each.text for each in kept(opened)] == ["Say when."]


def test_what_is_typed_in_a_reply_stays_while_the_text_is_saved(opens: Opens) -> None:
    opened = opened_on(opens, CHAIR)
    opened.page.comments.select("c1")
    opened.click("Reply: comment 1")
    QTest.keyClicks(QApplication.focusWidget(), "Yes, ")
    opened.state.do(comments.add_comment, opened.state.record_id, PLACE, "Another.", None)
    opened.state.do(texts.save_text, opened.state.record_id, PLACE, from_plain(f"{WORDS} More."))
    QApplication.processEvents()
    writer = opened.page.side.comments.writer
    own = next(each for each in cards(opened) if each.row.comment.id == "c1")
    assert own.y() < writer.y(), "the box stands under the comment that is replied to"
    writer.words.setFocus()
    writes("it does.")
    assert [each.text for each in kept(opened)[0].replies] == ["Yes, it does."]


def test_reply_resolve_and_open_again_each_taken_back(opens: Opens) -> None:
    opened = opened_on(opens, CHAIR)
    opened.page.comments.select("c1")
    opened.click("Reply: comment 1")
    writes("In September.")
    assert kept(opened)[0].replies[0].text == "In September."
    opened.click("Resolve: comment 1")
    assert kept(opened)[0].resolved_on and opened.page.side.tabs.tabText(COMMENTS) == "Comments"
    assert opened.page.edit.comments.at(WORDS.index("currently")) == ""
    opened.click("Open again: comment 1")
    assert kept(opened)[0].resolved_on is None
    for name in ("open comment again", "resolve comment", "reply to comment"):
        assert opened.state.undo_name == name
        opened.state.undo()
    assert kept(opened) == (CHAIR,)


def test_only_ones_own_can_be_changed_and_deleted(opens: Opens, qtbot: QtBot) -> None:
    own = replace(CHAIR, id="c2", by="A. Author", quote="reports to me", text="To whom?")
    opened = opened_on(opens, CHAIR, own)
    opened.page.comments.select("c1")
    names = [each.accessibleName() for each in cards(opened)[0].buttons.children() if hasattr(each, "accessibleName")]
    assert not [each for each in names if each.startswith(("Edit", "Delete"))]
    opened.page.comments.select("c2")
    opened.click("Edit: comment 2")
    writes(" And when?")
    assert kept(opened)[1].text == "To whom? And when?"
    with qtbot.waitSignal(opened.page.told_with_undo):
        opened.click("Delete: comment 2")
    assert kept(opened) == (CHAIR,)
    opened.state.undo()
    assert [each.id for each in kept(opened)] == ["c1", "c2"]


# --- Going from comment to words and back ------------------------------------------------------


def test_arrows_go_from_card_to_card_with_the_caret_and_enter_goes_to_the_words(opens: Opens) -> None:
    second = replace(CHAIR, id="c2", quote="reports to me")
    opened = opened_on(opens, second, CHAIR)
    opened.page.comments.select("c1")
    assert [each.row.comment.id for each in cards(opened)] == ["c1", "c2"], "in the order of the text"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert cards(opened)[1].hasFocus() and opened.page.edit.textCursor().selectedText() == "reports to me"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.page.edit.hasFocus()
    assert opened.page.turn_side(back=False)
    assert cards(opened)[1].hasFocus()
    assert opened.page.turn_side(back=True)
    assert opened.page.edit.hasFocus()


def test_the_keys_for_next_and_before_go_round(opens: Opens) -> None:
    opened = opened_on(opens, CHAIR, replace(CHAIR, id="c2", quote="reports to me"), replace(CHAIR, id="c3", quote="quarter"))
    seen = []
    for back in (False, False, False, True):
        assert opened.page.comments.step(back=back)
        seen.append(opened.page.edit.textCursor().selectedText())
    assert seen == ["which I currently chair", "quarter", "reports to me", "quarter"]


def test_resolved_comments_are_not_gone_to(opens: Opens) -> None:
    assert not opened_on(opens, replace(CHAIR, resolved_on=date(2024, 6, 21))).page.comments.step(back=False)


def test_the_caret_that_comes_into_the_words_is_announced_and_the_card_chosen(opens: Opens, qtbot: QtBot) -> None:
    opened = opened_on(opens, CHAIR)
    QTest.keyClick(opened.page.edit, Qt.Key.Key_Home, CTRL)
    said: list[str] = []
    opened.page.edit.announced.connect(said.append)
    for _ in range(WORDS.index("which") + 1):
        QTest.keyClick(opened.page.edit, Qt.Key.Key_Right)
    assert said == ["Comment by B. Other: The chair changes."]
    assert opened.page.side.comments.current == "c1"


def test_comments_on_other_texts_are_listed_and_gone_to(opens: Opens, qtbot: QtBot) -> None:
    other = replace(CHAIR, id="c9", place="findings[a1].chief.text", quote="begun")
    opened = opened_on(opens, other)
    opened.page.side.turn_to(COMMENTS)
    shown = [each.text() for each in opened.page.side.comments.findChildren(QLabel) if each.isVisible()]
    words = "Area for improvement 1, the Chief Constable’s comment: B. Other on “begun”: The chair changes."
    assert "Elsewhere in this record" in shown and words in shown
    with qtbot.waitSignal(opened.page.comment_requested) as asked:
        opened.click(f"Go to comment 1 elsewhere: {words}")
    assert asked.args == ["findings[a1].chief.text", "c9"]


def test_all_marks_stand_in_a_list_in_words(opens: Opens) -> None:
    opened = opened_on(opens, CHAIR)
    opened.page.edit.setFocus()
    QTest.keyClick(opened.page.edit, Qt.Key.Key_End, CTRL)
    opened.click("Insert: Opening paragraph")
    opened.page.side.turn_to(COMMENTS)
    opened.click("List of marks in this text")
    marks = opened.page.side.comments.marks
    said = [marks.item(row).text() for row in range(marks.count())]
    assert said[0] == "Comment by B. Other on “which I currently chair”, paragraph 1"
    assert any(each.startswith("Field, Publication date of the report: 14 May 2024, paragraph") for each in said)
    assert opened.page.side.comments.marks_told.text() == "1 comment, 4 fields"
    QTest.keyClick(marks, Qt.Key.Key_Return)
    assert opened.page.edit.hasFocus() and opened.page.edit.textCursor().selectedText() == "which I currently chair"


def test_everything_is_reached_and_named(opens: Opens) -> None:
    opened = opened_on(opens, CHAIR, replace(CHAIR, id="c2", quote=""), replace(CHAIR, id="c3", place="sections.overall_comments"))
    opened.page.comments.select("c1")
    opened.click("Reply: comment 1")
    check_keyboard_and_names(opened.page)


def test_the_menu_on_a_right_click_comments_on_sections_alone(opens: Opens, qtbot: QtBot) -> None:
    opened = opened_on(opens)
    chosen(opened, "meets each quarter")
    (comment,) = [each for each in context_menu(opened.page.edit).actions() if each.text() == "Comment"]
    comment.trigger()
    assert opened.page.side.comments.writer.about.text() == "On “meets each quarter”"
    other = RichTextEdit("An answer")
    qtbot.addWidget(other)
    assert "Comment" not in [each.text() for each in context_menu(other).actions()]


# --- The marks --------------------------------------------------------------------------------


def test_the_mark_follows_typing_and_is_no_part_of_the_text(opens: Opens) -> None:
    opened = opened_on(opens, CHAIR)
    edit = opened.page.edit
    QTest.keyClick(edit, Qt.Key.Key_Home, CTRL)
    QTest.keyClicks(edit, "Now. ")
    assert marked(opened) == f"{WORDS.index('which') + 5} which I currently chair"
    edit.comments.go_to("c1")
    QTest.keyClick(edit, Qt.Key.Key_Right)
    QTest.keyClicks(edit, "x")
    assert marked(opened).endswith(" which I currently chair"), "what is typed right after the words is not commented on"
    while edit.document().isUndoAvailable():
        QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.toPlainText() == WORDS
    opened.page.leave()
    assert opened.reopened().sections.initial_response == from_plain(WORDS)


def test_words_that_go_and_come_back_by_undo_are_found_again(opens: Opens, qtbot: QtBot) -> None:
    opened = opened_on(opens, CHAIR)
    edit = opened.page.edit
    edit.comments.go_to("c1")
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClick(edit, Qt.Key.Key_A, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: (marked(opened) == "gone" and cards(opened)[:1] == []) or bool(opened.page.side.comments._rows[0].is_gone))
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: marked(opened).endswith("which I currently chair"))


def test_changed_words_are_found_in_the_next_session(opens: Opens, qtbot: QtBot) -> None:
    opened = opened_on(opens, CHAIR)
    edit = opened.page.edit
    edit.comments.go_to("c1")
    QTest.keyClick(edit, Qt.Key.Key_Left)
    for _ in range(8):
        QTest.keyClick(edit, Qt.Key.Key_Right)
    QTest.keyClicks(edit, "now ")
    opened.page.leave()
    later = SectionPage(opened.state, "initial_response")
    qtbot.addWidget(later)
    later.show()
    later.enter()
    span = later.edit.comments.span("c1")
    assert span is not None and later.edit.toPlainText()[slice(*span)] == "which I now currently chair"


def test_words_that_are_not_there_are_said_to_be_gone(opens: Opens, qtbot: QtBot) -> None:
    opened = opened_on(opens, replace(CHAIR, quote="quite other words than those"))
    opened.page.side.turn_to(COMMENTS)
    qtbot.waitUntil(lambda: "these words are gone" in cards(opened)[0].accessibleName())
    assert marked(opened) == "gone"


def test_the_words_are_tinted_and_underlined(opens: Opens) -> None:
    opened = opened_on(opens, CHAIR)
    edit = opened.page.edit
    QTest.keyClick(edit, Qt.Key.Key_Home, CTRL)

    def colours() -> set[str]:
        image: QImage = edit.viewport().grab().toImage()
        return {QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 2) for y in range(0, 60)}

    with_mark = colours()
    opened.page.comments.select("c1")
    opened.click("Resolve: comment 1")
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Home, CTRL)
    assert {"#fdf1d8", "#dba400"} <= with_mark
    assert not {"#fdf1d8", "#dba400"} & colours()


@pytest.mark.parametrize("words", ["𝒲𝒲 which I currently chair", "one\n\nwhich I currently chair"])
def test_letters_that_count_twice_and_other_paragraphs_move_no_mark(opens: Opens, words: str) -> None:
    opened = opened_on(opens, CHAIR, words=words)
    opened.page.edit.comments.go_to("c1")
    assert opened.page.edit.textCursor().selectedText() == "which I currently chair"
    assert opened.page.edit.comments.anchors()["c1"].quote == "which I currently chair"
