"""Which words have changed since somebody signed them off, in words (record out)."""

from __future__ import annotations

from collections.abc import Callable

from ..domain.changes import changed_places
from ..domain.compare import compare
from ..domain.places import human, texts
from ..domain.publication_acts import sign_off_of_version
from ..domain.record import Record
from ..domain.response import Decision
from ..domain.richtext import RichText
from ..errors import FileRefused, StoreDamaged
from ..interchange import printed_parts, printed_sha256, read_record

_MOST_WORDS = 70
_NOT_KEPT = "The words that were signed off are not on this computer, so the app cannot say which have changed"


def signed_decision(record: Record) -> Decision | None:
    """Return the sign-off of the version that the record prints, the last of several; None without one."""
    return sign_off_of_version(record.state)


def changed_since(record: Record, decision: Decision, read: Callable[[str], bytes]) -> tuple[str, ...]:
    """Return what has changed in print since a sign-off, one line for each text or detail; () where nothing has.

    Args:
        record: as it stands.
        decision: the sign-off; one without a hash is taken to stand.
        read: returns a kept file by its hash, as `Workspace.read_attached` does.
    """
    if not decision.sha256 or printed_sha256(record) == decision.sha256:
        return ()
    try:
        signed = read_record(read(decision.sha256)).record
    except (FileRefused, StoreDamaged, ValueError):
        return (_NOT_KEPT,)
    now = printed_parts(record)
    before, after = ({each.place: each.text for each in texts(one)} for one in (signed, now))
    lines: dict[str, str] = {}
    for place in changed_places(signed, now):
        where = human(record, place)
        if where not in lines:
            lines[where] = _changed(before.get(place, ()), after.get(place, ()))
    return tuple(f"{where}{f' ({what})' if what else ''}" for where, what in lines.items())


def _changed(before: RichText, after: RichText) -> str:
    """The first change of a text in words, and how many more there are; "" where it is no text."""
    changes = compare(before, after).changes
    if not changes:
        return ""
    shown = _in_short(changes[0].words)
    more = len(changes) - 1
    return f"{shown}; {more} more change{'' if more == 1 else 's'}" if more else shown


def _in_short(change: str) -> str:
    """Leave out the end of a long change, between two words and inside the quotation that it ends in."""
    if len(change) <= _MOST_WORDS:
        return change
    room = change[: _MOST_WORDS - 2]
    kept = (room.rpartition(" ")[0] or room).rstrip("“ ")
    return f"{kept} …{'”' if kept.count('“') > kept.count('”') else ''}"
