"""Characters of reports, made plain."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.intake.clean import clean_text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("plain words, as they are", "plain words, as they are"),
        ("a  b \t c\r\nd", "a b c d"),
        ("\ufb01rst o\ufb03ce sta\ufb00 \ufb02at ra\ufb04e be\ufb06", "first office staff flat raffle best"),
        ("25\xa0May\u202f2024\u2009\u3000x", "25 May 2024 x"),
        ("non\u2011breaking and hy\u2010phen", "non-breaking and hy-phen"),
        ("soft\xadhyphen zero\u200bwidth word\u2060joiner \ufeffmark", "softhyphen zerowidth wordjoiner mark"),
        ("cafe\u0301 W\u0302yn", "café Ŵyn"),
        ("2019–20 — “quoted” ‘so’ £5 • …", "2019–20 — “quoted” ‘so’ £5 • …"),
        ("a\x00b\x02c\x7fd\ufffee\ud800f\u2028g", "abcdef g"),
        ("\xa0 \u200b", ""),
        ("bullet \uf0b7", "bullet \uf0b7"),
    ],
)
def test_characters_are_made_plain(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@given(st.text(st.characters()))
def test_a_clean_text_is_clean(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert clean == unicodedata.normalize("NFC", clean)
    assert clean == clean.strip(" ") and "  " not in clean
    assert not any(unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs") for letter in clean)


@given(st.text("abc -ÿ‐\xa0\xad"))
def test_letters_are_never_lost(text: str) -> None:
    assert [letter for letter in clean_text(text) if letter.isalpha()] == [letter for letter in text if letter.isalpha()]
