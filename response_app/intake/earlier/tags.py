"""Report in: tags and entities that leaked into the words of a published record, taken out and counted."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_NAMES = (
    "p|br|b|i|u|em|strong|span|div|ul|ol|li|a|h[1-6]|table|tbody|thead|tr|td|th|blockquote|cite|font|img|sup|sub|hr|o:p|section|article"
)
_TAG = re.compile(rf"<\s*/?\s*(?P<name>{_NAMES})(?P<rest>\s[^<>]*)?/?\s*>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|nbsp|amp|lt|gt|quot|apos|rsquo|lsquo|rdquo|ldquo|ndash|mdash|bull|hellip|pound|shy);", re.IGNORECASE
)
_BREAKS = frozenset({"p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "blockquote", "hr", "section"})
_SPACES = re.compile(r"[ \t\u00a0]+")


@dataclass(slots=True)
class Tags:
    """How many tags and entities were taken out so far, and where the first stood."""

    count: int = 0
    first_place: str = ""

    def clean(self, text: str, place: str) -> list[str]:
        """Return the paragraphs of a text without tags: where a tag ends or begins a block, a paragraph ends.

        Only known tags are tags; "<5 minutes" stays as it is.
        """
        if "<" not in text and "&" not in text:
            return [text.strip()] if text.strip() else []
        found = len(_TAG.findall(text)) + len(_ENTITY.findall(text))
        if found and not self.count:
            self.first_place = place
        self.count += found
        divided = _TAG.sub(lambda tag: "\n" if tag["name"].casefold() in _BREAKS else "", text)
        plain = _ENTITY.sub(lambda entity: html.unescape(entity[0]), divided)
        paragraphs = (_SPACES.sub(" ", each).strip() for each in plain.split("\n"))
        return [each for each in paragraphs if each]
