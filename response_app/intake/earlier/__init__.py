"""Report in: a record that an office published before, in any form, as the start of a record in the store."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.garbled import garbled_titles, torn_dates
from ..blocks import Blocks, blocks_of
from ..lines import Reading
from ..proposal import EarlierParts, Notice, Proposal, Warned
from . import details, findings
from .parts import Part, Parts, parts_of
from .tags import Tags

__all__ = ["is_record", "propose"]


def is_record(reading: Reading, blocks: Blocks | None = None) -> bool:
    """Tell whether a reading is a published record: its title says so, or it has the sections that only records have.

    Args:
        reading: the lines of a file.
        blocks: of the reading, where they are known already.
    """
    parts = parts_of((blocks or blocks_of(reading)).blocks, Tags())
    has_sections = parts.has(Part.INITIAL_RESPONSE) and (parts.has(Part.OVERALL_COMMENTS) or parts.has(Part.CHIEF_OFFICER_RESPONSE))
    return has_sections or (parts.is_titled and (parts.has(Part.INITIAL_RESPONSE) or bool(parts.details)))


def propose(reading: Reading) -> Proposal:
    """Return what a published record holds: office, inspection, findings with their answers, and the three sections.

    Tags and entities that leaked into its words are taken out and counted.
    """
    tags = Tags()
    parts = parts_of(blocks_of(reading).blocks, tags)
    found = details.inspection_of(parts)
    proposed = findings.findings_of(parts)
    earlier = EarlierParts(details.office_of(parts), parts.sections, details.version_of(parts), details.published_of(parts))
    return Proposal(**found, findings=proposed, notices=(*_notices(parts, tags, found, len(proposed)),), earlier=earlier)


def _notices(parts: Parts, tags: Tags, found: dict[str, object], count: int) -> list[Notice]:
    notices = []
    if not found.get("title"):
        notices.append(Notice(Warned.TITLE_NOT_FOUND, "The record does not say which inspection it answers. Write the title in yourself."))
    if not found.get("published_on"):
        words = "The record does not say when the report was published. Write the date in yourself: the 56 days count from it."
        notices.append(Notice(Warned.PUBLICATION_DATE_NOT_FOUND, words))
    if tags.count:
        what = "1 tag or code that had" if tags.count == 1 else f"{tags.count} tags and codes that had"
        words = f"{what} leaked into the words was taken out." if tags.count == 1 else f"{what} leaked into the words were taken out."
        notices.append(Notice(Warned.MARKUP_CLEANED, f"{words} Read the texts through once.", tags.first_place))
    notices += _garbled(parts)
    if not count and (parts.has(Part.AREAS) or parts.has(Part.RECOMMENDATIONS)):
        notices.append(Notice(Warned.NO_FINDINGS_FOUND, "No finding was found in the record. Add those that it answers yourself."))
    return notices


def _garbled(parts: Parts) -> Iterator[Notice]:
    """Titles and dates that are garbled where reading keeps no words: in the headings, and in the dates of the details."""
    for head, span in parts.heads.values():
        for start, end in garbled_titles(head):
            words = f"The heading “{head}” has the commissioner’s title wrong: “{head[start:end]}”. The app prints its own headings."
            yield Notice(Warned.TITLE_WRONG, words, span.words)
    for label, value, span in parts.details:
        for start, end in torn_dates(value):
            words = f"“{value[start:end]}” under “{label}” has a space inside the day. Compare the date that was read with the report."
            yield Notice(Warned.DATE_STYLE, words, span.words)
