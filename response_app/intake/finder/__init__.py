"""Report in: the finder, from the lines of a report to a proposed inspection and findings, each with its place and how sure it is.

Blocks are made of the lines; lists of contents go; then each module finds its subject. Nothing is guessed: what is not found
is left open and said so in a notice.
"""

from __future__ import annotations

from ...domain.inspection import InspectionKind
from ..blocks import Blocks, blocks_of
from ..lines import Reading
from ..proposal import Found, Notice, Proposal, ScopeKind, Warned
from .chapters import Chapters, chapters_of
from .contents import without_contents
from .counts import count_notices, stated_counts
from .dates import published
from .findings import past_in_text, proposed
from .grades import grades_of
from .groups import drafts_as_counted
from .kinds import inspectorates_of, kind_of, kind_of_addressees, scale_of, visited_of
from .notices import finding_notices, grade_notices, picture_notices
from .regions import opened, regions_of
from .summary import summary_of
from .title import title_of
from .unlabelled import with_unlabelled


def propose(reading: Reading, blocks_known: Blocks | None = None) -> Proposal:
    """Return what an inspection report says, as a proposal to confirm.

    Args:
        reading: the lines of a report in any form.
        blocks_known: of the reading, where somebody has made them already.

    Returns:
        The proposal; `findings` in the order of the report, what only restates an earlier report in `restated`. A report
        with chapters on several forces names each finding's chapter in its `scope`.
    """
    blocks = opened(without_contents((blocks_known or blocks_of(reading)).blocks))
    dated = published(blocks)
    title = title_of(blocks, reading.title, dated.places)
    name = title.found.value if title.found else ""
    day = dated.day.value if dated.day else None
    kind = kind_of(name, blocks)
    chapters = chapters_of(blocks, title.force)
    regions = regions_of(blocks, title.end, chapters)
    accelerated = bool(kind and kind.value is InspectionKind.ACCELERATED)
    counts = stated_counts(blocks, frozenset(each.at for each in regions))
    drafts = drafts_as_counted(regions, [each.value for each, _ in counts], accelerated=accelerated)
    drafts, unlabelled = with_unlabelled(drafts, blocks, regions, chapters)
    drafts = [*drafts, *past_in_text(blocks, regions, chapters)]
    kind = kind or (kind_of_addressees(title.force, drafts) if not chapters.forces else None)
    grades = grades_of(blocks, chapters, title.force)
    scale = scale_of(name, day, blocks, [each.value for each in grades.judgements])
    found = proposed(drafts, day, _whole(title.force, kind, chapters), title.force)
    notices = [
        *(() if title.found else (Notice(Warned.TITLE_NOT_FOUND, "No title was found. Type it as the report has it."),)),
        *dated.notices,
        *grade_notices(grades, scale),
        *finding_notices(drafts, chapters.forces, blocks),
        *count_notices(counts, drafts, grades, chapters),
        *unlabelled,
        *picture_notices(reading),
    ]
    return Proposal(
        title=title.found,
        published_on=dated.day,
        published_label=dated.label,
        kind=kind,
        inspectorates=inspectorates_of(name, blocks),
        visited=visited_of(blocks),
        summary=summary_of(blocks, chapters.heads),
        scale=scale,
        judgements=grades.judgements,
        stated_counts=tuple({each.value: each for each, _ in counts}.values()),
        forces=chapters.forces,
        findings=tuple(each for each in found if not each.restated),
        restated=tuple(each for each in found if each.restated),
        notices=tuple(notices),
    )


def _whole(force: str, kind: Found[InspectionKind] | None, chapters: Chapters) -> ScopeKind:
    """Return whom a report is for outside the chapters of forces: the force that its title names, or everybody."""
    if force and not chapters.heads:
        return ScopeKind.THIS_FORCE
    return ScopeKind.NATIONAL if kind and kind.value is InspectionKind.THEMATIC else ScopeKind.UNKNOWN
