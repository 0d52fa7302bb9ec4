"""The neutral document as a web page for WeasyPrint, in the look of our own pages (record out)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from pathlib import Path

from response_app.domain.richtext import ListBlock, Quotation, Run, Runs
from response_app.record.tree import Document, Figure, Heading, Node, Paragraph, Role, Table

_STYLE = """
@page { size: A4; margin: 54pt 51pt 58pt;
  @top-left { content: %(head)s; width: 100%%; margin: 22pt 0 9pt; padding-bottom: 4pt; border-bottom: 0.5pt solid #d5d9df;
    vertical-align: bottom; font-size: 9pt; line-height: 12pt; color: #51606f }
  @bottom-left { content: %(foot)s; font-size: 9pt; color: #51606f }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 9pt; color: #51606f } }
html { font: 12pt/17pt "Source Sans Pro"; color: #14202e }
body { margin: 0 }
h1 { font-size: 22pt; line-height: 27pt; margin: 0 0 3pt }
h2 { font-size: 16pt; line-height: 21pt; margin: 19pt 0 5pt; color: #17487a }
h3 { font-size: 13pt; line-height: 18pt; margin: 11pt 0 4pt }
h4, h5, h6 { font-size: 12pt; line-height: 17pt; margin: 8pt 0 2pt; color: #17487a }
h1, h2, h3, h4, h5, h6 { break-after: avoid }
p, ul, ol, blockquote { margin: 0 0 7pt; orphans: 2; widows: 2 }
ul, ol { padding-left: 18pt }
li { margin-bottom: 2.5pt }
blockquote { padding-left: 14pt; border-left: 2pt solid #b9c3ce }
.subtitle { font-size: 14pt; line-height: 19pt; font-weight: bold } .meta, .detail, .imprint { color: #51606f }
.notice { font-weight: bold; color: #9b1c1c }
table { width: 100%%; border-collapse: collapse; margin: 0 0 10pt; table-layout: fixed }
th, td { border: 0.5pt solid #b9c3ce; padding: 5pt 7pt; text-align: left; vertical-align: top }
th { background: #f1f4f8 }
tr { break-inside: avoid }
a { color: #17487a }
"""
_FACES = (("Regular", "normal", "normal"), ("Bold", "bold", "normal"), ("It", "normal", "italic"), ("BoldIt", "bold", "italic"))


def font_css(folder: Path) -> str:
    """Return the `@font-face` rules of the four faces in `folder` (kept apart, so that a reused configuration reads them once)."""
    rule = '@font-face {{ font-family: "Source Sans Pro"; src: url("{address}"); font-weight: {weight}; font-style: {style} }}'
    files = [(folder / f"SourceSansPro-{face}.ttf").resolve() for face, _, _ in _FACES]
    return "\n".join(
        rule.format(address=file.as_uri(), weight=weight, style=style) for file, (_, weight, style) in zip(files, _FACES, strict=True)
    )


def page_css(document: Document) -> str:
    """Return the style of the pages with the running head and foot of `document`."""
    head = " · ".join(filter(None, (document.marking, document.short_title)))
    foot = f"Version {document.version}" if document.version else ""
    return _STYLE % {"head": _css_string(head), "foot": _css_string(foot)}


def html_body(document: Document) -> str:
    """Return the page without any style: the same words in the same order as `document`."""
    body = "\n".join(_node(node) for node in document.nodes)
    head = f'<head><meta charset="utf-8"><title>{escape(document.title)}</title></head>'
    return f'<!DOCTYPE html>\n<html lang="{document.language}">{head}\n<body>\n{body}\n</body></html>\n'


def html_source(document: Document, fonts: Path) -> str:
    """Return one page that stands alone on disk but for the font files in the folder `fonts`."""
    style = f"<style>{font_css(fonts)}{page_css(document)}</style></head>"
    return html_body(document).replace("</head>", style, 1)


def _css_string(text: str) -> str:
    return '"' + "".join(f"\\{ord(char):x} " if char in '"\\<\n' else char for char in text) + '"'


def _node(node: Node) -> str:
    match node:
        case Heading():
            return f"<h{node.level}{_language(node.language)}>{_runs(node.runs)}</h{node.level}>"
        case Paragraph():
            kind = "" if node.role is Role.BODY else f' class="{node.role.name.lower()}"'
            return f"<p{kind}{_language(node.language)}>{_runs(node.runs)}</p>"
        case ListBlock():
            return _list(node)
        case Quotation():
            said_by = f"<p>{_runs(node.attribution)}</p>" if node.attribution else ""
            return "<blockquote>" + "".join(f"<p>{_runs(each.runs)}</p>" for each in node.paragraphs) + said_by + "</blockquote>"
        case Table():
            return _table(node)
        case Figure():
            return f'<img alt="{escape(node.alt)}" src="data:;base64,{b64encode(node.image).decode()}">'


def _list(block: ListBlock) -> str:
    """No `<p>` in an item: WeasyPrint would tag it as a child of LI, which PDF/UA-1 forbids."""
    name = "ol" if block.ordered else "ul"
    items = (
        "<li>" + "<br>".join(_runs(each.runs) for each in item.paragraphs) + (_list(item.nested) if item.nested else "") + "</li>"
        for item in block.items
    )
    return f"<{name}>{''.join(items)}</{name}>"


def _table(table: Table) -> str:
    weights = table.weights or (1.0,) * len(table.rows[0] if table.rows else table.header)
    columns = "".join(f'<col style="width: {weight / sum(weights):.2%}">' for weight in weights)
    head = "<thead><tr>" + _cells('th scope="col"', table.header) + "</tr></thead>" if table.header else ""
    first = "td" if table.header else 'th scope="row"'
    rows = "".join(f"<tr>{_cells(first, row[:1])}{_cells('td', row[1:])}</tr>" for row in table.rows)
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody></table>"


def _cells(tag: str, cells: Iterable[Runs]) -> str:
    return "".join(f"<{tag}>{_runs(cell)}</{tag[:2]}>" for cell in cells)


def _language(code: str) -> str:
    return f' lang="{code}"' if code else ""


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    html = escape(run.text, quote=False).replace("\n", "<br>")
    if run.bold:
        html = f"<strong>{html}</strong>"
    if run.italic:
        html = f"<em>{html}</em>"
    if run.language:
        html = f'<span lang="{run.language}">{html}</span>'
    return f'<a href="{escape(run.link)}">{html}</a>' if run.link else html
