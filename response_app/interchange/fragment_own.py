"""The quick way to read a fragment that `write_fragment` wrote, as every text of the store is (all steps of the story).

Reading from outside needs a parser that drops no word whatever stands there. Ours needs only its own few tags; anything else
is left to the long way. What is made here is right only when it is in canonical form and is written as the very same fragment:
`read_fragment` sees to both, so that nothing rests on trust.
"""

from __future__ import annotations

import re

from ..domain.fieldnames import BLOCK_FIELDS, INLINE_FIELDS
from ..domain.richtext import LANGUAGES, Block, FieldBlock, Heading, ListBlock, ListItem, Paragraph, Quotation, RichText, Run, Runs, Table
from .fragment_sinks import WIDEST

_TAGS = re.compile(r"<([^<>]*)>")
# To an address of plain ASCII in which nothing is escaped.
_LINK = re.compile(r'a href="((?:https://|mailto:)[!#-%(-;=?-~]+)"')
_LANGUAGES = {f'span lang="{language}"': language for language in LANGUAGES}
_FIELDS = {f'span data-field="{name}"': name for name in INLINE_FIELDS}
_BLOCK_FIELDS = {f'p data-field="{name}"': FieldBlock(name) for name in BLOCK_FIELDS}
_LANGUAGE_WRITTEN = {"": "", **{language: f' lang="{language}"' for language in LANGUAGES}}
_PARAGRAPHS = {f"p{written}": language for language, written in _LANGUAGE_WRITTEN.items()}
_HEADINGS = {f"h{level + 2}{written}": (level, language) for level in (1, 2) for language, written in _LANGUAGE_WRITTEN.items()}
_LISTS = ("ul", "ol")


class _NotOurs(Exception):
    """Something that the quick way does not know."""


def read_own(source: str) -> RichText | None:
    """Return the text that a fragment seems to hold, not yet proven; None when it is not one of ours at first sight."""
    if not source.endswith(">"):
        return None
    try:
        return _Reader(_TAGS.split(source)).text()
    except (_NotOurs, IndexError):
        return None


class _Reader:
    """Walks through a fragment in pieces: words and tags in turn, beginning and ending with words."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._at = 1
        """The tag that is next; the words before it are not yet taken."""

    def text(self) -> RichText:
        """Return all of it."""
        out: list[Block] = []
        pieces, end = self._pieces, len(self._pieces)
        while self._at < end:
            at = self._at
            words, closed = pieces[at + 1], pieces[at + 2]
            if closed == "/p" and pieces[at] == "p" and not pieces[at - 1]:  # most of a text: a paragraph of one run
                out.append(Paragraph((Run(_unescaped(words)),) if words else ()))
                self._at = at + 4
            else:
                out.append(self._block())
        return tuple(out)

    def _block(self) -> Block:
        tag = self._next
        if tag in _PARAGRAPHS:
            return self._paragraph()
        if tag in _HEADINGS:
            level, language = _HEADINGS[tag]
            self._take(tag)
            return Heading(level, self._runs_to(f"/{tag[:2]}"), language)
        if tag in _LISTS:
            return self._list()
        if tag == "blockquote":
            return self._quotation()
        if tag == "table":
            return self._table()
        if tag not in _BLOCK_FIELDS:
            raise _NotOurs
        self._take(tag)
        self._take("/p")
        return _BLOCK_FIELDS[tag]

    def _paragraph(self) -> Paragraph:
        language = _PARAGRAPHS[self._next]
        self._take(self._next)
        return Paragraph(self._runs_to("/p"), language)

    def _paragraphs(self) -> tuple[Paragraph, ...]:
        out = []
        while self._next in _PARAGRAPHS:
            out.append(self._paragraph())
        return tuple(out)

    def _list(self, level: int = 1) -> ListBlock:
        tag, items = self._next, []
        self._take(tag)
        while self._next == "li":
            self._take("li")
            paragraphs = self._paragraphs() or (Paragraph(self._runs("/li", *_LISTS)),)
            nested = self._list(2) if level == 1 and self._next in _LISTS else None
            self._take("/li")
            items.append(ListItem(paragraphs, nested))
        self._take(f"/{tag}")
        return ListBlock(tag == "ol", tuple(items))

    def _quotation(self) -> Quotation:
        self._take("blockquote")
        paragraphs = self._paragraphs()
        attribution: Runs = ()
        if self._next == "cite":
            self._take("cite")
            attribution = self._runs_to("/cite")
        self._take("/blockquote")
        return Quotation(paragraphs, attribution)

    def _table(self) -> Table:
        self._take("table")
        header = self._row("th")
        rows = []
        while self._next == "tr":
            rows.append(self._row("td"))
        self._take("/table")
        if len(header) > WIDEST:
            raise _NotOurs
        return Table(header, tuple(rows))

    def _row(self, tag: str) -> tuple[Runs, ...]:
        self._take("tr")
        cells = []
        while self._next == tag:
            self._take(tag)
            cells.append(self._runs_to(f"/{tag}"))
        self._take("/tr")
        return tuple(cells)

    @property
    def _next(self) -> str:
        return self._pieces[self._at]

    def _take(self, tag: str) -> None:
        """Go past a tag before which no words stand."""
        if self._pieces[self._at] != tag or self._pieces[self._at - 1]:
            raise _NotOurs
        self._at += 2

    def _runs_to(self, end: str) -> Runs:
        runs = self._runs(end)
        self._take(end)
        return runs

    def _runs(self, *ends: str) -> Runs:
        """Return the runs before the first tag of `ends`; the words before it are taken."""
        pieces, out, text = self._pieces, [], ""
        bold = italic = False
        link = language = ""
        while True:
            text += pieces[self._at - 1]
            tag = pieces[self._at]
            if tag == "br":
                text += "\n"
                self._at += 2
                continue
            if text:
                out.append(Run(_unescaped(text), bold, italic, link, language))
                text = ""
            if tag in ends:
                pieces[self._at - 1] = ""
                return tuple(out)
            if tag in ("strong", "/strong"):
                bold = tag == "strong"
            elif tag in ("em", "/em"):
                italic = tag == "em"
            elif tag in _LANGUAGES or tag == "/span":
                language = _LANGUAGES.get(tag, "")
            elif tag in _FIELDS:
                out.append(Run("", bold, italic, link, language, _FIELDS[tag]))
                self._at += 2
                if pieces[self._at] != "/span":
                    raise _NotOurs
            else:
                link = _address(tag)
            self._at += 2


def _address(tag: str) -> str:
    """Return where a tag that begins a link leads to, "" for the one that ends it."""
    if tag == "/a":
        return ""
    found = _LINK.fullmatch(tag)
    if found is None:
        raise _NotOurs
    return found[1]


def _unescaped(words: str) -> str:
    if "&" not in words:
        return words
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
