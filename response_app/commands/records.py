"""`records`: the store's records by name, as files in and out (home)."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..atomic_io import read_bytes, write_bytes
from ..domain.dates import in_words
from ..errors import FileRefused
from ..paths import data_dir
from .usage import Outcome, Parser

if TYPE_CHECKING:  # the store's library is slow to load, and the other commands do without it
    from ..authoring.workspace import RecordRow, Workspace

_LIMIT = 64 * 1024 * 1024  # bytes; the format's own limit


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command with its four parts to the program."""
    words = "List the records of this computer, show one, bring one in, write one out."
    parser = commands.add_parser("records", help=words, description=words)
    parts = parser.add_subparsers(title="Parts", metavar="PART", required=True)
    _part(parts, "list", "List the records, the last changed first.", _list, forms=True)
    _part(parts, "show", "Show one record as a record file.", _show, "record_id")
    _part(parts, "import", "Bring a record file into the store.", _import, "file")
    dump = _part(parts, "dump", "Write one record to a record file.", _dump, "record_id")
    dump.options.add_argument("--out", metavar="FILE", type=Path, required=True, help="the file to write")


def _part(parts: argparse._SubParsersAction[Parser], name: str, words: str, run: object, given: str = "", forms: bool = False) -> Parser:
    parser: Parser = parts.add_parser(name, help=words, description=words)
    if given == "record_id":
        parser.given.add_argument("record_id", metavar="ID", help="the record's id, as the list shows it; its start is enough")
    if given == "file":
        parser.given.add_argument("file", metavar="RECORD.json", type=Path, help="the record file")
    if forms:
        parser.options.add_argument("--as", dest="form", metavar="FORM", choices=("text", "json"), default="text", help="text or json")
    parser.options.add_argument("--store", metavar="FOLDER", type=Path, help="another folder than this computer's own store")
    parser.set_defaults(run=run)
    return parser


def _open(given: argparse.Namespace) -> Workspace:
    from ..authoring.workspace import Workspace

    return Workspace.open(given.store or data_dir(), "the command line")


def _list(given: argparse.Namespace) -> Outcome:
    from ..authoring.records import list_records

    workspace = _open(given)
    try:
        rows = workspace.ask(list_records)
    finally:
        workspace.close()
    if given.form == "json":
        return Outcome(json.dumps([_as_json(row) for row in rows], ensure_ascii=False, indent=2))
    return Outcome("\n".join(_as_line(row) for row in rows) or "There are no records yet.")


def _as_json(row: RecordRow) -> dict[str, object]:
    return {
        "record_id": row.record_id,
        "title": row.title,
        "kind": row.kind.value,
        "published_on": row.published_on.isoformat() if row.published_on else None,
        "status": row.status.value,
        "to_answer": row.to_answer,
        "answered": row.answered,
    }


def _as_line(row: RecordRow) -> str:
    published = f"published {in_words(row.published_on)}" if row.published_on else "publication date not yet known"
    return f"{row.record_id[:8]}  {row.title or 'without a title yet'} ({published}; {row.answered} of {row.to_answer} answered)"


def _show(given: argparse.Namespace) -> Outcome:
    return Outcome(_record_file(given).decode("utf-8").rstrip("\n"))


def _dump(given: argparse.Namespace) -> Outcome:
    write_bytes(given.out, _record_file(given))
    return Outcome(f"Written: {given.out}")


def _record_file(given: argparse.Namespace) -> bytes:
    from ..authoring.records import give_out, list_records

    workspace = _open(given)
    try:
        return workspace.ask(give_out, _whole_id(workspace.ask(list_records), given.record_id))
    finally:
        workspace.close()


def _whole_id(rows: tuple[RecordRow, ...], start: str) -> str:
    """The id that begins so.

    Raises:
        FileRefused: none does, or several.
    """
    found = [row.record_id for row in rows if row.record_id.startswith(start)]
    if len(found) != 1:
        what = "There is no record" if not found else f"There are {len(found)} records"
        raise FileRefused(f"{what} with an id that begins with {start}.", "“response-app records list” shows them.")
    return found[0]


def _import(given: argparse.Namespace) -> Outcome:
    from ..authoring.records import bring_in

    data = read_bytes(given.file, _LIMIT)
    workspace = _open(given)
    try:
        changes = workspace.do(bring_in, data)
    finally:
        workspace.close()
    title = changes.after.inspection.title if changes.after else ""
    return Outcome(f"Brought in: {title or 'a record without a title yet'} ({changes.record_id[:8]})")
