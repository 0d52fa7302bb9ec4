"""What a finished PDF says and where, read back by poppler, which shares nothing with the code under test."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from response_app.record.pdf import style
from response_app.record.pdf.characters import drawn
from tests.fixtures.installed import needs_program

needs_poppler = needs_program("pdftotext", "poppler-utils")

_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_WATERMARK_HEIGHT = 40.0
_QUOTED = re.compile(r'^ *"(.*)"$')


@dataclass(frozen=True)
class Line:
    """Words on one base line of a page, in drawing order; lengths in points from the top left corner."""

    words: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float


def bare(text: str) -> str:
    """Return the characters that are drawn for `text`, without any white space."""
    return "".join(drawn(text).split())


def tagged_text(pdf: bytes) -> list[str]:
    """Return the words of each structure element in the order of the structure tree; artifacts are not in it."""
    _run("pdfinfo", pdf=pdf)  # the file as it was written, of which poppler has nothing to say either
    printed = _run("pdfinfo", "-struct-text", pdf=_without_profile(pdf))
    return [match[1] for line in printed.splitlines() if (match := _QUOTED.match(line))]


def text_in_order(pdf: bytes) -> str:
    """Return all drawn characters in drawing order without white space, running heads and feet with them."""
    return "".join(_run("pdftotext", "-raw", pdf=pdf).split())


def pages(pdf: bytes) -> list[list[Line]]:
    """Return the lines of each page from top to bottom, without watermark, running head and foot."""
    out = []
    for page in _run("pdftotext", "-raw", "-bbox", pdf=pdf).split("<page ")[1:]:
        out.append(sorted(_lines(page), key=lambda line: line.top))
    return out


def _lines(page: str) -> Iterator[Line]:
    """Yield lines: words that share base line and size; the cells of a table row share their lines."""
    grouped: dict[tuple[float, float], list[tuple[float, float, str]]] = {}
    for match in _WORD.finditer(page):
        left, top, right, bottom = (float(match[index]) for index in range(1, 5))
        head_or_foot = bottom < style.MARGIN_TOP - 8 or top > style.PAGE_HEIGHT - style.MARGIN_BOTTOM + 8
        if bottom - top < _WATERMARK_HEIGHT and not head_or_foot:
            grouped.setdefault((round(top, 1), round(bottom, 1)), []).append((left, right, unescape(match[5])))
    for (top, bottom), found in grouped.items():
        yield Line(tuple(word for _, _, word in found), min(left for left, _, _ in found), top, max(right for _, right, _ in found), bottom)


def _without_profile(pdf: bytes) -> bytes:
    """Return the PDF without its colour profile, its pages and its structure as they are.

    Poppler draws the page once for each piece of marked content and works the profile out anew each time, which takes nine
    tenths of its time.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        del file.Root.OutputIntents
        file.save(out)
        assert not file.get_warnings()
    return out.getvalue()


def _run(program: str, *options: str, pdf: bytes) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "read.pdf"
        file.write_bytes(pdf)
        target = [] if program == "pdfinfo" else ["-"]
        command = [program, *options, "-enc", "UTF-8", str(file), *target]
        done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    assert not done.stderr, done.stderr
    return done.stdout
