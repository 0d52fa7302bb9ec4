"""The help pages: their order, their titles and words, and which of them hold what one looks for (every step).

The pages ship in `resources/help`; one of them, the sheet of keyboard shortcuts, is made from the actions themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape, unescape

from response_app.paths import resource

START, SHORTCUTS = "start", "shortcuts"
ORDER = (
    START,
    "home",
    "register",
    "report",
    "published",
    "tasks",
    "details",
    "findings",
    "initial",
    "chief",
    "answers",
    "overall",
    "check",
    "preview",
    "publish",
    "after",
    "words",
    "office",
    "safety",
    "law",
    "terms",
    SHORTCUTS,
)
"""The topics as they stand in the list; a page of the window has one with its key."""

_BODY = re.compile(r"<body>\n(.*)</body>", re.DOTALL)
_TITLE = re.compile(r"<h1>(.*?)</h1>")
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r'<a href="([^"]+)">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Topic:
    """A help page: its key, its heading, its HTML."""

    key: str
    title: str
    html: str

    @property
    def words(self) -> str:
        """Its words, without marks."""
        return unescape(_TAG.sub(" ", self.html))

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where its links lead, and their words; each once."""
        return tuple({address: unescape(_TAG.sub("", words)) for address, words in _LINK.findall(self.html)}.items())


@dataclass(frozen=True, slots=True)
class Keys:
    """A line of the sheet: the menu or place it belongs to, what it does, its keys."""

    group: str
    words: str
    keys: tuple[str, ...]


_ON_THE_SHEET = (
    "Every action stands in a menu, too; keys that only select or move about are told here alone. "
    "Press Ctrl+Shift+P to find one by its name."
)


@cache
def topic(key: str) -> Topic:
    """Return a page that ships with the app.

    Raises:
        AppError: the installation lacks it.
    """
    body = _BODY.search(resource(f"help/{key}.html").read_text(encoding="utf-8"))
    html = body[1] if body else ""
    title = _TITLE.search(html)
    return Topic(key, unescape(title[1]) if title else key, html)


def sheet(lines: Iterable[Keys]) -> Topic:
    """Return the sheet of keyboard shortcuts as a help page."""
    title = "Keyboard shortcuts"
    out = [f"<h1>{title}</h1>", f"<p>{_ON_THE_SHEET}</p>"]
    group = ""
    for line in lines:
        if line.group != group:
            out.append(f'{"</table>" if group else ""}<h2>{escape(line.group)}</h2><table width="100%">')
            group = line.group
        out.append(f'<tr><td width="45%">{escape(line.words)}</td><td><b>{escape(" or ".join(line.keys))}</b></td></tr>')
    return Topic(SHORTCUTS, title, "\n".join((*out, "</table>" if group else "")))


def matching(topics: Sequence[Topic], typed: str) -> tuple[Topic, ...]:
    """Return the topics that hold every word that was typed, those with one in their title first; all where nothing was typed."""
    sought = typed.casefold().split()
    found = [each for each in topics if all(word in each.words.casefold() for word in sought)]
    return tuple(sorted(found, key=lambda each: not any(word in each.title.casefold() for word in sought))) if sought else tuple(topics)
