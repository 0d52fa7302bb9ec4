"""The versions that a correction has followed, as they were signed off and published: they can still be read (after publication)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..domain.record import Record
from ..domain.response import Decision, DecisionKind
from .logo import printed_logo


def earlier_versions(record: Record) -> tuple[Decision, ...]:
    """Return the sign-off of each version that was published before the one that the record prints now, the newest first.

    A version that nobody signed off has no words that were kept, and is left out.
    """
    return tuple(reversed(tuple(_signed(record))))


def earlier_pdf(signed: Decision, read: Callable[[str], bytes]) -> bytes:
    """Return the PDF of a version that was signed off: the same bytes as were published, where they were made by this version of the app.

    Args:
        signed: the sign-off, with the hash of its words.
        read: returns a kept file by its hash, as `Workspace.read_attached` does; any thread may call it.

    Raises:
        FileRefused: its words are not on this computer.
        StoreDamaged: they are not as they were kept.
        PdfRefused: the PDF does not hold its own rules.
    """
    from ..interchange import read_record
    from ..record import build_document
    from .written import made_pdf

    record = read_record(read(signed.sha256)).record
    assert signed.on is not None
    return made_pdf(build_document(record, draft=False, today=signed.on, logo=printed_logo(record, read)))


def _signed(record: Record) -> Iterator[Decision]:
    corrections = [each.version_label for each in record.state.corrections]
    signed = [each for each in record.state.decisions if each.what is DecisionKind.SIGNED_OFF and each.sha256 and each.on]
    if not corrections:
        return
    first = [each for each in signed if each.version_label not in corrections]
    yield from first[-1:]
    for label in corrections[:-1]:
        yield from [each for each in signed if each.version_label == label][-1:]
