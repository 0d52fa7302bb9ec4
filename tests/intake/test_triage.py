"""The table of what was found: every step gives another table, and no word of the report gets lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.domain.canonical import from_plain
from response_app.domain.finding import Applies, Due, DueKind, Finding, FindingKind
from response_app.domain.richtext import plain
from response_app.intake import triage
from response_app.intake.finder import propose
from response_app.intake.proposal import Confidence, Found, Proposal, ProposedFinding, ScopeKind, Span

from .finder.layouts import marked

AFI, CAUSE, RECOMMENDATION = FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.CAUSE_OF_CONCERN, FindingKind.RECOMMENDATION


def finding(number: int, kind: FindingKind = AFI, *, scope: str = "", parent: str | None = None, evidence: str = "") -> ProposedFinding:
    """Return a proposed finding "f<number>" on line 10 × number."""
    words = f"The force should do thing {number}."
    made = Finding(f"f{number}", kind, parent, scope, heading=words, wording=from_plain(words), evidence=from_plain(evidence))
    return ProposedFinding(made, Span(1, number * 10, number * 10), Span(1, number * 10 + 1, number * 10 + 3) if evidence else None)


@pytest.fixture
def table() -> triage.Triage:
    """Two areas for improvement, and a cause of concern with two recommendations."""
    found = [
        finding(1, evidence="We saw this.\n\nAnd we saw that.\n\nArea Y needs a plan. Nobody had one."),
        finding(2),
        finding(3, CAUSE),
        finding(4, RECOMMENDATION, parent="f3"),
        finding(5, RECOMMENDATION, parent="f3"),
    ]
    return triage.begin(Proposal(title=Found("A report"), findings=tuple(found)), "Exampleshire Police")


def words(table: triage.Triage) -> list[str]:
    """Return all words of all findings, sorted."""
    out = []
    for row in table.rows:
        out += plain(row.finding.wording).split() + plain(row.finding.evidence).split()
    return sorted(out)


def ids(table: triage.Triage) -> list[str]:
    """Return the ids in their order."""
    return [row.id for row in table.rows]


def test_findings_of_a_report_on_one_force_are_for_this_force(table: triage.Triage) -> None:
    """Without chapters for forces everything is for the force that was inspected."""
    assert table.inspection.title == "A report"
    assert {row.proposed.scope_kind for row in table.rows} == {ScopeKind.THIS_FORCE}
    assert all(row.taken and row.finding.applies is Applies.YES for row in table.rows)


def test_a_regional_report_leaves_the_other_forces_findings_out() -> None:
    """This force is known by its name in the settings, with or without "Police"; the region's findings are taken, undecided."""
    found = (
        finding(1, scope="Staffordshire Police"),
        finding(2, scope="West Mercia Police"),
        replace(finding(3, scope="Regional findings"), scope_kind=ScopeKind.REGION),
    )
    begun = triage.begin(Proposal(findings=found, forces=("Staffordshire Police", "West Mercia Police")), "Staffordshire")
    assert [row.taken for row in begun.rows] == [True, False, True]
    assert [row.finding.applies for row in begun.rows] == [Applies.YES, Applies.UNDECIDED, Applies.UNDECIDED]
    assert triage.counts(begun) == {ScopeKind.THIS_FORCE: 1, ScopeKind.OTHER_FORCE: 1, ScopeKind.REGION: 1}
    assert [each.scope for each in triage.taken_findings(begun)] == ["", "Regional findings"]


OTHERS = """# An inspection of Southshire Police
### Recommendations
- By 1 March 2025, Southshire Police should buy boats.
- Northshire Constabulary should lend its boats.
- The chief constable of Northshire Constabulary should, within two months, name a lead.
- Southshire Police and Northshire Constabulary should share a quay.
- The force should make sure that Northshire Constabulary has its charts.
### Recommendations for other forces
- Sergeants should learn to sail.
### Area for improvement
The force should dry its ropes.
"""


def test_what_a_report_on_one_force_tells_another_is_left_out() -> None:
    """By its subject, or by the heading over it; it is to be checked. For the other force it is its own."""
    proposal = propose(marked(OTHERS))
    assert [each.finding.scope for each in proposal.findings] == [
        "",
        "Northshire Constabulary",
        "Northshire Constabulary",
        "",
        "",
        "Other forces",
        "",
    ]
    begun = triage.begin(proposal, "Southshire Police")
    assert [row.taken for row in begun.rows] == [True, False, False, True, True, False, True]
    others = [row.proposed for row in begun.rows if not row.taken]
    assert {(each.scope_kind, each.confidence) for each in others} == {(ScopeKind.OTHER_FORCE, Confidence.CHECK)}
    assert others[0].why == "It is for Northshire Constabulary, and the report is on Southshire Police."
    assert others[2].why == "It is for other forces, and the report is on Southshire Police."
    assert [row.taken for row in triage.begin(proposal, "Northshire Constabulary").rows][1:3] == [True, True]


def test_leaving_out_a_cause_leaves_out_its_recommendations(table: triage.Triage) -> None:
    """They go together; a recommendation can still be left out alone."""
    without = triage.take(table, ["f3"], taken=False)
    assert [row.taken for row in without.rows] == [True, True, False, False, False]
    alone = triage.take(table, ["f5"], taken=False)
    assert [each.heading for each in triage.taken_findings(alone)][-1] == "The force should do thing 4."
    assert triage.taken_findings(alone)[3].parent == "f3"


