"""Hints on readability: long sentences, who does it left unsaid, acronyms, American spellings, double blanks (checks).

They help and never stop anything, so they are precise rather than many: well-written English has hardly one. Each
looks at the words of one paragraph, for the editor; `hints` looks at a whole text. Quotations and words in other
languages are left alone: they are not ours to put better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..domain.richtext import LANGUAGES, Heading, ListBlock, Paragraph, Quotation, RichText, Runs, Table, plain_runs
from .readability_words import AMERICAN, DONE, DONE_IN_FEW_WORDS, KNOWN_TO_ALL

_KEPT = 2_000
"""Lines whose sentences are kept: several rules read one line after each other."""

MOST_WORDS = 35
"""Of a sentence that is easily read at one go."""

_END = re.compile(r"[.!?]['’”\")\]]*(?=\s+[A-Z0-9“‘(\[\"'])|\n")
_SHORT_FORMS = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "rev", "no", "nos", "para", "paras", "p", "pp", "fig", "e.g", "i.e", "vs", "s"}
)
_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")
_LETTERS = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_BLANKS = re.compile(r"(?<=\S)[ \N{NO-BREAK SPACE}]{2,}(?=\S)")
BLANKS_TOGETHER = tuple(one + other for one in " \N{NO-BREAK SPACE}" for other in " \N{NO-BREAK SPACE}")
"""What a line with several blanks beside each other holds."""
_ADDRESS = re.compile(r"\w+:/?/?\S+|\S+@\S+|www\.\S+")
_AUXILIARY = re.compile(
    r"\b(?:(?P<long>(?:has|have|had|having|to have)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+|already\s+|since\s+)?been"
    r"|(?:is|are|was|were)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+|already\s+|still\s+|currently\s+)?being"
    r"|(?:will|would|should|must|can|could|may|might|shall|to)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+|then\s+)?be"
    r")|is|are|was|were)\s+(?:(?:\w+ly|also|now|not|already|since|still|then|well)\s+)?(?P<participle>\w+)\b",
    re.IGNORECASE,
)
_TO_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_TOKEN = re.compile(r"\w+")
_AGENT = re.compile(
    r"\bby\s+(?!\d|the\s+(?:end|time|date|beginning|middle|start|summer|autumn|winter|spring)\b|then\b|now\b|means\b|way\b|itself\b"
    r"|(?:early|mid|late|next|this|last|January|February|March|April|May|June|July|August|September|October|November|December|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|[a-z]+ing\b)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"\b(?:who|which|that|as|if|when|where|once|until|what|how)\s+$", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<![\w&/.-])([A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*?)(?:s|['’]s|s['’])?(?![\w&/-])")
_ROMAN = re.compile(r"[IVXLC]+")
_LONG_FORM_AFTER = re.compile(r"s?\s*\((?:the\s+)?[A-Za-z][\w'’-]*\s+[^)]+\)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A hint on some words of a paragraph.

    Attributes:
        code: of the contract, such as "long_sentence".
        start: its first character in the paragraph.
        end: the one after its last.
        message: what there is to see, as a sentence without its full stop.
        fix: what to do.
    """

    code: str
    start: int
    end: int
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A mark in a text; `paragraph` counts from 1 as places do (`richtext.paragraphs`)."""

    paragraph: int
    mark: Mark


def long_sentence(words: str) -> Iterator[Mark]:
    """A sentence of more than 35 words that is not a list of things between semicolons, or after a colon."""
    for start, end in sentences(words):
        sentence = words[start:end]
        if len(sentence.split()) + sentence.count("—") <= MOST_WORDS:  # a quick look; most sentences are short
            continue
        count = len(_WORD.findall(sentence))
        if count > MOST_WORDS and not _is_list(sentence):
            fix = "Divide it, or make a list of its parts."
            yield Mark("long_sentence", start, end, f"A sentence of {count} words", fix)


def _is_list(sentence: str) -> bool:
    _, colon, after = sentence.partition(":")
    return sentence.count(";") >= 2 or bool(colon and after.count(",") + after.count(";") >= 2)


def passive(words: str) -> Iterator[Mark]:
    """A sentence that says what was done and leaves out who did it: once for each sentence, and not in what only adds to it."""
    for start, end in sentences(words):
        said = _TOKEN.findall(words[start:end].lower())
        if _TO_BE.isdisjoint(said) or DONE.isdisjoint(said):  # a quick look; most sentences end here
            continue
        for found in _AUXILIARY.finditer(words, start, end):
            adds = _SUBORDINATE.search(words[start : found.start()])
            done = DONE if found["long"] else DONE_IN_FEW_WORDS
            if found["participle"].lower() in done and not adds and not _AGENT.search(words, found.end(), end):
                fix = "Say who does it: “the force has reviewed …”."
                yield Mark("passive", found.start(), found.end(), f"“{' '.join(found[0].split())}” does not say who does it", fix)
                break


def double_space(words: str) -> Iterator[Mark]:
    """Two blanks or more between words."""
    for found in _BLANKS.finditer(words):
        yield Mark("double_space", found.start(), found.end(), f"{len(found[0])} spaces stand together", "Take out all but one.")


def american_spelling(words: str) -> Iterator[Mark]:
    """An American spelling, but not in an address, a name or a title."""
    for found in _LETTERS.finditer(words):
        british = AMERICAN.get(found[0].lower())
        if british is None:
            continue
        capital = found[0][0].isupper()
        begins = [start for start, _ in sentences(words)]
        addresses = [each.span() for each in _ADDRESS.finditer(words)]
        first = not words[: found.start()].strip("“‘\"'([ ") or any(each <= found.start() <= each + 2 for each in begins)
        if (capital and not first) or any(begin <= found.start() < end for begin, end in addresses):
            continue
        british = british.capitalize() if capital else british
        yield Mark("american_spelling", *found.span(), f"“{found[0]}” is an American spelling", f"Write “{british}”.")


PARAGRAPH_RULES: tuple[Callable[[str], Iterator[Mark]], ...] = (long_sentence, passive, double_space, american_spelling)
"""What can be said of a paragraph by itself."""


def acronyms(words: str) -> Iterator[tuple[str, int, int]]:
    """Yield the acronyms of a paragraph with the first character and the one after the last; none where all is in capitals."""
    if words.isupper():
        return
    for found in _ACRONYM.finditer(words):
        name = found[1]
        # Words with capitals inside, such as "McDonald" or "PowerPoint", are names.
        in_capitals = 2 * sum(each.isupper() for each in name) > sum(each.isalpha() for each in name)
        if in_capitals and name.upper() not in KNOWN_TO_ALL and not _ROMAN.fullmatch(name):
            yield name, found.start(1), found.end(1)


def explained(words: str) -> frozenset[str]:
    """Return the acronyms that a paragraph explains: "areas for improvement (AFIs)", or "AFI (area for improvement)"."""
    known = set()
    for name, start, end in acronyms(words):
        before = words[:start].rstrip("“‘\"' ")
        initials = [each[0][0].casefold() for each in _LETTERS.finditer(before)][-len(name) - 3 :]
        if (before.endswith("(") and name[0].casefold() in initials) or _LONG_FORM_AFTER.match(words, end):
            known.add(name)
    return frozenset(known)


def acronym_unexplained(name: str, start: int, end: int) -> Mark:
    """Return the hint on an acronym that nothing explains."""
    fix = f"Write it out the first time, with {name} in brackets after it."
    return Mark("acronym_unexplained", start, end, f"“{name}” is not explained", fix)


def hints(text: RichText, known: frozenset[str] = frozenset()) -> list[Hint]:
    """Return the hints on a text, in its order; an acronym once, where it stands first.

    Args:
        text: the text, in canonical form.
        known: acronyms that are explained elsewhere, or stand in the record's own titles.
    """
    lines = [(number, plain_runs(runs)) for number, runs in _ours(text)]
    said = set(known).union(*(explained(words) for _, words in lines))
    out = []
    for number, words in lines:
        out += [Hint(number, mark) for rule in PARAGRAPH_RULES for mark in rule(words)]
        for name, start, end in acronyms(words):
            if name not in said:
                said.add(name)
                out.append(Hint(number, acronym_unexplained(name, start, end)))
    return sorted(out, key=lambda each: (each.paragraph, each.mark.start))


def sentences(words: str) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a paragraph begin and end."""
    return _sentences(words)


