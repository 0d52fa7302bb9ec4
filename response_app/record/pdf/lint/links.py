"""Link annotations of the finished PDF: one a line of each link, over its words (record out).

Clauses: ISO 14289-1, 7.18.1 and 7.18.5; print flag ISO 19005-2, 6.3.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pikepdf

from .content import Key, Page, Shown
from .model import collapsed
from .tree import Annotated, Claim, Element

_ENTRIES = frozenset(["/Type", "/Subtype", "/Rect", "/Border", "/F", "/Contents", "/A", "/StructParent", "/P"])
_PRINT, _HIDING = 4, 1 | 2 | 32
_SLACK = 1.0
"""Points by which a rectangle may miss its words."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation: page (from 0), left, bottom, right and top in points, address, description."""

    page: int
    box: tuple[float, ...]
    address: str
    description: str


def read_annotations(pdf: pikepdf.Pdf) -> tuple[dict[Key, Annotation], list[str]]:
    """Return the annotations of all pages, and what is wrong with each by itself."""
    found: dict[Key, Annotation] = {}
    problems = []
    for index, page in enumerate(pdf.pages):
        for each in page.obj.get("/Annots", ()):
            action = each.get("/A", pikepdf.Dictionary())
            address = str(action.get("/URI", ""))
            box = tuple(float(number) for number in each.get("/Rect", (0, 0, 0, 0)))
            found[each.objgen] = Annotation(index, box, address, collapsed(str(each.get("/Contents", ""))))
            problems += [f"Page {index + 1}: {sentence}" for sentence in _wrong_in(each, action, address)]
    return found, problems


def _wrong_in(annotation: pikepdf.Object, action: pikepdf.Object, address: str) -> Iterator[str]:
    if annotation.get("/Subtype") != pikepdf.Name.Link or not set(annotation.keys()) <= _ENTRIES:
        yield "an annotation is something else than a plain link."
    if set(action.keys()) - {"/Type"} != {"/S", "/URI"} or action.S != pikepdf.Name.URI or not address.startswith(("https://", "mailto:")):
        yield "a link does something else than lead to an https or mailto address."
    if not str(annotation.get("/Contents", "")).strip():
        yield f"the link to {address} has no description for those who do not see it."
    if "/StructParent" not in annotation:
        yield f"the link to {address} does not say to which element it belongs."
    flags = int(annotation.get("/F", 0))
    if not flags & _PRINT or flags & _HIDING:
        yield f"the link to {address} is hidden or not printed."


def check_links(elements: Sequence[Element], pages: Sequence[Page], annotations: dict[Key, Annotation]) -> Iterator[str]:
    """Each annotation belongs to one Link element, and each line of a Link has one, over its words."""
    claimed: list[Key] = []
    for element in elements:
        keys = [kid.key for kid in element.kids if isinstance(kid, Annotated)]
        claimed += keys
        if element.type == "Link":
            own = [annotations[key] for key in keys if key in annotations]
            yield from _check_lines(element, own, pages)
            words = collapsed("".join(_texts(element, pages)))
            yield from (f"The link “{words[:60]}” is described in other words than its own." for each in own if each.description != words)
        elif keys:
            yield f"A {element.type} element holds a link annotation; only a Link may."
    if sorted(claimed) != sorted(annotations):
        yield "Not every link annotation belongs to exactly one Link element."


def _check_lines(link: Element, annotations: Sequence[Annotation], pages: Sequence[Page]) -> Iterator[str]:
    shown = [each for each in _shown(link, pages) if each[1].text]
    lines = [list(group) for _, group in groupby(shown, key=lambda each: (each[0], round(each[1].base)))]
    if len(lines) != len(annotations):
        words = " ".join(each.text for _, each in shown)
        yield f"The link “{words[:60]}” stands on {len(lines)} lines and has {len(annotations)} annotations."
        return
    for line, annotation in zip(lines, annotations, strict=True):
        page = line[0][0]
        first, last = line[0][1], line[-1][1]
        left, bottom, right, top = annotation.box
        across = abs(left - first.left) <= _SLACK and abs(right - last.right) <= _SLACK
        upright = first.base - first.size < bottom < first.base < first.base + first.size / 2 < top < first.base + 2 * first.size
        if page != annotation.page or not across or not upright:
            yield f"Page {annotation.page + 1}: the link to {annotation.address} does not lie over its words “{first.text[:60]}”."


def _texts(element: Element, pages: Sequence[Page]) -> Iterator[str]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _texts(kid, pages)
        elif isinstance(kid, Claim) and 0 <= kid.page < len(pages) and kid.mcid in pages[kid.page].claimed:
            yield pages[kid.page].claimed[kid.mcid].text


def _shown(element: Element, pages: Sequence[Page]) -> Iterator[tuple[int, Shown]]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _shown(kid, pages)
        elif isinstance(kid, Claim) and 0 <= kid.page < len(pages) and kid.mcid in pages[kid.page].claimed:
            yield from ((kid.page, each) for each in pages[kid.page].claimed[kid.mcid].shown)
