"""Finds the words of a PDF page and where they stand (plumbing of report in); only `pdfium.py` calls it, under its lock.

Some programs draw a line as one text object, others (Chromium) each letter as an object of its own, so that asking all
objects, or all letters, costs five times the bare text. PDFium's text page is asked instead: where a line begins and
ends when it is one object, where its words do when it is not.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple


@dataclass(slots=True, eq=False)
class Placed:
    """Words that stand together on a line in one look.

    Attributes:
        text: the words.
        left, top, right, bottom: points from the top left corner of the page as it is looked at; words of one size on one
            line are equally high, whatever their letters.
        size: of the letters, in points.
        bold: whether the font is a bold one.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


@dataclass(slots=True, eq=False)
class PlacedWords(Placed):
    """Words, or a part of one, as the file has them; a hyphen at the end of a line is "-", whether or not it was a soft one.

    Attributes:
        glued: whether nothing stands between these and the words before (a footnote's marker, a word after a hyphen).
        seen: whether words of their font are drawn at all; a scanned page can have unseen words over its picture.
        turned: whether the line does not run from left to right as the page is looked at.
    """

    glued: bool
    seen: bool
    turned: bool


PlacedBox = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of the page as it is looked at."""


class PlacedPage(NamedTuple):
    """What stands on a page: its words in the order of the file, and the boxes of its pictures and drawings."""

    width: float
    height: float
    words: list[PlacedWords]
    pictures: list[PlacedBox]
    drawings: list[PlacedBox]


class _Looks(NamedTuple):
    """How a text object is drawn: its size, the direction of its line in the file (unit steps), bold, seen."""

    size: float
    right: float
    up: float
    bold: bool
    seen: bool


class _Piece(NamedTuple):
    """Letters from `first` to before `end`: those of one text object, or of a word that several have parts of.

    `owner` is the address of the first letter's text object, 0 for none, `last_owner` of the last one's.
    """

    first: int
    end: int
    owner: int
    last_owner: int


_Whole = tuple[_Piece, "PlacedBox", "PlacedBox", tuple[float, float]]
"""A piece, the boxes of its first and last letter and where its first letter stands on its line, all as in the file."""


_LINE = re.compile("[^\\s\x02\ufffe](?:[^\r\n\x02\ufffe]*[^\\s\x02\ufffe])?[\x02\ufffe]?|[\x02\ufffe]")
_WORD = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""PDFium puts U+0002 or U+FFFE for a hyphen at the end of a line, and goes on with the next line at once."""

_BOLD_NAMES = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_WIDEST = 0.62
"""A line whose letters take up more of their size on the average has wide gaps, or capitals: its words are asked for."""

_RISE, DROP = 0.78, 0.22
"""How far letters reach above and below their line, as shares of their size."""

_MOST_OBJECTS = 50_000
"""Of a page that are looked at for pictures and drawings."""

_NEAR = 0.1
_NO_LOOKS = _Looks(0.0, 1.0, 0.0, False, True)


