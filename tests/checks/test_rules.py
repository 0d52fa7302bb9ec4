"""Every rule finds what it is for, at its place, and nothing in a clean record."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

import pytest

from response_app.checks import CODES, STOPPING, Problem, Severity
from response_app.checks.matches import LineRule, RecordTextsRule, TextRule
from response_app.checks.registry import ACROSS_TEXTS, LINE_RULES, RECORD_RULES, TEXT_RULES
from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, Applies, FindingKind
from response_app.domain.record import Record
from response_app.domain.response import Correction, DecisionKind, Marking, Publication
from response_app.domain.richtext import FieldBlock, ListBlock, ListItem, Paragraph, Run

from ..fixtures.shared import SHARED
from .sound import PROPOSED, SIGNED, clean_record, codes, finding, found, with_finding, with_state

BLANK_ACTION = Action(ActionKind.TAKEN, from_plain(""))


def only(record: Record, *, final: bool = True) -> Problem:
    """Return the one problem that the record has."""
    (problem,) = found(record, final=final)
    return problem


def test_a_clean_record_has_no_problem() -> None:
    assert found(clean_record()) == []


def test_codes_and_classes_are_those_of_the_contract() -> None:
    readme = SHARED / "contract" / "README.md"
    if not readme.is_file():
        pytest.skip("the contract is not at hand")
    section = readme.read_text(encoding="utf-8").partition("## Codes of `check`")[2].partition("\n\n`late`")[0]
    contract = {
        code: line.split("`")[1]
        for line in section.splitlines()
        if line.startswith("- `")
        for code in re.sub(r"\(.*?\)", "", line.partition(":")[2]).split()
    }
    assert {code: severity.value for code, severity in CODES.items()} == contract
    assert {each.value for each in STOPPING} == {"wrong", "law", "office_rule"}


def test_every_rule_is_known_by_its_code() -> None:
    on_words: list[LineRule | TextRule | RecordTextsRule] = [*LINE_RULES, *TEXT_RULES, *ACROSS_TEXTS]
    on_records = {getattr(rule, "__name__", "") for rule in RECORD_RULES}
    assert on_records | {rule.code for rule in on_words} | {"field_unresolved"} == set(CODES)
    for rule in on_words:
        assert rule.severity is CODES[rule.code] and rule.source


def test_what_is_told_is_whole() -> None:
    broken = found(broken_in_every_way(), cleaned=(Cleaned("sections.initial_response", "The tag <font> was removed."),))
    assert len({each.code for each in broken}) > 10
    for each in broken:
        assert each.severity is CODES[each.code]
        assert each.message and not each.message.endswith(".") and each.fix.endswith(".")


@dataclass(frozen=True)
class Cleaned:
    """As reading gives it."""

    place: str
    message: str


def broken_in_every_way() -> Record:
    """Return a record in which every rule but that on cleaned markup finds something."""
    record = with_state(clean_record(), version_label="", marking=Marking.OFFICIAL, decisions=())
    record = replace(record, inspection=replace(record.inspection, title="", publication_confirmed=False))
    record = replace(record, sections=replace(record.sections, initial_response=(Paragraph((Run(field="grade"), Run(" ☃"))),)))
    record = with_finding(record, "a1", action=())
    record = with_finding(record, "r1", action=())
    return with_finding(record, "r2", applies=Applies.NO)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("office", "force"),
        ("office", "body_title"),
        ("office", "body_short"),
        ("office", "holder"),
        ("office", "chief_officer_title"),
        ("office", "chief_officer_short"),
        ("office", "chief_officer"),
        ("inspection", "title"),
        ("inspection", "inspectorate"),
    ],
)
@pytest.mark.parametrize("empty", ["", " \u00a0"])
def test_required_missing_names_each_field(part: str, name: str, empty: str) -> None:
    record = clean_record()
    problem = only(replace(record, **{part: replace(getattr(record, part), **{name: empty})}))
    assert (problem.code, problem.severity, problem.place) == ("required_missing", Severity.WRONG, f"{part}.{name}")
    assert problem.message.endswith(" is missing")


def test_what_cannot_be_seen_is_missing() -> None:
    record = clean_record()
    unseen = replace(record, office=replace(record.office, holder="\u200b"))
    assert ("required_missing", "office.holder") in [(each.code, each.place) for each in found(unseen)]
    answer = with_finding(record, "r1", action=(Action(ActionKind.TAKEN, from_plain("\u200b\u2060")),))
    assert codes(answer) == ["recommendation_unexplained"]


def test_required_missing_summary_and_dates() -> None:
    record = clean_record()
    problem = only(replace(record, inspection=replace(record.inspection, summary=(Paragraph((Run("\u00a0"),)),))))
    assert problem.place == "inspection.summary"
    problem = only(replace(record, inspection=replace(record.inspection, published_on=None, publication_confirmed=False)))
    assert (problem.code, problem.place) == ("required_missing", "inspection.published_on")
    (problem, soon) = found(with_state(record, publication=Publication()))
    assert soon.code == "due_soon"
    assert problem.place == "record.publication.planned_on"
    assert codes(with_state(record, publication=Publication(confirmed_on=date(2024, 7, 3)))) == []


def test_required_missing_heading_of_a_printed_finding() -> None:
    problem = only(with_finding(clean_record(), "a1", heading=" "))
    assert (problem.code, problem.place) == ("required_missing", "findings[a1].heading")
    assert problem.message == "Area for improvement 1 has no heading"
    elsewhere = finding("x", FindingKind.AREA_FOR_IMPROVEMENT, scope="Elsewhere Police", heading="", applies=Applies.UNDECIDED)
    assert codes(replace(clean_record(), findings=(*clean_record().findings, elsewhere))) == []


def test_version_missing() -> None:
    signed = replace(SIGNED, version_label=" ")
    problem = only(with_state(clean_record(), version_label=" ", decisions=(signed,)))
    assert (problem.code, problem.message, problem.place) == ("version_missing", "The version is empty", "record.version_label")


def test_field_unresolved_says_where() -> None:
    text = (Paragraph((Run("See:"),)), Paragraph((Run("Graded "), Run(field="grade"), Run(", it says."))))
    record = clean_record()
    problem = only(replace(record, sections=replace(record.sections, initial_response=text)))
    assert (problem.code, problem.place, problem.paragraph, problem.start, problem.end, problem.quote) == (
        "field_unresolved",
        "sections.initial_response",
        2,
        7,
        14,
        "[grade]",
    )


def test_field_unresolved_in_lists_and_block_fields() -> None:
    record = clean_record()
    listed = ListBlock(False, (ListItem((Paragraph((Run("One"),)), Paragraph((Run(field="grade"),)))),))
    assert only(replace(record, sections=replace(record.sections, overall_comments=(listed,)))).paragraph == 2
    for known in (FieldBlock("list_of_afis"), Paragraph((Run(field="afi_count"),))):
        assert codes(replace(record, sections=replace(record.sections, overall_comments=(known,)))) == []
    assert codes(replace(record, sections=replace(record.sections, overall_comments=(FieldBlock("list_of_dreams"),)))) == [
        "field_unresolved"
    ]


def test_glyph_missing_names_character_and_place() -> None:
    record = with_finding(clean_record(), "a1", action=(PROPOSED, Action(ActionKind.TAKEN, from_plain("One.\n\nA ☃, a ☃ and ŵ."))))
    problem = only(record)
    assert problem.message == "The character “☃” (snowman, U+2603) is missing from the record’s font"
    assert (problem.place, problem.paragraph, problem.start, problem.end, problem.quote) == ("findings[a1].action[1].text", 2, 2, 3, "☃")


def test_glyph_missing_in_a_plain_string_and_without_a_name() -> None:
    record = clean_record()
    problem = only(replace(record, office=replace(record.office, contact="Ask \ue000.")))
    assert problem.message == "The character (no name, U+E000) is missing from the record’s font"
    assert (problem.place, problem.paragraph, problem.start) == ("office.contact", None, 4)
    assert codes(with_state(record, corrections=(Correction("1.1", None, "☃"),))) == ["glyph_missing"]


def test_texts_that_are_not_printed_are_left_alone() -> None:
    evidence = (Paragraph((Run("☃"), Run(field="grade"))),)
    elsewhere = finding("x", FindingKind.AREA_FOR_IMPROVEMENT, scope="Elsewhere Police", evidence=evidence, applies=Applies.UNDECIDED)
    assert codes(replace(clean_record(), findings=(*clean_record().findings, elsewhere))) == []


def test_marking_present_stops_the_final_only() -> None:
    marked = with_state(clean_record(), marking=Marking.OFFICIAL_SENSITIVE, embargo_until=date(2024, 7, 2))
    assert [(each.code, each.place) for each in found(marked)] == [
        ("marking_present", "record.marking"),
        ("marking_present", "record.embargo_until"),
    ]
    assert found(marked)[1].message == "The embargo until 2 July 2024 is still set"
    assert codes(marked, final=False) == []


def test_publication_date_unconfirmed() -> None:
    record = clean_record()
    problem = only(replace(record, inspection=replace(record.inspection, publication_confirmed=False)))
    assert (problem.code, problem.place) == ("publication_date_unconfirmed", "inspection.published_on")


@pytest.mark.parametrize("action", [(), (BLANK_ACTION,)])
def test_recommendation_unexplained(action: tuple[Action, ...]) -> None:
    problem = only(with_finding(clean_record(), "r1", action=action))
    assert (problem.code, problem.severity, problem.place) == ("recommendation_unexplained", Severity.LAW, "findings[r1].action")
    assert (problem.message, problem.source) == ("Recommendation 1 is not explained", "Police Act 1996, section 55(5B)")


@pytest.mark.parametrize("kind", list(ActionKind))
def test_recommendation_explained_by_any_kind_of_action(kind: ActionKind) -> None:
    assert codes(with_finding(clean_record(), "r1", action=(BLANK_ACTION, replace(PROPOSED, kind=kind)))) == []


def test_answered_with_another_finding() -> None:
    record = with_finding(clean_record(), "r1", action=(), answered_with="a1")
    assert codes(record) == []
    assert codes(with_finding(record, "a1", action=())) == ["recommendation_unexplained", "afi_unanswered"]
    assert codes(with_finding(clean_record(), "a1", action=(), answered_with="r1")) == []
    assert codes(with_finding(record, "r1", answered_with="nobody")) == ["recommendation_unexplained"]


def test_recommendations_for_others_need_their_reason_only() -> None:
    record = with_finding(clean_record(), "r1", action=(), applies=Applies.NO)
    problem = only(record)
    assert (problem.code, problem.severity, problem.place) == ("not_applicable_unexplained", Severity.LAW, "findings[r1].reason")
    assert problem.message == "Recommendation 1 does not apply, but no reason is given"
    elsewhere = with_finding(clean_record(), "r1", action=(), applies=Applies.UNDECIDED, scope="Elsewhere Police")
    assert only(elsewhere).message == "Recommendation 1 is made to others, but no reason is given"
    for each in (record, elsewhere):
        assert codes(with_finding(each, "r1", reason=from_plain("Made to the College of Policing."))) == []


def test_afi_unanswered() -> None:
    problem = only(with_finding(clean_record(), "a1", action=()))
    assert (problem.code, problem.severity, problem.place) == ("afi_unanswered", Severity.OFFICE_RULE, "findings[a1].action")
    assert problem.message == "Area for improvement 1 has no answer"
    assert problem.fix == "Answer it, or record who decided to publish without an answer, and why."
    for_others = with_finding(clean_record(), "a1", action=(), applies=Applies.NO)
    assert only(for_others).place == "findings[a1].reason"
    assert codes(with_finding(for_others, "a1", reason=from_plain("Closed by the inspectors."))) == []
    assert codes(with_finding(clean_record(), "a1", action=(), kind=FindingKind.PROMISING_PRACTICE)) == []


def test_a_cause_of_concern_is_answered_by_itself_or_by_its_recommendations() -> None:
    record = with_finding(clean_record(), "r2", action=())
    assert codes(record) == ["recommendation_unexplained", "afi_unanswered"]
    assert codes(with_finding(record, "c1", action=(PROPOSED,))) == ["recommendation_unexplained"]
    alone = replace(record, findings=tuple(each for each in record.findings if each.id != "r2"))
    assert codes(alone) == ["afi_unanswered"]


@pytest.mark.parametrize(
    "change",
    [{"version_label": "0.9"}, {"by": " "}, {"on": None}, {"what": DecisionKind.TEXT_AGREED}],
    ids=lambda change: next(iter(change)),
)
def test_not_signed_off(change: dict[str, object]) -> None:
    record = with_state(clean_record(), decisions=(replace(SIGNED, **change),))  # type: ignore[arg-type]
    problem = only(record)
    assert (problem.code, problem.severity, problem.place) == ("not_signed_off", Severity.OFFICE_RULE, "record.decisions")
    assert codes(record, final=False) == []


def test_markup_cleaned_warns() -> None:
    (problem,) = found(clean_record(), cleaned=(Cleaned("findings[a1].evidence", "The tag <font> was removed"),))
    assert (problem.code, problem.severity, problem.place) == ("markup_cleaned", Severity.WARNING, "findings[a1].evidence")


def test_the_heaviest_come_first_then_the_order_of_the_record() -> None:
    problems = found(broken_in_every_way())
    assert [each.severity for each in problems] == sorted((each.severity for each in problems), key=list(Severity).index)
    wrong = [each.place for each in problems if each.severity is Severity.WRONG]
    assert wrong == [
        "record.version_label",
        "record.marking",
        "inspection.title",
        "inspection.published_on",
        "sections.initial_response",
        "sections.initial_response",
    ]
    unanswered = replace(clean_record(), findings=tuple(replace(each, action=()) for each in reversed(clean_record().findings)))
    assert [each.place for each in found(unanswered)] == [
        "findings[r2].action",
        "findings[r1].action",
        "findings[c1].action",
        "findings[a1].action",
    ]
