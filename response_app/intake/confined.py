"""Report in: what the process that reads somebody's file may do. It is called first thing in that process.

A report comes from outside, and the libraries that take PDF and Word files apart are large. So they run in a process
that has a limit of memory, opens no connection, starts no program and writes no file; what it finds goes to its output.
"""

from __future__ import annotations

import sys
from typing import Any

MEMORY = 1024 * 1024 * 1024
"""Bytes: of address space on Linux, of committed memory on Windows; on macOS the parent watches the process."""

_FORBIDDEN = frozenset(
    {
        *("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.__new__"),
        *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn"),
        *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "os.truncate", "shutil.rmtree"),
        *("urllib.Request", "ftplib.connect", "http.client.connect", "webbrowser.open"),
    }
)
_WRITES = frozenset("wax+")


def confine() -> None:
    """Take from this process, for good, what reading a file does not need."""
    _limit_memory()
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def _limit_memory() -> None:
    if sys.platform == "win32":
        from .windows_job import limit_memory

        limit_memory(MEMORY)
        return
    import resource

    for limit in (resource.RLIMIT_AS, resource.RLIMIT_CORE):
        most = MEMORY if limit == resource.RLIMIT_AS else 0
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):  # macOS refuses a limit of address space; the parent watches the process there
            continue


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"reading a file does not need {event}")
    if event == "open" and _is_writing(*arguments[1:3]):
        raise PermissionError("reading a file does not write one")


def _is_writing(mode: object, flags: object) -> bool:
    import os

    if isinstance(mode, str) and _WRITES & set(mode):
        return True
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
