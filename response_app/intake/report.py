"""Report in: one file that somebody brought, read and searched, in this process. `child.py` does the same at arm's length."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .lines import Form, Reading
from .proposal import Proposal


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The file as it came: its name, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """A file with its lines and what is proposed from them."""

    file: ReportFile
    reading: Reading
    proposal: Proposal


def describe(data: bytes, name: str) -> ReportFile:
    """Return what identifies a file."""
    return ReportFile(name, len(data), hashlib.sha256(data).hexdigest())


def read(data: bytes, name: str) -> Report:
    """Read an inspection report, a record that an office published or a table of findings, and propose what it holds.

    Args:
        data: the whole file.
        name: its name; its ending is a hint only.

    Raises:
        ImportRefused: it cannot be read; one sentence says why.
    """
    from . import earlier
    from .blocks import blocks_of
    from .finder import propose
    from .reading import form_of, read_report

    if form_of(data, name) in (Form.CSV, Form.XLSX):
        from . import table_findings, table_reader

        table = table_reader.read(data)
        return Report(describe(data, name), table_reader.reading(table), table_findings.propose(table))
    with _uncollected():
        reading = read_report(data, name)
        blocks = blocks_of(reading)
        proposal = earlier.propose(reading) if earlier.is_record(reading, blocks) else propose(reading, blocks)
    return Report(describe(data, name), reading, proposal)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles: the thousands of lines that stay make it look again and again, for a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
