"""Search finds what is there now, and any input is allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from response_app.domain.finding import Finding, FindingKind
from response_app.domain.inspection import Grade, Inspection, Judgement
from response_app.domain.office import JointBody, Office
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, ClockDecision, Comment, Correction, Reply, ResponseState
from response_app.domain.richtext import FieldBlock, Paragraph, RichText, Run
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
    sought = ("arolygiad heddlu", "heddlu pennawd", "heddlu eto", "no heddlu", "heddlu hedlu")
    assert [places(store, each) for each in sought] == [
        {"inspection.title"},
        {"findings[f1].heading"},
        {"findings[f1].evidence"},
        {"record.comments[c1].text"},
        {"record.corrections[0].text"},
    ]


def test_people_grades_and_the_reason_of_the_clock_are_found(store: Store) -> None:
    record = bare(
        office=Office(holder="Gwen Holder", chief_officer="Dai Prif", joint_with=(JointBody(holder="Ann Arall"),)),
        inspection=Inspection(judgements=(Judgement("", "Recording crime", Grade.REQUIRES_IMPROVEMENT),)),
        state=ResponseState(clock=ClockDecision(ClockApplies.NO, "A revisit letter")),
    )
    save(store, record)
    sought = ("gwen", "prif", "arall", "recording improvement", "revisit")
    assert [places(store, each) for each in sought] == [{"office"}] * 3 + [{"inspection.judgements"}, {"record.clock"}]


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
        ("victims b", True),
        ("victims x", True),
        ("victim x", False),
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


def put_many(store: Store, texts: list[tuple[str, str, str]]) -> None:
    """Put words straight into the index: record, place, words."""
    with store.work() as work:
        for record_id in dict.fromkeys(each[0] for each in texts):
            work.records.add(replace(bare(), record_id=record_id))
        for each in texts:
            work.search.put(*each)
        work.commit()


def test_fewer_than_500_are_ranked_and_else_the_newest_come_first(store: Store) -> None:
    """Ranked, the shortest text with the word comes first."""
    put_many(store, [("r0", "short", "word"), *((f"r{at}", "p", "a word among many others that say nothing") for at in range(498))])
    with store.work() as work:
        found = work.search.look("word")
        assert (found.hits[0].place, found.hits[1].record_id, found.more) == ("short", "r497", True)
        work.records.add(replace(bare(), record_id="last"))
        work.search.put("last", "p", "a word among many others that say nothing")
        found = work.search.look("word")
    assert [each.record_id for each in found.hits] == ["last", *(f"r{at}" for at in range(497, 448, -1))]
    assert found.more


def test_of_a_record_the_three_best_places_are_shown(store: Store) -> None:
    """So that one record does not crowd out the others; what stands there is told of each."""
    put_many(store, [("r1", "old", "word"), *(("r1", f"p{at}", "a word and more of them") for at in range(5)), ("r2", "p", "a word too")])
    with store.work() as work:
        found = work.search.look("word")
        assert [(each.record_id, each.place) for each in found.hits] == [("r1", "old"), ("r2", "p"), ("r1", "p4"), ("r1", "p3")]
        assert {each.words[1] for each in found.hits} == {"word"} and not found.more
        assert work.search.look("too").hits == work.search.look("too").hits != ()


@pytest.mark.parametrize("many", [10, 600])
def test_a_second_search_begins_anew(store: Store, many: int) -> None:
    """What was shown before counts for nothing."""
    put_many(store, [(f"r{at}", "p", f"word number {at}") for at in range(many)])
    with store.work() as work:
        first = work.search.look("word")
        assert work.search.look("word") == first and len(first.hits) == min(many, 50)
    with store.work() as work:
        assert work.search.look("word") == first


def with_field(name: str, *, inline: bool = True) -> RichText:
    """A text with a live field among words."""
    return (Paragraph((Run("About "), Run(field=name), Run(" we say."))),) if inline else (FieldBlock(name),)


def test_fields_are_found_as_one_reads_them_and_follow_the_record(store: Store) -> None:
    """By autosave, with the whole record, and when the record's facts change."""
    record = replace(bare(), inspection=replace(bare().inspection, title="Vetting"))
    heading = Finding("f1", FindingKind.RECOMMENDATION, heading="The force should act.")
    save(store, replace(record, findings=(heading,), sections=replace(record.sections, overall_comments=with_field("report_title"))))
    set_text(store, "sections.initial_response", with_field("report_title"))
    set_text(store, "sections.chief_officer_response", with_field("list_of_recommendations", inline=False))
    both = {"sections.initial_response", "sections.overall_comments"}
    assert places(store, "about vetting we") == both
    assert places(store, "report_title") == places(store, "report title") == set()
    assert places(store, "should act") == {"findings[f1].heading", "sections.chief_officer_response"}
    with store.work() as work:
        (shown, *_) = (hit.words for hit in work.search.find("vetting say") if hit.place != "inspection.title")
        assert "".join(shown) == "About Vetting we say."
        before = work.records.get("r1")
        inspection = replace(before.inspection, title="Custody")
        work.records.update(replace(before, inspection=inspection, findings=(replace(heading, heading="The force should plan."),)))
        work.commit()
    assert places(store, "about custody we") == both and places(store, "about vetting") == set()
    assert places(store, "should plan") == {"findings[f1].heading", "sections.chief_officer_response"}


