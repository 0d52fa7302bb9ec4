"""The words of a document, node by node, as every writer has to give them back (record out)."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.richtext import ListBlock, Quotation, Runs
from .tree import Document, Figure, Heading, Node, Paragraph, Table


def words_of(document: Document) -> tuple[str, ...]:
    """Return every line of the document in reading order, with single spaces; a picture gives its description."""
    return tuple(line for node in document.nodes for each in _lines(node) if (line := squeezed(each)))


def squeezed(words: str) -> str:
    """Return words with every white space, no-break spaces and line breaks too, as one space."""
    return " ".join(words.replace("\u00a0", " ").split())


def characters(runs: Runs) -> str:
    """Return the characters of runs."""
    return "".join(run.text for run in runs)


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Heading() | Paragraph():
            yield characters(node.runs)
        case ListBlock():
            yield from _items(node)
        case Quotation():
            yield from (characters(each.runs) for each in node.paragraphs)
            yield characters(node.attribution)
        case Table():
            yield from (characters(cell) for row in ((node.header,) if node.header else ()) + node.rows for cell in row)
        case Figure():
            yield node.alt


def _items(block: ListBlock) -> Iterator[str]:
    for item in block.items:
        yield from (characters(each.runs) for each in item.paragraphs)
        if item.nested:
            yield from _items(item.nested)
