"""What the structure tree of the finished PDF must say, made from the document's nodes alone (record out)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ....domain.richtext import ListBlock, Quotation, Run, Runs
from ...tree import Document, Figure, Heading, Node, Paragraph, Table
from ..characters import drawn, written_address
from .content import PICTURE

NUMBERED, BULLETED = "numbered", "bulleted"
BULLET = "\u2022"
"""Stands for whatever mark a bullet list has."""


class Entry(NamedTuple):
    """An element of the record, comparable: equal entries are said equally by a screen reader.

    Attributes:
        path: types from the top, such as "L/LI/LBody/P"; with the order of entries it gives the tree.
        text: words, white space collapsed; "" for an element that only holds others.
        languages: ((language, characters without white space) ...), () when all is in the document's language.
        links: ((words, address) ...).
        detail: scope of a TH, kind of an L, words that stand for a Figure.
    """

    path: str
    text: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    detail: str = ""


def collapsed(text: str) -> str:
    """Return `text` with each stretch of white space as one blank, and none at the ends."""
    return " ".join(text.split())


def languages_of(parts: Iterable[tuple[str, str]], usual: str) -> tuple[tuple[str, str], ...]:
    """Return neighbours of one language joined, from (language, text) parts; () when all are in the `usual` one."""
    full = [(language, "".join(text.split())) for language, text in parts]
    joined = [
        (language, "".join(text for _, text in group))
        for language, group in groupby(((language, text) for language, text in full if text), key=lambda each: each[0])
    ]
    return tuple(joined) if any(language != usual for language, _ in joined) else ()


def entries_of(document: Document) -> list[Entry]:
    """Return what the document's nodes say, in reading order."""
    return list(_Model(document.language).entries(document.nodes))


class _Model:
    def __init__(self, language: str) -> None:
        self.language = language

    def entries(self, nodes: Sequence[Node]) -> Iterator[Entry]:
        for node in nodes:
            match node:
                case Heading():
                    yield self._words(f"H{node.level}", node.runs, node.language)
                case Paragraph():
                    yield self._words("P", node.runs, node.language)
                case ListBlock():
                    yield from self._list(node, "")
                case Quotation():
                    yield from self._quotation(node)
                case Table():
                    yield from self._table(node)
                case Figure():
                    yield Entry("Figure", PICTURE, detail=node.alt)

    def _words(self, path: str, runs: Runs, language: str = "", detail: str = "") -> Entry:
        block = language or self.language
        texts = [drawn(run.text) for run in runs]
        languages: tuple[tuple[str, str], ...] = ()
        links: tuple[tuple[str, str], ...] = ()
        if block != self.language or any(run.language for run in runs):
            languages = languages_of(((run.language or block, text) for run, text in zip(runs, texts, strict=True)), self.language)
        if any(run.link for run in runs):
            groups = groupby(zip((run.link and written_address(run.link) for run in runs), texts, strict=True), key=lambda each: each[0])
            worded = ((collapsed("".join(text for _, text in group)), address) for address, group in groups if address)
            links = tuple((words, address) for words, address in worded if words)  # blanks alone lead nowhere
        return Entry(path, collapsed("".join(texts)), languages, links, detail)

    def _list(self, block: ListBlock, above: str) -> Iterator[Entry]:
        yield Entry(f"{above}L", detail=NUMBERED if block.ordered else BULLETED)
        for number, item in enumerate(block.items, 1):
            yield Entry(f"{above}L/LI")
            yield Entry(f"{above}L/LI/Lbl", f"{number}." if block.ordered else BULLET)
            yield Entry(f"{above}L/LI/LBody")
            for paragraph in item.paragraphs:
                yield self._words(f"{above}L/LI/LBody/P", paragraph.runs, paragraph.language)
            if item.nested:
                yield from self._list(item.nested, f"{above}L/LI/LBody/")

    def _quotation(self, block: Quotation) -> Iterator[Entry]:
        yield Entry("BlockQuote")
        for paragraph in block.paragraphs:
            yield self._words("BlockQuote/P", paragraph.runs, paragraph.language)
        if block.attribution:
            yield self._words("BlockQuote/P", (Run("\u2014 "), *block.attribution))

    def _table(self, table: Table) -> Iterator[Entry]:
        yield Entry("Table")
        if table.header:
            yield Entry("Table/TR")
            for cell in table.header:
                yield self._words("Table/TR/TH", cell, detail="Column")
        for row in table.rows:
            yield Entry("Table/TR")
            for index, cell in enumerate(row):
                heads = index == 0 and not table.header
                yield self._words("Table/TR/TH" if heads else "Table/TR/TD", cell, detail="Row" if heads else "")
