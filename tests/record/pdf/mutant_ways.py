"""Ways to break the writer: functions and classes of `response_app.record.pdf` that do one thing wrong (record out)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from response_app.record.pdf import figure, layout, metadata, structure, table, tags, text, writer
from response_app.record.pdf.tags import Annotation, Element, Recorder

Patch = pytest.MonkeyPatch
Spoil = Callable[[Patch], object]


# --- Ways to break the writer -----------------------------------------------------------------


def turned(owner: Any, name: str, turn: Callable[..., object]) -> Spoil:
    """Let a function give what `turn` makes of its result and its arguments."""

    def spoil(patch: Patch) -> None:
        original = getattr(owner, name)
        patch.setattr(owner, name, lambda *args, **options: turn(original(*args, **options), *args))

    return spoil


def after(owner: Any, name: str, then: Callable[..., object]) -> Spoil:
    """Let `then` have the result and the arguments of a function after each call."""

    def turn(result: object, *args: object) -> object:
        then(result, *args)
        return result

    return turned(owner, name, turn)


def instead(owner: Any, name: str, other: object) -> Spoil:
    """Put something else in the place of a function or value."""
    return lambda patch: patch.setattr(owner, name, other)


def both(*spoils: Spoil) -> Spoil:
    """Break several things, where one alone would stop the writer."""
    return lambda patch: [each(patch) for each in spoils]


def unnoticed(spoil: Spoil) -> Spoil:
    """Break the writer, and take away what would have refused to write the file."""
    return both(spoil, instead(writer, "unclaimed", lambda root: None))


def retyped(**types: str) -> Spoil:
    """Let elements of a type be made as another type."""

    def spoil(patch: Patch) -> None:
        add, inline = Element.add, Element.inline

        def other_add(self: Element, kind: str, *args: Any, **options: Any) -> Element:
            return add(self, types.get(kind, kind), *args, **options)

        def other_inline(self: Element, kind: str, *args: Any) -> Element:
            return inline(self, types.get(kind, kind), *args)

        patch.setattr(Element, "add", other_add)
        patch.setattr(Element, "inline", other_inline)

    return spoil


def entry(kind: str, edit: Callable[[Object], object]) -> Spoil:
    """Edit the structure elements of a type as they are written."""
    return after(structure._TreeWriter, "write", lambda made, _, element, parent: edit(made) if element.type == kind else None)


def attributes(kind: str, value: Callable[[], Dictionary | None]) -> Spoil:
    """Give the elements of a type other attributes."""

    def spoil(patch: Patch) -> None:
        usual = structure._attributes
        patch.setattr(structure, "_attributes", lambda element: value() if element.type == kind else usual(element))

    return spoil


def annotation(edit: Callable[[Object], object]) -> Spoil:
    """Edit the link annotations as they are made."""
    return after(structure, "_annotation", lambda made, _: edit(made))


def root(edit: Callable[[Object], object]) -> Spoil:
    """Edit the catalog after the last step."""
    return after(writer, "write_metadata", lambda _, pdf, document: edit(pdf.Root))


def xmp(old: str, new: str) -> Spoil:
    """Put other words into the metadata."""
    assert old in metadata._XMP
    return instead(metadata, "_XMP", metadata._XMP.replace(old, new))


def put(key: str, value: object) -> Callable[[Object], object]:
    """Set an entry."""
    return lambda made: made.__setitem__(key, value)


def drop(key: str) -> Callable[[Object], object]:
    """Leave an entry away where it is."""
    return lambda made: key in made and made.__delitem__(key)


def artifact(which: str, kind: str) -> Spoil:
    """Tag artifacts whose properties hold `which` ("" for those without any) as elements of a type."""

    def spoil(patch: Patch) -> None:
        usual = Recorder.artifact
        tops: dict[int, Element] = {}
        after(layout.Layout, "__init__", lambda _, made, recorder: tops.__setitem__(id(recorder), made.root))(patch)

        def changed(self: Recorder, canvas: Any, properties: str = "") -> Any:
            if which in properties if which else not properties:
                return self.content(canvas, tops[id(self)].add(kind))
            return usual(self, canvas, properties)

        patch.setattr(Recorder, "artifact", changed)

    return spoil


def drawn_backwards(patch: Patch) -> None:
    """Draw the cells of a table from the last to the first."""
    draw, draw_cell = table.TableBlock.draw, table._draw_cell
    waiting: list[tuple[Any, ...]] = []
    patch.setattr(table, "_draw_cell", lambda *args: waiting.append(args))

    def changed(self: table.TableBlock) -> None:
        draw(self)
        while waiting:
            draw_cell(*waiting.pop())

    patch.setattr(table.TableBlock, "draw", changed)


def swapped(made: None, self: layout.Layout, document: object) -> None:
    """Swap two elements, not what is drawn."""
    kids = self.root.children
    kids[4], kids[5] = kids[5], kids[4]


def flattened(patch: Patch) -> None:
    """Put a list that belongs to an item beside the list that the item is in."""
    usual = layout.Layout._list
    patch.setattr(layout.Layout, "_list", lambda self, block, parent, left=0: usual(self, block, self.root, left))


def in_heading(patch: Patch) -> None:
    """Put a table into the heading above it."""
    usual = layout.Layout._table

    def changed(self: layout.Layout, node: Any) -> None:
        top = self.root
        self.root = next((each for each in reversed(top.children) if isinstance(each, Element) and each.type == "H4"), top)
        usual(self, node)
        self.root = top

    patch.setattr(layout.Layout, "_table", changed)


def nested(patch: Patch) -> None:
    """Put the words of each element into an artifact inside it."""
    usual, allowed = text.TextBlock.draw, tags._Sequence.__enter__

    def enter(self: Any) -> None:
        self.recorder.is_open = False
        allowed(self)

    def changed(self: text.TextBlock) -> None:
        if self.bookmark is None:
            usual(self)
            return
        with self.recorder.artifact(self.canv):
            usual(self)

    patch.setattr(tags._Sequence, "__enter__", enter)
    patch.setattr(text.TextBlock, "draw", changed)


def claimed_elsewhere(patch: Patch) -> None:
    """Claim the words of quotations for the page's first element."""
    usual = Recorder.content

    def changed(self: Recorder, canvas: Any, element: Element) -> Any:
        made = usual(self, canvas, element)
        if element.type == "LBody":
            self.claimed[-1][-1] = self.claimed[-1][0]
        return made

    patch.setattr(Recorder, "content", changed)


