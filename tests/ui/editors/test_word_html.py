"""Clipboard HTML keeps its words and its meaning."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.richtext import plain
from response_app.interchange import read_fragment, write_fragment
from ui.editors.word_html import prepare

from . import clippings


@pytest.mark.parametrize("name", ["WORD", "GOOGLE", "WEB", "WORD_ONLINE"])
def test_what_other_programs_copy(name: str) -> None:
    read = read_fragment(prepare(getattr(clippings, name)).html)
    text = tuple(block for block in read.text if getattr(block, "runs", True))
    assert write_fragment(text).replace("<p>\u00a0</p>", "") == getattr(clippings, f"{name}_READ")


def _list(*items: tuple[int, str]) -> str:
    return "".join(
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>{sign}"
        f"<span>&nbsp;</span></span><![endif]>{index}</p>"
        for index, (level, sign) in enumerate(items)
    )


@pytest.mark.parametrize(
    ("html", "fragment"),
    [
        (_list((1, "1."), (1, "2.")), "<ol><li>0</li><li>1</li></ol>"),
        (_list((1, "(a)"), (2, "iv)"), (1, "(b)")), "<ol><li>0<ol><li>1</li></ol></li><li>2</li></ol>"),
        (_list((1, "1.1"), (1, "&#183;")), "<ol><li>0</li></ol><ul><li>1</li></ul>"),
        (_list((2, "o"), (1, "–")), "<ul><li>0</li><li>1</li></ul>"),
        (_list((1, "not a number")), "<ul><li>not a number\u00a00</li></ul>"),
        (_list((1, "·")) + "<div>" + _list((1, "·")) + "</div>", "<ul><li>0</li></ul><ul><li>0</li></ul>"),
        ("<table><tr><td>" + _list((1, "·"), (1, "·")) + "</td></tr></table>", "<table><tr><th>0<br>1</th></tr></table>"),
        (_list((1, "·")).replace("<![if !supportLists]>", "<!--[if !supportLists]-->").replace("<![endif]>", "<!--[endif]-->"),
         "<ul><li>0</li></ul>"),
        ("<p class=MsoListParagraph>no list</p>", "<p>no list</p>"),
        ("<p class=MsoQuote>a<p>b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("<b style='font-weight:normal'>a</b><i>b</i>", "<p>a<em>b</em></p>"),
        ("<span style='font-weight:bold'>a<span style='font-style:italic'>b</span>c</span>d",
         "<p><strong>a</strong><strong><em>b</em></strong><strong>c</strong>d</p>"),
        ("<p lang=EN-GB>a <span lang=EN-US>b</span></p>", "<p>a b</p>"),
        ("<p lang=cy>a <span lang=en>b</span></p>", '<p lang="cy-GB">a <span lang="en-GB">b</span></p>'),
        ("a < b <c and <!-- d", "<p>a &lt; b &lt;c and &lt;!-- d</p>"),
        ("<html><head><title>no</title></head><body class=x>yes</body></html>", "<p>yes</p>"),
    ],
)  # fmt: skip
def test_what_styles_mean(html: str, fragment: str) -> None:
    assert write_fragment(read_fragment(prepare(html).html).text) == fragment


@pytest.mark.parametrize(
    ("html", "lost"),
    [("<p style='color:red'>a</p>", True), ("<font>a</font>", True), ("<u>a</u>", True), ("<p class=x>a</p>", False), ("<b>a</b>", False)],
)
def test_lost_looks_are_known(html: str, lost: bool) -> None:
    assert prepare(html).looks_lost is lost


_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "b",
        "i",
        "strong",
        "em",
        "a",
        "span",
        "font",
        "u",
        "blockquote",
        "o:p",
        "st1:place",
        "br",
        "pre",
        "section",
        "img",
        "q",
        "sup",
        "cite",
        "tbody",
    ]
)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        "",
        " class=MsoNormal",
        " class=MsoListParagraphCxSpMiddle style='mso-list:l0 level1 lfo1'",
        " class=MsoListParagraph style='mso-list:l0 level3 lfo2'",
        " class=MsoQuote",
        " style='mso-list:Ignore'",
        ' style="font-weight:bold"',
        ' style="font-weight:normal;font-style:italic"',
        " lang=cy",
        " colspan=2",
        ' href="https://example.org"',
    ]
)
_BETWEEN = st.sampled_from(["", " ", "\n", "<![if !supportLists]>", "<![endif]>", "<!--x-->", "&nbsp;", "<", "1.", "<!--[if mso]>", "·"])
_WORD = re.compile(r"W\d+W")


@st.composite
def _soup(draw: st.DrawFn) -> str:
    """Tags in any order with numbered words between them."""
    pieces = []
    for number in range(draw(st.integers(1, 10))):
        for _ in range(draw(st.integers(0, 4))):
            pieces.append(f"<{draw(st.sampled_from(('', '', '/')))}{draw(_TAGS)}{draw(_ATTRIBUTES)}>{draw(_BETWEEN)}")
        pieces.append(f" W{number}W")
    return "".join(pieces)


@st.composite
def _nested(draw: st.DrawFn, depth: int = 0) -> str:
    """Properly nested elements with words in them."""
    inside = draw(st.lists(_nested(depth + 1), max_size=3)) if depth < 4 else []
    tag = draw(_TAGS.filter(lambda name: name not in ("br", "img")))
    between = draw(_BETWEEN.filter(lambda each: "--" not in each))
    return f"<{tag}{draw(_ATTRIBUTES)}>W{draw(st.integers(0, 99))}W{between}{''.join(inside)}</{tag}>"


@given(_soup() | _nested())
@settings(max_examples=250, deadline=None)
def test_no_word_is_dropped(source: str) -> None:
    """Comments are no words: what stands in a complete one is taken out of the expectation."""
    expected = _WORD.findall(re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL))
    found = Counter(_WORD.findall(plain(read_fragment(prepare(source).html).text)))
    assert Counter(expected) <= found <= Counter(_WORD.findall(source))


@pytest.mark.timeout(90)  # a hang, or a cost that grows with the square, not the speed of this machine
@pytest.mark.parametrize(
    "source",
    ["<p style='mso-list:l0 level9'>" * 5_000, "<span style='mso-list:Ignore'>" * 5_000, "<!--[if" * 50_000, "<p " * 50_000],
    ids=lambda source: source[:12],
)
def test_hostile_markup_takes_little_time(source: str) -> None:
    prepare(source)
