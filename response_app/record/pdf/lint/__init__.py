"""Reads a finished PDF back and holds it against its document: what a validator does not see (record out).

Written apart from the writer, so that they do not share their mistakes: it shares with it the tree, and which
characters are drawn otherwise. `content` and `fonts` read the pages, `tree` the structure; `model` says what the
document's nodes want, `order` compares; `headings`, `links`, `furniture` and `metadata` hold the other promises.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from ...tree import Document
from . import model, order
from .content import read_pages
from .furniture import check_furniture, check_text
from .headings import check_headings, check_pictures, check_tables
from .links import check_links, read_annotations
from .metadata import check_metadata, check_nothing_else
from .tree import check_claims, read_tree

_MOST = 100


def lint(data: bytes, document: Document) -> list[str]:
    """Return what is wrong with the finished file, a plain sentence each; [] when nothing is.

    Args:
        data: the whole PDF.
        document: what it must say.
    """
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            found = list(dict.fromkeys(_problems(pdf, document)))
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # Whatever is not of the kind that its place asks for ends here; which one it is, a validator says.
        return [f"The PDF cannot be read back ({type(error).__name__})."]
    return found if len(found) <= _MOST else [*found[:_MOST], f"There are {len(found) - _MOST} more problems."]


def _problems(pdf: pikepdf.Pdf, document: Document) -> Iterator[str]:
    pages, fonts = read_pages(pdf)
    tree = read_tree(pdf)
    annotations, wrong_annotations = read_annotations(pdf)
    addresses = {key: each.address for key, each in annotations.items()}
    found = order.entries_of(tree.root, pages, addresses, document.language)
    yield from tree.problems
    for page in pages:
        yield from page.problems
    for font in fonts:
        yield from font.problems
    yield from order.compare(model.entries_of(document), found)
    yield from order.check_drawing(tree.root, pages)
    yield from check_claims(pdf, tree, pages)
    yield from check_headings(pdf, tree.elements, pages)
    yield from check_tables(tree.elements)
    yield from check_pictures(tree.elements, pages)
    yield from wrong_annotations
    yield from check_links(tree.elements, pages, annotations)
    yield from check_furniture(document, pages, found)
    yield from check_text(pages)
    yield from check_metadata(pdf, document)
    yield from check_nothing_else(pdf)