def first_line_only(patch: Patch) -> None:
    """Give a link over several lines one annotation."""
    usual = Recorder.link
    seen: set[int] = set()

    def changed(self: Recorder, canvas: Any, element: Element, *rest: Any) -> None:
        if id(element) not in seen:
            seen.add(id(element))
            usual(self, canvas, element, *rest)

    patch.setattr(Recorder, "link", changed)


def without_reference(patch: Patch) -> None:
    """Leave the annotations out of the structure tree."""
    usual = structure._TreeWriter._child

    def child(self: Any, each: Any, parent: Any, page: Any) -> Any:
        made = usual(self, each, parent, page)
        return Array([]) if isinstance(each, Annotation) else made

    def write(made: Object, *_: object) -> None:
        if isinstance(made.K, Array):
            made.K = Array([each for each in made.K if not isinstance(each, Array)])

    patch.setattr(structure._TreeWriter, "_child", child)
    after(structure._TreeWriter, "write", write)(patch)


def no_box(made: None, self: figure.FigureBlock) -> None:
    """Forget where the picture is."""
    self.element.box = None


def other_box(made: None, self: figure.FigureBlock) -> None:
    """Say that the picture is lower down."""
    left, bottom, right, top = self.element.box or (0, 0, 0, 0)
    self.element.box = (left, bottom - 200, right, top - 200)


def language_of_the_file(patch: Patch) -> None:
    """Forget the language of runs."""
    usual = layout._spans_of_run
    patch.setattr(layout, "_spans_of_run", lambda run, *rest: usual(replace(run, language=""), *rest))


def fonts_of(edit: Callable[[Object], object]) -> Spoil:
    """Edit every font as the leftovers are removed."""
    return after(
        writer,
        "_remove_leftovers",
        lambda _, pdf: [edit(font) for page in pdf.pages for font in page.obj.Resources.Font.as_dict().values()],
    )


def flat(patch: Patch) -> None:
    """Put all bookmarks on one level."""
    usual = Recorder.bookmark
    patch.setattr(Recorder, "bookmark", lambda self, canvas, level, *rest: usual(self, canvas, 1, *rest))


