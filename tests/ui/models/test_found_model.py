"""The list of what was found in a record: headings, boxes to tick, what each row says."""

from __future__ import annotations

from PySide6.QtCore import Qt

from response_app.domain.finding_words import Hit
from response_app.domain.record import Record
from response_app.domain.words_in_record import Found, Replacement
from ui.models.found_model import FoundModel

_CHECK = Qt.ItemDataRole.CheckStateRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def found(place: str, start: int, left: str = "") -> Found:
    """Return "the plan is good" with its plan found."""
    replacement = None if left else Replacement(place, Hit(1, start, start + 4), "plan")
    return Found(place, replacement, left, "the ", "plan", " is good", 0)


def shown() -> FoundModel:
    """Return a model with two texts, one of which is not ours."""
    model = FoundModel()
    rows = (found("sections.initial_response", 4), found("sections.initial_response", 30), found("inspection.summary", 4, "Not ours."))
    model.show(Record(record_id="r"), rows)
    return model


def words(model: FoundModel) -> list[str]:
    """Return what a screen reader says of each row."""
    return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_each_text_has_a_heading_and_each_row_its_sentence() -> None:
    model = shown()
    assert words(model) == [
        "Initial response, 2 times",
        "the plan is good",
        "the plan is good",
        "Summary of inspection, once",
        "the plan is good",
    ]
    assert [model.index(row).data(_CHECK) for row in range(5)] == [None] * 5, "nothing is replaced yet"
    assert model.row_beside(-1, 1) == 1 and model.row_beside(2, 1) == 4 and model.row_beside(4, 1) == 1 and model.row_beside(1, -1) == 4
    assert FoundModel().row_beside(-1, 1) == -1


def test_what_becomes_of_each_is_said_before() -> None:
    model = shown()
    model.show_replacing("idea")
    assert words(model)[1] == "the plan is good · “plan” becomes “idea”"
    assert words(model)[4] == "the plan is good · Not replaced. Not ours."
    model.show_replacing("")
    assert words(model)[1] == "the plan is good · “plan” becomes nothing"


def test_what_is_unticked_stays_and_is_not_replaced_also_when_it_is_found_anew() -> None:
    model = shown()
    assert model.replacements() == []
    model.show_replacing("idea")
    first, second = (each.replacement for each in model.found()[:2])
    assert [model.index(row).data(_CHECK) for row in range(5)] == [None, _ON, _ON, None, None]
    assert model.setData(model.index(1), _OFF.value, _CHECK) and model.replacements() == [second]
    assert not model.setData(model.index(4), _ON.value, _CHECK) and not model.setData(model.index(0), _ON.value, _CHECK)
    model.show(Record(record_id="r"), model.found())
    assert model.index(1).data(_CHECK) is _OFF
    model.tick_all(False)
    assert model.replacements() == []
    model.tick_all(True)
    assert model.replacements() == [first, second]
