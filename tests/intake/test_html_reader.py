"""Saved web pages."""

from __future__ import annotations

import quopri
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.errors import ImportRefused
from response_app.intake.html_reader import read, read_markup
from response_app.intake.lines import LineKind

from .made import is_sane, look, texts

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Exampleshire &ndash; Inspectorate</title>
<meta name="published" content="1 January 2001"><style>p{{color:red}}</style></head><body class="cookie-bar-shown">
<div id="cookieBanner"><h2>Cookies on this website</h2><p>We use cookies to learn how you use it.</p><button>Accept all</button></div>
<a class="skip-link" href="#m">Skip to content</a><script>var words = "script words";</script>
<header class="site"><a href="/">The Inspectorate</a><form><label>Search</label><input></form></header>
<nav><ul><li><a href="/a">Reports</a></li><li><a href="/b">News</a></li></ul></nav>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/r">Reports</a></div>
{before}<{main}>{report}</{main}>
<div class="share-links"><a href="#s">Share this page</a></div><aside><h2>Latest news</h2><a href="/n">Another force</a></aside>
<footer><p>Crown copyright</p></footer></body></html>"""
REPORT = """<h1>An inspection of Exampleshire Police</h1><p>Published on: 14&nbsp;May&nbsp;2024</p>
<p><a href="#">Print this document</a></p>
<h2>Our findings</h2><p>The force is good at preventing crime and at keeping people safe in every part of its area.</p>"""
WORDS = [
    "An inspection of Exampleshire Police",
    "Published on: 14 May 2024",
    "Our findings",
    "The force is good at preventing crime and at keeping people safe in every part of its area.",
]


def looks(markup: str) -> list[tuple[str, int, str, str]]:
    """Return what the lines of a piece of mark-up are."""
    return [look(line) for line in read_markup(markup).lines]


@pytest.mark.parametrize("main", ["main", "article", 'div role="main"', 'div class="content"', 'form class="aspnet"'])
def test_only_the_report_of_a_page_is_read(main: str) -> None:
    """Whether the page says where it stands, or only its words do."""
    page = PAGE.format(before="", main=main, report=REPORT).replace(f"</{main}>", f"</{main.split()[0]}>")
    reading = read(page.encode())
    assert texts(reading) == WORDS
    assert reading.title == "Exampleshire – Inspectorate"
    assert "Print this document" in texts(reading, LineKind.FURNITURE)


def test_a_title_above_the_report_is_the_reports() -> None:
    """With what stands between the two."""
    head, rest = REPORT.split("\n<p><a", 1)
    page = PAGE.format(before=f'<header class="page-header">{head}</header>', main="main", report="<p><a" + rest)
    assert texts(read(page.encode())) == WORDS


def test_headings_lists_and_quotations_keep_their_place() -> None:
    """Levels, marks, numbers that begin elsewhere, and what stands in an item besides."""
    markup = """<h2>One <em>two</em></h2><ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>
    <ol start="3" type="a"><li>e</li><li value="7">f</li></ol><blockquote><p>g</p></blockquote><p>•&nbsp; typed</p>"""
    assert looks(markup) == [
        ("heading", 2, "", "One two"),
        ("item", 1, "•", "a"),
        ("item", 2, "•", "b"),
        ("item", 1, "•", "c"),
        ("text", 1, "", "d"),
        ("item", 1, "c.", "e"),
        ("item", 1, "g.", "f"),
        ("text", 0, "", "g"),
        ("item", 1, "•", "typed"),
    ]


def test_words_are_neither_lost_nor_glued() -> None:
    """Words of inline elements stand together as on the page; blocks divide."""
    assert texts(read_markup("<p><b>Area</b>for <i>all</i>\n<span>of</span> us<div>and<p>more</div>tail")) == [
        "Areafor all of us",
        "and",
        "more",
        "tail",
    ]
    assert texts(read_markup("<p>14<sup>th</sup> May &amp; co&shy;operate &#8209; caf&eacute;</p>")) == ["14th May & cooperate - café"]


def test_tables_are_rows() -> None:
    """With header rows, cells over several rows and columns, paragraphs in cells; a box of one cell is its paragraphs."""
    markup = """<table><caption>Grades</caption><thead><tr><th>Area<th>Grade<th>Year</tr></thead>
    <tr><td rowspan=2>Crime</td><td>Good<td>2024</tr>
    <tr><td colspan=2><p>Not</p><p>graded</p></td></tr></table><table><tr><td><h3>Box</h3><p>one</p></td></tr></table>"""
    lines = read_markup(markup).lines
    assert [(line.cells, line.heads) for line in lines if line.kind is LineKind.ROW] == [
        (("Area", "Grade", "Year"), True),
        (("Crime", "Good", "2024"), False),
        (("", "Not\ngraded", ""), False),
    ]
    assert [look(line) for line in lines[-2:]] == [("heading", 3, "", "Box"), ("text", 0, "", "one")]


def test_a_table_that_only_places_things_is_no_table() -> None:
    """Old sites put the whole page into one."""
    page = f"<table><tr><td><a href='/'>Home</a></td><td>{REPORT}<table><tr><td>Crime</td><td>Good</td></tr></table></td></tr></table>"
    reading = read_markup(page)
    assert [text for text in texts(reading) if text in WORDS] == WORDS
    assert [line.cells for line in reading.lines if line.kind is LineKind.ROW] == [("Crime", "Good")]


def test_definitions_are_rows_where_they_are_short() -> None:
    """A label with its value; a longer one stands below its term."""
    lines = read_markup("<dl><dt>Force</dt><dd>Exampleshire</dd><dt>Summary</dt><dd><p>a</p><p>b</p></dd></dl>").lines
    assert [(line.cells, line.text) for line in lines] == [
        (("Force", "Exampleshire"), "Force | Exampleshire"),
        ((), "Summary"),
        ((), "a"),
        ((), "b"),
    ]


def test_line_breaks_say_what_is_certain() -> None:
    """As in Word files."""
    lines = read_markup("<p><b>Cause of concern</b><br>The force fails.</p><p>The force has a plan that is<br>old.</p>").lines
    assert [(line.opens, line.joins) for line in lines] == [(True, False), (True, False), (True, True), (False, False)]


def test_what_is_hidden_is_left_out_but_not_what_a_button_opens() -> None:
    """Chapters that can be opened are the report's."""
    markup = """<p>seen</p><p hidden>a</p><p style="color:red; display:none">b</p>
    <span class="visually-hidden">c</span><noscript>d</noscript>
    <h2><button aria-controls="x">Chapter</button></h2><div id="x" hidden><p>opened</p></div>
    <details><summary>More</summary>also</details>"""
    assert texts(read_markup(markup)) == ["seen", "Chapter", "opened", "More", "also"]


