"""Reads what the pages of the finished PDF draw, and which marked-content sequence it stands in (record out).

Everything drawn must be in exactly one sequence, an element's or an artifact (ISO 14289-1, 7.1;
ISO 32000-1, 14.6). An operator that is not known here is a problem: nothing is passed over unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import hypot
from typing import NamedTuple

import pikepdf

from .fonts import Font, read_font

Matrix = tuple[float, float, float, float, float, float]
Key = tuple[int, int]
"""Number and generation of an object of the file."""

PICTURE = "\ufffc"
"""Stands in the text of a sequence for a picture."""
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_UPRIGHT = [b"1", b"0", b"0", b"1"]
# A string with the escapes that mean the same in PDF and Python; one with others stays unread, and is reported.
_STRING = re.compile(rb"(\([^()\\]*(?:\\[0-7nrtbf()\\][^()\\]*)*\))")
_CLAIM = re.compile(rb"<<\s*/MCID\s+(\d+)\s*>>")
_SUBTYPE = re.compile(rb"/Subtype\s*/(\w+)")
_PAGINATION = re.compile(rb"/Type\s*/Pagination\b")
_BLACK: tuple[bytes, ...] = (b"0",)
_PASSIVE = b"n re m l c v y h w J j M d i G RG".split()
_PAINTING = b"S s f F f* B B* b b* sh".split()
_OPERAND = frozenset(b"0123456789+-./<>[]")


class Shown(NamedTuple):
    """A shown string: its characters, and its place on the page in points, without blanks at its ends."""

    text: str
    left: float
    right: float
    base: float
    size: float
    turned: bool


@dataclass(slots=True)
class Sequence:
    """A marked-content sequence.

    Attributes:
        page: from 0.
        mcid: its number, None in an artifact.
        kind: /Subtype of an artifact, "" for none.
        is_pagination: whether it is an artifact that the pages bring with them, such as a running head.
        parts: the characters, as they were drawn.
        shown: the strings, with their places.
        colours: those that the text is filled with, as operands: one number (grey) or three (RGB), 0 to 1.
        pictures: left, bottom, right and top of each picture in points.
    """

    page: int
    mcid: int | None
    kind: str = ""
    is_pagination: bool = False
    parts: list[str] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    colours: set[tuple[bytes, ...]] = field(default_factory=set)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters drawn in the sequence, in the order of drawing."""
        return "".join(self.parts)


@dataclass(slots=True)
class Page:
    """What a page (from 0) draws."""

    index: int
    width: float
    height: float
    claimed: dict[int, Sequence] = field(default_factory=dict)
    artifacts: list[Sequence] = field(default_factory=list)
    problems: dict[str, None] = field(default_factory=dict)
    """Sentences without doubles, in the order in which they were found."""

    def report(self, sentence: str) -> None:
        """Keep a problem of this page."""
        self.problems[f"Page {self.index + 1}: {sentence}"] = None


def read_pages(pdf: pikepdf.Pdf) -> tuple[list[Page], list[Font]]:
    """Return what each page draws, and every font that a page names."""
    known: dict[Key, Font] = {}
    tokens: set[bytes] = set()
    pages = []
    for index, page in enumerate(pdf.pages):
        left, bottom, right, top = (float(each) for each in page.obj.get("/MediaBox", (0, 0, 0, 0)))
        made = Page(index, right - left, top - bottom)
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        fonts = {}
        for name, font in resources.get("/Font", pikepdf.Dictionary()).items():
            if font.objgen not in known:
                known[font.objgen] = read_font(font)
            fonts[name.encode()] = known[font.objgen]
        pictures = resources.get("/XObject", pikepdf.Dictionary()).items()
        images = frozenset(name.encode() for name, each in pictures if each.get("/Subtype") == pikepdf.Name.Image)
        contents = page.obj.get("/Contents", pikepdf.Array())
        for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
            _Reader(made, fonts, images, tokens).read(stream.read_bytes())
        pages.append(made)
    return pages, list(known.values())


