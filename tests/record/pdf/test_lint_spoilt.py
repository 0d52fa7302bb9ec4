"""Finished PDFs spoilt in one place: the linter names each, in the words that belong to it."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from response_app.record.tree import Document

from .lint_samples import ALT, DRAFT, FINAL, edit, elements, links, spoilt

Spoil = Callable[[Pdf], object]
HEADER, FOOTER, WATERMARK = (rb"/Artifact <<[^>]*/Subtype /%b>> BDC.*?EMC" % each for each in (b"Header", b"Footer", b"Watermark"))
A_PARAGRAPH = rb"/P <</MCID (\d+)>> BDC(.*?)EMC"


def swap(owner: pikepdf.Object, one: int, other: int) -> None:
    """Swap two members of an array."""
    members = list(owner)
    members[one], members[other] = members[other], members[one]
    for index, member in enumerate(members):
        owner[index] = member


def put(owner: pikepdf.Object, key: str, value: object) -> None:
    """Set an entry."""
    owner[key] = value


def drop(owner: pikepdf.Object, key: str) -> None:
    """Delete an entry that is there."""
    del owner[key]


def xmp(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Replace words of the metadata."""
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new))


def font(pdf: Pdf) -> pikepdf.Object:
    """Return a font of the first page."""
    return next(each for _, each in pdf.pages[0].obj.Resources.Font.items())


def number(pdf: Pdf, position: int) -> pikepdf.Object:
    """Return a value of the parent tree by its position, negative from the end."""
    return pdf.Root.StructTreeRoot.ParentTree.Nums[position]


def doubled(pdf: Pdf) -> None:
    """Put the first link's annotation on its page twice over, the second unclaimed."""
    page = pdf.pages[0].obj
    page.Annots.append(pdf.make_indirect(Dictionary(page.Annots[0])))


def claimed_twice(pdf: Pdf) -> None:
    """Let a paragraph claim what its neighbour has."""
    one, other = [each for each in elements(pdf, "P") if isinstance(each.K, int)][:2]
    one.K = Array([one.K, other.K])


def claims_more(pdf: Pdf) -> None:
    """Put an entry into the parent tree that nothing refers to."""
    pdf.Root.StructTreeRoot.ParentTree.Nums.extend([9999, elements(pdf, "P")[0]])


def readdress(pdf: Pdf, link: int, address: str) -> None:
    """Let a link lead elsewhere."""
    links(pdf)[link].A.URI = String(address)


def again(pdf: Pdf) -> None:
    """Hang an element up in two places."""
    root = pdf.Root.StructTreeRoot.K
    root.K.append(root.K[3])


