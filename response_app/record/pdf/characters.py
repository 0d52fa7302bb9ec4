"""Characters as drawn: what the font cannot or need not show is replaced before drawing (record out).

The record keeps its own characters; only the drawn copy changes.
"""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

_HYPHENS = dict.fromkeys([0x2010, 0x2011], "-")
_SPACES = dict.fromkeys([*range(0x2000, 0x200B), 0x205F, 0x3000], " ")
# Narrow and figure spaces also keep words together, as the no-break space does.
_NO_BREAK_SPACES = dict.fromkeys([0x2007, 0x202F], "\u00a0")
_INVISIBLE = dict.fromkeys([0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF])
_VARIATION_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_DRAWN = {**_HYPHENS, **_SPACES, **_NO_BREAK_SPACES, **_INVISIBLE, **_VARIATION_SELECTORS}
_ADDRESS_CHARACTERS = "%/:?#[]@!$&'()*+,;=~-._"


def drawn(text: str) -> str:
    """Return `text` as it is drawn: plain hyphens and spaces, nothing invisible, a tab as a space."""
    if text.isascii():
        return text.replace("\t", " ")
    return unicodedata.normalize("NFC", text.translate(_DRAWN).replace("\t", " "))


def written_address(link: str) -> str:
    """Return a link's address as it is written: scheme in small letters, what is not ASCII percent-encoded (ISO 32000-1, 12.6.4.7)."""
    scheme, _, rest = link.partition(":")
    return f"{scheme.lower()}:{quote(rest, safe=_ADDRESS_CHARACTERS)}"
