"""The office's own rules of the checks, each of which can be switched off (office settings, checks)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..domain.changes import Changes
from ..store.work import Work
from .office_settings import PLACE as _SETTINGS
from .office_settings import keep_setting

_KEY = "rules_off"
PLACE = f"{_SETTINGS}.{_KEY}"
"""The place of the switches among what changes."""


@dataclass(frozen=True, slots=True)
class OfficeRule:
    """A rule of the office's own: its code, its name, what it asks, and what it means to do without."""

    code: str
    name: str
    asks: str
    without: str


OFFICE_RULES = (
    OfficeRule(
        "afi_unanswered",
        "Every area for improvement and cause of concern is answered",
        "The Act asks for an answer to recommendations alone. Good offices answer areas for improvement one by one all the same.",
        "Off: an area for improvement can be published without an answer, and the record then says that it has none.",
    ),
    OfficeRule(
        "not_signed_off",
        "The record is signed off before it is published",
        "Somebody with the authority to do so has agreed this version, and the record keeps who, when and how.",
        "Off: the final files can be made without a sign-off.",
    ),
    OfficeRule(
        "signed_off_before_change",
        "A sign-off counts only for the words that were signed off",
        "When printed words change after the sign-off, it has to be given again.",
        "Off: a sign-off stands although words have changed since.",
    ),
    OfficeRule(
        "overall_comments_empty",
        "The overall comments are written",
        "They are the response to the chief officer’s comments, which the Act asks for only where there is one.",
        "Off: the record can be published with “None.” under this heading.",
    ),
)
"""In the order in which the window shows them."""
_CODES = tuple(rule.code for rule in OFFICE_RULES)


def rules_off(work: Work) -> frozenset[str]:
    """Return the codes of the rules that the office has switched off."""
    kept: Any = work.settings.get(_KEY, [])
    return frozenset(code for code in _CODES if code in kept) if isinstance(kept, list) else frozenset()


def switch_rule(work: Work, code: str, on: bool) -> Changes:
    """Let a rule of the office's count, or not.

    Raises:
        KeyError: the office has no such rule.
    """
    if code not in _CODES:
        raise KeyError(code)
    before = rules_off(work)
    after = before - {code} if on else before | {code}
    if after == before:
        return Changes("", empty=True)
    return keep_setting(work, _KEY, [each for each in _CODES if each in after], "switch rule on" if on else "switch rule off")