STRUCTURE: dict[str, tuple[Spoil, str]] = {
    "no tree": (lambda pdf: drop(pdf.Root, "/StructTreeRoot"), "The PDF has no structure tree"),
    "two elements swapped": (lambda pdf: swap(pdf.Root.StructTreeRoot.K.K, 4, 6), "Missing from the reading order: P “See"),
    "an element gone": (lambda pdf: drop(pdf.Root.StructTreeRoot.K.K, 4), "“Summary of inspection” are in no element"),
    "an element twice": (again, "A Table element stands twice"),
    "H2 as P": (lambda pdf: put(elements(pdf, "H2")[0], "/S", Name.P), "has P “Summary of inspection” where the record has H2"),
    "a level skipped": (lambda pdf: put(elements(pdf, "H3")[0], "/S", Name.H4), "A heading of level 4 follows one of level 2"),
    "two H1": (lambda pdf: put(elements(pdf, "H2")[0], "/S", Name.H1), "there are 2 of level 1"),
    "no H1": (lambda pdf: put(elements(pdf, "H1")[0], "/S", Name.H2), "there are 0 of level 1"),
    "no scope": (lambda pdf: drop(elements(pdf, "TH")[-1], "/A"), "Table 2: a header cell is missing, or does not say"),
    "another scope": (lambda pdf: put(elements(pdf, "TH")[-1].A, "/Scope", Name.Row), "neither its first row nor its first column"),
    "TH as TD": (lambda pdf: put(elements(pdf, "TH")[-1], "/S", Name.TD), "neither its first row nor its first column"),
    "a cell less": (lambda pdf: drop(elements(pdf, "TR")[-1].K, 2), "the rows do not all have the same number of cells"),
    "no kind of list": (lambda pdf: drop(elements(pdf, "L")[0], "/A"), "L differs from the record: scope, kind"),
    "label as body": (lambda pdf: put(elements(pdf, "Lbl")[0], "/S", Name.LBody), "has L/LI/LBody where the record has L/LI/Lbl"),
    "another alt": (lambda pdf: put(elements(pdf, "Figure")[0], "/Alt", String(ALT + "s")), "words for a picture"),
    "no alt": (lambda pdf: drop(elements(pdf, "Figure")[0], "/Alt"), "words for a picture"),
    "no box": (lambda pdf: drop(elements(pdf, "Figure")[0], "/A"), "A picture does not say where"),
    "Span without Lang": (lambda pdf: drop(elements(pdf, "Span")[0], "/Lang"), "the language"),
    "P with a Lang": (lambda pdf: put(elements(pdf, "P")[0], "/Lang", String("cy-GB")), "the language"),
    "ActualText": (lambda pdf: put(elements(pdf, "P")[0], "/ActualText", String("other")), "has the entries /ActualText"),
    "a role map": (lambda pdf: put(pdf.Root.StructTreeRoot, "/RoleMap", Dictionary(P=Name.H1)), "renames element types"),
    "another root": (lambda pdf: put(pdf.Root.StructTreeRoot.K, "/S", Name.Sect), "starts with Sect"),
    "two roots": (lambda pdf: put(pdf.Root.StructTreeRoot, "/K", pdf.Root.StructTreeRoot.K.K), "elements at the top, not one"),
    "another parent": (lambda pdf: put(elements(pdf, "P")[0], "/P", elements(pdf, "P")[1]), "does not name the element above it"),
    "words claimed twice": (claimed_twice, "are claimed 2 times"),
    "a claim of nothing": (lambda pdf: put(elements(pdf, "P")[0], "/K", 999), "claims the marked part 999, which is not there"),
    "a child of no kind": (lambda pdf: put(elements(pdf, "P")[0], "/K", Dictionary()), "neither an element nor content"),
    "parent tree swapped": (lambda pdf: swap(number(pdf, 1), 0, 1), "Page 1: the parent tree names other elements"),
    "parent tree short": (lambda pdf: drop(number(pdf, 1), -1), "Page 1: the parent tree names other elements"),
    "parent tree of a link": (lambda pdf: swap(pdf.Root.StructTreeRoot.ParentTree.Nums, -1, 1), "does not name the element of a link"),
    "parent tree with more": (claims_more, "The parent tree has entries that belong to no page and no link"),
    "next key in use": (lambda pdf: put(pdf.Root.StructTreeRoot, "/ParentTreeNextKey", 3), "next key is one that is in use"),
    "page without its key": (lambda pdf: drop(pdf.pages[1].obj, "/StructParents"), "Page 2: the parent tree names other elements"),
}