def test_a_recommendation_without_its_cause_stands_alone(table: triage.Triage) -> None:
    """No finding of the record points at one that is not there, and ids begin at f1."""
    taken = triage.taken_findings(triage.take(triage.take(table, ["f3"], taken=False), ["f4"], taken=True))
    assert [(each.id, each.parent) for each in taken] == [("f1", None), ("f2", None), ("f3", None)]


def test_what_the_user_changes_is_sure(table: triage.Triage) -> None:
    """A change of several at once; the others stay as they were, and so does the table before."""
    due = Due(DueKind.DATE, date(2024, 9, 30), text="by 30 September 2024")
    changed = triage.change(table, ["f1", "f2"], kind=RECOMMENDATION, due=due)
    assert [row.finding.kind for row in changed.rows[:3]] == [RECOMMENDATION, RECOMMENDATION, CAUSE]
    assert changed.rows[0].proposed.confidence is Confidence.SURE
    assert table.rows[0].finding.kind is AFI


def test_said_to_be_for_another_force_it_is_left_out(table: triage.Triage) -> None:
    """And said to be for this force it is taken, and applies."""
    away = triage.place(table, ["f1"], ScopeKind.OTHER_FORCE, "West Mercia Police")
    assert not away.row("f1").taken and away.row("f1").finding.scope == "West Mercia Police"
    back = triage.place(away, ["f1"], ScopeKind.THIS_FORCE)
    assert back.row("f1").taken and back.row("f1").finding.applies is Applies.YES


def test_split(table: triage.Triage) -> None:
    """The second finding begins with the words chosen, has their first sentence as its heading, and stands right after."""
    halves = triage.split(table, "f1", 3)
    assert ids(halves) == ["f1", "f6", "f2", "f3", "f4", "f5"]
    first, second = halves.rows[0].finding, halves.rows[1].finding
    assert plain(first.evidence) == "We saw this.\nAnd we saw that."
    assert (second.heading, plain(second.wording), plain(second.evidence)) == (
        "Area Y needs a plan.",
        "Area Y needs a plan.",
        "Nobody had one.",
    )
    assert words(halves) == words(table)


def test_a_split_cause_keeps_its_recommendations(table: triage.Triage) -> None:
    """The new finding comes after them."""
    longer = triage.add_evidence(table, "f3", from_plain("First. Second.\n\nThird."))
    halves = triage.split(longer, "f3", 2)
    assert ids(halves) == ["f1", "f2", "f3", "f4", "f5", "f6"]
    assert halves.row("f4").finding.parent == "f3"


@pytest.mark.parametrize("at", [0, 4, -1])
def test_nothing_is_split_off_nowhere(table: triage.Triage, at: int) -> None:
    """Both halves need a piece."""
    with pytest.raises(ValueError, match="split"):
        triage.split(table, "f1", at)


def test_join(table: triage.Triage) -> None:
    """The first keeps its sentence; the others' words become its evidence, and their recommendations its own."""
    joined = triage.join(table, ["f2", "f3"])
    assert ids(joined) == ["f1", "f2", "f4", "f5"]
    assert plain(joined.row("f2").finding.evidence) == "The force should do thing 3."
    assert [row.finding.parent for row in joined.rows] == [None, None, "f2", "f2"]
    assert words(joined) == words(table)
    with pytest.raises(ValueError, match="two"):
        triage.join(table, ["f2"])


def test_joining_a_cause_with_its_own_recommendation_leaves_no_loop(table: triage.Triage) -> None:
    """The joined finding is nobody's child."""
    joined = triage.join(table, ["f3", "f4"])
    assert joined.row("f3").finding.parent is None
    assert joined.row("f5").finding.parent == "f3"


def test_a_missed_finding_is_added_where_it_stands(table: triage.Triage) -> None:
    """Before the first finding that stands after it, and never between a cause and its recommendations."""
    more, new = triage.add(table, AFI, from_plain("The force must keep records. They were lost."), Span(1, 15, 16))
    assert ids(more) == ["f1", "f6", "f2", "f3", "f4", "f5"]
    assert more.row(new).finding.heading == "The force must keep records."
    between, _ = triage.add(table, AFI, from_plain("Another."), Span(1, 35, 35))
    assert ids(between) == ["f1", "f2", "f3", "f4", "f5", "f6"]
    last, _ = triage.add(table, AFI, from_plain("Typed by hand."))
    assert ids(last)[-1] == "f6"


@given(st.lists(st.tuples(st.sampled_from(["split", "join", "take", "evidence"]), st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_no_word_is_lost_whatever_is_done(steps: list[tuple[str, int, int]]) -> None:
    """Splitting, joining and leaving out keep every word in the table, every id once, and every parent there."""
    table = triage.begin(
        Proposal(findings=(finding(1, evidence="A b. C d.\n\nE f."), finding(2, CAUSE), finding(3, RECOMMENDATION, parent="f2"))), ""
    )
    expected = words(table)
    for step, one, other in steps:
        row, second = table.rows[one % len(table.rows)], table.rows[other % len(table.rows)]
        if step == "split" and len(triage.pieces(row.finding)) > 1:
            table = triage.split(table, row.id, 1 + other % (len(triage.pieces(row.finding)) - 1))
        elif step == "join" and row.id != second.id:
            table = triage.join(table, [row.id, second.id])
        elif step == "take":
            table = triage.take(table, [row.id], taken=bool(other % 2))
        elif step == "evidence":
            table, expected = triage.add_evidence(table, row.id, from_plain("Extra words.")), sorted([*expected, "Extra", "words."])
        assert words(table) == expected
        assert len(set(ids(table))) == len(table.rows)
        taken = triage.taken_findings(table)
        assert all(each.parent is None or any(each.parent == other.id for other in taken) for each in taken)
