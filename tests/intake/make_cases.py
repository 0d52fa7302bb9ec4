"""Makes the files in `cases/` from `case_sources/`: `python -m tests.intake.make_cases [NAME ...]`.

Needs Chromium, LibreOffice and python-docx.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from response_app.interchange import read_record
from response_app.record import write_pdf
from response_app.record.build import build_document

from .make_files import chromium
from .making import scanned, tables
from .making.notation import CASES, SOURCES, Source, sources
from .making.packed import squeezed
from .making.plain import text
from .making.typeset import pdf
from .making.web import page, printed
from .making.word import docx


def main(names: list[str]) -> None:
    """Make the cases with these names, all without any."""
    chosen = [each for each in sources() if not names or each.name in names]
    with tempfile.TemporaryDirectory() as folder:
        for source in chosen:
            _write(source, Path(folder))
        _by_libreoffice([each for each in chosen if "libreoffice.pdf" in each.forms], Path(folder))
    extras = {name: codes for source in sources() for name, codes in source.extras.items()}
    (CASES / "extras.json").write_text(_json(extras), encoding="utf-8")
    for path in SOURCES.glob("*.json"):
        if not names or path.stem in names:
            _own_record(path)
    if not names or "table-of-findings" in names:
        tables.write(CASES)
    if not names or "scanned" in names:
        scanned.write(CASES)


def _write(source: Source, folder: Path) -> None:
    made = CASES / source.name
    made.with_name(f"{source.name}.expected.json").write_text(_json(source.expected), encoding="utf-8")
    for form in source.forms:
        target = made.with_name(f"{source.name}.{form}")
        if form == "html":
            target.write_text(page(source), encoding="utf-8")
        elif form == "docx":
            target.write_bytes(docx(source))
        elif form == "txt":
            target.write_text(text(source), encoding="utf-8")
        elif form == "typst.pdf":
            target.write_bytes(squeezed(pdf(source)))
        elif form == "chromium.pdf":
            (folder / "print.html").write_text(printed(source), encoding="utf-8")
            chromium(folder / "print.html", folder / "print.pdf")
            target.write_bytes(squeezed((folder / "print.pdf").read_bytes()))


def _by_libreoffice(chosen: list[Source], folder: Path) -> None:
    """Export the Word files as PDF, all by one start of LibreOffice."""
    if not chosen:
        return
    given = [folder / f"{each.name}.docx" for each in chosen]
    for source, path in zip(chosen, given, strict=True):
        path.write_bytes(docx(source))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, given)], check=True)
    for source in chosen:
        target = CASES / f"{source.name}.libreoffice.pdf"
        target.write_bytes(squeezed((folder / f"{source.name}.pdf").read_bytes()))


def _own_record(path: Path) -> None:
    """Write a record as the app itself publishes it, with what must come back."""
    source = json.loads(path.read_text(encoding="utf-8"))
    record = read_record(json.dumps(source["record"]).encode()).record
    (CASES / f"{path.stem}.pdf").write_bytes(write_pdf(build_document(record, draft=False, today=date.fromisoformat(source["today"]))))
    (CASES / f"{path.stem}.expected.json").write_text(_json(source["expected"]), encoding="utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
