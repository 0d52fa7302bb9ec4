"""Spelling: which words are looked at, which are right, what is suggested, and what is said where there is no dictionary."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.domain.inspection import Inspection
from response_app.domain.office import JointBody, Office
from response_app.domain.record import Record
from response_app.guidance.spelling import (
    MOST_SUGGESTIONS,
    Spelling,
    SpellingAbsent,
    names_in,
    one_word,
    read_dictionary,
    shipped_words,
)
from tests.fixtures.few_words import FewWords


def wrong(text: str, spelling: Spelling | None = None) -> list[str]:
    """Return the misspelt words of a text, after the dictionary was asked about those in doubt."""
    spelling = spelling or Spelling(FewWords())
    words = list(spelling.doubtful(text))
    assert all(text[word.start : word.end] == word.text for word in words)
    spelling.remember(spelling.look_up(word.text for word in words))
    return [word.text for word in spelling.doubtful(text) if spelling.is_wrong(word.text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The force will recieve", ["recieve"]),
        ("multi-agancy", ["agancy"]),
        ("multi-agency", []),
        ("don’t don't donʼt", []),
        ("dont", ["dont"]),
        ("the officer’s, the officers’ and the officer's", []),
        ("the oficer’s", ["oficer’s"]),
        ("‘the force’ and 'the force'", []),
        ("HMICFRS’s AFIs, PCCs and XYZQs", []),
        ("Xyzqs", ["Xyzqs"]),
        ("4Ps 2nd s55 B2B 2024", []),
        ("a x", []),
        ("see www.exampel.org/recieve and https://exampel.org/recieve", []),
        ("ask jo.blogs@exampel.police.uk", []),
        ("ask mailto:jo@exampel.org and recieve", ["recieve"]),
        ("see exampel.gov.uk", []),
        ("the forse.The force", ["forse"]),
        ("", []),
        ("Ysgol", ["Ysgol"]),
    ],
)
def test_what_is_checked(text: str, expected: list[str]) -> None:
    assert wrong(text) == expected


def test_a_part_of_a_text_knows_the_address_that_goes_through_it() -> None:
    text = "see www.exampel.org/recieve and forse"
    assert [word.text for word in Spelling(FewWords()).doubtful(text, 15)] == ["and", "forse"]


def test_terms_of_policing_are_known_and_stay_so_in_capitals_and_possessives() -> None:
    assert wrong("Bluestone misper mispers’ Misper’s wellbeing Soteria Op Bluestone’s") == []
    assert wrong("soteria") == ["soteria"]
    assert {"judgment", "HMICFRS", "AFI", "AFIs", "PCC", "PFCC", "MOPAC"} <= shipped_words()


def test_words_of_the_office_are_right_until_they_are_not() -> None:
    dictionary = FewWords()
    spelling = Spelling(dictionary)
    assert wrong("Exampleshire’s kwango", spelling) == ["Exampleshire’s", "kwango"]
    spelling.use(["Exampleshire Police", "kwango"])
    assert wrong("Exampleshire’s Kwango kwango’s police", spelling) == ["police"]
    assert wrong("exampleshire", spelling) == ["exampleshire"]
    spelling.use([])
    assert wrong("kwango", spelling) == ["kwango"]


def test_what_the_dictionary_said_is_remembered_and_the_right_is_not_even_yielded() -> None:
    dictionary = FewWords()
    spelling = Spelling(dictionary)
    assert wrong("the forse of the force", spelling) == ["forse", "of"]
    assert [word.text for word in spelling.doubtful("the forse of the force")] == ["forse", "of"]
    asked = list(dictionary.asked)
    assert not spelling.is_wrong("the") and spelling.is_wrong("of")
    assert dictionary.asked == asked


def test_a_word_is_not_wrong_before_the_dictionary_was_asked() -> None:
    spelling = Spelling(FewWords())
    assert spelling.is_known("forse") is None and not spelling.is_wrong("forse")
    spelling.remember(spelling.look_up(["forse"]))
    assert spelling.is_known("forse") is False and spelling.is_wrong("forse")


def test_names_of_the_record_are_known() -> None:
    office = Office(force="Exampleshire Police", holder="Zbigniew Qureshi", chief_officer="Ffion Ap Gwynn")
    office = replace(office, joint_with=(JointBody(body_title="Quango for Wessmouth", holder="Oya Aydın"),))
    record = Record(office=office, inspection=Inspection(title="An inspection of Kwality"))
    spelling = Spelling(FewWords())
    spelling.use(names_in(record))
    assert wrong("Zbigniew Qureshi, Ffion Gwynn’s Exampleshire and Aydın at Wessmouth: Kwality", spelling) == []
    assert names_in(Record()) == ()


def test_suggestions_are_few_hold_names_and_keep_apostrophe_and_possessive() -> None:
    spelling = Spelling(FewWords({f"fo{letter}" for letter in "abcdefgh"} | {"don't"}))
    spelling.use(["Exampleshire"])
    assert len(spelling.suggest("foz")) == MOST_SUGGESTIONS
    assert spelling.suggest("Exampleshre") == ("Exampleshire",)
    assert spelling.suggest("Exampleshre’s") == ("Exampleshire’s",)
    assert spelling.suggest("doont") == ("don’t",)
    assert spelling.suggest("do'nt") == ("don't",)
    assert spelling.suggest("z" * 500) == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(" Kwango ", "Kwango"), ("O’Hare", "O'Hare"), ("two words", ""), ("", ""), ("a-b", ""), ("x" * 61, ""), ("!", ""), ("line\nend", "")],
)
def test_one_word(typed: str, kept: str) -> None:
    assert one_word(typed) == kept


@given(st.text(), st.integers(0, 20), st.integers(0, 40))
def test_any_text_is_read(text: str, start: int, end: int) -> None:
    words = list(Spelling(FewWords()).doubtful(text, start, end))
    assert all(start <= word.start < word.end <= end and text[word.start : word.end] == word.text for word in words)


def test_the_shipped_list_is_of_single_words_each_once() -> None:
    lines = (line for line in _shipped_lines() if not line.startswith("#"))
    words = [word for line in lines for word in line.split()]
    assert len(words) == len(set(words)) > 100
    assert all(one_word(word) == word for word in words)


def _shipped_lines() -> list[str]:
    from response_app.paths import template

    return template("words.txt").read_text(encoding="utf-8").splitlines()


# --- The system's dictionary ------------------------------------------------------------------


@pytest.fixture(scope="module")
def english() -> Spelling:
    """The real dictionary."""
    try:
        return Spelling(read_dictionary())
    except SpellingAbsent as absent:
        pytest.skip(str(absent))


def test_british_english(english: Spelling) -> None:
    text = "The colour of the neighbourhood’s judgment: organise, judgement, don’t, naïve. The Commissioner’s café."
    assert wrong(text, english) == []
    assert wrong("The color of the center will recieve labor", english) == ["color", "center", "recieve", "labor"]
    assert english.suggest("recieve")[0] == "receive"
    assert english.suggest("neighborhood")[0] == "neighbourhood"


@pytest.mark.parametrize("word", sorted({"ß" * 60, "\u00ad", "ǅ", "İ", "'", "ﬁnd", "𝔘𝔫"}))
def test_odd_words_do_no_harm(english: Spelling, word: str) -> None:
    assert isinstance(wrong(f"the {word} force", english), list)
    assert isinstance(english.suggest(word), tuple)


def test_without_the_dictionary_it_says_so() -> None:
    pytest.importorskip("enchant")
    with pytest.raises(SpellingAbsent, match="there is no British English dictionary") as caught:
        read_dictionary("xx_XX")
    assert "Enchant" in caught.value.remedy


def test_without_the_library_it_says_so() -> None:
    """The library is looked for once in a process: one of its own."""
    words = "from response_app.guidance.spelling import read_dictionary\ntry:\n    read_dictionary()\nexcept Exception as error:\n"
    words += "    print(type(error).__name__, error)"
    env = {**os.environ, "PYENCHANT_LIBRARY_PATH": "/no/such/library", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", words], env=env, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("SpellingAbsent Spelling is not available on this computer: the library Enchant is missing.")


def test_nothing_is_loaded_before_it_is_needed() -> None:
    words = "import sys, response_app.guidance.spelling; print('enchant' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "False"
