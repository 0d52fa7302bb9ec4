"""Whether a folder is on this computer: the store is never on a share, where locks do not hold (start of every step)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..errors import StoreUnavailable

_MOUNTS = Path("/proc/mounts")
_REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs", "fuse.sshfs", "fuse.davfs2"})
_REMOTE |= {"fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.glusterfs", "ceph"}
_DRIVE_REMOTE = 4


def refuse_share(path: Path) -> None:
    """Refuse a store on a network share.

    Raises:
        StoreUnavailable: `path` is on a share, with what to do instead.
    """
    if _is_unc(str(path)) or _is_mapped_drive(path) or filesystem_of(path) in _REMOTE:
        raise StoreUnavailable(
            "Your records cannot be kept on a network share: two computers could write at once and spoil them.",
            "Nothing was written. Keep them in a folder on this computer, and choose the share as the place for office copies.",
        )


def filesystem_of(path: Path, mounts: str | None = None) -> str:
    """Return the kind of file system that `path` is or would be on, such as "ext4"; "" where that is not known.

    Args:
        path: a file or folder that need not exist.
        mounts: what Linux says in /proc/mounts; read from there when None.
    """
    if mounts is None:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace") if _MOUNTS.is_file() else ""
    real = Path(os.path.realpath(path))
    kind, longest = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_unescaped(fields[1]))
        # A later mount at the same point covers the earlier one.
        if real.is_relative_to(point) and len(point.parts) >= longest:
            kind, longest = fields[2], len(point.parts)
    return kind


def _unescaped(point: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, sign)
    return point


def _is_unc(path: str) -> bool:
    path = path.replace("/", "\\")
    if path.startswith("\\\\?\\"):
        return path.upper().startswith("\\\\?\\UNC\\")
    return path.startswith("\\\\")


def _is_mapped_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    drive = os.path.splitdrive(os.path.realpath(path))[0]
    return _is_unc(drive) or int(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")) == _DRIVE_REMOTE
