"""Pages that are crowded with words: the time grows with the words, not with their square."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from response_app.intake.pdf_reader import read

FEW, MANY = 2_400, 9_600
MOST = 9
"""Times as long for four times as many; the square would be sixteen."""

LAYOUTS: dict[str, Callable[[int, random.Random], tuple[str, float]]] = {
    "numbers": lambda at, chance: (str(at), 4),
    "bullets": lambda at, chance: ("•" if at % 2 else "word", 4),
}


def page(layout: str, count: int) -> bytes:
    """Return a PDF of one page with words all over it."""
    chance = random.Random(5)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800))
    for at in range(count):
        text, size = LAYOUTS[layout](at, chance)
        canvas.setFont("Helvetica", size)
        canvas.drawString(chance.uniform(0, 580), chance.uniform(5, 795), text)
    canvas.save()
    return buffer.getvalue()


def seconds(data: bytes) -> float:
    """Return the least processor time of three readings."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        read(data)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_four_times_the_words_take_not_much_more_than_four_times_as_long(layout: str) -> None:
    """What looks at every pair of words would take sixteen times as long."""
    assert seconds(page(layout, MANY)) < MOST * seconds(page(layout, FEW))
