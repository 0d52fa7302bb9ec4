"""The quick way to read our own fragments gives what the long way gives, for ours and for any that is not quite ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.canonical import canonical
from response_app.domain.fieldnames import BLOCK_FIELDS, INLINE_FIELDS
from response_app.domain.richtext import RichText
from response_app.interchange import read_fragment, write_fragment
from response_app.interchange.fragment import read_any
from response_app.interchange.fragment_own import read_own

from ..fixtures.strategies import raw_texts, rich_texts

_PIECES = re.compile(r"<[^<>]*>|[^<>]+")
_STRANGE = (
    "", " ", "\n", "x", "&", "&amp;", "&copy;", "&nbsp;", "\ufeff", "e\u0301", "\x07", "\r\n", "<", ">", "<p>", "</p>", "<br>", "<br/>",
    "<P>", "<p >", '<p lang="fr">', '<p lang="cy-GB">', "<li>", "</li>", "<ul>", "</ul>", "<strong>", "</strong>", "<b>", "</em>", "<span>",
    "</span>", '<span lang="en-GB">', f'<span data-field="{INLINE_FIELDS[0]}">', f'<p data-field="{BLOCK_FIELDS[0]}">', "<!-- -->",
    '<a href="https://example.org/">', '<a href="https://example.org/?a=1&amp;b=2">', '<a href="javascript:x">', "</a>", "<h3>", "</h4>",
    "<tr>", "<td>", "</table>", "<cite>", "</cite>", "<blockquote>", "<script>", "</tr>",
)  # fmt: skip


@given(rich_texts())
@settings(max_examples=200, deadline=None)
def test_both_ways_read_what_was_written(text: RichText) -> None:
    fragment = write_fragment(text)
    assert read_fragment(fragment) == read_any(fragment)
    assert read_fragment(fragment).text == text


@given(raw_texts())
@settings(max_examples=100, deadline=None)
def test_both_ways_read_a_text_that_is_not_in_canonical_form(text: RichText) -> None:
    fragment = write_fragment(text)
    assert read_fragment(fragment) == read_any(fragment)


@given(rich_texts(printable=True), st.data())
@settings(max_examples=300, deadline=None)
def test_both_ways_read_a_fragment_that_is_not_quite_ours(text: RichText, data: st.DataObject) -> None:
    pieces = _PIECES.findall(write_fragment(text))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(pieces)))
        pieces[at : at + data.draw(st.integers(0, 2))] = [data.draw(st.sampled_from(_STRANGE) | st.sampled_from(pieces or [""]))]
    fragment = "".join(pieces)
    assert read_fragment(fragment) == read_any(fragment)


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>One &amp; two &lt;three&gt;<br>four</p><p></p><h3>Five</h3><h4>Six</h4>",
        '<p lang="cy-GB">Un <strong>dau</strong><strong><em>both</em></strong><em>tri</em> <span lang="en-GB">four</span></p>',
        '<p>By <a href="https://example.org/a?b=1">one <strong>link</strong></a>, <span data-field="force"></span>.</p>',
        "<ul><li>One<ol><li>Two</li><li><p>Three</p><p>Four</p></li></ol></li><li>Five</li></ul><ol><li>Six</li></ol>",
        "<blockquote><p>One</p><p>Two</p><cite>Three</cite></blockquote><blockquote><p>Four</p></blockquote>",
        "<table><tr><th>One</th><th></th></tr><tr><td>Two<br>three</td><td><em>Four</em></td></tr></table>",
        '<p data-field="list_of_findings"></p>',
    ],
)
def test_the_quick_way_knows_every_tag_of_ours(fragment: str) -> None:
    text = read_own(fragment)
    assert text is not None
    assert canonical(text) == text == read_any(fragment).text
    assert write_fragment(text) == fragment


@pytest.mark.parametrize("fragment", ["", "words", "<p>one", "<p>one</p>two", "<div>one</div>", '<a href="http://x">y</a>', "<ul>one</ul>"])
def test_the_quick_way_leaves_what_is_not_ours(fragment: str) -> None:
    assert read_own(fragment) is None
    assert read_fragment(fragment) == read_any(fragment)


def test_a_table_wider_than_a_page_is_left_to_the_long_way() -> None:
    fragment = f"<table><tr>{'<th>one</th>' * 41}</tr><tr>{'<td>two</td>' * 41}</tr></table>"
    assert read_own(fragment) is None
    assert read_fragment(fragment) == read_any(fragment)
