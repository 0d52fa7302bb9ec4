"""Makes srgb.icc, the colour profile that every PDF names as its output intent (record out).

Run `python -m resources.make_srgb` to write the file anew; the same bytes come out every time, because the
date in them is fixed. An ICC profile of version 2.1 (described in ICC.1:2001-04), a matrix and one curve: the primaries
and the curve of sRGB (IEC 61966-2-1), adapted from D65 to D50 by the Bradford method.
"""

from __future__ import annotations

import struct
from pathlib import Path

from response_app.atomic_io import write_bytes

CURVE_ENTRIES = 256
"""One entry for each level of an eight-bit colour, so that a level is looked up and never interpolated."""

_DESCRIPTION = "sRGB (IEC 61966-2-1)"
_COPYRIGHT = "CC0 1.0, no rights reserved"
_DATE = (2024, 1, 1, 0, 0, 0)
_VERSION = 0x02100000
# D50 in s15Fixed16 units as the header has to have it; a tag repeats it as the white point.
_D50 = (0xF6D6, 0x10000, 0xD32D)

_WHITE = (0.3127, 0.3290)
_PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))

_Vector = tuple[float, ...]
_Matrix = tuple[_Vector, ...]


def linear(value: float) -> float:
    """Return the light, 0 to 1, of an sRGB value, 0 to 1 (IEC 61966-2-1, 5.2)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def profile() -> bytes:
    """Return the bytes of the profile."""
    red, green, blue = _colorants()
    curve = _curve()
    tags = (
        ("desc", _text_description(_DESCRIPTION)),
        ("cprt", b"text\0\0\0\0" + _COPYRIGHT.encode("ascii") + b"\0"),
        ("wtpt", _xyz(_D50)),
        ("rXYZ", _xyz(red)),
        ("gXYZ", _xyz(green)),
        ("bXYZ", _xyz(blue)),
        ("rTRC", curve),
        ("gTRC", curve),
        ("bTRC", curve),
    )
    return _assembled(tags)


def main() -> None:
    """Write srgb.icc beside this script."""
    write_bytes(Path(__file__).with_name("srgb.icc"), profile())


def _assembled(tags: tuple[tuple[str, bytes], ...]) -> bytes:
    """Header, table of tags, tags on four-byte boundaries; equal tags are stored once."""
    start = 128 + 4 + 12 * len(tags)
    table, body = b"", b""
    offsets: dict[bytes, int] = {}
    for name, data in tags:
        if data not in offsets:
            offsets[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += name.encode("ascii") + struct.pack(">2I", offsets[data], len(data))
    return _header(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    first = struct.pack(">I4xI4s4s4s6H4s", size, _VERSION, b"mntr", b"RGB ", b"XYZ ", *_DATE, b"acsp")
    # Platform, flags, maker, model and attributes say nothing, and the intent is perceptual: zeros.
    return (first + bytes(28) + struct.pack(">3I", *_D50)).ljust(128, b"\0")


def _text_description(text: str) -> bytes:
    """The plain text, with the Unicode and Macintosh forms left empty."""
    plain = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(plain)) + plain + bytes(4 + 4 + 2 + 1 + 67)


def _xyz(units: tuple[int, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *units)


def _curve() -> bytes:
    levels = [round(65535 * linear(index / (CURVE_ENTRIES - 1))) for index in range(CURVE_ENTRIES)]
    return b"curv\0\0\0\0" + struct.pack(f">I{CURVE_ENTRIES}H", CURVE_ENTRIES, *levels)


def _colorants() -> list[tuple[int, ...]]:
    """XYZ of red, green and blue seen under D50, in s15Fixed16 units; together they are D50 to the last unit."""
    white = _from_xy(_WHITE)
    primaries = _transposed(tuple(map(_from_xy, _PRIMARIES)))
    strength = _times(_inverse(primaries), white)
    adapt = _adaptation(white, tuple(unit / 65536 for unit in _D50))
    red, green, blue = (
        tuple(round(65536 * part) for part in _times(adapt, tuple(factor * each for each in _from_xy(xy))))
        for factor, xy in zip(strength, _PRIMARIES, strict=True)
    )
    # The rounding of three numbers can miss their sum by a unit; green, the largest but for blue's Z, takes it up.
    green = tuple(total - r - b for total, r, b in zip(_D50, red, blue, strict=True))
    return [red, green, blue]


def _adaptation(source: _Vector, wanted: _Vector) -> _Matrix:
    """The matrix that turns colours seen under `source` into those seen under `wanted` (Bradford)."""
    gains = [after / before for before, after in zip(_times(_BRADFORD, source), _times(_BRADFORD, wanted), strict=True)]
    scaled = tuple(tuple(gain * part for part in row) for gain, row in zip(gains, _BRADFORD, strict=True))
    columns = _transposed(scaled)
    return _transposed(tuple(_times(_inverse(_BRADFORD), column) for column in columns))


def _from_xy(xy: tuple[float, float]) -> _Vector:
    x, y = xy
    return x / y, 1.0, (1 - x - y) / y


def _times(matrix: _Matrix, vector: _Vector) -> _Vector:
    return tuple(sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)


def _transposed(matrix: _Matrix) -> _Matrix:
    return tuple(zip(*matrix, strict=True))


def _inverse(matrix: _Matrix) -> _Matrix:
    """By cofactors: the rows of the inverse are cross products of the columns, over the determinant."""
    a, b, c = _transposed(matrix)
    rows = (_cross(b, c), _cross(c, a), _cross(a, b))
    determinant = sum(p * q for p, q in zip(a, rows[0], strict=True))
    return tuple(tuple(part / determinant for part in row) for row in rows)


def _cross(p: _Vector, q: _Vector) -> _Vector:
    return p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]


if __name__ == "__main__":
    main()
