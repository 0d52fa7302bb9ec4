"""From a well-formed fragment to blocks (record in). Its tags are those of `fragment_tidy`, properly nested."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from ..domain.fieldnames import BLOCK_FIELDS, INLINE_FIELDS
from ..domain.richtext import Block, FieldBlock, ListBlock, Run
from .fragment_sinks import Body, HeadingSink, ListSink, QuoteSink, Sink, Structure, TableSink
from .places import shortened

_VOID = frozenset({"br", "hr"})
_INLINE = frozenset({"strong", "em", "a", "span", "cite"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LINE_ENDS = re.compile(r"[\t\n\r\f]")
_NAMES: dict[type[Sink], str] = {ListSink: "a list", TableSink: "a table", QuoteSink: "a quotation", HeadingSink: "a subheading"}
_STRUCTURES = {"ul": "a list", "ol": "a list", "table": "a table", "blockquote": "a quotation", "h3": "a subheading", "h4": "a subheading"}


@dataclass(frozen=True, slots=True)
class _Style:
    """What the open elements make of the characters in them."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""
    block_language: str = ""
    line_ends_count: bool = False


@dataclass(slots=True)
class _Open:
    """An open element, with the style to go back to and what its end has to settle."""

    tag: str
    before: _Style
    lines: int
    words: int
    sink: Structure | None = None
    flat: bool = False
    address: str = ""
    unknown_field: str = ""