LONG_LINES = 700


def a_long_text(last: str) -> RichText:
    """Return a text that is too long for its row to be written with every pause in typing."""
    return words(*["The force answers to burglary within the hour, and tells whoever was there."] * LONG_LINES, last)


def rows_behind(store: Store) -> int:
    """Return how many rows of the index are behind."""
    with store.work() as work:
        return len(work.search.behind())


def found_in(store: Store, sought: str) -> list[str]:
    """Search as the app does, and keep what that writes."""
    with store.work() as work:
        found = work.look(sought)
        work.keep_index()
        return [hit.place for hit in found.hits]


def test_a_long_text_is_written_into_the_index_before_the_next_search(store: Store) -> None:
    """A pause in typing only notes that its row is behind; a search finds what is there now, and not what was."""
    place = "sections.overall_comments"
    save(store, bare())
    set_text(store, place, a_long_text("zebrafinch"))
    assert rows_behind(store) == 0 and found_in(store, "zebrafinch") == [place]
    for last in ("goldfinch", "greenfinch"):
        set_text(store, place, a_long_text(last))
        assert rows_behind(store) == 1
    assert found_in(store, "greenfinch") == [place] and found_in(store, "goldfinch") == []
    assert rows_behind(store) == 0
    assert found_in(store, "zebrafinch") == []


@pytest.mark.parametrize("then", ["short", "decision", "delete", "same"])
def test_what_happens_next_to_a_row_that_is_behind(store: Store, then: str) -> None:
    """A text that is short again, a decision on the record, its deletion: the index is right, and no note stays behind for good."""
    place = "sections.overall_comments"
    save(store, bare())
    for last in ("zebrafinch", "goldfinch"):
        set_text(store, place, a_long_text(last))
    with store.work() as work:
        record = work.records.get("r1")
        if then == "short":
            work.records.set_text("r1", place, words("greenfinch"))
        elif then == "decision":
            work.records.update(replace(record, inspection=replace(record.inspection, title="Burglary")))
        elif then == "same":
            work.records.set_text("r1", place, a_long_text("zebrafinch"))
            work.records.update(replace(record, sections=replace(record.sections, overall_comments=a_long_text("zebrafinch"))))
        else:
            work.records.delete("r1")
        work.commit()
    is_behind = then in ("decision", "same")
    assert rows_behind(store) == is_behind
    here = {"short": "greenfinch", "decision": "goldfinch", "same": "zebrafinch"}.get(then)
    for sought in ("zebrafinch", "goldfinch", "greenfinch"):
        assert found_in(store, sought) == ([place] if sought == here else [])
    assert rows_behind(store) == 0
