"""What stands beside a section, by real keys in the whole window: comments, versions, the text alone; all of it in the reopened store."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QTabBar
from pytestqt.qtbot import QtBot

from response_app.domain.richtext import plain
from ui.editors.rich_text_edit import RichTextEdit
from ui.widgets.comment_card import CommentCard

from .fictional import fictional
from .person import ALT, CTRL, KEY, SHIFT, Person

_INITIAL, _CHIEF = KEY.Key_4, KEY.Key_5


def opens_text(person: Person) -> RichTextEdit:
    """Open the initial response of the fictional record."""
    person.has(fictional())
    person.opens(_INITIAL)
    edit = person.at
    assert isinstance(edit, RichTextEdit)
    return edit


def selects(person: Person, words: str) -> None:
    """Select words of the text by keys."""
    edit = person.at
    assert isinstance(edit, RichTextEdit)
    person.press(KEY.Key_Home, CTRL)
    person.press(KEY.Key_Right, times=edit.toPlainText().index(words))
    person.press(KEY.Key_Right, SHIFT, times=len(words))
    assert edit.textCursor().selectedText() == words


def tabs_to(person: Person, begins: str) -> None:
    """Press Tab until something whose name begins so has the keyboard."""
    for _ in range(60):
        if person.at.accessibleName().startswith(begins):
            return
        person.press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {begins!r}")


def test_a_comment_is_written_answered_resolved_and_taken_back(person: Person) -> None:
    edit = opens_text(person)
    selects(person, "look at both")
    person.press(KEY.Key_M, CTRL | ALT)
    person.types("At which meeting?")
    person.press(KEY.Key_Return, CTRL)
    assert isinstance(person.at, CommentCard)
    tabs_to(person, "Reply: comment 1")
    person.press(KEY.Key_Space)
    person.types("The one in March.")
    person.press(KEY.Key_Return, CTRL)
    person.press(KEY.Key_F6, SHIFT)
    assert person.at is edit
    person.press(KEY.Key_End, CTRL)
    person.types(" Typed since.")
    person.press(KEY.Key_F8)
    assert edit.textCursor().selectedText() == "look at both"
    person.press(KEY.Key_F6)
    tabs_to(person, "Resolve: comment 1")
    person.press(KEY.Key_Space)
    assert person.window.actions_["undo"].text() == "&Undo resolve comment"
    person.press_anywhere(KEY.Key_Z, CTRL)
    assert person.sees("The one in March.") and not person.sees("Resolved on")
    person.quits()
    (comment,) = person.kept().state.comments
    assert (comment.quote, comment.text, comment.by) == ("look at both", "At which meeting?", "Sam Author")
    assert [(each.by, each.text) for each in comment.replies] == [("Sam Author", "The one in March.")]
    assert comment.resolved_on is None and plain(person.kept().sections.initial_response).endswith("in the spring. Typed since.")


def test_a_version_is_compared_restored_and_taken_back_in_the_text(person: Person) -> None:
    edit = opens_text(person)
    before = edit.toPlainText()
    selects(person, "in the spring")
    person.types("every month")
    person.press(KEY.Key_S, CTRL)
    tabs = person.finds("Beside the text", QTabBar)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(KEY.Key_Right, times=3)
    versions = person.finds("Earlier versions of this text", QListWidget)
    versions.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(KEY.Key_Down)
    changes = person.finds("Changes since the chosen version", QListWidget)
    assert [changes.item(row).text() for row in range(changes.count())] == ["removed: “in the spring”, added: “every month”"]
    assert person.sees("1 change since then")
    tabs_to(person, "Restore this version")
    person.press(KEY.Key_Space)
    assert person.at is edit and edit.toPlainText() == before
    assert person.window.actions_["undo"].text() == "&Undo restore version"
    person.press(KEY.Key_Z, CTRL)
    assert "every month" in edit.toPlainText()
    person.press(KEY.Key_Z, CTRL | SHIFT)
    assert edit.toPlainText() == before
    person.quits()
    assert person.kept().sections == fictional().sections


def test_the_text_stands_alone_with_clock_and_marking_and_goes_on_in_the_next_section(person: Person, qtbot: QtBot) -> None:
    edit = opens_text(person)
    window = person.window
    assert window.record_bar is not None
    person.press(KEY.Key_F11)
    assert person.at is edit and window.actions_["focus_mode"].isChecked()
    assert not window.sidebar.isVisible() and "Beside the text" not in person.names() and window.record_bar.isVisible()
    person.types("Alone. ")
    person.press(_CHIEF, CTRL)
    assert not window.sidebar.isVisible() and "Beside the text" not in person.names()
    person.press(KEY.Key_Escape)
    assert window.sidebar.isVisible() and "Beside the text" in person.names() and not window.actions_["focus_mode"].isChecked()
    person.press(KEY.Key_F11)
    person.press(KEY.Key_T, CTRL)
    assert window.sidebar.isVisible() and not window.actions_["focus_mode"].isChecked()
    person.press_anywhere(KEY.Key_F11)
    assert person.sees("The focus mode shows the text of a section alone.")
    assert not window.actions_["focus_mode"].isChecked() and window.sidebar.isVisible()
    person.quits()
    assert plain(person.kept().sections.initial_response).startswith("Alone. ")


def test_a_comment_elsewhere_is_gone_to(person: Person) -> None:
    opens_text(person)
    person.press(_CHIEF, CTRL)
    person.press(KEY.Key_M, CTRL | ALT)
    person.types("Whose words are these?")
    person.press(KEY.Key_Return, CTRL)
    person.press(_INITIAL, CTRL)
    tabs = person.finds("Beside the text", QTabBar)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(KEY.Key_Right, times=2)
    tabs_to(person, "Go to comment 1 elsewhere")
    person.press(KEY.Key_Space)
    assert person.window.places is not None and person.window.places.current == "chief"
    assert isinstance(person.at, CommentCard) and "Whose words are these?" in f"{person.at.accessibleName()}?"
