"""Three-way merge and changed places: undo keeps what was written since."""

from __future__ import annotations

from dataclasses import replace

from response_app.domain.changes import Changes, changed_places
from response_app.domain.finding import Finding, FindingKind
from response_app.domain.merge import merge
from response_app.domain.record import Record, Sections
from response_app.domain.richtext import Paragraph, RichText, Run


def text(words: str) -> RichText:
    return (Paragraph((Run(words),)),)


def finding(name: str, heading: str = "It should.") -> Finding:
    return Finding(name, FindingKind.AREA_FOR_IMPROVEMENT, heading=heading)


BASE = Record(findings=(finding("a"), finding("b"), finding("c")), sections=Sections(initial_response=text("first")))


def test_the_way_back_keeps_what_was_written_since() -> None:
    deleted = replace(BASE, findings=BASE.findings[1:])
    now = replace(deleted, sections=Sections(initial_response=text("written since")))
    back = merge(base=deleted, ours=now, theirs=BASE)
    assert back.record == replace(BASE, sections=now.sections)
    assert back.conflicts == ()


def test_the_same_thing_changed_on_both_sides_keeps_ours_and_says_so() -> None:
    theirs = replace(BASE, sections=Sections(initial_response=text("theirs")))
    ours = replace(BASE, sections=Sections(initial_response=text("ours")))
    merged = merge(BASE, ours, theirs)
    assert merged.record == ours
    assert merged.conflicts == ("sections.initial_response",)


def test_different_fields_of_one_finding_both_stay() -> None:
    ours = replace(BASE, findings=(finding("a", "Ours."), *BASE.findings[1:]))
    theirs = replace(BASE, findings=(replace(BASE.findings[0], number="7"), *BASE.findings[1:]))
    merged = merge(BASE, ours, theirs)
    assert merged.record.findings[0] == replace(finding("a", "Ours."), number="7")
    assert merged.conflicts == ()


def test_a_finding_deleted_there_and_changed_here_stays() -> None:
    ours = replace(BASE, findings=(BASE.findings[0], finding("b", "Changed."), BASE.findings[2]))
    theirs = replace(BASE, findings=(BASE.findings[0], BASE.findings[2]))
    merged = merge(BASE, ours, theirs)
    assert [each.id for each in merged.record.findings] == ["a", "b", "c"]
    assert merged.conflicts == ("findings[b]",)


def test_an_order_changed_on_one_side_is_taken_and_new_ones_follow_their_neighbour() -> None:
    ours = replace(BASE, findings=(*BASE.findings[:2], finding("new"), BASE.findings[2]))
    theirs = replace(BASE, findings=tuple(reversed(BASE.findings)))
    merged = merge(BASE, ours, theirs)
    assert [each.id for each in merged.record.findings] == ["c", "b", "new", "a"]


def test_a_finding_added_there_comes_and_one_deleted_there_goes() -> None:
    theirs = replace(BASE, findings=(finding("z"), *BASE.findings[:2]))
    merged = merge(BASE, BASE, theirs)
    assert merged.record == theirs
    ours = replace(BASE, office=replace(BASE.office, force="Exampleshire Police"))
    merged = merge(BASE, ours, theirs)
    assert [each.id for each in merged.record.findings] == ["z", "a", "b"]
    assert merged.record.office.force == "Exampleshire Police"


def test_changed_places_name_the_leaves() -> None:
    after = replace(
        BASE,
        findings=(finding("a", "New."), *BASE.findings[1:]),
        sections=replace(BASE.sections, overall_comments=text("x")),
        state=replace(BASE.state, version_label="1.0"),
    )
    assert changed_places(BASE, after) == ("record.version_label", "findings[a].heading", "sections.overall_comments")
    assert changed_places(BASE, BASE) == ()
    assert changed_places(BASE, replace(BASE, findings=BASE.findings[:1])) == ("findings",)


def test_touches_looks_inside_and_around() -> None:
    changes = Changes("r", places=("findings[a].chief.text",))
    assert changes.touches("findings[a]")
    assert changes.touches("findings")
    assert changes.touches("findings[a].chief.text")
    assert not changes.touches("findings[ab]")
    assert not changes.touches("sections.initial_response")
    assert Changes("r", places=("findings",)).touches("findings[a].heading")
    assert Changes("r").touches("anything")
