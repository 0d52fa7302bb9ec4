"""Report in: what the user should know of a reading, in plain words with a stable code."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.inspection import Scale
from ..blocks import Block
from ..lines import LineKind, Reading
from ..proposal import Found, Notice, Span, Warned
from .drafts import Draft
from .grades import Grades

_FEW_WORDS = 200
_MOST_NAMED = 5


def picture_notices(reading: Reading) -> list[Notice]:
    """Return what is to be said of pages without words, and of pictures, which are not read."""
    out: list[Notice] = []
    with_words = {line.page for line in reading.lines if line.text and line.kind is not LineKind.FURNITURE}
    bare = [page for page in range(1, reading.pages + 1) if page not in with_words]
    if bare and 2 * len(bare) >= reading.pages:
        whole = "The pages hold no text" if len(bare) == reading.pages else f"{len(bare)} of the {reading.pages} pages hold no text"
        message = f"{whole}: they are probably pictures of pages. Ask for the report as a PDF with text, or use its web page."
        out.append(Notice(Warned.TEXT_IS_A_PICTURE, message, f"page {bare[0]}"))
    elif reading.pictures:
        count = len(reading.pictures)
        places = (f"page {each.page}" if each.page else f"“{each.alt}”" for each in reading.pictures if each.page or each.alt)
        names = list(dict.fromkeys(places))
        named = f" ({', '.join(names[:_MOST_NAMED])}{' …' if len(names) > _MOST_NAMED else ''})" if names else ""
        message = f"{count} {'picture was' if count == 1 else 'pictures were'} not read{named}. Look whether words or grades stand in them."
        out.append(Notice(Warned.IMAGE_NOT_TAKEN, message, names[0] if reading.pictures[0].page else ""))
    return out


def grade_notices(grades: Grades, scale: Found[Scale] | None) -> list[Notice]:
    """Return what is to be said of the grades: promised but not in the text, or on the scale of four."""
    out: list[Notice] = []
    if grades.promise is not None and not grades.judgements:
        block = grades.promise
        message = (
            "The report says that it makes graded judgments, but no grade stands in its text: they are probably a picture. Enter them."
        )
        out.append(Notice(Warned.GRADES_NOT_IN_TEXT, message, Span(block.page, block.first, block.last).words))
    if scale is not None and scale.value is Scale.FOUR_TIER:
        message = "The report uses the scale of four grades, which has no “adequate”."
        out.append(Notice(Warned.OLD_GRADE_SCALE, message, scale.span.words))
    return out


def finding_notices(drafts: Sequence[Draft], forces: Sequence[str], blocks: Sequence[Block]) -> list[Notice]:
    """Return what is to be said of the findings: none at all, those of several forces, those of an earlier report."""
    out: list[Notice] = []
    new = [each for each in drafts if not each.past]
    if len(forces) > 1:
        listed = ", ".join(forces[:12])
        out.append(Notice(Warned.SEVERAL_FORCES, f"The report has chapters on several forces ({listed}): check whom each finding is for."))
    if len(new) < len(drafts):
        first = next(each for each in drafts if each.past)
        count = len(drafts) - len(new)
        message = f"{count} {'finding is' if count == 1 else 'findings are'} restated from an earlier report and not proposed as new."
        out.append(Notice(Warned.RESTATED_FINDINGS, message, first.span.words))
    if not new:
        short = sum(len(block.text.split()) for block in blocks) < _FEW_WORDS
        reason = " It has very few words." if short else ""
        kind = "new recommendation" if drafts else "recommendation"
        message = f"No {kind}, cause of concern or area for improvement was found.{reason} Add them by selecting their words."
        out.append(Notice(Warned.NO_FINDINGS_FOUND, message))
    return out
