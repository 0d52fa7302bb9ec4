"""What a font of the finished PDF can say: characters and widths of its codes (record out).

Clauses: embedding ISO 19005-2, 6.2.11.4; ToUnicode 6.2.11.7; no .notdef 6.2.11.8.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

import pikepdf

_UNKNOWN = "\ufffe"
"""What `charmap_decode` takes for "no character"."""
_SUBSET = re.compile(r"/[A-Z]{6}\+.")
_TYPEFACE = re.compile(r"/(?:[A-Z]{6}\+)?SourceSans")
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_TRIPLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(slots=True)
class Font:
    """A simple font.

    Attributes:
        name: as the file calls it.
        characters: the character of each of the 256 codes.
        widths: the width of each code in thousandths of the font size.
        problems: what is wrong with the font, before anything is shown with it.
    """

    name: str
    characters: str
    widths: list[float]
    problems: list[str] = field(default_factory=list)

    def decode(self, codes: bytes) -> tuple[str, bool]:
        """Return the characters of shown `codes`, and whether every one of them has a character."""
        try:
            return codecs.charmap_decode(codes, "strict", self.characters)[0], True
        except UnicodeDecodeError:
            return codecs.charmap_decode(codes, "replace", self.characters)[0], False

    def width(self, codes: bytes) -> float:
        """Return the width of shown `codes` in thousandths of the font size."""
        return sum(map(self.widths.__getitem__, codes))


def read_font(font: pikepdf.Object) -> Font:
    """Read a font of a page's resources."""
    name = str(font.get("/BaseFont", "/?"))
    made = Font(name[1:], _characters(font), _widths(font))
    descriptor = font.get("/FontDescriptor")
    if font.get("/Subtype") != pikepdf.Name.TrueType:
        made.problems.append(f"The font {made.name} is of a kind that the record does not use.")
    if descriptor is None or not isinstance(descriptor.get("/FontFile2"), pikepdf.Stream):
        made.problems.append(f"The font {made.name} is not embedded.")
    if not _TYPEFACE.match(name):
        made.problems.append(f"The font {made.name} is not the record's typeface, whose licence lets everybody embed it.")
    if not _SUBSET.match(name):
        made.problems.append(f"The font {made.name} is embedded whole, not only the characters that are used.")
    if "/ToUnicode" not in font:
        made.problems.append(f"The font {made.name} does not say which characters it shows.")
    return made


def _characters(font: pikepdf.Object) -> str:
    """The character of each code; code 0 is .notdef, the box that stands for a missing glyph."""
    table = [_UNKNOWN] * 256
    stream = font.get("/ToUnicode")
    data = stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
    for block in _CHARACTERS.findall(data):
        for code, text in _PAIR.findall(block):
            table[int(code, 16) & 0xFF] = _character(bytes.fromhex(text.decode()))
    for block in _RANGES.findall(data):
        for first, last, text in _TRIPLE.findall(block):
            for offset in range(int(last, 16) - int(first, 16) + 1):
                value = int(text, 16) + offset
                table[(int(first, 16) + offset) & 0xFF] = _character(value.to_bytes(len(text) // 2, "big"))
    table[0] = _UNKNOWN
    return "".join(table)


def _character(utf16: bytes) -> str:
    text = utf16.decode("utf-16-be", "replace")
    return text if len(text) == 1 and text not in "\0\ufeff\ufffd" else _UNKNOWN


def _widths(font: pikepdf.Object) -> list[float]:
    widths = [0.0] * 256
    first = int(font.get("/FirstChar", 0))
    for code, width in enumerate(font.get("/Widths", ()), first):
        if code < 256:
            widths[code] = float(width)
    return widths
