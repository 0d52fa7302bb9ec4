"""Report in: the judgements of a report, from grade lines, boxes, lists, tables and standard sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...domain.inspection import Grade, Judgement
from ..blocks import Block, BlockKind
from ..force_names import same_force
from ..proposal import Confidence, Found, Span
from .chapters import COMMON_HEADINGS, Chapters
from .grade_sentences import sentence_grade
from .grade_tables import in_list, in_tables, is_grade_cell, pair_in, said_in
from .labels import label_of
from .promises import graded_counts, promises
from .restated import is_past_heading
from .words import bare, grade_of, without_ordinal

_QUESTION = re.compile(
    r"how (?:well|effective(?:ly)?|efficient(?:ly)?|good|legitimate(?:ly)?) (?:is|are) (?:(?:the|this) (?:force|service"
    r"|constabulary|region)|(?:[\w-]+ ){1,4}(?:police|constabulary|service)) "
    r"(?:at|in) (?P<area>.+?)\??",
    re.IGNORECASE | re.DOTALL,
)
_PREFIXED = re.compile(
    r"(?P<what>overall )?(?:our )?(?:grade|judg(?:e)?ment|rating|graded)(?: for (?P<area>.+?))?\s*(?:[:–—-]|is"
    r"|as)\s*(?P<grade>outstanding|good|adequate|requires improvement|inadequate)\.?",
    re.IGNORECASE,
)
_OVERALL = re.compile(r"overall(?: (?:judg(?:e)?ment|grade|effectiveness|rating|assessment|performance))?(?: ?\d{1,2})?", re.IGNORECASE)
_OVERALL_GRADE = re.compile(r"(?:our )?overall(?: (?:judg(?:e)?ment|grade|rating))?(?: ?\d{1,2})?", re.IGNORECASE)
"""What only says that a grade is the whole's; a footnote's number can stand behind it."""
_LISTS_AFTER = 40
_MOST_HEADINGS = 60
_SHIFTED = "The row has fewer cells than there are grades: check that it stands in the right column."
_NOT_AREAS = frozenset(
    {"summary", "our judgments", "our judgements", "judgments", "judgements", "overview", "grade", "grades", "our grades"}
)
_FEWEST_OF_A_CUT = 3
"""Blanks between the words of a name that can be taken for the beginning of a longer one."""


@dataclass(slots=True)
class _Walk:
    """What was found, by scope and area; the first grade of a thing holds."""

    found: dict[tuple[str, str], Found[Judgement]] = field(default_factory=dict)
    areas: set[str] = field(default_factory=set)
    graded_places: set[int] = field(default_factory=set)
    """Places of the headings that have a grade line."""
    complete: set[str] = field(default_factory=set)
    """Scopes whose list or table has as many grades as the report says; their chapters add none under other names."""

    def add(self, scope: str, area: str, grade: Grade | None, block: Block, why: str, confidence: Confidence = Confidence.SURE) -> None:
        """Keep a judgement unless the same thing is graded already; another grade for it is to be checked."""
        key = (bare(scope), _plain(area))
        known = self.found.get(key)
        span = Span(block.page, block.first, block.last)
        if known is None and key[0] in self.complete and not _OVERALL.fullmatch(area):
            return
        if known is None or (known.why == _SHIFTED and confidence is Confidence.SURE):
            self.found[key] = Found(Judgement(scope, area, grade), span, confidence, why)
            self.areas.add(key[1])
        elif known.value.grade is not grade and known.confidence is not Confidence.UNSURE:
            why = f"The report gives it another grade too, at {span.words}: check which one holds."
            self.found[key] = Found(known.value, known.span, Confidence.UNSURE, why)

    def has(self, scope: str, number: int | None) -> bool:
        """Say whether so many areas of a scope are graded."""
        graded = [key for key, each in self.found.items() if key[0] == bare(scope) and each.value.grade and not _OVERALL.fullmatch(key[1])]
        return number == len(graded)


@dataclass(frozen=True, slots=True)
class Grades:
    """The judgements, and the place of the sentence that promises graded judgments ("" without one)."""

    judgements: tuple[Found[Judgement], ...]
    promise: Block | None


def grades_of(blocks: Sequence[Block], chapters: Chapters, this_force: str) -> Grades:
    """Return the judgements of a report in its order.

    Args:
        blocks: without contents.
        chapters: whose chapter each block stands in.
        this_force: the force that a report on one force is about; its judgements need no scope.
    """
    walk = _Walk()
    promise = next((at for at, block in enumerate(blocks) if promises(block)), None)
    past = _past(blocks, chapters)
    used = _lists(blocks, walk, chapters, past)
    for each in in_tables(blocks):
        scope = each.scope if not (each.scope and this_force and same_force(each.scope, this_force)) else ""
        if each.shifted:
            why, sure = _SHIFTED, Confidence.UNSURE
        else:
            why, sure = "A table of the report says so.", Confidence.SURE
        walk.add(scope, _area(each.area), each.grade, each.block, why, sure)
    if promise is not None and walk.has(chapters.scopes[promise].name, graded_counts(blocks[promise].text)[1]):
        walk.complete.add(bare(chapters.scopes[promise].name))
    _lines(blocks, walk, chapters, used | past)
    number = None if promise is None else graded_counts(blocks[promise].text)[1]
    _sentences(blocks, walk, chapters, this_force, past, number)
    order = sorted(walk.found.values(), key=lambda each: each.span.first)
    return Grades(tuple(_whole_names(order)), None if promise is None else blocks[promise])


def _whole_names(judgements: Sequence[Found[Judgement]]) -> list[Found[Judgement]]:
    """Return the judgements without one whose name is cut off: another of the same grade and scope goes on after its words."""
    shown: dict[tuple[str, Grade | None], list[tuple[str, int]]] = {}
    for at, each in enumerate(judgements):
        shown.setdefault((each.value.scope, each.value.grade), []).append((f"{bare(each.value.area)} ", at))
    out: dict[int, Found[Judgement]] = dict(enumerate(judgements))
    for group in shown.values():
        for (words, at), (longer, other) in pairwise(sorted(group)):  # in order of their words, the longer name comes right after
            if words.count(" ") > _FEWEST_OF_A_CUT and longer.startswith(words) and longer != words:
                out[other] = replace(out[other], span=min(out[at].span, out[other].span, key=lambda span: span.first))
                del out[at]
    return sorted(out.values(), key=lambda each: each.span.first)


def _past(blocks: Sequence[Block], chapters: Chapters) -> set[int]:
    """Return the places under headings on earlier reports, whose grades are not this report's."""
    out: set[int] = set()
    inside = False
    for at, block in enumerate(blocks):
        if block.is_heading and len(block.text) < 160:
            small = block.text.casefold()
            inside = (
                is_past_heading(block.text)
                or ("previous" in small and "grade" in small)
                or (inside and at not in chapters.heads and grade_of(block.text) is not None)
            )
        if inside:
            out.add(at)
    return out


