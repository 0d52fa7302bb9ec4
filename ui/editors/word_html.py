"""HTML from the clipboard, made ready for the reader of fragments (guided sections, answers).

Word and web pages say with styles what a text says with elements: a list item is a paragraph of the class
"MsoListParagraph" with its number typed before it, bold is a style of a span. This turns the one into the other
and takes off what is only looks. Words are never touched, but for the typed numbers and bullets of lists.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_ATTRIBUTES = r"(?:[\s/](?:\"[^\"]*\"|'[^']*'|[^\"'<>])*+)?"
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9:_-]*)({_ATTRIBUTES})>")
_ATTRIBUTE = re.compile(r"([^\s\"'=<>/]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_BODY = re.compile(rf"<body{_ATTRIBUTES}>", re.IGNORECASE)
_SPAN = re.compile(rf"<(/?)span{_ATTRIBUTES}>", re.IGNORECASE)
_END_OF_PARAGRAPH = re.compile(r"</p\b", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"(?<![-\w])font-weight:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![-\w])font-style:\s*(?:italic|oblique)", re.IGNORECASE)
_UPRIGHT = re.compile(r"(?<![-\w])font-style:\s*normal", re.IGNORECASE)

# A typed number ("1.", "(a)", "iv)", "2.3") or bullet, and which of the two.
_SIGN = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,7})(?:\.\d{1,3})*[.)\]]{1,2}|(?:\d{1,3}\.)*\d{1,3}|[^\w\s]|o")
_NUMBER = re.compile(r"[(\[]?[0-9A-Za-z]+[.)\]]|\d")
_MARK = re.compile(r"<x-(number|bullet)>")


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KEPT = _names("href lang alt colspan rowspan data-field")
_ONLY_LOOKS = _names("font u small big ins mark label abbr wbr time s strike del sub sup x-number x-bullet")
_LOOKS_ATTRIBUTES = _names("style color face bgcolor align")
_ENDS_LIST = _names("h1 h2 h3 h4 h5 h6 table td th tr div ul ol li blockquote section article pre hr dl body")
_VOID = _names("br hr img input meta link wbr col area base source")
_DEEPEST = 100
"""How far up an end tag is matched; the reader of fragments goes no deeper either."""
_WEIGHTS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """HTML for the reader of fragments, and whether looks were taken off."""

    html: str
    looks_lost: bool


def prepare(source: str) -> Prepared:
    """Return clipboard HTML with lists, bold and italic as elements, without styles and Word's own tags."""
    source = _without_comments(_marked(_selected(source)))
    worker = _Worker()
    return Prepared(worker.run(source), worker.looks_lost)


def _selected(source: str) -> str:
    """The part that was selected, where the clipboard marks it, or else the body."""
    start, end = source.find("<!--StartFragment"), source.rfind("<!--EndFragment")
    if 0 <= start < end:
        return source[start:end].partition(">")[2]
    body = _BODY.search(source)
    return source[body.end() :] if body else source


def _without_comments(source: str) -> str:
    first, *others = source.split("<!--")
    out = [first]
    for piece in others:
        _, end, after = piece.partition("-->")
        out.append(after if end else f"<!--{piece}")
    return "".join(out)


def _marked(source: str) -> str:
    """Put a mark in the place of the number or bullet that Word typed before each list item."""
    out, at = [], 0
    for opening in _SPAN.finditer(source):
        if opening.start() < at or opening[1] or not _IGNORED.search(opening[0]):
            continue
        end = _end_of_span(source, opening.end())
        words = " ".join(html.unescape(_TAG.sub("", source[opening.end() : end])).split())
        if end and _SIGN.fullmatch(words):
            out += [source[at : opening.end()], "<x-number>" if _NUMBER.match(words) else "<x-bullet>"]
            at = end
    return "".join([*out, source[at:]])


def _end_of_span(source: str, at: int) -> int:
    """Return where the span ends that is open at `at`, 0 when it does not end in its paragraph."""
    limit = _END_OF_PARAGRAPH.search(source, at)
    depth = 1
    for span in _SPAN.finditer(source, at, limit.start() if limit else len(source)):
        depth += -1 if span[1] else 1
        if not depth:
            return span.start()
    return 0


