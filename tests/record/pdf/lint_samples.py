"""Documents for the tests of the linter, and ways to spoil a finished PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
from PIL import Image

from response_app.domain.richtext import ListBlock, ListItem, Quotation, Run, Runs
from response_app.domain.richtext import Paragraph as TextParagraph
from response_app.record import lint_pdf, write_pdf
from response_app.record.tree import Document, Figure, Heading, Node, Paragraph, Role, Table

WORDS = "Local teams lead the response but are often moved to other duties, so they rarely have time for this work. "
ADDRESS = "https://example.org/report"
ALT = "The commissioner\u2019s badge"


def runs(text: str, **attributes: object) -> Runs:
    """Return a text of one run."""
    return (Run(text, **attributes),)  # type: ignore[arg-type]


def item(text: str, nested: ListBlock | None = None) -> ListItem:
    """Return an item of one paragraph."""
    return ListItem((TextParagraph(runs(text)),), nested)


def picture() -> bytes:
    """Return a small logo with a transparent corner, as PNG."""
    image = Image.new("RGBA", (60, 30), (20, 60, 120, 255))
    image.putpixel((0, 0), (0, 0, 0, 0))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


NODES: tuple[Node, ...] = (
    Figure(picture(), ALT),
    Heading(1, runs("Response record")),
    Paragraph(runs("An inspection of the regional response"), Role.SUBTITLE),
    Table((), ((runs("Force"), runs("Exampleshire Police")), (runs("Grade"), runs("Requires improvement"))), (1, 2)),
    Heading(2, runs("Summary of inspection")),
    Paragraph((Run("See "), Run("the report", link=ADDRESS), Run(" and "), Run("bold", bold=True), Run(" words."))),
    Paragraph((Run("The motto is "), Run("ŵyl a ŷd", language="cy-GB", italic=True), Run(" in Welsh."))),
    Paragraph(runs("Mae hyn yn Gymraeg."), language="cy-GB"),
    Heading(3, runs("A finding in more words than one")),
    ListBlock(False, (item("First item"), item("Second item", ListBlock(True, (item("Nested one"), item("Nested two")))))),
    Quotation((TextParagraph(runs(WORDS)), TextParagraph(runs("Quoted again."))), runs("A. Example")),
    Heading(4, runs("What was done")),
    Table(
        (runs("Number"), runs("Recommendation"), runs("Reason")),
        tuple((runs(str(number)), runs(WORDS), runs("Made to another force")) for number in range(1, 41)),
    ),
    Heading(2, runs("Overall comments")),
    *(Paragraph(runs(WORDS * 5)) for _ in range(9)),
    Paragraph((Run("Before it. "), Run(WORDS * 50, link="https://example.org/long"), Run("After it."))),
)
FINAL = Document("Exampleshire Police: response", "Exampleshire \u00b7 Response", "1.0", "en-GB", False, "", NODES)
NOTICE = Paragraph(runs("Draft, not for publication. OFFICIAL-SENSITIVE."), Role.NOTICE)
DRAFT = replace(FINAL, title="Draft: a response", draft=True, marking="OFFICIAL-SENSITIVE", nodes=(NOTICE, *NODES))


@cache
def written(document: Document) -> bytes:
    """Return the PDF of a document; drawn once."""
    return write_pdf(document)


def spoilt(document: Document, spoil: Callable[[pikepdf.Pdf], object]) -> list[str]:
    """Return what the linter says after `spoil` changed the finished PDF of `document`."""
    with pikepdf.open(BytesIO(written(document))) as pdf:
        spoil(pdf)
        out = BytesIO()
        pdf.save(out, fix_metadata_version=False)  # otherwise pikepdf mends broken metadata
    return lint_pdf(out.getvalue(), document)


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """Return the structure elements of a type, in reading order."""
    return [each for each in _below(pdf.Root.StructTreeRoot.K) if str(each.S) == f"/{kind}"]


def _below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.K if isinstance(element.K, pikepdf.Array) else [element.K]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _below(kid)


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return all annotations, page by page."""
    return [each for page in pdf.pages for each in page.obj.get("/Annots", ())]


def edit(pdf: pikepdf.Pdf, page: int, pattern: bytes, new: bytes) -> None:
    """Replace the first match of a pattern in the content of a page (from 0); there must be one."""
    contents = pdf.pages[page].obj.Contents
    data, count = re.subn(pattern, new, contents.read_bytes(), count=1, flags=re.DOTALL)
    assert count == 1, pattern
    contents.write(data)