class _Reader:
    """Follows the operators of one content stream; `known` are the tokens that were looked at before."""

    def __init__(self, page: Page, fonts: Mapping[bytes, Font], images: frozenset[bytes], known: set[bytes]) -> None:
        self.page = page
        self.fonts = fonts
        self.images = images
        self._place: Matrix = _IDENTITY
        self._text_place: Matrix = _IDENTITY
        self._line: Matrix = _IDENTITY
        self._font: Font | None = None
        self._size = 0.0
        self._leading = 0.0
        self._colour = _BLACK
        self._saved: list[tuple[Matrix, Font | None, float, float, tuple[bytes, ...]]] = []
        self._in_text = False
        self._open: list[tuple[Sequence | None, bool]] = []
        self._sequence: Sequence | None = None
        self._operators: dict[bytes, Callable[[list[bytes]], None] | None] = {
            b"q": self._save,
            b"Q": self._restore,
            b"cm": self._move,
            b"rg": self._choose_colour,
            b"g": self._choose_colour,
            b"BT": self._begin_text,
            b"ET": self._end_text,
            b"Tf": self._choose_font,
            b"Tm": self._place_text,
            b"Td": self._shift_text,
            b"TL": self._choose_leading,
            b"T*": self._next_line,
            b"Tj": self._show,
            b"BDC": self._open_sequence,
            b"BMC": self._open_sequence,
            b"EMC": self._close_sequence,
            b"Do": self._draw_object,
            **dict.fromkeys(_PAINTING, self._paint),
            **dict.fromkeys(_PASSIVE),
        }
        self._known = known
        known.update(self._operators)

    def read(self, data: bytes) -> None:
        """Read a whole content stream."""
        operators, known = self._operators, self._known
        operands: list[bytes] = []
        for index, piece in enumerate(_STRING.split(data)):
            if index % 2:
                operands.append(piece)
                continue
            tokens = piece.split()
            if not known.issuperset(tokens) and not self._learn(tokens):
                return
            for token in tokens:
                if token not in operators:
                    operands.append(token)
                    continue
                action = operators[token]
                if action is not None:
                    action(operands)
                operands = []
        if self._open:
            self.page.report("a marked part is not closed.")
        if self._in_text:
            self.page.report("a text object is not closed.")
        if self._saved:
            self.page.report("a saved graphics state is not restored.")

    def _learn(self, tokens: list[bytes]) -> bool:
        """Add operands to those that are known; False when there is something else among the tokens."""
        for token in tokens:
            if token not in self._known and token[0] not in _OPERAND:
                # What follows may be the bytes of a picture; it cannot be told apart from here on.
                word = token[:20].decode("latin-1")
                self.page.report(f"the content holds “{word}”, which the record does not use; reading stopped there.")
                return False
        self._known.update(tokens)
        return True

    def _save(self, _: list[bytes]) -> None:
        self._saved.append((self._place, self._font, self._size, self._leading, self._colour))

    def _restore(self, _: list[bytes]) -> None:
        if not self._saved:
            self.page.report("a graphics state is restored that was not saved.")
            return
        self._place, self._font, self._size, self._leading, self._colour = self._saved.pop()

    def _move(self, operands: list[bytes]) -> None:
        self._place = _times(_matrix(operands), self._place)

    def _choose_colour(self, operands: list[bytes]) -> None:
        self._colour = tuple(operands)

    def _begin_text(self, _: list[bytes]) -> None:
        if self._in_text:
            self.page.report("a text object stands inside another.")
        self._in_text = True
        self._line = self._text_place = _IDENTITY
        if self._sequence is not None and self._sequence.mcid is None:
            self._sequence.parts.append(" ")

    def _end_text(self, _: list[bytes]) -> None:
        if not self._in_text:
            self.page.report("a text object is closed that was not opened.")
        self._in_text = False

    def _choose_font(self, operands: list[bytes]) -> None:
        self._font = self.fonts.get(operands[0])
        self._size = float(operands[1])

    def _place_text(self, operands: list[bytes]) -> None:
        self._line = self._text_place = _matrix(operands)

    def _shift_text(self, operands: list[bytes]) -> None:
        self._line = self._text_place = _times((1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1])), self._line)

    def _choose_leading(self, operands: list[bytes]) -> None:
        self._leading = float(operands[0])

    def _next_line(self, _: list[bytes]) -> None:
        self._line = self._text_place = _times((1.0, 0.0, 0.0, 1.0, 0.0, -self._leading), self._line)

    def _show(self, operands: list[bytes]) -> None:
        codes = _codes(operands[0])
        font, size = self._font, self._size
        if font is None or not self._in_text:
            self.page.report("text is shown without a font or outside a text object.")
            return
        text, complete = font.decode(codes)
        if not complete:
            self.page.report(f"a character that the font {font.name} lacks is shown in “{text.replace(chr(0xFFFD), '?')[:60]}”.")
        across = font.width(codes) * size / 1000
        if self._sequence is None:
            self.page.report(f"the words “{text[:60]}” stand outside every marked part.")
        else:
            self._sequence.parts.append(text)
            words = text.strip()
            if words:
                self._sequence.shown.append(self._shown(words, text, codes, font, across))
                self._sequence.colours.add(self._colour)
        a, b, c, d, e, f = self._text_place
        self._text_place = (a, b, c, d, e + across * a, f + across * b)

    def _shown(self, words: str, text: str, codes: bytes, font: Font, across: float) -> Shown:
        a, b, c, d, x, y = _times(self._text_place, self._place)
        start, end = 0.0, across
        if len(words) < len(text):
            before = text.index(words)
            start = font.width(codes[:before]) * self._size / 1000
            end -= font.width(codes[before + len(words) :]) * self._size / 1000
        return Shown(words, x + start * a, x + end * a, y, self._size * hypot(c, d), bool(b or c))

    def _open_sequence(self, operands: list[bytes]) -> None:
        tag, properties = operands[0], b" ".join(operands[1:])
        if self._sequence is not None:
            self.page.report("a marked part stands inside another.")
        self._open.append((self._sequence, self._in_text))
        claim = _CLAIM.fullmatch(properties)
        made = Sequence(self.page.index, int(claim[1]) if claim and tag != b"/Artifact" else None)
        if made.mcid is not None:
            if made.mcid in self.page.claimed:
                self.page.report(f"two marked parts have the number {made.mcid}.")
            self.page.claimed[made.mcid] = made
        elif tag == b"/Artifact":
            subtype = _SUBTYPE.search(properties)
            made.kind = subtype[1].decode() if subtype else ""
            made.is_pagination = bool(_PAGINATION.search(properties))
            self.page.artifacts.append(made)
        else:
            self.page.report(f"a marked part {tag.decode('latin-1')} is neither an artifact nor part of an element.")
        self._sequence = made

    def _close_sequence(self, _: list[bytes]) -> None:
        if not self._open:
            self.page.report("a marked part is closed that was not opened.")
            return
        self._sequence, was_in_text = self._open.pop()
        if was_in_text != self._in_text:
            self.page.report("a marked part and a text object overlap.")

    def _paint(self, _: list[bytes]) -> None:
        if self._sequence is None:
            self.page.report("a line or a surface is painted outside every marked part.")
        elif self._sequence.mcid is not None:
            self.page.report("a line or a surface is painted inside an element, as if it were content.")

    def _draw_object(self, operands: list[bytes]) -> None:
        if operands[0] not in self.images:
            self.page.report("something is drawn that is neither text, nor a line, nor a picture.")
        if self._sequence is None:
            self.page.report("a picture stands outside every marked part.")
        else:
            wide, _, _, high, left, bottom = self._place
            self._sequence.parts.append(PICTURE)
            self._sequence.pictures.append((left, bottom, left + wide, bottom + high))


def _codes(operand: bytes) -> bytes:
    """The codes of a string operand. Python reads the same escapes once the brackets are octal too."""
    body = operand[1:-1]
    if b"\\" not in body:
        return body
    return body.replace(b"\\(", b"\\050").replace(b"\\)", b"\\051").decode("unicode_escape").encode("latin-1")


def _matrix(operands: list[bytes]) -> Matrix:
    if operands[:4] == _UPRIGHT:
        return 1.0, 0.0, 0.0, 1.0, float(operands[4]), float(operands[5])
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    if p == 1.0 == s and q == 0.0 == r:
        return a, b, c, d, e + t, f + u
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
