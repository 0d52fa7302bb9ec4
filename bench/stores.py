"""The stores that the window is measured on: fictional, equal on every run (every step)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from response_app.domain.record import Record, Sections

from .samples import pages_of_text, short_record

if TYPE_CHECKING:
    from response_app.authoring.workspace import Work

SECTION = "initial_response"
"""The section that holds the long text."""


def store_of_records(folder: Path, count: int) -> Path:
    """Return a folder below `folder` with a store of `count` short records; made when first asked for."""
    template = replace(short_record(), findings=(), sections=Sections())

    def record(number: int) -> Record:
        inspection = replace(template.inspection, title=f"An inspection of the response to crime, number {number}")
        return replace(template, record_id=str(UUID(int=number)), inspection=inspection)

    return _store(folder / f"records-{count}", (record(number) for number in range(1, count + 1)))


def store_of_pages(folder: Path, pages: int) -> Path:
    """Return a folder below `folder` with a store of one record that has `pages` printed pages of text in one section."""
    template = short_record()
    record = replace(template, record_id=str(UUID(int=1)), sections=replace(template.sections, **{SECTION: pages_of_text(pages)}))
    return _store(folder / f"pages-{pages}", (record,))


def _store(folder: Path, records: Iterable[Record]) -> Path:
    if folder.exists():
        return folder
    # Not with the module: the rows on record out shall not have the database in their process.
    from response_app.authoring import office
    from response_app.authoring.workspace import Workspace

    folder.mkdir()
    workspace = Workspace.open(folder)

    def fill(work: Work) -> None:
        for record in records:
            work.records.add(record)

    try:
        workspace.do(office.set_up, "A. Author", short_record().office)
        workspace.do(fill)
    finally:
        workspace.close()
    return folder
