"""A report as a saved web page, with the site around it, and as the page that a browser prints."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable
from itertools import groupby

from .notation import NOTE, Node, Source
from .picture import grades_picture

_SITE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} - The inspectorate</title>
<link rel="stylesheet" href="saved_files/site.css"><script>window.dataLayer = [];</script></head>
<body class="page single"><div id="cookie-banner" role="dialog" aria-label="Cookies"><h2>Cookies on this website</h2>
<p>We would like to use cookies to see how you use this website.</p><button>Accept additional cookies</button></div>
<a class="skip-link" href="#content">Skip to main content</a>
<header class="site-header" role="banner"><a href="/">The inspectorate</a>
<form role="search"><label>Search</label><input name="s"></form></header>
<nav aria-label="Main"><ul><li><a href="/a">About us</a></li>
<li><a href="/p">Publications</a></li><li><a href="/f">Police forces</a></li></ul></nav>
<div class="breadcrumbs"><a href="/">Home</a> / <a href="/p">Publications</a></div>
<main id="content">{report}</main>
<div class="share-links"><a href="#s">Share this page</a></div>
<footer class="site-footer"><p>Crown copyright</p><ul><li><a href="/privacy">Privacy notice</a></li></ul></footer>
</body></html>
"""
_PRINT = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 24mm 22mm; @top-left {{ content: "{head}"; font: 8pt Liberation Sans }}
 @bottom-center {{ content: counter(page); font: 9pt Liberation Sans }} }}
body {{ font: 11pt/1.4 Liberation Sans; {justify} }}
h1 {{ font-size: 24pt }} h2 {{ font-size: 17pt; break-before: {pages} }} h3 {{ font-size: 14pt }} h4 {{ font-size: 11pt }}
h1, h2, h3, h4 {{ break-after: avoid; text-align: left }}
.columns {{ column-count: 2; column-gap: 9mm }} .box {{ border: 1pt solid #245; background: #eef3f8; padding: 4mm }}
table {{ border-collapse: collapse; width: 100% }} td, th {{ border: 0.5pt solid #888; padding: 1.5mm; text-align: left }}
sup {{ font-size: 7pt }} .footnotes {{ font-size: 8pt; border-top: 0.5pt solid; margin-top: 8mm }}
</style></head><body>{report}</body></html>
"""


def page(source: Source) -> str:
    """Return the report as a page saved from a website."""
    extras = '<p class="print"><a href="#">Print this document</a></p>'
    return _SITE.format(title=html.escape(source.title), report=f"{extras}{_report(source)}<p><a href='/p'>Back to publication</a></p>")


def printed(source: Source) -> str:
    """Return the report as a page to be printed: running head, page number, chapters on pages of their own where it says so."""
    return _PRINT.format(
        title=html.escape(source.title),
        head=source.settings.get("head", source.title)[:80],
        justify="text-align: justify; hyphens: auto" if "justify" in source.settings else "",
        pages="page" if source.settings.get("chapters") == "pages" else "auto",
        report=_report(source),
    )


def _report(source: Source) -> str:
    body = _blocks(source.nodes, source)
    if not source.notes:
        return body
    notes = "".join(f'<li id="fn{name}">{html.escape(words)} <a href="#ref{name}">↩</a></li>' for name, words in source.notes.items())
    return f'{body}<section class="footnotes"><ol>{notes}</ol></section>'


def _blocks(nodes: Iterable[Node], source: Source) -> str:
    return "\n".join(_group(kind, list(group), source) for kind, group in groupby(nodes, lambda node: node.kind))


def _group(kind: str, nodes: list[Node], source: Source) -> str:
    match kind:
        case "item":
            return _list(nodes)
        case "row":
            return _table(nodes, has_head=source.settings.get("tables") != "rows")
        case "box" | "columns":
            return "\n".join(f'<div class="{kind}">{_blocks(node.inside, source)}</div>' for node in nodes)
        case "contents":
            links = "".join(f'<li><a href="#c{at}">{html.escape(each)}</a></li>' for at, each in enumerate(source.chapters))
            return f'<div class="contents"><h2>Contents</h2><ol>{links}</ol></div>'
        case "picture":
            data = base64.b64encode(grades_picture()).decode()
            return f'<figure><img src="data:image/png;base64,{data}" width="420" alt="{html.escape(nodes[0].text)}"></figure>'
        case "heading":
            return "\n".join(f"<h{node.level}>{_words(node.text)}</h{node.level}>" for node in nodes)
    return "\n".join(f"<p>{_words(node.text)}</p>" for node in nodes)


def _list(nodes: list[Node]) -> str:
    """Return a list; bullets behind a number, or of the second level, stand inside the item before them."""
    numbered = nodes[0].marker != "•"
    out = ""
    for is_inner, group in groupby(nodes, lambda node: node.level == 2 or (numbered and node.marker == "•")):
        items = "".join(f"<li>{_words(node.text)}</li>" for node in group)
        out = out.removesuffix("</li>") + f"<ul>{items}</ul></li>" if is_inner else out + items
    return f'<ol start="{nodes[0].marker[:-1]}">{out}</ol>' if numbered else f"<ul>{out}</ul>"


def _table(rows: list[Node], *, has_head: bool) -> str:
    if not has_head:
        lines = ["".join(f"<td>{_words(cell)}</td>" for cell in row.cells).replace("td>", "th>", 2) for row in rows]
        return f"<table><tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>"
    head, *rest = ["".join(f"<td>{_words(cell)}</td>" for cell in row.cells) for row in rows]
    return f"<table><thead><tr>{head.replace('td>', 'th>')}</tr></thead><tbody>{''.join(f'<tr>{row}</tr>' for row in rest)}</tbody></table>"


def _words(text: str) -> str:
    return NOTE.sub(lambda note: f'<sup><a href="#fn{note[1]}" id="ref{note[1]}">{note[1]}</a></sup>', html.escape(text, quote=False))
