"""Faults on purpose in the writer that concern what is content, its order and its types (record out)."""

from __future__ import annotations

from contextlib import nullcontext

from pikepdf import Dictionary, Name, String

from response_app.record.pdf import figure, layout, text
from response_app.record.pdf.tags import Recorder

from . import mutant_ways as ways
from .mutants import Mutant


def in_writer(fault: str, clause: str, condition: str, spoil: ways.Spoil, told: str, *verapdf: str, is_draft: bool = False) -> Mutant:
    return Mutant(fault, clause, condition, told, verapdf, in_writer=spoil, is_draft=is_draft)


CONTENT = (
    in_writer(
        "the running head is tagged as a paragraph",
        "7.8",
        "01-001",
        ways.artifact("/Header", "P"),
        "In the reading order but not in the record: P “Exampleshire",
    ),
    in_writer(
        "the foot is tagged as a heading",
        "7.8",
        "01-001",
        ways.artifact("/Footer", "H6"),
        "In the reading order but not in the record: H6 “Version",
        "7.4.2-1",
    ),
    in_writer(
        "a draft’s watermark is tagged as a paragraph",
        "7.1",
        "01-001",
        ways.artifact("/Watermark", "P"),
        "In the reading order but not in the record: P “DRAFT”",
        is_draft=True,
    ),
    in_writer(
        "borders, bars and underlines are tagged as content",
        "7.1",
        "01-001",
        ways.artifact("", "P"),
        "is painted inside an element, as if it were content",
    ),
    in_writer(
        "a table’s header, repeated on the next page, is read again",
        "7.1",
        "01-001",
        ways.header_again,
        "differs from the record: the words",
    ),
    in_writer("a paragraph is drawn twice", "7.1", "01-001", ways.drawn_twice, "differs from the record: the words"),
    in_writer(
        "the words of lists are marked as decoration",
        "7.1",
        "01-002",
        ways.unnoticed(ways.hidden("LBody")),
        "are decoration, but not of the kind",
    ),
    in_writer("headings stand in an artifact", "7.1", "01-004", ways.nested, "a marked part stands inside another", "7.1-2"),
    in_writer(
        "borders, bars and underlines are not marked",
        "7.1",
        "01-005",
        ways.instead(Recorder, "artifact", lambda *_: nullcontext()),
        "is painted outside every marked part",
        "7.1-3",
    ),
    in_writer(
        "the head is an artifact, but not of the pages",
        "7.8",
        "18-001",
        ways.properties("/Type /Pagination ", ""),
        "are decoration, but not of the kind that pages repeat",
    ),
    in_writer(
        "head and foot are not told apart",
        "7.8",
        "18-002",
        ways.properties("/Subtype /Header", ""),
        "the head does not give the short title",
    ),
    in_writer(
        "the words of list items belong to another element",
        "ISO 32000-1, 14.7.4.4",
        "",
        ways.claimed_elsewhere,
        "the parent tree names other elements",
    ),
    in_writer(
        "an empty paragraph makes a gap",
        "7.1",
        "09-003",
        ways.unnoticed(ways.after(layout.Layout, "_paragraph", ways.empty_paragraph)),
        "A P element is empty",
    ),
    in_writer(
        "an empty span stands in each paragraph",
        "7.1",
        "09-003",
        ways.unnoticed(ways.after(layout.Layout, "_text", ways.empty_span)),
        "A Span element is empty",
    ),
    in_writer(
        "the blank at the end of a line is lost, and two words become one",
        "7.2",
        "",
        ways.turned(text, "pieces_of", ways.dropped_blank),
        "differs from the record: the words",
    ),
)

