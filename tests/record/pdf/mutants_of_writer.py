"""Faults on purpose in the writer that concern words, links and the file as a whole (record out)."""

from __future__ import annotations

from dataclasses import replace

from pikepdf import Array, Dictionary, Name, String

from response_app.record.pdf import layout, structure, style, writer
from response_app.record.pdf.page import Furniture
from response_app.record.pdf.tags import Recorder
from response_app.record.tree import Role

from . import mutant_ways as ways
from .mutants_of_structure import OF_STRUCTURE, in_writer

LANGUAGE_AND_WORDS = (
    in_writer(
        "the file has no language",
        "7.2",
        "11-001",
        ways.root(ways.drop("/Lang")),
        "The language of the file is not en-GB",
        "7.2-2",
        "7.2-22",
        "7.2-24",
        "7.2-33",
        "7.2-34",
    ),
    in_writer(
        "the file has a language that nobody speaks",
        "7.2",
        "11-007",
        ways.root(ways.put("/Lang", String("english"))),
        "The language of the file is not en-GB",
    ),
    in_writer(
        "the metadata name another language",
        "7.2",
        "11-006",
        ways.xmp("<rdf:li>{language}</rdf:li>", "<rdf:li>fr</rdf:li>"),
        "The language in the metadata is not en-GB",
    ),
    in_writer(
        "Welsh words in a sentence are not marked", "7.2", "11-007", ways.language_of_the_file, "differs from the record: the language"
    ),
    in_writer(
        "a Welsh paragraph is not marked",
        "7.2",
        "11-007",
        ways.entry("P", ways.drop("/Lang")),
        "P “Mae hyn yn Gymraeg.” differs from the record: the language",
    ),
    in_writer(
        "English paragraphs are marked as Welsh",
        "7.2",
        "11-007",
        ways.entry("P", ways.put("/Lang", String("cy-GB"))),
        "differs from the record: the language",
    ),
    in_writer(
        "other words are read out than are shown",
        "7.2",
        "",
        ways.entry("P", ways.put("/ActualText", String("Other words"))),
        "has the entries /ActualText",
    ),
    in_writer(
        "links are read out in other words",
        "7.2",
        "",
        ways.entry("Link", ways.put("/Alt", String("link"))),
        "A Link element has words that are read out in place of its own",
    ),
    in_writer("an acronym is expanded wrongly", "7.2", "", ways.entry("P", ways.put("/E", String("Other words"))), "has the entries /E"),
    in_writer(
        "fonts do not say which characters they show",
        "7.21.7",
        "31-027",
        ways.fonts_of(ways.drop("/ToUnicode")),
        "does not say which characters it shows",
        "7.21.7-1",
        "A:6.2.11.7.2-1",
    ),
    in_writer(
        "fonts say other characters than they show",
        "7.2",
        "10-001",
        ways.fonts_of(ways.other_mapping),
        "differs from the record: the words",
    ),
    in_writer(
        "fonts are not in the file",
        "7.21.4.1",
        "31-009",
        ways.fonts_of(lambda font: ways.drop("/FontFile2")(font.FontDescriptor)),
        "is not embedded",
        "7.21.4.1-1",
        "A:6.2.11.4.1-1",
    ),
    in_writer(
        "a character that the typeface lacks is drawn as it is",
        "7.21.8",
        "31-030",
        ways.instead(layout, "drawn", str),
        "a character that the font",
        "7.21.7-2",
        "A:6.2.11.7.2-2",
    ),
    in_writer(
        "text is too pale",
        "7.1; WCAG 2.2, 1.4.3",
        "04-001",
        ways.instead(layout, "_ROLES", {**layout._ROLES, Role.META: replace(style.META, colour=(0.6, 0.6, 0.6))}),
        "“Version 1.0” is too pale",
    ),
)

