"""A report as Typst sets it: justified and hyphenated, with footnotes, boxes, two columns and a list of contents."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import typst

from .notation import Node, Source
from .picture import grades_picture

_SETTINGS = """#set page(paper: "a4", margin: 24mm, header: text(8pt, {head}),
  footer: context align(center, text(9pt, counter(page).display())))
#set text(font: "{font}", size: 10.5pt, lang: "en", region: "gb", hyphenate: true)
#set par(justify: {justify}, spacing: 1.1em, leading: 0.6em)
#show heading.where(level: 1): set text(22pt)
#show heading.where(level: 2): set text(16pt)
#show heading.where(level: 3): set text(13pt)
#show heading.where(level: 4): set text(10.5pt)
"""
_TEXT = re.compile(r"(\^\d\^)")


def pdf(source: Source) -> bytes:
    """Return the report as a PDF."""
    settings = source.settings
    head = _literal(settings.get("head", source.title)[:80])
    top = _SETTINGS.format(head=head, font=settings.get("font", "Liberation Sans"), justify="true" if "justify" in settings else "false")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "grades.png").write_bytes(grades_picture())
        main = Path(folder) / "main.typ"
        main.write_text(top + _blocks(source.nodes, source), encoding="utf-8")
        return bytes(typst.compile(main))


def _blocks(nodes: Iterable[Node], source: Source) -> str:
    return "\n\n".join(_group(kind, list(group), source) for kind, group in groupby(nodes, lambda node: node.kind))


def _group(kind: str, nodes: list[Node], source: Source) -> str:
    match kind:
        case "item":
            return "\n".join(
                f"{'  ' * (node.level - 1)}{'-' if node.marker == '•' else node.marker} {_words(node.text, source)}" for node in nodes
            )
        case "row":
            cells = ", ".join(f"[{_words(cell, source)}]" for row in nodes for cell in row.cells)
            return f"#table(columns: {len(nodes[0].cells)}, {cells})"
        case "box":
            style = "width: 100%, inset: 8pt, stroke: 1pt + rgb(36, 68, 85), fill: rgb(238, 243, 248)"
            return "\n\n".join(f"#block({style})[\n{_blocks(node.inside, source)}\n]" for node in nodes)
        case "columns":
            return "\n\n".join(f"#columns(2, gutter: 9mm)[\n{_blocks(node.inside, source)}\n]" for node in nodes)
        case "contents":
            return '#outline(title: "Contents", depth: 2)\n#pagebreak()'
        case "picture":
            return '#image("grades.png", width: 11cm)'
        case "heading":
            return "\n\n".join(_heading(node, source) for node in nodes)
    return "\n\n".join(_words(node.text, source) for node in nodes)


def _heading(node: Node, source: Source) -> str:
    outlined = "" if node.level > 1 else ", outlined: false"
    before = "#pagebreak(weak: true)\n" if node.level == 2 and source.settings.get("chapters") == "pages" else ""
    return f"{before}#heading(level: {node.level}{outlined})[{_words(node.text, source)}]"


def _words(text: str, source: Source) -> str:
    parts = (
        f"#footnote[#{_literal(source.notes[each[1]])}]" if each[:1] == "^" else f"#{_literal(each)}" for each in _TEXT.split(text) if each
    )
    return "".join(parts)


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
