"""The neutral document as a Typst source, in the look of our own pages (record out).

Every word stands in a string literal, so nothing in a text can be taken for markup.
"""

from __future__ import annotations

from collections.abc import Iterable

from response_app.domain.richtext import ListBlock, Quotation, Run, Runs
from response_app.record.tree import Document, Figure, Heading, Node, Paragraph, Role, Table

_STYLE = """
#set page(paper: "a4", margin: (x: 51pt, top: 54pt, bottom: 58pt), header-ascent: 9pt, footer-descent: 16pt,
  header: {{
    set text(9pt, fill: rgb("#51606f"))
    block(width: 100%, inset: (bottom: 3pt), stroke: (bottom: 0.5pt + rgb("#d5d9df")), {head})
  }},
  footer: context {{
    set text(9pt, fill: rgb("#51606f"))
    [#{foot} #h(1fr) Page #counter(page).display() of #counter(page).final().first()]
  }})
#set text(font: "Source Sans Pro", size: 12pt, lang: {language}, region: {region}, fill: rgb("#14202e"), hyphenate: false,
  top-edge: 0.95em, bottom-edge: -0.27em)
#set par(leading: 2.4pt, spacing: 9pt, justify: false)
#set block(spacing: 9pt)
#show heading: set text(12pt)
#show heading: set block(above: 10pt, below: 4pt, sticky: true)
#show heading.where(level: 1): set text(22pt)
#show heading.where(level: 2): set text(16pt, fill: rgb("#17487a"))
#show heading.where(level: 2): set block(above: 20pt, below: 6pt)
#show heading.where(level: 3): set text(13pt)
#show heading.where(level: 3): set block(above: 12pt, below: 5pt)
#show heading.where(level: 4): set text(fill: rgb("#17487a"))
#show link: set text(fill: rgb("#17487a"))
#set table(stroke: 0.5pt + rgb("#b9c3ce"), inset: (x: 7pt, y: 5pt), align: left + top)
#set list(indent: 6pt, body-indent: 6pt, spacing: 4.5pt)
#set enum(indent: 6pt, body-indent: 6pt, spacing: 4.5pt)
#show quote: it => block(inset: (left: 14pt), stroke: (left: 2pt + rgb("#b9c3ce")), it.body)
"""
_HEADER_CELL = 'table.cell(fill: rgb("#f1f4f8"), strong({}))'
_QUIET = 'fill: rgb("#51606f")'
_ROLES = {
    Role.SUBTITLE: 'size: 14pt, weight: "bold"',
    Role.META: _QUIET,
    Role.DETAIL: _QUIET,
    Role.IMPRINT: _QUIET,
    Role.NOTICE: 'fill: rgb("#9b1c1c"), weight: "bold"',
}


def typst_source(document: Document) -> str:
    """Return `document` as Typst markup: the same words in the same order."""
    language, _, region = document.language.partition("-")
    head = " · ".join(filter(None, (document.marking, document.short_title)))
    style = _STYLE.format(
        head=_literal(head),
        foot=_literal(f"Version {document.version}" if document.version else ""),
        language=_literal(language),
        region=_literal(region),
    )
    nodes = "\n\n".join(_node(node) for node in document.nodes)
    return f"#set document(title: {_literal(document.title)})\n{style}\n{nodes}\n"


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _node(node: Node) -> str:
    match node:
        case Heading():
            return f"#heading(level: {node.level}, {_in_language(node.language, _runs(node.runs))})"
        case Paragraph():
            text = _in_language(node.language, _runs(node.runs))
            return f"#text({_ROLES[node.role]}, {text})" if node.role in _ROLES else f"#{text}"
        case ListBlock():
            return f"#{_list(node)}"
        case Quotation():
            said_by = (node.attribution,) if node.attribution else ()
            return f"#quote(block: true, {_paragraphs([*(each.runs for each in node.paragraphs), *said_by])})"
        case Table():
            return f"#{_table(node)}"
        case Figure():
            return f"#image(bytes(({','.join(map(str, node.image))},)), alt: {_literal(node.alt)})"


def _paragraphs(paragraphs: Iterable[Runs]) -> str:
    return "[" + " #parbreak() ".join(f"#{_runs(runs)}" for runs in paragraphs) + "]"


def _list(block: ListBlock) -> str:
    items = []
    for item in block.items:
        nested = f" #{_list(item.nested)}" if item.nested else ""
        items.append(f"[#{_paragraphs(each.runs for each in item.paragraphs)}{nested}]")
    return f"{'enum' if block.ordered else 'list'}({', '.join(items)})"


def _table(table: Table) -> str:
    weights = table.weights or (1.0,) * len(table.rows[0] if table.rows else table.header)
    head = "table.header(" + ", ".join(_HEADER_CELL.format(_runs(cell)) for cell in table.header) + "), " if table.header else ""
    rows = ", ".join(_row_cell(table, column, cell) for row in table.rows for column, cell in enumerate(row))
    return f"table(columns: ({', '.join(f'{weight}fr' for weight in weights)},), {head}{rows})"


def _row_cell(table: Table, column: int, cell: Runs) -> str:
    if table.header or column:
        return _runs(cell)
    return _HEADER_CELL.format(_runs(cell))


def _in_language(code: str, content: str) -> str:
    if not code:
        return content
    language, _, region = code.partition("-")
    return f"text(lang: {_literal(language)}, region: {_literal(region)}, {content})"


def _runs(runs: Runs) -> str:
    return "[" + "".join(f"#{_run(run)};" for run in runs) + "]"


def _run(run: Run) -> str:
    content = " + linebreak() + ".join(f"[#{_literal(line)}]" for line in run.text.split("\n"))
    if run.bold:
        content = f"strong({content})"
    if run.italic:
        content = f"emph({content})"
    if run.language:
        content = _in_language(run.language, content)
    if run.link:
        content = f"link({_literal(run.link)}, {content})"
    return f"({content})"
