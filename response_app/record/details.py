"""The start and the end of the record: versions and dates, details table, where it is published (record out)."""

from __future__ import annotations

import re
from datetime import date

from ..domain.clock import statutory_date
from ..domain.dates import in_words
from ..domain.inspection import Judgement
from ..domain.record import Record
from ..domain.response import ClockApplies
from ..domain.richtext import Run, Runs
from ..domain.titles import body_title, chief_officer_title, in_a_row
from .nodes import Writer
from .tree import Role, Table

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(r"https://[^\s<>]+[^\s<>.,;:)]")


def write(out: Writer, record: Record, draft: bool, today: date) -> None:
    """Write the line of versions and dates, corrections, and the details table."""
    out.fixed(" \u00b7 ".join(_versions_and_dates(record, draft, today)), Role.META)
    for correction in record.state.corrections:
        when = f" {in_words(correction.on)}" if correction.on else ""
        label = f" (version {correction.version_label})" if correction.version_label else ""
        out.words(f"Corrected{when}{label}: {correction.text}", Role.META)
    rows = tuple((out.fixed_cell(name), _cell(value) if value else out.fixed_cell("Not yet known")) for name, value in _rows(record))
    out.add(Table((), rows, (0.34, 0.66)))
    judgements = record.inspection.judgements
    if len(judgements) > 1:
        out.add(_grades(out, judgements))


def _cell(words: str) -> Runs:
    return (Run(words),)


def _versions_and_dates(record: Record, draft: bool, today: date) -> list[str]:
    state = record.state
    published = state.publication.confirmed_on or state.publication.planned_on
    parts = [
        f"Version {state.version_label}" if state.version_label else "Version not yet given",
        f"Published {_unbroken(published)}" if published else "Not yet published",
    ]
    if draft and published and state.publication.confirmed_on is None:
        parts[-1] = f"Planned for publication {_unbroken(published)}"
    if draft:
        parts.insert(0, f"Draft of {_unbroken(today)}")
    reported = record.inspection.published_on
    if reported is None:
        return [*parts, "Report\u2019s publication date not yet known"]
    due = _unbroken(statutory_date(reported))
    clock = {
        ClockApplies.YES: f" (statutory date {due})",
        ClockApplies.UNDECIDED: f" (statutory date would be {due})" if draft else "",
    }.get(state.clock.applies, "")
    return [*parts, f"Report published {_unbroken(reported)}{clock}"]


def _unbroken(day: date) -> str:
    """The date with no-break spaces, so that the long line of dates breaks between them."""
    return in_words(day).replace(" ", "\u00a0")


def _rows(record: Record) -> list[tuple[str, str]]:
    """The rows of the details table: row header and value."""
    office, inspection = record.office, record.inspection
    joint = office.joint_with
    forces = list(dict.fromkeys(name for name in (office.force, *(body.force for body in joint)) if name))
    rows = [("Forces" if len(forces) > 1 else "Force", in_a_row(forces)), (body_title(record), office.holder)]
    rows += [(_joint(body.body_title or body_title(record), body.force, office.force), body.holder) for body in joint if body.holder]
    rows.append((chief_officer_title(record), office.chief_officer))
    rows += [
        (_joint(body.chief_officer_title or chief_officer_title(record), body.force, office.force), body.chief_officer)
        for body in joint
        if body.chief_officer
    ]
    rows += [
        ("Title of inspection", inspection.title),
        ("Date published", in_words(inspection.published_on) if inspection.published_on else ""),
        ("Inspectorates" if inspection.also_inspectorates else "Inspectorate", _inspectorates(record)),
        ("Grade", _grade(inspection.judgements)),
    ]
    return rows


def _joint(title: str, force: str, own_force: str) -> str:
    """A joint body's title, with its force where that is another."""
    return f"{title} ({force})" if force and force != own_force else title


def _inspectorates(record: Record) -> str:
    return in_a_row([name for name in (record.inspection.inspectorate, *record.inspection.also_inspectorates) if name])


def _grade(judgements: tuple[Judgement, ...]) -> str:
    """The grade, where to find several, or that none is recorded; "ungraded" only when the inspectors gave none."""
    if not judgements:
        return "None recorded"
    if len(judgements) > 1:
        return "See the table of grades below"
    return _grade_words(judgements[0])


def _grade_words(judgement: Judgement) -> str:
    return judgement.grade.words if judgement.grade else "Ungraded"


def _grades(out: Writer, judgements: tuple[Judgement, ...]) -> Table:
    """One row a grade; the scope is a column only where there is more than one."""
    several = len({judgement.scope for judgement in judgements}) > 1
    header = ("Force or unit", "Area", "Grade") if several else ("Area", "Grade")
    rows = []
    for judgement in judgements:
        cells = [judgement.area or "Overall", _grade_words(judgement)]
        rows.append(tuple(_cell(words) for words in ([judgement.scope or "This force", *cells] if several else cells)))
    return Table(tuple(out.fixed_cell(words) for words in header), tuple(rows), (0.3, 0.45, 0.25) if several else (0.66, 0.34))


def write_imprint(out: Writer, record: Record) -> None:
    """Write where the record is published, how to reach the office, other formats, and whose the inspectors' words are."""
    office = record.office
    if office.website:
        out.fixed(_linked(f"Published on {_sentence(office.website)}"), Role.IMPRINT)
    if office.contact:
        out.fixed(_linked(f"Questions, or this record in another format: {_sentence(office.contact)}"), Role.IMPRINT)
    if record.inspection.address.startswith("https://"):
        report = Run("the inspectors\u2019 report", link=record.inspection.address)
        out.fixed((Run("Read "), report, Run(".")), Role.IMPRINT)
    licence = Run("Open Government Licence v3.0", link=LICENCE)
    out.fixed((Run("The inspectors\u2019 words are Crown copyright, used under the "), licence, Run(".")), Role.IMPRINT)


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _linked(words: str) -> Runs:
    """Runs in which e-mail and web addresses are links."""
    runs: list[Run] = []
    end = 0
    found = [(match, f"mailto:{match[0]}") for match in _EMAIL.finditer(words)]
    found += [(match, match[0]) for match in _ADDRESS.finditer(words)]
    for match, link in sorted(found, key=lambda each: each[0].start()):
        if match.start() < end:
            continue
        runs += [Run(words[end : match.start()]), Run(match[0], link=link)]
        end = match.end()
    runs.append(Run(words[end:]))
    return tuple(run for run in runs if run.text)
