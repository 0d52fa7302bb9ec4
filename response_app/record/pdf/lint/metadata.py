"""Metadata of the finished PDF, and that nothing in it acts, hides or leads outside (record out).

Clauses: XMP ISO 19005-2, 6.6; title and language ISO 14289-1, 7.1 and 7.2; output intent ISO 19005-2, 6.2.3;
actions 6.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf

from ...tree import Document

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_TITLE = f".//{{http://purl.org/dc/elements/1.1/}}title/{_RDF}Alt/{_RDF}li"
_LANGUAGE = f".//{{http://purl.org/dc/elements/1.1/}}language/{_RDF}Bag/{_RDF}li"
_PRODUCER = ".//{http://ns.adobe.com/pdf/1.3/}Producer"
_CLAIMS = {
    ".//{http://www.aiim.org/pdfua/ns/id/}part": "1",
    ".//{http://www.aiim.org/pdfa/ns/id/}part": "2",
    ".//{http://www.aiim.org/pdfa/ns/id/}conformance": "A",
}
# Whatever is not named here (actions, scripts, forms, attached files) has no place in the record.
_CATALOG = frozenset(
    f"/{name}"
    for name in "Type Pages PageMode Lang MarkInfo StructTreeRoot Outlines Metadata OutputIntents ViewerPreferences".split()  # noqa: SIM905
)
_PAGE = frozenset(["/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/StructParents", "/Tabs", "/Annots", "/Rotate", "/Trans"])
_RESOURCES = frozenset(["/Font", "/XObject", "/ProcSet"])
_VIEW = frozenset(["/DisplayDocTitle"])
_MARKS = frozenset(["/Marked"])


def check_metadata(pdf: pikepdf.Pdf, document: Document) -> Iterator[str]:
    """Titles, producer, language, what the file claims to conform to, output intent, tab order."""
    root = pdf.Root
    info = pdf.trailer.get("/Info", pikepdf.Dictionary())
    xmp = _xmp(pdf)
    titles = [xmp.findtext(_TITLE), str(info.get("/Title", ""))]
    if titles != [document.title] * 2:
        yield "The title in the metadata is not the record's title."
    if not document.title.strip():
        yield "The file has no title."
    if (xmp.findtext(_PRODUCER) or "") != str(info.get("/Producer", "")):
        yield "Metadata and document information name different producers."
    if any(xmp.findtext(path) != value for path, value in _CLAIMS.items()):
        yield "The metadata does not say that the file is PDF/UA-1 and PDF/A-2a."
    if str(root.get("/Lang", "")) != document.language:
        yield f"The language of the file is not {document.language}."
    if xmp.findtext(_LANGUAGE) != document.language:
        yield f"The language in the metadata is not {document.language}."
    if not root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked"):
        yield "The file does not say that it is tagged."
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle"):
        yield "The file does not ask for its title in the title bar."
    intents = [each.get("/DestOutputProfile", pikepdf.Dictionary()).get("/N") for each in root.get("/OutputIntents", ())]
    if intents != [3]:
        yield "The file does not say which RGB colours it means."
    for index, page in enumerate(pdf.pages, 1):
        if page.obj.get("/Tabs") != pikepdf.Name.S:
            yield f"Page {index}: the Tab key does not follow the reading order."


def _xmp(pdf: pikepdf.Pdf) -> ElementTree.Element:
    stream = pdf.Root.get("/Metadata")
    try:
        return ElementTree.fromstring(stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b"<none/>")
    except ElementTree.ParseError:
        return ElementTree.Element("none")


def check_nothing_else(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No script, action, form, attached file or external content; no encryption."""
    if pdf.is_encrypted:
        yield "The file is encrypted, which keeps assistive technology out."
    yield from _others("The file", pdf.Root, _CATALOG)
    yield from _others("The mark of a tagged file", pdf.Root.get("/MarkInfo", pikepdf.Dictionary()), _MARKS)
    yield from _others("The wished view of the file", pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()), _VIEW)
    for index, page in enumerate(pdf.pages, 1):
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        yield from _others(f"Page {index}", page.obj, _PAGE)
        yield from _others(f"Page {index}", resources, _RESOURCES)
        if int(page.obj.get("/Rotate", 0)) or page.obj.get("/Trans", pikepdf.Dictionary()).keys():
            yield f"Page {index}: the page is turned, or comes with an effect."
        pictures = resources.get("/XObject", pikepdf.Dictionary())
        if any("/F" in each for each in (page.obj.get("/Contents", pikepdf.Dictionary()), *(each for _, each in pictures.items()))):
            yield f"Page {index}: content lies in another file."


def _others(where: str, source: pikepdf.Object, known: frozenset[str]) -> Iterator[str]:
    others = set(source.keys()) - known
    if others:
        yield f"{where} has {', '.join(sorted(others))}, which the record does not use."
