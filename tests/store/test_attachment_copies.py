"""The attached files in the backups: copied once, read back, told when they are not whole, never in the way."""

from __future__ import annotations

import errno
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from response_app import atomic_io
from response_app.domain.response import Attachment, AttachmentKind, ResponseState
from response_app.errors import WriteFailed
from response_app.store import attachment_copies, attachments, backup
from response_app.store.attachment_copies import Attached, AttachmentCopies
from response_app.store.attachments import Attachments
from response_app.store.opening import Store

from .support import a_record, save

REPORT, REPLY = b"%PDF-1.7 the report", b"%PDF-1.7 the reply"
NEVER_HERE = "0" * 64


@pytest.fixture
def here(store: Store) -> Attachments:
    """The folder beside the records, with two files."""
    for data in (REPORT, REPLY):
        store.attachments.keep(data)
    return store.attachments


@pytest.fixture
def there(tmp_path: Path) -> Attachments:
    """The folder in the backups; it is not there yet."""
    return Attachments(tmp_path / "backups" / "attachments")


@pytest.fixture
def copies(here: Attachments, there: Attachments) -> AttachmentCopies:
    """What keeps the one as the other has it."""
    return AttachmentCopies(here, there)


def spoil(folder: Attachments, data: bytes) -> str:
    """Change one letter of a file in a folder, and return its hash."""
    digest = sha256(data).hexdigest()
    folder.path(digest).write_bytes(b"?" + data[1:])
    return digest


def test_each_is_copied_once(copies: AttachmentCopies, there: Attachments, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is written, by this run of the app or the next."""
    first = copies.complete()
    assert first == Attached(copied=tuple(sorted(sha256(each).hexdigest() for each in (REPORT, REPLY))))
    assert [there.read(each) for each in first.copied] in ([REPORT, REPLY], [REPLY, REPORT])
    monkeypatch.setattr(attachments, "write_bytes", None)
    assert copies.complete() == Attached()
    assert AttachmentCopies(copies._here, there).complete() == Attached()


def test_a_backup_of_the_store_copies_them_with_it(store: Store, copies: AttachmentCopies, there: Attachments, tmp_path: Path) -> None:
    named = Attachment("report.pdf", sha256(REPORT).hexdigest(), AttachmentKind.REPORT)
    unknown = Attachment("old.pdf", NEVER_HERE, AttachmentKind.OTHER)
    unhashed = Attachment("none.pdf")
    save(store, a_record(state=ResponseState(attachments=(named, unknown, unhashed))))
    made = backup.keep(store.take_copy(), tmp_path / "backups", copies)
    assert made.path.is_file() and there.hashes() == {sha256(each).hexdigest() for each in (REPORT, REPLY)}
    assert made.attached.gone == (NEVER_HERE,)
    again = backup.keep(store.take_copy(), tmp_path / "backups", copies)
    assert (again.attached.copied, again.attached.gone) == ((), (NEVER_HERE,))


def test_the_offices_logo_is_named_as_well(store: Store) -> None:
    with store.work() as work:
        work.settings.set("office", {"force": "Exampleshire Police", "logo": {"name": "logo.png", "alt": "A", "sha256": NEVER_HERE}})
        work.commit()
    assert store.take_copy().attached == {NEVER_HERE}


def test_a_spoilt_copy_is_noticed_and_written_anew(copies: AttachmentCopies, here: Attachments, there: Attachments) -> None:
    copies.complete()
    digest = spoil(there, REPORT)
    assert AttachmentCopies(here, there).complete() == Attached(copied=(digest,))
    assert there.read(digest) == REPORT


def test_a_copy_that_does_not_arrive_as_it_was_written_is_told(
    copies: AttachmentCopies, there: Attachments, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other file arrives."""
    whole = attachments.write_bytes
    monkeypatch.setattr(attachments, "write_bytes", lambda path, data: whole(path, data.replace(b"report", b"rep0rt")))
    made = copies.complete()
    assert made.copied == (sha256(REPLY).hexdigest(),)
    assert made.refused is not None and "did not arrive" in made.refused.message


@pytest.mark.parametrize("fault", ["spoilt", "missing"])
def test_what_is_no_longer_whole_beside_the_records_is_put_back(
    copies: AttachmentCopies, here: Attachments, there: Attachments, fault: str
) -> None:
    copies.complete()
    digest = spoil(here, REPORT)
    if fault == "missing":
        here.path(digest).unlink()
    assert AttachmentCopies(here, there).complete([digest]) == Attached(put_back=(digest,))
    assert here.read(digest) == REPORT


def test_what_is_damaged_before_it_was_copied_is_told_and_the_other_is_copied(copies: AttachmentCopies, here: Attachments) -> None:
    digest = spoil(here, REPORT)
    made = copies.complete()
    assert (made.gone, made.copied) == ((digest,), (sha256(REPLY).hexdigest(),))


def test_on_a_full_drive_the_store_is_backed_up_and_the_files_are_tried_again(
    store: Store, copies: AttachmentCopies, there: Attachments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise WriteFailed(f"There is no room left on the drive for {path}.")

    with monkeypatch.context() as patch:
        patch.setattr(attachments, "write_bytes", full)
        made = backup.keep(store.take_copy(), tmp_path / "backups", copies)
    assert made.path.is_file()
    assert made.attached.refused is not None and made.attached.copied == ()
    assert not there.hashes()
    assert len(copies.complete().copied) == 2


def test_a_write_that_the_drive_cuts_short_leaves_no_copy(
    copies: AttachmentCopies, there: Attachments, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real writing, with a drive that has no room."""

    def no_room(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic_io.os, "fsync", no_room)
    made = copies.complete()
    assert made.refused is not None and "no room left" in made.refused.message
    assert not there.hashes()
    assert [each for each in there.path("0" * 64).parent.parent.rglob("*") if each.is_file()] == []


def test_a_file_that_goes_while_it_is_copied_is_told(copies: AttachmentCopies, here: Attachments, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachment_copies.AttachmentCopies, "_is_whole", lambda self, folder, digest: folder is here)
    for each in here.hashes():
        here.path(each).chmod(0o600)
        here.path(each).rename(here.path(each).with_suffix(".gone"))
    named = [sha256(REPORT).hexdigest()]
    assert copies.complete(named) == Attached(gone=tuple(named))


def test_words_that_are_no_hash_are_told_as_gone(copies: AttachmentCopies) -> None:
    """A record file may name anything."""
    assert copies.complete(["../../etc"]).gone == ("../../etc",)


def test_a_copy_remembers_what_is_attached_when_it_is_changed(store: Store) -> None:
    """What the worker gets is a snapshot."""
    copy = store.take_copy()
    assert replace(copy, data=b"").attached == copy.attached == frozenset()
