"""Files kept beside the records, such as the inspectors' report (report in): `attachments/ab/<sha256>`.

A file is written once and never changed; its name is the hash of its bytes, so what is read is what was kept.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..atomic_io import read_bytes, write_bytes
from ..errors import FileRefused, StoreDamaged, WriteFailed

FOLDER = "attachments"
"""Beside the store, and in its backups."""
LIMIT = 128 * 1024 * 1024
"""Bytes of one file."""
_ATTACH_AGAIN = "The record is whole. Attach the file again from where you have it."
_HASH = re.compile(r"[0-9a-f]{64}")


class Attachments:
    """The folder of attached files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Return where the file with this hash lies, or would lie; ValueError when it is no hash."""
        if not _HASH.fullmatch(sha256):
            raise ValueError("not a SHA-256 in small letters")
        return self._folder / sha256[:2] / sha256

    def keep(self, data: bytes) -> str:
        """Keep a file and return its SHA-256; one that is there already is left as it is.

        Raises:
            WriteFailed: it could not be written.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        if self.is_whole(digest):
            return digest
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteFailed(f"The folder {path.parent} cannot be made.", "The file was not kept, and nothing was changed.") from error
        write_bytes(path, data)
        return digest

    def read(self, sha256: str) -> bytes:
        """Return a kept file.

        Raises:
            FileRefused: it is not there or cannot be read.
            StoreDamaged: it is not as it was kept.
        """
        path = self.path(sha256)
        if not path.is_file():
            raise FileRefused("The attached file is no longer beside the records.", _ATTACH_AGAIN)
        data = read_bytes(path, LIMIT)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreDamaged("An attached file is not as it was kept.", _ATTACH_AGAIN)
        return data

    def hashes(self) -> frozenset[str]:
        """Return the hashes of all files that are kept."""
        return frozenset(each.name for each in self._folder.glob("??/*") if _HASH.fullmatch(each.name))

    def is_whole(self, sha256: str) -> bool:
        """Tell whether the file with this hash is there and as it was kept."""
        path = self.path(sha256)
        try:
            return path.is_file() and path.stat().st_size <= LIMIT and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
        except OSError:
            return False

    def stamp(self, sha256: str) -> tuple[int, int] | None:
        """Return size in bytes and time of change, in nanoseconds, of a file; None when it is not there or `sha256` is no hash."""
        if not _HASH.fullmatch(sha256):
            return None
        try:
            at = self.path(sha256).stat()
        except OSError:
            return None
        return at.st_size, at.st_mtime_ns
