"""What a document says, read from its tree."""

from __future__ import annotations

from collections.abc import Iterator

from response_app.domain.record import Record
from response_app.domain.richtext import ListBlock, Quotation, Runs
from response_app.record import PrintOptions, build_document
from response_app.record.tree import Document, Figure, Heading, Node, Paragraph, Table
from tests.fixtures.sample_records import TODAY


def final(record: Record, options: PrintOptions | None = None) -> Document:
    """Return the tree of the final."""
    return build_document(record, draft=False, today=TODAY, options=options)


def words(runs: Runs) -> str:
    """Return the characters of runs."""
    return "".join(run.text for run in runs)


def outline(document: Document) -> list[tuple[int, str]]:
    """Return level and words of every heading."""
    return [(node.level, words(node.runs)) for node in document.nodes if isinstance(node, Heading)]


def titles(document: Document, level: int) -> list[str]:
    """Return the words of the headings of one level."""
    return [title for own, title in outline(document) if own == level]


def under(document: Document, title: str) -> list[str]:
    """Return what stands between the first heading of these words and the next heading of its level or above."""
    found: list[str] = []
    level = 0
    for node in document.nodes:
        if isinstance(node, Heading) and level and node.level <= level:
            break
        if level:
            found += said(node)
        elif isinstance(node, Heading) and words(node.runs) == title:
            level = node.level
    assert level, f"no heading {title!r}"
    return found


def everything(document: Document) -> list[str]:
    """Return all that is printed, in reading order: paragraphs, headings, list marks, cells."""
    return [each for node in document.nodes for each in said(node)]


def said(node: Node) -> list[str]:
    """Return what one node prints, in reading order."""
    match node:
        case Heading() | Paragraph():
            return [words(node.runs)]
        case ListBlock():
            return list(_listed(node, "•"))
        case Quotation():
            return [*(words(each.runs) for each in node.paragraphs), *([f"— {words(node.attribution)}"] if node.attribution else [])]
        case Table():
            return [words(cell) for row in (node.header, *node.rows) for cell in row]
        case Figure():
            return []


def _listed(block: ListBlock, bullet: str) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{number}." if block.ordered else bullet
        yield from (words(each.runs) for each in item.paragraphs)
        if item.nested:
            yield from _listed(item.nested, "–")
