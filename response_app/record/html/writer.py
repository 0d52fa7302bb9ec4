"""Draws the neutral document as HTML with jinja2, which escapes every word; nothing is taken from outside (record out)."""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ...domain.richtext import ListBlock, Quotation, Run, Runs
from ...domain.richtext import Paragraph as TextParagraph
from ...paths import template
from ..tree import Document, Figure, Heading, Node, Paragraph, Role, Table

_PNG = b"\x89PNG"
_CLASSES = {
    Role.NOTICE: "notice",
    Role.SUBTITLE: "subtitle",
    Role.META: "meta",
    Role.DETAIL: "detail",
    Role.IMPRINT: "imprint",
}


def write_page(document: Document) -> str:
    """Return the document as one HTML file: styles and pictures inside, both colour schemes, a skip link, fit for print."""
    notice, nodes = _parted(document)
    page = _environment().get_template("record.html")
    style = template("record.css").read_text(encoding="utf-8").strip()
    return page.render(document=document, style=Markup(style), draft_words=notice, nodes=Markup(_nodes(nodes, classes=True))) + "\n"


def write_fragment(document: Document) -> str:
    """Return the body of the document as HTML without styles and classes, to paste into a website's editor.

    Its first heading is the H1, which the website's page may take for its own title.
    """
    return _nodes(document.nodes, classes=False) + "\n"


def _parted(document: Document) -> tuple[str, tuple[Node, ...]]:
    """The words that say that a draft is one, for the head of the page, and the other nodes."""
    first = document.nodes[0] if document.nodes else None
    if isinstance(first, Paragraph) and first.role is Role.NOTICE:
        return "".join(run.text for run in first.runs), document.nodes[1:]
    return "", document.nodes


def _nodes(nodes: tuple[Node, ...], *, classes: bool) -> str:
    return _environment().get_template("nodes.html").render(nodes=nodes, classes=classes).strip()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(template("record.html").parent),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )
    made.filters |= {"inline": inline, "line": _line, "language": _language, "picture": _picture, "role": _role}
    kinds: dict[str, type] = {
        "heading": Heading,
        "paragraph": Paragraph,
        "list": ListBlock,
        "quotation": Quotation,
        "table": Table,
        "figure": Figure,
    }
    for name, kind in kinds.items():
        made.tests[name] = lambda node, kind=kind: isinstance(node, kind)
    return made


def inline(runs: Runs) -> Markup:
    """Return runs as HTML; runs of one link beside each other are one link."""
    out, at = [], 0
    while at < len(runs):
        end = at + 1
        while runs[at].link and end < len(runs) and runs[end].link == runs[at].link:
            end += 1
        words = Markup("").join(_run(run) for run in runs[at:end])
        out.append(Markup('<a href="{}">{}</a>').format(runs[at].link, words) if runs[at].link else words)
        at = end
    return Markup("").join(out)


def _run(run: Run) -> Markup:
    words = Markup("<br>").join(escape(line) for line in run.text.split("\n"))
    if run.italic:
        words = Markup("<em>{}</em>").format(words)
    if run.bold:
        words = Markup("<strong>{}</strong>").format(words)
    return Markup('<span lang="{}">{}</span>').format(run.language, words) if run.language else words


def _line(paragraph: TextParagraph) -> Markup:
    """The one paragraph of a list item, without an element of its own."""
    words = inline(paragraph.runs)
    return Markup('<span lang="{}">{}</span>').format(paragraph.language, words) if paragraph.language else words


def _language(node: Any) -> Markup:
    return Markup(' lang="{}"').format(node.language) if node.language else Markup("")


def _role(node: Paragraph) -> Markup:
    name = _CLASSES.get(node.role, "")
    return Markup(' class="{}"').format(name) if name else Markup("")


def _picture(node: Figure) -> str:
    kind = "png" if node.image.startswith(_PNG) else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(node.image).decode('ascii')}"
