"""From the neutral tree to flowables and structure elements, in reading order (record out)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable

from ...domain.richtext import ListBlock, ListItem, Quotation, Run, Runs
from ...domain.richtext import Paragraph as TextParagraph
from ..nodes import EMPTY_CELL
from ..tree import Document, Figure, Heading, Node, Paragraph, Role, Table
from . import fonts, style
from .characters import drawn, written_address
from .figure import FigureBlock
from .lines import Link, Span
from .style import TextStyle
from .table import Cell, TableBlock
from .tags import Element, Recorder
from .text import TextBlock

_ROLES = {
    Role.BODY: style.BODY,
    Role.NOTICE: style.NOTICE,
    Role.SUBTITLE: style.SUBTITLE,
    Role.META: style.META,
    Role.DETAIL: style.DETAIL,
    Role.IMPRINT: style.IMPRINT,
}
_BULLETS = ("\u2022", "\u2013")


class Layout:
    """Makes the flowables of one document; `root` is its structure tree."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.root = Element("Document")
        self.flowables: list[Flowable] = []
        self._above_imprint: TextBlock | None = None

    def add(self, document: Document) -> None:
        """Lay out all nodes."""
        for node in document.nodes:
            self._add(node)
        self.flowables = with_headings_kept(self.flowables)

    def _add(self, node: Node) -> None:
        if isinstance(node, Heading | Paragraph) and not _is_visible(node.runs):
            return
        match node:
            case Heading():
                element = self.root.add(f"H{node.level}", node.language)
                look = style.HEADINGS[node.level]
                title = " ".join(drawn("".join(run.text for run in node.runs)).split())
                spans = self._spans(node.runs, element, look)
                self.flowables.append(TextBlock(self.recorder, spans, look, bookmark=(node.level, title)))
            case Paragraph():
                self._paragraph(node)
            case ListBlock():
                self._list(node, self.root)
            case Quotation():
                self._quotation(node)
            case Table():
                self._table(node)
            case Figure():
                self.flowables.append(FigureBlock(self.recorder, node, self.root.add("Figure", alt=node.alt)))

    def _paragraph(self, node: Paragraph) -> None:
        before = self.flowables[-1] if self.flowables else None
        self._text(node.runs, self.root.add("P", node.language), _ROLES[node.role])
        if not isinstance(before, TextBlock):
            return
        if node.role is Role.DETAIL and not before.bookmark:
            before.tail = before.space_after + self.flowables[-1].wrap(style.TEXT_WIDTH, style.TEXT_HEIGHT)[1]
        if node.role is Role.IMPRINT:
            self._keep_imprint_together(before)

    def _keep_imprint_together(self, before: TextBlock) -> None:
        """Set the imprint apart from the text above it, and take two lines of that along where it moves to a new page."""
        if before.style is not style.IMPRINT:
            before.space_after = style.ABOVE_IMPRINT
            before.tail = before.space_after
            self._above_imprint = before
        if self._above_imprint is not None:
            self._above_imprint.tail += self.flowables[-1].wrap(style.TEXT_WIDTH, style.TEXT_HEIGHT)[1] + style.IMPRINT.after

    def _text(self, runs: Runs, element: Element, look: TextStyle, label: Sequence[Span] = ()) -> None:
        self.flowables.append(TextBlock(self.recorder, self._spans(runs, element, look), look, label))

    def _spans(self, runs: Runs, owner: Element, look: TextStyle) -> list[Span]:
        """Spans for runs; neighbours with one address make one Link, another language makes a Span element."""
        out: list[Span] = []
        for address, group in groupby(_with_bare_links(runs), key=lambda run: run.link):
            members = list(group)
            link = None
            if address and _is_visible(members):
                words = " ".join(drawn("".join(run.text for run in members)).split())
                link = Link(owner.inline("Link"), written_address(address), words)
            for run in members:
                out += _spans_of_run(run, link.element if link else owner, link, look)
        return out

    def _list(self, block: ListBlock, parent: Element, left: float = 0) -> None:
        """LI with Lbl and LBody; further paragraphs and a nested list stand in the same LBody."""
        items = [item for item in block.items if _visible(item.paragraphs)]
        if not items:
            return
        whole = parent.add("L", numbering="Decimal" if block.ordered else "Disc")
        bullet = _BULLETS[1 if left else 0]
        marks = [f"{number}." if block.ordered else bullet for number in range(1, len(items) + 1)]
        look = style.ITEM.indented(left + max(style.LIST_INDENT, _label_width(marks) + style.LABEL_GAP))
        for item, mark in zip(items, marks, strict=True):
            self._item(item, mark, whole.add("LI"), look)
        if not left:
            last = self.flowables[-1]
            assert isinstance(last, TextBlock)
            last.space_after = style.BODY.after

    def _item(self, item: ListItem, mark: str, entry: Element, look: TextStyle) -> None:
        label = [Span(mark, fonts.REGULAR, look.colour, entry.add("Lbl"))]
        body = entry.add("LBody")
        paragraphs = _visible(item.paragraphs)
        for index, paragraph in enumerate(paragraphs):
            alone = len(paragraphs) == 1 and item.nested is None and not paragraph.language
            element = body if alone else body.add("P", paragraph.language)
            self._text(paragraph.runs, element, look, label if index == 0 else ())
        if item.nested:
            self._list(item.nested, body, look.indent)

    def _quotation(self, block: Quotation) -> None:
        """BlockQuote; the attribution shares the last paragraph's lines, so that no page starts with it alone."""
        if not _visible(block.paragraphs):
            return
        whole = self.root.add("BlockQuote")
        blocks = []
        for paragraph in _visible(block.paragraphs):
            spans = self._spans(paragraph.runs, whole.add("P", paragraph.language), style.QUOTATION)
            blocks.append(TextBlock(self.recorder, spans, style.QUOTATION))
        if _is_visible(block.attribution):
            last = blocks[-1]
            own = self._spans((Run("\u2014 "), *block.attribution), whole.add("P"), style.QUOTATION)
            last.spans = [*last.spans, replace(last.spans[-1], text="\n", link=None), *own]
        blocks[-1].space_after = style.BODY.after + 3
        self.flowables += blocks

    def _table(self, node: Table) -> None:
        whole = self.root.add("Table")
        header = self._row(whole, node.header, all_headers="Column") if node.header else []
        rows = [self._row(whole, row, first_header="" if node.header else "Row") for row in node.rows]
        weights = node.weights or _weights([node.header, *node.rows] if node.header else node.rows)
        self.flowables.append(TableBlock(self.recorder, rows, header, weights))

    def _row(self, table: Element, row: Iterable[Runs], all_headers: str = "", first_header: str = "") -> list[Cell]:
        line = table.add("TR")
        cells = []
        for index, runs in enumerate(row):
            scope = all_headers or (first_header if index == 0 else "")
            element = line.add("TH" if scope else "TD", scope=scope)
            look = style.CELL_HEADER if scope else style.CELL
            cells.append(Cell(self._spans(runs if _is_visible(runs) else EMPTY_CELL, element, look), bool(scope)))
        return cells


