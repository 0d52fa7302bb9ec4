"""Lines say what blocks say."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from response_app.domain.richtext import RichText, Run, Runs, paragraphs
from response_app.interchange import write_fragment
from ui.editors.lines import Kind, Line, Shape, flatten, gather

from ...fixtures.strategies import rich_texts
from .typist import text_of


@given(rich_texts())
@settings(max_examples=150, deadline=None)
def test_a_text_comes_back_from_its_lines(text: RichText) -> None:
    assert gather(flatten(text)) == text


_SHAPES = st.builds(Shape, st.sampled_from(Kind), st.sampled_from((1, 2)), st.booleans(), st.booleans())
_RUN = st.sampled_from([Run("word"), Run(field="force"), Run(field="list_of_afis"), Run(" ")])
_LINES = st.lists(st.builds(Line, _SHAPES, st.lists(_RUN, max_size=3).map(tuple)), max_size=8)


@given(_LINES)
@settings(max_examples=250, deadline=None)
def test_no_word_is_dropped_whatever_stands_below_what(lines: list[Line]) -> None:
    """Lines in any order, as after a deletion."""

    def said(all_runs: Iterable[Runs]) -> list[str]:
        return [word for runs in all_runs for run in runs for word in (run.field or run.text).replace("word", "word ").split()]

    assert said(paragraphs(gather(lines))) == said(line.runs for line in lines)


def line(kind: Kind, words: str, level: int = 1, *, ordered: bool = False, new: bool = False) -> Line:
    """A line in short."""
    return Line(Shape(kind, level, ordered, new), (Run(words),))


@pytest.mark.parametrize(
    ("lines", "fragment"),
    [
        ([line(Kind.ITEM, "a"), line(Kind.ITEM, "b", 2, ordered=True), line(Kind.ITEM, "c", 2)],
         "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>"),
        ([line(Kind.ITEM, "a", 2), line(Kind.ITEM, "b")], "<ul><li>a</li><li>b</li></ul>"),
        ([line(Kind.ITEM, "a"), line(Kind.ITEM, "b", ordered=True)], "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ([line(Kind.ITEM, "a"), line(Kind.ITEM, "b", new=True)], "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ([line(Kind.ITEM, "a"), line(Kind.MORE, "b")], "<ul><li><p>a</p><p>b</p></li></ul>"),
        ([line(Kind.MORE, "a"), line(Kind.CITE, "b")], "<p>a</p><p>b</p>"),
        ([line(Kind.QUOTE, "a"), line(Kind.CITE, "b"), line(Kind.QUOTE, "c")],
         "<blockquote><p>a</p><cite>b</cite></blockquote><blockquote><p>c</p></blockquote>"),
        ([line(Kind.FIELD, "a"), line(Kind.SPACER, "b"), Line(Shape(Kind.SPACER))], "<p>a</p><p>b</p>"),
    ],
)  # fmt: skip
def test_what_a_line_belongs_to_follows_from_those_above(lines: list[Line], fragment: str) -> None:
    assert write_fragment(gather(lines)) == fragment


def test_a_table_has_a_line_on_either_side() -> None:
    table = "<table><tr><th>a</th></tr></table>"
    kinds = [getattr(each, "shape", None) and each.shape.kind for each in flatten(text_of(table + table + "<p>b</p>" + table))]
    assert kinds == [Kind.SPACER, None, Kind.SPACER, None, Kind.PARAGRAPH, None, Kind.SPACER]
