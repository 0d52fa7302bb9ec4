"""Report in: what stands on a PDF page and is not the report's running text: heads and feet of pages, and footnotes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from .pdf_lines import Strip

_HEAD, _FOOT = 0.14, 0.12
"""The shares of a page's height in which heads and feet of pages stand."""

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–|]?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–|]?", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(\d{1,3}|[*†‡§]{1,2})\.?\s*(?=[^\W\d_]|[\"'“‘(£])")
_NOTE_MARKER = re.compile(r"\(?\d{1,3}\)?|[*†‡§]{1,2}")
_ENDED = re.compile(r"[.!?:;)”’\"'\]]$")
_SMALLER = 0.93
_MOST = 0.6
"""Of the pages with words at some height, the share that must have repeated ones there."""

_SMALL_HEAD = 0.9
"""Of the running text's size; words that are smaller and stand twice at the head of a page are a running head."""

_LARGEST = 1.1
"""Of the running text's size; what is larger is a heading."""

_GAP = 1.6
"""Between furniture and text, in sizes of the furniture; lines of one paragraph are nearer to each other."""

_NUMBER = re.compile(r"\d{1,4}")

_Slot = tuple[bool, int]


def body_size(pages: Sequence[Sequence[Strip]]) -> float:
    """Return the size of most letters, in points to the half; 0 without any."""
    letters: Counter[float] = Counter()
    for page in pages:
        for strip in page:
            letters[round(strip.size * 2) / 2] += len(strip.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def furniture_of(pages: Sequence[Sequence[Strip]], heights: Sequence[float], body: float) -> list[list[Strip]]:
    """Return for each page its running heads and feet and its number.

    What is said over and over at one height, or twice in small print at the head, is furniture, if most pages with words at
    that height repeat them ("Area for improvement" at the top of three pages is none while other pages have other words
    there) and it stands apart from the text.
    """
    on_pages: dict[_Slot, set[int]] = defaultdict(set)
    said: dict[tuple[_Slot, str], set[int]] = defaultdict(set)
    small: set[_Slot] = set()
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        for strip in page:
            slot = _slot(strip, height)
            if slot:
                on_pages[slot].add(number)
                small |= {slot} if strip.size < _SMALL_HEAD * body else set()
                for saying in _sayings(strip.text, number):
                    said[slot, saying].add(number)
    least = 3 if len(pages) > 2 else 2
    repeated: dict[_Slot, set[int]] = defaultdict(set)
    for (slot, _), numbers in said.items():
        if len(numbers) >= (2 if slot in small and slot[0] else least):
            repeated[slot] |= numbers
    slots = {slot for slot, numbers in repeated.items() if len(numbers) >= _MOST * len(on_pages[slot])}
    found = []
    for page, height in zip(pages, heights, strict=True):
        inward = sorted(page, key=lambda strip: strip.base)
        furniture = [*_apart(inward, slots, height, body), *_apart(inward[::-1], slots, height, body)]
        found.append(furniture + _page_numbers(page, furniture, height))
    return found


def _apart(inward: Sequence[Strip], slots: set[_Slot], height: float, body: float) -> list[Strip]:
    """Return the strips in these slots from the page's edge inwards, up to a gap before the text.

    What is as large as the text and stands behind a gap is text, even if it is said again and again at that height.
    """
    kept = 0
    for taken, strip in enumerate(inward, start=1):
        if _slot(strip, height) not in slots or strip.size > _LARGEST * body or (kept and abs(strip.size - body) < 0.3):
            break
        beyond = inward[taken] if taken < len(inward) else None
        if beyond is None or abs(beyond.base - strip.base) > _GAP * strip.size or _PAGE_NUMBER.fullmatch(strip.text):
            kept = taken
    return list(inward[:kept])


def _slot(strip: Strip, height: float) -> _Slot | None:
    if strip.base < _HEAD * height:
        return True, round(strip.base / 3)
    if strip.base > (1 - _FOOT) * height:
        return False, round((height - strip.base) / 3)
    return None


def _sayings(text: str, page: int) -> set[str]:
    """Return a text as it is, and with its first or last number counted from the page's: "Page 7 of 20" goes on to "Page 8"."""
    sayings = {text}
    numbers = list(_NUMBER.finditer(text))
    for match in numbers[:1] + numbers[1:][-1:]:
        sayings.add(f"{text[: match.start()]}#{int(match[0]) - page}{text[match.end() :]}")
    return sayings


def _page_numbers(page: Sequence[Strip], known: Sequence[Strip], height: float) -> list[Strip]:
    """Return numbers that stand alone at the very head or foot of a page."""
    ids = {id(strip) for strip in known}
    rest = [strip for strip in page if id(strip) not in ids]
    bases = sorted(strip.base for strip in rest)
    found = []
    for strip in rest:
        if len(rest) < 2 or strip.base not in (bases[0], bases[-1]) or strip.marker or not _slot(strip, height):
            continue
        foot = strip.base == bases[-1] and bases[-2] < strip.base - strip.size
        head = strip.base == bases[0] and bases[1] > strip.base + strip.size
        if (foot or head) and _PAGE_NUMBER.fullmatch(strip.text):
            found.append(strip)
    return found


def footnotes_of(page: Sequence[Strip], body: float, goes_on: bool) -> list[Strip]:
    """Return the footnotes of a page from top to bottom, their markers taken out of their words.

    Args:
        page: its strips from top to bottom, without furniture.
        body: size of the running text.
        goes_on: whether the last footnote of the page before is not at its end.
    """
    low = _without_text_below(page, _SMALLER * body)
    found: list[Strip] = []
    for strip in low:
        mark = _FOOTNOTE.match(strip.text)
        near = bool(found) and strip.base - found[-1].base < 2 * strip.size and abs(strip.size - found[-1].size) < 0.6
        continued = goes_on and not found and strip is low[0] and strip.text[:1].islower()
        if mark and not strip.marker:
            strip.marker, strip.text = mark[1], strip.text[mark.end() :]
            found.append(strip)
        elif near or continued or _NOTE_MARKER.fullmatch(strip.marker):
            found.append(strip)
    return found


def _without_text_below(page: Sequence[Strip], size: float) -> list[Strip]:
    """Return the strips of smaller letters that have none of this size or larger ones anywhere below them."""
    highest = min((strip.base for strip in page if strip.size < size), default=None)
    if highest is None:
        return []
    wide: list[tuple[float, float]] = []  # what is covered by larger ones so far, from the foot upwards: stretches apart from each other
    low = []
    waiting: list[Strip] = []
    for strip in sorted((each for each in page if each.base >= highest), key=lambda each: -each.base):
        if waiting and waiting[0].base > strip.base:
            for each in waiting:
                wide = _covered(wide, each)
            waiting = []
        if strip.size >= size:
            waiting.append(strip)
        elif not _is_over(wide, strip):
            low.append(strip)
    ids = {id(strip) for strip in low}
    return [strip for strip in page if id(strip) in ids]


def _covered(stretches: list[tuple[float, float]], strip: Strip) -> list[tuple[float, float]]:
    """Return stretches from left to right with a strip's added."""
    first = bisect_left(stretches, strip.left, key=lambda each: each[1])
    end = bisect_right(stretches, strip.right, key=lambda each: each[0])
    joined = stretches[first:end]
    left, right = min([strip.left, *(each[0] for each in joined)]), max([strip.right, *(each[1] for each in joined)])
    return [*stretches[:first], (left, right), *stretches[end:]]


def _is_over(stretches: Sequence[tuple[float, float]], strip: Strip) -> bool:
    at = bisect_right(stretches, strip.left, key=lambda each: each[1])
    return at < len(stretches) and stretches[at][0] < strip.right


def unfinished(notes: Sequence[Strip]) -> bool:
    """Say whether the last footnote of a page goes on over the page's end."""
    return bool(notes) and not _ENDED.search(notes[-1].text)
