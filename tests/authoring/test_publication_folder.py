"""Making the files: every form in one folder, checksums that hold, and nothing half done."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import docx
import pytest

from response_app.authoring.publication_folder import (
    FOR_THE_WEBSITE,
    MANIFEST,
    Files,
    file_stem,
    letters_stem,
    make_files,
    make_letters,
    write_files,
)
from response_app.authoring.written import made_fragment, made_page, made_pdf, made_text, made_word
from response_app.domain.response import Publication, Status
from response_app.errors import FileRefused, PdfRefused, WriteFailed
from response_app.record import build_document
from response_app.record.plain_text import problems_of, write_text
from response_app.record.tree import Table
from tests.fixtures.sample_records import SAMPLES, plain_record


@pytest.fixture(scope="module")
def files() -> Files:
    """The files of the plain record."""
    return make_files(plain_record(), today=date(2024, 7, 2))


def test_every_form_is_there_under_a_name_without_spaces(files: Files) -> None:
    stem = file_stem(plain_record())
    forms = [f"{stem}{ending}" for ending in (".pdf", ".html", "-for-editor.html", ".docx", ".txt")]
    assert list(files.files) == [*forms, "letter-to-inspectors.docx", "letter-to-secretary-of-state.docx", FOR_THE_WEBSITE, MANIFEST]
    assert all(name.isascii() and " " not in name and len(name) < 100 for name in files.files)
    assert [each.name for each in files.published] == [f"{stem}.pdf", f"{stem}.html", f"{stem}.docx"]


def test_the_checksums_hold(files: Files, tmp_path: Path) -> None:
    write_files(tmp_path / "out", files.files)
    lines = (tmp_path / "out" / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(files.files) - 1
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest
    assert {each.sha256 for each in files.published} <= {line.split("  ")[0] for line in lines}


def test_the_website_is_given_title_summary_and_words_of_the_links(files: Files) -> None:
    words = files.files[FOR_THE_WEBSITE].decode()
    record = plain_record()
    assert f"Response to {record.inspection.title.replace('An ', 'an ', 1)}\n" in words
    kilobytes = round(len(files.files[files.published[0].name]) / 1000)
    assert f"(PDF, {files.pages} pages, {kilobytes} KB)" in words


def test_letters_made_once_it_is_live_name_the_day_and_the_address(tmp_path: Path) -> None:
    record, day = plain_record(), date(2024, 7, 4)
    live = Publication(day, day, date(2024, 7, 3), "https://www.exampleshire.example/response")
    made = make_letters(replace(record, state=replace(record.state, status=Status.PUBLISHED, publication=live)), day)
    assert letters_stem(record, day).endswith("-v1-0-letters-2024-07-04")
    assert list(made) == ["letter-to-inspectors.docx", "letter-to-secretary-of-state.docx"]
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        words = "\n".join(each.text for each in docx.Document(str(tmp_path / name)).paragraphs)
        assert "3 July 2024" in words and "https://www.exampleshire.example/response" in words


def test_the_same_record_gives_the_same_files(files: Files) -> None:
    assert make_files(plain_record(), today=date(2024, 7, 2)) == files


def test_a_folder_with_files_in_it_is_not_touched(files: Files, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileRefused, match="There are files in"):
        write_files(tmp_path, files.files)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(FileRefused):
        write_files(tmp_path / "mine.txt", files.files)


def test_a_full_drive_leaves_no_folder_behind(files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(paths: object) -> None:
        raise WriteFailed("There is no room left on the drive.", "No file was left behind.")

    monkeypatch.setattr("response_app.atomic_io.write_many", full)
    with pytest.raises(WriteFailed):
        write_files(tmp_path / "out", files.files)
    with pytest.raises(WriteFailed):
        write_files(tmp_path / "new" / "out", files.files)
    assert list(tmp_path.iterdir()) == []


FORMS = {
    "response_app.record.write_pdf": made_pdf,
    "response_app.record.html.write_page": made_page,
    "response_app.record.html.write_fragment": made_fragment,
    "response_app.record.word.write_word": made_word,
    "response_app.record.plain_text.write_text": made_text,
}


@pytest.mark.parametrize("writer", FORMS)
def test_a_form_that_lacks_words_or_turns_them_round_is_refused(writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = build_document(plain_record(), draft=False, today=date(2024, 7, 2))
    made, _, name = writer.rpartition(".")
    write = getattr(import_module(made), name)
    FORMS[writer](document)
    nodes = document.nodes
    for spoilt in (nodes[:-2], (*nodes[:-2], nodes[-1], nodes[-2]), tuple(each for each in nodes if not isinstance(each, Table))):
        monkeypatch.setattr(writer, lambda _, spoilt=spoilt: write(replace(document, nodes=spoilt)))
        with pytest.raises(PdfRefused) as refused:
            FORMS[writer](document)
        assert "Nothing was written." in str(refused.value.remedy)


def test_a_form_that_is_refused_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("response_app.record.plain_text.write_text", lambda document: "Too few words.")
    with pytest.raises(PdfRefused, match="plain text"):
        write_files(tmp_path / "out", make_files(plain_record(), today=date(2024, 7, 2)).files)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_plain_text_says_every_word_in_its_order(name: str) -> None:
    document = SAMPLES[name]().document()
    text = write_text(document)
    assert problems_of(text, document) == []
    words = text.split()
    assert problems_of(" ".join((*words[: len(words) // 3], *words[len(words) // 3 + 12 :])), document) != []


def test_names_stay_short_and_plain() -> None:
    record = plain_record()
    long = replace(record, inspection=replace(record.inspection, title="Ŵyl & Gŵyl: " + "a very long title " * 20))
    stem = file_stem(long)
    assert len(stem) <= 80 and stem.isascii() and "wyl-gwyl-a-very" in stem and stem.endswith("-v1-0")
    assert set(stem.removesuffix("-v1-0").split("-")) <= {"exampleshire", "police", "response", "wyl", "gwyl", "a", "very", "long", "title"}
    endless = replace(record, office=replace(record.office, force="x" * 200))
    assert file_stem(endless) == "x" * 75 + "-v1-0"
    assert file_stem(replace(record, state=replace(record.state, version_label=""))).count("-v") == 0
