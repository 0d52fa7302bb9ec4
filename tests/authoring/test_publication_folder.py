"""Making the files: every form in one folder, checksums that hold, and nothing half done."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from response_app.authoring.publication_folder import FOR_THE_WEBSITE, MANIFEST, Files, file_stem, make_files, write_files
from response_app.errors import FileRefused, WriteFailed
from tests.fixtures.sample_records import plain_record


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
    assert f"Response to {record.inspection.title}" in words
    kilobytes = round(len(files.files[files.published[0].name]) / 1000)
    assert f"(PDF, {files.pages} pages, {kilobytes} KB)" in words


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
    assert list(tmp_path.iterdir()) == []


def test_names_stay_short_and_plain() -> None:
    record = plain_record()
    long = replace(record, inspection=replace(record.inspection, title="Ŵyl & Gŵyl: " + "a very long title " * 20))
    stem = file_stem(long)
    assert len(stem) <= 80 and stem.isascii() and "wyl-gwyl-a-very" in stem and stem.endswith("-v1-0")
    assert file_stem(replace(record, state=replace(record.state, version_label=""))).count("-v") == 0