def _lists(blocks: Sequence[Block], walk: _Walk, chapters: Chapters, past: set[int]) -> set[int]:
    """Find the lists of grades behind a sentence that promises them, and the pairs "area: grade" anywhere."""
    used: set[int] = set()
    for at, block in enumerate(blocks):
        if at in used or at in past:
            continue
        if promises(block) or (at + 1 < len(blocks) and _lists_by_grade(blocks, at + 1)):
            listed, length = in_list(blocks[at + 1 : at + 1 + _LISTS_AFTER])
            for each in listed:
                walk.add(chapters.scopes[at].name, _area(each.area), each.grade, each.block, "A list of grades says so.")
            used.update(range(at + 1, at + 1 + length))
        elif block.kind is not BlockKind.ROW and len(block.text) < 240:
            _line_with_grade(blocks, at, walk, chapters)
    return used


def _lists_by_grade(blocks: Sequence[Block], at: int) -> bool:
    """Say whether grades stand here with the areas below each as items: a list, whatever leads to it."""
    if not _is_grade_line(blocks[at]) or at + 1 >= len(blocks) or blocks[at + 1].kind is not BlockKind.ITEM:
        return False
    listed, _ = in_list(blocks[at : at + _LISTS_AFTER])
    return len({each.grade for each in listed}) > 1 and all(each.block.kind is BlockKind.ITEM for each in listed)


