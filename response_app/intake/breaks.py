"""Report in: lines that somebody broke by hand inside one paragraph of mark-up (`<br>`, `w:br`)."""

from __future__ import annotations

from dataclasses import replace

from .lines import Line, LineKind

_ENDS = (".", ":", ";", "!", "?")
_CLOSERS = "'\"’”)]"
_SHORT = 20


def with_breaks(lines: list[Line]) -> list[Line]:
    """Return the lines of one paragraph, told where they certainly go on and where another paragraph certainly begins.

    After a line that is all bold another paragraph begins ("Area for improvement" over its sentence). A line goes on where
    its sentence does: it has not ended and the next begins with a small letter. Elsewhere nobody can tell.
    """
    out = list(lines)
    for at in range(len(out) - 1):
        before, after = out[at], out[at + 1]
        if before.bold and not after.bold:
            out[at + 1] = replace(after, opens=True)
        elif after.kind is LineKind.TEXT and len(before.text) > _SHORT and after.text[:1].islower():
            out[at] = replace(before, joins=not before.text.rstrip(_CLOSERS).endswith(_ENDS))
    return out
