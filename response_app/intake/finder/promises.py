"""Report in: the sentence that promises graded judgments, and the numbers in it ("in 8 of these 9 areas as follows")."""

from __future__ import annotations

import re

from ...domain.numbers import NUMBER, number_of
from ..blocks import Block

_PROMISE = re.compile(
    r"\bgraded? judg(?:e)?ments?\b|\bjudg(?:e)?ments? (?:are|were|is) as follows\b|\bour (?:grades|judg(?:e)?ments) (?:are"
    r"|for)\b|\bgrades? (?:are|is|were) as follows\b"
    r"|\bwe graded\b.*\bas follows\b",
    re.IGNORECASE,
)
_NO_PROMISE = re.compile(
    r"\b(?:do not|don[’']t|did not|didn[’']t|no longer|have not|haven[’']t|not) (?:make|made|give|given|issue)?\s?(?:an? "
    r"|any )?(?:graded?|overall)",
    re.IGNORECASE,
)
_GRADED = re.compile(
    rf"graded? judg(?:e)?ments? (?:in|on|for|about|against) (?P<graded>{NUMBER})(?: (?:of|out of) (?:(?:the|these"
    rf"|those) )?(?P<areas>{NUMBER}))?",
    re.IGNORECASE,
)
_AREAS = re.compile(
    rf"\b(?:in|across|against|of) (?P<areas>{NUMBER}) (?:areas of policing|areas|core questions|questions"
    rf"|diagnostics)\b(?! for improvement)",
    re.IGNORECASE,
)
_LONGEST = 1500


def promises(block: Block) -> bool:
    """Say whether a paragraph promises graded judgments, and does not say that there are none."""
    text = block.text
    if not ("grade" in text or "judg" in text) or len(text) > _LONGEST:
        return False
    found = _PROMISE.search(text)
    return found is not None and not _NO_PROMISE.search(text[max(0, found.start() - 60) : found.end()])


def graded_counts(text: str) -> tuple[int | None, int | None]:
    """Return how many areas were inspected and how many of them are graded, as a text states it; None for what it does not."""
    match = _GRADED.search(text)
    graded = number_of(match["graded"]) if match else None
    if not match or not graded:
        return None, None
    areas = match["areas"] or next((each["areas"] for each in (_AREAS.search(text),) if each), None)
    return (number_of(areas) if areas else None), graded