ORDER_AND_TYPES = (
    in_writer(
        "two elements stand in the wrong order",
        "7.2",
        "09-001",
        ways.after(layout.Layout, "add", ways.swapped),
        "Missing from the reading order: P “See the report",
    ),
    in_writer(
        "cells are drawn in another order than they are read in",
        "ISO 32000-1, 14.8.2.3",
        "",
        ways.drawn_backwards,
        "are drawn before others that are read first",
    ),
    in_writer("a nested list stands beside its item", "7.2", "09-002", ways.flattened, "has L where the record has L/LI/LBody/L"),
    in_writer("a table stands in a heading", "7.2", "09-002", ways.in_heading, "has H4/Table where the record has Table"),
    in_writer(
        "headings are paragraphs in bold", "7.4", "14-001", ways.retyped(H3="P"), "has P “A finding” where the record has H3", "7.4.2-1"
    ),
    in_writer(
        "the first heading is not of level 1", "7.4.2", "14-002", ways.retyped(H1="H2"), "The first heading must be the one H1", "7.4.2-1"
    ),
    in_writer(
        "a level of headings is skipped", "7.4.2", "14-003", ways.retyped(H3="H5"), "A heading of level 5 follows one of level 2", "7.4.2-1"
    ),
    in_writer(
        "headings without a number stand beside numbered ones",
        "7.4.4",
        "14-007",
        ways.retyped(H2="H"),
        "has H “Summary of inspection” where the record has H2",
        "7.4.2-1",
        "7.4.4-1",
        "7.4.4-2",
        "7.4.4-3",
    ),
    in_writer(
        "a seventh level is used",
        "7.4.3",
        "14-005",
        ways.retyped(H4="H7"),
        "has H7 “What was done” where the record has H4",
        "7.1-5",
        "A:6.7.3.4-1",
    ),
    in_writer(
        "levels have Roman numbers",
        "7.4.3",
        "14-004",
        ways.retyped(H2="HII"),
        "has HII “Summary of inspection” where the record has H2",
        "7.1-5",
        "7.4.2-1",
        "A:6.7.3.4-1",
    ),
    in_writer(
        "paragraphs are of a type that no reader knows",
        "7.1",
        "02-001",
        ways.retyped(P="Text"),
        "has Text “Version 1.0” where the record has P",
        "7.1-5",
        "A:6.7.3.4-1",
    ),
    in_writer(
        "an own type is mapped to one that means something else",
        "7.1",
        "02-002",
        ways.both(ways.retyped(P="Text"), ways.roles(Text=Name.Note)),
        "renames element types",
        "7.9-1",
    ),
    in_writer(
        "types are mapped in a circle",
        "7.1",
        "02-003",
        ways.both(ways.retyped(P="Text"), ways.roles(Text=Name.Words, Words=Name.Text)),
        "renames element types",
        "7.1-6",
        "A:6.7.3.4-2",
    ),
    in_writer("a standard type is renamed", "7.1", "02-004", ways.roles(P=Name.Span), "renames element types", "7.1-7"),
    in_writer("a quotation is no quotation", "7.1", "01-006", ways.retyped(BlockQuote="Div"), "has Div where the record has BlockQuote"),
    in_writer("a list is no list", "7.6", "16-003", ways.retyped(L="Div", LI="Div", Lbl="Span", LBody="P"), "where the record has L"),
    in_writer(
        "a list’s item is a paragraph", "7.2", "09-005", ways.retyped(LI="P"), "has L/P where the record has L/LI", "7.2-18", "7.2-19"
    ),
    in_writer(
        "a list’s mark is part of its words", "7.6", "16-003", ways.retyped(Lbl="LBody"), "has L/LI/LBody where the record has L/LI/Lbl"
    ),
    in_writer(
        "a row is a section",
        "7.2",
        "09-004",
        ways.retyped(TR="Sect"),
        "has Table/Sect where the record has Table/TR",
        "7.2-3",
        "7.2-8",
        "7.2-9",
    ),
    in_writer("a table is no table", "7.5", "01-006", ways.retyped(Table="Div", TR="Div", TH="P", TD="P"), "where the record has Table"),
    in_writer("paragraphs are notes", "7.9", "19-003", ways.retyped(P="Note"), "has Note “Version 1.0” where the record has P", "7.9-1"),
    in_writer(
        "paragraphs are formulas", "7.7", "17-002", ways.retyped(P="Formula"), "has Formula “Version 1.0” where the record has P", "7.7-1"
    ),
)

