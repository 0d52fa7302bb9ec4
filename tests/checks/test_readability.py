"""Hints on readability: what is marked, and what well-written English may say unmarked."""

from __future__ import annotations

import pytest

from response_app.checks.readability import (
    MOST_WORDS,
    acronyms,
    american_spelling,
    double_space,
    explained,
    hints,
    long_sentence,
    passive,
    sentences,
)
from response_app.domain.canonical import from_plain
from response_app.domain.richtext import Paragraph, Quotation, Run
from response_app.interchange import read_fragment

LONG = " ".join(["word"] * (MOST_WORDS + 1))


def marked(rule: object, words: str) -> list[str]:
    """Return the words that a rule marks."""
    return [words[mark.start : mark.end] for mark in rule(words)]  # type: ignore[operator]


def test_a_sentence_is_long_from_thirty_six_words_on() -> None:
    short = " ".join(["Word"] * MOST_WORDS) + "."
    assert marked(long_sentence, short) == []
    assert marked(long_sentence, f"{short} {LONG.capitalize()}. {short}") == [f"{LONG.capitalize()}."]
    (mark,) = long_sentence(f"{LONG}.")
    assert mark.message == "A sentence of 36 words" and mark.code == "long_sentence" and mark.fix


def test_a_list_in_a_sentence_is_no_long_sentence() -> None:
    assert marked(long_sentence, f"I ask for: {LONG}, {LONG}, and {LONG}.") == []
    assert marked(long_sentence, f"{LONG}; {LONG}; {LONG}.") == []
    assert marked(long_sentence, f"{LONG}, {LONG}.") != []


def test_short_forms_and_initials_end_no_sentence() -> None:
    words = "Mr. J. Smith met Dr. Jones at para. 4, e.g. Monday. He said so!  “Did he?” Yes"
    assert [words[start:end] for start, end in sentences(words)] == [
        "Mr. J. Smith met Dr. Jones at para. 4, e.g. Monday.",
        "He said so!",
        "“Did he?”",
        "Yes",
    ]


@pytest.mark.parametrize(
    "words, expected",
    [
        ("Improvements have been made.", ["have been made"]),
        ("The plan was reviewed in May and was changed in June.", ["was reviewed"]),
        ("Action is being taken. Training will then be provided.", ["is being taken", "will then be provided"]),
        ("The plan will be completed by 30 September, by the end of May, by reviewing it.", ["will be completed"]),
        ("The plan has been reviewed by the force.", []),
        ("The plan was reviewed by my office in May.", []),
        ("The force is committed to this and is based in Stafford.", []),
        ("I am pleased and the public are concerned; we were delighted.", []),
        ("Victims who were identified, and crimes that are recorded, matter.", []),
        ("The force has reviewed its plan. It is good.", []),
    ],
)
def test_passives_that_leave_out_who_did_it(words: str, expected: list[str]) -> None:
    assert marked(passive, words) == expected


def test_double_blanks_between_words() -> None:
    assert marked(double_space, " one  two. \N{NO-BREAK SPACE}three four  ") == ["  ", " \N{NO-BREAK SPACE}"]
    assert marked(double_space, "one two") == []


@pytest.mark.parametrize(
    "words, expected",
    [
        ("We organize and prioritized the behavior of the center.", ["organize", "prioritized", "behavior", "center"]),
        ("Organization matters. Program two.", ["Organization", "Program"]),
        ("The World Health Organization and the Center for Policing", []),
        ("The size of the prize; citizens seize a horizon; exercise, advise, surprise.", []),
        ("see https://example.org/organization and a@center.org", []),
        ("We organise the programme and the labour of colleagues.", []),
        ("the license to practice in the colorado license office", []),
    ],
)
def test_american_spellings(words: str, expected: list[str]) -> None:
    assert marked(american_spelling, words) == expected


def test_what_to_write_in_place_of_an_american_spelling() -> None:
    assert [mark.fix for mark in american_spelling("Analyzing it")] == ["Write “Analysing”."]
    assert [mark.fix for mark in american_spelling("all neighborhoods, utilized")] == ["Write “neighbourhoods”.", "Write “utilised”."]


def test_acronyms() -> None:
    words = "The RGG and two AFIs, the ROCU’s 4P plan, an iPhone, McDonald, PowerPoint, HMICFRS; part IV, the BBC and the UK"
    assert [name for name, _, _ in acronyms(words)] == ["RGG", "AFI", "ROCU", "HMICFRS"]
    assert list(acronyms("OFFICIAL-SENSITIVE AND RGG")) == []


@pytest.mark.parametrize(
    "words, expected",
    [
        ("the Regional Governance Group (RGG) met", {"RGG"}),
        ("areas for improvement (AFIs) and AFI (an area for improvement)", {"AFI"}),
        ("the ROCU (regional organised crime unit)", {"ROCU"}),
        ("the team (2024) and (RGG)", set()),
    ],
)
def test_acronyms_that_are_explained(words: str, expected: set[str]) -> None:
    assert explained(words) == expected


def test_hints_on_a_text_count_paragraphs_as_places_do_and_leave_others_words() -> None:
    said = Quotation((Paragraph((Run("We organize  things; RGG."),)),), (Run("Mr ABCD"),))
    welsh = Paragraph((Run("Mae organize  RGG."),), "cy-GB")
    own = from_plain("The RGG met.\n\nThe RGG organizes  it. The SOC Board (SOCB) and known XYZ.")
    found = hints((said, welsh, *own), frozenset({"XYZ"}))
    assert [(each.paragraph, each.mark.code) for each in found] == [
        (4, "acronym_unexplained"),
        (5, "american_spelling"),
        (5, "double_space"),
        (5, "acronym_unexplained"),
    ]


def test_fields_and_tables_are_counted_and_give_no_hints() -> None:
    fields = '<p data-field="list_of_afis"></p><p><span data-field="force"></span> color</p>'
    text = read_fragment("<table><tr><th>Color</th><td>the RGG</td></tr></table>" + fields).text
    assert [(each.paragraph, each.mark.code, each.mark.start) for each in hints(text)] == [
        (1, "american_spelling", 0),
        (2, "acronym_unexplained", 4),
        (4, "american_spelling", 8),
    ]


def test_well_written_english_is_not_marked() -> None:
    words = (
        "On 14 May 2024 the inspectors published their report on how Exampleshire Police tackles serious and organised crime. "
        "I welcome it. The force is committed to doing more, and I have asked the Chief Constable to report to me every quarter.\n\n"
        "The Chief Constable will train 40 more officers by 30 September 2024. My office has set aside £1.2 million for this work. "
        "I chair the board that looks at progress; it meets in public, and anybody can read its papers on my website."
    )
    assert hints(from_plain(words)) == []
