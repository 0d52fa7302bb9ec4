"""Report in: the day of publication, never without the label that it stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..blocks import Block
from ..proposal import Confidence, Found, Notice, Span, Warned
from .due import DAY, day_of
from .words import bare

_LABEL = re.compile(
    r"(?P<label>(?:(?:first |report |letter |originally )?published(?: (?:on|date))?|(?:report )?publication date|publication"
    r"|(?:report )?date (?:of publication|published|sent)"
    r"|(?:letter )?sent(?: on| date)?|date of (?:letter|issue)|issued(?: on)?))\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the )?", re.IGNORECASE)
_DAY = re.compile(DAY, re.IGNORECASE)
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b")
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_DIVIDERS = re.compile(r"\s+[|·•]\s+")
_FRONT = 80
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication with its label, and what the user should know of it."""

    day: Found[date] | None
    label: str
    notices: tuple[Notice, ...]
    places: frozenset[int]
    """The numbers of the first lines of blocks that say it and nothing else."""


@dataclass(frozen=True, slots=True)
class _Dated:
    label: str
    day: date
    block: Block
    in_front: bool


def published(blocks: Sequence[Block]) -> Published:
    """Return the day that stands behind a label such as "Published on"; a day without one is never taken.

    The label can be the date of a move between websites, so it is always shown and to be confirmed. "Published" goes before
    "sent"; what stands at the front of the report goes before the rest.
    """
    dated = list(_labelled(blocks))
    front = [each for each in dated if each.in_front] or dated
    if not front:
        message = "No publication date with its label was found. Enter it from the inspectors' website: the 56 days count from it."
        return Published(None, "", (Notice(Warned.PUBLICATION_DATE_NOT_FOUND, message),), frozenset())
    best = next((each for each in front if "sent" not in each.label.casefold()), front[0])
    days = {each.day for each in front}
    span = Span(best.block.page, best.block.first, best.block.last)
    notices: tuple[Notice, ...] = ()
    if len(days) > 1:
        others = " and ".join(f"“{each.label}”" for each in {each.day: each for each in front if each.day != best.day}.values())
        message = (
            f"The report gives different dates: the one behind “{best.label}” was taken, not the one behind {others}. Check which is right."
        )
        notices = (Notice(Warned.PUBLICATION_DATES_DIFFER, message, span.words),)
    why = f"It stands behind “{best.label}”." if best.in_front else f"It stands behind “{best.label}”, but not at the front of the report."
    sure = Confidence.UNSURE if notices else Confidence.CHECK
    return Published(Found(best.day, span, sure, why), best.label, notices, frozenset(each.block.first for each in dated))


def _labelled(blocks: Sequence[Block]) -> Iterator[_Dated]:
    for at, block in enumerate(blocks):
        text = block.text
        if len(text) > _LONGEST or not any(sign in text for sign in ("ublish", "ublication", "ent ", "ent:", "ssue", "UBLI", "ate ")):
            continue
        for part in _DIVIDERS.split(text) if "|" in text or "·" in text or " • " in text else (text,):
            match = _LABEL.match(part.strip())
            if not match:
                continue
            label, rest = match["label"].strip(), part.strip()[match.end() :]
            holder = block
            if not rest.strip(" :"):
                rest, holder = _next_text(blocks, at, text)
            day = _day_at_start(rest)
            if day:
                yield _Dated(label[0].upper() + label[1:], day, holder if holder is not block else block, at < _FRONT)


def _next_text(blocks: Sequence[Block], at: int, text: str) -> tuple[str, Block]:
    """Return what stands behind a label that is alone in its cell or on its line."""
    parts = _DIVIDERS.split(text)
    for here, part in enumerate(parts[:-1]):
        if _LABEL.fullmatch(part.strip()):
            return parts[here + 1], blocks[at]
    return (blocks[at + 1].text, blocks[at + 1]) if at + 1 < len(blocks) else ("", blocks[at])


def _day_at_start(text: str) -> date | None:
    """Return the day that a text begins with and that is all of it, or nearly."""
    plain = _WEEKDAY.sub("", text.strip(" :"), count=1)
    found = _DAY.match(plain)
    if found:
        return day_of(found) if len(bare(plain[found.end() :]).split()) <= 6 else None
    figures = _FIGURES.match(plain) or _ISO.match(plain)
    if figures:
        try:
            return date(int(figures["year"]), int(figures["month"]), int(figures["day"]))
        except ValueError:
            return None
    return None
