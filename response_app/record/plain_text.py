"""The record as plain text, for an e-mail or a form that takes no more (record out)."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.richtext import ListBlock, Quotation, Run, Runs
from .tree import Document, Figure, Heading, Node, Paragraph, Table
from .words import characters, squeezed

_UNDERLINES = {1: "=", 2: "-"}


def write_text(document: Document) -> str:
    """Return the document as plain text: one paragraph a line, a blank line between, headings underlined, links with their address."""
    parts = ["\n".join(_lines(node)) for node in document.nodes]
    return "\n\n".join(part for part in parts if part) + "\n"


def problems_of(text: str, document: Document) -> list[str]:
    """Return what is wrong with a finished text, a plain sentence each; [] when every word of the document stands in it, in order.

    Args:
        text: what `write_text` gave.
        document: what it must say.
    """
    words, at = squeezed(text), 0
    for node in document.nodes:
        for run in _runs(node):
            wanted = squeezed(run.text)
            start = words.find(wanted, at)
            if start < 0:
                return [f"The plain text lacks words of the record, from “{wanted[:40]}” on."]
            at = start + len(wanted)
    return []


def _runs(node: Node) -> Iterator[Run]:
    """The runs of a node in the order in which the text says them; the head of a column comes before each of its cells."""
    match node:
        case Heading() | Paragraph():
            yield from node.runs
        case ListBlock():
            for item in node.items:
                yield from (run for each in item.paragraphs for run in each.runs)
                yield from _runs(item.nested) if item.nested else ()
        case Quotation():
            yield from (run for runs in (*(each.runs for each in node.paragraphs), node.attribution) for run in runs)
        case Table():
            heads = node.header or tuple(() for _ in (node.rows or ((),))[0])
            if not node.rows:
                yield from (run for head in heads for run in head)
            for row in node.rows:
                yield from (run for head, cell in zip(heads, row, strict=True) for run in (*head, *cell))
        case Figure():
            yield Run(node.alt)


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Heading():
            words = characters(node.runs)
            yield words
            if node.level in _UNDERLINES:
                yield _UNDERLINES[node.level] * min(len(words), 72)
        case Paragraph():
            yield _words(node.runs)
        case ListBlock():
            yield from _items(node, "")
        case Quotation():
            for each in node.paragraphs:
                yield f"    {_words(each.runs)}"
            if node.attribution:
                yield f"    \u2013 {_words(node.attribution)}"
        case Table():
            yield from _rows(node)
        case Figure():
            yield f"[Picture: {node.alt}]"


def _items(block: ListBlock, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.ordered else "-"
        for index, each in enumerate(item.paragraphs):
            yield f"{indent}{mark if index == 0 else ' ' * len(mark)} {_words(each.runs)}"
        if item.nested:
            yield from _items(item.nested, indent + "   ")


def _rows(table: Table) -> Iterator[str]:
    """Each row on lines of its own: "Header: cell", so that it can be heard and read without columns."""
    if not table.rows:
        yield "; ".join(_words(head) for head in table.header)
    for number, row in enumerate(table.rows):
        if not table.header:
            yield f"{_words(row[0])}: {'; '.join(_words(cell) for cell in row[1:])}"
            continue
        if number:
            yield ""
        for head, cell in zip(table.header, row, strict=False):
            yield f"{_words(head)}: {_words(cell)}"


def _words(runs: Runs) -> str:
    """The words with the address of a link behind it, where it is not its own words."""
    out, at = [], 0
    while at < len(runs):
        end = at + 1
        while runs[at].link and end < len(runs) and runs[end].link == runs[at].link:
            end += 1
        words, link = characters(runs[at:end]), runs[at].link.removeprefix("mailto:")
        out.append(f"{words} ({link})" if link and link not in words else words)
        at = end
    return "".join(out).replace("\u00a0", " ")
