"""Showing text: pieces of lines as PDF operators (record out).

reportlab's text object asks for each string anew how it divides over the font's subsets; a record shows
some thousands of short strings, so the codes are kept here, one table for each face and size.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from . import fonts

if TYPE_CHECKING:
    from .lines import Piece


class _Codes(dict[int, str]):
    """From a character to what stands for it inside a literal string; filled as characters are first shown.

    A character beyond the 256 of the font's first subset closes the string, changes font, and changes back.
    """

    def __init__(self, face: str, size: float, document: Any) -> None:
        super().__init__()
        self._font = fonts.faces().by_name[face]
        self._size = size
        self._document = document
        self.select = self._select(0)

    def _select(self, subset: int) -> str:
        return f"{self._font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"

    def __missing__(self, character: int) -> str:
        ((subset, code),) = self._font.splitString(chr(character), self._document)
        literal = _literal(code[0])
        if subset:
            literal = f") Tj {self._select(subset)} ({literal}) Tj {self.select} ("
        self[character] = literal
        return literal


def _literal(code: int) -> str:
    """A byte inside a literal string (ISO 32000-1, 7.3.4.2)."""
    if code in b"()\\":
        return f"\\{chr(code)}"
    return chr(code) if 32 <= code < 127 else f"\\{code:03o}"


class TextShower:
    """Shows pieces on the canvases of one document."""

    def __init__(self) -> None:
        self._tables: dict[tuple[str, float], _Codes] = {}

    def show(self, canvas: Any, placed: Iterable[tuple[float, Piece]], size: float, left: float) -> None:
        """Show each piece at (left + its x, its base line), in points."""
        out = ["BT"]
        colour = face = None
        for base, piece in placed:
            span = piece.span
            if span.colour != colour:
                colour = span.colour
                out.append("{:g} {:g} {:g} rg".format(*colour))
            if span.face != face:
                face = span.face
                codes = self._codes(face, size, canvas)
                out.append(codes.select)
            out.append(f"1 0 0 1 {left + piece.x:.2f} {base:.2f} Tm ({piece.text.translate(codes)}) Tj")
        out.append("ET")
        canvas._code.append("\n".join(out))

    def _codes(self, face: str, size: float, canvas: Any) -> _Codes:
        key = (face, size)
        if key not in self._tables:
            self._tables[key] = _Codes(face, size, canvas._doc)
        return self._tables[key]
