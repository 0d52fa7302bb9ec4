"""What each step to publication asks for, and the act that it keeps (record out)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from response_app.authoring import acts, in_spite
from response_app.authoring.publication_steps import StepKey
from response_app.domain.act_days import Dated, day_problem
from response_app.domain.changes import Changes
from response_app.domain.corrections import is_being_corrected
from response_app.domain.dates import in_words
from response_app.domain.publication_acts import agreed, copies_missing
from response_app.domain.record import Record
from response_app.domain.response import Capacity, CopyTo
from response_app.domain.titles import body_title, chief_officer_title, possessive

from ..widgets.act_form import ActForm, Checks
from ..widgets.form import area_row, choice_row, date_row, line_row

Today = Callable[[], date]
Act = tuple[Callable[..., Changes], Mapping[str, Any]]

_WHO, _WHEN, _HOW = "Write the name of the person.", "Write the day.", "Say how, such as e-mail."
_HOW_HINT = "Such as e-mail, decision notice, or at a meeting."
CAPACITIES = (
    (Capacity.HOLDER, "Holder of the office, in person"),
    (Capacity.DEPUTY, "Deputy"),
    (Capacity.ACTING, "Acting in the office"),
    (Capacity.DELEGATED, "By written delegation"),
)
ADDRESSEES = (
    (CopyTo.INSPECTORS, "HM inspectors of constabulary"),
    (CopyTo.SECRETARY_OF_STATE, "The Secretary of State"),
    (CopyTo.OTHER, "Somebody else"),
)


def form_for(key: StepKey, record: Record, today: Today) -> ActForm:
    """Return the form of a step, filled with what is likely.

    Raises:
        KeyError: the step has none.
    """
    return {
        StepKey.AGREED: _agreed_form,
        StepKey.SIGNED: _signed_form,
        StepKey.GIVEN: _given_form,
        StepKey.LIVE: _live_form,
        StepKey.COPIES: _copies_form,
    }[key](record, today)


def act_of(key: StepKey, values: Mapping[str, Any]) -> Act:
    """Return the use case that keeps what was entered, with its arguments.

    Raises:
        KeyError: the step has none.
    """
    use_cases: dict[StepKey, Callable[..., Changes]] = {
        StepKey.AGREED: acts.agree_text,
        StepKey.SIGNED: acts.sign_off,
        StepKey.GIVEN: acts.give,
        StepKey.LIVE: acts.confirm_live,
        StepKey.COPIES: acts.record_copy,
    }
    return use_cases[key], values


def in_spite_form(record: Record, today: Today) -> ActForm:
    """Return the form for a decision to publish in spite of a rule."""
    rows = {
        "by": line_row("Decided by"),
        "role": line_row("In which post"),
        "on": date_row("Decided on", today),
        "reason": area_row("Why it is published all the same", "Kept with the record. Printed in the register, not in the record."),
    }
    needed = {"by": _WHO, "role": "Write the post.", "on": _WHEN, "reason": "Say why in a sentence."}
    note = "A named person can pass these, for the words as they stand now."
    checks = _days(Dated.IN_SPITE, record, today)
    made = ActForm(rows, needed, "Publish in spite of this", note, (("by", "role"),), checks)
    made.begin({"by": record.office.holder, "role": body_title(record), "on": today()})
    return made


IN_SPITE = in_spite.publish_in_spite


def _days(what: Dated, record: Record, today: Today) -> Checks:
    """What the day of an act must hold to."""
    return {"on": lambda day: day_problem(what, record, day, today())}


def _agreed_form(record: Record, today: Today) -> ActForm:
    chief = chief_officer_title(record)
    rows = {
        "by": line_row("Agreed by"),
        "role": line_row("In which post"),
        "capacity": choice_row("In what capacity", CAPACITIES),
        "on": date_row("Agreed on", today),
        "how": line_row("How", _HOW_HINT),
        "reference": line_row("Reference", "Such as the subject of the e-mail or the name of the file."),
    }
    note = f"What is agreed is the {possessive(chief)} words as they stand here now: the response and each comment."
    known = agreed(record.state)
    if known is not None:
        note += " Inspection details already say who agreed and when. Record it here too, and any later change of the words is found."
    beside = (("by", "role"), ("capacity", "on"), ("how", "reference"))
    checks = _days(Dated.AGREED, record, today)
    made = ActForm(rows, {"by": _WHO, "on": _WHEN, "how": _HOW}, "Record that it is agreed", note, beside, checks)
    by, on = (known.by, known.on) if known is not None else ("", None)
    made.begin({"by": by or record.office.chief_officer, "role": chief, "capacity": Capacity.HOLDER, "on": on or today()})
    return made


def _signed_form(record: Record, today: Today) -> ActForm:
    rows = {
        "by": line_row("Signed off by"),
        "role": line_row("In which post"),
        "capacity": choice_row("In what capacity", CAPACITIES),
        "on": date_row("Signed off on", today),
        "how": line_row("How", _HOW_HINT),
        "reference": line_row("Reference", "Such as the number of the decision."),
    }
    label = record.state.version_label or "(empty)"
    note = f"What is signed is version {label} as it stands now. A change to any printed word takes the sign-off away and says which words."
    beside = (("by", "role"), ("capacity", "on"), ("how", "reference"))
    checks = _days(Dated.SIGNED, record, today)
    made = ActForm(rows, {"by": _WHO, "on": _WHEN, "how": _HOW}, "Sign off", note, beside, checks)
    made.begin({"by": record.office.holder, "role": body_title(record), "capacity": Capacity.HOLDER, "on": today()})
    return made


def _given_form(record: Record, today: Today) -> ActForm:
    rows = {"on": date_row("Given on", today)}
    made = ActForm(rows, {"on": _WHEN}, "Record that they were given", checks=_days(Dated.GIVEN, record, today))
    made.begin({"on": today()})
    return made


def _live_form(record: Record, today: Today) -> ActForm:
    correction = is_being_corrected(record.state)
    hint = "Begins with https://. Printed on progress pages, and in letters made from then on."
    rows = {"on": date_row("Seen on the website on", today), "address": line_row("Address of the page", hint, _address_problem)}
    first = record.state.publication.confirmed_on
    if correction and first is not None:
        note = f"The clock stopped on {in_words(first)}, with the first version. That day stays."
    else:
        note = f"Look at the page yourself first. This day stops the clock; from then on the words do not change.{_printed_day(record)}"
    made = ActForm(rows, {"on": _WHEN}, "Confirm", note, checks=_days(Dated.LIVE, record, today))
    made.begin({"on": today(), "address": record.state.publication.address})
    return made


def _printed_day(record: Record) -> str:
    """What to do where the files print another day than the page went out on; "" where no files were made or no day is planned."""
    planned = record.state.publication.planned_on
    if planned is None or not record.state.publication.files:
        return ""
    return (
        f" The files say “Published {in_words(planned)}”. If the page went live on another day, confirm that day, "
        "then make the files again and have them replaced."
    )


def _address_problem(text: str) -> str:
    return "" if not text or text.startswith("https://") else "The address has to begin with https://."


def _copies_form(record: Record, today: Today) -> ActForm:
    rows = {
        "to": choice_row("Copy to", ADDRESSEES),
        "name": line_row("Name", "Only if it goes to somebody else."),
        "on": date_row("Sent on", today),
        "how": line_row("How, and where the proof is", "Such as e-mail, with the reference of the receipt."),
    }
    beside = (("to", "name"), ("on", "how"))
    needed = {"to": "Choose one.", "on": _WHEN, "how": "Say how it was sent, such as e-mail."}
    made = ActForm(rows, needed, "Record the copy", "", beside, _days(Dated.COPY, record, today))
    made.begin({"to": next(iter(copies_missing(record.state)), CopyTo.OTHER), "on": today()})
    return made
