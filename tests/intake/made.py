"""Files made for the tests of the readers: Word and Excel packages part by part, and files that are broken at random."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping

from response_app.intake.lines import Line, LineKind, Reading

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="urn:example:shape"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def relations(targets: Mapping[str, str]) -> str:
    """Return a part of relationships: kind to target."""
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def docx(body: str, *, styles: str = "", numbering: str = "", footnotes: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file with this XML inside its body, styles, numbering and footnotes."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations({"styles": "styles.xml", "numbering": "numbering.xml", "footnotes": "footnotes.xml"}),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{footnotes}</w:footnotes>",
    }
    return zipped(parts | dict(more or {}))


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a Word paragraph with one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def broken(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yield a file broken in as many ways: bytes changed, cut out, doubled, swapped, cut off, noise put in."""
    chance = random.Random(seed)
    for _ in range(count):
        out = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 5, 20))):
            at, length = chance.randrange(len(out) + 1), chance.choice((1, 2, 8, 64))
            match chance.randrange(6):
                case 0:
                    out[at : at + length] = chance.randbytes(length)
                case 1:
                    del out[at : at + length]
                case 2:
                    out[at:at] = out[at : at + length] * chance.choice((1, 3))
                case 3:
                    out[at:at] = chance.choice(
                        (b"<", b">", b"\0", b"\xff\xfe", b"</div>", b"<table>", b'"', b"\t", b"&#55555;", b"\r", b"\x0c")
                    )
                case 4:
                    other = chance.randrange(len(out) + 1)
                    out[at : at + length], out[other : other + length] = out[other : other + length], out[at : at + length]
                case 5 if chance.random() < 0.2:
                    del out[at:]
        yield bytes(out)


def broken_parts(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yield a zip file, as often, with one part broken inside, so that the package itself is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chance = random.Random(seed)
    for at in range(count):
        name = chance.choice([name for name in parts if parts[name]])
        yield zipped(parts | {name: next(broken(parts[name], 1, seed + at))})


def texts(reading: Reading, *kinds: LineKind) -> list[str]:
    """Return the words of the lines of these kinds, of all but furniture when none is named."""
    return [line.text for line in reading.lines if (line.kind in kinds if kinds else line.kind is not LineKind.FURNITURE)]


def look(line: Line) -> tuple[str, int, str, str]:
    """Return what a line is: kind, level, mark and words."""
    return (line.kind.value, line.level, line.marker, line.text)


def is_sane(reading: Reading) -> bool:
    """Say whether a reading holds what `lines.py` promises of every line."""
    for line in reading.lines:
        whole = line.text == " ".join(line.text.split()) and not any(unicodedata.category(each) in ("Cc", "Cs") for each in line.text)
        row = line.kind is not LineKind.ROW or bool(line.cells)
        if not (whole and row and line.text and line.number > 0 and line.level >= 0):
            return False
    numbers = [line.number for line in reading.lines]
    return numbers == sorted(numbers)
