"""Faults put into records in which there are none, one at a time: what a rule finds of these is its recall (checks)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from response_app.domain.canonical import canonical, from_plain
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, Finding, FindingKind
from response_app.domain.inspection import Grade, Judgement, Scale, StatedCount
from response_app.domain.office import Logo
from response_app.domain.record import Record
from response_app.domain.response import (
    Capacity,
    ClockDecision,
    Comment,
    Correction,
    Decision,
    DecisionKind,
    Invitation,
    Marking,
    Publication,
    Suggestion,
)
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.domain.selection import concerns_this_force

SECTIONS = ("initial_response", "chief_officer_response", "overall_comments")


@dataclass(frozen=True)
class Planted:
    """A fault: the code that should be told, and what puts it into a record."""

    code: str
    words: str
    edit: Callable[[Record], Record]


SAID = {
    "glyph_missing": ["The board met ☃ in January 2024."],
    "markup_left": ["Residents asked for more patrols.<br/>They were right.", "Victims told us &quot;nothing changed&quot;."],
    "awaiting_text": ["The number of officers trained is [figure to be added].", "The chair of the panel is TBC.",
                      "I am awaiting input from finance.", "The budget for this is £XX,XXX."],
    "draft_words_inside": ["Draft v0.3 for comment by the deputy.", "OFFICIAL: not to be shared before the panel meets."],
    "personal_detail": ["Please ring Sam on 07700 900456.", "Write to sam.author@hotmail.co.uk about the panel."],
    "title_wrong": ["As your Police and Crime Comissioners Office we listen.", "The Crime and Police Commissioner chairs the board."],
    "name_misspelt": ["HMCIFRS visited the force again.", "His Majesty’s Inspectorate of Constabularies came in March 2024."],
    "term_wrong": ["The causes for concern are serious.", "The force has an area of improvement in custody."],
    "wrong_subsection": ["I publish this under section 55(2) of the Police Act 1996.", "My duty is in s. 55(8) of that Act."],
    "wrong_period": ["The law requires me to publish a response within 28 days.", "I have a legal duty to respond within six weeks."],
    "relative_date": ["The inspection took place in October last year.", "The new posts start next month.", "I currently chair the board.",
                      "A new lead took up the post a few weeks ago."],
    "date_style": ["The panel meets on 3 rd June 2024.", "The panel met on 03/06/2024.", "The panel met on June 3, 2024."],
    "count_differs": ["I have read all 37 areas for improvement.", "The report makes nineteen recommendations.",
                      "There are 14 causes of concern."],
    "bracket_unbalanced": ["The board (which meets in public hears the figures.", "The board, which meets in public) hears the figures."],
    "quote_unbalanced": ["A resident said: “I rang and nobody came.", "A resident said: I rang and nobody came.”"],
    "heading_in_text": ["Overall comments", "Areas for improvement"],
    "link_internal": ["The plan is at https://intranet.example.police.uk/plan for all to read.", "It is kept at \\\\server\\plans."],
    "term_inconsistent": ["The Safer Streets Scrutiny Panel met in May 2024. The Safer Streets Scrutiny Board met in June 2024.",
                          "A Local Policing Team (LPT) leads this. The Lead Practitioner Tutor (LPT) trains it."],
    "words_of_another": ["Superintendent Ada Lowe said: “I have led this work for years. We listen to victims, and my officers act. We "
                         "have put our best people on it. I am proud of what we do and of how my teams have taken to it. Our victims "
                         "tell us so, and we hear them. We will go on with our work, and I will see to it.”"],
    "acronym_unexplained": ["The ROCU and the force share an analyst.", "Our MASH meets daily."],
    "long_sentence": ["The force which the inspectors visited in the spring has since then looked at each and every one of the cases that "
                      "they read and has come to see that in most of them the officer who had the case had too many others beside it."],
    "passive": ["The policy has been reviewed.", "All officers were trained by March 2024."],
    "double_space": ["The board  met in public."],
    "american_spelling": ["The force will prioritize victims.", "I welcome the new program."],
    "apostrophe": ["All the AFI's are in hand.", "The force knows its’ strengths."],
}  # fmt: skip
"""By code, paragraphs that are put at the end of a section, each in another record."""


def plantings() -> Iterator[Planted]:
    """Yield every fault."""
    for code, sentences in SAID.items():
        for number, words in enumerate(sentences):
            yield Planted(code, words, _say(words, SECTIONS[0 if code == "words_of_another" else number % 3], code == "words_of_another"))
    for code, text in LINKS.items():
        yield Planted(code, "a link", _add(text))
    for name, edit in EDITS.items():
        yield Planted(name.partition(" ")[0], name, edit)


LINKS: dict[str, RichText] = {
    "link_text_poor": (Paragraph((Run("For the report click "), Run("here", link="https://example.org/report"), Run("."))),),
}


def _say(words: str, section: str, alone: bool = False) -> Callable[[Record], Record]:
    added = from_plain(words)

    def edit(record: Record) -> Record:
        text = added if alone else canonical((*getattr(record.sections, section), *added))
        return replace(record, sections=replace(record.sections, **{section: text}))

    return edit


def _add(text: RichText) -> Callable[[Record], Record]:
    return lambda record: replace(
        record, sections=replace(record.sections, overall_comments=canonical((*record.sections.overall_comments, *text)))
    )


def _state(**changes: Any) -> Callable[[Record], Record]:
    return lambda record: replace(record, state=replace(record.state, **changes))


def _inspection(**changes: Any) -> Callable[[Record], Record]:
    return lambda record: replace(record, inspection=replace(record.inspection, **changes))


def _office(**changes: Any) -> Callable[[Record], Record]:
    return lambda record: replace(record, office=replace(record.office, **changes))


def _section(name: str, words: str) -> Callable[[Record], Record]:
    return lambda record: replace(record, sections=replace(record.sections, **{name: from_plain(words)}))


def _one(kind: FindingKind, change: Callable[[Finding], Finding]) -> Callable[[Record], Record]:
    """Change the first finding of a kind that somebody answers."""

    def edit(record: Record) -> Record:
        at = next(index for index, each in enumerate(record.findings) if each.kind is kind and each.action)
        return replace(record, findings=(*record.findings[:at], change(record.findings[at]), *record.findings[at + 1 :]))

    return edit


def _published(days: int, **changes: Any) -> Callable[[Record], Record]:
    def edit(record: Record) -> Record:
        assert record.inspection.published_on
        day = record.inspection.published_on + timedelta(days=days)
        return replace(record, state=replace(record.state, publication=Publication(planned_on=day), **changes))

    return edit


def _decided(what: DecisionKind, by: str, sha256: str = "", **changes: Any) -> Callable[[Record], Record]:
    def edit(record: Record) -> Record:
        label = record.state.version_label
        made = Decision(what=what, by=by, role="Commissioner", on=date(2024, 1, 2), version_label=label, sha256=sha256, **changes)
        return replace(record, state=replace(record.state, decisions=(*record.state.decisions, made)))

    return edit


def _repeated(record: Record) -> Record:
    long = next(
        each for each in record.sections.initial_response if isinstance(each, Paragraph) and len(str(each.runs[0].text).split()) > 26
    )
    return replace(record, sections=replace(record.sections, overall_comments=(*record.sections.overall_comments, long)))


def _twice_answered(record: Record) -> Record:
    same = (Action(ActionKind.PROPOSED, from_plain("I will look at this with great care at my next meeting.")),)
    answered = [each for each in record.findings if each.action][:2]
    findings = tuple(replace(each, action=same) if each in answered else each for each in record.findings)
    return replace(record, findings=findings)


def _confirmed(record: Record) -> Record:
    assert record.state.publication.planned_on
    day = record.state.publication.planned_on - timedelta(days=20)
    return replace(record, state=replace(record.state, publication=Publication(planned_on=day, confirmed_on=day)))


def _not_live(record: Record) -> Record:
    assert record.state.publication.planned_on
    return replace(
        record, state=replace(record.state, publication=Publication(planned_on=record.state.publication.planned_on - timedelta(3)))
    )


AFI, RECOMMENDATION = FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION
OTHER_HASH = "0" * 64
EDITS: dict[str, Callable[[Record], Record]] = {
    "required_missing holder": _office(holder=""),
    "required_missing title": _inspection(title=" "),
    "version_missing": _state(version_label=""),
    "field_unresolved": lambda record: _add((Paragraph((Run(field="grade"),)),))(
        replace(record, inspection=replace(record.inspection, judgements=()))
    ),
    "marking_present": _state(marking=Marking.OFFICIAL),
    "comments_open": _state(comments=(Comment(id="k1", place="sections.overall_comments", by="Sam", text="Is it so?"),)),
    "suggestions_open": _state(suggestions=(Suggestion(id="s1", place="sections.overall_comments", by="Sam"),)),
    "alt_text_missing": _office(logo=Logo("logo.png", "")),
    "publication_date_unconfirmed": _inspection(publication_confirmed=False),
    "version_reused": _state(corrections=(Correction("1.0", date(2024, 1, 2), "A date."), Correction("1.0", date(2024, 1, 3), "A name."))),
    "recommendation_unexplained": _one(RECOMMENDATION, lambda each: replace(each, action=())),
    "not_applicable_unexplained": _one(RECOMMENDATION, lambda each: replace(each, applies=each.applies.NO, reason=())),
    "chief_officer_not_invited": _state(invitation=Invitation()),
    "agreed_text_changed": _decided(DecisionKind.TEXT_AGREED, "Sam Author", OTHER_HASH),
    "section_empty": _section("initial_response", ""),
    "clock_undecided": _state(clock=ClockDecision()),
    "afi_unanswered": _one(AFI, lambda each: replace(each, action=())),
    "not_signed_off": _state(decisions=()),
    "signed_off_before_change": _decided(DecisionKind.SIGNED_OFF, "Sam Author", OTHER_HASH),
    "overall_comments_empty": _section("overall_comments", ""),
    "late": _published(60),
    "due_soon": lambda record: _state(publication=Publication())(record),
    "not_confirmed_live": _not_live,
    "copies_not_recorded": _confirmed,
    "recommendations_mentioned_none_recorded": lambda record: _say(
        "I expect the force to meet all the recommendations.", "overall_comments"
    )(replace(record, findings=tuple(each for each in record.findings if each.kind is AFI))),
    "regional_findings_missing": lambda record: _say("The regional findings are a matter for the board.", "overall_comments")(
        replace(record, findings=tuple(each for each in record.findings if concerns_this_force(record, each)))
    ),
    "markup_cleaned": lambda record: replace(record, extensions="{}"),
    "grade_not_on_scale": _inspection(scale=Scale.FOUR_TIER, judgements=(Judgement(grade=Grade.ADEQUATE),)),
    "duplicate_text": _repeated,
    "dates_out_of_order": _published(-3),
    "holder_changed": _decided(DecisionKind.SIGNED_OFF, "Zebedee Other", capacity=Capacity.HOLDER),
    "stated_count_differs": _inspection(stated_counts=(StatedCount("recommendation", 37),)),
    "finding_terms_absent": lambda record: _one(
        record.findings[0].kind if record.findings[0].action else AFI,
        lambda each: replace(each, chief=ChiefAnswer(from_plain("We will.")), action=(Action(ActionKind.TAKEN, from_plain("I have.")),)),
    )(record),
    "force_action_only": _one(AFI, lambda each: replace(each, action=(Action(ActionKind.TAKEN, from_plain("The force has begun.")),))),
    "identical_answers": _twice_answered,
    "date_on_holiday": lambda record: replace(
        record, state=replace(record.state, publication=Publication(planned_on=_sunday(record.state.publication.planned_on)))
    ),
}


def _sunday(day: date | None) -> date:
    assert day
    return day + timedelta(days=6 - day.weekday() if day.weekday() < 6 else 7)