class WordFinder:
    """Asks PDFium for the words of one page after another.

    Args:
        raw: the module `pypdfium2.raw`.
    """

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        # Addresses as plain numbers: making a pointer object for each of a hundred thousand letters costs more than the call
        number = ctypes.c_void_p
        self._box_of = _as_numbers(raw.FPDFText_GetLooseCharBox, ctypes.c_int, number, ctypes.c_int, number)
        self._origin_of = _as_numbers(raw.FPDFText_GetCharOrigin, ctypes.c_int, number, ctypes.c_int, number, number)
        self._object_at = _as_numbers(raw.FPDFText_GetTextObject, number, number, ctypes.c_int)
        self._font_of = _as_numbers(raw.FPDFTextObj_GetFont, number, number)
        self._size_of = _as_numbers(raw.FPDFTextObj_GetFontSize, ctypes.c_int, number, number)
        self._mode_of = _as_numbers(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, number)
        self._matrix_of = _as_numbers(raw.FPDFPageObj_GetMatrix, ctypes.c_int, number, number)
        self._bounds_of = _as_numbers(raw.FPDFPageObj_GetBounds, ctypes.c_int, number, number, number, number, number)
        self._on_page = _as_numbers(raw.FPDFPage_GetObject, number, number, ctypes.c_int)
        self._in_form = _as_numbers(raw.FPDFFormObj_GetObject, number, number, ctypes.c_ulong)
        self._count_in_form = _as_numbers(raw.FPDFFormObj_CountObjects, ctypes.c_int, number)
        self._type_of = _as_numbers(raw.FPDFPageObj_GetType, ctypes.c_int, number)

    def page(self, leaf: Any) -> PlacedPage:
        """Return what stands on a page, a `PdfPage` of pypdfium2."""
        words = leaf.get_textpage()
        try:
            width, height = leaf.get_size()
            place = _placing(leaf.get_bbox(), leaf.get_rotation())
            pictures, drawings = self._boxes(leaf.raw, place)
            return PlacedPage(width, height, self._words(words.raw, place), pictures, drawings)
        finally:
            words.close()

    def _words(self, page: Any, place: _Place) -> list[PlacedWords]:
        text = self._text(page)
        spans = self._spans(page, text)
        boxes = self._letter_boxes(page, [at for piece in spans for at in (piece.first, piece.end - 1)])
        origins = self._origins(page, [piece.first for piece in spans])
        last_origins = iter(self._origins(page, [piece.end - 1 for piece in spans if piece.owner != piece.last_owner]))
        looks = self._looks({piece.owner for piece in spans})
        pieces: list[_Whole] = []
        for piece, start, stop, (x, y) in zip(spans, boxes[::2], boxes[1::2], origins, strict=True):
            look = looks[piece.owner]
            last_x, last_y = (x, y) if piece.owner == piece.last_owner else next(last_origins)
            if abs((last_y - y) * look.right - (last_x - x) * look.up) > _NEAR:
                pieces.extend(self._divided(page, piece))
            elif abs(stop[2] - start[0]) > _WIDEST * look.size * (piece.end - piece.first) and " " in text[piece.first : piece.end]:
                for match in _WORD.finditer(text, piece.first, piece.end):
                    pieces.extend(self._divided(page, _Piece(*match.span(), piece.owner, piece.owner)))
            else:
                pieces.append((piece, start, stop, (x, y)))
        looks |= self._looks({piece.owner for piece, *_ in pieces} - looks.keys())
        return _placed(text, pieces, looks, place)

    def _text(self, page: Any) -> str:
        """Return one character for each that PDFium counts."""
        raw = self._raw
        count = max(raw.FPDFText_CountChars(page), 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        raw.FPDFText_GetText(page, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
        if len(text) == count:
            return text
        letters = map(raw.FPDFText_GetUnicode, repeat(page), range(count))
        return "".join(chr(letter) if 0 < letter <= 0x10FFFF else "\ufffd" for letter in letters)

    def _spans(self, page: Any, text: str) -> list[_Piece]:
        """Return each line that is one text object, and of the others each stretch of whole words that are one."""
        lines = [match.span() for match in _LINE.finditer(text)]
        owners = self._owners(page, [at for first, end in lines for at in (first, end - 1)])
        spans: list[_Piece] = []
        for (first, end), owner, last in zip(lines, owners[::2], owners[1::2], strict=True):
            if owner == last:
                spans.append(_Piece(first, end, owner, owner))
                continue
            words = [match.span() for match in _WORD.finditer(text, first, end)]
            ends = self._owners(page, [at for begin, stop in words for at in (begin, stop - 1)])
            begun = first
            for at, (_, stop) in enumerate(words):
                if stop == end or not ends[2 * at] == ends[2 * at + 1] == ends[2 * at + 2]:
                    spans.append(_Piece(begun, stop, ends[2 * at], ends[2 * at + 1]))
                    begun = words[at + 1][0] if stop != end else end
        return spans

    def _owners(self, page: Any, letters: Sequence[int]) -> list[int]:
        return [address or 0 for address in map(self._object_at, repeat(page), letters)]

    def _letter_boxes(self, page: Any, letters: Sequence[int]) -> list[PlacedBox]:
        """Return left, top, right and bottom of letters in the file's own directions."""
        boxes = (ctypes.c_float * (4 * len(letters)))()
        begin = ctypes.addressof(boxes)
        deque(map(self._box_of, repeat(page), letters, range(begin, begin + 16 * len(letters), 16)), maxlen=0)
        numbers = iter(boxes)
        return list(zip(numbers, numbers, numbers, numbers, strict=True))

    def _origins(self, page: Any, letters: Sequence[int]) -> list[tuple[float, float]]:
        """Return where letters stand on their line, in the file's own directions."""
        points = (ctypes.c_double * (2 * len(letters)))()
        begin = ctypes.addressof(points)
        end = begin + 16 * len(letters)
        deque(map(self._origin_of, repeat(page), letters, range(begin, end, 16), range(begin + 8, end + 8, 16)), maxlen=0)
        numbers = iter(points)
        return list(zip(numbers, numbers, strict=True))

    def _divided(self, page: Any, piece: _Piece) -> Iterator[_Whole]:
        """Divide letters where they leave their line."""
        letters = range(piece.first, piece.end)
        boxes, origins, owners = self._letter_boxes(page, letters), self._origins(page, letters), self._owners(page, letters)
        looks = self._looks({*owners})
        begun = 0
        for at in range(1, len(letters) + 1):
            look = looks[owners[begun]]
            if at < len(letters):
                right, up = origins[at][0] - origins[begun][0], origins[at][1] - origins[begun][1]
            if at == len(letters) or abs(up * look.right - right * look.up) > _NEAR:
                yield (
                    _Piece(piece.first + begun, piece.first + at, owners[begun], owners[at - 1]),
                    boxes[begun],
                    boxes[at - 1],
                    origins[begun],
                )
                begun = at

    def _looks(self, owners: set[int]) -> dict[int, _Looks]:
        unseen = (self._raw.FPDF_TEXTRENDERMODE_INVISIBLE, self._raw.FPDF_TEXTRENDERMODE_CLIP)
        looks = {0: _NO_LOOKS}
        fonts: dict[int | None, tuple[bool, bool]] = {None: (False, True)}
        size, matrix = ctypes.c_float(), (ctypes.c_float * 6)()
        size_at, matrix_at = ctypes.addressof(size), ctypes.addressof(matrix)
        for owner in owners - {0}:
            font = self._font_of(owner)
            if font not in fonts:
                fonts[font] = self._is_bold(font), self._mode_of(owner) not in unseen
            self._size_of(owner, size_at)
            self._matrix_of(owner, matrix_at)
            a, b, c, d, _, _ = matrix
            along = (a * a + b * b) ** 0.5 or 1.0
            high = size.value * (c * c + d * d) ** 0.5
            looks[owner] = _Looks(abs(high), a / along, b / along, *fonts[font])
        return looks

    def _is_bold(self, address: int) -> bool:
        raw = self._raw
        font = ctypes.cast(address, raw.FPDF_FONT)
        name = ctypes.create_string_buffer(256)
        raw.FPDFFont_GetBaseFontName(font, name, 256)
        return bool(_BOLD_NAMES.search(name.value.decode("latin-1"))) or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT

    def _boxes(self, page: Any, place: _Place) -> tuple[list[PlacedBox], list[PlacedBox]]:
        """Return the boxes of pictures and of drawings; a form with a picture in it counts as one."""
        raw = self._raw
        pictures: list[PlacedBox] = []
        drawings: list[PlacedBox] = []
        into = {raw.FPDF_PAGEOBJ_IMAGE: pictures, raw.FPDF_PAGEOBJ_PATH: drawings, raw.FPDF_PAGEOBJ_SHADING: drawings}
        count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
        objects = list(map(self._on_page, repeat(page), range(count)))
        for address, kind in zip(objects, map(self._type_of, objects), strict=True):
            if kind in into:
                into[kind].append(place(self._bounds(address)))
            elif kind == raw.FPDF_PAGEOBJ_FORM and self._has_picture(address):
                pictures.append(place(self._bounds(address)))
        return pictures, drawings

    def _bounds(self, address: int) -> PlacedBox:
        sides = (ctypes.c_float * 4)()
        begin = ctypes.addressof(sides)
        self._bounds_of(address, begin, begin + 4, begin + 8, begin + 12)
        left, bottom, right, top = sides
        return left, top, right, bottom

    def _has_picture(self, form: int) -> bool:
        count = min(max(self._count_in_form(form), 0), _MOST_OBJECTS)
        return any(self._type_of(each) == self._raw.FPDF_PAGEOBJ_IMAGE for each in map(self._in_form, repeat(form), range(count)))


def _placed(text: str, pieces: Sequence[_Whole], looks: dict[int, _Looks], place: _Place) -> list[PlacedWords]:
    """Return pieces with their words and places as the page is looked at."""
    found, last_end = [], -1
    for (first, end, owner, _), start, stop, (x, y) in pieces:
        look = looks[owner]
        size = look.size or start[1] - start[3]
        if look.right > 0.9:
            box = start[0], y + _RISE * size, stop[2], y - DROP * size
        elif look.right < -0.9:
            box = stop[0], y + DROP * size, start[2], y - _RISE * size
        else:
            across = (x - _RISE * size, x + DROP * size) if look.up > 0 else (x - DROP * size, x + _RISE * size)
            box = across[0], max(start[1], stop[1]), across[1], min(start[3], stop[3])
        left, top, right, bottom = place(box)
        turned = end - first > 1 and bottom - top > max(right - left, 1.5 * size)
        words = text[first:end].replace("\x02", "-").replace("\ufffe", "-")
        found.append(PlacedWords(words, left, top, right, bottom, size, look.bold, first == last_end, look.seen, turned))
        last_end = end
    return found


def _as_numbers(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes and gives addresses as numbers."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_Place = Callable[[PlacedBox], PlacedBox]


def _placing(page: tuple[float, float, float, float], turned: int) -> _Place:
    """Return what gives a box of the file as it is looked at.

    Args:
        page: left, bottom, right and top of what is shown of the page.
        turned: degrees clockwise.
    """
    x0, y0, x1, y1 = page

    def place(box: PlacedBox) -> PlacedBox:
        left, top, right, bottom = box
        if turned == 90:
            return bottom - y0, left - x0, top - y0, right - x0
        if turned == 180:
            return x1 - right, bottom - y0, x1 - left, top - y0
        if turned == 270:
            return y1 - top, x1 - right, y1 - bottom, x1 - left
        return left - x0, y1 - top, right - x0, y1 - bottom

    return place
