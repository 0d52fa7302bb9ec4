"""Report in: the lines of a paragraph as one text; a word that was hyphenated over the end of a line is whole again."""

from __future__ import annotations

from collections.abc import Iterable

def joined(texts: Iterable[str]) -> str:
    """Return the lines of a paragraph as one; a hyphen at the end of a line stays only where the word is spelt with it."""
    parts: list[str] = []
    for text in texts:
        last = parts[-1] if parts else ""
        if not last:
            parts.append(text)
        elif last.endswith("-") and len(last) > 1 and last[-2].isalpha():
            parts[-1] = last if _keeps_hyphen(last, text) else last[:-1]
            parts.append(text)
        elif (last.endswith(("/", "—")) and not last.endswith((" /", " —"))) or not text:
            parts.append(text)
        else:
            parts += [" ", text]
    return "".join(parts)


_PREFIXES = frozenset(
    [
        "all",
        "anti",
        "by",
        "co",
        "cross",
        "cyber",
        "de",
        "decision",
        "evidence",
        "ex",
        "face",
        "follow",
        "force",
        "full",
        "high",
        "in",
        "inter",
        "in-depth",
        "intelligence",
        "large",
        "life",
        "long",
        "low",
        "mid",
        "multi",
        "no",
        "non",
        "off",
        "on",
        "one",
        "out",
        "over",
        "part",
        "police",
        "post",
        "pre",
        "problem",
        "pro",
        "re",
        "real",
        "risk",
        "self",
        "semi",
        "short",
        "single",
        "so",
        "sub",
        "third",
        "time",
        "trauma",
        "two",
        "under",
        "up",
        "value",
        "victim",
        "well",
        "whole",
        "year",
    ]
)


def _keeps_hyphen(before: str, after: str) -> bool:
    """Say whether a hyphen at a line's end belongs to the word: in front of a capital or figure, behind a prefix, in a chain."""
    stem = before[:-1].rpartition(" ")[2]
    return not after[:1].islower() or "-" in stem or stem.casefold().lstrip("‘“('\"") in _PREFIXES or after.startswith(("and ", "or "))
