"""Rules on what is left of the writing: words still awaited, notes to oneself, markup, poor links (checks)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html.entities import name2codepoint

from .facts import Facts
from .matches import LineRule, Match, among
from .paragraphs import Kind, Line
from .problem import Severity

_COMING = "(?:further )?(?:guidance|text|wording|input|information|figures|confirmation|update|response from)"
_GAP = "insert|add|name|date|title|force|xx+|tbc|tba|number|placeholder|text"
_GAP_IN_ROUND = (
    r"insert|xx+|tb[ca]|placeholder"
    r"|(?:add|name of|date of|number of) (?:the )?(?:force|person|lead|owner|meeting|date|name|figure|text)s?\s*\)"
)
_AWAITED = re.compile(
    r"\b(?:T\.B\.[CAD]\.|TB[CAD]|TODO|FIXME|XX+|lorem ipsum|DD[ /.-](?:MM|Mon(?:th)?)[ /.-]YY(?:YY)?)(?![\w’'])"
    r"|\bto be (?:confirmed|advised|added|inserted|supplied|provided by \w+|completed by \w+|drafted)(?=\s*(?:[.;,)\]]|$))"
    rf"|\b(?:awaiting|await) (?:{_COMING})\b"
    rf"|\b(?:text|wording|figures?|details|response|comments?|update) to follow(?=\s*(?:[.;,)\]]|$))"
    rf"|[\[<{{]\s*(?:{_GAP})\b[^\]>}}]{{0,60}}[\]>}}]|\(\s*(?:{_GAP_IN_ROUND})(?:\b[^)]{{0,60}}\)|(?<=\)))"
    r"|_{4,}|\?{3,}",
    re.I,
)
_AWAITED_WORDS = among(
    "tba tbc tbd todo fixme b xx xxx xxxx xxxxx xxxxxx lorem dd follow",
    "confirmed advised added inserted supplied provided completed drafted await awaiting",
)
_NOT_AS_A_NAME = frozenset(("tba", "tbd", "tbc"))
_ONLY_AS_CAPITALS = frozenset(("todo", "dd"))
_FIELD = re.compile(r"\[[a-z_]+\]")


def awaiting_text(line: Line, facts: Facts) -> Iterator[Match]:
    """Words that stand in for words still to come: "TBC", "awaiting guidance", "[insert]"."""
    fields = {found.span() for found in _FIELD.finditer(line.words)} if any(run.field for run in line.runs) else set()
    for found in _AWAITED.finditer(line.words):
        said = found[0]
        if found.span() not in fields and not _is_a_word(said):
            yield Match(*found.span(), f"“{said}” stands for words that are still missing", "Write what is meant, or take it out.")


def _is_a_word(said: str) -> bool:
    """Whether it is a name ("Tbc") or a word ("todo") that only looks like words still to come."""
    small = said.lower()
    return (small in _NOT_AS_A_NAME and said.istitle()) or (small.split("/")[0] in _ONLY_AS_CAPITALS and not said.isupper())


_DRAFT = re.compile(
    r"\bOFFICIAL(?:[ -–]SENSITIVE)?\b(?!\s+(?:Secrets|statistics))"
    r"|\b(?:NOT FOR PUBLICATION|NOT PROTECTIVELY MARKED|RESTRICTED|IN CONFIDENCE|DRAFT)\b"
    r"|\b[Dd]raft (?:v(?:ersion)?\.? ?[0-9]|response|text|for (?:comment|review|approval))"
    r"|\b[Ee]mbargo(?:ed)? until\b|\b(?:v|version )0\.[0-9]+\b"
    r"|\bComment(?:ed)? \[[A-Z]{1,3}[0-9]+\]|\b[Nn]ote to (?:self|author|editor|PCC|Chief)\b|\b[Tt]rack(?:ed)? changes\b"
)
_DRAFT_WORDS = among(
    "official draft embargo embargoed confidence restricted publication marked version note comment commented track tracked v0",
)


def draft_words_inside(line: Line, facts: Facts) -> Iterator[Match]:
    """A marking, "DRAFT" or a note to a colleague within the words themselves; the app marks drafts by itself."""
    for found in _DRAFT.finditer(line.words):
        yield Match(*found.span(), f"“{found[0]}” is in the text", "Take it out; drafts are marked by the app, and finals are not.")


_MOBILE = re.compile(r"(?<![\w+])(?:(?:\+|00)44[ .-]?(?:\(0\)|0)?[ .-]?|\(?0)7(?:[ .-]?\)?[ .-]?[0-9]){9}(?![0-9])")
_PRIVATE_HOSTS = (
    "gmail googlemail hotmail outlook live msn yahoo ymail rocketmail icloud me mac aol btinternet btopenworld sky virginmedia blueyonder "
    "ntlworld tiscali talktalk plusnet protonmail proton gmx fastmail"
)
_PRIVATE = re.compile(rf"\b[\w.+-]+@(?:{'|'.join(_PRIVATE_HOSTS.split())})\.[a-z.]{{2,6}}\b", re.I)


def personal_detail(line: Line, facts: Facts) -> Iterator[Match]:
    """A mobile number or a private e-mail address."""
    for found in _MOBILE.finditer(line.words):
        yield Match(*found.span(), "A mobile number is published with the record", "Give the office’s own number.")
    for found in _PRIVATE.finditer(line.words):
        yield Match(*found.span(), "A private e-mail address is published with the record", "Give the office’s own address.")


_TAGS = (
    "a abbr address article aside b big blockquote body br button center cite code col colgroup dd del div dl dt em figcaption "
    "figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main mark meta nav o:p ol "
    "option p pre q s script section select small span strike strong style sub sup table tbody td textarea tfoot th thead title "
    "tr u ul w:p w:r"
)
_TAG = re.compile(rf"<(?:!--.{{0,300}}?--|(?:/\s*)?(?:{'|'.join(_TAGS.split())})(?:\s+[\w:-]+\s*=[^<>]{{0,300}})?\s*/?)>", re.I)
_ENTITY = re.compile(rf"&(?:(?:{'|'.join((*name2codepoint, 'apos'))}|#[0-9]{{1,6}}|#x[0-9a-f]{{1,5}});|nbsp\b)", re.I)
_HIDDEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


def markup_left(line: Line, facts: Facts) -> Iterator[Match]:
    """Tags and entities of a web page in the words, and characters that nobody sees; "<5 minutes" is no tag."""
    for words, start, end in markup_in(line.words):
        yield Match(start, end, f"{words} has been left in the text", "Take it out; the words around it stay.")


def markup_in(words: str) -> Iterator[tuple[str, int, int]]:
    """Yield what markup stands in plain words, told by name where it cannot be seen, with its first character and one past its last."""
    for pattern in (_TAG, _ENTITY):
        for found in pattern.finditer(words):
            yield f"“{found[0]}”", *found.span()
    for found in _HIDDEN.finditer(words):
        yield f"An invisible character ({unicodedata.name(found[0], 'no name').lower()}, U+{ord(found[0]):04X})", *found.span()


_POOR = re.compile(
    r"(?:please )?click (?:here|this)\b.*|(?:see )?here|click|this(?: link| page| website| report| document)?|link|(?:our |the )?website"
    r"|(?:read |find out |learn )?more(?: info(?:rmation)?)?|download|page|document|file|pdf|details|attached|(?:cliciwch )?yma|"
)
_INTERNAL = re.compile(
    r"^(?:https?://)?(?:[^/@]*\.)?(?:intranet|sharepoint\.com|pnn\.police\.uk|pnn\.gov\.uk|gsi\.gov\.uk|cjsm\.net"
    r"|teams\.microsoft\.com|onedrive\.live\.com|localhost|[\w-]+\.(?:local|lan|corp|internal|intra))"
    r"|^https?://(?:[\w-]*intranet[\w-]*\.|10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.|127\.|[\w-]+(?:[:/]|$))|^file:|^\\\\",
    re.I,
)
_PATH = re.compile(
    r"(?<![\w/])[A-Z]:\\[\w\\ .-]+|(?<![\w/])[A-Z]:/[\w/ .-]+|\\\\[\w.-]+\\[\w$ .\\-]+|\b(?i:file)://\S+"
    r"|\b(?i:https?://(?:[\w-]*intranet[\w.-]*|[\w.-]*sharepoint\.com))\S*"
)


def link_text_poor(line: Line, facts: Facts) -> Iterator[Match]:
    """A link whose words say nothing of where it leads, such as "here" (WCAG 2.2, 2.4.4)."""
    for words, start, end, _ in _links(line):
        said = " ".join(words.lower().strip(" .,:;…()“”‘’\"'").split())
        if _POOR.fullmatch(said):
            yield Match(
                start,
                end,
                f"The link “{words.strip()}” does not say where it leads",
                "Make the words of the link name the page, such as the report’s title.",
            )


def link_internal(line: Line, facts: Facts) -> Iterator[Match]:
    """A link, or an address in the words, that only opens inside the office."""
    for _, start, end, address in _links(line):
        if not address.lower().startswith("mailto:") and _INTERNAL.search(address):
            yield Match(
                start, end, "The link leads to a place that only the office can open", "Link to a public page, or take the link away."
            )
    for found in _PATH.finditer(line.words) if "\\" in line.words or ":/" in line.words else ():
        yield Match(*found.span(), "This address opens only inside the office", "Name a public page, or take it out.")


def _links(line: Line) -> Iterator[tuple[str, int, int, str]]:
    """Yield words, first character, one past the last, and address of each link; runs with one address beside each other are one link."""
    at, words, start, address = 0, "", 0, ""
    for run in (*line.runs, None):
        if address and (run is None or run.link != address):
            yield words, start, at, address
            words, address = "", ""
        if run is None:
            return
        shown = f"[{run.field}]" if run.field else run.text
        if run.link:
            start = at if not address else start
            words, address = words + shown, run.link
        at += len(shown)


_MOST_WORDS_OF_A_HEADING = 12
_NUMBER = re.compile(r"^[0-9]{1,2}(?:\.[0-9])*[.)]?\s+")


def heading_in_text(line: Line, facts: Facts) -> Iterator[Match]:
    """A line that only repeats a heading which the record prints by itself, or bold words that do a subheading's work."""
    words = line.words.strip()
    if not words or line.kind not in (Kind.PARAGRAPH, Kind.HEADING):
        return
    if _NUMBER.sub("", words).rstrip(":.").replace("'", "’").lower() in facts.headings:
        yield Match(0, len(line.words), f"“{words}” is already printed as a heading", "Take it out of the text.")
    elif line.kind is Kind.PARAGRAPH and _looks_like_a_heading(line, words):
        yield Match(
            0, len(line.words), f"“{words}” looks like a heading but is not one", "Make it a subheading, so that screen readers find it."
        )


