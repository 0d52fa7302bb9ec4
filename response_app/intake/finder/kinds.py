"""Report in: which programme a report belongs to, who inspected, when they visited, and which scale of grades holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ...domain.inspection import Grade, InspectionKind, Judgement, Scale
from ..blocks import Block
from ..proposal import Confidence, Found, Span
from .addressees import addressees_of
from .drafts import Draft
from .points import lead_sentence

_TITLES: tuple[tuple[InspectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (InspectionKind.ACCELERATED, r"accelerated causes? of concern"),
        (
            InspectionKind.REVISIT_LETTER,
            r"\bre-?visit|re-?inspection|follow-up (?:letter|visit|review)|causes? of concern (?:progress|update|closure)"
            r"|letter .*progress",
        ),
        (InspectionKind.CUSTODY, r"\bcustody\b"),
        (
            InspectionKind.CHILD_PROTECTION,
            r"child protection|protecting children|child safeguarding|safeguarding children|joint targeted area|children in need",
        ),
        (InspectionKind.FIRE, r"(?<!Constabulary and )fire (?:and|&) rescue|\bFRS\b"),
        (InspectionKind.VETTING, r"\bvetting\b|counter-?corruption|misconduct"),
        (InspectionKind.REGIONAL, r"\bregional\b|\bROCU\b|organised crime unit|\bregion\b"),
        (
            InspectionKind.PEEL,
            r"\bPEEL\b|police effectiveness|effectiveness, efficiency and legitimacy|police efficiency|police legitimacy",
        ),
        (InspectionKind.COMMISSIONED, r"commission(?:ed)? (?:by|inspection)|commissioned"),
        (
            InspectionKind.THEMATIC,
            r"thematic|national inspection|super-?complaint|inspection into|review of|inspection of how|police response"
            r"|how (?:(?:well|effectively) )?(?:the )?(?:police|forces)\b|crime data integrity",
        ),
    )
)
_BODIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("HMICFRS", r"\bHMICFRS\b|Inspectorate of Constabulary and Fire (?:and|&) Rescue Services"),
        ("HMIC", r"\bHMIC\b|Inspectorate of Constabulary\b(?! and Fire)"),
        ("HMIP", r"\bHMIP\b|\bHMI Prisons\b|(?:HM|His Majesty['’]s|Her Majesty['’]s) Inspectorate of Prisons"),
        ("HMI Probation", r"\bHMI Probation\b|(?:HM|His Majesty['’]s|Her Majesty['’]s) Inspectorate of Probation"),
        ("HMCPSI", r"\bHMCPSI\b|Crown Prosecution Service Inspectorate"),
        ("CQC", r"\bCQC\b|Care Quality Commission"),
        ("Ofsted", r"\bOfsted\b"),
        ("IOPC", r"\bIOPC\b|Independent Office for Police Conduct"),
        ("College of Policing", r"\bCollege of Policing\b"),
        ("HIW", r"\bHIW\b|Healthcare Inspectorate Wales"),
        ("CIW", r"\bCIW\b|Care Inspectorate Wales"),
        ("Estyn", r"\bEstyn\b"),
    )
)
_JOINT = re.compile(
    r"\bjoint(?:ly)?\b|\bin partnership with\b|\btogether with\b|\binspectorates\b|\bassisted by\b|\bconducted by\b"
    r"|\b[Bb]y HM\b|\bwith (?:HM|the Care)"
)
_BY = re.compile(r"\b(?:inspection|visit|report|review|investigat(?:ion|ed)|response)\b", re.IGNORECASE)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_VISIT = re.compile(
    rf"\b(?:inspect(?:ed|ion)|visit(?:ed)?|fieldwork)\b[^.]{{0,80}}?\b(?P<when>(?:(?:between|from|in|during|on) )"
    rf"(?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{4}})?(?: (?:and|to|until) (?:\d{{1,2}} )?(?:{_MONTH}) \d{{4}})?(?<=\d{{4}}))"
)
_FIVE = re.compile(r"\bfive[- ](?:tier|grade|point|level)|\bfive (?:grades|tiers)|to five tiers", re.IGNORECASE)
_FOUR = re.compile(r"\bfour[- ](?:tier|grade|point|level)|\bfour (?:grades|tiers|categories|judg(?:e)?ments)", re.IGNORECASE)
_LADDER = re.compile(
    r"outstanding,? (?:or )?good,? (?:or )?(?P<adequate>adequate,? )?(?:or )?requires improvement,? (?:and|or) inadequate", re.IGNORECASE
)
_YEAR = re.compile(r"\b(20\d\d)(?:\s?[/–-]\s?(?:20)?\d\d)?\b")
_FIRST_OF_FIVE = 2021
_FRONT = 60
_NO_SPAN = Span()
_EVERYBODY = frozenset(
    {"chief constables", "forces", "police forces", "home office", "college of policing", "national police chiefs’ council", "npcc"}
)


def kind_of(title: str, blocks: Sequence[Block]) -> Found[InspectionKind] | None:
    """Return the programme, from the title; from the first blocks when the title does not tell."""
    for kind, pattern in _TITLES:
        if title and pattern.search(title[:400]):
            return Found(kind, _NO_SPAN, Confidence.SURE, "The title says so.")
    for block in blocks[:12]:
        for kind, pattern in _TITLES[:-2]:
            if pattern.search(block.text[:300]):
                return Found(kind, _span(block), Confidence.CHECK, "The first lines of the report say so, its title does not.")
    return None


def kind_of_addressees(force: str, drafts: Sequence[Draft]) -> Found[InspectionKind] | None:
    """Return "thematic" for a report that names no force and tells all forces or national bodies what to do, None for any other."""
    if force:
        return None
    words = (f"{lead_sentence(each.point.lead.text) if each.point.lead else ''} {each.point.words[0].text}".strip() for each in drafts)
    names = {name.casefold().removeprefix("all ") for text in words for name in addressees_of(text)}
    why = "It names no force, and its recommendations are for all forces or for national bodies."
    return Found(InspectionKind.THEMATIC, _NO_SPAN, Confidence.CHECK, why) if names & _EVERYBODY else None


def inspectorates_of(title: str, blocks: Sequence[Block]) -> tuple[Found[str], ...]:
    """Return the inspectorates, the police's first; another only where the front says that it inspected too."""
    front = blocks[:_FRONT]
    out: list[Found[str]] = []
    for name, pattern in _BODIES:
        if out and name == "HMIC":
            continue
        block = next((each for each in front if pattern.search(each.text)), None)
        if name in ("HMICFRS", "HMIC"):
            block = block or next((each for each in blocks if name in each.text and pattern.search(each.text)), None)
            if block:
                out.append(Found(name, _span(block), Confidence.SURE, "The report names it."))
            continue
        if pattern.search(title[:400]):
            out.append(Found(name, _span(block) if block else _NO_SPAN, Confidence.SURE, "The title names it."))
        elif block and any(_is_joint(each.text, pattern) for each in front):
            out.append(Found(name, _span(block), Confidence.CHECK, "The front of the report names it as one of those who inspected."))
    return tuple(out)


