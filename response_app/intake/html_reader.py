"""Report in: saved web pages (.html, .mhtml) and what is pasted from one; what the site adds around the report is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import ImportRefused
from .clean import clean_text
from .decoding import decode
from .html_lines import Walk
from .html_page import look_at
from .lines import Form, Reading
from .mhtml import is_package, page_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_CHARACTERS = 24 * 1024 * 1024
_DECLARED = re.compile(rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
_PICTURES_INSIDE = re.compile(r"""(["'(])data:(?:image|font|audio|video|application)/[^"')<>\s]{200,}""")
_DEFINITIONS = re.compile(r"<!ENTITY\b", re.IGNORECASE)


def read(data: bytes) -> Reading:
    """Read a saved web page: the report's words in their order, headings with levels, items with marks, tables as rows.

    What belongs to the site around the report is left out, or is furniture where the page does not say so for certain.

    Raises:
        ImportRefused: it is too large or nested too deep, or holds no page.
    """
    declared = ""
    if is_package(data):
        data, declared = page_in(data)
    if not declared and (match := _DECLARED.search(data[:_DECLARED_WITHIN])):
        declared = match[1].decode("ascii")
    return read_markup(decode(data, declared))


def read_markup(text: str) -> Reading:
    """Read a web page, or a part of one, from its characters.

    Raises:
        ImportRefused: it is too large or nested too deep.
    """
    text = _PICTURES_INSIDE.sub(r"\1", text)
    if len(text) > MOST_CHARACTERS:
        raise ImportRefused("The web page is too large to be read.", "Save only the report, or save it as PDF. Nothing was changed.")
    root = _parsed(_DEFINITIONS.sub("<!-", text))
    body = root.find("body") if root is not None else None
    if root is None or body is None:
        return Reading(Form.HTML, (), layout="marked")
    walk = Walk(look_at(body))
    lines = tuple(walk.lines())
    title = root.findtext("head/title") or ""
    return Reading(Form.HTML, lines, pictures=tuple(walk.pictures), title=clean_text(title), layout="marked")


def _parsed(text: str) -> HtmlElement | None:
    """Return the root of a page, None for one without any element.

    Raises:
        ImportRefused: it is nested so deep that the parser leaves some out.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root: HtmlElement | None = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if any("depth" in entry.message.casefold() for entry in parser.error_log):
        raise ImportRefused("The web page is nested too deep to be read.", "Save it as PDF, or as text. Nothing was changed.")
    return root
