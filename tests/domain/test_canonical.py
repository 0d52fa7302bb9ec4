"""One form for texts that mean the same, and no word lost on the way to it."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings

from response_app.domain.canonical import canonical, from_plain
from response_app.domain.richtext import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    RichText,
    Run,
    Table,
    clean_characters,
    fields_in,
    plain,
)
from tests.fixtures.strategies import raw_texts, words


def _p(*runs: Run, language: str = "") -> Paragraph:
    return Paragraph(runs, language)


def _item(text: str, nested: ListBlock | None = None) -> ListItem:
    return ListItem((_p(Run(text)),), nested)


@given(raw_texts())
@settings(max_examples=300, deadline=None)
def test_it_is_its_own_canonical_form_and_drops_no_word(text: RichText) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert _characters(once) == _characters(text)
    assert Counter(fields_in(once)) == Counter(fields_in(text))


def _characters(text: RichText) -> Counter[str]:
    """Every character but blanks and line ends, whatever it is composed with."""
    return Counter(unicodedata.normalize("NFD", "".join(clean_characters(plain(text)).split())))


@given(words())
@settings(deadline=None)
def test_plain_text_keeps_its_words(text: str) -> None:
    assert _characters(from_plain(text)) == Counter(unicodedata.normalize("NFD", "".join(clean_characters(text).split())))
    assert canonical(from_plain(text)) == from_plain(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ((_p(), _p(Run("a")), _p(), _p(Run(" ")), _p(Run("b")), _p()), (_p(Run("a")), _p(), _p(Run("b")))),
        ((_p(Run("a"), Run("b"), Run("c", bold=True)),), (_p(Run("ab"), Run("c", bold=True)),)),
        ((_p(Run(" a \n b "), Run(" \n", bold=True)),), (_p(Run("a\nb")),)),
        ((_p(Run("e\N{COMBINING ACUTE ACCENT}\r\nb\x00\ufffc")),), (_p(Run("é\nb")),)),
        ((_p(Run("a", language="cy-GB"), Run("b", bold=True, language="cy-GB")),), (_p(Run("a"), Run("b", bold=True), language="cy-GB"),)),
        ((_p(Run("a", language="cy-GB"), Run("b"), language="cy-GB"),), (_p(Run("ab"), language="cy-GB"),)),
        ((_p(Run(field="force"), Run("\n"), Run("a", bold=True)),), (_p(Run(field="force"), Run("\n"), Run("a", bold=True)),)),
        ((Heading(7, (Run("a"),)), Heading(1, (Run(" "),))), (Heading(2, (Run("a"),)),)),
        (
            (ListBlock(False, (_item("a", ListBlock(True, (_item("b", ListBlock(False, (_item("c"),))),))),)),),
            (ListBlock(False, (_item("a", ListBlock(True, (_item("b"), _item("c")))),)),),
        ),
        ((ListBlock(False, (ListItem((), ListBlock(True, (_item("a"),))),)),), (ListBlock(False, (_item("a"),)),)),
        ((Table(((Run("a"),), ()), (((Run("b"),),),)),), (Table(((Run("a"),), ()), (((Run("b"),), ()),)),)),
        ((Table(((), ()), ((),)),), ()),
        ((Quotation((), (Run("Who"),)),), (_p(Run("Who")),)),
        ((Quotation((), (Run("Pwy", language="cy-GB"),)),), (_p(Run("Pwy"), language="cy-GB"),)),
        (
            (Quotation((_p(Run("a")),), (Run("Pwy", language="cy-GB"),)),),
            (Quotation((_p(Run("a")),), (Run("Pwy", language="cy-GB"),)),),
        ),
    ],
)
def test_the_form(text: tuple[Block, ...], form: tuple[Block, ...]) -> None:
    assert canonical(text) == form


@given(raw_texts())
@settings(max_examples=300, deadline=None)
def test_what_is_seen_to_be_clean_is_what_the_long_way_makes(text: RichText) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("response_app.domain.canonical._is_clean", lambda runs: False)
        the_long_way = canonical(text)
        assert canonical(the_long_way) == the_long_way
    assert canonical(text) == canonical(the_long_way) == the_long_way


def test_a_paragraph_that_is_clean_is_kept_itself() -> None:
    clean = _p(Run("Plain, "), Run("bold", bold=True), Run(field="force"), Run(" a\u00a0b"))
    assert canonical((clean,))[0] is clean
