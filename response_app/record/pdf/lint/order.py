"""Holds the reading order of the finished PDF against the document: types, words, languages, links (record out).

A validator sees whether there is an order; whether it is the right one only the document knows
(ISO 14289-1, 7.2: the logical order).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from .content import Key, Page
from .model import BULLET, BULLETED, NUMBERED, Entry, collapsed, languages_of
from .tree import Annotated, Claim, Element

_INLINE = frozenset(["Span", "Link"])
_BULLETS = frozenset("\u2022\u2013\u25e6\u25aa-")
_KINDS = {"Decimal": NUMBERED, "Disc": BULLETED, "Circle": BULLETED, "Square": BULLETED}
_FAR = 300
"""How far the two are compared from the first difference on; further on a long record would take minutes."""
_PARTS = {"text": "the words", "languages": "the language", "links": "the links", "detail": "scope, kind or words for a picture"}


def entries_of(root: Element, pages: Sequence[Page], addresses: Mapping[Key, str], language: str) -> list[Entry]:
    """Return what the structure tree says, in its order; `addresses` gives that of each annotation."""
    reader = _Reader(pages, addresses, language)
    return [entry for kid in root.kids for entry in reader.entries(kid, "", language)]


class _Reader:
    def __init__(self, pages: Sequence[Page], addresses: Mapping[Key, str], language: str) -> None:
        self.pages = pages
        self.addresses = addresses
        self.language = language

    def entries(self, kid: Element | Claim | Annotated, above: str, language: str) -> Iterator[Entry]:
        if not isinstance(kid, Element):
            yield self._words(f"{above}(none)", [kid], language)
            return
        path = above + kid.type
        language = kid.language or language
        inline: list[Element | Claim | Annotated] = []
        blocks: list[Element | Claim | Annotated] = []
        for each in kid.kids:
            (inline if not isinstance(each, Element) or each.type in _INLINE else blocks).append(each)
        if kid.type == "LBody" and inline:
            # Words straight in the body of an item are one paragraph.
            yield Entry(path)
            yield self._words(f"{path}/P", inline, language)
        else:
            yield self._words(path, inline, language, _detail(kid))
        for block in blocks:
            yield from self.entries(block, f"{path}/", language)

    def _words(self, path: str, kids: Sequence[Element | Claim | Annotated], language: str, detail: str = "") -> Entry:
        parts: list[tuple[str, str]] = []
        links: list[tuple[str, str]] = []
        for kid in kids:
            self._collect(kid, language, parts, links)
        text = collapsed("".join(part for _, part in parts))
        if path.endswith("/Lbl") and text in _BULLETS:
            text = BULLET
        foreign = any(part[0] != self.language for part in parts)
        return Entry(path, text, languages_of(parts, self.language) if foreign else (), tuple(links), detail)

    def _collect(self, kid: Element | Claim | Annotated, language: str, parts: list[tuple[str, str]], links: list[tuple[str, str]]) -> None:
        if isinstance(kid, Claim):
            sequence = self.pages[kid.page].claimed.get(kid.mcid) if 0 <= kid.page < len(self.pages) else None
            parts.append((language, sequence.text if sequence else ""))
        elif isinstance(kid, Element):
            before = len(parts)
            for each in kid.kids:
                self._collect(each, kid.language or language, parts, links)
            if kid.type == "Link":
                addresses = {self.addresses.get(each.key, "") for each in kid.kids if isinstance(each, Annotated)}
                links.append((collapsed("".join(part for _, part in parts[before:])), " ".join(sorted(addresses))))


def _detail(element: Element) -> str:
    match element.type:
        case "TH" | "TD":
            return element.scope
        case "L":
            return _KINDS.get(element.numbering, "")
        case _:
            return element.alt


def check_drawing(root: Element, pages: Sequence[Page]) -> Iterator[str]:
    """Each page draws its words in the order in which they are read (ISO 32000-1, 14.8.2.3).

    Copying, searching and reflowing go by the order of drawing in many programs.
    """
    read: dict[int, list[int]] = {}
    for claim in _claims(root):
        read.setdefault(claim.page, []).append(claim.mcid)
    for page in pages:
        drawn, wanted = list(page.claimed), read.get(page.index, [])
        if drawn != wanted and sorted(drawn) == sorted(wanted):
            first = next(one for one, other in zip(drawn, wanted, strict=True) if one != other)
            yield f"Page {page.index + 1}: the words “{page.claimed[first].text.strip()[:60]}” are drawn before others that are read first."


def _claims(element: Element) -> Iterator[Claim]:
    for kid in element.kids:
        if isinstance(kid, Claim):
            yield kid
        elif isinstance(kid, Element):
            yield from _claims(kid)


def compare(expected: Sequence[Entry], found: Sequence[Entry]) -> Iterator[str]:
    """Yield a sentence for each place where the tree says something else than the document."""
    if expected == found:
        return
    start = 0
    while start < min(len(expected), len(found)) and expected[start] == found[start]:
        start += 1
    end = 0
    while end < min(len(expected), len(found)) - start and expected[-1 - end] == found[-1 - end]:
        end += 1
    wanted, had = expected[start : len(expected) - end][:_FAR], found[start : len(found) - end][:_FAR]
    changes = [each for each in SequenceMatcher(None, wanted, had, autojunk=False).get_opcodes() if each[0] != "equal"]
    for _, i1, i2, j1, j2 in changes:
        paired = min(i2 - i1, j2 - j1)
        for one, other in zip(wanted[i1 : i1 + paired], had[j1 : j1 + paired], strict=True):
            yield _difference(one, other)
        for one in wanted[i1 + paired : i2]:
            yield f"Missing from the reading order: {_named(one)}."
        for other in had[j1 + paired : j2]:
            yield f"In the reading order but not in the record: {_named(other)}."


def _named(entry: Entry) -> str:
    return f"{entry.path} “{entry.text[:60]}”" if entry.text else entry.path


def _difference(one: Entry, other: Entry) -> str:
    if one.path != other.path:
        return f"The reading order has {_named(other)} where the record has {_named(one)}."
    wrong = [words for name, words in _PARTS.items() if getattr(one, name) != getattr(other, name)]
    said = f"; it reads “{other.text[:60]}”" if one.text != other.text else ""
    return f"{_named(one)} differs from the record: {', '.join(wrong)}{said}."
