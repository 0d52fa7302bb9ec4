"""Sizes, colours and spaces of the record on paper (record out).

Text is 12 pt and nothing smaller but the running head and foot; every colour has a contrast of
at least 4.5:1 on its ground. Lengths are in points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89  # A4
MARGIN_X = 51.0
MARGIN_TOP = 54.0
MARGIN_BOTTOM = 58.0
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN_X
TEXT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM

Colour = tuple[float, float, float]


def _colour(hexadecimal: str) -> Colour:
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return round(red, 4), round(green, 4), round(blue, 4)


INK = _colour("14202e")
HEADING_BLUE = _colour("17487a")
LINK_BLUE = _colour("17487a")
QUIET = _colour("51606f")
NOTICE_RED = _colour("9b1c1c")
RULE = _colour("d5d9df")
BORDER = _colour("b9c3ce")
HEADER_GROUND = _colour("f1f4f8")
WATERMARK = _colour("eceff3")
QUOTE_BAR = _colour("b9c3ce")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a block of text looks.

    Attributes:
        size, leading: font size and distance of base lines.
        before, after: space above and below; of two that meet the larger counts.
        bold: whether plain runs are bold.
        colour: of the text.
        indent: distance from the left margin.
        bar: whether a bar stands at the left, as beside a quotation.
    """

    size: float = 12
    leading: float = 17
    before: float = 0
    after: float = 7
    bold: bool = False
    colour: Colour = INK
    indent: float = 0
    bar: bool = False

    def indented(self, by: float) -> TextStyle:
        """Return the style further to the right."""
        return replace(self, indent=self.indent + by)


BODY = TextStyle()
ITEM = TextStyle(after=2.5)
SUBTITLE = TextStyle(14, 19, before=2, after=5, bold=True)
META = TextStyle(colour=QUIET, after=3)
NOTICE = TextStyle(bold=True, colour=NOTICE_RED, after=8)
DETAIL = TextStyle(colour=QUIET)
IMPRINT = TextStyle(colour=QUIET, before=3, after=5)
ABOVE_IMPRINT = 22.0
CELL = TextStyle(after=0)
CELL_HEADER = TextStyle(after=0, bold=True)
QUOTATION = TextStyle(indent=18, bar=True, after=6)
HEADINGS = {
    1: TextStyle(22, 27, before=0, after=3, bold=True),
    2: TextStyle(16, 21, before=19, after=5, bold=True, colour=HEADING_BLUE),
    3: TextStyle(13, 18, before=11, after=4, bold=True),
    4: TextStyle(12, 17, before=8, after=2, bold=True, colour=HEADING_BLUE),
    5: TextStyle(12, 17, before=7, after=2, bold=True),
    6: TextStyle(12, 17, before=6, after=2, bold=True, colour=QUIET),
}
FURNITURE_SIZE = 9.0
LIST_INDENT = 18.0
LABEL_GAP = 6.0
CELL_PADDING = 7.0
