"""Faults on purpose in a finished file: mostly what the record never has, and a careless program could add (record out)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from .lint_samples import edit, elements, links
from .mutants import Mutant

Spoil = Callable[[Pdf], object]


def _fault(fault: str, clause: str, condition: str, spoil: Spoil, told: str, *verapdf: str, is_draft: bool = False) -> Mutant:
    return Mutant(fault, clause, condition, told, verapdf, in_file=spoil, is_draft=is_draft)


def _put(place: Callable[[Pdf], Object], key: str, value: object) -> Spoil:
    return lambda pdf: place(pdf).__setitem__(key, value)


def _catalog(pdf: Pdf) -> Object:
    return pdf.Root


def _first_page(pdf: Pdf) -> Object:
    return pdf.pages[0].obj


def _annotated(subtype: str, **entries: Any) -> Spoil:
    """Put an annotation of a kind on the first page, described, and in an Annot element."""

    def spoil(pdf: Pdf) -> None:
        page, tree = pdf.pages[0].obj, pdf.Root.StructTreeRoot
        made = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([60, 60, 90, 75]), F=4, Contents=String("More"), **entries)
        )
        element = pdf.make_indirect(Dictionary(S=Name.Form if subtype == "Widget" else Name.Annot, P=tree.K))
        element.K = Dictionary(Type=Name.OBJR, Pg=page, Obj=made)
        made.StructParent = int(tree.ParentTreeNextKey)
        tree.ParentTree.Nums.extend([tree.ParentTreeNextKey, element])
        tree.ParentTreeNextKey = int(tree.ParentTreeNextKey) + 1
        tree.K.K.append(element)
        page.Annots.append(made)

    return spoil


def _field(pdf: Pdf) -> None:
    """Put a form field on the first page."""
    _annotated("Widget", FT=Name.Tx, T=String("name"), TU=String("Name"))(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[-1]]))


def _drawn(operators: bytes) -> Spoil:
    """Draw more in the middle of the first heading."""
    return lambda pdf: edit(pdf, 0, rb"(/H1 <</MCID \d+>> BDC)", rb"\1 " + operators)


def _form_drawn_twice(pdf: Pdf) -> None:
    """Draw one form with marked content twice."""
    form = pdf.make_stream(b"/P <</MCID 0>> BDC EMC", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Resources.XObject.Again = form
    edit(pdf, 0, rb"\Z", b" /Again Do /Again Do")


def _map_to(words: bytes) -> Spoil:
    """Let a code of the first font stand for a character that is none."""

    def spoil(pdf: Pdf) -> None:
        font = next(each for _, each in pdf.pages[0].obj.Resources.Font.items())
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0065>", words))

    return spoil


def _scanned(pdf: Pdf) -> None:
    """Put a picture behind the words of the first page."""
    name = next(iter(pdf.pages[0].obj.Resources.XObject.keys()))
    edit(pdf, 0, rb"\Z", f"\n/Artifact BMC q 595 0 0 842 0 0 cm {name} Do Q EMC".encode())


def _wider(pdf: Pdf) -> None:
    """Say of the fonts that their characters are wider than they are."""
    for _, font in pdf.pages[0].obj.Resources.Font.items():
        font.Widths = Array([int(float(each)) * 2 for each in font.Widths])


def _other_typeface(pdf: Pdf) -> None:
    """Give a font the name of another."""
    for _, font in pdf.pages[0].obj.Resources.Font.items():
        font.BaseFont = font.FontDescriptor.FontName = Name("/AAAAAA+Arial")


def _attached(pdf: Pdf) -> None:
    """Attach a file."""
    pdf.attachments["notes.txt"] = b"notes"


def _threads(pdf: Pdf) -> None:
    """Lead from the second page back to the first."""
    thread = pdf.make_indirect(Dictionary(Type=Name.Thread))
    beads = [pdf.make_indirect(Dictionary(Type=Name.Bead, T=thread, P=page.obj, R=Array([0, 0, 9, 9]))) for page in reversed(pdf.pages)]
    for bead, following in zip(beads, beads[1:] + beads[:1], strict=True):
        bead.N, following.V = following, bead
    thread.F = beads[0]
    pdf.Root.Threads = Array([thread])


def _turned(pdf: Pdf) -> None:
    """Turn all pages by what they inherit."""
    for page in pdf.pages:
        del page.obj["/Rotate"]
    pdf.Root.Pages.Rotate = 90


def _locked(pdf: Pdf) -> pikepdf.Encryption:
    """Lock the file against programs that read it out."""
    return pikepdf.Encryption(owner="owner", user="", R=4, allow=pikepdf.Permissions(accessibility=False, extract=False), aes=True)


def _layers(**entries: Any) -> Dictionary:
    return Dictionary(OCGs=Array(), D=Dictionary(Order=Array(), **entries))


SOUNDS_AND_MOVES = (
    _fault(
        "a page changes with an effect", "7.1", "03-001", _put(_first_page, "/Trans", Dictionary(S=Name.Blinds)), "comes with an effect"
    ),
    _fault("a page turns by itself after a second", "7.1", "03-001", _put(_first_page, "/Dur", 1), "Page 1 has /Dur"),
    _fault(
        "an action runs when a page is opened",
        "7.1",
        "03-001",
        _put(_first_page, "/AA", Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage))),
        "Page 1 has /AA",
        "A:6.5.2-2",
    ),
    _fault(
        "a film plays on a page",
        "7.1",
        "03-002",
        _annotated("Movie", Movie=Dictionary(F=String("film.mpg"))),
        "something else than a plain link",
        "A:6.3.1-1",
        "A:6.3.3-1",
    ),
    _fault(
        "a script runs when the file is opened",
        "7.1",
        "03-003",
        _put(_catalog, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.beep()"))),
        "The file has /OpenAction",
        "A:6.5.1-1",
    ),
    _fault(
        "a medium is shown on a page", "7.1", "05-001", _annotated("Screen"), "something else than a plain link", "A:6.3.1-1", "A:6.3.3-1"
    ),
    _fault(
        "a sound is on a page",
        "7.1",
        "05-002",
        _annotated("Sound", Sound=Dictionary(R=8000)),
        "something else than a plain link",
        "A:6.3.1-1",
        "A:6.3.3-1",
    ),
    _fault(
        "a script beeps", "7.1", "05-003", _put(_catalog, "/Names", Dictionary(JavaScript=Dictionary(Names=Array()))), "The file has /Names"
    ),
    _fault(
        "a script waits for keys",
        "7.19",
        "29-001",
        _put(_catalog, "/AA", Dictionary(WC=Dictionary(S=Name.JavaScript, JS=String("")))),
        "The file has /AA",
        "A:6.5.1-1",
        "A:6.5.2-1",
    ),
    _fault(
        "a model in three dimensions is on a page",
        "7.18.6",
        "05-001",
        _annotated("3D"),
        "something else than a plain link",
        "A:6.3.1-1",
        "A:6.3.3-1",
    ),
)

OTHER_OBJECTS = (
    _fault("a note is stuck on a page", "7.18.1", "28-003", _annotated("Text"), "something else than a plain link", "A:6.3.3-1"),
    _fault(
        "words are marked with a highlighter",
        "7.18.1",
        "28-003",
        _annotated("Highlight", QuadPoints=Array([0] * 8)),
        "something else than a plain link",
        "A:6.3.3-1",
    ),
    _fault(
        "a mark for the printer stands in the structure",
        "7.18.8",
        "28-017",
        _annotated("PrinterMark"),
        "something else than a plain link",
        "7.18.8-1",
        "A:6.3.3-1",
    ),
    _fault(
        "a trap network is on a page",
        "7.18.2",
        "28-007",
        _annotated("TrapNet"),
        "something else than a plain link",
        "7.18.2-1",
        "A:6.3.3-1",
    ),
    _fault(
        "a link is a map on which the place of the click counts",
        "7.18.5",
        "28-013",
        _put(lambda pdf: links(pdf)[0].A, "/IsMap", True),
        "something else than lead to an https",
    ),
    _fault("a form is to be filled in", "7.18.4", "28-005", _field, "The file has /AcroForm", "A:6.3.3-1"),
    _fault(
        "a form on paper is tagged as a field",
        "7.14",
        "24-001",
        _put(lambda pdf: elements(pdf, "P")[0], "/S", Name.Form),
        "has Form “Version 1.0” where the record has P",
        "7.18.4-2",
    ),
    _fault("a file is attached", "7.11", "21-001", _attached, "The file has /", "A:6.8-5"),
    _fault("articles lead backwards through the pages", "7.12", "22-001", _threads, "The file has /Threads"),
    _fault(
        "layers without a name can be switched off",
        "7.10",
        "20-002",
        _put(_catalog, "/OCProperties", _layers()),
        "The file has /OCProperties",
        "7.10-1",
        "A:6.9-1",
    ),
    _fault(
        "layers switch themselves",
        "7.10",
        "20-003",
        _put(_catalog, "/OCProperties", _layers(Name=String("all"), AS=Array())),
        "The file has /OCProperties",
        "7.10-2",
        "A:6.9-4",
    ),
    _fault("the file is locked against programs that read it out", "7.16", "26-002", _locked, "The file is encrypted", "A:6.1.3-2"),
    _fault("a page is turned", "7.2", "", _put(_first_page, "/Rotate", 90), "the page is turned"),
    _fault("all pages are turned", "7.2", "", _turned, "the page is turned"),
    _fault("a page is shown in part", "7.1", "01-002", _put(_first_page, "/CropBox", Array([0, 400, 595, 842])), "Page 1 has /CropBox"),
    _fault("marked content is drawn by a form, twice", "7.20", "30-002", _form_drawn_twice, "neither text, nor a line, nor a picture"),
)

WORDS_AND_GLYPHS = (
    _fault(
        "decoration stands inside words", "7.1", "01-003", _drawn(rb"/Artifact BMC EMC"), "a marked part stands inside another", "7.1-1"
    ),
    _fault(
        "words inside an element have others to be read out",
        "7.2",
        "",
        lambda pdf: edit(pdf, 0, rb"(/H1 <</MCID \d+)>>", rb"\1 /ActualText (Other)>>"),
        "neither an artifact nor part of an element",
    ),
    _fault("letters are stretched", "7.2", "12-001", lambda pdf: edit(pdf, 0, rb"BT", b"BT 200 Tz"), "the content holds “Tz”"),
    _fault(
        "letters are set apart by spaces between them", "7.2", "", lambda pdf: edit(pdf, 0, rb"BT", b"BT 9 Tc"), "the content holds “Tc”"
    ),
    _fault("a page is a picture, and its words are not tagged", "7.1", "08-002", _scanned, "are decoration to a screen reader"),
    _fault("text is drawn but not seen", "7.1", "08-001", lambda pdf: edit(pdf, 0, rb"BT", b"BT 3 Tr"), "the content holds “Tr”"),
    _fault(
        "a code of a font stands for nothing",
        "7.21.7",
        "31-028",
        _map_to(b"<0000>"),
        "a character that the font",
        "7.21.7-2",
        "A:6.2.11.7.2-2",
    ),
    _fault(
        "a code of a font stands for the mark of byte order",
        "7.21.7",
        "31-029",
        _map_to(b"<FEFF>"),
        "a character that the font",
        "7.21.7-2",
        "A:6.2.11.7.2-2",
    ),
    _fault("fonts say other widths than they have", "7.21.5", "31-016", _wider, "does not lie over its words", "7.21.5-1", "A:6.2.11.5-1"),
    _fault("fonts are of a typeface that not everybody may embed", "7.21.4.1", "31-010", _other_typeface, "is not the record's typeface"),
)

OF_FILE = (*SOUNDS_AND_MOVES, *OTHER_OBJECTS, *WORDS_AND_GLYPHS)
