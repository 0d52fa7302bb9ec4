"""Good to look at: no stranded line or heading at any place of the page break, and nothing beyond the margins.

Each text is made of words that name it (`p12_3` is the third word of paragraph 12), so that the lines read back from
the PDF say what they belong to. The same blocks are pushed down line by line, so that every block meets the page break.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from response_app.domain.richtext import ListBlock, ListItem, Quotation, Run, Runs
from response_app.domain.richtext import Paragraph as TextParagraph
from response_app.record import write_pdf
from response_app.record.pdf import style
from response_app.record.tree import Document, Heading, Node, Paragraph, Role, Table

from .reading import Line, needs_poppler, pages

pytestmark = needs_poppler

VARIANTS = 60
_TAG = re.compile(r"([a-z]+\d+)_\d+")
_WORDS_A_LINE = 8


class Blocks:
    """Makes blocks whose words name them."""

    def __init__(self) -> None:
        self.random = Random(7)
        self.nodes: list[Node] = []

    def runs(self, kind: str, lines: int) -> Runs:
        """Return the words of a new text of about so many lines."""
        number = sum(1 for _ in self.nodes) * 100 + self.random.randrange(100)
        tag = f"{kind}{number}"
        return (Run(" ".join(f"{tag}_{index}" for index in range(max(1, lines * _WORDS_A_LINE - 2)))),)

    def heading(self, level: int, lines: int = 1) -> None:
        """Add a heading."""
        self.nodes.append(Heading(level, self.runs("h", lines)))

    def paragraph(self, lines: int, role: Role = Role.BODY) -> None:
        """Add a paragraph."""
        self.nodes.append(Paragraph(self.runs("p", lines), role))

    def items(self, *lines: int) -> None:
        """Add a list with an item of each of these lengths, the second with a list below it."""
        nested = ListBlock(True, (ListItem((TextParagraph(self.runs("n", 5)),)),))
        made = [
            ListItem((TextParagraph(self.runs(f"i{'abcdefgh'[at]}", count)),), nested if at == 1 else None)
            for at, count in enumerate(lines)
        ]
        self.nodes.append(ListBlock(False, tuple(made)))

    def quotation(self, *lines: int) -> None:
        """Add a quotation; who said it belongs to its last paragraph, whose last line it may take along."""
        made = tuple(TextParagraph(self.runs(f"q{'abcdefgh'[at]}", count)) for at, count in enumerate(lines))
        tag = made[-1].runs[0].text.partition("_")[0]
        self.nodes.append(Quotation(made, (Run(f"{tag}_1001 {tag}_1002"),)))


def flow() -> list[Node]:
    """Return headings of all levels, paragraphs of one to nine lines, lists and quotations, about six pages."""
    blocks = Blocks()
    for turn in range(6):
        blocks.heading(2, 1 + turn % 2)
        blocks.paragraph(1 + 2 * turn % 9)
        blocks.heading(3, 1 + turn % 3)
        if turn % 2:
            blocks.heading(4)
        blocks.paragraph(9 - turn)
        blocks.items(1 + turn % 4, 4, 2)
        blocks.paragraph(1, Role.DETAIL)
        blocks.heading(3)
        blocks.items(3, 1)
        blocks.quotation(2 + turn % 5, 4)
        blocks.heading(4)
        blocks.paragraph(2 + turn % 3)
    return blocks.nodes


def drawn_pages(nodes: list[Node], push: int) -> list[list[Line]]:
    """Return the lines of each page of these nodes, pushed down by so many lines."""
    pushed = Paragraph((Run("\n".join(["push"] * (push + 1))),))
    document = Document("Title", "Title", "1.0", "en-GB", False, "", (Heading(1, (Run("Title"),)), pushed, *nodes))
    return pages(write_pdf(document))


def tags(line: Line) -> list[str]:
    """Return the names of the texts that have words on the line, in drawing order."""
    return list(dict.fromkeys(match[1] for word in line.words if (match := _TAG.match(word))))


@pytest.mark.parametrize("push", range(VARIANTS))
def test_nothing_is_stranded_wherever_the_page_breaks(push: int) -> None:
    """Nor does what moves to the next page together leave a wide gap."""
    found = drawn_pages(flow(), push)
    assert len(found) > 4
    defects = stranded_lines(found) + stranded_headings(found)
    foot = style.PAGE_HEIGHT - style.MARGIN_BOTTOM
    defects += [
        f"page {number} ends {foot - page[-1].bottom:.0f} points early"
        for number, page in enumerate(found[:-1], 1)
        if foot - page[-1].bottom > 200
    ]
    defects += [f"page {number}: {line.words} beyond the margins" for number, page in enumerate(found) for line in page if beyond(line)]
    assert defects == []


def stranded_lines(found: list[list[Line]]) -> list[str]:
    """Name the texts of which a single line stands alone on a page, and the short ones that are divided at all."""
    by_page = [Counter(tag for line in page for tag in tags(line)) for page in found]
    total = sum(by_page, Counter[str]())
    parts = {tag: [counts[tag] for counts in by_page if counts[tag]] for tag in total}
    return [f"{tag} stands as {each}" for tag, each in parts.items() if len(each) > 1 and (min(each) < 2 or total[tag] < 4)]


def stranded_headings(found: list[list[Line]]) -> list[str]:
    """Name the headings that are divided, and those below which the page has no two lines (or all) of what they head."""
    out = []
    for number, page in enumerate(found):
        last = tags(page[-1])
        if last and last[0].startswith("h"):
            out.append(f"heading {last[0]} is the last thing of page {number + 1}")
        first = tags(page[0])
        before = [tag for line in found[number - 1] for tag in tags(line)] if number else []
        if first and first[0].startswith("h") and first[0] in before:
            out.append(f"heading {first[0]} is divided")
    return out


def beyond(line: Line) -> bool:
    """Tell whether a line stands outside the frame of the page."""
    return not (
        line.left >= style.MARGIN_X - 0.1
        and line.right <= style.PAGE_WIDTH - style.MARGIN_X + 0.1
        and line.top >= style.MARGIN_TOP - 4
        and line.bottom <= style.PAGE_HEIGHT - style.MARGIN_BOTTOM + 2
    )


def table(rows: int) -> Table:
    """Return a table with rows of one to three lines and one of about 25."""
    blocks = Blocks()
    made = []
    for row in range(rows):
        blocks.paragraph(1)  # the next text gets another number
        made.append(((Run(f"row{row}"),), blocks.runs("t", 20 if row == rows // 2 else row % 3 + 1)))
    return Table(((Run("column_one"),), (Run("column_two"),)), tuple(made), (0.2, 0.8))


@pytest.mark.parametrize("push", range(0, VARIANTS, 2))
def test_a_table_breaks_between_rows_and_repeats_its_header(push: int) -> None:
    found = drawn_pages([table(40)], push)
    with_rows = [page for page in found if any(tags(line) for line in page)]
    assert len(with_rows) > 2
    defects = stranded_lines(with_rows) + divided_short_rows(with_rows)
    for page in found:
        names = [line.words[0] for line in page if tags(line) or line.words[0] == "column_one"]
        if names and (names[0] != "column_one" or names.count("column_one") != 1 or len(names) < 2):
            defects.append(f"a page of the table starts with {names[:3]}")
    defects += [str(line) for page in found for line in page if beyond(line)]
    assert defects == []


def divided_short_rows(found: list[list[Line]]) -> list[str]:
    """Name the cells of few lines that stand on more than one page."""
    by_page = [Counter(tag for line in page for tag in tags(line)) for page in found]
    total = sum(by_page, Counter[str]())
    return [f"{tag} is divided" for tag, count in total.items() if count < 10 and sum(tag in counts for counts in by_page) > 1]


def test_lines_stand_in_even_steps() -> None:
    """Within a paragraph every line is one leading below the other, on every page."""
    for page in drawn_pages([Paragraph((Run(" ".join(f"p1_{n}" for n in range(900))),))], 3):
        own = [line for line in page if tags(line)]
        assert {round(after.top - before.top, 1) for before, after in pairwise(own)} <= {style.BODY.leading}


@pytest.mark.parametrize("colour", ["INK", "HEADING_BLUE", "LINK_BLUE", "QUIET", "NOTICE_RED"])
@pytest.mark.parametrize("ground", [(1.0, 1.0, 1.0), style.HEADER_GROUND, style.WATERMARK])
def test_every_colour_of_text_has_contrast_enough(colour: str, ground: style.Colour) -> None:
    """At least 4.5:1 on white, on the ground of header cells and over the watermark (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((luminance(ground), luminance(getattr(style, colour))), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour: style.Colour) -> float:
    """Return the relative luminance of an sRGB colour (WCAG 2.2)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_is_12_points_and_nothing_smaller() -> None:
    looks = [style.BODY, style.ITEM, style.SUBTITLE, style.META, style.NOTICE, style.DETAIL, style.IMPRINT, style.CELL, style.QUOTATION]
    assert min(each.size for each in [*looks, style.CELL_HEADER, *style.HEADINGS.values()]) >= 12


@pytest.mark.parametrize("lines", [16, 18, 20, 22])
def test_a_divided_row_leaves_no_single_line(lines: int) -> None:
    """On neither page, wherever the page ends."""
    words = " ".join(f"t1_{index}" for index in range(lines * 9))
    row = Table(((Run("column_one"),), (Run("column_two"),)), (((Run("row"),), (Run(words),)),), (0.2, 0.8))
    defects = [each for push in range(18, 42, 2) for each in stranded_lines(drawn_pages([row], push))]
    assert defects == []
