"""What happened to a finding since the response was published, line by line, the newest first (after publication)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .corrections import is_frozen
from .dates import in_words
from .finding import Finding
from .progress import says_in_words
from .record import Record
from .richtext import is_blank, plain
from .titles import body_in_a_sentence


@dataclass(frozen=True, slots=True)
class Happened:
    """One line: when, who, what; `update` is the number of a progress update, from 0, None for anything else."""

    on: date | None
    who: str
    what: str
    update: int | None = None


def history(record: Record, finding: Finding, live_since: date | None = None) -> tuple[Happened, ...]:
    """Return the answer, the moves of the target date, the updates and the closing, the newest first.

    Of one day they stand in this order too, the closing on top; of two updates of one day the one written later.

    Args:
        record: as it stands.
        finding: one of its findings.
        live_since: on which day the version that it prints was confirmed live; None where that is not known.
    """
    lines = _answer(record, finding, live_since)
    for move in finding.target_history:
        was = f"from {in_words(move.was)} " if move.was else ""
        now = f"to {in_words(move.now)}" if move.now else "away"
        lines.append(Happened(move.on, "Target date", f"Moved {was}{now}: {move.reason}"))
    body = body_in_a_sentence(record)
    for number, each in enumerate(finding.updates):
        lines.append(Happened(each.on, says_in_words(each, body), " ".join(plain(each.text).split()), number))
    if finding.closed is not None:
        lines.append(Happened(finding.closed.on, "The inspectors", f"Closed: {finding.closed.source}"))
    lines.reverse()
    return tuple(sorted(lines, key=lambda each: each.on or date.min, reverse=True))


def _answer(record: Record, finding: Finding, live_since: date | None) -> list[Happened]:
    """The answer as it is printed now, under the day and the name of the version whose words these are."""
    words = " ".join(" ".join(plain(each.text).split()) for each in finding.action if not is_blank(each.text))
    state = record.state
    if not words:
        return []
    if not state.corrections:
        return [Happened(state.publication.confirmed_on, "Published answer", words)]
    version, begun = state.version_label, state.corrections[-1].on
    if not is_frozen(state):
        return [Happened(begun, f"Answer in version {version}, not published yet", words)]
    return [Happened(live_since or begun, f"Published answer, version {version}", words)]
