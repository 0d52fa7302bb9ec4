"""Writes a document as one file that is PDF/UA-1 and PDF/A-2a (record out)."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Name, ObjectStreamMode, Pdf

from ...errors import PdfRefused
from ..tree import Document
from .layout import Layout
from .lines import break_lines
from .metadata import write_metadata
from .page import draw_pages
from .structure import write_structure
from .tags import Recorder, unclaimed


def write_pdf(document: Document) -> bytes:
    """Return the finished file. The same document gives the same bytes, whenever and wherever.

    Raises:
        PdfRefused: something could not be drawn or tagged; nothing was written.
    """
    recorder = Recorder(break_lines)
    layout = Layout(recorder)
    layout.add(document)
    drawn = draw_pages(document, recorder, layout.flowables)
    empty = unclaimed(layout.root)
    if empty is not None:
        raise PdfRefused(f"The PDF could not be tagged: an element of type {empty.type} has nothing in it.")
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _remove_leftovers(pdf)
        write_structure(pdf, layout.root, recorder)
        write_metadata(pdf, document)
        out = BytesIO()
        # Metadata stays readable without a PDF library (ISO 19005-2, 6.6.2.1); the rest is compressed.
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True, min_version="1.7")
    return out.getvalue()


def _remove_leftovers(pdf: Pdf) -> None:
    """Take away what reportlab puts in every file: Helvetica in the resources, outline, page mode, identifier."""
    for page in pdf.pages:
        used = page.obj.Resources.get(Name.Font)
        if used is not None:
            for name in [name for name, font in used.items() if font.Subtype == Name.Type1]:
                del used[name]
    for key in (Name.Outlines, Name.PageMode):
        if key in pdf.Root:
            del pdf.Root[key]
    # Its identifier holds a time (SOURCE_DATE_EPOCH); without one, saving makes it from the content alone.
    del pdf.trailer["/ID"]
