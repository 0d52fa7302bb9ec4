"""Report in: characters as the rest of the app knows them, whatever the program that wrote the report made of them."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {
    "ff": "\ufb00",
    "fi": "\ufb01",
    "fl": "\ufb02",
    "ffi": "\ufb03",
    "ffl": "\ufb04",
    "st": "\ufb05\ufb06",
}
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_LINE_ENDS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
_JOINERS = "\u200c\u200d"
"""Two that carry meaning in the scripts and pictures of other languages, and none between letters of ours."""


def _replacements() -> dict[int, str | None]:
    """Return what each character becomes, None for one that goes."""
    table: dict[int, str | None] = {}
    for point in (*range(0x20), *range(0x7F, 0x100), *range(0x2000, 0x2070), 0x3000, 0xFEFF, 0x061C, 0x180E, 0xFFFE, 0xFFFF):
        category = unicodedata.category(chr(point))
        if category in ("Zs", "Zl", "Zp"):
            table[point] = " "
        elif category in ("Cc", "Cf", "Cn"):
            table[point] = None
    table |= dict.fromkeys(map(ord, _LINE_ENDS), " ")
    table |= dict.fromkeys(map(ord, _HYPHENS), "-")
    table |= dict.fromkeys(map(ord, _JOINERS))
    table |= {ord(sign): letters for letters, signs in _LIGATURES.items() for sign in signs}
    return table


_TABLE = _replacements()
_SPACES = re.compile("  +")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return a text with plain characters: what is only looks is made plain, what is not seen goes.

    Typographic and non-breaking spaces, tabs and line ends become one space, hyphens of all kinds "-" (dashes stay),
    ligatures their letters; soft hyphens, zero-widths, direction marks, controls, non-characters and lone surrogates go.
    Spaces are single and none stand at the ends; the letters are in Unicode's composed form (NFC).
    """
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _SURROGATES.sub("", text.translate(_TABLE)))
    return _SPACES.sub(" ", text).strip(" ")
