"""Report in: the inspectorate's standard words, and small tools on words that every part of the finder uses."""

from __future__ import annotations

import re
from functools import lru_cache

from ...domain.inspection import Grade

GRADES = {
    "outstanding": Grade.OUTSTANDING,
    "good": Grade.GOOD,
    "adequate": Grade.ADEQUATE,
    "requires improvement": Grade.REQUIRES_IMPROVEMENT,
    "require improvement": Grade.REQUIRES_IMPROVEMENT,
    "requiring improvement": Grade.REQUIRES_IMPROVEMENT,
    "inadequate": Grade.INADEQUATE,
}
UNGRADED = frozenset({"ungraded", "not graded", "no grade", "no graded judgment", "no graded judgement"})

_PUNCTUATION = re.compile(r"[^\w\s&-]+")
_SPACES = re.compile(r"\s+")
_ORDINAL = re.compile(r"^(?:(?:chapter|section|part) )?\d{1,2}(?:\.\d{1,2}){0,3}[.:)]?\s+(?=\S)", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:should|must|needs? to|ought to|is required to|are required to|is to|are to|has to|have to)\b", re.IGNORECASE)
_RECOMMEND = re.compile(
    r"\b(?:recommend|(?:hmic|hmicfrs|hmip|inspectorates?) recommends|we (?:ask|invite|call on|urge|expect))\b", re.IGNORECASE
)
_NO_SUBJECT = re.compile(
    r"(?:this|that|these|those|it|they|there|which|inspectors|we|however|but|as|when|while|if|although|where|because|in the|for example)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:which|who|that|because|was|were|had|has|have|is|are|what|how|said|told|found|believe|think)\b", re.IGNORECASE)
"""Words that, before "should", tell something of somebody and give nobody a task."""
_MODAL_WITHIN = 160
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return a text for comparing: small letters, no punctuation, single spaces."""
    return _SPACES.sub(" ", _PUNCTUATION.sub(" ", text.replace("’", "").replace("'", "").casefold())).strip()


def without_ordinal(text: str) -> str:
    """Return a heading without its chapter number ("4. Findings" → "Findings")."""
    return _ORDINAL.sub("", text, count=1)


def is_directive(text: str) -> bool:
    """Say whether a sentence tells somebody what to do ("The force should ...", "By March, chief constables must ...")."""
    head = text[:_MODAL_WITHIN]
    if _RECOMMEND.search(head):
        return True
    modal = _MODAL.search(head)
    return bool(modal and not _NO_SUBJECT.match(head) and not _TELLS.search(head, 0, modal.start()))


def has_modal(text: str) -> bool:
    """Say whether "should", "must" or "needs to" stands near the beginning of a sentence."""
    return bool(_MODAL.search(text[:_MODAL_WITHIN]))


def modal_in(text: str) -> re.Match[str] | None:
    """Return where "should", "must" or "needs to" first stands near the beginning of a sentence."""
    return _MODAL.search(text[:300])


def ends_sentence(text: str) -> bool:
    """Say whether a line's last sign ends a sentence or a point of a list."""
    return text.rstrip("'\"’”)]")[-1:] in (".", "!", "?", ":", ";")


def grade_of(text: str) -> Grade | None:
    """Return the grade that a whole text names ("Requires improvement", "good."), None for any other text."""
    if len(text) > 60:
        return None
    return GRADES.get(bare(_BRACKETS.sub("", text)))
