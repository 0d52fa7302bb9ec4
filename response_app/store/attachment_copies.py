"""The attached files in the backups' folder: each is copied there once and read back (every step).

They never change, so a backup copies what is not there yet, and puts back what is no longer whole beside the records. A
file that cannot be had is told; it stands in the way of no other file, and never of the copy of the store.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import FileRefused, StoreDamaged, WriteFailed
from .attachments import Attachments


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of copying the attached files, by their hashes.

    Attributes:
        copied: they are in the backups now.
        put_back: they were missing or damaged beside the records, and are whole again, from the backups.
        gone: they are missing or damaged, and the backups have no whole copy.
        refused: why some could not be written; they are tried again with the next backup.
    """

    copied: tuple[str, ...] = ()
    put_back: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    refused: WriteFailed | None = None


class AttachmentCopies:
    """The copies of the attached files of one store; any thread may make them."""

    def __init__(self, here: Attachments, backups: Attachments) -> None:
        """Keep files that are `here`, beside the records, in `backups` as well."""
        self._here, self._backups = here, backups
        self._found_whole: dict[tuple[Attachments, str], tuple[int, int]] = {}

    def complete(self, named: Iterable[str] = ()) -> Attached:
        """Copy what the backups do not have whole yet, and read each copy back.

        Args:
            named: the hashes that records and the office name; files that nothing names any longer are copied as well.
        """
        copied, put_back, gone = [], [], []
        refused: WriteFailed | None = None
        for sha256 in sorted({*self._here.hashes(), *named}):
            try:
                here, there = self._is_whole(self._here, sha256), self._is_whole(self._backups, sha256)
                if here and not there:
                    self._copy(sha256, self._here, self._backups)
                    copied.append(sha256)
                elif there and not here:
                    self._copy(sha256, self._backups, self._here)
                    put_back.append(sha256)
                elif not here:
                    gone.append(sha256)
            except WriteFailed as error:
                refused = refused or error
            except (FileRefused, StoreDamaged):  # it went while it was read
                gone.append(sha256)
        return Attached(tuple(copied), tuple(put_back), tuple(gone), refused)

    def _copy(self, sha256: str, source: Attachments, target: Attachments) -> None:
        data = source.read(sha256)
        target.keep(data)
        if not self._is_whole(target, sha256):
            words = f"The attached file {target.path(sha256)} did not arrive on the drive as it was written."
            raise WriteFailed(words, "Your records are safe. Use another drive.")

    def _is_whole(self, folder: Attachments, sha256: str) -> bool:
        """Whether a folder has a file; its bytes are read once, and again when its size or time is another."""
        stamp = folder.stamp(sha256)
        if stamp is None:
            return False
        if self._found_whole.get((folder, sha256)) == stamp:
            return True
        whole = folder.is_whole(sha256)
        if whole:
            self._found_whole[folder, sha256] = stamp
        return whole
