"""Before a fragment is parsed: every tag becomes one that the parser of our texts knows, and what is lost is noted (record in).

An HTML parser swallows words: after `x<y`, in `<template>`, after `<script>` without an end. And it grows without bound on
tags that never close. So tags are first brought to a small set, with few attributes; anything else that looks like a tag is words.
"""

from __future__ import annotations

import html
import re
from collections import Counter

from ..domain.richtext import LANGUAGES
from .places import shortened


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONTRACT = _names("p h3 h4 ul ol li strong em a blockquote cite table tr th td br span")
_SILENT = _names("thead tbody tfoot")
_BECOMES = {name: name for name in (*_CONTRACT, *_SILENT, "div", "dl", "dt", "dd", "pre", "caption", "hr")}
_BECOMES |= {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "option": "p", "listing": "pre"}
_BECOMES |= dict.fromkeys(
    _names(
        "address applet article aside body button center details dialog dir fieldset figcaption figure footer form frameset head header "
        "hgroup html iframe legend main marquee math menu nav noembed noframes noscript object optgroup plaintext search section select "
        "summary svg template textarea title xmp"
    ),
    "div",
)
_BECOMES |= dict.fromkeys(
    _names(
        "abbr acronym audio bdi bdo big blink canvas code data datalist del dfn font ins kbd label map mark meter nobr output picture "
        "progress rb rp rt rtc ruby s samp slot small strike sub sup time tt u var video"
    ),
    "span",
)
_BECOMES |= dict.fromkeys(
    _names("area base basefont bgsound col colgroup embed frame image img input isindex keygen link meta param source track wbr"), ""
)
_BECOMES |= {"q": "", "script": "script", "style": "style"}
PARSED = set(_BECOMES.values()) - {"", "script", "style"}
"""The tags that are left."""
_TABLE_PARTS = _names("caption tr th td thead tbody tfoot")
# Elements that the parser closes by itself, so that a hundred of them in a row lie beside, not in, each other.
_SELF_CLOSING = _names("p li dt dd br hr script style") | _TABLE_PARTS
DEEPEST = 100

