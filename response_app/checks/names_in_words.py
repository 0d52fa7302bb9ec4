"""Rules on names in our words: the body's title, forces, people, the inspectorate, the inspectors' own terms (checks)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from ..domain.forces import TERRITORIAL
from ..domain.garbled import garbled_titles
from .facts import Facts
from .force_names import other_names
from .matches import LineRule, Match, among
from .paragraphs import Line
from .problem import Severity

# --- The body's title ---------------------------------------------------------------------------

_PCC, _PFCC = "Police and Crime Commissioner", "Police, Fire and Crime Commissioner"
_WHOLE = re.compile(
    r"\b(?P<before>(?:the|our|your|as|by|my|[A-Z][\w’'-]+)\s+)?(?P<title>Police,?(?P<fire> Fire,?)? (?:and|&) Crime Commissioner)"
    r"(?P<after>[’']s)?(?!\w)(?!\s+for\b|\s+of\b)"
)
_SHORT = re.compile(r"\b(?P<before>(?:the|our|your|as|by|my|[A-Z][\w’'-]+)\s+)?(?P<short>PF?CC)(?P<after>[’']s)?(?!\w)(?!\s+for\b|\s+of\b)")


def title_wrong(line: Line, facts: Facts) -> Iterator[Match]:
    """The body's title with its words in the wrong order, or PCC where this office is a PFCC, or the other way about."""
    right = facts.body_title or "Police and Crime Commissioner"
    for start, end in garbled_titles(line.words):
        yield Match(start, end, f"“{line.words[start:end]}” is not the title", f"Write “{right}”.")
    if facts.body_short in ("PCC", "PFCC"):
        yield from _other_short(line.words, facts)
    if facts.body_title in (_PCC, _PFCC):
        yield from _other_title(line.words, facts)


def _other_short(words: str, facts: Facts) -> Iterator[Match]:
    wrong = "PFCC" if facts.body_short == "PCC" else "PCC"
    if wrong not in words:
        return
    own = {word.lower() for force in facts.forces for word in force.split()}
    for found in _SHORT.finditer(words):
        if found["short"] == wrong and _is_this_office(found, own):
            yield Match(*found.span("short"), f"“{wrong}” is not this office’s short form", f"Write “{facts.body_short}”.")


def _other_title(words: str, facts: Facts) -> Iterator[Match]:
    """The whole title of a PCC where this office is a PFCC, or the other way about; not that of another office."""
    own = {word.lower() for force in facts.forces for word in force.split()}
    for found in _WHOLE.finditer(words) if "Commissioner" in words else ():
        if bool(found["fire"]) == (facts.body_title == _PCC) and _is_this_office(found, own):
            yield Match(*found.span("title"), f"“{found['title']}” is not this office’s title", f"Write “{facts.body_title}”.")


def _is_this_office(found: re.Match[str], own: set[str]) -> bool:
    before = (found["before"] or "").strip().lower()
    return before in ("the", "our", "my", "as", "by", "your") or before in own or (not before and bool(found["after"]))


# --- Names that are nearly right ----------------------------------------------------------------

_CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LIKE_A_NAME = re.compile(_CAPITALISED.pattern.removeprefix(r"\b"))
"""Faster than the same at a word's beginning, and finds all that it finds."""
_OWNERS = re.compile(r"[’']s?$")
_KEPT = 20_000
_HM = re.compile(r"\bH[MI][A-Z]{3,7}\b")
_OTHER_HM = frozenset(["HMICFRS", "HMCPSI", "HMPPS", "HMCTS", "HMICS", "HMIPS", "HMRC", "HMCFRS"])
_INSPECTORATE = re.compile(r"\bInspectorate of Constabular(?:y|ies)\b(?:\s+(?:and|&)\s+Fire\s+(?:and|&)?\s*Rescue\s+Servic\w+)?", re.I)
_HERS = re.compile(r"\bHer Majesty[’']s Inspectorate of Constabulary and Fire", re.I)
_HER_TIME = re.compile(r"\b(?:20[01][0-9]|202[0-2])\b")
_MAJESTY = re.compile(r"\b(?:His|Her) Majest(?!y[’']s )\w+[’']?s? (?:Chief )?Inspector(?:ate)?\b")
_COUNTIES = (
    "berkshire buckinghamshire carmarthenshire ceredigion cornwall denbighshire flintshire herefordshire middlesex monmouthshire "
    "oxfordshire pembrokeshire rutland shropshire worcestershire"
)
_REAL = frozenset(word.lower() for name in TERRITORIAL for word in re.split(r"[ -]", name)) | frozenset(_COUNTIES.split())
"""Names of places that are near each other and both right, such as Herefordshire and Hertfordshire."""

_ORDINARY = frozenset(
    [
        "march",
        "marches",
        "noble",
        "nobles",
        "young",
        "younger",
        "marsh",
        "waters",
        "water",
        "rivers",
        "river",
        "wood",
        "woods",
        "field",
        "fields",
        "parks",
    ]
)