@lru_cache(_KEPT)
def _sentences(words: str) -> tuple[tuple[int, int], ...]:
    return tuple(_divided(words))


def _divided(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(words):
        before = words[: found.start()].rpartition(" ")[2].lstrip("(‘“'\"").casefold()
        if words[found.start()] == "." and (before in _SHORT_FORMS or (len(before) == 1 and before.isalpha() and before != "i")):
            continue
        yield start, found.end()
        start = found.end()
        while start < len(words) and words[start].isspace():
            start += 1
    if start < len(words):
        yield start, len(words)


def _ours(text: RichText) -> Iterator[tuple[int, Runs]]:
    """Yield the paragraphs that are ours to put better, with their numbers; in English, and no quotations."""
    number = 0
    for block in text:
        for runs, is_ours in _lines(block):
            number += 1
            if is_ours and not any(run.language not in ("", LANGUAGES[0]) for run in runs):
                yield number, runs


def _lines(block: object) -> Iterator[tuple[Runs, bool]]:
    match block:
        case Paragraph() | Heading():
            yield block.runs, block.language in ("", LANGUAGES[0])
        case ListBlock():
            for item in block.items:
                for each in item.paragraphs:
                    yield each.runs, each.language in ("", LANGUAGES[0])
                if item.nested:
                    yield from _lines(item.nested)
        case Quotation():
            yield from ((each.runs, False) for each in block.paragraphs)
            if block.attribution:
                yield block.attribution, False
        case Table():
            for row in (block.header, *block.rows):
                yield from ((cell, True) for cell in row)
        case _:
            yield (), False
