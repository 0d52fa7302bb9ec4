"""What makes a drawn file accessible: structure tree, parent tree, outline, link annotations (record out).

Clauses are those of ISO 32000-1 (14.7, 14.8, 12.3.3, 12.5) and ISO 14289-1 (7.1 to 7.18).
"""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from .tags import Annotation, Bookmark, Element, MarkedContent, Recorder

_ATTRIBUTES_OF_NUMBERING = {kind: {"/O": Name.List, "/ListNumbering": Name(f"/{kind}")} for kind in ("Decimal", "Disc")}


def write_structure(pdf: Pdf, root: Element, recorder: Recorder) -> None:
    """Write the structure tree of `root` with its parent tree, link annotations and bookmarks into `pdf`."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _TreeWriter(pdf)
    tree.K = writer.write(root, tree)
    keys = _write_annotations(pdf, writer, recorder)
    numbers = Array()
    for index, elements in enumerate(recorder.claimed):
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([writer.objects[id(element)] for element in elements])))
        page = pdf.pages[index].obj
        page.StructParents = index
        page.Tabs = Name.S
    for key, element in keys:
        numbers.append(key)
        numbers.append(writer.objects[id(element)])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(recorder.claimed) + len(keys)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    _write_outline(pdf, recorder.bookmarks)


class _TreeWriter:
    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.objects: dict[int, Object] = {}
        self.annotations: dict[int, Object] = {}

    def write(self, element: Element, parent: Object) -> Object:
        """Make the structure element and all below it; return it."""
        made = self.pdf.make_indirect(Dictionary(S=Name(f"/{element.type}"), P=parent))
        self.objects[id(element)] = made
        if element.language:
            made.Lang = String(element.language)
        if element.alt:
            made.Alt = String(element.alt)
        attributes = _attributes(element)
        if attributes is not None:
            made.A = attributes
        contents = [child for child in element.children if isinstance(child, MarkedContent)]
        page = contents[0].page if contents else None
        if page is not None:
            made.Pg = self.pages[page]
        kids = [self._child(child, made, page) for child in element.children]
        made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _child(self, child: Element | MarkedContent | Annotation, parent: Object, page: int | None) -> Object | int:
        if isinstance(child, Element):
            return self.write(child, parent)
        if isinstance(child, MarkedContent):
            if child.page == page:
                return child.mcid
            return Dictionary(Type=Name.MCR, Pg=self.pages[child.page], MCID=child.mcid)
        annotation = self.pdf.make_indirect(_annotation(child))
        self.annotations[id(child)] = annotation
        return Dictionary(Type=Name.OBJR, Pg=self.pages[child.page], Obj=annotation)


def _attributes(element: Element) -> Dictionary | None:
    if element.scope:
        return Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.numbering:
        return Dictionary(_ATTRIBUTES_OF_NUMBERING[element.numbering])
    if element.box:
        return Dictionary(O=Name.Layout, BBox=Array(list(element.box)), Placement=Name.Block)
    return None


def _annotation(annotation: Annotation) -> Dictionary:
    """A link with /Contents (ISO 14289-1, 7.18.5) and the print flag (ISO 19005-2, 6.3.2)."""
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array(list(annotation.rectangle)),
        Border=Array([0, 0, 0]),
        F=4,
        Contents=String(annotation.contents),
        A=Dictionary(S=Name.URI, URI=String(annotation.address)),
    )


def _write_annotations(pdf: Pdf, writer: _TreeWriter, recorder: Recorder) -> list[tuple[int, Element]]:
    """Put the annotations on their pages; return (parent tree key, Link element) for each."""
    keys = []
    by_page: dict[int, list[Object]] = {}
    for key, (annotation, element) in enumerate(recorder.annotations, len(recorder.claimed)):
        made = writer.annotations[id(annotation)]
        made.StructParent = key
        by_page.setdefault(annotation.page, []).append(made)
        keys.append((key, element))
    for page, made_here in by_page.items():
        pdf.pages[page].obj.Annots = Array(made_here)
    return keys


def _write_outline(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Bookmarks nested as the headings are; all open but those below level 2."""
    if not bookmarks:
        return
    outline = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    stack: list[tuple[int, Object]] = [(0, outline)]
    for bookmark in bookmarks:
        while stack[-1][0] >= bookmark.level:
            stack.pop()
        parent = stack[-1][1]
        destination = Array([pdf.pages[bookmark.page].obj, Name.XYZ, None, bookmark.top, None])
        item = pdf.make_indirect(Dictionary(Title=String(bookmark.title), Parent=parent, Dest=destination))
        if Name.First in parent:
            parent.Last.Next = item
            item.Prev = parent.Last
        else:
            parent.First = item
        parent.Last = item
        stack.append((bookmark.level, item))
    _count(outline, 0)
    pdf.Root.Outlines = outline
    pdf.Root.PageMode = Name.UseOutlines


def _count(item: Object, depth: int) -> int:
    """Write /Count, positive where open, and return how many lines the item shows below it."""
    shown = 0
    child = item.get(Name.First)
    while child is not None:
        shown += 1 + _count(child, depth + 1)
        child = child.get(Name.Next)
    if shown:
        is_open = depth < 2
        item.Count = shown if is_open else -shown
        return shown if is_open else 0
    return 0