def test_a_box_in_the_report_stays_and_related_content_goes() -> None:
    """A box of prose may be the finding itself."""
    box = (
        "<aside><h3>Area for improvement</h3><p>The force should make sure that its records of victims are complete and right.</p></aside>"
    )
    related = "<section><h2>Related content</h2><p>Other reports</p></section><h2>Conclusion</h2><p>The end.</p>"
    reading = read(PAGE.format(before="", main="main", report=REPORT + box + related).encode())
    assert texts(reading)[4:] == [
        "Area for improvement",
        "The force should make sure that its records of victims are complete and right.",
        "Conclusion",
        "The end.",
    ]


def test_footnotes_are_set_apart() -> None:
    """The marker leaves the sentence; the note knows its number; the way back is left out."""
    lines = read_markup('<p>A fact<sup><a href="#fn2">2</a></sup>.</p><ol><li id="fn2">The note. <a href="#r2">↩</a></li></ol>').lines
    assert [(line.kind.value, line.text, line.marker, line.notes) for line in lines] == [
        ("text", "A fact.", "", ("2",)),
        ("footnote", "The note.", "2", ()),
    ]


def test_pictures_are_named_but_for_small_signs() -> None:
    """A picture of grades gives no words."""
    pictures = read_markup(
        '<main><p>Words</p><img src="data:image/png;base64,AAAA" alt="Our grades"><img width="16" alt="icon"></main>'
    ).pictures
    assert [picture.alt for picture in pictures] == ["Our grades"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """The bytes decide; what the page says of itself helps only where they do not."""
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>The force’s plan – £4</p></body></html>"
    assert texts(read(page.encode(encoding))) == ["The force’s plan – £4"]


def test_a_page_saved_as_one_file_is_read() -> None:
    """As Chrome and Edge save it (.mhtml)."""
    page = PAGE.format(before="", main="main", report=REPORT).encode()
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/r\r\nSubject: Report\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--X----"\r\n\r\n\r\n'
    )
    other = "----X----\r\nContent-Type: text/html\r\nContent-Location: https://example.org/frame\r\n\r\n<p>an advertisement</p>\r\n"
    part = "----X----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/r\r\n\r\n"
    data = (head + other + part).encode() + quopri.encodestring(page) + b"\r\n----X------\r\n"
    assert texts(read(data)) == WORDS


def test_a_page_nested_too_deep_is_refused_and_a_deep_one_read() -> None:
    """Never a part of the words without a word about it."""
    assert texts(read_markup("<div>" * 900 + "<p>deep</p>")) == ["deep"]
    with pytest.raises(ImportRefused):
        read_markup("<div>" * 10_000 + "<p>deep</p>")


def test_entities_of_ones_own_and_large_pages_do_no_harm() -> None:
    """Nothing is expanded, fetched or looked at twice."""
    assert texts(read_markup('<!DOCTYPE x [<!ENTITY a "bbbbbbbb">]><html><body><p>one &a; two</p></body></html>'))[-1].startswith("one")
    begun = time.process_time()
    reading = read_markup("<div><ul><li><a href='/x'>word</a> word</li></ul></div>" * 20_000)
    assert len(reading.lines) == 20_000
    assert time.process_time() - begun < 20


WORD = st.text(alphabet=st.sampled_from("abcdefgh"), min_size=1, max_size=6)
INLINE = st.builds("<{0}>{1}</{0}> ".format, st.sampled_from(["b", "em", "a", "span", "u"]), WORD) | WORD.map(lambda word: word + " ")
TREE = st.recursive(
    st.lists(INLINE, min_size=1, max_size=4).map("".join),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["p", "div", "ul", "li", "h2", "section", "blockquote", "td", "tr", "table", "dl", "dd"]),
        st.lists(inner, max_size=4).map(" ".join),
    ),
    max_leaves=25,
)


@given(TREE)
def test_no_visible_word_is_lost(markup: str) -> None:
    """Compared with the parser's own walk over all text, in order, whatever stands in what."""
    from lxml import html

    reading = read_markup(f"<main>{markup}</main>")
    assert is_sane(reading)
    expected = html.document_fromstring(f"<main>{markup}</main>").text_content()
    found = "".join("".join(line.cells) or line.text for line in reading.lines)
    assert "".join(found.replace("•", "").split()) == "".join(expected.split())
