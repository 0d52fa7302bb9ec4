"""Report in: the numbers that the report itself states, against what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.finding import FindingKind
from ...domain.inspection import StatedCount
from ...domain.numbers import NUMBER, in_words, number_of
from ..blocks import Block
from ..proposal import Confidence, Found, Notice, Span, Warned
from .chapters import Chapters
from .drafts import Draft
from .grades import Grades
from .promises import graded_counts
from .restated import is_past_sentence

_KINDS = {
    "recommendation": (FindingKind.RECOMMENDATION.value, "recommendations"),
    "area": (FindingKind.AREA_FOR_IMPROVEMENT.value, "areas for improvement"),
    "afi": (FindingKind.AREA_FOR_IMPROVEMENT.value, "areas for improvement"),
    "cause": (FindingKind.CAUSE_OF_CONCERN.value, "causes of concern"),
}
_OF_FINDINGS = re.compile(
    rf"\b(?P<number>{NUMBER}) (?:(?:new|further|specific|national|local|separate|numbered|accelerated|force) )?"
    r"(?P<kind>recommendation|area|afi|cause)s?(?P<rest> for improvement| of concern)?\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:mak(?:e|es|ing)|made|identif(?:y|ied|ies)|issu(?:e|ed|ing)|found|had|has|have|contains?|sets? out|lists?|given|gave"
    r"|are|is|were|was|led to|resulted in|includes?)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:remain|outstanding|closed|completed|discharged|previous|earlier report|of the|of these|of our|of those|first|last|since)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    rf"(?:^|[.:;] )(?:(?:in all|in total|altogether),? (?:there (?:are|were)|we (?:make|made)) (?P<a>{NUMBER})"
    rf"|there (?:are|were) (?P<b>{NUMBER})(?: of (?:them|these))? (?:in all|in total|altogether))(?=[.;]|$)",
    re.IGNORECASE,
)
"""A sentence that is nothing but a number: of what the sentences before it speak."""
_NAMED = re.compile(r"\b(?P<kind>recommendation|area|cause)s(?P<rest> for improvement| of concern)?\b", re.IGNORECASE)
_LONGEST = 1200
_MOST = 100


@dataclass(frozen=True, slots=True)
class _Stated:
    what: str
    number: int
    block: Block
    at: int


def stated_counts(blocks: Sequence[Block], labels_at: frozenset[int]) -> list[tuple[Found[StatedCount], int]]:
    """Return the counts that the text states, each with the place of its block.

    Keys are those of the contract: a finding kind, "areas" and "graded_areas".

    Args:
        blocks: without contents.
        labels_at: places of labels, whose numbers count nothing ("Recommendation 7").
    """
    out: list[tuple[Found[StatedCount], int]] = []
    for at, block in enumerate(blocks):
        if len(out) >= _MOST:
            break
        text = block.text
        if (
            at in labels_at
            or len(text) > _LONGEST
            or not any(sign in text for sign in ("judg", "recommendation", "improvement", "of concern", "AFI"))
        ):
            continue
        out += [(_found(each), at) for each in (*_graded(block, at), *_of_findings(block, at))]
    return out


def count_notices(
    counts: Sequence[tuple[Found[StatedCount], int]], drafts: Sequence[Draft], grades: Grades, chapters: Chapters
) -> list[Notice]:
    """Return a notice for each stated count that differs from what was found in the chapter, cause or report that states it."""
    out: list[Notice] = []
    for found, at in counts:
        what, number = found.value.what, found.value.number
        if what == "areas":
            continue
        if what == "graded_areas":
            graded = sum(
                each.value.grade is not None and _is_of(each.value.scope, chapters, at)
                for each in grades.judgements
                if not _is_overall(each.value.area)
            )
            if graded and graded != number:
                message = f"The report speaks of {number} graded areas; {_were(graded)} found. Look for the others at the place named."
                out.append(Notice(Warned.GRADE_COUNT_DIFFERS, message, found.span.words))
            continue
        have = _having(what, drafts, chapters, at)
        if number not in have:
            message = f"The report speaks of {_counted(number, what)}; {_were(have[0])} found. Look for what is missing."
            out.append(Notice(Warned.FINDING_COUNT_DIFFERS, message, found.span.words))
    return list(dict.fromkeys(out))


def _counted(number: int, what: str) -> str:
    """A count with its noun, such as "two causes of concern"."""
    first, _, rest = what.replace("_", " ").partition(" ")
    noun = first if number == 1 or first.endswith("s") else f"{first}s"
    if first in ("promising", "accelerated"):
        noun, rest = what.replace("_", " "), ""
    return f"{in_words(number)} {noun} {rest}".rstrip()


def _were(number: int) -> str:
    return f"{in_words(number) if number else 'none'} {'was' if number < 2 else 'were'}"


def _graded(block: Block, at: int) -> list[_Stated]:
    areas, graded = graded_counts(block.text)
    return [_Stated(what, number, block, at) for what, number in (("areas", areas), ("graded_areas", graded)) if number]


def _of_findings(block: Block, at: int) -> list[_Stated]:
    out: list[_Stated] = []
    text = block.text
    if is_past_sentence(text):
        return out
    for match in _OF_FINDINGS.finditer(text):
        kind = match["kind"].casefold()
        rest = (match["rest"] or "").casefold()
        if (
            (kind == "area" and "improvement" not in rest)
            or (kind == "cause" and "concern" not in rest)
            or (kind == "recommendation" and rest)
        ):
            continue
        start = max(text.rfind(". ", 0, match.start()), 0)
        before, behind = text[start : match.start()], text[match.end() : match.end() + 40]
        number = number_of(match["number"])
        if not number or not _STATES.search(before + " ") or _BEFORE.search(behind[:24]) or _BEFORE.search(before[-24:]):
            continue
        out.append(_Stated(_KINDS[kind][0], number, block, at))
    return [*out, *_in_all(block, at)]


def _in_all(block: Block, at: int) -> list[_Stated]:
    """Return the number that a sentence of its own gives to what was named last before it ("... In all there are seven.")."""
    match = _IN_ALL.search(block.text)
    number = number_of(match["a"] or match["b"]) if match else None
    if not match or not number:
        return []
    kinds = [each["kind"].casefold() for each in _NAMED.finditer(block.text, 0, match.start()) if each["rest"] or each["kind"][0] in "rR"]
    return [_Stated(_KINDS[kinds[-1]][0], number, block, at)] if kinds else []


def _found(each: _Stated) -> Found[StatedCount]:
    span = Span(each.block.page, each.block.first, each.block.last)
    return Found(StatedCount(each.what, each.number), span, Confidence.SURE, "The text states it.")


def _having(what: str, drafts: Sequence[Draft], chapters: Chapters, at: int) -> list[int]:
    """Return what was found of a kind where the statement stands: under its cause, in its chapter, in all; any may be meant."""
    scope = chapters.scopes[at].name
    own = [each for each in drafts if _is_kind(each, what) and not each.past]
    counts = [sum(not scope or each.scope.name == scope for each in own)]
    if what == FindingKind.RECOMMENDATION.value:
        cause = next((each for each in reversed(drafts) if each.kind.is_cause and each.at <= at), None)
        if cause is not None:
            counts.append(sum(each.parent is cause for each in own))
        counts.append(sum(each.parent is None and (not scope or each.scope.name == scope) for each in own))
    counts.append(len(own))
    return counts


def _is_kind(each: Draft, what: str) -> bool:
    return each.kind.value == what or (what == FindingKind.CAUSE_OF_CONCERN.value and each.kind.is_cause)


def _is_of(scope: str, chapters: Chapters, at: int) -> bool:
    here = chapters.scopes[at].name
    return not here or here == scope


def _is_overall(area: str) -> bool:
    return area.casefold().startswith("overall")
