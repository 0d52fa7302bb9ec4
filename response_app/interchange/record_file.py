"""Record files and decision files: bytes to values and back (record in, record out)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ..domain.record import Record
from ..domain.response import Decision
from .codec import Cleaned, Reader, tree
from .json_text import json_object
from .places import Place, quoted, refused
from .references import check_references

FORMAT = "pcc-inspection-response"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A record that was read, and what was put right in it on the way."""

    record: Record
    cleaned: tuple[Cleaned, ...] = ()


def read_record(data: bytes) -> Reading:
    """Return the record that a file holds.

    Args:
        data: the whole file, UTF-8 JSON as in the interchange contract.

    Raises:
        FileRefused: it is not such a file; the message names the place in one sentence.
    """
    given = json_object(data)
    _check_format(given)
    reader = Reader()
    record: Record = reader.read(Record, {key: value for key, value in given.items() if key not in ("format", "version")}, Place())
    check_references(record)
    return Reading(record, tuple(reader.cleaned))


def read_decision(data: bytes) -> Decision:
    """Return the decision that a file holds: one object with the keys of an entry of `decisions`.

    Raises:
        FileRefused: it is not such a file.
    """
    decision: Decision = Reader().read(Decision, json_object(data), Place())
    return decision


def write_record(record: Record) -> bytes:
    """Return the record file of `record`: UTF-8, keys in schema order, two-space indent, one line end at the end.

    A key with its default value is left out, so that files stay the same when the format grows.
    """
    return (json.dumps(_tree(record), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def canonical_bytes(record: Record) -> bytes:
    """Return the bytes that stand for `record` in a hash: the record file without white space between its parts."""
    return json.dumps(_tree(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def _tree(record: Record) -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION, **tree(record)}


def _check_format(given: dict[str, Any]) -> None:
    if "format" not in given:
        raise refused(f"The file lacks the key “format”; a record file says {quoted(FORMAT)} there.")
    if given["format"] != FORMAT:
        raise refused(f"The file is not a record file: its format must be {quoted(FORMAT)}, and {quoted(given['format'])} stands there.")
    if "version" not in given:
        raise refused(f"The file lacks the key “version”; a record file says {VERSION} there.")
    version = given["version"]
    if isinstance(version, bool) or not isinstance(version, int | float) or not float(version).is_integer() or version < VERSION:
        raise refused(f"The file has the version {quoted(version)}, which no record file has.")
    if version > VERSION:
        raise refused(
            f"The file was made by a newer version of the app (format version {int(version)}).",
            "Nothing was changed. Ask for an update of the app, or for the file in format version 1.",
        )
