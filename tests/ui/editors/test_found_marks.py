"""Marks on the words that are looked for: where, in which order, and what replacing them leaves alone."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from response_app.domain.finding_words import Wanted
from response_app.domain.richtext import RichText
from ui.editors.found_marks import FoundMarks
from ui.theme import tokens

from .conftest import NewTypist
from .test_long_text import long_text
from .typist import Typist, text_of

FIELD = '<span data-field="force"></span>'


def looks_for(person: Typist, words: str, **options: bool) -> FoundMarks:
    """Look for words and wait until the text has been read."""
    found = person.edit.found
    found.look_for(Wanted(words, **options))
    person.qtbot.waitUntil(lambda: found.is_complete)
    return found


def words_at(person: Typist) -> list[str]:
    """Return the words at each place, in order."""
    text = []
    for place in person.edit.found.places():
        person.edit.found.select(place)
        text.append(person.edit.textCursor().selectedText())
        assert person.edit.found.at_selection() == place == person.edit.found.number_of(place.number)
    return text


def test_words_are_found_in_lists_tables_and_fields_in_the_order_of_the_text(typist: NewTypist) -> None:
    person = typist(f"<p>xa 𝄞𝄞 xb</p><ul><li>XC</li></ul><table><tr><th>xd</th><th>y</th></tr></table><p>{FIELD} xe 𝄞 xf</p>")
    found = looks_for(person, "x")
    assert words_at(person) == ["x", "x", "X", "x", "x", "x", "x"] and found.count == 7
    looks_for(person, "Exampleshire")
    assert found.count == 1 and found.is_in_field(next(found.places())), "the words that a field shows are found"


def test_next_and_before_go_round_the_ends(typist: NewTypist) -> None:
    person = typist("<p>xa b</p><p>c</p><p>xd xe</p>")
    found = looks_for(person, "x")
    numbers, at = [], 0
    for _ in range(4):
        place = found.next_from(at)
        assert place is not None
        numbers.append(place.number)
        at = place.end
    assert numbers == [0, 1, 2, 0]
    before = [found.next_from(at, backwards=True) for at in (0, 5, 10)]
    assert [each.number if each else None for each in before] == [2, 0, 1]
    assert looks_for(person, "zzz").next_from(0) is None


def test_typing_and_changes_from_outside_are_followed(typist: NewTypist) -> None:
    person = typist("<p>the plan</p><p>no</p>")
    found = looks_for(person, "plan")
    person.home().types("plan\n")
    person.qtbot.waitUntil(lambda: found.is_complete)
    assert [place.start for place in found.places()] == [0, 9]
    person.edit.apply(text_of("<p>a plan</p><p>the plan</p><p>plan</p>"))
    person.qtbot.waitUntil(lambda: found.is_complete)
    assert words_at(person) == ["plan"] * 3
    found.look_for(None)
    assert found.count == 0 and found.next_from(0) is None


def test_marks_are_painted_and_change_nothing(typist: NewTypist) -> None:
    person = typist("<p>the plan</p>")
    before, revision = person.fragment, person.edit.document().revision()
    assert not boxes(person)
    looks_for(person, "plan")
    assert boxes(person)
    assert person.fragment == before and person.edit.document().revision() == revision
    assert not person.edit.document().isUndoAvailable()
    person.edit.found.look_for(None)
    assert not boxes(person)


def boxes(person: Typist) -> bool:
    """Tell whether the ground of a mark is painted."""
    picture, ground = person.edit.viewport().grab().toImage(), QColor(tokens().grey_ground)
    return any(QColor(picture.pixel(x, y)) == ground for x in range(picture.width()) for y in range(0, 80, 2))


def test_all_are_replaced_in_one_step_as_they_were_written_but_no_field(typist: NewTypist) -> None:
    before = (
        f'<p>The <strong>plan</strong> of {FIELD} is a <a href="https://example.org">plan</a>.</p><table><tr><th>plan</th></tr></table>'
    )
    person = typist(before)
    before = person.fragment
    found = looks_for(person, "plan")
    with person.qtbot.waitSignal(found.replaced) as said:
        found.replace_all("idea 𝄞")
    assert said.args == [3]
    assert person.fragment == before.replace("plan", "idea 𝄞")
    person.undo()
    assert person.fragment == before and not person.edit.document().isUndoAvailable()
    field = looks_for(person, "Exampleshire")
    assert field.count == 1
    with person.qtbot.waitSignal(found.replaced) as said:
        field.replace_all("x")
    assert said.args == [0] and person.fragment == before


def test_one_place_is_replaced_and_nothing_in_a_text_for_reading(typist: NewTypist) -> None:
    person = typist("<p>plan, plan</p>")
    found = looks_for(person, "plan")
    assert found.replace(list(found.places())[1], "") and person.fragment == "<p>plan,</p>"
    person.edit.set_read_only(True)
    looks_for(person, "plan")
    assert not found.replace(next(found.places()), "x")
    found.replace_all("x")
    assert person.fragment == "<p>plan,</p>"


def replaced_everywhere(typist: NewTypist) -> tuple[Typist, RichText, RichText]:
    """A person at a long text in which a word was replaced in many places; the text before and after."""
    person = typist()
    person.edit.set_text(long_text(80))
    before = person.edit.text()
    found = looks_for(person, "the")
    count, replaced = found.count, list[int]()
    found.replaced.connect(replaced.append)
    found.replace_all("a longer word")
    assert not replaced, "events have their turn first"
    person.qtbot.waitUntil(lambda: replaced == [count], timeout=20_000)
    assert looks_for(person, "the", whole=True).count == 0
    person.edit.flush()
    return person, before, person.edit.text()


def test_a_long_text_is_replaced_in_slices_and_undone_in_slices_as_one_step(typist: NewTypist) -> None:
    person, before, after = replaced_everywhere(typist)
    person.undo()
    assert person.edit.text() != before, "events have their turn first"
    person.qtbot.waitUntil(lambda: person.edit.text() == before)
    assert not person.edit.document().isUndoAvailable()
    person.redo()
    person.qtbot.waitUntil(lambda: person.edit.text() == after)
    assert not person.edit.history.can_redo
    saved: list[RichText] = []
    person.edit.typing_paused.connect(saved.append)
    person.undo().edit.flush()
    assert saved == [before], "what is handed over is never half of it"


def test_somebody_who_writes_meanwhile_ends_the_way_back_and_loses_nothing(typist: NewTypist) -> None:
    person, before, after = replaced_everywhere(typist)
    person.undo().home().types("New ")
    for _ in range(5):
        QApplication.processEvents()
    assert person.edit.toPlainText().startswith("New ") and person.edit.text() not in (before, after)
    while person.edit.document().isUndoAvailable():
        person.undo()
    person.qtbot.waitUntil(lambda: person.edit.text() == before)


def test_somebody_who_writes_meanwhile_ends_the_replacing(typist: NewTypist) -> None:
    person = typist()
    person.edit.set_text(long_text(40))
    found = looks_for(person, "the")
    count = found.count
    with person.qtbot.waitSignal(found.replaced, timeout=20_000) as said:
        found.replace_all("x")
        person.home().types("New ")
    assert said.args[0] < count and person.edit.toPlainText().startswith("New ")
    person.undo(4)
    assert not person.edit.toPlainText().startswith("New ")