CONTENT: dict[str, tuple[Spoil, str]] = {
    "a line outside": (lambda pdf: edit(pdf, 0, rb"\Z", b"\n0 0 m 9 9 l S"), "a line or a surface is painted outside"),
    "a surface outside": (lambda pdf: edit(pdf, 0, rb"\Z", b"\n0 0 9 9 re f"), "a line or a surface is painted outside"),
    "words outside": (lambda pdf: edit(pdf, 0, A_PARAGRAPH, rb"\2"), "stand outside every marked part"),
    "words hidden as decoration": (lambda pdf: edit(pdf, 0, A_PARAGRAPH, rb"/Artifact BMC\2EMC"), "are decoration to a screen reader"),
    "a picture outside": (lambda pdf: edit(pdf, 0, rb"/Figure <</MCID \d+>> BDC(.*?)EMC", rb"\1"), "a picture stands outside every"),
    "neither": (lambda pdf: edit(pdf, 0, A_PARAGRAPH, rb"/P BMC\2EMC"), "neither an artifact nor part of an element"),
    "a number twice": (lambda pdf: edit(pdf, 0, rb"/TH <</MCID \d+>>", b"/TH <</MCID 2>>"), "two marked parts have the number 2"),
    "one inside another": (lambda pdf: edit(pdf, 0, A_PARAGRAPH, rb"/P <</MCID \1>> BDC /Artifact BMC\2EMC EMC"), "stands inside another"),
    "not closed": (lambda pdf: edit(pdf, 0, rb"EMC(?!.*EMC)", b""), "a marked part is not closed"),
    "closed twice": (lambda pdf: edit(pdf, 0, rb"EMC", b"EMC EMC"), "a marked part is closed that was not opened"),
    "overlapping": (lambda pdf: edit(pdf, 0, rb"ET\s+EMC", b"EMC ET"), "a marked part and a text object overlap"),
    "text object open": (lambda pdf: edit(pdf, 0, rb"\bET\b(?!.*\bET\b)", b""), "a text object is not closed"),
    "text object in another": (lambda pdf: edit(pdf, 0, rb"\bET\b", b""), "a text object stands inside another"),
    "text object closed twice": (lambda pdf: edit(pdf, 0, rb"\bET\b", b"ET ET"), "a text object is closed that was not opened"),
    "state open": (lambda pdf: edit(pdf, 0, rb"\Z", b" q"), "a saved graphics state is not restored"),
    "state closed twice": (lambda pdf: edit(pdf, 0, rb"\Z", b" Q"), "a graphics state is restored that was not saved"),
    "missing glyph": (lambda pdf: edit(pdf, 0, rb"\(\\001", rb"(\\000"), "lacks is shown in “?"),
    "a code without a character": (lambda pdf: edit(pdf, 0, rb"\(\\001", rb"(\\377"), "lacks is shown in “?"),
    "another glyph": (lambda pdf: edit(pdf, 0, rb"\(\\001", rb"(\\002"), "H1 “Response record” differs from the record: the words"),
    "no font": (lambda pdf: edit(pdf, 0, rb"/F\S+ (\d+) Tf", rb"/None \1 Tf"), "text is shown without a font"),
    "8 points": (lambda pdf: edit(pdf, 0, rb" 12 Tf", b" 8 Tf"), "is 8.0 points high, less than 12"),
    "scaled to 6 points": (lambda pdf: edit(pdf, 0, rb"1 0 0 1 (\S+ \S+) Tm", rb".25 0 0 .25 \1 Tm"), "is 5.5 points high, less than 12"),
    "turned": (lambda pdf: edit(pdf, 0, rb"1 0 0 1 (\S+ \S+) Tm", rb"1 .1 -.1 1 \1 Tm"), "is turned or slanted"),
    "beyond the right margin": (lambda pdf: edit(pdf, 0, rb"1 0 0 1 \S+ (\S+) Tm", rb"1 0 0 1 460 \1 Tm"), "stands outside the margins"),
    "beyond the left margin": (lambda pdf: edit(pdf, 0, rb"1 0 0 1 \S+ (\S+) Tm", rb"1 0 0 1 -9 \1 Tm"), "stands outside the margins"),
    "above the page": (lambda pdf: edit(pdf, 0, rb"1 0 0 1 (\S+) \S+ Tm", rb"1 0 0 1 \1 700 Tm"), "stands outside the margins"),
    "over other words": (lambda pdf: edit(pdf, 0, rb"1 0 0 1 (\S+) \S+ Tm", rb"1 0 0 1 \1 -20 Tm"), "are drawn over each other"),
    "invisible": (lambda pdf: edit(pdf, 0, rb"BT", b"BT 3 Tr"), "the content holds “Tr”, which the record does not use"),
    "inline picture": (lambda pdf: edit(pdf, 0, rb"\Z", b"\nBI /W 1 /H 1 ID x EI"), "the content holds “BI”"),
    "shading": (lambda pdf: edit(pdf, 0, rb"\Z", b"\n/S1 sh"), "a line or a surface is painted outside"),
    "unreadable string": (lambda pdf: edit(pdf, 0, rb"\(\\001", rb"(\\x41"), "which the record does not use; reading stopped"),
    "a form": (lambda pdf: edit(pdf, 0, rb"\S+ Do", b"/Form1 Do"), "neither text, nor a line, nor a picture"),
    "nothing at all": (lambda pdf: put(pdf.pages[1].obj, "/Contents", pdf.make_stream(b"")), "Page 2: an element claims the marked part 0"),
}

