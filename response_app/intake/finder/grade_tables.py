"""Report in: grades in tables and lists, where the place beside an area tells its grade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...domain.inspection import Grade
from ..blocks import Block, BlockKind
from .forces import FORM, is_force
from .words import UNGRADED, bare, grade_of

_PAIR = re.compile(
    r"(?P<area>[^:–]{3,160}?)\s*(?::|–|—| - )\s*(?P<grade>outstanding|good|adequate|requires improvement|inadequate|ungraded"
    r"|not graded)[.;,]?",
    re.I,
)
_REVERSED = re.compile(
    r"(?P<grade>outstanding|good|adequate|requires improvement|inadequate)\s*(?::|–|—| - )\s*(?P<areas>[A-Z].{2,300})", re.I | re.DOTALL
)
_LAST = re.compile(
    r"(?P<area>[A-Z].{2,160}?) (?P<grade>Outstanding|Good|Adequate|Requires improvement|Inadequate|Ungraded)(?P<note> ?\d)?", re.DOTALL
)
_SAID = re.compile(
    r"(?P<area>[A-Z][^:–.]{2,160}?) (?:\((?P<a>outstanding|good|adequate|requires improvement|inadequate|ungraded|not graded)\)"
    r"|(?:is|are|has been|have been)(?: now)? (?:graded|rated|judged|assessed)(?: as(?: being)?| to be)? "
    r"[‘“'\"]?(?P<b>outstanding|good|adequate|requiring improvement|inadequate)[’”'\"]?)[.;,]?",
    re.IGNORECASE,
)
"""An area with its grade in brackets, or in a sentence that says no more ("Investigating crime is graded inadequate")."""
_NO_AREA = re.compile(
    r"(?:the|this|our|an?|it|we|he|she|that|each|every|some|most|their|its|in|at|during|following|since|when|while|although|if|both)\b",
    re.IGNORECASE,
)
_WORDS = ("tanding", "ood", "dequate", "mprovement", "raded", "OOD", "DEQUATE", "MPROVEMENT", "TANDING")


_NOTHING = frozenset({"no areas", "none", "no area", "no areas graded", "nil"})


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade with what it is of; `grade` None is a thing said to be ungraded. `scope` only where a table names the force."""

    area: str
    grade: Grade | None
    block: Block
    scope: str = ""
    shifted: bool = False
    """Whether its row has fewer cells than the names of the grades, so that it may stand in another column."""


def is_grade_cell(text: str) -> bool:
    """Say whether a cell or line is nothing but a grade, or says that there is none."""
    return grade_of(text) is not None or (len(text) < 30 and bare(text) in UNGRADED)


def in_tables(blocks: Sequence[Block]) -> Iterator[Graded]:
    """Yield what the rows of tables grade: an area beside its grade, forces by areas, or areas under the names of the grades."""
    at = 0
    while at < len(blocks):
        if blocks[at].kind is not BlockKind.ROW:
            at += 1
            continue
        end = at
        while end < len(blocks) and blocks[end].kind is BlockKind.ROW:
            end += 1
        yield from _table(blocks[at:end])
        at = end


def _table(rows: Sequence[Block]) -> Iterator[Graded]:
    header = rows[0].cells
    grades = [grade_of(cell) for cell in header]
    if len([each for each in grades if each]) >= 3 and len(rows) > 1:
        yield from _under_grades(rows, grades)
        return
    columns = header if len(header) > 2 and not any(is_grade_cell(cell) for cell in header) else ()
    for row in rows:
        found = [column for column, cell in enumerate(row.cells) if is_grade_cell(cell)]
        names = [cell for cell in row.cells if cell.strip() and not is_grade_cell(cell)]
        if not found or not names or not any(each.isalpha() for each in names[0]):
            continue
        name = names[0].replace("\n", " ").strip()
        if len(found) == 1 or not columns:
            scope = name if is_force(name) else ""
            area = "" if scope else name
            if scope and columns and len(columns) > found[0] and len(found) == 1 and len(columns) > 2:
                area = columns[found[0]]
            yield Graded(area, grade_of(row.cells[found[0]]), row, scope)
            continue
        for column in found:
            title = columns[column].strip() if column < len(columns) else ""
            if is_force(name):
                yield Graded(title, grade_of(row.cells[column]), row, name)
            else:
                yield Graded(name, grade_of(row.cells[column]), row, title if is_force(title) else "")