def _line_with_grade(blocks: Sequence[Block], at: int, walk: _Walk, chapters: Chapters) -> None:
    block = blocks[at]
    scope = chapters.scopes[at].name
    if "rade" in block.text or "udg" in block.text or "ating" in block.text:
        match = _PREFIXED.fullmatch(block.text.strip())
        if match:
            area = match["area"] or (
                block.text[: match.start("grade")].strip(" :–-") if match["what"] else _context(blocks, at, walk, chapters)[0]
            )
            walk.add(scope, _area(area), grade_of(match["grade"]), block, "A line of the report says so.")
            return
    near = (blocks[other] for other in (at - 1, at + 1) if 0 <= other < len(blocks))
    pair = pair_in(block, loose=False)
    if pair and label_of(block) is None and any(pair_in(each, loose=False) for each in near):
        for each in pair:
            walk.add(scope, _area(each.area), each.grade, block, "A list of grades says so.")
    elif not pair and label_of(block) is None and (said := said_in(block)):
        walk.add(scope, _area(said.area), said.grade, block, "A line of the report says so.", Confidence.CHECK)


def _lines(blocks: Sequence[Block], walk: _Walk, chapters: Chapters, used: set[int]) -> None:
    """Find the grades that stand on a line of their own, alone under a heading or several under as many headings."""
    at = 0
    while at < len(blocks):
        if at in used or not _is_grade_line(blocks[at]):
            at += 1
            continue
        end = at
        while end < len(blocks) and _is_grade_line(blocks[end]) and end not in used:
            end += 1
        run = list(range(at, end))
        over = _headings_over(blocks, at)
        if len(run) > 1 and len(over) >= len(run):
            for heading, line in zip(over[-len(run) :], run, strict=True):
                walk.graded_places.add(heading)
                walk.add(
                    chapters.scopes[line].name,
                    _area(blocks[heading].text),
                    grade_of(blocks[line].text),
                    blocks[line],
                    "It stands below its question.",
                )
        elif len(run) == 1:
            area, heading = _context(blocks, at, walk, chapters)
            walk.graded_places.add(heading)
            walk.add(chapters.scopes[at].name, _area(area), grade_of(blocks[at].text), blocks[at], "It stands below its heading.")
        at = end


def _is_grade_line(block: Block) -> bool:
    return (
        block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        and len(block.text) < 60
        and is_grade_cell(block.text)
        and block.text[:1].isupper()
    )


def _headings_over(blocks: Sequence[Block], at: int) -> list[int]:
    out: list[int] = []
    place = at - 1
    while place >= 0 and blocks[place].is_heading and not is_grade_cell(blocks[place].text):
        out.insert(0, place)
        place -= 1
    return out


