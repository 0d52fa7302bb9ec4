"""One report in the forms in which reports come: with mark-up, as a web page, as text in three manners, and with positions."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from response_app.intake.lines import Box, Form, Line, LineKind, Reading
from response_app.intake.text_reader import read_text


@dataclass(frozen=True)
class Part:
    """A block of a report as its file notes it: "#" to "####" headings, "-" or "1." items, "|" rows, else a paragraph."""

    kind: LineKind
    text: str
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()


def parts_of(source: str) -> Iterator[Part]:
    """Yield the blocks that a report's notation has."""
    for line in source.splitlines():
        text = line.strip()
        mark, _, rest = text.partition(" ")
        if not text:
            continue
        if set(mark) == {"#"}:
            yield Part(LineKind.HEADING, rest, len(mark))
        elif text.startswith("|"):
            cells = tuple(cell.strip() for cell in text.strip("|").split("|"))
            yield Part(LineKind.ROW, " | ".join(cells), cells=cells)
        elif mark == "-" or (mark[:-1].isdigit() and mark.endswith(".")):
            yield Part(LineKind.ITEM, rest, 1, "•" if mark == "-" else mark)
        else:
            yield Part(LineKind.TEXT, text)


def marked(source: str) -> Reading:
    """As a reader of mark-up gives it."""
    lines = [
        Line(number, part.text, part.kind, part.level, part.marker, part.cells, opens=True)
        for number, part in enumerate(parts_of(source), start=1)
    ]
    return Reading(Form.DOCX, tuple(lines), layout="marked")


def _as_text(part: Part) -> str:
    if part.kind is LineKind.ROW:
        return "\t".join(part.cells)
    return f"{part.marker} {part.text}" if part.marker else part.text


def tight_text(source: str) -> Reading:
    """As text with each paragraph on one line and no empty lines."""
    return read_text("\n".join(_as_text(part) for part in parts_of(source)))


def open_text(source: str) -> Reading:
    """As text with each paragraph on one line and an empty line behind it."""
    return read_text("\n\n".join(_as_text(part) for part in parts_of(source)))


def wrapped_text(source: str) -> Reading:
    """As text from a PDF: lines of a page's width, a bullet alone on its line, empty lines between."""
    out: list[str] = []
    for part in parts_of(source):
        if part.kind is LineKind.ROW:
            out.append(_as_text(part))
        elif part.marker:
            out.append("\n".join([part.marker, "", *textwrap.wrap(part.text, 70)]))
        else:
            out.append("\n".join(textwrap.wrap(part.text, 78)))
    return read_text("\n\n".join(out))


_SIZES = {1: 24.0, 2: 18.0, 3: 14.0, 4: 12.5}
_LINES_OF_A_PAGE = 40


def placed(source: str) -> Reading:
    """As a reader of positions gives it: sizes, boxes, running heads and page numbers, and nothing said of headings."""
    lines: list[Line] = []
    top = 80.0
    page = 1

    def add(text: str, part: Part, *, opens: bool, marker: str = "") -> None:
        nonlocal page, top
        if top > 760:
            lines.append(Line(len(lines) + 1, str(page), LineKind.FURNITURE, page=page))
            page, top = page + 1, 80.0
            lines.append(Line(len(lines) + 1, "A running head", LineKind.FURNITURE, page=page))
            opens = False
        size = _SIZES.get(part.level, 11.0) if part.kind is LineKind.HEADING else 11.0
        kind = LineKind.TEXT if part.kind is LineKind.HEADING else part.kind
        kind = LineKind.TEXT if part.kind is LineKind.ITEM and not marker else kind
        left = 90.0 if part.kind is LineKind.ITEM else 72.0
        box = Box(left, top, left + len(text) * size * 0.5, top + size)
        top += size * (1.9 if opens else 1.3)
        level = 1 if kind is LineKind.ITEM else 0
        bold = part.kind is LineKind.HEADING
        lines.append(Line(len(lines) + 1, text, kind, level, marker, part.cells, page, box, size, bold, opens=opens))

    for part in parts_of(source):
        width = int(450 / ((_SIZES.get(part.level, 11.0) if part.kind is LineKind.HEADING else 11.0) * 0.5))
        wrapped = [part.text] if part.kind is LineKind.ROW else textwrap.wrap(part.text, width)
        for at, text in enumerate(wrapped):
            add(text, part, opens=at == 0, marker=part.marker if at == 0 else "")
    return Reading(Form.PDF, tuple(lines), pages=page, page_sizes=((595.0, 842.0),) * page, layout="placed")


def web_page(source: str) -> bytes:
    """As the bytes of a saved web page."""
    out: list[str] = []
    open_list = ""
    parts = list(parts_of(source))
    for at, part in enumerate(parts):
        wanted = "" if part.kind is not LineKind.ITEM else "ol" if part.marker[:1].isdigit() else "ul"
        before = parts[at - 1] if at else None
        if open_list and wanted != open_list:
            out.append(f"</{open_list}>")
        if wanted and wanted != open_list:
            out.append(f'<ol start="{part.marker.strip(".")}">' if wanted == "ol" else "<ul>")
        open_list = wanted
        if part.kind is LineKind.ROW and (before is None or before.kind is not LineKind.ROW):
            out.append("<table>")
        text = html.escape(part.text)
        match part.kind:
            case LineKind.HEADING:
                out.append(f"<h{part.level}>{text}</h{part.level}>")
            case LineKind.ITEM:
                out.append(f"<li>{text}</li>")
            case LineKind.ROW:
                out.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in part.cells) + "</tr>")
            case _:
                out.append(f"<p>{text}</p>")
        if part.kind is LineKind.ROW and (at + 1 == len(parts) or parts[at + 1].kind is not LineKind.ROW):
            out.append("</table>")
    if open_list:
        out.append(f"</{open_list}>")
    return f"<!DOCTYPE html><html><head><title>Report</title></head><body><main>{''.join(out)}</main></body></html>".encode()


LAYOUTS: dict[str, Callable[[str], Reading]] = {
    "marked": marked,
    "tight text": tight_text,
    "open text": open_text,
    "wrapped text": wrapped_text,
    "placed": placed,
}