_ATTRIBUTES = r"(?:[\s/](?:\"[^\"]*\"|'[^']*'|[^\"'<>])*+)?"
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9:_-]*)({_ATTRIBUTES})>|<![^<>]*>|<\?[^<>]*>|<")
_ATTRIBUTE = re.compile(r"([^\s\"'=<>/]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_CLOSED = re.compile(r"</([A-Za-z][A-Za-z0-9:_-]*)")
_ALLOWED = {
    "a": _names("lang href"),
    "span": _names("lang data-field"),
    "p": _names("lang data-field"),
    "th": _names("lang colspan rowspan"),
    "td": _names("lang colspan rowspan"),
}
_LONGEST_ALT = 300
_KEPT_LINK = re.compile(r"(?:https://|mailto:)\S", re.IGNORECASE)
_PLAIN_LINK = re.compile(r"http://\S", re.IGNORECASE)


class Tidy:
    """Brings the tags of one fragment to the known set.

    Attributes:
        html: what to parse: `a` carries `data-link` (to keep) or `data-address` (to say in brackets), `lang` is one of ours.
        cleaned: short words for everything that is not kept, with how often.
        has_tags: whether there was any tag; without one the fragment is plain text.
    """

    def __init__(self, source: str) -> None:
        self.cleaned: Counter[str] = Counter()
        self.has_tags = False
        self._open: list[str] = []
        self._too_deep = False
        source = self._without_comments(source)
        lower = source.lower()
        self._closed = {match[1] for match in _CLOSED.finditer(lower)}
        self._last_end = {name: lower.rfind(f"</{name}") for name in ("script", "style")}
        self._in_table = "<table" in lower
        self.html = _TAG.sub(self._tag, source)
        if self._too_deep:
            self.cleaned[f"tags more than {DEEPEST} deep"] += 1
            self.html = _TAG.sub(_flat, self.html)

    def _without_comments(self, source: str) -> str:
        """`source` without complete comments; the beginning of one that never ends is words."""
        first, *others = source.split("<!--")
        out = [first]
        for piece in others:
            _, end, after = piece.partition("-->")
            out.append(after if end else f"&lt;!--{piece}")
            self.has_tags |= bool(end)
            self.cleaned["a comment"] += bool(end)
        return "".join(out)

    def _tag(self, match: re.Match[str]) -> str:
        slash, name, attributes = match[1], (match[2] or "").lower(), match[3] or ""
        if not name:
            return "&lt;" if match[0] == "<" else ""
        if not self._is_tag(name):
            return "&lt;" + match[0][1:]
        self.has_tags = True
        becomes = _BECOMES.get(name, "span")
        if name in _TABLE_PARTS and not self._in_table:
            becomes = "p"
        if not slash and match.start() >= self._last_end.get(becomes, match.end()):
            becomes = ""
        self._count_depth(becomes, bool(slash))
        if slash:
            return "”" if name == "q" else f"</{becomes}>" if becomes else ""
        if name not in _CONTRACT and name not in _SILENT and name not in ("img", "image"):
            self.cleaned[f"the tag <{shortened(name)}>"] += 1
        written = self._attributes(name, attributes)
        return "“" if name == "q" else f"<{becomes}{written}>" if becomes else ""

    def _is_tag(self, name: str) -> bool:
        """A name that HTML has, one with a colon or dash (Word's, custom elements), or one that is closed somewhere."""
        return name in _BECOMES or name in self._closed or "-" in name or (":" in name and not name.endswith(":"))

    def _count_depth(self, name: str, closes: bool) -> None:
        if self._too_deep or not name or name in _SELF_CLOSING:
            return
        if not closes:
            self._open.append(name)
            self._too_deep = len(self._open) > DEEPEST
            return
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] == name:
                del self._open[index]
                return
            if self._open[index] == "table":  # an end tag in a table closes nothing outside it
                return

    def _attributes(self, name: str, written: str) -> str:
        out = []
        given = {match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(written)}
        if name in ("img", "image"):
            alt = shortened(" ".join(given.get("alt", "").split()), _LONGEST_ALT)
            self.cleaned[f"picture not taken: {alt}" if alt else "picture not taken"] += 1
        if name in _CONTRACT:
            for attribute in given:
                if attribute not in _ALLOWED.get(name, ("lang",)):
                    self.cleaned[f"the attribute {shortened(attribute)}"] += 1
        if "lang" in given:
            out.append(self._language(given["lang"]))
        if name == "a":
            out.append(self._link(given.get("href", "")))
        if name in ("span", "p") and "data-field" in given:
            out.append(_attribute("data-field", given["data-field"].strip()))
        if name in ("th", "td"):
            out += [_attribute(span, given[span]) for span in ("colspan", "rowspan") if given.get(span, "1").strip() != "1"]
        return "".join(out)

    def _language(self, value: str) -> str:
        for language in LANGUAGES:
            if value.strip().lower().split("-")[0] == language[:2]:
                return _attribute("lang", language)
        self.cleaned[f"the language {shortened(value.strip()) or 'without a name'}"] += 1
        return ""

    def _link(self, href: str) -> str:
        address = re.sub(r"[\x00-\x1f\x7f]", "", href).strip().replace(" ", "%20")
        if _KEPT_LINK.match(address):
            return _attribute("data-link", address)
        self.cleaned[f"link not kept: {shortened(address)}" if address else "a link without an address"] += 1
        return _attribute("data-address", address) if _PLAIN_LINK.match(address) else ""


def _attribute(name: str, value: str) -> str:
    return f' {name}="{html.escape(value)}"'


def _flat(match: re.Match[str]) -> str:
    """Only paragraphs of a tangle of tags; what stands in script and style stays with them."""
    name = match[2]
    if name in ("script", "style"):
        return match[0]
    return "" if name in ("span", "strong", "em", "a", "cite") else "<p>"
