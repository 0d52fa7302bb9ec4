"""Reads the structure tree of the finished PDF, and holds it against the pages and the parent tree (record out).

Clauses are those of ISO 32000-1: structure elements 14.7.2, content items 14.7.4, parent tree 14.7.4.4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf

from .content import Key, Page

_ENTRIES = frozenset(["/S", "/P", "/K", "/Pg", "/Lang", "/Alt", "/A", "/Type"])
"""What a structure element of the record has; /ActualText, for one, would be read out in place of the words."""
_ATTRIBUTES = {
    "TH": frozenset([("/O", "/Table"), ("/Scope", "")]),
    "L": frozenset([("/O", "/List"), ("/ListNumbering", "")]),
    "Figure": frozenset([("/O", "/Layout"), ("/BBox", ""), ("/Placement", "")]),
}
"""By type the attributes that an element has, and the value where there is but one. Others, such as /ColSpan, would have to be true."""


class Claim(NamedTuple):
    """A marked-content sequence of a page (from 0) that an element claims."""

    page: int
    mcid: int


class Annotated(NamedTuple):
    """An annotation that an element claims."""

    page: int
    key: Key


@dataclass(eq=False, slots=True)
class Element:
    """A structure element; "" for what it does not say."""

    type: str
    key: Key
    language: str = ""
    alt: str = ""
    scope: str = ""
    numbering: str = ""
    box: tuple[float, ...] = ()
    kids: list[Element | Claim | Annotated] = field(default_factory=list)


@dataclass(slots=True)
class Tree:
    """The structure tree: its one element at the top, all elements in reading order, and what is wrong with it."""

    root: Element
    elements: list[Element]
    problems: list[str]


def read_tree(pdf: pikepdf.Pdf) -> Tree:
    """Read the structure tree; one that is missing gives an empty Document and a problem."""
    top = pdf.Root.get("/StructTreeRoot")
    if top is None:
        return Tree(Element("Document", (0, 0)), [], ["The PDF has no structure tree: a screen reader finds no headings, lists or tables."])
    reader = _Reader({page.obj.objgen: index for index, page in enumerate(pdf.pages)})
    if "/RoleMap" in top:
        reader.problems.append("The structure tree renames element types, which the record does not do.")
    roots = _kids(top.get("/K"))
    if len(roots) != 1 or isinstance(roots[0], int):
        reader.problems.append(f"The structure tree has {len(roots)} elements at the top, not one.")
        return Tree(Element("Document", (0, 0)), [], reader.problems)
    root = reader.read(roots[0], top.objgen)
    if root.type != "Document":
        reader.problems.append(f"The structure tree starts with {root.type}, not with Document.")
    return Tree(root, reader.elements, reader.problems)


def _kids(kids: pikepdf.Object | int | None) -> list[pikepdf.Object | int]:
    # Asking pikepdf for the kind of an object is slow, and most elements hold one number.
    if isinstance(kids, int):
        return [kids]
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


class _Reader:
    def __init__(self, pages: dict[Key, int]) -> None:
        self.pages = pages
        self.problems: list[str] = []
        self.elements: list[Element] = []
        self._seen: set[Key] = set()

    def read(self, source: pikepdf.Object, parent: Key) -> Element:
        """Read an element and all below it."""
        entries = dict(source.items())
        made = Element(str(entries.get("/S", "/?"))[1:], source.objgen)
        self._seen.add(made.key)
        self.elements.append(made)
        if not entries.keys() <= _ENTRIES:
            extra = ", ".join(sorted(entries.keys() - _ENTRIES))
            self.problems.append(f"A {made.type} element has the entries {extra}, which the record does not use.")
        if "/P" not in entries or entries["/P"].objgen != parent:
            self.problems.append(f"A {made.type} element does not name the element above it as its parent.")
        made.language = str(entries.get("/Lang", ""))
        made.alt = str(entries.get("/Alt", ""))
        if made.alt and made.type != "Figure":
            self.problems.append(f"A {made.type} element has words that are read out in place of its own; only a picture needs them.")
        if "/A" in entries:
            self._read_attributes(made, entries["/A"])
        page = self.pages.get(entries["/Pg"].objgen, -1) if "/Pg" in entries else -1
        for kid in _kids(entries.get("/K")):
            self._read_kid(made, kid, page)
        if not made.kids:
            self.problems.append(f"A {made.type} element is empty.")
        return made

    def _read_attributes(self, element: Element, attributes: pikepdf.Object) -> None:
        for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            element.scope = str(each.get("/Scope", "/" + element.scope))[1:]
            element.numbering = str(each.get("/ListNumbering", "/" + element.numbering))[1:]
            element.box = tuple(float(number) for number in each.get("/BBox", element.box))
            found = frozenset((key, str(value) if key == "/O" else "") for key, value in each.items())
            if found != _ATTRIBUTES.get(element.type):
                self.problems.append(f"A {element.type} element has other attributes than the record gives it.")

    def _read_kid(self, parent: Element, kid: pikepdf.Object | int, page: int) -> None:
        if isinstance(kid, int):
            parent.kids.append(Claim(page, kid))
        elif "/S" in kid:
            if kid.objgen in self._seen:
                self.problems.append(f"A {str(kid.S)[1:]} element stands twice in the structure tree.")
                return
            parent.kids.append(self.read(kid, parent.key))
        else:
            if "/Pg" in kid:
                page = self.pages.get(kid.Pg.objgen, -1)
            if "/MCID" in kid:
                parent.kids.append(Claim(page, int(kid.MCID)))
            elif "/Obj" in kid:
                parent.kids.append(Annotated(page, kid.Obj.objgen))
            else:
                self.problems.append(f"A {parent.type} element holds something that is neither an element nor content.")


def check_claims(pdf: pikepdf.Pdf, tree: Tree, pages: Sequence[Page]) -> Iterator[str]:
    """Each marked part of each page is claimed once, and the parent tree says the same as the structure tree."""
    owners: dict[Claim, Key] = {}
    counts: Counter[Claim] = Counter()
    for element in tree.elements:
        for kid in element.kids:
            if isinstance(kid, Claim):
                owners[kid] = element.key
                counts[kid] += 1
    drawn = {Claim(page.index, mcid) for page in pages for mcid in page.claimed}
    for claim in sorted(drawn - owners.keys()):
        words = pages[claim.page].claimed[claim.mcid].text.strip()
        yield f"Page {claim.page + 1}: the words “{words[:60]}” are in no element of the structure tree."
    for claim in sorted(owners.keys() - drawn):
        yield f"Page {claim.page + 1}: an element claims the marked part {claim.mcid}, which is not there."
    for claim, count in counts.items():
        if count > 1:
            words = pages[claim.page].claimed[claim.mcid].text if claim in drawn else ""
            yield f"Page {claim.page + 1}: the words “{words[:60]}” are claimed {count} times."
    yield from _check_parent_tree(pdf, tree, pages, owners)


def _check_parent_tree(pdf: pikepdf.Pdf, tree: Tree, pages: Sequence[Page], owners: dict[Claim, Key]) -> Iterator[str]:
    top = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
    numbers = dict(_numbers(top.get("/ParentTree", pikepdf.Dictionary())))
    if int(top.get("/ParentTreeNextKey", 0)) <= max(numbers, default=-1):
        yield "The parent tree's next key is one that is in use."
    for page, drawn in zip(pdf.pages, pages, strict=True):
        expected = [owners.get(Claim(drawn.index, mcid)) for mcid in range(max(drawn.claimed, default=-1) + 1)]
        found = numbers.pop(int(page.obj.get("/StructParents", -1)), None)
        listed = [None if each is None else each.objgen for each in found] if isinstance(found, pikepdf.Array) else None
        if listed != expected and (listed or expected):
            yield f"Page {drawn.index + 1}: the parent tree names other elements than the structure tree."
    annotated = {kid.key: element.key for element in tree.elements for kid in element.kids if isinstance(kid, Annotated)}
    for page, drawn in zip(pdf.pages, pages, strict=True):
        for annotation in page.obj.get("/Annots", ()):
            found = numbers.pop(int(annotation.get("/StructParent", -1)), None)
            if found is None or found.objgen != annotated.get(annotation.objgen):
                yield f"Page {drawn.index + 1}: the parent tree does not name the element of a link."
    if numbers:
        yield "The parent tree has entries that belong to no page and no link."


def _numbers(node: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    """The entries of a number tree (7.9.7)."""
    numbers = list(node.get("/Nums", ()))
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)
    for kid in node.get("/Kids", ()):
        yield from _numbers(kid)
