"""Bullet and numbered lists of a Word file: each list has its own numbering, so that it begins at 1 (record out)."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ...domain.richtext import ListBlock
from .runs import add_runs

_INDENT_TWIPS = 425
_BULLETS = ("\u2022", "\u2013")
_NUMBERS = (("decimal", "%1."), ("lowerLetter", "%2."))


class Lists:
    """Adds lists to a Word file."""

    def __init__(self, out: Any) -> None:
        self._out = out
        self._numbering = out.part.numbering_part.element
        self._next = 1 + max((int(each.get(qn("w:abstractNumId"))) for each in self._numbering.findall(qn("w:abstractNum"))), default=0)

    def add(self, block: ListBlock, level: int = 0, number: int | None = None) -> None:
        """Add a list, and what is nested in it."""
        number = self._new(block.ordered) if number is None else number
        for item in block.items:
            for index, each in enumerate(item.paragraphs):
                paragraph = self._out.add_paragraph(style="List Paragraph")
                if index == 0:
                    _number(paragraph, number, level)
                else:
                    _indent(paragraph, level)
                add_runs(paragraph, each.runs, each.language)
            if item.nested:
                self.add(item.nested, level + 1, self._new(item.nested.ordered))

    def _new(self, ordered: bool) -> int:
        """Define one list; return its number."""
        at, self._next = self._next, self._next + 1
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), str(at))
        _child(abstract, "w:multiLevelType", "multilevel")
        for level in range(2):
            abstract.append(_level(level, ordered))
        # The definitions come before the lists that use them.
        first = self._numbering.find(qn("w:num"))
        if first is None:
            self._numbering.append(abstract)
        else:
            first.addprevious(abstract)
        made = self._numbering.add_num(at)
        return int(made.numId)


def _level(level: int, ordered: bool) -> Any:
    made = OxmlElement("w:lvl")
    made.set(qn("w:ilvl"), str(level))
    _child(made, "w:start", "1")
    kind, words = _NUMBERS[level] if ordered else ("bullet", _BULLETS[level])
    _child(made, "w:numFmt", kind)
    _child(made, "w:lvlText", words)
    _child(made, "w:lvlJc", "left")
    properties = OxmlElement("w:pPr")
    indent = OxmlElement("w:ind")
    indent.set(qn("w:left"), str(_INDENT_TWIPS * (level + 1)))
    indent.set(qn("w:hanging"), str(_INDENT_TWIPS))
    properties.append(indent)
    made.append(properties)
    return made


def _child(parent: Any, tag: str, value: str) -> None:
    made = OxmlElement(tag)
    made.set(qn("w:val"), value)
    parent.append(made)


def _number(paragraph: Any, number: int, level: int) -> None:
    made = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    made.get_or_add_ilvl().val = level
    made.get_or_add_numId().val = number


def _indent(paragraph: Any, level: int) -> None:
    indent = OxmlElement("w:ind")
    indent.set(qn("w:left"), str(_INDENT_TWIPS * (level + 1)))
    paragraph._p.get_or_add_pPr().append(indent)