TABLES_LISTS_PICTURES = (
    in_writer("a row’s header cell is no header", "7.5", "15-001", ways.cells("Row"), "where the record has Table/TR/TH “Force”"),
    in_writer(
        "a column’s header cell is no header", "7.5", "15-002", ways.cells("Column"), "where the record has Table/TR/TH “Recommendation”"
    ),
    in_writer(
        "header cells do not say what they head",
        "7.5",
        "15-003",
        ways.attributes("TH", lambda: None),
        "a header cell is missing, or does not say",
        "7.5-1",
    ),
    in_writer(
        "header cells of columns say that they head rows",
        "7.5",
        "15-005",
        ways.attributes("TH", lambda: Dictionary(O=Name.Table, Scope=Name.Row)),
        "neither its first row nor its first column",
    ),
    in_writer(
        "a cell says that it is two columns wide",
        "7.2",
        "09-004",
        ways.attributes("TD", lambda: Dictionary(O=Name.Table, ColSpan=2)),
        "A TD element has other attributes",
        "7.2-42",
    ),
    in_writer(
        "a numbered list does not say that it is one",
        "7.6",
        "16-001",
        ways.attributes("L", lambda: None),
        "L differs from the record: scope, kind",
    ),
    in_writer(
        "a numbered list says that it has bullets",
        "7.6",
        "16-002",
        ways.attributes("L", lambda: Dictionary(O=Name.List, ListNumbering=Name.Disc)),
        "L differs from the record: scope, kind",
    ),
    in_writer(
        "the scope stands where lists have theirs",
        "7.5",
        "15-003",
        ways.attributes("TH", lambda: Dictionary(O=Name.List, Scope=Name.Column)),
        "A TH element has other attributes",
        "7.5-1",
    ),
    in_writer("a picture is a paragraph", "7.3", "13-001", ways.retyped(Figure="P"), "has P “\ufffc” where the record has Figure"),
    in_writer(
        "a picture lies behind a link and is not described with it",
        "7.3",
        "13-002",
        ways.linked_picture,
        "In the reading order but not in the record: Link",
    ),
    in_writer("a picture is tagged in two parts", "7.3", "13-006", ways.halved, "differs from the record: the words"),
    in_writer("paragraphs are captions", "7.3", "13-003", ways.retyped(P="Caption"), "has Caption “Version 1.0” where the record has P"),
    in_writer(
        "a reference is a link without an address",
        "7.9",
        "19-002",
        ways.retyped(Link="Reference"),
        "A Reference element holds a link annotation",
        "7.18.5-1",
    ),
    in_writer("a picture has no description", "7.3", "13-004", ways.entry("Figure", ways.drop("/Alt")), "words for a picture", "7.3-1"),
    in_writer(
        "a picture is described by the name of its file",
        "7.3",
        "13-004",
        ways.entry("Figure", ways.put("/Alt", String("logo.png"))),
        "words for a picture",
    ),
    in_writer(
        "a picture has replacing words where it needs a description",
        "7.3",
        "13-005",
        ways.entry("Figure", lambda made: (ways.drop("/Alt")(made), ways.put("/ActualText", String("badge"))(made))),
        "has the entries /ActualText",
    ),
    in_writer(
        "a picture does not say where it is", "7.3", "", ways.after(figure.FigureBlock, "draw", ways.no_box), "A picture does not say where"
    ),
    in_writer(
        "a picture says that it is elsewhere", "7.3", "", ways.after(figure.FigureBlock, "draw", ways.other_box), "A picture is not where"
    ),
)

OF_STRUCTURE = (*CONTENT, *ORDER_AND_TYPES, *TABLES_LISTS_PICTURES)