LINKS: dict[str, tuple[Spoil, str]] = {
    "no description": (lambda pdf: drop(links(pdf)[0], "/Contents"), "has no description for those who do not see it"),
    "blank description": (lambda pdf: put(links(pdf)[0], "/Contents", String(" ")), "has no description for those who do not see it"),
    "no key": (lambda pdf: drop(links(pdf)[0], "/StructParent"), "does not say to which element it belongs"),
    "moved": (lambda pdf: put(links(pdf)[0], "/Rect", Array([60, 60, 90, 75])), "does not lie over its words “the report”"),
    "too narrow": (lambda pdf: put(links(pdf)[0].Rect, 2, links(pdf)[0].Rect[2] - 4), "does not lie over its words “the report”"),
    "another address": (lambda pdf: readdress(pdf, 0, "https://example.org/other"), "differs from the record: the links"),
    "one line elsewhere": (lambda pdf: readdress(pdf, 3, "https://example.org/other"), "differs from the record: the links"),
    "http": (lambda pdf: readdress(pdf, 0, "http://example.org/report"), "something else than lead to an https or mailto"),
    "script": (lambda pdf: put(links(pdf)[0], "/A", Dictionary(S=Name.JavaScript, JS=String("app"))), "something else than lead to"),
    "a second action": (lambda pdf: put(links(pdf)[0].A, "/Next", Dictionary(S=Name.Launch)), "something else than lead to"),
    "not a link": (lambda pdf: put(links(pdf)[0], "/Subtype", Name.FileAttachment), "something else than a plain link"),
    "action on hover": (lambda pdf: put(links(pdf)[0], "/AA", Dictionary()), "something else than a plain link"),
    "not printed": (lambda pdf: put(links(pdf)[0], "/F", 0), "is hidden or not printed"),
    "hidden": (lambda pdf: put(links(pdf)[0], "/F", 6), "is hidden or not printed"),
    "a line without": (lambda pdf: drop(elements(pdf, "Link")[1].K, -1), "lines and has"),
    "two on a line": (lambda pdf: elements(pdf, "Link")[0].K.append(elements(pdf, "Link")[0].K[-1]), "stands on 1 lines and has 2"),
    "unclaimed": (doubled, "Not every link annotation belongs to exactly one Link"),
    "in no Link": (lambda pdf: put(elements(pdf, "Link")[0], "/S", Name.Span), "A Span element holds a link annotation"),
}

