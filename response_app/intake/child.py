"""Report in: reading a file that somebody sent in a process of its own, which is our own command (`read - --places`).

A file that makes a library crash, hang or swallow memory ends that process, and the app says so in one sentence.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from time import monotonic
from typing import IO

from ..errors import ImportRefused
from ..pdfium import Picture
from . import transfer
from .confined import MEMORY
from .report import Report

SECONDS = 20.0
_MOST_OUTPUT = 256 * 1024 * 1024
_STEP = 0.05
_REFUSED = 3
_NOTHING_CHANGED = "Nothing was changed."


class Cancelled(Exception):
    """The user no longer wants what was being read."""


def read(data: bytes, name: str, *, cancelled: Callable[[], bool] = lambda: False, seconds: float = SECONDS) -> Report:
    """Read a report, or a published record, in another process.

    Args:
        data: the whole file.
        name: its name, for messages; its ending is a hint.
        cancelled: asked every 50 ms; when it says yes, the process is ended.
        seconds: the longest that it may take.

    Raises:
        ImportRefused: it cannot be read; one sentence says why, and nothing was changed.
        Cancelled: `cancelled` said yes.
    """
    return transfer.read(_run(["read", "-", "--name", name, "--as", "json", "--places"], data, cancelled, seconds))


def picture(data: bytes, page: int, scale: float, *, cancelled: Callable[[], bool] = lambda: False) -> Picture:
    """Return a page (from 1) of a PDF, drawn in another process at `scale` pixels a point.

    Raises:
        ImportRefused: it cannot be drawn.
        Cancelled: `cancelled` said yes.
    """
    drawn = _run(["read", "-", "--picture", str(page), "--scale", str(scale)], data, cancelled, SECONDS)
    head, _, pixels = drawn.partition(b"\n")
    try:
        width, height = (int(each) for each in head.split())
        if len(pixels) != width * height * 4:
            raise ValueError("not as many pixels as it says")
    except ValueError as error:
        raise ImportRefused("The page cannot be shown.", _NOTHING_CHANGED) from error
    return Picture(width, height, pixels)


def command() -> list[str]:
    """Return how the app calls itself."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "response_app"]


def _run(arguments: Sequence[str], data: bytes, cancelled: Callable[[], bool], seconds: float) -> bytes:
    process = subprocess.Popen(
        [*command(), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin and process.stdout and process.stderr
    with process:
        out, complaint = _Collector(process.stdout, process), _Collector(process.stderr, process)
        feeder = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
        feeder.start()
        try:
            _wait(process, cancelled, seconds)
        finally:
            if process.poll() is None:
                process.kill()
            feeder.join()
            gathered, words = out.all(), complaint.all()
    return _outcome(process.returncode, gathered, words, overflow=out.overflow)


def _wait(process: subprocess.Popen[bytes], cancelled: Callable[[], bool], seconds: float) -> None:
    end = monotonic() + seconds
    while True:
        try:
            process.wait(_STEP)
            return
        except subprocess.TimeoutExpired:
            if cancelled():
                raise Cancelled from None
        if monotonic() >= end:
            raise ImportRefused(
                f"Reading the file took longer than {seconds:.0f} seconds and was stopped.",
                "Nothing was changed. Try the web page or the Word file of the same report, or paste its text.",
            )
        if _memory_used(process.pid) > MEMORY:
            raise _too_large()


def _outcome(code: int, out: bytes, complaint: bytes, *, overflow: bool) -> bytes:
    if overflow:
        raise _too_large()
    if code == 0:
        return out
    words = complaint.decode("utf-8", "replace").strip()
    if code == _REFUSED and words and "\n" not in words:
        message, _, remedy = words.partition(". ")
        raise ImportRefused(f"{message.removesuffix('.')}.", remedy)
    raise ImportRefused(
        "The file could not be read: it made the reader stop.",
        "It may be damaged, or made to do harm. Nothing was changed. Try the web page of the same report, or paste its text.",
    )


def _too_large() -> ImportRefused:
    return ImportRefused("The file needs more memory than reading a report may take.", _NOTHING_CHANGED)


def _feed(pipe: IO[bytes], data: bytes) -> None:
    try:
        with pipe:
            pipe.write(data)
    except OSError:  # the process has ended, and its end says why
        return


class _Collector:
    """Reads a pipe to its end in a thread; one that gives too much ends the process."""

    def __init__(self, pipe: IO[bytes], process: subprocess.Popen[bytes]) -> None:
        self.overflow = False
        self._pipe, self._process = pipe, process
        self._pieces: list[bytes] = []
        self._thread = threading.Thread(target=self._collect, daemon=True)
        self._thread.start()

    def _collect(self) -> None:
        size = 0
        while piece := self._pipe.read(65536):
            size += len(piece)
            if size > _MOST_OUTPUT:
                self.overflow = True
                self._process.kill()
                return
            self._pieces.append(piece)

    def all(self) -> bytes:
        """Return all that came, once the pipe has ended."""
        self._thread.join()
        return b"".join(self._pieces)


def _memory_used(pid: int) -> int:
    """Bytes that a process holds, where its own limit cannot be set (macOS); 0 elsewhere."""
    if sys.platform != "darwin":
        return 0
    told = subprocess.run(["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False).stdout.strip()
    return int(told) * 1024 if told.isdigit() else 0