def _under_grades(rows: Sequence[Block], grades: Sequence[Grade | None]) -> Iterator[Graded]:
    """Yield areas that stand in the columns of the grades, or that carry a mark in the column of theirs."""
    for row in rows[1:]:
        marked = [column for column, cell in enumerate(row.cells) if cell.strip() and column < len(grades) and grades[column]]
        if not marked:
            continue
        first = row.cells[0].strip()
        by_mark = not grades[0] and first and len(marked) == 1 and len(row.cells[marked[0]].strip()) <= 3
        if by_mark:
            yield Graded(first, grades[marked[0]], row)
            continue
        for column in marked:
            for area in row.cells[column].split("\n"):
                if len(area.strip()) > 3:
                    yield Graded(area.strip(), grades[column], row, shifted=len(row.cells) < len(grades))


def in_list(blocks: Sequence[Block]) -> tuple[list[Graded], int]:
    """Return the grades of a list that begins with the first block, and how many blocks it takes.

    The list has areas with their grades ("Preventing crime: good"), areas and grades by turns, or grades with their areas below.
    """
    out: list[Graded] = []
    waiting: list[Block] = []
    grade: tuple[Grade | None, Block] | None = None
    by_grade: bool | None = None
    paired = False
    at = 0
    for at, block in enumerate(blocks):
        text = block.text
        if len(text) > 200 or block.kind is BlockKind.ROW:
            break
        if pair := pair_in(block):
            out += pair
            paired = True
            continue
        if paired and block.is_heading:
            break
        if is_grade_cell(text):
            if by_grade is None:
                by_grade = not waiting and not out
            if by_grade:
                grade = (grade_of(text), block)
                continue
            if not waiting:
                break
            area = waiting.pop(0)
            out.append(Graded(area.text, grade_of(text), area))
            continue
        if by_grade and bare(text) in _NOTHING:
            continue
        if by_grade and (_heads_text(blocks, at) or (out and out[-1].block.kind is BlockKind.ITEM is not block.kind)):
            break
        if text[-1:] in ".:?" and block.kind is not BlockKind.ITEM:
            break
        if by_grade and grade:
            if (
                block.is_heading
                and block.certain
                and block.level
                and block.level <= (grade[1].level or 9)
                and grade[1].kind is not block.kind
            ):
                break
            out.append(Graded(text.rstrip(";., "), grade[0], block))
        elif by_grade is False and not _grade_follows(blocks, at):
            break
        else:
            waiting.append(block)
            if len(waiting) > 14:
                break
    else:
        at += 1
    return (out, at) if len(out) >= 2 else ([], 0)


def _heads_text(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line is the heading of the text below it, and no area of a list; where looks tell headings, only one is."""
    if at + 1 >= len(blocks) or not blocks[at].is_heading:
        return False
    after = blocks[at + 1]
    return after.kind is BlockKind.PARAGRAPH and after.text[-1:] == "." and bare(after.text) not in _NOTHING


def _grade_follows(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a grade stands below an area, perhaps with other areas between."""
    return any(is_grade_cell(block.text) or pair_in(block) for block in blocks[at + 1 : at + 4])


def said_in(block: Block) -> Graded | None:
    """Return what a line such as "Preventing crime (good)" or "Preventing crime is graded good" grades, None for any other."""
    match = _SAID.fullmatch(block.text) if len(block.text) < 240 else None
    if not match or _NO_AREA.match(match["area"]) or is_force(match["area"]) or FORM.search(match["area"]):
        return None
    return Graded(match["area"].strip(), grade_of(match["a"] or match["b"]), block)


def pair_in(block: Block, *, loose: bool = True) -> list[Graded]:
    """Return what a line such as "Preventing crime: good" or "Good: Preventing crime" grades."""
    text = block.text
    if len(text) > 340 or not any(word in text for word in _WORDS):
        return []
    if match := _PAIR.fullmatch(text):
        return [Graded(match["area"].strip(), grade_of(match["grade"]), block)]
    if match := _REVERSED.fullmatch(text):
        parts = [part.strip(" .") for part in re.split(r"; |;", match["areas"])]
        return [Graded(part, grade_of(match["grade"]), block) for part in parts if part]
    if said := said_in(block):
        return [said]
    if loose and (match := _LAST.fullmatch(text)):
        return [Graded(match["area"].strip(), grade_of(match["grade"]), block)]
    return []
