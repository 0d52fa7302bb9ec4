"""Rules on what the record says of the inspection: grades, counts, chapters, the logo's words (checks)."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.finding import FindingKind
from ..domain.inspection import Grade, InspectionKind, Scale, StatedCount
from ..domain.record import Record
from ..domain.richtext import is_unseen, paragraphs, plain_runs
from ..domain.selection import concerns_this_force
from .paragraphs import as_read
from .problem import Context, Problem, Severity

_AREAS = ("areas", "graded_areas")
_MANY_CHAPTERS = frozenset({InspectionKind.REGIONAL})


def alt_text_missing(record: Record, context: Context) -> Iterator[Problem]:
    """A logo without words that say what it shows."""
    logo = record.office.logo
    if logo is not None and logo.name and is_unseen(logo.alt):
        fix = "Say in a few words what the picture shows, such as “Logo of Exampleshire Police and Crime Commissioner”."
        yield Problem(
            "alt_text_missing",
            Severity.WRONG,
            "The logo has no description",
            "office.logo.alt",
            fix=fix,
            source="ISO 14289-1 (PDF/UA-1), 7.3; WCAG 2.2, 1.1.1",
        )


def grade_not_on_scale(record: Record, context: Context) -> Iterator[Problem]:
    """A grade that the scale of this inspection does not have: "adequate" came in with the five tiers of 2021/22."""
    if record.inspection.scale is not Scale.FOUR_TIER:
        return
    for index, each in enumerate(record.inspection.judgements):
        if each.grade is Grade.ADEQUATE:
            about = f" for {each.area}" if each.area else ""
            fix = "Compare the grade and the scale with the report: four tiers until 2021, five with “adequate” since 2021/22."
            yield Problem(
                "grade_not_on_scale",
                Severity.WARNING,
                f"“Adequate”{about} is not a grade of the four-tier scale",
                f"inspection.judgements[{index}].grade",
                fix=fix,
                source="HMICFRS: five tiers since 2021/22",
            )


def stated_count_differs(record: Record, context: Context) -> Iterator[Problem]:
    """The report itself says how many there are, and the record has another number."""
    for each in record.inspection.stated_counts:
        found = _recorded(record, each)
        if found is not None and each.number not in found:
            most = max(found)
            name = _name(each.what, each.number)
            fix = "Compare with the report: add what is missing, or take out what is there twice."
            yield Problem(
                "stated_count_differs",
                Severity.WARNING,
                f"The report states {each.number} {name}, and {most} {'is' if most == 1 else 'are'} recorded",
                "inspection.stated_counts",
                fix=fix,
                source="The report’s own words",
            )


def _recorded(record: Record, stated: StatedCount) -> set[int] | None:
    """The numbers that a stated one may rightly be, None for one that the record cannot count."""
    judgements = record.inspection.judgements
    if stated.what == "areas":
        return {len(judgements), len({each.area for each in judgements})} if judgements else None
    if stated.what == "graded_areas":
        return {sum(each.grade is not None for each in judgements)} if judgements else None
    kinds = {each.value: each for each in FindingKind}
    if stated.what not in kinds:
        return None
    kind = kinds[stated.what]
    wanted = {kind, FindingKind.ACCELERATED_CAUSE_OF_CONCERN} if kind is FindingKind.CAUSE_OF_CONCERN else {kind}
    found = [each for each in record.findings if each.kind in wanted]
    return {len(found), sum(concerns_this_force(record, each) for each in found), sum(each.parent is None for each in found)}


def _name(what: str, number: int) -> str:
    if what in _AREAS:
        return {"areas": "area", "graded_areas": "graded area"}[what] + ("" if number == 1 else "s")
    one = FindingKind(what).words.lower()
    several = one.replace("area ", "areas ").replace("cause ", "causes ").replace("recommendation", "recommendations")
    return one if number == 1 else several


def force_action_only(record: Record, context: Context) -> Iterator[Problem]:
    """An action of ours that begins with what the force has done: that alone does not explain ours (s.55(5B))."""
    openings = _openings(record)
    longest = max(map(len, openings))
    for finding in record.findings:
        for index, action in enumerate(finding.action):
            written = next((plain_runs(runs) for runs in paragraphs(action.text)), "")
            first = as_read(written[:longest])
            opening = next(filter(first.startswith, openings), "").rstrip() if first.startswith(openings) else ""
            if opening:
                fix = "Say what the commissioner does about it, such as ask, fund, scrutinise or report."
                yield Problem(
                    "force_action_only",
                    Severity.HINT,
                    f"The answer begins with what the force does (“{opening}…”)",
                    f"findings[{finding.id}].action[{index}].text",
                    1,
                    0,
                    len(opening),
                    written[: len(opening)],
                    fix,
                    "Police Act 1996, section 55(5B)",
                )


def _openings(record: Record) -> tuple[str, ...]:
    office = record.office
    names = ["The force", "The Force", "[force]", office.force, f"The {office.chief_officer_title}", office.chief_officer]
    verbs = ("has", "have", "is", "will", "now", "continues", "already")
    return tuple(f"{name} {verb} " for name in names for verb in verbs if name.strip() and name != "The ")
