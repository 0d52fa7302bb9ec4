"""Running head and foot, draft marks, size and place of the text on each page of the finished PDF (record out)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ...tree import Document, Table
from ..characters import drawn
from .content import Page, Shown
from .content import Sequence as MarkedSequence
from .model import Entry, collapsed

_MARGIN, _SLACK = 51.0, 1.0
"""The side margin of the record's page, and by how much text may miss it; in points."""
_LEAST_SIZE = 12.0
_LEAST_CONTRAST = 4.5
_DARKEST_GROUND = (0.9451, 0.9569, 0.9725)
"""That of a table's header cells; other text stands on white."""
_FURNITURE = frozenset(["Header", "Footer", "Watermark"])
_MARKING = "OFFICIAL"


def check_furniture(document: Document, pages: Sequence[Page], found: Sequence[Entry]) -> Iterator[str]:
    """Head and foot on every page; the marks of a draft on every page of it, and on none of a final."""
    repeated = _headers(document)
    for page in pages:
        texts = {kind: " ".join(collapsed(each.text) for each in page.artifacts if each.kind == kind) for kind in _FURNITURE}
        sentences = [*_wrong_head_or_foot(document, texts, page.index + 1, len(pages)), *_wrong_marks(document, texts)]
        for artifact in page.artifacts:
            words = collapsed(artifact.text)
            if words and not artifact.is_pagination:
                sentences.append(f"the words “{words[:60]}” are decoration, but not of the kind that pages repeat.")
            if words and artifact.kind not in _FURNITURE and words not in repeated:
                sentences.append(f"the words “{words[:60]}” are decoration to a screen reader, and stand nowhere in the record.")
        yield from (f"Page {page.index + 1}: {sentence}" for sentence in sentences)
    if document.draft:
        first = next((entry.text for entry in found if entry.text.strip("\ufffc")), "")
        if not first.startswith("Draft"):
            yield "The first words of the draft do not say that it is one."
        if not document.title.startswith("Draft"):
            yield "The title of the draft does not say that it is one."


def _headers(document: Document) -> frozenset[str]:
    tables = [node for node in document.nodes if isinstance(node, Table)]
    return frozenset(collapsed(drawn("".join(run.text for run in cell))) for table in tables for cell in table.header)


def _wrong_head_or_foot(document: Document, texts: dict[str, str], number: int, count: int) -> Iterator[str]:
    header, footer = texts["Header"], texts["Footer"]
    page = f"Page {number} of {count}"
    if not footer.endswith(page):
        yield f"the foot does not say “{page}”."
    version = collapsed(drawn(f"Version {document.version}")) if document.version else ""
    if not _says(footer.removesuffix(page).strip().removesuffix(collapsed(drawn(document.marking))), version):
        yield "the foot does not give the version alone."
    if not _says(header.removesuffix(_status(document)), collapsed(drawn(document.short_title))) and header.endswith(_status(document)):
        yield "the head does not give the short title alone."


def _says(found: str, wanted: str) -> bool:
    """Whether the words found are those that are wanted, or as many of them as there was room for."""
    found = found.strip()
    return found == wanted or (found.endswith("\u2026") and len(found) > 1 and wanted.startswith(found[:-1].rstrip()))


def _status(document: Document) -> str:
    return collapsed(drawn(" \u00b7 ".join(each for each in ("Draft" if document.draft else "", document.marking) if each)))


def _wrong_marks(document: Document, texts: dict[str, str]) -> Iterator[str]:
    marking = collapsed(drawn(document.marking))
    if document.draft:
        if "DRAFT" not in texts["Watermark"]:
            yield "the draft has no watermark."
        if not texts["Header"].endswith(_status(document)) or marking not in texts["Footer"]:
            yield "the draft does not carry its marking at head and foot."
        return
    own = collapsed(drawn(f"{document.short_title} {document.version}"))
    for kind, text in texts.items():
        if (kind == "Watermark" and text) or (_MARKING in text and _MARKING not in own):
            yield "the final carries the watermark or the marking of a draft."


def check_text(pages: Sequence[Page]) -> Iterator[str]:
    """Text is large enough, upright, inside the margins, and nowhere over other text."""
    for page in pages:
        for sequence in [*page.claimed.values(), *page.artifacts]:
            if sequence.kind != "Watermark":
                yield from (f"Page {page.index + 1}: {sentence}" for sentence in (*_misplaced(page, sequence), *_pale(sequence)))
        yield from (f"Page {page.index + 1}: {sentence}" for sentence in _overlaps(page))


def _misplaced(page: Page, sequence: MarkedSequence) -> Iterator[str]:
    least = 0.0 if sequence.kind in _FURNITURE else _LEAST_SIZE - 0.01
    for shown in sequence.shown:
        if shown.turned:
            yield f"“{shown.text[:60]}” is turned or slanted."
        if shown.size < least:
            yield f"“{shown.text[:60]}” is {shown.size:.1f} points high, less than {_LEAST_SIZE:.0f}."
        inside = shown.left >= _MARGIN - _SLACK and shown.right <= page.width - _MARGIN + _SLACK
        if not inside or shown.base < shown.size / 2 or shown.base + shown.size > page.height:
            yield f"“{shown.text[:60]}” stands outside the margins."


def _pale(sequence: MarkedSequence) -> Iterator[str]:
    for colour in sequence.colours:
        if _contrast(tuple(map(float, colour))) < _LEAST_CONTRAST:
            yield f"“{collapsed(sequence.text)[:60]}” is too pale for its ground."


@cache
def _contrast(colour: tuple[float, ...]) -> float:
    """The contrast of a colour, grey or RGB, with the darkest ground that text stands on (WCAG 2.2, 1.4.3)."""
    one, other = sorted((_luminance(colour), _luminance(_DARKEST_GROUND)))
    return (other + 0.05) / (one + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in (colour * 3)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _overlaps(page: Page) -> Iterator[str]:
    """Pairs of strings that are drawn over each other; the base line of one runs through the letters of the other."""
    sequences = [*page.claimed.values(), *(each for each in page.artifacts if each.kind != "Watermark")]
    shown = sorted((each for sequence in sequences for each in sequence.shown), key=_base)
    for index, one in enumerate(shown):
        for other in shown[index + 1 :]:
            if other.base - one.base >= one.size * 2 / 3:
                break
            if min(one.right, other.right) - max(one.left, other.left) > _SLACK:
                yield f"“{one.text[:40]}” and “{other.text[:40]}” are drawn over each other."


def _base(shown: Shown) -> float:
    return shown.base