LINKS = (
    in_writer(
        "links are only blue words",
        "7.18.5",
        "28-011",
        ways.both(ways.retyped(Link="Span"), ways.instead(Recorder, "link", lambda *_: None)),
        "differs from the record: the links",
    ),
    in_writer(
        "a link’s annotation stands in a span",
        "7.18.5",
        "28-011",
        ways.retyped(Link="Span"),
        "A Span element holds a link annotation",
        "7.18.5-1",
    ),
    in_writer(
        "annotations stand outside the structure",
        "7.18.5",
        "28-011",
        ways.without_reference,
        "Not every link annotation belongs to exactly one Link",
    ),
    in_writer(
        "annotations do not say to which element they belong",
        "7.18.5",
        "28-011",
        ways.after(structure, "_write_annotations", ways.no_element_key),
        "does not say to which element it belongs",
        "7.18.5-1",
    ),
    in_writer(
        "links have no description",
        "7.18.5",
        "28-012",
        ways.annotation(ways.drop("/Contents")),
        "has no description",
        "7.18.1-2",
        "7.18.5-2",
    ),
    in_writer(
        "links are described by their address",
        "7.18.5",
        "28-012",
        ways.annotation(lambda made: ways.put("/Contents", made.A.URI)(made)),
        "is described in other words than its own",
    ),
    in_writer("only the first line of a link can be clicked", "7.18.5", "28-011", ways.first_line_only, "lines and has 1 annotations"),
    in_writer(
        "a link’s area does not lie over its words",
        "7.18.5",
        "28-001",
        ways.annotation(ways.put("/Rect", Array([60, 60, 90, 75]))),
        "does not lie over its words",
    ),
    in_writer("links are hidden", "ISO 19005-2, 6.3.2", "", ways.annotation(ways.put("/F", 2)), "is hidden or not printed", "A:6.3.2-2"),
    in_writer("pages have no order for the Tab key", "7.18.3", "28-008", ways.tabs(None), "the Tab key does not follow", "7.18.3-1"),
    in_writer("the Tab key goes by rows", "7.18.3", "28-009", ways.tabs(Name.R), "the Tab key does not follow", "7.18.3-1"),
)

WHOLE_FILE = (
    in_writer(
        "the file does not say that it is tagged",
        "6.2; 7.1",
        "",
        ways.root(ways.drop("/MarkInfo")),
        "does not say that it is tagged",
        "6.2-1",
        "A:6.7.2.2-1",
    ),
    in_writer(
        "the file says that its tags are in doubt",
        "7.1",
        "01-007",
        ways.root(lambda made: ways.put("/Suspects", True)(made.MarkInfo)),
        "The mark of a tagged file has /Suspects",
        "7.1-4",
    ),
    in_writer(
        "the structure tree is missing",
        "7.1",
        "01-005",
        ways.root(ways.drop("/StructTreeRoot")),
        "has no structure tree",
        "7.1-11",
        "7.1-3",
        "7.18.5-1",
        "A:6.7.3.3-1",
    ),
    in_writer(
        "the way from words to elements is missing",
        "ISO 32000-1, 14.7.4.4",
        "",
        ways.after(writer, "write_structure", ways.no_parent_tree),
        "the parent tree names other elements",
        "7.1-3",
        "7.18.5-1",
    ),
    in_writer(
        "pages do not say which elements they show",
        "ISO 32000-1, 14.7.4.4",
        "",
        ways.after(writer, "write_structure", ways.no_page_key),
        "the parent tree names other elements",
        "7.1-3",
    ),
    in_writer(
        "there is no metadata",
        "7.1",
        "06-001",
        ways.root(ways.drop("/Metadata")),
        "does not say that the file is PDF/UA-1",
        "7.1-8",
        "A:6.6.2.1-1",
    ),
    in_writer(
        "the file does not say that it is PDF/UA",
        "5",
        "06-002",
        ways.xmp("<pdfuaid:part>1</pdfuaid:part>", ""),
        "does not say that the file is PDF/UA-1",
        "5-1",
    ),
    in_writer(
        "the metadata have no title",
        "7.1",
        "06-003",
        ways.xmp('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>', ""),
        "The title in the metadata",
        "7.1-9",
    ),
    in_writer("the title says nothing of the file", "7.1", "06-004", ways.xmp("{title}", "Untitled"), "The title in the metadata"),
    in_writer(
        "a viewer shows the file’s name, not its title",
        "7.1",
        "07-002",
        ways.root(ways.put("/ViewerPreferences", Dictionary(DisplayDocTitle=False))),
        "does not ask for its title",
        "7.1-10",
    ),
    in_writer(
        "nothing is said about the title bar",
        "7.1",
        "07-001",
        ways.root(ways.drop("/ViewerPreferences")),
        "does not ask for its title",
        "7.1-10",
    ),
    in_writer(
        "the menus are hidden",
        "7.1",
        "",
        ways.root(lambda made: ways.put("/HideMenubar", True)(made.ViewerPreferences)),
        "The wished view of the file has /HideMenubar",
    ),
    in_writer(
        "there are no bookmarks", "7.17", "27-001", ways.instead(structure, "_write_outline", lambda *_: None), "headings and 0 bookmarks"
    ),
    in_writer("all bookmarks are of one level", "7.17", "27-001", ways.flat, "does not agree with the heading"),
    in_writer(
        "a draft has no watermark",
        "",
        "",
        ways.instead(Furniture, "draw_watermark", lambda *_: None),
        "the draft has no watermark",
        is_draft=True,
    ),
)

OF_WRITER = (*OF_STRUCTURE, *LANGUAGE_AND_WORDS, *LINKS, *WHOLE_FILE)
