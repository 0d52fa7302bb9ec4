"""A fault is found in whatever form its words stand, at the same characters, and good English stays good in every form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from response_app.checks import Checker, Severity
from response_app.checks.checker import in_line
from response_app.checks.facts import facts_of
from response_app.checks.paragraphs import read
from response_app.checks.registry import TEXT_RULES
from response_app.domain.canonical import canonical
from response_app.domain.places import TextAt, Whose
from response_app.domain.richtext import Block, ListBlock, ListItem, Paragraph, Quotation, Run, Table

from .sound import TODAY, clean_record, found, said
from .test_again import context
from .test_words import FINE, WRONG

NO_BREAK, THIN, NO_BREAK_HYPHEN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"


def _paragraph(words: str) -> Block:
    return Paragraph((Run(words),))


def _in_many_runs(words: str) -> Block:
    return Paragraph(tuple(Run(each, italic=number % 2 == 0) for number, each in enumerate(words)))


def _nested(words: str) -> Block:
    below = ListBlock(True, (ListItem((Paragraph((Run(words),)),)),))
    return ListBlock(False, (ListItem((Paragraph((Run("First."),)),), below),))


FORMS: dict[str, Callable[[str], Block]] = {
    "with no-break spaces": lambda words: _paragraph(words.replace(" ", NO_BREAK)),
    "with thin spaces": lambda words: _paragraph(words.replace(" ", THIN)),
    "with other hyphens": lambda words: _paragraph(words.replace("-", NO_BREAK_HYPHEN)),
    "over many runs": _in_many_runs,
    "in a list": _nested,
    "in a table": lambda words: Table(((Run("What"),),), (((Run(words),),),)),
    "quoted": lambda words: Quotation((Paragraph((Run(words),)),), (Run("Ann Other"),)),
}
_OF_A_PARAGRAPH = ("in a list", "in a table", "quoted")


def told(block: Block) -> Iterator[tuple[str, Severity, int, int, str]]:
    """Yield what the rules on one text find: code, severity, characters, and the words as they were written."""
    text = read(TextAt("sections.initial_response", canonical((block,)), Whose.OURS, True))
    facts = facts_of(clean_record())
    for line in text.lines:
        yield from (
            (rule.code, rule.severity, each.start, each.end, line.written[each.start : each.end]) for rule, each in in_line(line, facts)
        )
    for rule in TEXT_RULES:
        for line, each in rule.find(text.lines):
            yield rule.code, rule.severity, each.start, each.end, line.written[each.start : each.end]


@pytest.mark.parametrize("form", FORMS)
def test_a_fault_is_found_in_every_form(form: str) -> None:
    for code, words, _ in WRONG:
        if code == "heading_in_text" and form in _OF_A_PARAGRAPH:
            continue  # what repeats a heading is a paragraph
        plain = [(start, end) for each, _, start, end, _ in told(_paragraph(words)) if each == code]
        found_there = [(start, end) for each, _, start, end, _ in told(FORMS[form](words)) if each == code]
        assert found_there == plain != [], (form, code, words)


@pytest.mark.parametrize("form", FORMS)
def test_good_english_is_left_alone_in_every_form(form: str) -> None:
    for words in FINE:
        assert [each for each in told(FORMS[form](words)) if each[1] is not Severity.HINT] == [], (form, words)


def test_the_quote_is_what_was_written() -> None:
    (problem,) = said(f"In July{NO_BREAK}last{NO_BREAK}year we met.")
    assert (problem.code, problem.quote, problem.start, problem.end) == ("relative_date", f"In July{NO_BREAK}last{NO_BREAK}year", 0, 17)


def test_words_in_another_language_are_not_taken_for_the_same_words_in_english() -> None:
    words = "The policy has been reviewed."
    welsh, english, run = Paragraph((Run(words),), "cy-GB"), _paragraph(words), Paragraph((Run("So: "), Run(words, language="cy-GB")))
    record, checker = clean_record(), Checker()

    def passives(*blocks: Block) -> list[int | None]:
        changed = replace(record, sections=replace(record.sections, initial_response=canonical(blocks)))
        remembered = [each.paragraph for each in checker.run(changed, context(TODAY, True)) if each.code == "passive"]
        assert remembered == [each.paragraph for each in found(changed) if each.code == "passive"]
        return remembered

    assert passives(welsh, english) == [2]
    assert passives(english, welsh) == [1]
    assert passives(run, _paragraph(f"So: {words}")) == [2]
    assert passives(_paragraph(f"So: {words}"), run) == [1]


def test_a_record_in_welsh_is_not_read_as_english() -> None:
    record = replace(clean_record(), language="cy-GB")
    words = "The policy has been reviewed by, and the program of the MASH  too."
    told = replace(record, sections=replace(record.sections, initial_response=canonical((_paragraph(words),))))
    assert [each.code for each in found(told) if each.place == "sections.initial_response"] == []
    english = Paragraph((Run(words),), "en-GB")
    told = replace(record, sections=replace(record.sections, initial_response=canonical((english,))))
    assert {each.code for each in found(told)} >= {"american_spelling", "acronym_unexplained", "double_space"}