REST: dict[str, tuple[Spoil, str]] = {
    "bookmark renamed": (lambda pdf: put(pdf.Root.Outlines.First, "/Title", String("Other")), "The bookmark “Other” does not agree"),
    "bookmark elsewhere": (lambda pdf: put(pdf.Root.Outlines.First.First.Dest, 0, pdf.pages[2].obj), "in words, depth or page"),
    "bookmark too low": (lambda pdf: put(pdf.Root.Outlines.First.First.Dest, 3, 100), "leads to another place on its page"),
    "bookmark cut off": (lambda pdf: drop(pdf.Root.Outlines.First.First, "/Next"), "There are 5 headings and 4 bookmarks"),
    "bookmark in a circle": (lambda pdf: put(pdf.Root.Outlines.First, "/Next", pdf.Root.Outlines.First), "A bookmark stands twice"),
    "bookmark acts": (lambda pdf: put(pdf.Root.Outlines.First, "/A", Dictionary(S=Name.Launch)), "does something else than lead"),
    "no bookmarks": (lambda pdf: drop(pdf.Root, "/Outlines"), "There are 5 headings and 0 bookmarks"),
    "title of the file": (lambda pdf: put(pdf.trailer.Info, "/Title", String("Other")), "The title in the metadata"),
    "title in XMP": (lambda pdf: xmp(pdf, b"Exampleshire Police", b"Other Police"), "The title in the metadata"),
    "producer": (lambda pdf: put(pdf.trailer.Info, "/Producer", String("Other")), "name different producers"),
    "no XMP": (lambda pdf: drop(pdf.Root, "/Metadata"), "does not say that the file is PDF/UA-1 and PDF/A-2a"),
    "XMP broken": (lambda pdf: xmp(pdf, b"</rdf:RDF>", b""), "does not say that the file is PDF/UA-1 and PDF/A-2a"),
    "no PDF/UA": (lambda pdf: xmp(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>2"), "does not say that the file is PDF/UA-1"),
    "no PDF/A": (lambda pdf: xmp(pdf, b"conformance>A<", b"conformance>B<"), "does not say that the file is PDF/UA-1"),
    "no language": (lambda pdf: drop(pdf.Root, "/Lang"), "The language of the file is not en-GB"),
    "not marked": (lambda pdf: put(pdf.Root.MarkInfo, "/Marked", False), "does not say that it is tagged"),
    "title not shown": (lambda pdf: drop(pdf.Root, "/ViewerPreferences"), "does not ask for its title"),
    "no colours": (lambda pdf: drop(pdf.Root, "/OutputIntents"), "which RGB colours it means"),
    "printer's colours": (lambda pdf: put(pdf.Root.OutputIntents[0].DestOutputProfile, "/N", 4), "which RGB colours it means"),
    "no tab order": (lambda pdf: drop(pdf.pages[1].obj, "/Tabs"), "Page 2: the Tab key does not follow"),
    "script": (lambda pdf: put(pdf.Root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app"))), "The file has /OpenAction"),
    "attached file": (lambda pdf: put(pdf.Root, "/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array()))), "The file has /Names"),
    "page acts": (lambda pdf: put(pdf.pages[1].obj, "/AA", Dictionary()), "Page 2 has /AA"),
    "graphics states": (lambda pdf: put(pdf.pages[1].obj.Resources, "/ExtGState", Dictionary()), "Page 2 has /ExtGState"),
    "content elsewhere": (lambda pdf: put(pdf.pages[1].obj.Contents, "/F", String("other")), "Page 2: content lies in another file"),
    "font not embedded": (lambda pdf: drop(font(pdf).FontDescriptor, "/FontFile2"), "is not embedded"),
    "font whole": (lambda pdf: put(font(pdf), "/BaseFont", Name.SourceSans), "The font SourceSans is embedded whole"),
    "font without characters": (lambda pdf: drop(font(pdf), "/ToUnicode"), "does not say which characters it shows"),
    "font of another kind": (lambda pdf: put(font(pdf), "/Subtype", Name.Type3), "of a kind that the record does not use"),
    "no foot": (lambda pdf: edit(pdf, 1, FOOTER, b""), "Page 2: the foot does not say “Page 2 of "),
    "no head": (lambda pdf: edit(pdf, 1, HEADER, b""), "Page 2: the head does not give the short title"),
}

OF_A_DRAFT: dict[str, tuple[Spoil, str]] = {
    "no watermark": (lambda pdf: edit(pdf, 1, WATERMARK, b""), "Page 2: the draft has no watermark"),
    "no marking at the head": (lambda pdf: edit(pdf, 1, HEADER, b""), "Page 2: the draft does not carry its marking"),
    "no marking at the foot": (lambda pdf: edit(pdf, 1, FOOTER, b""), "Page 2: the draft does not carry its marking"),
}

_CASES = [
    pytest.param(document, spoil, words, id=f"{group}: {name}")
    for group, document, cases in [
        ("structure", FINAL, STRUCTURE),
        ("content", FINAL, CONTENT),
        ("links", FINAL, LINKS),
        ("rest", FINAL, REST),
        ("draft", DRAFT, OF_A_DRAFT),
    ]
    for name, (spoil, words) in cases.items()
]


@pytest.mark.parametrize(("document", "spoil", "words"), _CASES)
def test_a_spoilt_pdf_is_noticed(document: Document, spoil: Spoil, words: str) -> None:
    """One of the sentences says what was spoilt."""
    problems = spoilt(document, spoil)
    assert [each for each in problems if words in each], problems[:8]
