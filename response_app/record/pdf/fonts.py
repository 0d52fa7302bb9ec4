"""The record's typeface, Source Sans Pro: widths, and which characters it has (record out)."""

from __future__ import annotations

import threading
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from .characters import drawn

_LOCK = threading.Lock()
_FILES = {
    "SourceSans": "SourceSansPro-Regular.ttf",
    "SourceSans-Bold": "SourceSansPro-Bold.ttf",
    "SourceSans-Italic": "SourceSansPro-It.ttf",
    "SourceSans-BoldItalic": "SourceSansPro-BoldIt.ttf",
}
REGULAR, BOLD, ITALIC, BOLD_ITALIC = _FILES
_UPRIGHT = {ITALIC: REGULAR, BOLD_ITALIC: BOLD}


class Faces(NamedTuple):
    """The registered faces, by name."""

    by_name: dict[str, TTFont]


def faces() -> Faces:
    """Register the faces with reportlab, once a process, and return them."""
    with _LOCK:
        return _registered()


@cache
def _registered() -> Faces:
    rl_config.useA85 = 0  # binary streams: a fifth smaller, and nobody reads them by eye
    folder = files("font_source_sans_pro") / "files"
    fonts = {}
    for name, file in _FILES.items():
        # Not asciiReadable: then only the characters that are used go into the file.
        fonts[name] = TTFont(name, str(folder / file), asciiReadable=0)
        pdfmetrics.registerFont(fonts[name])
    return Faces(fonts)


def face_name(bold: bool, italic: bool) -> str:
    """Return the name of the face for this weight and slope."""
    return (BOLD_ITALIC if italic else BOLD) if bold else (ITALIC if italic else REGULAR)


def has_glyph(char: str) -> bool:
    """Tell whether the record can show `char` in every weight (one that is never drawn counts as shown)."""
    return all(ord(each) in _glyphs(REGULAR) and ord(each) in _glyphs(BOLD) for each in drawn(char) if each != "\n")


def pieces(text: str, name: str) -> list[tuple[str, str]]:
    """Divide drawn `text` into (characters, face): the slanted faces lack some letters, which stay upright."""
    glyphs = _glyphs(name)
    if name not in _UPRIGHT or all(ord(char) in glyphs or char == "\n" for char in text):
        return [(text, name)]
    out: list[tuple[str, str]] = []
    for char in text:
        face = name if ord(char) in glyphs else _UPRIGHT[name]
        if out and out[-1][1] == face:
            out[-1] = (out[-1][0] + char, face)
        else:
            out.append((char, face))
    return out


@cache
def _glyphs(name: str) -> frozenset[int]:
    return frozenset(faces().by_name[name].face.charToGlyph) | {0xA0}


@cache
def _advances(name: str) -> dict[int, float]:
    advances: dict[int, float] = faces().by_name[name].face.charWidths
    return advances


@lru_cache(maxsize=100_000)
def width(text: str, name: str) -> float:
    """Return the width of drawn `text` in thousandths of the font size."""
    advances = _advances(name)
    return sum([advances.get(ord(char), 0.0) for char in text])


@lru_cache(maxsize=100_000)
def visible_width(text: str, name: str) -> float:
    """Return the width of drawn `text` without the blanks at its end, in thousandths of the font size."""
    return width(text.rstrip(" "), name)
