"""Report in: where the first sentence of a paragraph ends."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?]['’”\")\]]*(?=\s+[A-Z0-9“‘(\"'])")
_SHORT_FORMS = frozenset({"mr", "mrs", "ms", "dr", "prof", "st", "rev", "no", "nos", "para", "paras", "p", "pp", "fig", "e.g", "i.e", "vs"})
"""What stands before a full stop that ends no sentence, in small letters."""


def first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a paragraph, and what follows it ("" when nothing does).

    A full stop after a short form ("e.g.", "Mr.", "No. 4") or an initial ends no sentence.
    """
    words = text.strip()
    for found in _END.finditer(words):
        before = words[: found.start()].rpartition(" ")[2].lstrip("(‘“'\"").casefold()
        if words[found.start()] == "." and (before in _SHORT_FORMS or (len(before) == 1 and before.isalpha() and before != "i")):
            continue
        return words[: found.end()], words[found.end() :].strip()
    return words, ""