def _looks_like_a_heading(line: Line, words: str) -> bool:
    short = len(words.split()) <= _MOST_WORDS_OF_A_HEADING and words[-1] not in ".!?;,"
    said = [run for run in line.runs if run.field or run.text.strip()]
    return short and all(run.bold for run in said)


RULES = (
    LineRule("markup_left", Severity.WRONG, markup_left, "published records print “<p>” tags", of_all=True),
    LineRule(
        "awaiting_text",
        Severity.WARNING,
        awaiting_text,
        "published records say “awaiting guidance”",
        _AWAITED_WORDS,
        ("[", "<", "(", "{", "____", "???"),
    ),
    LineRule("draft_words_inside", Severity.WARNING, draft_words_inside, "a final carries no marking", _DRAFT_WORDS),
    LineRule("personal_detail", Severity.WARNING, personal_detail, "UK GDPR, Article 5(1)(c)", marks=("07", "44", "@")),
    LineRule("link_text_poor", Severity.WARNING, link_text_poor, "WCAG 2.2, success criterion 2.4.4"),
    LineRule("link_internal", Severity.WARNING, link_internal, "the public cannot open the office’s own network"),
    LineRule("heading_in_text", Severity.WARNING, heading_in_text, "ISO 14289-1 (PDF/UA-1), 7.4; WCAG 2.2, success criterion 1.3.1"),
)
