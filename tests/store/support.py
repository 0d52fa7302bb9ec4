"""What the tests of the store share: a clock that stands still, texts as the app writes them, child processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from response_app.domain.record import Record
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.interchange import read_fragment, write_fragment
from response_app.store import layout
from response_app.store.opening import Store, open_store

from ..fixtures.sample_records import plain_record
from ..fixtures.shared import PROJECT

A_DAY = datetime(2024, 6, 4, 9, 41, tzinfo=UTC)


class Fragments:
    """Texts as HTML fragments of the interchange format."""

    def write(self, text: RichText) -> str:
        """Return the fragment."""
        return write_fragment(text)

    def read(self, html: str) -> RichText:
        """Return the text."""
        return read_fragment(html).text


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = A_DAY

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def pass_by(self, **time: float) -> None:
        """Let time pass, as `timedelta` has it."""
        self.now += timedelta(**time)


def words(*lines: str) -> RichText:
    """Return a text of plain paragraphs."""
    return tuple(Paragraph((Run(line),)) for line in lines)


def a_record(record_id: str = "r1", **changes: object) -> Record:
    """Return an ordinary record, changed as asked."""
    return replace(plain_record(), record_id=record_id, **changes)  # type: ignore[arg-type]


def full_record(record_id: str) -> Record:
    """Return a record with something in every field, and two things in every list."""
    made = _filled(layout.RECORDS, 0)
    assert isinstance(made, Record)
    return replace(made, record_id=record_id, extensions='{"theirs":1}')


def _filled(table: layout.Table, number: int) -> Any:
    values: dict[type, Any] = {bool: True, int: number + 1, date: date(2024, 5, 14 + number), tuple: ("One", "Two")}

    def gather(shape: layout.Shape) -> Any:
        return shape.made(**{part.attribute: value_of(part) for part in shape.parts})

    def value_of(part: layout.Column | layout.Text | layout.Nested | layout.Children) -> Any:
        match part:
            case layout.Column(kind=kind) if issubclass(kind, StrEnum):
                return list(kind)[(number + 2) % len(kind)]
            case layout.Column(kind=kind):
                return values.get(kind, f"{part.name} {table.name} {number}")
            case layout.Text():
                return words(f"The words of {part.suffix}.", f"Number {number}.")
            case layout.Nested():
                return gather(part.shape)
            case layout.Children():
                return tuple(_filled(part.table, each) for each in (0, 1))

    return gather(table.shape)


def opened(path: Path, clock: Clock | None = None, who: str = "Asha Patel") -> Store:
    """Return the open store at `path`."""
    return open_store(path, Fragments(), who, clock or Clock())


def save(store: Store, *records: Record) -> None:
    """Add records and commit."""
    with store.work() as work:
        for record in records:
            work.records.add(record)
        work.commit()


def set_text(store: Store, place: str, text: RichText, record_id: str = "r1") -> None:
    """Set one text and commit: an autosave."""
    with store.work() as work:
        work.records.set_text(record_id, place, text)
        work.commit()


def stored(store: Store, record_id: str = "r1") -> Record:
    """Return a record as it is in the store."""
    with store.work() as work:
        return work.records.get(record_id)


def child(code: str, *arguments: object, before: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start a process that runs `code` with these arguments in `sys.argv`; `before` is the program that runs it."""
    start = "import sys\nfrom pathlib import Path\nfrom tests.store.support import *\n"
    command = [*before, sys.executable, "-c", start + code, *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")
