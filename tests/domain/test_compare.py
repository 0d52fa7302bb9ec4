"""Two texts word by word: nothing is lost, what is said to have changed has, and long texts cost little."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings

from response_app.domain.canonical import from_plain
from response_app.domain.compare import Comparison, Fate, LineKind, compare
from response_app.domain.richtext import FieldBlock, Heading, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Table

from ..fixtures.strategies import rich_texts


def side(comparison: Comparison, without: Fate) -> list[str]:
    """Return the lines of one of the two texts: those in which something is left without the other's words."""
    kept = ["".join(piece.text for piece in line.pieces if piece.fate is not without) for line in comparison.lines]
    return ["".join(words.split()) for words in kept if words.strip()]


def said(before: str, after: str) -> list[str]:
    """Return the changes in words from one plain text to another."""
    return [each.words for each in compare(from_plain(before), from_plain(after)).changes]


@given(rich_texts(), rich_texts())
@settings(max_examples=50, deadline=None)
def test_both_texts_are_in_it_to_the_letter(before: RichText, after: RichText) -> None:
    comparison = compare(before, after)
    assert side(comparison, Fate.REMOVED) == side(compare(after, after), Fate.REMOVED)
    assert side(comparison, Fate.ADDED) == side(compare(before, before), Fate.ADDED)


@given(rich_texts())
@settings(max_examples=40, deadline=None)
def test_a_text_is_no_other_than_itself(text: RichText) -> None:
    comparison = compare(text, text)
    assert not comparison.changes and not comparison.only_looks
    assert all(line.is_same for line in comparison.lines)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("I am assured of it.", "I am sure of it.", ["removed: “assured”, added: “sure”"]),
        ("The Group meets.", "The Governance Group meets.", ["added: “Governance”"]),
        ("It meets each quarter.", "It meets.", ["removed: “each quarter”"]),
        ("One.\n\nTwo.", "One.", ["removed: “Two.”"]),
        ("One.", "One.\n\nTwo.", ["added: “Two.”"]),
        ("First here.\n\nSecond there.", "New one.\n\nFirst here.\n\nSecond there now.", ["added: “New one.”", "added: “now”"]),
        ("The force’s plan", "The forces’ plan", ["removed: “force’s”, added: “forces’”"]),
        ("", "Words.", ["added: “Words.”"]),
    ],
)
def test_changes_are_said_in_words(before: str, after: str, changes: list[str]) -> None:
    assert said(before, after) == changes


def test_a_change_names_its_line() -> None:
    (change,) = compare(from_plain("One.\n\nTwo words."), from_plain("One.\n\nTwo other words.")).changes
    assert change.line == 1


def test_a_line_that_was_changed_is_one_line_and_other_words_are_two() -> None:
    one = compare(from_plain("The force will plan for more people."), from_plain("The force shall plan for more people."))
    other = compare(from_plain("The force will plan."), from_plain("Nothing of this stays here."))
    assert len(one.lines) == 1
    assert [[piece.fate for piece in line.pieces] for line in other.lines] == [[Fate.REMOVED], [Fate.ADDED]]


def test_lines_know_what_they_are() -> None:
    items = (
        ListItem((Paragraph((Run("a"),)),), ListBlock(False, (ListItem((Paragraph((Run("b"),)),)),))),
        ListItem((Paragraph((Run("c"),)),)),
    )
    text: RichText = (
        Heading(2, (Run("Head", bold=True),)),
        ListBlock(True, items),
        Quotation((Paragraph((Run("Said"),)),), (Run("By whom"),)),
        Table(((Run("A"),), (Run("B"),)), (((Run("1"),), (Run("2"),)),)),
        FieldBlock("list_of_afis"),
    )
    lines = compare(text, text).lines
    assert [(each.kind, each.level, each.mark) for each in lines[:4]] == [
        (LineKind.HEADING, 2, ""),
        (LineKind.ITEM, 1, "1."),
        (LineKind.ITEM, 2, "–"),
        (LineKind.ITEM, 1, "2."),
    ]
    assert ["".join(piece.text for piece in each.pieces) for each in lines[4:]] == ["Said", "– By whom", "A | B", "1 | 2", "[list_of_afis]"]
    assert lines[0].pieces[0].bold


def test_other_looks_of_the_same_words_are_told_as_such() -> None:
    comparison = compare(from_plain("Words."), (Heading(1, (Run("Words."),)),))
    assert comparison.only_looks and not comparison.changes


def test_of_a_long_text_little_more_than_what_differs_is_worked_on() -> None:
    """300 pages; the bound is a ratio to reading the lines of both, so that it holds on a slow machine."""
    long = [f"Paragraph {number} says what the force does about crime number {number * 7} and about others." for number in range(3000)]
    changed = [each.replace("crime", "harm") if number % 30 == 0 else each for number, each in enumerate(long)]
    before, after = from_plain("\n\n".join(long)), from_plain("\n\n".join(changed))
    began = process_time()
    assert not compare(before, before).changes
    same = process_time() - began
    began = process_time()
    assert len(compare(before, after).changes) == 100
    assert process_time() - began < max(12 * same, 0.2)
