"""Reads a finished page back and holds it against its document (record out; WCAG 2.2 where a program can tell)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from ..tree import Document, Heading
from ..words import characters, squeezed, words_of

_LINES = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "th", "td")
_BLOCKS = frozenset({"ul", "ol", "p", "table", "blockquote"})


def problems_of(page: str, document: Document) -> list[str]:
    """Return what is wrong with a finished page or fragment, a plain sentence each; [] when nothing is.

    Args:
        page: what `write_page` or `write_fragment` gave.
        document: what it must say.
    """
    root = html.document_fromstring(page)
    return [*_words(root, document), *_structure(root, document), *_outside(root), *_named(root, document, page)]


def _words(root: HtmlElement, document: Document) -> Iterator[str]:
    found, wanted = tuple(_lines(root)), words_of(document)
    if found != wanted:
        at = next(
            (index for index, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other), min(len(found), len(wanted))
        )
        yield f"Line {at + 1} of the page is not that of the record."


def _lines(root: HtmlElement) -> Iterator[str]:
    """The lines in reading order: what stands directly in a line-bearing element, not in blocks inside it."""
    for element in root.iter(*_LINES, "img"):
        if element.tag == "img":
            yield squeezed(element.get("alt") or "")
        elif words := squeezed(_own(element)):
            yield words


def _own(element: HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag not in _BLOCKS:
            parts.append(" " if child.tag == "br" else _own(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _structure(root: HtmlElement, document: Document) -> Iterator[str]:
    levels = [(int(each.tag[1]), squeezed(_own(each))) for each in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    wanted = [(each.level, squeezed(characters(each.runs))) for each in document.nodes if isinstance(each, Heading)]
    if levels != wanted:
        yield "The headings are not those of the record."
    for table in root.iter("table"):
        if any(each.get("scope") not in ("col", "row") for each in table.iter("th")) or table.find(".//th") is None:
            yield "A table has a header without a scope, or none."
    for link in root.iter("a"):
        if not squeezed(link.text_content()):
            yield "A link has no words."
    for image in root.iter("img"):
        if not (image.get("alt") or "").strip():
            yield "A picture has no description."


def _outside(root: HtmlElement) -> Iterator[str]:
    """Nothing is loaded from anywhere, and nothing runs."""
    for element in root.iter("script", "link", "iframe", "object", "embed", "form", "base"):
        yield f"The page holds a {element.tag} element."
    for image in root.iter("img"):
        if not (image.get("src") or "").startswith("data:image/"):
            yield "A picture is taken from outside the file."
    for link in root.iter("a"):
        if not (link.get("href") or "").lower().startswith(("https://", "mailto:", "#")):
            yield "A link leads to an address that is neither https nor mailto."


def _named(root: HtmlElement, document: Document, page: str) -> Iterator[str]:
    if not page.startswith("<!DOCTYPE html>"):
        return  # a fragment has no head
    if root.get("lang") != document.language or (root.findtext(".//title") or "") != document.title:
        yield "The page has another title or language than the record."
    if root.find(".//main") is None or root.find(".//a[@class='skip']") is None:
        yield "The page has no main part, or no link that skips to it."
