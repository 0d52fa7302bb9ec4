"""Structure elements and marked content: which drawn words belong to which element (record out).

Layout makes the tree of elements; drawing claims content for them. Everything drawn is either
claimed by an element or marked as an artifact (ISO 14289-1, 7.1). Names are those of ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ...errors import PdfRefused
from .show import TextShower

if TYPE_CHECKING:
    from .lines import Lines, Span


class MarkedContent(NamedTuple):
    """A marked-content sequence: page (from 0) and its MCID there."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """A link annotation: page (from 0), rectangle in points, address and the words it stands on."""

    page: int
    rectangle: tuple[float, float, float, float]
    address: str
    contents: str


@dataclass(eq=False, slots=True)
class Element:
    """A structure element.

    Attributes:
        type: standard structure type, such as "P".
        children: elements, marked content and annotations in reading order.
        language: of its content where it is not the document's.
        alt: words that stand for a figure.
        parent: the element it stands in, for one that joins its parent's children only when it is
            first drawn, so that it comes after the words before it (a link in a paragraph); else None.
        scope: "Row" or "Column" for a TH.
        numbering: "Disc" or "Decimal" for an L (ListNumbering).
        box: rectangle on its page for a Figure.
    """

    type: str
    children: list[Element | MarkedContent | Annotation] = field(default_factory=list)
    language: str = ""
    alt: str = ""
    parent: Element | None = None
    scope: str = ""
    numbering: str = ""
    box: tuple[float, float, float, float] | None = None

    def add(self, type: str, language: str = "", *, alt: str = "", scope: str = "", numbering: str = "") -> Element:
        """Append a child element and return it."""
        child = Element(type, language=language, alt=alt, scope=scope, numbering=numbering)
        self.children.append(child)
        return child

    def inline(self, type: str, language: str = "") -> Element:
        """Return a child element that joins the children when its words are drawn."""
        return Element(type, language=language, parent=self)

    def claim(self, content: MarkedContent) -> None:
        """Take drawn content, joining the parent first where that is still to be done."""
        if self.parent is not None:
            self.parent.join(self)
            self.parent = None
        self.children.append(content)

    def join(self, child: Element) -> None:
        """Take a child element that is drawn now."""
        if self.parent is not None:
            self.parent.join(self)
            self.parent = None
        self.children.append(child)


BreakLines = Callable[["Sequence[Span]", float, float], "Lines"]
"""Breaks spans into lines at a font size and a width, in points."""


class Bookmark(NamedTuple):
    """A heading as a bookmark: level, words, page (from 0), top in points."""

    level: int
    title: str
    page: int
    top: float


class Drawing(Protocol):
    """What this module needs of a reportlab canvas."""

    _code: list[str]

    def getPageNumber(self) -> int: ...


class _Sequence:
    """A marked-content sequence around what is drawn inside a `with` block."""

    __slots__ = ("canvas", "opening", "recorder")

    def __init__(self, recorder: Recorder, canvas: Drawing, opening: str) -> None:
        self.recorder = recorder
        self.canvas = canvas
        self.opening = opening

    def __enter__(self) -> None:
        if self.recorder.is_open:  # nested sequences have no agreed meaning for readers
            raise PdfRefused("The PDF could not be tagged: marked content inside marked content.")
        self.recorder.is_open = True
        self.canvas._code.append(self.opening)

    def __exit__(self, *_error: object) -> None:
        self.canvas._code.append("EMC")
        self.recorder.is_open = False


class Recorder:
    """Hands out marked-content ids page by page and keeps what was claimed.

    Attributes:
        claimed: for each page (from 0) the element of each MCID, in order.
        annotations: link annotations with their Link element, in drawing order.
        bookmarks: the headings, in order.
        break_lines: breaks its texts into lines.
        shower: shows text in the document's fonts.
        is_open: whether a marked-content sequence is being drawn.
    """

    def __init__(self, break_lines: BreakLines) -> None:
        self.break_lines = break_lines
        self.claimed: list[list[Element]] = []
        self.annotations: list[tuple[Annotation, Element]] = []
        self.bookmarks: list[Bookmark] = []
        self.shower = TextShower()
        self.is_open = False

    def page_of(self, canvas: Drawing) -> int:
        """Return the page being drawn, from 0, with room for its claims."""
        page = canvas.getPageNumber() - 1
        while len(self.claimed) <= page:
            self.claimed.append([])
        return page

    def content(self, canvas: Drawing, element: Element) -> _Sequence:
        """Claim for `element` what is drawn inside the `with` block."""
        page = self.page_of(canvas)
        mcid = len(self.claimed[page])
        self.claimed[page].append(element)
        element.claim(MarkedContent(page, mcid))
        return _Sequence(self, canvas, f"/{element.type} <</MCID {mcid}>> BDC")

    def artifact(self, canvas: Drawing, properties: str = "") -> _Sequence:
        """Mark as an artifact what is drawn inside the `with` block; `properties` such as "/Type /Pagination"."""
        return _Sequence(self, canvas, f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC")

    def link(self, canvas: Drawing, element: Element, rectangle: tuple[float, float, float, float], address: str, contents: str) -> None:
        """Put a link annotation (one a line) under its Link element."""
        annotation = Annotation(self.page_of(canvas), rectangle, address, contents)
        element.children.append(annotation)
        self.annotations.append((annotation, element))

    def bookmark(self, canvas: Drawing, level: int, title: str, top: float) -> None:
        """Keep a heading for the outline."""
        self.bookmarks.append(Bookmark(level, title, self.page_of(canvas), top))


def unclaimed(element: Element) -> Element | None:
    """Return the first element without any content below it, None when there is none."""
    if not element.children:
        return element
    for child in element.children:
        if isinstance(child, Element):
            found = unclaimed(child)
            if found is not None:
                return found
    return None
