"""`doctor`: whether everything that the app needs is there and works (every step)."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from .. import paths
from ..bank_holidays import HOLIDAYS
from ..bootstrap import app_version
from ..errors import AppError
from .files import open_record
from .usage import Outcome, Parser

NOT_WELL = 3
_LIBRARIES = ("reportlab", "pikepdf", "nh3", "holidays", "platformdirs", "font-source-sans-pro")
_PYTHON = ((3, 11), (3, 13))


class _NotOk(Exception):
    """What a look at the installation found wanting, in plain words."""


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command to the program."""
    words = "Check that everything the app needs is there and works."
    parser = commands.add_parser("doctor", help=words, description=words)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> Outcome:
    """Print one line for each thing looked at; exit code 0 only when all are well."""
    looks: list[tuple[str, Callable[[], str]]] = [
        ("Inspection Response", app_version),
        ("Python", _python),
        ("System", lambda: f"{platform.system()} {platform.release()}, {platform.machine()}"),
        *((name, _version_of(name)) for name in _LIBRARIES),
        ("Font of the record", _font),
        ("Data folder", _data_folder),
        ("Attached files", _attached_files),
        ("Bank holidays", _bank_holidays),
        ("Example as a PDF", _example),
    ]
    results = [(name, *_look(look)) for name, look in looks]
    lines = [f"{'ok' if well else 'not ok':<8}{name}: {found}" for name, well, found in results]
    bad = sum(not well for _, well, _ in results)
    lines.append({0: "Everything is well.", 1: "1 thing is not well."}.get(bad, f"{bad} things are not well."))
    return Outcome("\n".join(lines), NOT_WELL if bad else 0)


def _look(look: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, look()
    except (AppError, _NotOk) as error:
        return False, str(error)
    except Exception as error:
        return False, f"it failed ({type(error).__name__})"


def _python() -> str:
    lowest, highest = _PYTHON
    words = platform.python_version()
    if not lowest <= sys.version_info[:2] <= highest:
        raise _NotOk(f"{words}; it needs {lowest[0]}.{lowest[1]} to {highest[0]}.{highest[1]}")
    return words


def _version_of(name: str) -> Callable[[], str]:
    from importlib.metadata import version

    return lambda: version(name)


def _font() -> str:
    from ..record import has_glyph

    missing = [character for character in "Aé£–’•ŵŷ" if not has_glyph(character)]
    if missing:
        raise _NotOk(f"no shape for {' '.join(missing)}")
    return "Source Sans, with the Welsh letters"


def _data_folder() -> str:
    folder = paths.data_dir()
    there = next((each for each in (folder, *folder.parents) if each.exists()), Path(folder.anchor))
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise _NotOk(f"nothing can be written in {there}")
    return str(folder) if there == folder else f"{folder} (made when it is first needed)"


def _attached_files() -> str:
    from ..authoring.attached import attached_files

    count, spoilt = attached_files(paths.data_dir())
    if spoilt:
        raise _NotOk(f"{spoilt} of {count} not as kept; a start of the app puts back what the backups have whole")
    return f"{count}, all whole" if count else "none yet"


def _bank_holidays() -> str:
    year = date.today().year + 1
    wanted = (date(2023, 12, 25), date(year, 12, 25), date(year, 1, 1))
    missing = [each for each in wanted if each not in HOLIDAYS]
    if missing:
        raise _NotOk(f"nothing known for {missing[0].year}")
    return f"known to the end of {year}"


def _example() -> str:
    from ..record import build_document, lint_pdf, write_pdf

    reading = open_record(paths.template("example.json"))
    document = build_document(reading.record, draft=False, today=date(2024, 7, 2))
    data = write_pdf(document)
    faults = lint_pdf(data, document)
    if faults:
        raise _NotOk(faults[0])
    return f"made in memory and found accessible, {len(data) // 1024} KB"