def _is_joint(text: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.search(text)
    if not found:
        return False
    if text[:3].casefold() == "by ":
        return True
    near = text[max(0, found.start() - 240) : found.end() + 120]
    return bool(_JOINT.search(near) and _BY.search(near))


def visited_of(blocks: Sequence[Block]) -> Found[str] | None:
    """Return when the inspectors visited, as the report says ("between March and June 2023"), None when it does not."""
    for block in blocks:
        text = block.text
        if ("nspect" in text or "isit" in text or "ieldwork" in text) and (match := _VISIT.search(text[:1500])):
            return Found(match["when"], _span(block), Confidence.CHECK, "A sentence on the inspection says so.")
    return None


def scale_of(title: str, published_on: date | None, blocks: Sequence[Block], judgements: Sequence[Judgement]) -> Found[Scale] | None:
    """Return the scale of grades: from "adequate" among them, from words about the scale, else from the year; None is ask."""
    if any(each.grade is Grade.ADEQUATE for each in judgements):
        return Found(Scale.FIVE_TIER, _NO_SPAN, Confidence.SURE, "A grade of the report is “adequate”.")
    for block in blocks:
        text = block.text
        if "tanding" in text and (ladder := _LADDER.search(text[:2000])):
            scale = Scale.FIVE_TIER if ladder["adequate"] else Scale.FOUR_TIER
            return Found(scale, _span(block), Confidence.SURE, "The report names the grades of its scale.")
        if ("tier" in text or "four " in text or "five " in text or "grade" in text) and len(text) < 2000:
            if _FIVE.search(text) and ("tier" in text or "grade" in text):
                return Found(Scale.FIVE_TIER, _span(block), Confidence.SURE, "The report says how many grades its scale has.")
            if _FOUR.search(text):
                return Found(Scale.FOUR_TIER, _span(block), Confidence.SURE, "The report says how many grades its scale has.")
    if ladder_scale := _ladder_of_items(blocks):
        return ladder_scale
    if not judgements:
        return None
    years = [int(each) for each in _YEAR.findall(title[:300])]
    year = min(years) if years else published_on.year if published_on else None
    if year is None:
        return None
    scale = Scale.FIVE_TIER if year >= _FIRST_OF_FIVE else Scale.FOUR_TIER
    return Found(scale, _NO_SPAN, Confidence.CHECK, "The year of the inspection tells it; check the scale.")


def _ladder_of_items(blocks: Sequence[Block]) -> Found[Scale] | None:
    """Return the scale whose grades stand below each other, as in an annex on the judgments."""
    run: list[str] = []
    for block in (*blocks, None):
        word = (
            block.text.casefold().rstrip(";.,").removesuffix("; and").removesuffix(" and").rstrip(";,")
            if block and len(block.text) < 32
            else ""
        )
        if block and word in ("outstanding", "good", "adequate", "requires improvement", "inadequate"):
            run.append(word)
            continue
        if len(set(run)) >= 4 and run[0] == "outstanding":
            scale = Scale.FIVE_TIER if "adequate" in run else Scale.FOUR_TIER
            return Found(scale, _span(block) if block else _NO_SPAN, Confidence.SURE, "The report lists the grades of its scale.")
        run = []
    return None


def _span(block: Block) -> Span:
    return Span(block.page, block.first, block.last)
