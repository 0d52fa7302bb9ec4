"""Report in: the marks that stand before list items, and the words of a web page that are not its report's."""

from __future__ import annotations

import re

BULLETS = "•●○◦▪▫■□‣⁃∙·➢➤►▶✓✔*-–—o\uf0b7\uf0a7\uf0fc\uf0d8"
_SYMBOL_FONT = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0fc\uf0d8·∙"), "•")

_BULLET = re.compile(rf"([{re.escape(BULLETS)}])(?:[ \t\xa0]+|$)")
_NUMBER = re.compile(r"((?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\))(?:[ \t\xa0]+|$)")
_PARAGRAPH_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,3}){1,3}\.?)[ \t\xa0]+(?=[A-Z‘“'\"])")

_PAGE_WORDS = frozenset(
    {
        "print this document",
        "print this page",
        "print",
        "print page",
        "back to publication",
        "back to publications",
        "back to top",
        "return to top",
        "share this page",
        "share this",
        "share",
        "skip to content",
        "skip to main content",
        "skip to navigation",
        "table of contents navigation",
    }
)
_RELATED = frozenset(
    {
        "in other news",
        "latest news",
        "more like this",
        "more news",
        "most read",
        "related articles",
        "related content",
        "related documents",
        "related information",
        "related links",
        "related news",
        "related pages",
        "related publications",
        "related reports",
        "share this page",
        "you may also like",
    }
)
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}\.?|_{4,})\s*(?:\d{1,3}|[ivxl]{1,6})?$")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: of \d{1,3})?|(?:page )?[-–] ?\d{1,3} ?[-–]", re.IGNORECASE)


def is_page_word(text: str) -> bool:
    """Say whether a line, clean, is a control of a web page and none of the report's words ("Print this document")."""
    return text.casefold().strip(" .…:»›>") in _PAGE_WORDS


def is_related_heading(text: str) -> bool:
    """Say whether a heading opens what a web page says about other pages ("Related content")."""
    return text.casefold().strip(" .…:") in _RELATED


def is_contents_line(text: str) -> bool:
    """Say whether a line is of a contents list: its words, then dots up to a page number."""
    return bool(_LEADERS.search(text[-200:]))


def is_page_number(text: str) -> bool:
    """Say whether a line is nothing but a page number ("12", "Page 12 of 40", "- 12 -")."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def bullet_of(text: str) -> tuple[str, str]:
    """Return the bullet before a text and the text after it; "" and the text when there is none."""
    if match := _BULLET.match(text):
        return match[1].translate(_SYMBOL_FONT), text[match.end() :]
    return "", text


def mark_of(text: str) -> tuple[str, str]:
    """Return the bullet or number before a text ("•", "3.", "a)", "(iv)", "2.14") and the text after it, else "" and the text."""
    bullet, rest = bullet_of(text)
    if bullet:
        return bullet, rest
    if match := _NUMBER.match(text) or _PARAGRAPH_NUMBER.match(text):
        return match[1], text[match.end() :]
    return "", text


def counted(number: int, style: str) -> str:
    """Return a list number as written: style "1", "a", "A", "i" or "I"; what letters cannot say is in figures."""
    if style in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, place = divmod(number - 1, 26)
            letters = chr(ord(style) + place) + letters
        return letters
    if style in ("i", "I") and 0 < number < 4000:
        return _roman(number) if style == "I" else _roman(number).lower()
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        count, number = divmod(number, value)
        written += letters * count
    return written