@dataclass(slots=True)
class _Worker:
    """Rewrites tag by tag; whatever is no tag is passed on as it is."""

    looks_lost: bool = False
    _open: list[tuple[str, bool]] = field(default_factory=list)
    """Open elements: their name, and whether their words are Welsh."""
    _out: list[str] = field(default_factory=list)
    _lists: list[str] = field(default_factory=list)
    _ends: list[tuple[str, str]] = field(default_factory=list)
    """Open inline elements: their name, and what to write at their end."""

    def run(self, source: str) -> str:
        at = 0
        for match in _TAG.finditer(source):
            self._out.append(source[at : match.start()])
            at = match.end()
            name = match[2].lower()
            if match[1]:
                self._leave(name)
                self._close(name)
                continue
            given = self._enter(name, _given(match[3]))
            self.looks_lost |= name in ("font", "u") or not _LOOKS_ATTRIBUTES.isdisjoint(given)
            if name == "p":
                self._paragraph(given, source, at)
            elif _is_inline(name):
                self._inline(name, given)
            else:
                self._block(name, given)
        self._out.append(source[at:])
        self._end_lists(0)
        return "".join(self._out)

    def _enter(self, name: str, given: dict[str, str]) -> dict[str, str]:
        """Note an element, and return its attributes without a language that says nothing: English, but in Welsh."""
        if name == "p":
            self._leave("p")
        language = given.get("lang", "").lower()
        around = bool(self._open) and self._open[-1][1]
        if name not in _VOID:
            self._open.append((name, language.startswith("cy") or (around and not language)))
        if language.startswith("en") and not around:
            return {key: value for key, value in given.items() if key != "lang"}
        return given

    def _leave(self, name: str) -> None:
        for back in range(1, min(len(self._open), _DEEPEST) + 1):
            if self._open[-back][0] == name:
                del self._open[-back:]
                return

    def _block(self, name: str, given: dict[str, str]) -> None:
        if name in _ENDS_LIST:
            self._end_lists(0)
        self._out.append(_written(name, given))

    def _inline(self, name: str, given: dict[str, str]) -> None:
        style = given.get("style", "")
        if name in _WEIGHTS:
            made = _WEIGHTS[name]
            lifted = _LIGHT if made == "strong" else _UPRIGHT
            tags = [] if lifted.search(style) else [f"<{made}>"]
        else:
            written = _written(name, given)
            tags = [] if name in _ONLY_LOOKS or ":" in name or written == "<span>" else [written]
            tags += ["<strong>"] * bool(_BOLD.search(style)) + ["<em>"] * bool(_ITALIC.search(style))
        self._out += tags
        names = [tag[1:-1].split()[0] for tag in tags]
        self._ends.append((name, "".join(f"</{each}>" for each in reversed(names))))

    def _close(self, name: str) -> None:
        for index in range(len(self._ends) - 1, -1, -1):
            if self._ends[index][0] == name:
                self._out.append(self._ends.pop(index)[1])
                return
        if name in _ENDS_LIST:
            self._end_lists(0)
        if not _is_inline(name):
            self._out.append(f"</{name}>")

    def _paragraph(self, given: dict[str, str], source: str, at: int) -> None:
        """Begin a paragraph, as a list item where Word means one."""
        classes, level = given.get("class", "").lower(), _LEVEL.search(given.get("style", ""))
        if level:
            end = _END_OF_PARAGRAPH.search(source, at)
            mark = _MARK.search(source, at, end.start() if end else len(source))
            self._item(min(max(int(level[1]), 1), 9), "ol" if mark and mark[1] == "number" else "ul")
        elif not (self._lists and "msolist" in classes):
            self._end_lists(0)
        if "quote" in classes and not self._lists:
            self._out.append("<blockquote>")
            self._ends.append(("p", "</p></blockquote>"))
        self._out.append(_written("p", given))

    def _item(self, level: int, tag: str) -> None:
        if len(self._lists) == level and self._lists[-1] != tag:
            self._end_lists(level - 1)
        self._end_lists(level)
        if len(self._lists) == level:
            self._out.append("</li><li>")
        while len(self._lists) < level:
            self._lists.append(tag)
            self._out.append(f"<{tag}><li>")

    def _end_lists(self, level: int) -> None:
        while len(self._lists) > level:
            self._out.append(f"</li></{self._lists.pop()}>")


def _written(name: str, given: dict[str, str]) -> str:
    """A tag with the attributes that mean something."""
    kept = (f' {key}="{html.escape(value)}"' for key, value in given.items() if key in _KEPT)
    return f"<{name}{''.join(kept)}>"


def _is_inline(name: str) -> bool:
    return name in _ONLY_LOOKS or name in _WEIGHTS or name in ("span", "a") or ":" in name


def _given(written: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(written)
    return {match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in found}
