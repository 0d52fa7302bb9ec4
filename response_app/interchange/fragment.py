"""Structured text as an HTML fragment: the form in which every text of a record is written and pasted (record in, record out).

Elements and fields are those of the interchange contract. Reading drops no words: what a text cannot
hold becomes a paragraph, list or subheading, and is named.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

import nh3

from ..domain.canonical import canonical, from_plain
from ..domain.richtext import (
    Block,
    FieldBlock,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    RichText,
    Run,
    Runs,
    Table,
    clean_characters,
)
from .fragment_builder import Builder
from .fragment_own import read_own
from .fragment_tidy import PARSED, Tidy

_ATTRIBUTES = {"*": {"lang", "data-link", "data-address", "data-field", "colspan", "rowspan"}}
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text, and in short words (`the tag <font>, 3 times`) what of its markup was not kept."""

    text: RichText
    cleaned: tuple[str, ...] = ()


def read_fragment(source: str, write: Callable[[Block], str] | None = None) -> Fragment:
    """Return the text that an HTML fragment holds, in canonical form.

    A fragment without any tag is paragraphs divided by blank lines. No input is refused.

    Args:
        source: the fragment.
        write: writes the blocks of what looks like our own form, to see that it is; `write_block` unless somebody keeps what it gives.
    """
    own = read_own(source)
    if own is not None and canonical(own) == own and "".join(map(write or write_block, own)) == source:
        return Fragment(own)
    return read_any(source)


def read_any(source: str) -> Fragment:
    """Return the text of a fragment whoever wrote it."""
    gone = dropped_characters(source)
    source = _SURROGATES.sub("", source)
    tidy = Tidy(source)
    if tidy.has_tags:
        builder = Builder()
        builder.feed(nh3.clean(tidy.html, tags=PARSED, clean_content_tags={"script", "style"}, attributes=_ATTRIBUTES, link_rel=None))
        text = canonical(builder.finish())
        cleaned = tidy.cleaned + builder.cleaned
    else:
        text, cleaned = from_plain(html.unescape(source)), tidy.cleaned
    if gone:
        cleaned["a character that cannot be printed"] += gone
    return Fragment(text, tuple(what if times == 1 else f"{what}, {times} times" for what, times in cleaned.items() if times))


def dropped_characters(text: str) -> int:
    """Return how many characters of `text` are none of a text (control characters, halves of characters)."""
    if text.isprintable():
        return 0
    return sum(not each.isprintable() and not clean_characters(each) for each in text)


def write_fragment(text: RichText) -> str:
    """Return the HTML fragment for a canonical text; only `& < >`, and `"` in attributes, are escaped."""
    return "".join(map(write_block, text))


def write_block(block: Block) -> str:
    """Return the part of a fragment that one block is."""
    match block:
        case Paragraph():
            return f"<p{_language(block.language)}>{_runs(block.runs)}</p>"
        case Heading():
            return f"<h{block.level + 2}{_language(block.language)}>{_runs(block.runs)}</h{block.level + 2}>"
        case ListBlock():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{''.join(_item(item) for item in block.items)}</{tag}>"
        case Quotation():
            cite = f"<cite>{_runs(block.attribution)}</cite>" if block.attribution else ""
            return f"<blockquote>{write_fragment(block.paragraphs)}{cite}</blockquote>"
        case Table():
            return f"<table>{_row('th', block.header)}{''.join(_row('td', row) for row in block.rows)}</table>"
        case FieldBlock():
            return f'<p data-field="{_escaped(block.name)}"></p>'


def _item(item: ListItem) -> str:
    nested = write_block(item.nested) if item.nested else ""
    match item.paragraphs:
        case (Paragraph(runs, ""),):
            return f"<li>{_runs(runs)}{nested}</li>"
    return f"<li>{write_fragment(item.paragraphs)}{nested}</li>"


def _row(tag: str, cells: Iterable[Runs]) -> str:
    return f"<tr>{''.join(f'<{tag}>{_runs(cell)}</{tag}>' for cell in cells)}</tr>"


def _runs(runs: Runs) -> str:
    out = []
    for link, linked in groupby(runs, key=lambda run: run.link):
        words = "".join(_run(run) for run in linked)
        out.append(f'<a href="{_escaped(link)}">{words}</a>' if link else words)
    return "".join(out)


def _run(run: Run) -> str:
    words = f'<span data-field="{_escaped(run.field)}"></span>' if run.field else _escaped(run.text, quotes=False).replace("\n", "<br>")
    if run.italic:
        words = f"<em>{words}</em>"
    if run.bold:
        words = f"<strong>{words}</strong>"
    return f"<span{_language(run.language)}>{words}</span>" if run.language else words


def _language(language: str) -> str:
    return f' lang="{language}"' if language else ""


def _escaped(text: str, *, quotes: bool = True) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;") if quotes else escaped
