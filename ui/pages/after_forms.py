"""What the acts after publication ask for (after publication)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from response_app.domain.act_days import Dated, day_problem
from response_app.domain.corrections import next_label
from response_app.domain.finding import Finding, UpdateBy, UpdateSays
from response_app.domain.progress import target_of
from response_app.domain.record import Record

from ..widgets.act_form import ActForm, Checks
from ..widgets.form import area_row, choice_row, date_row, line_row

Today = Callable[[], date]
_WHEN = "Write the day."
_SAYS = (
    (UpdateSays.ON_TRACK, "On track"),
    (UpdateSays.DELAYED, "Delayed"),
    (UpdateSays.DONE, "Done"),
    (UpdateSays.SATISFIED, "Satisfied"),
    (UpdateSays.NOT_SATISFIED, "Not satisfied"),
)


def update_form(record: Record, body: str, today: Today) -> ActForm:
    """Return the form for progress on a finding; `body` is our short name in a sentence."""
    who = ((UpdateBy.FORCE, "The force"), (UpdateBy.COMMISSIONER, f"The {body}"), (UpdateBy.INSPECTORS, "The inspectors"))
    rows = {
        "by": choice_row("Who says so", who),
        "says": choice_row("What they say", _SAYS),
        "on": date_row("Said on", today),
        "text": area_row("In their words", "Printed on the progress page.", 3),
    }
    needed = {"by": "Choose one.", "says": "Choose one.", "on": _WHEN, "text": "Write what has been done, or what is still to come."}
    made = ActForm(rows, needed, "Add the update", "", (("by", "says", "on"),), _days(Dated.UPDATE, record, today))
    made.begin({"by": UpdateBy.FORCE, "says": UpdateSays.ON_TRACK, "on": today()})
    return made


def move_form(record: Record, finding: Finding, today: Today) -> ActForm:
    """Return the form that moves a target date."""
    rows = {
        "now": date_row("New target date", today),
        "on": date_row("Moved on", today),
        "reason": line_row("Why it is moved", "Printed on the progress page beside both dates."),
    }
    needed = {"now": _WHEN, "on": _WHEN, "reason": "Say why in a few words."}
    checks = _days(Dated.MOVED, record, today)
    made = ActForm(rows, needed, "Move the date", "The old date is kept and shown.", (("now", "on"),), checks)
    made.begin({"now": target_of(finding), "on": today()})
    return made


def close_form(record: Record, today: Today) -> ActForm:
    """Return the form that keeps that the inspectors closed a finding."""
    rows = {
        "on": date_row("Closed on", today),
        "source": line_row("Where the inspectors say so", "Their letter or report, such as “letter of 3 March 2025”."),
    }
    needed = {"on": _WHEN, "source": "Name their letter or report; nobody else closes a finding."}
    checks = _days(Dated.CLOSED, record, today)
    made = ActForm(rows, needed, "Record that it is closed", "Only the inspectors close a finding.", (("on", "source"),), checks)
    made.begin({"on": today()})
    return made


def correct_form(record: Record, today: Today) -> ActForm:
    """Return the form that begins a correction, which says what comes after."""
    now = record.state.version_label
    label = next_label(now, {each.version_label for each in record.state.corrections})
    rows = {
        "words": line_row("What is corrected", "One line, printed with its date in the corrected version."),
        "on": date_row("Dated", today),
    }
    note = (
        f"This starts version {label}; version {now} stays published meanwhile. Then change the words, have them signed off, "
        "make the files, give the files to the web team, confirm that it is live, and send new copies."
    )
    needed = {"words": "Say in one line what is corrected.", "on": _WHEN}
    made = ActForm(rows, needed, f"Start version {label}", note, checks=_days(Dated.CORRECTED, record, today))
    made.begin({"on": today()})
    return made


def _days(what: Dated, record: Record, today: Today) -> Checks:
    """What the day of an act must hold to."""
    return {"on": lambda day: day_problem(what, record, day, today())}
