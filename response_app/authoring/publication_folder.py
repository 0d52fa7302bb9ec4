"""Making the files: one folder with every form of the record, letters, checksums and words for the website (record out)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .. import atomic_io
from ..domain.fields import fill
from ..domain.record import Record
from ..domain.response import CopyTo, PublishedFile
from ..domain.richtext import plain
from ..domain.titles import record_title
from ..errors import FileRefused
from ..pdfium import page_count
from ..record import PrintOptions, build_document
from .written import made_fragment, made_page, made_pdf, made_text, made_word

_LONGEST_NAME = 80
_LONGEST_SUMMARY = 200
MANIFEST = "SHA256SUMS.txt"
FOR_THE_WEBSITE = "for-the-website.txt"


@dataclass(frozen=True, slots=True)
class Files:
    """What was made.

    Attributes:
        files: name and bytes, in the order in which a person would look at them.
        pages: how many pages the PDF has.
        published: the files that go on the website, with their SHA-256.
        website: what the web team is to write on the page.
    """

    files: Mapping[str, bytes]
    pages: int
    published: tuple[PublishedFile, ...]
    website: WebsiteWords


@dataclass(frozen=True, slots=True)
class WebsiteWords:
    """The suggested title and summary of the web page, and the words of the links to the files."""

    title: str
    summary: str
    links: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it, to be read in a file."""
        lines = ["Title of the page", self.title, "", "Summary", self.summary, "", "Words of the links", *self.links]
        return "\n".join(lines) + "\n"


def make_files(record: Record, *, today: date, logo: bytes | None = None, options: PrintOptions | None = None) -> Files:
    """Return every file of a final record; whether it may be published is the checks' word, not this function's.

    Args:
        record: what to print.
        today: the date of the letters.
        logo: the picture that the office's logo names.
        options: what the office chose to print otherwise.

    Raises:
        PdfRefused: a file does not hold its own rules.
    """
    document = build_document(record, draft=False, today=today, logo=logo, options=options)
    stem = file_stem(record)
    pdf, page, word = made_pdf(document), made_page(document), made_word(document)
    made = {
        f"{stem}.pdf": pdf,
        f"{stem}.html": page,
        f"{stem}-for-editor.html": made_fragment(document),
        f"{stem}.docx": word,
        f"{stem}.txt": made_text(document),
        **make_letters(record, today),
    }
    pages = page_count(pdf)
    website = website_words(record, pages, {"PDF": len(pdf), "Word": len(word)})
    made[FOR_THE_WEBSITE] = website.text.encode()
    made[MANIFEST] = manifest(made).encode()
    published = tuple(PublishedFile(name, _sha256(made[name])) for name in (f"{stem}.pdf", f"{stem}.html", f"{stem}.docx"))
    return Files(made, pages, published, website)


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write all files into a new or empty folder, or none; return their paths.

    Raises:
        FileRefused: something stands in the folder already; it is not touched.
        WriteFailed: one could not be written.
    """
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    if not new and (not folder.is_dir() or any(folder.iterdir())):
        raise FileRefused(f"There are files in {folder.name} already.", "Nothing was written. Choose an empty folder, or a new name.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FileRefused(f"The folder {folder.name} cannot be made there.", "Nothing was written. Choose another place.") from None
    paths = {folder / name: data for name, data in files.items()}
    try:
        atomic_io.write_many(paths)
    except Exception:
        for each in new:
            if any(each.iterdir()):
                break
            each.rmdir()
        raise
    return tuple(paths)


def file_stem(record: Record) -> str:
    """Return the name of the files without ending: small letters, digits and hyphens, force, inspection and version."""
    words = [record.office.force, "response", record.inspection.title, record.state.version_label.replace(".", "-")]
    parts = [re.sub(r"[^a-z0-9]+", "-", _plain(each)).strip("-") for each in words]
    version = f"-v{parts[3]}" if parts[3] else ""
    stem, most = "-".join(part for part in parts[:3] if part), _LONGEST_NAME - len(version)
    if len(stem) > most:
        stem = stem[: most + 1].rpartition("-")[0] or stem[:most]  # whole words, where one is not longer than the name may be
    return stem + version


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()


def manifest(files: Mapping[str, bytes]) -> str:
    """Return the list of checksums, in the form that `sha256sum --check` reads."""
    return "".join(f"{_sha256(data)}  {name}\n" for name, data in files.items())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def website_words(record: Record, pages: int = 0, sizes: Mapping[str, int] | None = None) -> WebsiteWords:
    """Return what the web team is to write; the words of the links need the files.

    Args:
        record: what is published.
        pages: how many pages the PDF has.
        sizes: of each file in bytes, by its kind.
    """
    title = f"Response to {_in_a_sentence(record.inspection.title)}" if record.inspection.title else "Response to an inspection"
    name = f"{record_title(record)}: {record.inspection.title}"
    links = tuple(f"{name} ({_size_words(kind, pages, size)})" for kind, size in (sizes or {}).items())
    return WebsiteWords(title, _summary(record), links)


def _in_a_sentence(title: str) -> str:
    """The title with a small letter where it begins with an article: "an inspection of ...", but "PEEL 2023-25"."""
    first, space, rest = title.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in ("A", "An", "The") else title


def size_in_words(size: int) -> str:
    """Return a size in bytes as people say it, such as "214 KB"."""
    kilobytes = max(1, round(size / 1000))
    return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{kilobytes} KB"


def _size_words(kind: str, pages: int, size: int) -> str:
    number = f", {pages} page{'' if pages == 1 else 's'}" if kind == "PDF" else ""
    return f"{kind}{number}, {size_in_words(size)}"


def _summary(record: Record) -> str:
    """The first sentences of the record's own summary, as far as they go into a search result."""
    words = " ".join(plain(fill(record.inspection.summary, record)).split())
    if len(words) <= _LONGEST_SUMMARY:
        return words
    cut = words[:_LONGEST_SUMMARY]
    end = max(cut.rfind(". "), cut.rfind("? "))
    return cut[: end + 1] if end > 0 else f"{cut[: cut.rfind(' ')]}\u2026"


def letters_stem(record: Record, on: date) -> str:
    """Return the name of the folder for letters that are made by themselves, such as "...-v1-0-letters-2024-07-02"."""
    return f"{file_stem(record)}-letters-{on.isoformat()}"


def make_letters(record: Record, today: date) -> dict[str, bytes]:
    """Return the letters to the inspectors and to the Secretary of State, by the names of their files.

    They name the day and the address of the page as far as the record knows them, so those made before it is live name neither.

    Raises:
        PdfRefused: a file does not hold its own rules.
    """
    from ..record.letters import addressee, copy_letter

    names = {CopyTo.INSPECTORS: "letter-to-inspectors.docx", CopyTo.SECRETARY_OF_STATE: "letter-to-secretary-of-state.docx"}
    return {name: made_word(copy_letter(record, addressee(to, today), today)) for to, name in names.items()}
