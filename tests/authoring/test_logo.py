"""The logo: kept as an attachment, described, undone, given to new records; and what is refused leaves everything as it was."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from response_app.authoring import editing, office, record_logo, records
from response_app.authoring.logo import LogoPicture, check_picture, printed_logo
from response_app.authoring.publish import Outputs, export
from response_app.authoring.workspace import Workspace
from response_app.domain.changes import Changes
from response_app.domain.office import Logo, Office
from response_app.domain.record import Record
from response_app.domain.response import Attachment, AttachmentKind
from response_app.errors import AppError, FileRefused, StoreDamaged, WriteFailed
from response_app.interchange import read_record
from response_app.store import attachments


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB", colour: object = 0, **options: object) -> bytes:
    """Return the bytes of a picture."""
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


PNG, JPEG = picture(colour=(20, 70, 120)), picture("JPEG", colour=(20, 70, 120))
CREST = LogoPicture(PNG, "Crest of the commissioner")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with one record."""
    opened = Workspace.open(tmp_path / "store", "A. Author")
    opened.do(records.new_record, "A report")
    yield opened
    opened.close()


@pytest.fixture
def record_id(workspace: Workspace) -> str:
    """The record's id."""
    return workspace.ask(records.list_records)[0].record_id


def stored(workspace: Workspace, record_id: str) -> Record:
    """Return the record as it stands."""
    return workspace.ask(records.open_record, record_id)


def logo_of(record: Record) -> tuple[Logo | None, list[Attachment]]:
    """Return what the record names as its logo, and its attachments."""
    return record.office.logo, list(record.state.attachments)


def named(name: str, data: bytes) -> Attachment:
    """Return the attachment of a logo."""
    return Attachment(name, hashlib.sha256(data).hexdigest(), AttachmentKind.LOGO)


def test_a_logo_is_named_attached_and_printed(workspace: Workspace, record_id: str) -> None:
    changes = workspace.do(record_logo.change_logo, record_id, CREST)
    assert changes.name == "change logo"
    record = stored(workspace, record_id)
    assert logo_of(record) == (Logo("logo.png", CREST.alt), [named("logo.png", PNG)])
    assert printed_logo(record, workspace.read_attached) == PNG


def test_another_picture_takes_its_place(workspace: Workspace, record_id: str) -> None:
    workspace.do(record_logo.change_logo, record_id, CREST)
    workspace.do(record_logo.change_logo, record_id, LogoPicture(JPEG, "Photograph"))
    assert logo_of(stored(workspace, record_id)) == (Logo("logo.jpg", "Photograph"), [named("logo.jpg", JPEG)])


def test_other_words_keep_the_picture(workspace: Workspace, record_id: str) -> None:
    workspace.do(record_logo.change_logo, record_id, CREST)
    changes = workspace.do(record_logo.change_logo, record_id, LogoPicture(PNG, "  The  crest "))
    assert changes.name == "describe logo"
    assert logo_of(stored(workspace, record_id)) == (Logo("logo.png", "The crest"), [named("logo.png", PNG)])
    assert workspace.do(record_logo.change_logo, record_id, LogoPicture(PNG, "The crest")).empty


def undo(workspace: Workspace, changes: Changes) -> None:
    """Take a change back; nothing stands in its way."""
    _, kept = workspace.do(editing.take_back, changes)
    assert kept == ()


def test_each_step_is_undone(workspace: Workspace, record_id: str) -> None:
    first = workspace.do(record_logo.change_logo, record_id, CREST)
    second = workspace.do(record_logo.change_logo, record_id, LogoPicture(JPEG, "Photograph"))
    third = workspace.do(record_logo.remove_logo, record_id)
    assert third.name == "remove logo"
    assert logo_of(stored(workspace, record_id)) == (None, [])
    undo(workspace, third)
    assert logo_of(stored(workspace, record_id)) == (Logo("logo.jpg", "Photograph"), [named("logo.jpg", JPEG)])
    undo(workspace, second)
    assert printed_logo(stored(workspace, record_id), workspace.read_attached) == PNG
    undo(workspace, first)
    assert logo_of(stored(workspace, record_id)) == (None, [])


def test_a_name_that_is_taken_gets_a_number(workspace: Workspace) -> None:
    other = Attachment("logo.png", "", AttachmentKind.APPENDIX)
    record = Record("r1")
    with_appendix = replace(record, state=replace(record.state, attachments=(other,)))
    workspace.do(lambda work: work.records.add(with_appendix))
    workspace.do(record_logo.change_logo, "r1", CREST)
    assert logo_of(stored(workspace, "r1")) == (Logo("logo (2).png", CREST.alt), [other, named("logo (2).png", PNG)])
    workspace.do(record_logo.remove_logo, "r1")
    assert logo_of(stored(workspace, "r1")) == (None, [other])


# --- New records, and files -------------------------------------------------------------------


def test_new_records_get_the_offices_logo_and_old_ones_keep_theirs(workspace: Workspace, record_id: str) -> None:
    workspace.do(office.set_up, "A. Author", Office(force="Exampleshire Police"), CREST)
    assert workspace.ask(office.office_picture) == CREST
    new = stored(workspace, workspace.do(records.new_record).record_id)
    assert logo_of(new) == (Logo("logo.png", CREST.alt), [named("logo.png", PNG)])
    assert new.office.force == "Exampleshire Police"
    assert logo_of(stored(workspace, record_id)) == (None, [])
    workspace.do(office.set_up, "A. Author", Office(force="Exampleshire Police"))
    assert workspace.ask(office.office_picture) is None
    assert logo_of(stored(workspace, workspace.do(records.new_record).record_id)) == (None, [])


