"""Search finds what is there now, and any input is allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from response_app.domain.finding import Finding, FindingKind
from response_app.domain.record import Record
from response_app.domain.response import Comment, Correction, Reply
from response_app.store.opening import Store

from .support import save, set_text, words


def places(store: Store, sought: str) -> set[str]:
    """Return the places that hold these words."""
    with store.work() as work:
        return {hit.place for hit in work.search.find(sought)}


def bare(**changes: object) -> Record:
    """Return a record with no words but those asked for."""
    return replace(Record(record_id="r1"), **changes)  # type: ignore[arg-type]


def test_words_are_found_wherever_they_stand(store: Store) -> None:
    """In texts, title, headings, comments and their replies, corrections."""
    record = bare(findings=(Finding("f1", FindingKind.RECOMMENDATION, heading="Heddlu yn y pennawd", evidence=words("Heddlu eto")),))
    record = replace(record, inspection=replace(record.inspection, title="Arolygiad o’r heddlu"))
    comments = (Comment(id="c1", text="no", replies=(Reply(text="the HEDDLU"),)),)
    record = replace(record, state=replace(record.state, comments=comments, corrections=(Correction(text="Heddlu, nid hedlu"),)))
    save(store, record)
    assert places(store, "heddlu") == {
        "inspection.title",
        "findings[f1].heading",
        "findings[f1].evidence",
        "record.comments[c1].text",
        "record.corrections[0].text",
    }


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("burglary", True),
        ("burgl", True),
        ("b", True),
        ("BURGLARY", True),
        ("burglary victims", True),
        ("victims burgl", True),
        ("burg victims", False),
        ("arson", False),
        ("ty", True),
        ("tŷ", True),
        ("ty\N{COMBINING CIRCUMFLEX ACCENT}", True),
        ("burglary OR arson", False),
        ("NOT burglary", False),
        ("word*s: burglary -victims", False),
        ('"burglary" (victims)', True),
        ("don't", True),
    ],
)
def test_every_word_has_to_be_there_and_the_last_may_be_begun(store: Store, sought: str, found: bool) -> None:
    """Accents and capitals do not count; nothing is an operator."""
    save(store, bare())
    set_text(store, "sections.overall_comments", words("The force visits victims of burglary.", "Don't forget tŷ."))
    assert places(store, sought) == ({"sections.overall_comments"} if found else set())


def test_the_index_follows_every_change(store: Store) -> None:
    """Autosave, whole record, things taken out."""
    save(store, bare(findings=(Finding("f1", FindingKind.RECOMMENDATION, heading="First heading"),)))
    set_text(store, "findings[f1].reason", words("One reason"))
    set_text(store, "findings[f1].reason", words("Another cause"))
    assert places(store, "reason") == set()
    assert places(store, "cause") == {"findings[f1].reason"}
    set_text(store, "findings[f1].reason", ())
    assert places(store, "cause") == set()
    with store.work() as work:
        record = work.records.get("r1")
        work.records.update(replace(record, findings=(replace(record.findings[0], heading="Second title"),)))
        work.commit()
    assert places(store, "heading") == set()
    assert places(store, "second") == {"findings[f1].heading"}
    with store.work() as work:
        work.records.update(bare())
        work.commit()
    assert places(store, "second") == set()


def test_a_hit_shows_what_was_sought_among_its_neighbours(store: Store) -> None:
    """Every second piece is a sought one."""
    save(store, bare())
    set_text(store, "sections.overall_comments", words("The force visits every victim."))
    with store.work() as work:
        (hit,) = work.search.find("visits vic")
    assert hit.words == ("The force ", "visits", " every ", "victim", ".")


@given(
    st.text()
    | st.lists(st.sampled_from(['"', "*", "(", ")", "AND", "NEAR(", "a", " ", ":", "^", "\0", "\ud800", "-", "+", "{", "words"])).map(
        "".join
    )
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_input_is_an_error(store: Store, sought: str) -> None:
    """Whatever somebody types or pastes."""
    with store.work() as work:
        assert work.search.find(sought) == ()


@given(st.text(alphabet='ab \0\n\ud800\N{COMBINING ACUTE ACCENT}éß.*"', max_size=12))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_can_be_put_and_taken_out(store: Store, put: str) -> None:
    """The index holds what it was given, once."""
    with store.work() as work:
        work.records.add(bare())
        for each in (put, "second", put, ""):
            work.search.put("r1", "sections.overall_comments", each)
        work.search.sync("r1", {"inspection.title": f"found {put}"})
        work.search.sync("r1", {"inspection.title": f"found {put}"})
        assert [hit.place for hit in work.search.find("found")] == ["inspection.title"]
        assert work.search.find("second") == ()


def test_where_many_hit_the_newest_come_without_ranking(store: Store) -> None:
    """Fewer than 500 are ranked: the shortest text with the word comes first."""
    with store.work() as work:
        work.records.add(bare())
        work.search.put("r1", "short", "word")
        for number in range(498):
            work.search.put("r1", f"p{number}", "a word among many others that say nothing")
        assert work.search.find("word")[0].place == "short"
        work.search.put("r1", "last", "a word among many others that say nothing")
        hits = work.search.find("word")
    assert len(hits) == 50
    assert hits[0].place == "last"