class Builder(HTMLParser):
    """Collects blocks; `finish` returns them, `cleaned` says in short words what was not kept as it was, and how often."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cleaned: Counter[str] = Counter()
        self._body = Body()
        self._sinks: list[Sink] = [self._body]
        self._runs: list[Run] = []
        self._style = _Style()
        self._open: list[_Open] = []
        self._lines = 0
        self._words: list[str] = []
        self._flat = 0
        self._ignored = 0

    def finish(self) -> list[Block]:
        """Return the blocks, not yet in canonical form."""
        self.close()
        self._end_line()
        return self._body.blocks

    def handle_data(self, data: str) -> None:
        """Take characters; line ends among them are spaces."""
        if self._ignored:
            return
        if not self._style.line_ends_count:
            first = _BLANKS.match(data)
            data = _BLANKS.sub(_one_space, data)
            if first and _one_space(first) != first[0] and self._runs and self._runs[-1].text[-1:] in (" ", "\n"):
                data = data[1:]
        if self._runs or data.strip(" "):
            self._add(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = {name: value or "" for name, value in attrs}
        if self._ignored:
            self._ignored += tag not in _VOID
        elif tag == "br":
            self._runs.append(self._run("\n"))
        elif tag == "hr":
            self._end_line()
        elif not ("data-field" in given and self._field(tag, given["data-field"])):
            self._begin(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self._ignored:
            self._ignored -= 1
            return
        ended = self._open.pop()
        if ended.unknown_field and len(self._words) == ended.words:
            self._add(f"[{ended.unknown_field}]")
        if ended.address:
            self._say_address(ended)
        if tag not in _INLINE or ended.sink:
            self._end_line()
        if tag == "p" and self._lines == ended.lines and self._sinks[-1] is self._body:
            self._body.take((), "")
        if tag in ("li", "th", "td", "cite"):
            self._end_part(tag)
        if ended.sink and tag != "cite":
            self._end_structure(ended.sink)
        self._flat -= ended.flat
        self._style = ended.before

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        opened = _Open(tag, self._style, self._lines, len(self._words), address=given.get("data-address", ""))
        opened.unknown_field = given.get("data-field", "")
        if tag not in _INLINE:
            self._end_line()
            opened.lines = self._lines
            if tag in _STRUCTURES:
                self._begin_structure(opened)
            self._begin_part(tag, given)
        elif tag == "cite" and isinstance(self._sinks[-1], QuoteSink) and not self._flat:
            self._end_line()
            self._sinks[-1].citing = True
            opened.sink = self._sinks[-1]
        self._open.append(opened)
        self._style = _styled(self._style, tag, given, emphasis=tag == "em" or (tag == "cite" and not opened.sink))

    def _begin_structure(self, opened: _Open) -> None:
        tag, around = opened.tag, self._sinks[-1]
        nests = tag in ("ul", "ol") and isinstance(around, ListSink)
        if self._flat or not (around is self._body or nests):
            opened.flat = tag not in ("h3", "h4")
            self._flat += opened.flat
            self.cleaned[f"{_STRUCTURES[tag]} inside {_NAMES[type(around)]}"] += 1
            return
        if nests and sum(isinstance(each, ListSink) for each in self._sinks) > 1:
            self.cleaned["a list below the second level"] += 1
        match tag:
            case "ul" | "ol":
                opened.sink = ListSink(tag == "ol")
            case "table":
                opened.sink = TableSink(self._body)
            case "blockquote":
                opened.sink = QuoteSink()
            case _:
                opened.sink = HeadingSink(int(tag[1]) - 2)
        self._sinks.append(opened.sink)

    def _begin_part(self, tag: str, given: dict[str, str]) -> None:
        sink = self._sinks[-1]
        if self._flat or tag not in ("li", "tr", "th", "td"):
            return
        if tag == "li" and isinstance(sink, ListSink):
            sink.start_item()
        elif tag == "li":
            self.cleaned["a list item outside a list"] += 1
        elif isinstance(sink, TableSink) and tag == "tr":
            sink.start_row()
        elif isinstance(sink, TableSink):
            spans = [_span(given.get(name, "")) for name in ("colspan", "rowspan")]
            self.cleaned["a cell over several columns or rows"] += spans != [1, 1]
            sink.start_cell(*spans)

    def _end_part(self, tag: str) -> None:
        sink = self._sinks[-1]
        if self._flat:
            return
        if tag == "li" and isinstance(sink, ListSink):
            sink.end_item()
        elif tag in ("th", "td") and isinstance(sink, TableSink):
            sink.end_cell()
        elif tag == "cite" and isinstance(sink, QuoteSink):
            sink.citing = False

    def _end_structure(self, sink: Structure) -> None:
        self._sinks.pop()
        block, around = sink.block(), self._sinks[-1]
        if isinstance(around, ListSink) and isinstance(block, ListBlock):
            around.nest(block)
        else:
            self._body.blocks.append(block)
        self._lines += 1

    def _field(self, tag: str, name: str) -> bool:
        """Take a live field, and tell whether it is one; its own words are ignored then."""
        at_top = self._sinks[-1] is self._body and not self._flat
        if name in BLOCK_FIELDS and at_top:
            self._end_line()
            self._body.blocks.append(FieldBlock(name))
            self._lines += 1
        elif name in INLINE_FIELDS:
            if tag == "p":
                self._end_line()
            self._runs.append(replace(self._run(""), field=name))
            if tag == "p":
                self._end_line()
        else:
            self.cleaned[f"the field {shortened(name)}" + (" inside other text" if name in BLOCK_FIELDS else "")] += 1
            return False
        self._ignored = 1
        return True

    def _say_address(self, ended: _Open) -> None:
        words = "".join(self._words[ended.words :]).strip()
        if _bare(words) != _bare(ended.address):
            self._add(f" ({ended.address})" if words else ended.address)

    def _add(self, text: str) -> None:
        self._runs.append(self._run(text))
        if text.strip(" "):
            self._words.append(text)

    def _run(self, text: str) -> Run:
        style = self._style
        return Run(text, style.bold, style.italic, style.link, style.language)

    def _end_line(self) -> None:
        """Hand the runs so far to the innermost thing that is open; blanks alone are no line."""
        runs, self._runs = tuple(self._runs), []
        if any(run.field or run.text.strip(" \n") for run in runs):
            self._sinks[-1].take(runs, self._style.block_language)
            self._lines += 1


def _styled(style: _Style, tag: str, given: dict[str, str], *, emphasis: bool) -> _Style:
    language = given.get("lang", style.language)
    return _Style(
        bold=style.bold or tag == "strong",
        italic=style.italic or emphasis,
        link=given.get("data-link", "") if tag == "a" else style.link,
        language=language,
        block_language=style.block_language if tag in _INLINE else language,
        line_ends_count=style.line_ends_count or tag == "pre",
    )


def _one_space(blanks: re.Match[str]) -> str:
    """A line end or tab is one space, with the spaces around it; spaces alone stay as they were typed."""
    return " " if _LINE_ENDS.search(blanks[0]) else blanks[0]


def _span(value: str) -> int:
    return int(value[:4]) if value.isdecimal() and value.isascii() and int(value[:4]) else 1


def _bare(address: str) -> str:
    """An address without what people leave out when they write one."""
    return address.strip().rstrip("/").lower().removeprefix("http://").removeprefix("www.")