def test_a_record_file_names_it_and_keeps_naming_it(workspace: Workspace, record_id: str, tmp_path: Path) -> None:
    workspace.do(record_logo.change_logo, record_id, CREST)
    file = workspace.ask(records.give_out, record_id)
    expected = (Logo("logo.png", CREST.alt), [named("logo.png", PNG)])
    assert logo_of(read_record(file).record) == expected
    other = Workspace.open(tmp_path / "other")
    try:
        brought = stored(other, other.do(records.bring_in, file).record_id)
        assert logo_of(brought) == expected
        assert printed_logo(brought, other.read_attached) is None, "its picture is not in the file"
    finally:
        other.close()


def test_it_is_in_the_pdf_with_its_words(workspace: Workspace, record_id: str, tmp_path: Path) -> None:
    import pikepdf

    workspace.do(record_logo.change_logo, record_id, CREST)
    record = stored(workspace, record_id)
    logo = printed_logo(record, workspace.read_attached)
    export(record, outputs=Outputs(pdf=tmp_path / "out.pdf"), draft=True, today=date(2024, 6, 4), logo=logo)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"] == [
            CREST.alt
        ]
        assert len(pdf.pages[0].get_images()) == 1


# --- What is refused --------------------------------------------------------------------------


def animated() -> bytes:
    """Return a PNG that moves."""
    out = BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


REFUSED = {
    "words": (b"not a picture", "not a whole PNG or JPEG"),
    "nothing": (b"", "not a whole PNG or JPEG"),
    "gif": (picture("GIF", mode="P"), "not a whole PNG or JPEG"),
    "cut off": (picture(size=(300, 300), mode="L")[:-40], "not a whole PNG or JPEG"),
    "too many bytes": (PNG + b"\0" * (5 * 1024 * 1024), "over 5 MB"),
    "too wide": (picture(size=(4001, 1)), "4,001 by 1 pixels"),
    "too high": (picture(size=(1, 4001)), "1 by 4,001 pixels"),
    "a bomb": (picture(size=(20_000, 20_000), mode="1"), "far over 4,000 pixels"),
    "CMYK": (picture("JPEG", mode="CMYK"), "CMYK"),
    "animated": (animated(), "animated"),
}


@pytest.mark.parametrize("data, words", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_printed_is_refused_in_plain_words(data: bytes, words: str) -> None:
    with warnings.catch_warnings(), pytest.raises(FileRefused, match=words) as refused:
        warnings.simplefilter("error")
        check_picture(data)
    assert refused.value.remedy.startswith("Nothing was changed. ")


@pytest.mark.parametrize("size", [(4000, 1), (1, 4000)])
def test_at_the_limit_it_is_taken(size: tuple[int, int]) -> None:
    assert (check_picture(picture(size=size)), check_picture(picture("JPEG", size=size))) == ("png", "jpg")


@pytest.mark.parametrize("refused", [LogoPicture(REFUSED["CMYK"][0], "Crest"), LogoPicture(PNG, " \n ")], ids=["CMYK", "no words"])
def test_a_refusal_changes_nothing(workspace: Workspace, record_id: str, refused: LogoPicture) -> None:
    workspace.do(record_logo.change_logo, record_id, CREST)
    workspace.do(office.set_up, "A. Author", Office(force="Exampleshire Police"), CREST)
    before = stored(workspace, record_id)
    with pytest.raises(AppError):
        workspace.do(record_logo.change_logo, record_id, refused)
    with pytest.raises(AppError):
        workspace.do(office.set_up, "Another", Office(), refused)
    assert stored(workspace, record_id) == before
    assert (workspace.ask(office.person_name), workspace.ask(office.office_picture)) == ("A. Author", CREST)


def test_on_a_full_drive_nothing_is_changed(workspace: Workspace, record_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise WriteFailed("There is no room left on the drive.")

    monkeypatch.setattr(attachments, "write_bytes", full)
    with pytest.raises(WriteFailed):
        workspace.do(record_logo.change_logo, record_id, CREST)
    with pytest.raises(WriteFailed):
        workspace.do(office.set_up, "Another", Office(), CREST)
    assert logo_of(stored(workspace, record_id)) == (None, [])
    assert workspace.ask(office.person_name) == ""


def test_a_picture_that_is_gone_or_damaged_is_left_out_and_told(workspace: Workspace, record_id: str) -> None:
    workspace.do(record_logo.change_logo, record_id, CREST)
    workspace.do(office.set_up, "A. Author", Office(), CREST)
    path = workspace.path.parent / "attachments" / hashlib.sha256(PNG).hexdigest()[:2] / hashlib.sha256(PNG).hexdigest()
    path.write_bytes(PNG[:-1])
    assert printed_logo(stored(workspace, record_id), workspace.read_attached) is None
    with pytest.raises(StoreDamaged):
        workspace.ask(office.office_picture)
    path.unlink()
    assert printed_logo(stored(workspace, record_id), workspace.read_attached) is None
    with pytest.raises(FileRefused):
        workspace.ask(office.office_picture)


def test_a_record_file_with_a_hash_that_is_none_prints_without(workspace: Workspace) -> None:
    record = Record("r2", office=Office(logo=Logo("logo.png", "Crest")))
    odd = replace(record, state=replace(record.state, attachments=(Attachment("logo.png", "../../etc"),)))
    assert printed_logo(odd, workspace.read_attached) is None
