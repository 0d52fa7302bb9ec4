"""A checker that has seen a record finds in the changed one what a fresh one finds (checks)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.authoring.judging import PrintedHashes
from response_app.bank_holidays import HOLIDAYS
from response_app.checks import Checker, Context
from response_app.domain.canonical import canonical
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, FindingKind
from response_app.domain.inspection import StatedCount
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, ClockDecision, Comment, Invitation, InvitationOutcome
from response_app.domain.richtext import Block, ListBlock, ListItem, Paragraph, Quotation, RichText, Run
from response_app.interchange import printed_sha256

from .sound import SIGNED, TODAY, clean_record, draws, finding

PARAGRAPHS = (
    "The force publishes its results. It was reviewed in July last year by the Police Crime and Commissioner.",
    "We have three recommendations (and one cause for concern, which I currently chair.",
    "The BCU has said “this is so. Exampelshire Police will organize it, and the program was reviewed.",
    "All the recommendations will be completed within 30 days, as the law requires me to publish my response.",
    "The force has appointed a lead, and the work of all district teams is read each month by the panel of residents and by my own office.",
    "The Local Crime Scrutiny Board met. The Local Crime Scrutiny Group met.",
    "The regional findings are with the board on 14 th May; TBC.",
    "A wholly unremarkable answer.",
)


def _as(form: str, words: str) -> Block:
    """The same words in another form, of which some rules leave it alone."""
    match form:
        case "welsh":
            return Paragraph((Run(words),), "cy-GB")
        case "welsh run":
            return Paragraph((Run("So: "), Run(words, language="cy-GB")))
        case "bold":
            return Paragraph((Run(words, bold=True),))
        case "link":
            return Paragraph((Run(words, link="https://example.org/report"),))
        case "item":
            return ListBlock(False, (ListItem((Paragraph((Run(words),)),)),))
        case "quoted":
            return Quotation((Paragraph((Run(words),)),), (Run("Ann Other"),))
        case "no-break":
            return Paragraph((Run(words.replace(" ", "\N{NO-BREAK SPACE}")),))
        case _:
            return Paragraph((Run(words),))


forms = st.sampled_from(["plain", "plain", "welsh", "welsh run", "bold", "link", "item", "quoted", "no-break"])
words = st.lists(st.builds(_as, forms, st.sampled_from(PARAGRAPHS)), max_size=3).map(canonical)
names = st.sampled_from(["A. Example", "Ann Other", ""])
Edit = Callable[[Record], Record]


def _section(name: str, text: RichText) -> Edit:
    return lambda record: replace(record, sections=replace(record.sections, **{name: text}))


def _of_a_finding(at: int, change: Callable[[], dict[str, object]]) -> Edit:
    def edit(record: Record) -> Record:
        if not record.findings:
            return record
        place = at % len(record.findings)
        changed = replace(record.findings[place], **change())  # type: ignore[arg-type]
        return replace(record, findings=(*record.findings[:place], changed, *record.findings[place + 1 :]))

    return edit


def _answer(at: int, text: RichText) -> Edit:
    return _of_a_finding(at, lambda: {"action": (Action(ActionKind.PROPOSED, text),)})


def _two_answers(at: int, text: RichText) -> Edit:
    return _of_a_finding(at, lambda: {"action": (Action(ActionKind.TAKEN, text), Action(ActionKind.PROPOSED, text))})


def _comment(at: int, text: RichText) -> Edit:
    return _of_a_finding(at, lambda: {"chief": ChiefAnswer(text)})


def _heading(at: int, text: RichText) -> Edit:
    return _of_a_finding(at, lambda: {"heading": "The force should review the BCU.", "wording": text})


def _turn(record: Record) -> Record:
    return replace(record, findings=(*record.findings[1:], *record.findings[:1]))


def _take_out(record: Record) -> Record:
    return replace(record, findings=record.findings[:-1])


def _add(record: Record) -> Record:
    number = len(record.findings)
    return replace(record, findings=(*record.findings, finding(f"new{number}", FindingKind.RECOMMENDATION)))


def _sign(record: Record) -> Record:
    return replace(record, state=replace(record.state, decisions=(replace(SIGNED, sha256=printed_sha256(record)),)))


def _comment_on(record: Record) -> Record:
    comment = Comment(id="k1", place="sections.initial_response", quote="The force", by="Sam", text="Is it so?")
    return replace(record, state=replace(record.state, comments=(comment,)))


def _received(record: Record) -> Record:
    return replace(record, state=replace(record.state, invitation=Invitation(outcome=InvitationOutcome.RECEIVED)))


def _no_clock(record: Record) -> Record:
    return replace(record, state=replace(record.state, clock=ClockDecision(ClockApplies.NO)))


def _stated(record: Record) -> Record:
    return replace(record, inspection=replace(record.inspection, stated_counts=(StatedCount("recommendation", 3),)))


def _fire(record: Record) -> Record:
    return replace(record, office=replace(record.office, body_title="Police, Fire and Crime Commissioner", body_short="PFCC"))


def _as_it_was(record: Record) -> Record:
    return replace(record, sections=clean_record().sections)


at = st.integers(0, 5)
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(_section, st.sampled_from(["initial_response", "chief_officer_response", "overall_comments"]), words),
    st.builds(_answer, at, words),
    st.builds(_two_answers, at, words),
    st.builds(_comment, at, words),
    st.builds(_heading, at, words),
    st.sampled_from([_turn, _take_out, _add, _sign, _received, _no_clock, _stated, _fire, _comment_on, _as_it_was]),
    words.map(lambda text: lambda record: replace(record, inspection=replace(record.inspection, summary=text))),
    names.map(lambda name: lambda record: replace(record, office=replace(record.office, holder=name))),
    st.sampled_from(["BCU", "Exampleshire Police", "<p>", ""]).map(
        lambda name: lambda record: replace(record, office=replace(record.office, force=name))
    ),
)
days = st.sampled_from([TODAY, date(2024, 7, 5), date(2024, 8, 30)])


def context(today: date, final: bool) -> Context:
    return Context(today, final, draws, HOLIDAYS, hashes=PrintedHashes())


@given(st.lists(st.tuples(edits, days, st.booleans()), max_size=8))
@settings(max_examples=60, deadline=None)
def test_what_was_kept_changes_nothing(steps: list[tuple[Edit, date, bool]]) -> None:
    record, checker, kept = clean_record(), Checker(), PrintedHashes()
    for edit, today, final in steps:
        record = edit(record)
        remembered = checker.run(record, replace(context(today, final), hashes=kept))
        assert remembered == Checker().run(record, context(today, final))
        assert checker.run(record, replace(context(today, final), hashes=kept)) == remembered
