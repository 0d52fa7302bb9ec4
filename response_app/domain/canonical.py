"""The canonical form of a text: equal texts are equal values (all steps of the story)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from .richtext import (
    Block,
    FieldBlock,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    RichText,
    Run,
    Runs,
    Table,
    clean_characters,
)


def canonical(text: Iterable[Block]) -> RichText:
    """Return the one form of `text` that means the same (idempotent).

    No empty block but an empty paragraph between two others (never two in a row, none at the ends),
    equal neighbouring runs joined, NFC, no control characters but the line break, no blanks at the
    ends of a line, lists two levels deep, tables rectangular. No word is dropped.
    """
    return joined(clean for block in text for clean in clean_block(block))


def joined(blocks: Iterable[Block]) -> RichText:
    """Return the canonical text of blocks that are clean each by itself (`clean_block`)."""
    out: list[Block] = []
    for block in blocks:
        empty = isinstance(block, Paragraph) and not block.runs
        if empty and (not out or out[-1] == Paragraph()):
            continue
        out.append(Paragraph() if empty else block)
    while out and out[-1] == Paragraph():
        out.pop()
    return tuple(out)


def from_plain(text: str) -> RichText:
    """Return paragraphs for plain `text`, divided by blank lines; a single line end is a line break."""
    parts: list[list[str]] = [[]]
    for line in clean_characters(text).split("\n"):
        if line.strip():
            parts[-1].append(line)
        else:
            parts.append([])
    return canonical(Paragraph((Run("\n".join(part)),)) for part in parts if part)


def clean_block(block: Block) -> Iterable[Block]:
    """Return what one block is in canonical form, whatever stands around it: at most one, of a paragraph exactly one, perhaps empty."""
    match block:
        case Paragraph():
            return (clean_paragraph(block),)
        case Heading():
            if block.runs and 1 <= block.level <= 2 and _is_clean(block.runs) and _language_fits(block.runs, block.language):
                return (block,)
            runs, language = _runs(block.runs, block.language)
            return (Heading(min(max(block.level, 1), 2), runs, language),) if runs else ()
        case ListBlock():
            items = _items(block, depth=1)
            return (ListBlock(block.ordered, items),) if items else ()
        case Quotation():
            return _quotation(block)
        case Table():
            return _table(block)
        case FieldBlock():
            return (block,) if block.name else ()


def clean_paragraph(block: Paragraph) -> Paragraph:
    """Return a paragraph in canonical form, the same object where it was so before."""
    if _is_clean(block.runs) and _language_fits(block.runs, block.language):
        return block
    runs, language = _runs(block.runs, block.language)
    return Paragraph(runs, language)


def _filled(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(clean for clean in map(clean_paragraph, paragraphs) if clean.runs)


def _items(block: ListBlock, depth: int) -> tuple[ListItem, ...]:
    """Items with words; a list below level 2, or below an item without words of its own, joins the level above."""
    out: list[ListItem] = []
    for item in block.items:
        own = _filled(item.paragraphs)
        below = _items(item.nested, depth + 1) if item.nested else ()
        if own and below and depth < 2:
            assert item.nested is not None
            out.append(ListItem(own, ListBlock(item.nested.ordered, below)))
        elif own:
            out += [ListItem(own), *below]
        else:
            out += below
    return tuple(out)


def _quotation(block: Quotation) -> Iterable[Block]:
    paragraphs = _filled(block.paragraphs)
    attribution = _cell(block.attribution)
    if paragraphs:
        return (Quotation(paragraphs, attribution),)
    return (clean_paragraph(Paragraph(attribution)),) if attribution else ()


def _table(block: Table) -> Iterable[Block]:
    rows = [tuple(_cell(cell) for cell in row) for row in (block.header, *block.rows)]
    width = max(map(len, rows))
    if not any(cell for row in rows for cell in row):
        return ()
    full = [row + ((),) * (width - len(row)) for row in rows]
    return (Table(full[0], tuple(full[1:])),)


def _cell(runs: Runs) -> Runs:
    return runs if _is_clean(runs) else _join(_trimmed(runs))


def _is_clean(runs: Runs) -> bool:
    """Tell at a look whether `runs` are what trimming and joining would make of them; a line break is left to these."""
    if not runs:
        return True
    before: Run | None = None
    for run in runs:
        if run.field:
            if run.text:
                return False
        elif not _is_clean_text(run.text) or (before is not None and _are_alike(before, run)):
            return False
        before = run
    return not (runs[0].text.startswith(" ") or runs[-1].text.endswith(" "))


def _is_clean_text(text: str) -> bool:
    if not text or not (text.isprintable() or ("\n" not in text and clean_characters(text) == text)):
        return False
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _are_alike(one: Run, other: Run) -> bool:
    """Tell whether two runs differ in nothing but their characters."""
    return (one.bold, one.italic, one.link, one.language, one.field) == (other.bold, other.italic, other.link, other.language, other.field)


def _language_fits(runs: Runs, language: str) -> bool:
    """Tell whether the languages of `runs` and of their block stand where they belong: see `_runs`."""
    if not runs:
        return not language
    shared = runs[0].language
    if len(runs) > 1 and any(run.language != shared for run in runs):
        return all(run.language != language or not language for run in runs)
    return not shared


def _runs(runs: Runs, language: str) -> tuple[Runs, str]:
    """Clean runs and the language of their block: a language that all runs share is the block's."""
    own = [replace(run, language="") if run.language == language else run for run in _trimmed(runs)]
    languages = {run.language for run in own}
    if len(languages) == 1 and "" not in languages:
        language = languages.pop()
        own = [replace(run, language="") for run in own]
    return _join(own), language if own else ""


def _trimmed(runs: Runs) -> list[Run]:
    """Runs without unusable characters, without blanks at the ends of lines and line breaks at the ends."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.field:
            lines[-1].append(replace(run, text=""))
            continue
        first, *others = clean_characters(run.text).split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=other)] for other in others]
    trimmed = [_trimmed_line(line) for line in lines]
    while trimmed and not trimmed[0]:
        trimmed.pop(0)
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    return _with_breaks(trimmed)


def _trimmed_line(line: list[Run]) -> list[Run]:
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while line and not line[end].field:
            text = strip(line[end].text, " ")
            if text:
                line[end] = replace(line[end], text=text)
                break
            line.pop(end)
    return [run for run in line if run.field or run.text]


def _with_breaks(lines: list[list[Run]]) -> list[Run]:
    """One list of runs; a line break belongs to the run before it, or stands alone after a field."""
    out: list[Run] = []
    for index, line in enumerate(lines):
        if index:
            if out and not out[-1].field:
                out[-1] = replace(out[-1], text=out[-1].text + "\n")
            else:
                out.append(Run("\n"))
        out += line
    return out


def _join(runs: Iterable[Run]) -> Runs:
    """Join neighbours that differ in nothing but their characters, and compose them (NFC)."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and not run.field and _are_alike(run, groups[-1][0]):
            groups[-1].append(run)
        else:
            groups.append([run])
    joined = (same[0] if len(same) == 1 else replace(same[0], text="".join(run.text for run in same)) for same in groups)
    return tuple(_composed(run) for run in joined)


def _composed(run: Run) -> Run:
    if unicodedata.is_normalized("NFC", run.text):
        return run
    return replace(run, text=unicodedata.normalize("NFC", run.text))
