"""The conditions of the Matterhorn Protocol 1.1 that ask for a person's judgement, and how the record meets each (record out).

The protocol (PDF Association, 2021) has 137 conditions for PDF/UA-1: software alone finds 87 of them, 48 usually need a
person, and two have no test of their own. What they ask for is said here in other words than the protocol's.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kept(Enum):
    """How a condition is met."""

    MODEL = "asserted from the model"
    NEVER = "cannot occur"
    PERSON = "left to a person"
    PARTLY = "asserted from the model as far as the author marked it; the rest is left to a person"


class Condition(NamedTuple):
    """A condition.

    Attributes:
        number: checkpoint and condition, "01-001".
        fails: when it fails.
        kept: how it is met.
        why: what makes it so.
        checks: functions of the linter, or tests beside this module, that assert it.
        looks: keys of what a person looks at before publication.
    """

    number: str
    fails: str
    kept: Kept
    why: str
    checks: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()


_ORDER, _CONTENT, _CLAIMS = "order.compare", "content.read_pages", "tree.check_claims"
_TREE, _NOTHING_ELSE, _LINKS = "tree.read_tree", "metadata.check_nothing_else", "links.read_annotations"
_OBJECTS = "test_no_sample_holds_an_object_that_acts_moves_or_sounds"
_PICTURES = "test_the_only_picture_is_the_logo"
_NO_MEDIA = "the record has neither scripts nor media, and links are its only annotations"

CONDITIONS = (
    Condition(
        "01-001",
        "decoration is read out as if it were content",
        Kept.MODEL,
        "every word in an element is the model’s, and nothing but text and pictures is drawn there",
        (_ORDER, _CONTENT),
    ),
    Condition(
        "01-002",
        "content is hidden as decoration",
        Kept.MODEL,
        "every word of the model is in an element; decoration says nothing but head, foot, watermark and repeated table headers",
        (_ORDER, "furniture.check_furniture"),
    ),
    Condition(
        "01-006",
        "an element’s type or attributes do not mean what the content is",
        Kept.MODEL,
        "types and attributes are those of the model’s nodes",
        (_ORDER, _TREE),
    ),
    Condition(
        "02-002",
        "an own type stands for a standard one that means something else",
        Kept.NEVER,
        "only standard types, and no role map",
        (_TREE, _OBJECTS),
    ),
    Condition(
        "03-001",
        "an action makes the page flicker",
        Kept.NEVER,
        "the only action is to follow a web or mail address",
        (_NOTHING_ELSE, _LINKS, _OBJECTS),
    ),
    Condition("03-002", "a film or animation flickers", Kept.NEVER, _NO_MEDIA, (_LINKS, _OBJECTS)),
    Condition("03-003", "a script makes the page flicker", Kept.NEVER, _NO_MEDIA, (_NOTHING_ELSE, _OBJECTS)),
    Condition(
        "04-001",
        "colour, contrast, format or place alone say something",
        Kept.PARTLY,
        "headings, quotations, links and draft marks have types or words; text has a contrast of 4.5 at least. What an author means by bold"
        " or by “the table on the right” no program knows",
        (_ORDER, "furniture.check_text"),
        ("meaning",),
    ),
    Condition("05-001", "a medium has sound that nothing else gives", Kept.NEVER, _NO_MEDIA, (_LINKS, _OBJECTS)),
    Condition("05-002", "a sound has no other form", Kept.NEVER, _NO_MEDIA, (_LINKS, _OBJECTS)),
    Condition("05-003", "a script beeps and says nothing besides", Kept.NEVER, _NO_MEDIA, (_NOTHING_ELSE, _OBJECTS)),
    Condition(
        "06-004",
        "the title does not tell which document it is",
        Kept.MODEL,
        "it names force, inspection and version, and is the model’s",
        ("metadata.check_metadata", "test_the_title_names_force_inspection_and_version"),
    ),
    Condition(
        "08-001",
        "text read from a scan has errors",
        Kept.NEVER,
        "text is drawn as characters, never read from pictures",
        (_CONTENT, _PICTURES),
    ),
    Condition(
        "08-002",
        "text read from a scan is not tagged",
        Kept.NEVER,
        "as before; a picture outside a Figure is told",
        (_CONTENT, "furniture.check_furniture", _PICTURES),
    ),
    Condition(
        "09-001",
        "elements are not in the order in which they are to be read",
        Kept.MODEL,
        "the order is the model’s, in the structure and on the page",
        (_ORDER, "order.check_drawing"),
    ),
    Condition("09-002", "elements are nested without sense", Kept.MODEL, "the nesting is the model’s", (_ORDER,)),
    Condition(
        "09-003",
        "an element’s type does not fit its content",
        Kept.MODEL,
        "types are those of the model’s nodes; no element is empty",
        (_ORDER, _TREE),
    ),
    Condition(
        "11-007",
        "the language given for words is not theirs",
        Kept.PARTLY,
        "record, paragraph and run have the model’s language, our own fixed words theirs. Which words are in another language, "
        "the author marks",
        (_ORDER, "metadata.check_metadata"),
        ("language",),
    ),
    Condition(
        "12-001",
        "a sign that stretches over lines is drawn in pieces",
        Kept.NEVER,
        "characters are drawn whole, upright and unstretched",
        (_CONTENT, "furniture.check_text"),
    ),
    Condition(
        "13-001",
        "a drawing that is content is no figure",
        Kept.MODEL,
        "the only picture is the logo, a Figure; lines and surfaces are decoration",
        (_ORDER, _CONTENT, _PICTURES),
    ),
    Condition(
        "13-002",
        "a link with a picture behind it does not say what the picture says",
        Kept.NEVER,
        "no link lies on a picture",
        (_ORDER, _PICTURES),
    ),
    Condition(
        "13-003", "a caption is not tagged as one", Kept.NEVER, "the logo has none, and there is no other picture", (_ORDER, _PICTURES)
    ),
    Condition(
        "13-005",
        "a figure has replacing words where a description is wanted",
        Kept.NEVER,
        "there are no replacing words, only the description from the office settings",
        (_TREE, _ORDER, _OBJECTS),
    ),
    Condition(
        "13-006",
        "parts of one picture are figures of their own",
        Kept.NEVER,
        "the logo is one picture in one Figure",
        (_ORDER, "headings.check_pictures", _PICTURES),
    ),
    Condition(
        "13-007",
        "a picture shows what text or a table would say better",
        Kept.NEVER,
        "texts cannot hold pictures: tables and quotations are real ones",
        (_PICTURES,),
    ),
    Condition(
        "13-008",
        "a picture that is there for its words does not give them",
        Kept.PERSON,
        "the description has to give the words in the logo",
        (),
        ("descriptions",),
    ),
    Condition(
        "14-001",
        "a heading is not tagged",
        Kept.PARTLY,
        "what the author set as a heading is one. The check `heading_in_text` tells of lines that only look like headings, not of all",
        (_ORDER, "headings.check_headings"),
        ("headings",),
    ),
    Condition("14-004", "levels are not numbered in Arabic figures", Kept.NEVER, "types are H1 to H6", (_ORDER,)),
    Condition(
        "14-005",
        "a heading of the seventh level has a tag of a higher one",
        Kept.NEVER,
        "a text’s second level under a finding’s fourth is the sixth and last",
        (_ORDER, "test_no_heading_is_deeper_than_the_sixth_level"),
    ),
    Condition(
        "15-001",
        "what heads a row is not tagged so",
        Kept.PARTLY,
        "in our own tables it is; an author’s table has a first row of headers only",
        (_ORDER, "headings.check_tables"),
        ("tables",),
    ),
    Condition(
        "15-002",
        "what heads a column is not tagged so",
        Kept.PARTLY,
        "the first row of an author’s table is its headers; whether it says what the columns hold, a person sees",
        (_ORDER, "headings.check_tables"),
        ("tables",),
    ),
    Condition("15-004", "what is no table is tagged as one", Kept.PERSON, "an author can make a table of anything", (), ("tables",)),
    Condition(
        "15-005",
        "it is not clear which header a cell has",
        Kept.MODEL,
        "every row has a cell in every column, no cell is wider, and each header says what it heads",
        ("headings.check_tables", _TREE),
    ),
    Condition("16-001", "a numbered list does not say so", Kept.MODEL, "the kind of the list is the model’s", (_ORDER,)),
    Condition("16-002", "a numbered list says another kind", Kept.MODEL, "the kind and each number are the model’s", (_ORDER, _TREE)),
    Condition(
        "16-003",
        "a list is not tagged as one",
        Kept.PARTLY,
        "what the author set as a list is one; dashes typed at the start of paragraphs are not",
        (_ORDER,),
        ("headings",),
    ),
    Condition(
        "17-001", "a formula is not tagged as one", Kept.PERSON, "the editor has no formulas; an author could type one", (), ("notes",)
    ),
    Condition(
        "18-001",
        "head and foot are not decoration of the pages",
        Kept.MODEL,
        "their words are the model’s, and marked so",
        ("furniture.check_furniture",),
    ),
    Condition(
        "18-002",
        "head and foot do not say which they are",
        Kept.MODEL,
        "each is found by its kind on each page",
        ("furniture.check_furniture",),
    ),
    Condition(
        "19-001", "a footnote is not tagged as one", Kept.PERSON, "the editor has no footnotes; an author could type one", (), ("notes",)
    ),
    Condition("19-002", "a reference to a note is not tagged as one", Kept.PERSON, "as before", (), ("notes",)),
    Condition("22-001", "articles lead through the pages in another order", Kept.NEVER, "there are no articles", (_NOTHING_ELSE, _OBJECTS)),
    Condition("23-001", "no test of its own: signatures", Kept.NEVER, "the file has no fields, so no signature", (_NOTHING_ELSE, _OBJECTS)),
    Condition(
        "24-001", "a form on paper does not say what its fields are", Kept.NEVER, "a record has nothing to fill in", (_ORDER, _OBJECTS)
    ),
    Condition(
        "27-001",
        "no test of its own: finding the way",
        Kept.MODEL,
        "bookmarks are the headings, nested alike, each leading to its own",
        ("headings.check_headings",),
    ),
    Condition(
        "28-001",
        "a link comes at another place than its words",
        Kept.MODEL,
        "each line of a link has its annotation, over its words and in their element",
        ("links.check_links", _CLAIMS),
    ),
    Condition(
        "28-003", "an annotation that only decorates is tagged otherwise", Kept.NEVER, "links are the only annotations", (_LINKS, _OBJECTS)
    ),
    Condition("28-013", "the place of a click in a link counts", Kept.NEVER, "a link has an address and nothing else", (_LINKS, _OBJECTS)),
    Condition("29-001", "a script asks for keys in time", Kept.NEVER, _NO_MEDIA, (_NOTHING_ELSE, _OBJECTS)),
    Condition(
        "31-010",
        "a typeface may not be embedded for everybody",
        Kept.NEVER,
        "Source Sans Pro, under the SIL Open Font Licence",
        ("fonts.read_font", "test_everybody_may_embed_the_typeface"),
    ),
)
"""In the protocol's order; 23-001 and 27-001 are the two without a test of their own."""
