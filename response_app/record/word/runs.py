"""Runs of a text in a Word paragraph: bold, italic, links, language, line breaks (record out)."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from ...domain.richtext import Run, Runs

_LINK = RGBColor(0x12, 0x48, 0x7C)


def add_runs(paragraph: Any, runs: Runs, language: str = "") -> None:
    """Put runs at the end of a paragraph; `language` is that of the paragraph, "" for that of the document."""
    at = 0
    while at < len(runs):
        end = at + 1
        while runs[at].link and end < len(runs) and runs[end].link == runs[at].link:
            end += 1
        into = _link(paragraph, runs[at].link) if runs[at].link else paragraph._p
        for run in runs[at:end]:
            _add(paragraph, into, run, run.language or language)
        at = end


def _link(paragraph: Any, address: str) -> Any:
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), relation)
    paragraph._p.append(made)
    return made


def _add(paragraph: Any, into: Any, run: Run, language: str) -> None:
    made = paragraph.add_run()
    made.text = run.text  # python-docx makes line breaks of "\n"
    made.bold, made.italic = run.bold or None, run.italic or None
    if run.link:
        made.font.underline, made.font.color.rgb = True, _LINK
    if language:
        set_language(made._r.get_or_add_rPr(), language)
    into.append(made._r)


def set_language(properties: Any, language: str) -> None:
    """Say in run properties which language the words are."""
    made = properties.find(qn("w:lang"))
    if made is None:
        made = OxmlElement("w:lang")
        properties.append(made)
    made.set(qn("w:val"), language)
