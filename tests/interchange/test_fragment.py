"""Markup that is not the contract's keeps its words, takes the nearest form, and is named."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.canonical import canonical
from response_app.domain.richtext import FieldBlock, Paragraph, Run, plain
from response_app.interchange import read_fragment, write_fragment

READ: list[tuple[str, str]] = [
    # No tag: paragraphs divided by blank lines
    ("", ""),
    (" \n\n ", ""),
    ("One\ntwo\n\n\nthree", "<p>One<br>two</p><p>three</p>"),
    ("<5 minutes, < p and a &amp; b", "<p>&lt;5 minutes, &lt; p and a &amp; b</p>"),
    ("&lt;p&gt;kept&lt;/p&gt;", "<p>&lt;p&gt;kept&lt;/p&gt;</p>"),
    ("Write to <joe@example.org>, <name of lead>", "<p>Write to &lt;joe@example.org&gt;, &lt;name of lead&gt;</p>"),
    # Well-formed by halves
    ("<p>a<p>b", "<p>a</p><p>b</p>"),
    ("bare <strong>text</strong><p>para</p>more", "<p>bare <strong>text</strong></p><p>para</p><p>more</p>"),
    ("<p>for x<y we have</p>", "<p>for x&lt;y we have</p>"),
    ("<p>see <https://example.org/a></p>", "<p>see &lt;https://example.org/a&gt;</p>"),
    ("<p>a <strong>b <em>c</strong> d</em></p>", "<p>a <strong>b </strong><strong><em>c</em></strong><em> d</em></p>"),
    ("<p>a</p><!-- note --><p>b</p>", "<p>a</p><p>b</p>"),
    ("<p>a <!-- never closed", "<p>a &lt;!-- never closed</p>"),
    # White space
    ("<p>\n  See <em>this</em>\n  <strong>that</strong>\n</p>\n\n<p>b</p>", "<p>See <em>this</em> <strong>that</strong></p><p>b</p>"),
    ("<p>two  blanks, a\t\n tab</p>", "<p>two  blanks, a tab</p>"),
    ("<p>a <strong>\n b</strong></p>", "<p>a <strong>b</strong></p>"),
    ("<p>a </p><p></p><p></p><p><br></p><p>b</p>", "<p>a</p><p></p><p>b</p>"),
    ("<pre>one\n  two</pre>", "<p>one<br>two</p>"),
    ("<p>a&nbsp;b\u2028c</p>", "<p>a\u00a0b<br>c</p>"),
    # Headings and blocks
    ("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>", "<h3>a</h3><h3>b</h3><h3>c</h3><h4>d</h4><h4>e</h4><h4>f</h4>"),
    ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
    ("<dl><dt>a<dd>b</dl><figure><figcaption>c</figcaption></figure><center>d</center>", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
    ("<h3><p>a</p><p>b</p></h3>", "<h3>a<br>b</h3>"),
    ("<b>a</b><i>b</i><u>c</u><q>d</q>", "<p><strong>a</strong><em>b</em>c“d”</p>"),
    ("a<hr>b", "<p>a</p><p>b</p>"),
    ("<template><p>a</p></template><svg><text>b</text></svg><textarea>c</textarea>", "<p>a</p><p>b</p><p>c</p>"),
    ("<script>alert(1)</script><style>p {}</style>a", "<p>a</p>"),
    ("<p>a<script>b", "<p>ab</p>"),
    # Lists
    ("<ul><li>a<ol><li>b</li></ol></li></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
    ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    ("<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li></ul>", "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>"),
    ("<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li></ul>", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>"),
    ("<ul>x<li>y</li>z</ul>", "<ul><li>x</li><li>y</li><li>z</li></ul>"),
    ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("<ul><li>a<table><tr><td>b</td><td>c</td></tr></table></li></ul>", "<ul><li><p>a</p><p>b</p><p>c</p></li></ul>"),
    (
        "<ul><li>a<table><tr><td>b</table><ul><li>c</ul></ul>",
        "<ul><li><p>a</p><p>b</p><ul><li>c</li></ul></li></ul>",
    ),
    ("<li>a</li><li>b</li>", "<p>a</p><p>b</p>"),
    # Quotations
    ("<blockquote><p>a</p><cite>B</cite></blockquote>", "<blockquote><p>a</p><cite>B</cite></blockquote>"),
    ("<blockquote>a <footer><cite>B</cite></footer></blockquote>", "<blockquote><p>a</p><cite>B</cite></blockquote>"),
    ("<p>see <cite>B</cite></p>", "<p>see <em>B</em></p>"),
    ("<blockquote>a<ul><li>b<li>c</ul><h3>d</h3></blockquote>", "<blockquote><p>a</p><p>b</p><p>c</p><p>d</p></blockquote>"),
    ("<blockquote><cite>B</cite></blockquote>", "<p>B</p>"),
    # Tables
    ("<table><thead><tr><th>a<tbody><tr><td>b</table>", "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"),
    ("<table><tr><td>a<tr><td>b</table>", "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"),
    ("<table><caption>c</caption><tr><td>a</table>", "<p>c</p><table><tr><th>a</th></tr></table>"),
    (
        "<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>",
        "<table><tr><th>a</th><th></th><th>b</th></tr><tr><td>c</td><td>d</td><td>e</td></tr><tr><td></td><td>f</td><td>g</td></tr></table>",
    ),
    (
        "<table><tr><td>a<tr><td><table><tr><td>b<td>c</table><ul><li>d<li>e</ul><p>f<p>g</table>",
        "<table><tr><th>a</th></tr><tr><td>b<br>c<br>d<br>e<br>f<br>g</td></tr></table>",
    ),
    (
        "<table><tr><td>a<td rowspan=2>b<tr><td>c<tr><td>d<td>e</table>",
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td></td></tr><tr><td>d</td><td>e</td></tr></table>",
    ),
    ("<table><tr>" + "<td>x" * 42 + "</table>", "<table><tr>" + "<th>x</th>" * 39 + "<th>x<br>x<br>x</th></tr></table>"),
    ("<td>a</td><td>b</td>", "<p>a</p><p>b</p>"),
    # Links
    (
        '<a href=" https://example.org/a b ">c</a> <a href="MAILTO:x@example.org">d</a>',
        '<p><a href="https://example.org/a%20b">c</a> <a href="MAILTO:x@example.org">d</a></p>',
    ),
    ('<a href="http://example.org/">here</a>', "<p>here (http://example.org/)</p>"),
    ('<a href="http://example.org/">www.example.org</a>', "<p>www.example.org</p>"),
    ('<a href="javascript:x()">a</a> <a href="/b">b</a> <a href="#c">c</a> <a name="d">d</a>', "<p>a b c d</p>"),
    ('<a href="https://e.org">a<strong>b</strong></a>', '<p><a href="https://e.org">a<strong>b</strong></a></p>'),
    # Language
    ("<p lang=cy>a</p><p lang=EN-us>b</p><p lang=fr>c</p>", '<p lang="cy-GB">a</p><p lang="en-GB">b</p><p>c</p>'),
    (
        "<div lang=cy><ul><li>a</ul><p>b <span lang=en>c</span></div>d",
        '<ul><li><p lang="cy-GB">a</p></li></ul><p lang="cy-GB">b <span lang="en-GB">c</span></p><p>d</p>',
    ),
    ("<p><span lang=cy>a</span></p>", '<p lang="cy-GB">a</p>'),
    # Fields
    ("<p>a <span data-field=force>old <b>words</b></span> b</p>", '<p>a <span data-field="force"></span> b</p>'),
    ("<p data-field=list_of_afis>old<br>words</p>b", '<p data-field="list_of_afis"></p><p>b</p>'),
    ("<p>a <span data-field=list_of_afis></span> b</p>", '<p>a</p><p data-field="list_of_afis"></p><p>b</p>'),
    ("<p data-field=force></p>", '<p><span data-field="force"></span></p>'),
    ("<p><span data-field=colour>blue</span> <span data-field=size></span></p>", "<p>blue [size]</p>"),
    ("<ul><li><p data-field=list_of_afis></p></li></ul>", "<ul><li>[list_of_afis]</li></ul>"),
    # Pictures and characters
    ('<p>a<img src="x.png" alt="A map">b</p>', "<p>ab</p>"),
    ("<p>a\x00\x07\ud800b</p>", "<p>ab</p>"),
]


@pytest.mark.parametrize(("source", "written"), READ, ids=[source[:40].encode("unicode_escape").decode() for source, _ in READ])
def test_what_a_fragment_means(source: str, written: str) -> None:
    fragment = read_fragment(source)
    assert write_fragment(fragment.text) == written
    again = read_fragment(written)
    assert (again.text, again.cleaned) == (fragment.text, ())


@pytest.mark.parametrize(
    ("source", "cleaned"),
    [
        ("<p>a <font color=red>b</font><FONT>c</FONT></p>", ("the tag <font>, 2 times",)),
        ("<thead></thead><tbody></tbody><tfoot></tfoot>", ()),
        ("<div class=x>a</div><o:p></o:p><b>c</b>", ("the tag <div>", "the tag <o:p>", "the tag <b>")),
        ("<p style='x' class=y>a</p><p style>b</p>", ("the attribute style, 2 times", "the attribute class")),
        ("<p>a<!-- b --></p>", ("a comment",)),
        ('<img alt=" A  map "><img>', ("picture not taken: A map", "picture not taken")),
        (
            '<a href="http://e.org">a</a><a href="x">b</a><a>c</a>',
            ("link not kept: http://e.org", "link not kept: x", "a link without an address"),
        ),
        ("<p lang=fr>a</p>", ("the language fr",)),
        ("<p><span data-field=colour>a</span></p>", ("the field colour",)),
        ("<ul><li><p data-field=list_of_afis></p></ul>", ("the field list_of_afis inside other text",)),
        ("<table><tr><td><ul><li>a</ul></table>", ("a list inside a table",)),
        ("<blockquote><blockquote>a</blockquote></blockquote>", ("a quotation inside a quotation",)),
        ("<ul><li><h3>a</h3></ul>", ("a subheading inside a list",)),
        ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", ("a list below the second level",)),
        ("<table><tr><td colspan=2>a</table>", ("a cell over several columns or rows",)),
        ("<p>a\x07b</p>", ("a character that cannot be printed",)),
        ("plain\x07", ("a character that cannot be printed",)),
        ("<li>a</li>", ("a list item outside a list",)),
        ("<script>a</script>", ("the tag <script>",)),
        ("<insert>a</insert>", ("the tag <insert>",)),
        (f"<p>{'<span>' * 120}a</p>", ("tags more than 100 deep",)),
        (
            "<div><table><tr><td></div></table>" * 120 + "a",
            (
                "the tag <div>, 120 times",
                "tags more than 100 deep",
            ),
        ),
    ],
)
def test_what_is_not_kept_is_named_once_with_a_count(source: str, cleaned: tuple[str, ...]) -> None:
    assert read_fragment(source).cleaned == cleaned


def test_runs_take_the_fixed_order_of_elements() -> None:
    runs = (
        Run("a", bold=True, italic=True, link='https://e.org/?a=1&b="c"', language="cy-GB"),
        Run("b", link='https://e.org/?a=1&b="c"'),
        Run(field="force", bold=True),
    )
    assert write_fragment((Paragraph(runs),)) == (
        '<p><a href="https://e.org/?a=1&amp;b=&quot;c&quot;"><span lang="cy-GB"><strong><em>a</em></strong></span>b</a>'
        '<strong><span data-field="force"></span></strong></p>'
    )
    assert write_fragment((FieldBlock("list_of_findings"),)) == '<p data-field="list_of_findings"></p>'


_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h3",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "tbody",
        "blockquote",
        "cite",
        "pre",
        "strong",
        "em",
        "b",
        "i",
        "font",
        "a",
        "span",
        "section",
        "svg",
        "template",
        "select",
        "option",
        "textarea",
        "noscript",
        "button",
        "form",
        "center",
        "o:p",
        "br",
        "hr",
        "iframe",
        "title",
        "object",
    ]
)
_WORD = re.compile(r"W\d+W")


@st.composite
def _soup(draw: st.DrawFn) -> str:
    """Tags in any order with numbered words between them."""
    pieces = []
    for number in range(draw(st.integers(1, 12))):
        for _ in range(draw(st.integers(0, 3))):
            pieces.append(
                f"<{draw(st.sampled_from(('', '', '/')))}{draw(_TAGS)}{draw(st.sampled_from(('', '', ' lang=cy', ' colspan=3')))}>"
            )
        pieces.append(draw(st.sampled_from(("", " ", "\n", "<", "< ", "&", "<!--", "<x "))) + f"W{number}W")
    return "".join(pieces)


@given(_soup())
@settings(max_examples=400, deadline=None)
def test_no_word_is_dropped_however_wild_the_tags(source: str) -> None:
    fragment = read_fragment(source)
    assert sorted(_WORD.findall(plain(fragment.text))) == sorted(_WORD.findall(source))
    assert canonical(fragment.text) == fragment.text
    again = read_fragment(write_fragment(fragment.text))
    assert (again.text, again.cleaned) == (fragment.text, ())


@given(st.text(alphabet=st.characters(exclude_characters="<&")))
def test_plain_words_stay_as_they_are(source: str) -> None:
    assert "".join(plain(read_fragment(source).text).split()) == "".join(plain(read_fragment(unescape(source)).text).split())


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 50_000,
        "<b><div></b>" * 10_000,
        "<div><table><caption></div></table>" * 5_000,
        "<i lang=cy><b><em>" * 500 + "<p>x" * 5_000,
        "<ul><li>" * 20_000,
        "<table><tr>" + "<td>x" * 20_000 + "<tr><td>" * 20_000,
        "<table>" + "<tr><td rowspan=99999 colspan=99999>x" * 2_000,
        "<!--" * 100_000,
        "<a '" * 100_000,
        "<x" * 100_000,
        "</x" * 50_000 + "<x>" * 50_000,
        " " * 1_000_000 + "<p>",
        "<p a" + " " * 200_000,
    ],
    ids=lambda source: source[:20],
)
def test_hostile_markup_takes_little_time(source: str) -> None:
    """Each took minutes, or all the memory, with a parser alone."""
    read_fragment(source)
