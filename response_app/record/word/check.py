"""Reads a finished Word file back and holds it against its document (record out)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document as read_file
from docx.oxml.ns import qn

from ..tree import Document, Heading, Table
from ..words import characters, squeezed, words_of


def problems_of(data: bytes, document: Document) -> list[str]:
    """Return what is wrong with a finished Word file, a plain sentence each; [] when nothing is."""
    try:
        file = read_file(BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        return [f"The Word file cannot be read back ({type(error).__name__})."]
    return [*_words(file, document), *_structure(file, document), *_about(file, document)]


def _words(file: Any, document: Document) -> Iterator[str]:
    found = tuple(line for each in file.element.body.iter(qn("w:p")) if (line := squeezed(_line(each))))
    if found != words_of(document):
        yield "The words of the Word file are not those of the record."


def _line(paragraph: Any) -> str:
    parts = []
    for each in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("wp:docPr")):
        if each.tag == qn("w:t"):
            parts.append(each.text or "")
        else:
            parts.append(each.get("descr") or "" if each.tag == qn("wp:docPr") else " ")
    return "".join(parts)


def _structure(file: Any, document: Document) -> Iterator[str]:
    found = [(int(each.style.name[-1]), squeezed(_line(each._p))) for each in file.paragraphs if each.style.name.startswith("Heading ")]
    if found != [(each.level, squeezed(characters(each.runs))) for each in document.nodes if isinstance(each, Heading)]:
        yield "The headings of the Word file are not those of the record."
    heads = [table._tbl.find(f".//{qn('w:tblHeader')}") is not None for table in file.tables]
    if heads != [bool(each.header) for each in document.nodes if isinstance(each, Table)]:
        yield "A table of the Word file lacks its header row, or has one too many."


def _about(file: Any, document: Document) -> Iterator[str]:
    language = file.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if file.core_properties.title != document.title or language is None or language.get(qn("w:val")) != document.language:
        yield "The Word file has another title or language than the record."
