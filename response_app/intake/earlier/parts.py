"""Report in: the parts of a published record: its details, its findings, its three sections, its answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ...domain.canonical import canonical
from ...domain.record import Sections
from ...domain.richtext import Block as TextBlock
from ...domain.richtext import Heading, ListBlock, ListItem, Paragraph, RichText, Run, Table
from ..blocks import Block, BlockKind
from ..proposal import Span
from .tags import Tags


class Part(StrEnum):
    """A part of a record, in the order in which records have them."""

    DETAILS = "details"
    SUMMARY = "summary"
    RECOMMENDATIONS = "recommendations"
    CAUSES = "causes"
    AREAS = "areas"
    PRACTICE = "practice"
    INITIAL_RESPONSE = "initial_response"
    CHIEF_OFFICER_RESPONSE = "chief_officer_response"
    ANSWERS = "answers"
    TO_OTHERS = "to_others"
    OVERALL_COMMENTS = "overall_comments"
    IMPRINT = "imprint"


FINDING_PARTS = (Part.RECOMMENDATIONS, Part.CAUSES, Part.AREAS, Part.PRACTICE)
_TITLE = re.compile(r"\binspection response record\b", re.IGNORECASE)
_HEADS: tuple[tuple[Part, re.Pattern[str]], ...] = tuple(
    (part, re.compile(pattern, re.IGNORECASE))
    for part, pattern in (
        (Part.SUMMARY, r"summary(?: of (?:the )?(?:inspection|report))?"),
        (Part.RECOMMENDATIONS, r"recommendations?"),
        (Part.CAUSES, r"(?:accelerated )?causes? (?:of|for) concern"),
        (Part.AREAS, r"areas? (?:for|of) improvement(?: \(?afis?\)?)?"),
        (Part.PRACTICE, r"(?:innovative|promising)(?: (?:and|or) (?:innovative|promising))? practices?"),
        (Part.INITIAL_RESPONSE, r"(?P<whose>[^.]{2,90}?)(?:['’]s?|s)? initial (?:response|comments?)"),
        (Part.OVERALL_COMMENTS, r"(?P<whose>[^.]{2,90}?)(?:['’]s?|s)? (?:overall|final|closing) (?:comments?|response)"),
        (Part.ANSWERS, r"answers? to (?:each|the) findings?|response to each finding"),
        (Part.TO_OTHERS, r"recommendations made to others"),
        (Part.IMPRINT, r"about this record|where this record is published"),
        (Part.CHIEF_OFFICER_RESPONSE, r"(?P<whose>[^.]{2,90}?)(?:['’]s?|s)? (?:response|comments)(?: to the (?:report|inspection))?"),
    )
)
_DETAIL = re.compile(
    r"force(?: name)?|title of (?:the )?(?:inspection|report)|date (?:of )?(?:published|publication)|(?:report )?published"
    r"|inspectorates?|grades?|version|.{0,70}\b(?:commissioner|mayor|mopac|board|authority|council|constable)\b.{0,40}",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"published on .{0,80}\bwebsite\b|questions, or this record in another format|the inspectors[’'] words are crown copyright",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;]['\"’”)]*$")
_LONGEST_HEAD = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, item or row of a part, clean, with its place."""

    kind: BlockKind
    text: str
    span: Span
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class Parts:
    """A record's parts as they are read.

    Attributes:
        is_titled: whether it calls itself an inspection response record.
        details: label and value of each detail, in order, with the place.
        pieces: of each part that is there; a part that is there and empty has none.
        heads: the words over each part, with their place.
    """

    is_titled: bool = False
    details: list[tuple[str, str, Span]] = field(default_factory=list)
    pieces: dict[Part, list[Piece]] = field(default_factory=dict)
    heads: dict[Part, tuple[str, Span]] = field(default_factory=dict)

    def has(self, part: Part) -> bool:
        """Tell whether a part is there, empty or not."""
        return part in self.pieces

    def of(self, part: Part) -> list[Piece]:
        """Return the pieces of a part, none when it is not there."""
        return self.pieces.get(part, [])

    @property
    def sections(self) -> Sections:
        """The three narrative sections."""
        parts = (Part.INITIAL_RESPONSE, Part.CHIEF_OFFICER_RESPONSE, Part.OVERALL_COMMENTS)
        return Sections(*(text_of(self.of(part)) for part in parts))


def parts_of(blocks: Iterable[Block], tags: Tags) -> Parts:
    """Return the parts of a record; a report, or anything else, gives few or none."""
    parts = Parts()
    now = Part.DETAILS
    waiting = ""
    for block in blocks:
        span = Span(block.page, block.first, block.last)
        label, value = _label_and_value(block)
        head = Part.IMPRINT if now is Part.OVERALL_COMMENTS and _IMPRINT.match(block.text) else _head(label, block, parts)
        if head is not None and (head is not Part.CHIEF_OFFICER_RESPONSE or parts.has(Part.INITIAL_RESPONSE)):
            now, waiting = head, ""
            parts.heads.setdefault(now, (label, span))
            parts.pieces.setdefault(now, [])
            parts.pieces[now] += _pieces(BlockKind.PARAGRAPH, value, block, span, tags)
        elif now is Part.DETAILS or (block.kind is BlockKind.ROW and now in (Part.SUMMARY, *FINDING_PARTS) and _is_detail(label, value)):
            now = now if _TITLE.search(block.text) else Part.DETAILS
            waiting = _take_detail(parts, block, label, value, waiting, span, tags)
        else:
            parts.pieces[now] += _pieces(block.kind, block.text, block, span, tags)
    return parts