def name_misspelt(line: Line, facts: Facts) -> Iterator[Match]:
    """A name that is nearly one the record has: a force, the inspectorate, somebody who holds an office."""
    words = line.words
    for found in _HM.finditer(words) if "HM" in words or "HI" in words else ():
        if found[0] not in _OTHER_HM and OSA.distance(found[0], "HMICFRS", score_cutoff=2) <= 2:
            yield Match(*found.span(), f"“{found[0]}” looks like a slip for HMICFRS", "Write “HMICFRS”.")
    for found in _INSPECTORATE.finditer(words) if "onstabular" in words else ():
        said = " ".join(found[0].lower().split())
        if "constabularies" in said or (said.count(" ") > 2 and not said.endswith("rescue services")):
            fix = "Write “His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services”."
            yield Match(*found.span(), f"“{found[0]}” looks like a slip in the inspectorate’s name", fix)
    for found in _MAJESTY.finditer(words) if "ajest" in words else ():
        right = "His Majesty’s" if found[0].startswith("His") else "Her Majesty’s"
        yield Match(*found.span(), f"“{found[0]}” looks like a slip in the inspectorate’s name", f"Write “{right} …”.")
    yield from other_names(words, facts.forces)
    if not _any_near(words, facts):
        return
    tokens = list(_CAPITALISED.finditer(words))
    for name in (*facts.holders, *facts.chief_officers):
        yield from _near_person(name, tokens)
    for force in facts.forces:
        yield from _near_force(force, tokens)


def _bare(word: str) -> str:
    return _OWNERS.sub("", word) if "’" in word or "'" in word else word


def _any_near(words: str, facts: Facts) -> bool:
    """A quick look: whether any word is nearly a part of any name; in most lines none is."""
    parts = frozenset(part for name in (*facts.holders, *facts.chief_officers, *facts.forces) for part in name.split())
    return any(_is_near_one(word, parts) for word in _LIKE_A_NAME.findall(words))


@lru_cache(_KEPT)
def _is_near_one(word: str, parts: frozenset[str]) -> bool:
    return any(_near(_bare(word), part) for part in parts)


def _near(said: str, right: str) -> bool:
    """Whether a word is nearly another: one slip in a word of five letters or more, two in one of nine or more."""
    if said == right or len(right) < 4 or not said[:1].isupper():
        return False
    most = 2 if len(right) >= 9 else 1
    return OSA.distance(said.casefold(), right.casefold(), score_cutoff=most) <= most


def _near_person(name: str, tokens: list[re.Match[str]]) -> Iterator[Match]:
    """First name and surname beside each other, one of them nearly right and the other right."""
    first, *_, last = name.split() or [""]
    if len(name.split()) < 2:
        return
    for one, two in pairwise(tokens):
        if two.start() != one.end() + 1:
            continue
        said = (_bare(one[0]), _bare(two[0]))
        if (said[0] == first and _near(said[1], last) and said[1] != last) or (
            said[1] == last and _near(said[0], first) and len(first) > 4
        ):
            yield Match(one.start(), two.end(), f"“{one[0]} {two[0]}” looks like a slip for {name}", f"Write “{name}”.")


def _near_force(force: str, tokens: list[re.Match[str]]) -> Iterator[Match]:
    """A place in a force's name that is nearly right: a long word, or one that "Police" or "Constabulary" follows."""
    for right in force.split():
        if len(right) < 5 or right in ("Police", "Constabulary", "Service"):
            continue
        for at, found in enumerate(tokens):
            said = _bare(found[0])
            if said.lower() in _ORDINARY | _REAL or said[0] != right[0] or said == right or not _near(said, right) or said in force.split():
                continue
            after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
            if len(right) >= 8 or after in ("Police", "Constabulary"):
                yield Match(*found.span(), f"“{found[0]}” looks like a slip for {right}", f"Write “{right}”, as in {force}.")


# --- The inspectors' terms ----------------------------------------------------------------------

_TERMS = (
    (re.compile(r"\bcauses?\s+for\s+concerns?\b|\bcauses?\s+of\s+concerns\b", re.I), "cause of concern"),
    (
        re.compile(r"\bareas?\s+of\s+improvements?\b|\bareas?\s+for\s+improvements\b|\bareas?\s+for\s+development\b", re.I),
        "area for improvement",
    ),
    (re.compile(r"\baccelerated\s+causes?\s+(?:for|to)\s+concern\b", re.I), "accelerated cause of concern"),
    (re.compile(r"\brequires?\s+improvements\b|\brequiring\s+improvements\s+grade\b", re.I), "requires improvement"),
)


_NOT_A_TERM = re.compile(r"\b(?:no|any|little|much|real|some|less|further|is|are|was|were|be|been|giv(?:e|es|en|ing)|gave)\s+$", re.I)
"""What stands before the plain English "cause for concern": "there is no cause for concern"."""


def term_wrong(line: Line, facts: Facts) -> Iterator[Match]:
    """A term of the inspectors' in other words: a "cause of concern" is not a cause for concern."""
    for pattern, right in _TERMS:
        for found in pattern.finditer(line.words):
            if found[0].startswith("cause ") and _NOT_A_TERM.search(line.words[: found.start()]):
                continue
            plural = (
                right.replace("cause", "causes").replace("area", "areas") if found[0].lower().split()[0] in ("causes", "areas") else right
            )
            yield Match(*found.span(), f"“{found[0]}” is not the inspectors’ term", f"Write “{plural}”.")
    if facts.published_on is not None and facts.published_on.isoformat() > "2022-09-08":
        for found in _HERS.finditer(line.words) if not _HER_TIME.search(line.words) else ():
            yield Match(
                *found.span(), "The inspectorate has been His Majesty’s since September 2022", "Write “His Majesty’s Inspectorate …”."
            )


RULES = (
    LineRule(
        "title_wrong",
        Severity.WARNING,
        title_wrong,
        "published records say “Police Crime and Commissioner”",
        among("police crime crimes fire pcc pfcc"),
    ),
    LineRule("name_misspelt", Severity.WARNING, name_misspelt, "names are the first thing that a reader knows"),
    LineRule(
        "term_wrong",
        Severity.WARNING,
        term_wrong,
        "HMICFRS’s own definitions",
        among("cause causes area areas require requires requiring majesty"),
    ),
)
