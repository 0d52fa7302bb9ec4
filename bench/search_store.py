"""Stores of many records that differ in their words, for the rows on search: fictional, equal on every run (Home)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from response_app.domain.finding import Finding
from response_app.domain.record import Record, Sections

from .samples import large_record, short_record

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from response_app.authoring.workspace import Work

DIFFERENT = 200
"""So many records are made through the use cases; a larger store holds copies of them, each with a number word of its own."""
_FINDINGS = 3
_FORCES = ("Exampleshire", "Otherland", "Northmarsh", "Eastvale", "Westholm", "Southmere")


def store_to_search(folder: Path, count: int) -> Path:
    """Return a folder below `folder` with a store of `count` records that differ; made when first asked for."""
    made = folder / f"search-{count}"
    if made.exists():
        return made
    # Not with the module: the rows on record out shall not have the database in their process.
    from response_app.authoring import office
    from response_app.authoring.workspace import Workspace

    made.mkdir()
    workspace = Workspace.open(made)
    try:
        workspace.do(office.set_up, "A. Author", short_record().office)
        workspace.do(_fill, min(count, DIFFERENT))
        for first in range(DIFFERENT, count, DIFFERENT):
            workspace.do(_copy, first, min(DIFFERENT, count - first))
    finally:
        workspace.close()
    return made


def _fill(work: Work, count: int) -> None:
    for record in _records(count):
        work.records.add(record)


def _records(count: int) -> Iterator[Record]:
    template, findings = short_record(), large_record().findings
    for number in range(count):
        random = Random(number)
        force = random.choice(_FORCES)
        title = f"An inspection of the response to crime in {force}, number {number}"
        inspection = replace(template.inspection, title=title)
        chosen = tuple(_alone(each, at) for at, each in enumerate(random.sample(findings, _FINDINGS)))
        sections = Sections(initial_response=findings[number % len(findings)].chief.text)
        yield replace(template, record_id=f"r{number:05}", inspection=inspection, findings=chosen, sections=sections)


def _alone(finding: Finding, at: int) -> Finding:
    return replace(finding, id=f"f{at}", evidence=(), parent=None, answered_with=None)


def _copy(work: Work, first: int, count: int) -> None:
    """Copy the rows of the first records, past the use cases, which would take minutes."""
    connection = work.search.connection
    last = f"r{count - 1:05}"
    for table, key in (("records", "record_id"), ("findings", "of_record"), ("finding_action", "of_record")):
        _copy_rows(connection, table, key, first, last)
    new = f"printf('r%05d', CAST(substr(p.of_record, 2) AS INTEGER) + {first})"
    old = f"p.of_record <= '{last}'"
    connection.exec_driver_sql(f"INSERT INTO search_places (of_record, place) SELECT {new}, p.place FROM search_places p WHERE {old}")
    connection.exec_driver_sql(
        "INSERT INTO search (rowid, words) SELECT fresh.id, s.words || ' ' || fresh.of_record"
        " FROM search_places p JOIN search s ON s.rowid = p.id"
        f" JOIN search_places fresh ON fresh.of_record = {new} AND fresh.place = p.place WHERE {old}"
    )


def _copy_rows(connection: Connection, table: str, key: str, first: int, last: str) -> None:
    names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    fresh = [f"printf('r%05d', CAST(substr({key}, 2) AS INTEGER) + {first})" if name == key else f'"{name}"' for name in names]
    columns = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) SELECT {', '.join(fresh)} FROM {table} WHERE {key} <= '{last}'")
