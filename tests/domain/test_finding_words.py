"""Finding words in a text, and replacing them: only the characters that were found change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.finding_words import Hit, Wanted, finder, hits, replaced, shown, words_at
from response_app.domain.richtext import (
    FieldBlock,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    RichText,
    Run,
    Table,
    paragraphs,
    plain,
    plain_runs,
)
from tests.fixtures.soak import how_many
from tests.fixtures.strategies import rich_texts

Sign = tuple[str, bool, bool, str, str]


def found(text: str, words: str, **options: bool) -> list[str]:
    """Return what is found in a line."""
    return [text[start:end] for start, end in finder(Wanted(words, **options))(text)]


@pytest.mark.parametrize(
    "text, words, options, expected",
    [
        ("The force and the Force", "force", {}, ["force", "Force"]),
        ("The force and the Force", "force", {"case": True}, ["force"]),
        ("plan, plans, plan", "plan", {"whole": True}, ["plan", "plan"]),
        ("plan-led and plan_b", "plan", {"whole": True}, ["plan", "plan"]),
        ("the force’s and the force's", "force's", {}, ["force’s", "force's"]),
        ("the force’s and the force's", "force's", {"signs": True}, ["force's"]),
        ("14–15 May, 14-15 May", "14-15\N{NO-BREAK SPACE}may", {}, ["14–15 May", "14-15 May"]),
        ("“so” it is", '"so"', {}, ["“so”"]),
        ("a.b and axb (1)", "a.b", {}, ["a.b"]),
        ("anything", "", {}, []),
        ("cafe\N{COMBINING LONG SOLIDUS OVERLAY} cafe", "cafe", {}, ["cafe"]),
        ("caf\N{LATIN SMALL LETTER E WITH ACUTE}", "cafe\N{COMBINING ACUTE ACCENT}", {}, ["caf\N{LATIN SMALL LETTER E WITH ACUTE}"]),
    ],
)
def test_what_is_found(text: str, words: str, options: dict[str, bool], expected: list[str]) -> None:
    assert found(text, words, **options) == expected


def line(*runs: Run) -> RichText:
    """Return a text of one line."""
    return (Paragraph(runs),)


def test_words_are_found_across_runs_and_take_the_format_of_the_first() -> None:
    text = line(Run("the for"), Run("ce pl", bold=True), Run("an", link="https://example.org"))
    (hit,) = hits(text, finder(Wanted("force")))
    assert hit == Hit(1, 4, 9) and words_at(text, hit) == "force"
    assert replaced(text, [hit], "team") == line(Run("the team"), Run(" pl", bold=True), Run("an", link="https://example.org"))
    (hit,) = hits(text, finder(Wanted("plan")))
    assert replaced(text, [hit], "idea") == line(Run("the for"), Run("ce idea", bold=True))


def test_a_field_is_no_part_of_a_hit_and_stays() -> None:
    text = line(Run("force "), Run(field="force"), Run(" force"))
    assert hits(text, finder(Wanted("force"))) == [Hit(1, 0, 5), Hit(1, 14, 19)]
    assert hits(text, finder(Wanted("force ["))) == []
    assert plain(replaced(text, hits(text, finder(Wanted("force"))), "team")) == "team [force] team"
    here = shown(text[0].runs, lambda name: "Exampleshire Police")  # type: ignore[union-attr]
    assert here.text == "force Exampleshire Police force"
    assert here.place(0, 5) == (0, 5) and here.place(26, 31) == (14, 19)
    assert here.place(4, 9) is None and here.place(6, 10) is None and here.place(24, 27) is None


def test_every_kind_of_line_is_counted_as_places_are() -> None:
    item = ListItem((Paragraph((Run("one x"),)),), ListBlock(True, (ListItem((Paragraph((Run("two x"),)),)),)))
    table = Table(((Run("x"),), ()), (((Run("three"),), (Run("four x"),)),))
    text = (ListBlock(False, (item,)), FieldBlock("list_of_afis"), Quotation((Paragraph((Run("x"),)),), (Run("Mr x"),)), table)
    places = hits(text, finder(Wanted("x", whole=True)))
    assert [hit.paragraph for hit in places] == [1, 2, 4, 5, 6, 9]
    assert all(words_at(text, hit) == "x" for hit in places)
    assert plain(replaced(text, places, "y")) == plain(text).replace("x", "y")


def test_taking_out_all_words_of_a_line_leaves_the_rest_whole() -> None:
    text = (*line(Run("one")), *line(Run("two")), *line(Run("three")))
    assert plain(replaced(text, hits(text, finder(Wanted("two"))), "")) == "one\n\nthree"


def signs(text: RichText) -> list[list[Sign]]:
    """Return each character of each line with how it is written, a field as one."""
    lines = []
    for runs in paragraphs(text):
        made: list[Sign] = []
        for run in runs:
            made += [(each, run.bold, run.italic, run.link, "") for each in run.text] or [("", run.bold, run.italic, run.link, run.field)]
        lines.append(made)
    return lines


@st.composite
def _texts_with_words(draw: st.DrawFn) -> tuple[RichText, str]:
    text = draw(rich_texts())
    lines = [each for each in map(plain_runs, paragraphs(text)) if each]
    chosen = draw(st.sampled_from(lines)) if lines else "x"
    start = draw(st.integers(0, len(chosen) - 1))
    return text, chosen[start : start + draw(st.integers(1, 4))]


@pytest.mark.soak
@settings(max_examples=how_many(in_test=25, in_soak=2_000))
@given(_texts_with_words(), st.booleans(), st.booleans(), st.booleans())
def test_only_the_characters_that_were_found_change(made: tuple[RichText, str], case: bool, whole: bool, as_typed: bool) -> None:
    text, words = made
    here = hits(text, finder(Wanted(words, case, whole, as_typed)))
    before, after = signs(text), signs(replaced(text, here, "ZZ"))
    assert len(before) == len(after)
    for number, (old, new) in enumerate(zip(before, after, strict=True), start=1):
        expected: list[Sign] = []
        by_start = {hit.start: hit for hit in here if hit.paragraph == number}
        counted = skip = 0
        for sign in old:
            length = len(f"[{sign[4]}]") if sign[4] else 1
            if counted in by_start:
                skip = by_start[counted].end
                expected += [("Z", *sign[1:])] * 2
            if counted >= skip:
                expected.append(sign)
            else:
                assert not sign[4], "a field was in a hit"
            counted += length
        assert new == expected
    if case and as_typed:
        assert replaced(text, here, words) == text, "the same words again are the same text"
