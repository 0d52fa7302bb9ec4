"""Makes the PDFs in `files/` from the sources beside them: `python -m tests.intake.make_files`. Needs Chromium and LibreOffice."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pikepdf

FILES = Path(__file__).parent / "files"


def chromium(source: Path, target: Path) -> None:
    """Print a web page as Chromium does."""
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--disable-pdf-tagging",
        f"--print-to-pdf={target}",
        str(source),
    ]
    subprocess.run(command, check=True)


def libreoffice(source: Path, target: Path) -> None:
    """Export a document as LibreOffice does."""
    profile = f"-env:UserInstallation={(target.parent / 'profile').as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(target.parent), str(source)], check=True)


def main() -> None:
    """Make all, as small as they get."""
    with tempfile.TemporaryDirectory() as folder:
        sources = {"chromium.html": chromium, "boxes.html": chromium, "libreoffice.fodt": libreoffice}
        for source, make in ((FILES / name, make) for name, make in sources.items()):
            made = Path(folder) / f"{source.stem}.pdf"
            make(source, made)
            with pikepdf.open(made) as pdf:
                pdf.save(FILES / made.name, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)


if __name__ == "__main__":
    main()
