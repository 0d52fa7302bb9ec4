"""Versions of texts: none is lost that somebody may want back, and they do not pile up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.domain.richtext import RichText, plain
from response_app.store.opening import Store
from response_app.store.versions import Taken, to_let_go

from .support import A_DAY, Clock, a_record, save, set_text, words

PLACE = "sections.overall_comments"


def versions(store: Store, place: str = PLACE) -> list[str]:
    """Return the words of every version of a text, newest first."""
    with store.work() as work:
        return [plain(work.versions.text(each.number)) for each in work.versions.list("r1", place)]


def type_words(store: Store, clock: Clock, lines: Iterable[str], *, minutes: float) -> None:
    """Set the text to one line after the other, with time between."""
    for line in lines:
        clock.pass_by(minutes=minutes)
        set_text(store, PLACE, words(line))


@pytest.fixture
def record_with_a_text(store: Store) -> RichText:
    """Save a record with one section and return its words."""
    record = a_record()
    save(store, replace(record, sections=replace(record.sections, overall_comments=words("As imported."))))
    return words("As imported.")


@pytest.mark.usefixtures("record_with_a_text")
def test_one_is_kept_at_the_first_change_ten_minutes_after_the_last(store: Store, clock: Clock) -> None:
    """What stood there before the change."""
    type_words(store, clock, ["a", "ab", "abc"], minutes=4)
    assert versions(store) == ["As imported."]
    type_words(store, clock, ["abcd"], minutes=2)
    assert versions(store) == ["abc", "As imported."]
    type_words(store, clock, ["abcde"], minutes=9.9)
    assert versions(store) == ["abc", "As imported."]
    type_words(store, clock, ["x"], minutes=60 * 24)
    assert versions(store) == ["abcde", "abc", "As imported."]


@pytest.mark.usefixtures("record_with_a_text")
def test_a_change_of_the_whole_record_keeps_versions_too(store: Store, clock: Clock) -> None:
    """Of the texts that it changes, also of one that goes with its finding."""
    with store.work() as work:
        record = work.records.get("r1")
        answer = plain(record.findings[0].action[0].text)
        work.records.update(replace(record, findings=(), sections=replace(record.sections, overall_comments=words("Merged."))))
        work.commit()
    assert versions(store) == ["As imported."]
    assert versions(store, "findings[a1].action[0].text") == [answer]
    assert versions(store, "sections.initial_response") == []


@pytest.mark.usefixtures("record_with_a_text")
def test_an_act_keeps_every_text_at_once(store: Store, clock: Clock) -> None:
    """Before and after; what did not change is not kept twice."""
    set_text(store, PLACE, words("For sending."))
    clock.pass_by(minutes=1)
    with store.work() as work:
        work.versions.keep("r1", "sent")
        work.versions.keep("r1", "sent")
        work.commit()
    assert versions(store) == ["For sending.", "As imported."]
    with store.work() as work:
        newest = work.versions.list("r1", PLACE)[0]
        assert (newest.reason, newest.taken_at, newest.changed_at) == ("sent", clock.now, A_DAY)
        assert len(work.versions.list("r1", "findings[a1].chief.text")) == 1


@pytest.mark.usefixtures("record_with_a_text")
def test_what_a_decision_names_is_never_let_go(store: Store, clock: Clock) -> None:
    """Two decisions on the same words keep them for both."""
    for decision in ("", "text agreed 1", "text agreed 1", "signed off 2"):
        with store.work() as work:
            work.versions.keep("r1", "decision", decision)
            work.commit()
    with store.work() as work:
        assert [each.named_by for each in work.versions.list("r1", PLACE)] == ["signed off 2", "text agreed 1"]
    clock.pass_by(days=1000)
    with store.work() as work:
        assert work.versions.thin() == 0


@pytest.mark.usefixtures("record_with_a_text")
def test_thinning_lets_go_with_time(store: Store, clock: Clock) -> None:
    """Every ten minutes for two hours: all, then one an hour, then one a day."""
    clock.now = A_DAY.replace(hour=8, minute=0)
    type_words(store, clock, (str(number) for number in range(12)), minutes=10)
    kept = versions(store)
    assert len(kept) == 12
    for days, left in ((0, 12), (1.9, 12), (3, 3), (31, 1), (3000, 1)):
        clock.now = A_DAY + timedelta(days=days)
        with store.work() as work:
            work.versions.thin()
            work.commit()
        assert len(versions(store)) == left
    assert versions(store) == kept[:1]


def test_a_version_that_is_not_there(store: Store) -> None:
    """Is a mistake of the caller's."""
    with store.work() as work, pytest.raises(KeyError):
        work.versions.text(1)


NOW = datetime(2024, 6, 4, 9, 41, tzinfo=A_DAY.tzinfo)
ages = st.timedeltas(timedelta(0), timedelta(days=60)) | st.timedeltas(timedelta(0), timedelta(days=3))
taken = st.lists(st.tuples(ages, st.sampled_from(("a", "b")), st.booleans()), max_size=40).map(
    lambda each: [Taken(number, ("r1", place), NOW - age, named) for number, (age, place, named) in enumerate(each)]
)


@given(taken, st.timedeltas(timedelta(0), timedelta(days=100)))
def test_thinning_keeps_what_it_promises(all_of_them: list[Taken], later: timedelta) -> None:
    """Named ones, two days, one for each hour and each day; and what is kept once is not doubted at the same time again."""
    now = NOW + later
    gone = set(to_let_go(all_of_them, now))
    kept = [each for each in all_of_them if each.number not in gone]
    for each in all_of_them:
        age = now - each.taken_at
        if each.named or age <= timedelta(days=2):
            assert each in kept
        slot = "%Y-%m-%d %H" if age <= timedelta(days=30) else "%Y-%m-%d"
        same = [other for other in kept if other.text == each.text and f"{other.taken_at:{slot}}" == f"{each.taken_at:{slot}}"]
        assert each.named or same
        unnamed_and_old = [other for other in same if not other.named and timedelta(days=2) < now - other.taken_at]
        assert len(unnamed_and_old) <= (1 if age <= timedelta(days=30) else 2)
    assert to_let_go(kept, now) == []


@given(taken)
def test_thinning_often_ends_where_thinning_once_ends(all_of_them: list[Taken]) -> None:
    """Whoever starts the app daily keeps the same versions in the end."""
    end = NOW + timedelta(days=200)
    kept = all_of_them
    for days in range(0, 201, 5):
        gone = set(to_let_go(kept, NOW + timedelta(days=days)))
        kept = [each for each in kept if each.number not in gone]
    gone = set(to_let_go(all_of_them, end))
    assert kept == [each for each in all_of_them if each.number not in gone]
