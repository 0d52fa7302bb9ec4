"""Report in: what a Word file says outside its text, the styles of paragraphs and the marks of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .marks import bullet_of, counted

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY_TEXT = 9
_HEADING_NAMES = re.compile(
    r"(?:heading|überschrift|titre|pennawd|rubrik|overskrift|kop|título|titolo|nagłówek|otsikko) ?([1-9])", re.IGNORECASE
)
_BULLET_NAMES = re.compile(r"list bullet ?([2-9])?", re.IGNORECASE)
_LIST_NAMES = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)
_CONTENTS_NAMES = re.compile(r"(?:toc|contents|table of figures|verzeichnis|cynnwys) ?\d?", re.IGNORECASE)
_FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_DEEPEST = 8


def name_of(element: _Element) -> str:
    """Return an element's name without its namespace, which differs between the two kinds of .docx; "" for no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first child of that name, and of it the next, None where there is none."""
    for name in path:
        element = next((each for each in element if name_of(each) == name), None) if element is not None else None
    return element


def value(element: _Element | None, name: str = "val") -> str:
    """Return an attribute by its name without namespace, "" when it is not there."""
    if element is None:
        return ""
    return next((str(said) for key, said in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def number(text: str, otherwise: int = 0) -> int:
    """Return a whole number of at most six figures as Word writes it, and what is to be taken when it is none."""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text, re.ASCII) else otherwise


def is_on(element: _Element | None) -> bool | None:
    """Say whether a switch such as `w:b` is on; None when it does not stand there."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph, or characters, look like and are.

    Attributes:
        outline: level of a heading from 1, 0 for other text.
        listed: whose number list and which level (from 0) its paragraphs are items of; ("", 0) of none.
        bullet: level of a bullet list without a number list, from 1; 0 when it is none.
        nested: level that the name of a list style says ("List Number 2"), 0 when it says none.
        contents: whether it is of a contents list.
        hidden, bold, size: of the characters; points, 0 when not said.
    """

    outline: int = 0
    listed: tuple[str, int] = ("", 0)
    bullet: int = 0
    nested: int = 0
    contents: bool = False
    hidden: bool = False
    bold: bool = False
    size: float = 0.0

    def with_characters(self, properties: _Element | None) -> Style:
        """Return the style with what a `w:rPr` says."""
        if properties is None or not len(properties):
            return self
        hidden, bold = is_on(child(properties, "vanish")), is_on(child(properties, "b"))
        size = number(value(child(properties, "sz"))) / 2
        return replace(
            self, hidden=self.hidden if hidden is None else hidden, bold=self.bold if bold is None else bold, size=size or self.size
        )


class Styles:
    """The styles of a Word file, each with what it takes over from the style that it is based on."""

    def __init__(self, root: _Element | None) -> None:
        """Take the root of styles.xml, None for a file without."""
        self._elements = {value(each, "styleId"): each for each in (() if root is None else root) if name_of(each) == "style"}
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._plain = Style().with_characters(defaults)
        self._known: dict[str, Style] = {}
        self.usual = next((key for key, each in self._elements.items() if _is_usual(each)), "")

    def of(self, name: str) -> Style:
        """Return a style by its id; plain text for one that is not there."""
        if name not in self._known:
            chain: list[str] = []
            while name in self._elements and name not in chain:
                chain.append(name)
                name = value(child(self._elements[name], "basedOn"))
            style = self._plain
            for each in reversed(chain):
                style = self._known[each] = _based(self._elements[each], style)
            self._known.setdefault(name, style)
            return self._known[chain[0]] if chain else style
        return self._known[name]


def _is_usual(element: _Element) -> bool:
    return value(element, "type") == "paragraph" and value(element, "default") in ("1", "true")


def _based(element: _Element, below: Style) -> Style:
    """Return what a style is, given the one that it is based on."""
    style = below.with_characters(child(element, "rPr"))
    name = value(child(element, "name")).strip()
    paragraph = child(element, "pPr")
    outline = child(paragraph, "outlineLvl")
    if outline is not None:
        level = number(value(outline), _BODY_TEXT)
        style = replace(style, outline=level + 1 if 0 <= level < _BODY_TEXT else 0)
    elif heading := _HEADING_NAMES.fullmatch(name):
        style = replace(style, outline=int(heading[1]))
    elif name.casefold() == "title":
        style = replace(style, outline=1)
    listed = child(paragraph, "numPr")
    if listed is not None:
        said = value(child(listed, "numId"))
        style = replace(style, listed=(said or style.listed[0], number(value(child(listed, "ilvl")))))
    if bullet := _BULLET_NAMES.fullmatch(name):
        style = replace(style, bullet=int(bullet[1] or 1))
    if nested := _LIST_NAMES.fullmatch(name):
        style = replace(style, nested=int(nested[1]))
    return replace(style, contents=True) if _CONTENTS_NAMES.fullmatch(name) else style


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: how it counts and what is written."""

    count: str = "decimal"
    written: str = ""
    start: int = 1
    style: str = ""
    figures: bool = False


class Numbering:
    """The lists of a Word file; it counts their items in the order in which they are asked for."""

    def __init__(self, root: _Element | None) -> None:
        """Take the root of numbering.xml, None for a file without."""
        children = [] if root is None else list(root)
        kinds = {value(each, "abstractNumId"): each for each in children if name_of(each) == "abstractNum"}
        linked = {value(child(each, "styleLink")): key for key, each in kinds.items() if child(each, "styleLink") is not None}
        self._of: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._fresh: dict[str, dict[int, int]] = {}
        for each in children:
            if name_of(each) == "num":
                kind = value(child(each, "abstractNumId"))
                kind = linked.get(value(child(kinds.get(kind), "numStyleLink")), kind)
                self._take(each, kind, kinds.get(kind))
        self._counts: dict[str, list[int]] = {}

    def level_of(self, list_id: str, style: str, said: int) -> int:
        """Return the level (from 0) of an item: that of its style, else what it says itself."""
        levels = self._levels.get(list_id, {})
        return next((at for at, level in levels.items() if style and level.style == style), min(max(said, 0), _DEEPEST))

    def mark(self, list_id: str, level: int) -> str:
        """Count an item and return its mark, such as "•", "3." or "2.1"; "" for a list that has none."""
        levels = self._levels.get(list_id)
        if levels is None:
            return ""
        own = levels.get(level, _Level(written=f"%{level + 1}."))
        if own.count == "bullet":
            return bullet_of(own.written)[0] or ("•" if not own.written.isalnum() else own.written)
        self._count(list_id, level, levels)
        counts = self._counts[self._of[list_id]]

        def figure(match: re.Match[str]) -> str:
            at = min(int(match[1]), _DEEPEST + 1) - 1
            style = "1" if own.figures else _FORMATS.get(levels.get(at, _Level()).count, "1")
            return counted(counts[at] if counts[at] > 0 else levels.get(at, _Level()).start, style)

        return "" if own.count == "none" else re.sub(r"%([1-9])", figure, own.written).strip()

    def _take(self, element: _Element, kind: str, definition: _Element | None) -> None:
        name = value(element, "numId")
        levels = dict(_levels(definition))
        for override in element:
            at = number(value(override, "ilvl"), -1)
            if name_of(override) == "lvlOverride" and 0 <= at <= _DEEPEST:
                levels.update(_levels(override))
                started = child(override, "startOverride")
                if started is not None:
                    self._fresh.setdefault(name, {})[at] = number(value(started), 1)
        self._of[name], self._levels[name] = kind, levels

    def _count(self, list_id: str, level: int, levels: dict[int, _Level]) -> None:
        counts = self._counts.setdefault(self._of[list_id], [0] * (_DEEPEST + 1))
        for at, start in self._fresh.pop(list_id, {}).items():
            counts[at] = start - 1
            levels[at] = replace(levels.get(at, _Level()), start=start)
        start = levels.get(level, _Level()).start
        counts[level] = counts[level] + 1 if counts[level] >= start else start
        counts[level + 1 :] = [0] * (_DEEPEST - level)


def _levels(definition: _Element | None) -> Iterator[tuple[int, _Level]]:
    for each in () if definition is None else definition:
        at = number(value(each, "ilvl"), -1)
        if name_of(each) == "lvl" and 0 <= at <= _DEEPEST:
            yield (
                at,
                _Level(
                    value(child(each, "numFmt")) or "decimal",
                    value(child(each, "lvlText")),
                    number(value(child(each, "start")), 1),
                    value(child(each, "pStyle")),
                    bool(is_on(child(each, "isLgl"))),
                ),
            )