def _label_and_value(block: Block) -> tuple[str, str]:
    """A row's first cell and the rest; "Label: value" divided; otherwise the block's words and nothing."""
    if block.cells:
        return block.cells[0].strip(), " ".join(cell.strip() for cell in block.cells[1:]).strip()
    label, colon, value = block.text.partition(":")
    if colon and len(label) <= _LONGEST_HEAD and (_DETAIL.fullmatch(label.strip()) or not value.strip()):
        return label.strip(), value.strip()
    return block.text.strip(), ""


def _head(label: str, block: Block, parts: Parts) -> Part | None:
    """The part that begins with this block, None when none does."""
    if len(label) > _LONGEST_HEAD or block.kind is BlockKind.ITEM or _ENDS.search(label):
        return None
    for part, pattern in _HEADS:
        found = pattern.fullmatch(label)
        if found and _may_begin(part, block, parts):
            return part
    return None


def _may_begin(part: Part, block: Block, parts: Parts) -> bool:
    """Whether a part can begin here: findings stand before the sections, and "Area for improvement" over one area begins none."""
    in_sections = parts.has(Part.INITIAL_RESPONSE)
    if part in FINDING_PARTS:
        singular = not block.cells and not block.text.rstrip(" :").casefold().endswith("s") and "practice" not in block.text.casefold()
        return not in_sections and not (singular and parts.has(part))
    if part is Part.SUMMARY:
        return not in_sections
    return True


def _is_detail(label: str, value: str) -> bool:
    return bool(value) and _DETAIL.fullmatch(label) is not None


def _take_detail(parts: Parts, block: Block, label: str, value: str, waiting: str, span: Span, tags: Tags) -> str:
    """Keep a detail; return the label that still waits for its value in the next block, "" for none."""
    if _TITLE.search(block.text):
        parts.is_titled = True
        return ""
    clean = " ".join(tags.clean(value, span.words))
    if block.cells or value:
        parts.details.append((label, clean, span))
        return ""
    if waiting:
        parts.details.append((waiting, " ".join(tags.clean(block.text, span.words)), span))
        return ""
    if _DETAIL.fullmatch(label) and len(label) <= _LONGEST_HEAD:
        return label
    parts.details.append(("", label, span))
    return ""


def _pieces(kind: BlockKind, text: str, block: Block, span: Span, tags: Tags) -> Iterator[Piece]:
    if kind is BlockKind.ROW:
        cells = tuple(" ".join(tags.clean(cell, span.words)) for cell in block.cells)
        yield Piece(kind, " | ".join(cells), span, cells=cells)
        return
    for number, words in enumerate(tags.clean(text, span.words)):
        yield Piece(kind if number == 0 else BlockKind.PARAGRAPH, words, span, block.level, block.marker)


def mended(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a sentence that was broken over two paragraphs made whole."""
    out: list[Piece] = []
    for piece in pieces:
        before = out[-1] if out else None
        both = before is not None and before.kind is piece.kind is BlockKind.PARAGRAPH
        if before and both and piece.text[:1].islower() and not re.search(r"[.!?:;]['\"’”)]*$", before.text):
            span = Span(before.span.page, before.span.first, piece.span.last)
            out[-1] = Piece(before.kind, f"{before.text} {piece.text}", span, before.level, before.marker)
        else:
            out.append(piece)
    return out


def text_of(pieces: Sequence[Piece]) -> RichText:
    """Return pieces as a text: paragraphs, subheadings, lists of two levels, tables."""
    out: list[TextBlock] = []
    rows: list[tuple[str, ...]] = []
    for piece in mended(pieces):
        if piece.kind is BlockKind.ROW:
            rows.append(piece.cells)
            continue
        _end_table(out, rows)
        runs = (Run(piece.text),)
        if piece.kind is BlockKind.ITEM:
            _add_item(out, piece, Paragraph(runs))
        elif piece.kind is BlockKind.HEADING:
            out.append(Heading(1 if piece.level <= 3 else 2, runs))
        else:
            out.append(Paragraph(runs))
    _end_table(out, rows)
    return canonical(tuple(out))


def _end_table(out: list[TextBlock], rows: list[tuple[str, ...]]) -> None:
    """Put the rows that stand together into the text: as a table, or as paragraphs when they are no table."""
    if len(rows) > 1 and len({len(row) for row in rows}) == 1:
        made = [tuple((Run(cell),) if cell else () for cell in row) for row in rows]
        out.append(Table(made[0], tuple(made[1:])))
    else:
        out += [Paragraph((Run(": ".join(cell for cell in row if cell)),)) for row in rows]
    rows.clear()


def _add_item(out: list[TextBlock], piece: Piece, paragraph: Paragraph) -> None:
    ordered = piece.marker[:1].isdigit()
    last = out[-1] if out and isinstance(out[-1], ListBlock) else None
    if last is None:
        out.append(ListBlock(ordered, (ListItem((paragraph,)),)))
        return
    if piece.level <= 1:
        out[-1] = ListBlock(last.ordered, (*last.items, ListItem((paragraph,))))
        return
    *before, item = last.items
    nested = item.nested.items if item.nested else ()
    grown = ListItem(item.paragraphs, ListBlock(item.nested.ordered if item.nested else ordered, (*nested, ListItem((paragraph,)))))
    out[-1] = ListBlock(last.ordered, (*before, grown))