def _context(blocks: Sequence[Block], at: int, walk: _Walk, chapters: Chapters) -> tuple[str, int]:
    """Return the area that a grade line is of, and the place of its heading.

    It is the nearest heading; above a common one ("Summary of findings") the chapter's: of a higher rank, or graded before
    under the same name, or the nearest main question.
    """
    if at and len(blocks[at - 1].text) < 40 and _OVERALL.fullmatch(before := blocks[at - 1].text.rstrip(" :")):
        return before, at - 1
    common: Block | None = None
    nearest: tuple[str, int] | None = None
    looked = 0
    for place in range(at - 1, max(-1, at - 400), -1):
        block = blocks[place]
        if not block.is_heading or is_grade_cell(block.text):
            continue
        looked += 1
        if looked > _MOST_HEADINGS:
            break
        if place in chapters.heads:
            return ("", place) if nearest is None or common is None else nearest
        text = without_ordinal(block.text)
        if _OVERALL.fullmatch(text.rstrip(":")) and common is None:
            return text.rstrip(":"), place
        if label_of(block) is not None:
            continue
        if bare(text) in COMMON_HEADINGS or bare(text) in _NOT_AREAS:
            if common is not None and common.text == block.text:
                break
            common = common or block
            continue
        if common is None:
            return text, place
        if nearest is None:
            nearest = (text, place)
        if (
            (block.certain and block.level and common.level and block.level < common.level)
            or _plain(_area(text)) in walk.areas
            or _QUESTION.fullmatch(text)
        ):
            return text, place
    return nearest or ("", -1)


def _sentences(blocks: Sequence[Block], walk: _Walk, chapters: Chapters, this_force: str, past: set[int], number: int | None) -> None:
    """Find standard sentences; where chapters have grade lines, those say the same and add nothing, unless some have none.

    Args:
        number: how many areas are graded, as the report says it; None where it does not.
    """
    graded = sum(bool(each.value.grade) and not _OVERALL.fullmatch(each.value.area) for each in walk.found.values())
    is_missing = number is None or graded < number
    lined = {scope for scope, area in walk.found if area and not _OVERALL.fullmatch(area)}
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH and not (block.kind is BlockKind.ITEM and len(block.text) < 200):
            continue
        if at in past:
            continue
        heading = next(
            (place for place in range(at - 1, max(-1, at - 3), -1) if blocks[place].is_heading and not is_grade_cell(blocks[place].text)),
            None,
        )
        under = heading is not None and heading == at - 1
        said = sentence_grade(block.text, under_heading=under)
        if said is None or (at and _is_grade_line(blocks[at - 1])) or (heading in walk.graded_places and heading is not None):
            continue
        subject, words, grade = said
        scope = chapters.scopes[at].name or (
            "" if not subject or (this_force and same_force(subject, this_force)) or not chapters.forces else subject
        )
        is_lined = bare(scope) in lined and not (
            under and subject and is_missing and _is_without_line(blocks, heading, walk, asks=number is not None)
        )
        if is_lined or (not words and (bare(scope), "") in walk.found):
            continue
        area = words
        if under and heading is not None and heading not in chapters.heads and label_of(blocks[heading]) is None:
            name = without_ordinal(blocks[heading].text)
            area = name if bare(name) not in COMMON_HEADINGS and bare(name) not in _NOT_AREAS and len(name) < 160 else words
        walk.add(scope, _area(area), grade, block, "A sentence of the report says so.", Confidence.SURE if subject else Confidence.CHECK)


def _is_without_line(blocks: Sequence[Block], heading: int | None, walk: _Walk, *, asks: bool) -> bool:
    """Say whether a heading is a chapter's that has no grade line, where others have: of their rank, and a question only with `asks`."""
    ranks = {blocks[place].level for place in walk.graded_places if place >= 0}
    if heading is None or blocks[heading].level not in ranks or (blocks[heading].text.endswith("?") and not asks):
        return False
    return bare(without_ordinal(blocks[heading].text)) not in COMMON_HEADINGS


def _area(text: str) -> str:
    """Return the name of an area: a question without "How effective is the force at", "Overall", the rest as printed."""
    plain = without_ordinal(" ".join(text.split())).strip(" .:;")
    if _OVERALL_GRADE.fullmatch(plain):
        return "Overall"
    if match := _QUESTION.fullmatch(plain):
        plain = match["area"].strip()
    return plain[:1].upper() + plain[1:]


def _plain(area: str) -> str:
    words = bare(area).split()
    return " ".join(word for word in words if word not in ("the", "and", "a", "of", "its", "to", "at", "in"))
