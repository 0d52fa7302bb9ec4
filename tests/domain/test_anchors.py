"""Anchors: a comment stays with its words."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.anchors import SIMILAR_ENOUGH, Anchor, anchor_at, locate

TEXT = "The force should review how it manages crimes. The force has begun. The force should review how it manages demand."

# Few letters, so that the same words stand in a text more than once.
crowded = st.text("ab ", min_size=1, max_size=120)
typed = st.text("ab .xyz", max_size=50)


def test_an_anchor_keeps_the_words_and_what_stands_around_them() -> None:
    start = TEXT.index("has begun")
    anchor = anchor_at("initial", TEXT, start, start + 9)
    assert (anchor.text_id, anchor.quote, anchor.offset) == ("initial", "has begun", start)
    assert anchor.before == TEXT[start - 32 : start]
    assert anchor.after == TEXT[start + 9 : start + 41]
    assert len(anchor.before) == len(anchor.after) == 32


def test_at_the_ends_of_a_text_there_is_less_around() -> None:
    whole = anchor_at("t", "Agreed.", 0, 7)
    assert (whole.before, whole.after) == ("", "")
    assert locate(whole, "Agreed.") == (0, 7)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 8), (8, 9)])
def test_an_anchor_without_words_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="needs words"):
        anchor_at("t", "Agreed.", start, end)


@st.composite
def anchored(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(crowded)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(anchored(), typed, st.data())
@settings(max_examples=300, deadline=None)
def test_typing_elsewhere_never_loses_the_words(place: tuple[str, int, int], words: str, data: st.DataObject) -> None:
    text, start, end = place
    at = data.draw(st.integers(0, start) | st.integers(end, len(text)))
    changed = text[:at] + words + text[at:]
    found = locate(anchor_at("t", text, start, end), changed)
    assert found is not None
    assert changed[slice(*found)] == text[start:end]


@given(st.text("abc ", max_size=90), st.text("abc ", max_size=90), typed, st.data())
@settings(max_examples=300, deadline=None)
def test_words_that_stand_there_once_are_found_to_the_character(before: str, after: str, words: str, data: st.DataObject) -> None:
    quote = "Ω the words"
    text = before + quote + after
    start = len(before)
    at = data.draw(st.integers(0, start) | st.integers(start + len(quote), len(text)))
    shift = len(words) if at <= start else 0
    found = locate(anchor_at("t", text, start, start + len(quote)), text[:at] + words + text[at:])
    assert found == (start + shift, start + shift + len(quote))


@given(anchored())
@settings(deadline=None)
def test_nothing_moves_in_an_unchanged_text(place: tuple[str, int, int]) -> None:
    text, start, end = place
    assert locate(anchor_at("t", text, start, end), text) == (start, end)


@pytest.mark.parametrize("which", [0, 1])
def test_among_equal_words_the_surroundings_decide(which: int) -> None:
    start = [TEXT.index("review"), TEXT.rindex("review")][which]
    anchor = anchor_at("t", TEXT, start, start + 6)
    opening = "An opening sentence that was put in later and moves all the words that follow by a good deal. "
    assert locate(anchor, opening + TEXT) == (len(opening) + start, len(opening) + start + 6)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_typing_right_beside_the_words_on_both_sides_keeps_the_place(which: int) -> None:
    text = "The plan was agreed in May. The budget was agreed in June. The audit was agreed in July."
    start = [at for at in range(len(text)) if text.startswith("agreed", at)][which]
    anchor = anchor_at("t", text, start, start + 6)
    changed = text[:start] + "not yet " + "agreed" + " or seen" + text[start + 6 :]
    assert locate(anchor, changed) == (start + 8, start + 14)


def test_words_that_stand_there_very_often_are_told_apart_by_their_surroundings() -> None:
    text = "".join(f"Line {number}: agreed by panel {number} and by the board.\n" for number in range(30))
    start = text.index("agreed by panel 10 ")
    put_before = "".join(f"Item {number}: agreed by group {number} and by the chair.\n" for number in range(200))
    found = len(put_before) + start
    assert locate(anchor_at("t", text, start, start + 6), put_before + text) == (found, found + 6)


def test_changed_surroundings_that_are_alike_weigh_more_than_a_near_place() -> None:
    text = "The plan was agreed in May. The budget was agreed in June. The audit was agreed in July."
    start = text.index("agreed in June")
    anchor = anchor_at("t", text, start, start + 6)
    changed = "The vote went well. It was at last agreed in May. The budget was not agreed, in June. The audit was agreed in July."
    assert abs(changed.index("agreed in May") - start) < abs(changed.index("agreed, in June") - start)
    assert locate(anchor, changed) == (changed.index("agreed, in June"), changed.index("agreed, in June") + 6)


def test_among_places_that_fit_equally_the_nearest_is_taken() -> None:
    anchor = Anchor("t", "agreed", before="1234", after="5678", offset=32)
    # Words at 0, 20, 40 and 60, with nothing around any that the anchor knows.
    assert locate(anchor, ("agreed" + " " * 14) * 4) == (40, 46)


def test_where_the_surroundings_are_equal_the_nearest_place_is_taken() -> None:
    line = "- Agreed by the panel and closed by the inspectors.\n"
    text = line * 9
    start = 4 * len(line) + 2
    anchor = anchor_at("t", text, start, start + 6)
    assert locate(anchor, text) == (start, start + 6)
    assert locate(anchor, line + text) == (start, start + 6)
    assert locate(anchor, line * 2 + "x" + text[2 * len(line) :]) == (start + 1, start + 7)


def alike(quote: str, text: str) -> tuple[int, int, float] | None:
    """A plain stand-in for the real finder: the window of the quote's length that is most like it."""
    windows = [(SequenceMatcher(None, quote, text[at : at + len(quote)]).ratio() * 100, at) for at in range(len(text))]
    score, at = max(windows, default=(0.0, 0))
    return (at, at + len(quote), score) if score else None


def test_words_that_were_changed_a_little_are_found_by_likeness() -> None:
    start = TEXT.index("force should review how it manages crimes")
    anchor = anchor_at("t", TEXT, start, start + 41)
    changed = TEXT.replace("review how it manages crimes", "review how it manages crime")
    assert locate(anchor, changed) is None
    found = locate(anchor, changed, alike)
    assert found is not None
    assert "review how it manages crime" in changed[slice(*found)]


@pytest.mark.parametrize(("score", "found"), [(SIMILAR_ENOUGH, (1, 5)), (84.9, None)])
def test_likeness_counts_from_eighty_five(score: float, found: tuple[int, int] | None) -> None:
    assert SIMILAR_ENOUGH == 85
    assert locate(Anchor("t", "gone"), "other words", lambda quote, text: (1, 5, score)) == found


def test_words_that_are_gone_are_gone() -> None:
    anchor = anchor_at("t", TEXT, 4, 9)
    assert locate(anchor, "") is None
    assert locate(anchor, "Nothing of it.", alike) is None
    assert locate(anchor, "Nothing of it.", lambda quote, text: None) is None


def test_an_anchor_that_came_without_words_is_nowhere() -> None:
    assert locate(Anchor("t", ""), "some text", lambda quote, text: (0, 0, 100.0)) is None


def test_exact_words_are_taken_before_similar_ones() -> None:
    assert locate(Anchor("t", "begun"), TEXT, lambda quote, text: (0, 1, 100.0)) == (61, 66)