def _with_bare_links(runs: Runs) -> list[Run]:
    """Runs in which the blanks at either end of a link stand outside it: nobody clicks on a blank."""
    out: list[Run] = []
    for address, group in groupby(runs, key=lambda run: run.link):
        members = list(group)
        if not address:
            out += members
            continue
        words = "".join(drawn(run.text) for run in members)
        first, last = len(words) - len(words.lstrip(" \n")), len(words.rstrip(" \n"))
        at = 0
        for run in members:
            text = drawn(run.text)
            parts = (text[: max(first - at, 0)], text[max(first - at, 0) : max(last - at, 0)], text[max(last - at, 0, first - at) :])
            bare = replace(run, link="")
            out += [replace(kind, text=part) for kind, part in zip((bare, run, bare), parts, strict=True) if part]
            at += len(text)
    return out


def _spans_of_run(run: Run, owner: Element, link: Link | None, look: TextStyle) -> list[Span]:
    element = owner.inline("Span", run.language) if run.language else owner
    colour = style.LINK_BLUE if link else look.colour
    face = fonts.face_name(run.bold or look.bold, run.italic)
    return [Span(text, name, colour, element, link) for text, name in fonts.pieces(drawn(run.text), face) if text]


def _label_width(marks: Iterable[str]) -> float:
    """The width of the widest list label in points."""
    return max(fonts.width(mark, fonts.REGULAR) for mark in marks) * style.ITEM.size / 1000


def _is_visible(runs: Iterable[Run]) -> bool:
    """Whether anything of `runs` is drawn: invisible characters alone would make an element without content."""
    return any(drawn(run.text).strip() for run in runs)


def _visible(paragraphs: Iterable[TextParagraph]) -> list[TextParagraph]:
    return [each for each in paragraphs if _is_visible(each.runs)]


def _weights(rows: Sequence[Sequence[Runs]]) -> list[float]:
    """Widths by what the columns hold: wider for more words (the table sees to it that no word is broken)."""
    longest = [max(len("".join(run.text for run in cell)) for cell in column) for column in zip(*rows, strict=True)]
    return [max(min(count, 160), 6) ** 0.7 for count in longest]


def with_headings_kept(flowables: Sequence[Flowable]) -> list[Flowable]:
    """Put before each run of headings a break for when it would stand alone at the foot of a page."""
    out: list[Flowable] = []
    index = 0
    while index < len(flowables):
        end = index
        while end < len(flowables) and (_is_heading(flowables[end]) or _leads(flowables, end, index)):
            end += 1
        if end > index or not isinstance(flowables[index], TextBlock):
            together = flowables[index : end + 1] if end > index else flowables[index : index + 1]
            out.append(CondPageBreak(_least_height(together)))
        out += flowables[index : max(end, index + 1)]
        index = max(end, index + 1)
    return out


def _leads(flowables: Sequence[Flowable], index: int, start: int) -> bool:
    """Whether a short line (a time limit) stands between the headings from `start` on and their text."""
    following = flowables[index + 1] if index + 1 < len(flowables) else None
    is_detail = isinstance(flowables[index], TextBlock) and flowables[index].style is style.DETAIL
    return index > start and is_detail and following is not None and not _is_heading(following)


def _is_heading(flowable: Flowable) -> bool:
    return isinstance(flowable, TextBlock) and flowable.bookmark is not None


def _least_height(flowables: Sequence[Flowable]) -> float:
    """Height of headings and the start of what they head, with the spaces between."""
    total = 0.0
    after = 0.0
    for flowable in flowables:
        total += max(after, flowable.getSpaceBefore())
        is_start = flowable is flowables[-1] and not _is_heading(flowable)
        total += flowable.least_height(style.TEXT_WIDTH) if is_start else flowable.wrap(style.TEXT_WIDTH, style.TEXT_HEIGHT)[1]
        after = flowable.getSpaceAfter()
    return min(total, style.TEXT_HEIGHT)
