"""Report in: the words of one paragraph of a Word file, as they are printed: insertions taken, deletions and hidden text not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .docx_parts import Style, Styles, child, name_of, value
from .lines import Picture

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset(
    {"hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "-"}
_PICTURES = frozenset({"blip", "chart", "relIds", "imagedata", "OLEObject", "svgBlip"})
_BULLET_SIGNS = frozenset({"f0b7", "f0a7", "f0d8", "f0fc", "00b7", "b7"})


@dataclass(slots=True)
class Words:
    """What a paragraph holds.

    Attributes:
        text: its characters, breaks as "\\n", tabs as they are.
        notes: its footnote and endnote references: kind ("footnote", "endnote") and id.
        boxes: the text boxes that hang on it.
        pictures: the pictures in it.
    """

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _bold: list[int] = field(default_factory=lambda: [0])
    _sizes: Counter[float] = field(default_factory=Counter)

    @property
    def bold(self) -> list[bool]:
        """Whether each line of it, as its breaks divide it, is all bold."""
        return [count > 0 and count == _letters(part) for part, count in zip(self.text.split("\n"), self._bold, strict=True)]

    @property
    def size(self) -> float:
        """The size of most of its characters in points, 0 when it is not said."""
        return self._sizes.most_common(1)[0][0] if self._sizes else 0.0

    def add(self, text: str, style: Style) -> None:
        """Add characters of one look."""
        self.text += text
        for at, part in enumerate(text.split("\n")):
            if at:
                self._bold.append(0)
            self._bold[-1] += _letters(part) if style.bold else 0
        if style.size and text.strip():
            self._sizes[style.size] += _letters(text)


def _letters(text: str) -> int:
    return len("".join(text.split()))


class ParagraphReader:
    """Reads paragraphs one after another; a field (`w:fldChar`) can begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles of the file."""
        self._styles = styles
        self._fields: list[bool] = []  # for each open field, whether its result has begun
        self._steps: dict[str, Callable[[_Element, Words, Style], None]] = {
            "t": self._text,
            "sym": self._symbol,
            "fldChar": self._field,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
            "AlternateContent": self._alternative,
            "oMath": self._formula,
            "oMathPara": self._formula,
        }

    def read(self, paragraph: _Element, style: Style) -> Words:
        """Return what a paragraph in a style holds."""
        words = Words()
        self._inside(paragraph, words, style)
        # What a field is to show never goes over the end of a paragraph; one that is left open must not hide the rest.
        self._fields = [shown for shown in self._fields if shown]
        return words

    def _inside(self, element: _Element, words: Words, style: Style) -> None:
        for each in element:
            name = name_of(each)
            if name == "r":
                self._run(each, words, style)
            elif name in _WRAPPERS:
                self._inside(each, words, style)
            elif name in self._steps:
                self._steps[name](each, words, style)

    def _run(self, run: _Element, words: Words, style: Style) -> None:
        properties = child(run, "rPr")
        named = value(child(properties, "rStyle"))
        if named:
            own = self._styles.of(named)
            style = Style(hidden=style.hidden or own.hidden, bold=style.bold or own.bold, size=style.size)
        style = style.with_characters(properties)
        if style.hidden:
            for each in run:  # the field goes on behind it
                if name_of(each) == "fldChar":
                    self._field(each, words, style)
            return
        for each in run:
            name = name_of(each)
            if name in _SIGNS:
                self._add(_SIGNS[name], words, style)
            elif name in _WRAPPERS:
                self._inside(each, words, style)
            elif name in self._steps:
                self._steps[name](each, words, style)

    def _add(self, text: str, words: Words, style: Style) -> None:
        if all(self._fields):
            words.add(text, style)

    def _text(self, element: _Element, words: Words, style: Style) -> None:
        self._add((element.text or "").replace("\n", " "), words, style)

    def _symbol(self, element: _Element, words: Words, style: Style) -> None:
        if value(element, "char").casefold() in _BULLET_SIGNS:
            self._add("•", words, style)

    def _field(self, element: _Element, words: Words, style: Style) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, element: _Element, words: Words, style: Style) -> None:
        words.notes.append((name_of(element).removesuffix("Reference"), value(element, "id")))

    def _drawing(self, element: _Element, words: Words, style: Style) -> None:
        """Take the text boxes of a drawing, outermost first, and a picture where one is in it."""
        pending = list(element)
        has_picture = False
        while pending:
            each = pending.pop(0)
            name = name_of(each)
            if name == "txbxContent":
                words.boxes.append(each)
            elif name == "AlternateContent":
                pending = _chosen(each) + pending
            else:
                has_picture |= name in _PICTURES
                pending = list(each) + pending
        if has_picture:
            words.pictures.append(Picture(alt=_alternative_words(element)))

    def _alternative(self, element: _Element, words: Words, style: Style) -> None:
        for each in _chosen(element):
            name = name_of(each)
            if name in self._steps:
                self._steps[name](each, words, style)
            elif name == "r":
                self._run(each, words, style)

    def _formula(self, element: _Element, words: Words, style: Style) -> None:
        self._add("".join(each.text or "" for each in element.iter() if name_of(each) == "t"), words, style)


def _chosen(element: _Element) -> list[_Element]:
    """Return what stands in the first choice of an `mc:AlternateContent`; the others say the same once more."""
    return next((list(each) for each in element if name_of(each) in ("Choice", "Fallback") and len(each)), [])


def _alternative_words(element: _Element) -> str:
    """Return the words that stand for a picture: `wp:docPr descr`, or `v:shape alt`; "" without any."""
    for each in element.iter():
        if name_of(each) in ("docPr", "shape") and (said := value(each, "descr") or value(each, "alt")):
            return " ".join(said.split())
    return ""
