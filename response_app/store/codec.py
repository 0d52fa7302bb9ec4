"""How texts are written into rows and read from them (all steps).

The interchange format's fragment is handed in when the store is opened: the store knows no HTML.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import Protocol

from ..domain.richtext import RichText

_REMEMBERED = 4096
_CHARACTERS = 16_000_000
"""Of all fragments that are remembered, so that hours of typing in a long text do not fill the memory."""


class TextCodec(Protocol):
    """Writes and reads the one form of a text; `read(write(text)) == text` for every canonical text."""

    def write(self, text: RichText) -> str:
        """Return the fragment for a canonical text."""
        ...

    def read(self, html: str) -> RichText:
        """Return the text that a fragment holds."""
        ...


def sha256(html: str) -> str:
    """Return the hash that is kept beside a fragment: of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(html.encode("utf-8", "replace")).hexdigest()


class RememberingCodec:
    """A codec that remembers the last texts: they are values, and most are read again and again."""

    def __init__(self, codec: TextCodec) -> None:
        self._codec = codec
        self._known: OrderedDict[str, RichText] = OrderedDict()
        self._written: dict[int, str] = {}
        """The fragments of the texts that are remembered, by the text itself: a decision writes all texts of its record again."""
        self._characters = 0

    def write(self, text: RichText) -> str:
        """Return the fragment for a canonical text."""
        html = self._written.get(id(text), "")
        if self._known.get(html) is not text:
            html = self._codec.write(text)
        self._remember(html, text)
        return html

    def read(self, html: str) -> RichText:
        """Return the text that a fragment holds."""
        text = self._known.get(html)
        if text is None:
            text = self._codec.read(html)
        self._remember(html, text)
        return text

    def _remember(self, html: str, text: RichText) -> None:
        before = self._known.get(html)
        if before is None:
            self._characters += len(html)
        elif before is not text:
            self._written.pop(id(before), None)
        self._known[html], self._written[id(text)] = text, html
        self._known.move_to_end(html)
        while len(self._known) > _REMEMBERED or (self._characters > _CHARACTERS and len(self._known) > 1):
            gone, words = self._known.popitem(last=False)
            self._characters -= len(gone)
            self._written.pop(id(words), None)
