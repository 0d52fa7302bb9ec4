"""The picture that some reports show their grades in, which leaves no words."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

_GRADES = (("Good", "Investigating crime"), ("Adequate", "Responding to the public"), ("Inadequate", "Managing offenders"))


def grades_picture() -> bytes:
    """Return a small PNG with three coloured bars and grades drawn on them."""
    picture = Image.new("RGB", (420, 120), "white")
    draw = ImageDraw.Draw(picture)
    for row, (grade, area) in enumerate(_GRADES):
        draw.rectangle((4, 4 + row * 38, 130, 36 + row * 38), fill=("#1b6e3b", "#7a9a01", "#a3141c")[row])
        draw.text((12, 14 + row * 38), grade, fill="white")
        draw.text((144, 14 + row * 38), area, fill="black")
    buffer = io.BytesIO()
    picture.quantize(8).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
