"""A report as plain text: as copied from a page, a paragraph a line, or broken to a width with empty lines between."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from .notation import Node, Source, flat, without_notes


def text(source: Source) -> str:
    """Return the report as text; `wrap` in its settings is the width, without it nothing is broken."""
    width = int(source.settings.get("wrap", "0"))
    out: list[str] = []
    before = ""
    for node in flat(source.nodes):
        lines = list(_lines(node, source))
        if not lines:
            continue
        if width and out and not (node.kind == before and node.kind in ("item", "row")):
            out.append("")
        for line in lines:
            indent = "    " if node.kind == "item" else ""
            out += textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) if width and node.kind != "row" else [line]
        before = node.kind
    return "\n".join(out) + "\n"


def _lines(node: Node, source: Source) -> Iterator[str]:
    words = without_notes(node.text)
    match node.kind:
        case "item":
            yield f"{'  ' * node.level}{'-' if node.marker == '•' else node.marker} {words}"
        case "row":
            yield "\t".join(node.cells)
        case "contents":
            yield "Contents"
            yield from (f"  {at}. {chapter}" for at, chapter in enumerate(source.chapters, start=1))
        case "picture":
            return
        case _:
            yield words
