"""Use cases after publication: corrections, progress, moved targets, closing by the inspectors (after publication)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..domain.changes import Changes
from ..domain.corrections import is_being_corrected, next_label
from ..domain.finding import Closed, Finding, TargetMove, Update, UpdateBy, UpdateSays
from ..domain.progress import target_of
from ..domain.record import Record
from ..domain.response import Correction, Status
from ..domain.richtext import RichText, is_blank
from ..errors import AppError
from ..store.work import Work
from .editing import edit, edit_finding


def begin_correction(work: Work, record_id: str, words: str, on: date) -> Changes:
    """Make the next version of a published record, with a dated line that says what is corrected.

    The published version is kept as it was; what is changed from now on belongs to the new one, which is
    signed off, made and given anew. The day on which the first version went live stays.

    Raises:
        KeyError: there is no such record.
        AppError: it is not published yet, or nothing is said.
    """
    if not words.strip():
        raise AppError("This does not say what is corrected.", "Write one line; it is printed under the title.")

    def change(record: Record) -> Record:
        state = record.state
        if state.publication.confirmed_on is None:
            raise AppError("The record is not published yet, so there is nothing to correct.", "Change the words where they stand.")
        if is_being_corrected(state):
            raise AppError(f"Version {state.version_label} is being corrected already.", "Publish it, or take the correction back first.")
        taken = {each.version_label for each in state.corrections}
        label = next_label(state.version_label, taken)
        made = Correction(label, on, words.strip())
        publication = replace(state.publication, files=(), given_on=None)
        corrections = (*state.corrections, made)
        begun = replace(state, version_label=label, corrections=corrections, status=Status.DRAFTING, publication=publication)
        return replace(record, state=begun)

    work.versions.keep(record_id, "as published", named_by="publication")
    return edit(work, record_id, "begin correction", change)


def add_update(work: Work, record_id: str, finding_id: str, on: date, by: UpdateBy, says: UpdateSays, text: RichText) -> Changes:
    """Add progress on a finding: who says what, on which day. Only the inspectors close one.

    Raises:
        KeyError: there is no such record or finding.
        AppError: nothing is said, or somebody but the inspectors says that it is closed.
    """
    if is_blank(text):
        raise AppError("The update says nothing yet.", "Write what has been done, or what is still to come.")
    if says is UpdateSays.CLOSED and by is not UpdateBy.INSPECTORS:
        raise AppError("Only the inspectors close a finding.", "Say “done” or “satisfied”, or record the inspectors’ letter or report.")
    made = Update(on, by, says, text)
    return edit_finding(work, record_id, finding_id, "add progress", lambda finding: replace(finding, updates=(*finding.updates, made)))


def remove_update(work: Work, record_id: str, finding_id: str, index: int) -> Changes:
    """Take an update out that was written by mistake.

    Raises:
        KeyError: there is no such record or finding.
        IndexError: it has no such update.
    """

    def change(finding: Finding) -> Finding:
        updates = list(finding.updates)
        del updates[index]
        return replace(finding, updates=tuple(updates))

    return edit_finding(work, record_id, finding_id, "remove progress", change)


def move_target(work: Work, record_id: str, finding_id: str, now: date, reason: str, on: date) -> Changes:
    """Move the target date of a finding; the old one is kept, with the reason.

    Raises:
        KeyError: there is no such record or finding.
        AppError: no reason is given, it is the date already, or the finding is closed.
    """
    if not reason.strip():
        raise AppError("Moving a target date needs a reason.", "Say in a few words why.")

    def change(finding: Finding) -> Finding:
        if finding.closed is not None:
            raise AppError("The inspectors have closed this finding.", "Nothing was changed. If that is a mistake, open it again first.")
        was = target_of(finding)
        if was == now:
            raise AppError("That is the target date already.", "Choose another day.")
        return replace(finding, target_history=(*finding.target_history, TargetMove(on, was, now, reason.strip())))

    return edit_finding(work, record_id, finding_id, "move target date", change)


def close_finding(work: Work, record_id: str, finding_id: str, on: date, source: str) -> Changes:
    """Keep that the inspectors closed a finding, with the letter or report that says so.

    Raises:
        KeyError: there is no such record or finding.
        AppError: it is not said where the inspectors say so.
    """
    if not source.strip():
        raise AppError("This does not say where the inspectors close the finding.", "Name their letter or report; nobody else closes one.")
    return edit_finding(work, record_id, finding_id, "close finding", lambda finding: replace(finding, closed=Closed(on, source.strip())))


def open_finding_again(work: Work, record_id: str, finding_id: str) -> Changes:
    """Take back that a finding is closed.

    Raises:
        KeyError: there is no such record or finding.
    """
    return edit_finding(work, record_id, finding_id, "open finding again", lambda finding: replace(finding, closed=None))
