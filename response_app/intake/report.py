"""Report in: one file that somebody brought, read and searched, in this process. `child.py` does the same at arm's length."""

from __future__ import annotations

import hashlib
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
    from .finder import propose
    from .reading import form_of, read_report

    if form_of(data, name) in (Form.CSV, Form.XLSX):
        from . import table_findings, table_reader

        table = table_reader.read(data)
        return Report(describe(data, name), table_reader.reading(table), table_findings.propose(table))
    reading = read_report(data, name)
    proposal = earlier.propose(reading) if earlier.is_record(reading) else propose(reading)
    return Report(describe(data, name), reading, proposal)