def other_mapping(font: Object) -> None:
    """Say of each code that it stands for another character."""
    font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0065>", b"<0061>"))


def linked_picture(patch: Patch) -> None:
    """Put pictures into links."""
    usual = Element.add

    def changed(self: Element, kind: str, *args: Any, **options: Any) -> Element:
        return usual(usual(self, "Link") if kind == "Figure" else self, kind, *args, **options)

    patch.setattr(Element, "add", changed)


def halved(patch: Patch) -> None:
    """Draw pictures in two parts."""
    usual = figure.FigureBlock.draw

    def changed(self: figure.FigureBlock) -> None:
        self.width /= 2
        usual(self)
        usual(self)

    patch.setattr(figure.FigureBlock, "draw", changed)


def empty_paragraph(made: None, self: layout.Layout, node: object) -> None:
    """Add a paragraph without words."""
    self.root.add("P")


def empty_span(made: None, self: layout.Layout, runs: object, element: Element, *rest: object) -> None:
    """Add a span without words."""
    element.add("Span")


def no_page_key(made: None, pdf: Pdf, *_: object) -> None:
    """Leave away by what a page finds its elements."""
    for page in pdf.pages:
        del page.obj["/StructParents"]


def tabs(value: Name | None) -> Spoil:
    """Give the pages another order for the Tab key."""

    def edit(made: None, pdf: Pdf, *_: object) -> None:
        for page in pdf.pages:
            if value is None:
                del page.obj["/Tabs"]
            else:
                page.obj.Tabs = value

    return after(writer, "write_structure", edit)


def no_parent_tree(made: None, pdf: Pdf, *_: object) -> None:
    """Leave the way from words to elements away."""
    del pdf.Root.StructTreeRoot["/ParentTree"]


def dropped_blank(made: list[Any], line: object, spans: object) -> list[Any]:
    """Leave away the blank at the end of each line."""
    return [replace(each, text=each.text.rstrip(" ")) if each is made[-1] else each for each in made]


def header_again(patch: Patch) -> None:
    """Take the header of a table that goes on for content."""
    usual = text.draw_pieces
    patch.setattr(table, "draw_pieces", lambda *args, as_artifact: usual(*args))


def drawn_twice(patch: Patch) -> None:
    """Draw each paragraph twice."""
    usual = text.TextBlock.draw
    patch.setattr(text.TextBlock, "draw", lambda self: [usual(self) for _ in range(1 if self.bookmark else 2)])


def hidden(kind: str) -> Spoil:
    """Draw the words of the elements of a type as decoration."""

    def spoil(patch: Patch) -> None:
        usual = Recorder.content
        patch.setattr(
            Recorder,
            "content",
            lambda self, canvas, element: self.artifact(canvas) if element.type == kind else usual(self, canvas, element),
        )

    return spoil


def properties(old: str, new: str) -> Spoil:
    """Give artifacts other properties."""

    def spoil(patch: Patch) -> None:
        usual = Recorder.artifact
        patch.setattr(Recorder, "artifact", lambda self, canvas, given="": usual(self, canvas, given.replace(old, new)))

    return spoil


def roles(**types: Name) -> Spoil:
    """Map structure types to others."""
    return after(writer, "write_structure", lambda _, pdf, *rest: put("/RoleMap", Dictionary(types_of(types)))(pdf.Root.StructTreeRoot))


def types_of(types: dict[str, Name]) -> dict[str, Name]:
    """Return a role map with its names as a file has them."""
    return {f"/{own}": other for own, other in types.items()}


def cells(scope: str) -> Spoil:
    """Make cells that head rows, or columns, as others."""

    def spoil(patch: Patch) -> None:
        usual = layout.Layout._row

        def row(self: layout.Layout, parent: Element, runs: Any, all_headers: str = "", first_header: str = "") -> Any:
            return usual(self, parent, runs, "" if scope == "Column" else all_headers, "" if scope == "Row" else first_header)

        patch.setattr(layout.Layout, "_row", row)

    return spoil


def no_element_key(keys: object, pdf: Pdf, *_: object) -> None:
    """Leave away by what an annotation finds its element."""
    for page in pdf.pages:
        for each in page.obj.get("/Annots", ()):
            del each["/StructParent"]
