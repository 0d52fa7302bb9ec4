"""The stores that pictures are taken of: a first start, none, one record, many with long titles, one that cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from response_app.authoring import office, records
from response_app.authoring.workspace import Workspace
from response_app.domain.finding import Applies, ChiefAnswer, Due, DueKind, Finding, FindingKind
from response_app.domain.inspection import Grade, Judgement
from response_app.domain.record import Record
from response_app.domain.response import ClockApplies, ClockDecision
from response_app.domain.richtext import Paragraph, RichText, Run
from response_app.errors import StoreUnavailable
from response_app.interchange import read_record, write_record
from response_app.paths import template
from ui.main_window import MainWindow

TODAY = date(2024, 6, 26)
FINDINGS = 43


@dataclass(frozen=True, slots=True)
class Store:
    """A store by name: what is put into it, and whether its first record is opened."""

    name: str
    fill: Callable[[Workspace], None]
    opens: bool = False


def window_on(store: Store, folder: Path) -> MainWindow:
    """Return a window on a new store in `folder`, on a day in June 2024, its first record open where the store says so."""

    def workspace() -> Workspace:
        opened = Workspace.open(folder)
        store.fill(opened)
        return opened

    window = MainWindow()
    window.start(workspace)
    if window.state is not None:
        window.state.today = lambda: TODAY
        if store.opens:
            window.state.open(example().record_id)
    return window


def example() -> Record:
    """The example record."""
    return read_record(template("example.json").read_bytes()).record


def _nothing(opened: Workspace) -> None:
    pass


def _titles(opened: Workspace) -> None:
    opened.do(office.set_up, "A. Author", example().office)


def _example(opened: Workspace) -> None:
    _titles(opened)
    opened.do(records.bring_in, template("example.json").read_bytes())


def _full(opened: Workspace) -> None:
    opened.do(office.set_up, "Alexandra Featherstonehaugh-Cholmondeley", full_record().office)
    opened.do(records.bring_in, write_record(full_record()))
    for at in range(1, 12):
        opened.do(records.bring_in, write_record(_other_record(at)))


def _refused(opened: Workspace) -> None:
    opened.close()
    raise StoreUnavailable(
        "The records are open in another window, which A. Author started at 09:12.", "Close that window, then choose “Try again”."
    )


_SUBJECTS = (
    "how it records and reviews decisions about people who are at risk of serious harm in their own home",
    "the time that callers wait before their first contact with an officer who can act",
    "supervision of investigations",
    "how neighbourhood teams, the control room and the regional organised crime unit share what they know about repeat offenders",
    "its understanding of demand",
)
_ANSWER = (
    "The force has reviewed its plans with partners. A board that the deputy chief constable chairs looks at the results every month and "
    "asks for an account of each plan that is more than four weeks old."
)


def words(*paragraphs: str) -> RichText:
    """Return a text of plain paragraphs."""
    return tuple(Paragraph((Run(each),)) for each in paragraphs)


def full_record() -> Record:
    """The example with 43 findings, the longest titles there are, and a third of its findings answered."""
    usual = example()
    return replace(
        usual,
        office=replace(
            usual.office,
            force="Northumberland, Westmorland and Furness Joint Police Service",
            body_title="Police, Fire and Crime Commissioner",
            chief_officer_title="Commissioner of Police of the Metropolis",
        ),
        inspection=replace(
            usual.inspection,
            title="An inspection of how effectively police forces, fire and rescue services and their partners in the north of England "
            "respond to serious and organised crime, and how well they protect the communities that are harmed most",
            judgements=tuple(
                Judgement("Northumberland, Westmorland and Furness Joint Police Service", each.capitalize(), grade)
                for each, grade in zip(_SUBJECTS * 2, [*Grade, None, *Grade], strict=False)
            ),
        ),
        findings=tuple(_finding(at) for at in range(1, FINDINGS + 1)),
    )


def _finding(at: int) -> Finding:
    kinds = (FindingKind.RECOMMENDATION, FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION, FindingKind.CAUSE_OF_CONCERN)
    heading = f"By 30 September 2024, the force should improve {_SUBJECTS[at % len(_SUBJECTS)]}."
    answered = at % 3 == 0
    chief = ChiefAnswer(words(_ANSWER), "Assistant Chief Constable (Crime, Intelligence and Criminal Justice)")
    return Finding(
        id=f"f{at}",
        kind=kinds[at % len(kinds)],
        number=str(at),
        scope="" if at % 5 else "North West region",
        heading=heading,
        wording=words(heading),
        evidence=words(_ANSWER, _ANSWER) if at % 2 else (),
        addressed_to=("Chief constables", "National Police Chiefs’ Council") if at % 4 == 0 else (),
        applies=Applies.YES if at % 7 else Applies.UNDECIDED,
        due=Due(DueKind.DATE, date(2024, 9, 30), text="By 30 September 2024"),
        chief=chief if answered else ChiefAnswer(),
        action=example().findings[0].action if answered else (),
    )


def _other_record(at: int) -> Record:
    """Records of every age: published long ago, due soon, due on a holiday, late, without a date, without the clock."""
    usual = example()
    published = None if at == 4 else TODAY - timedelta(days=11 * at)
    applies = (ClockApplies.YES, ClockApplies.YES, ClockApplies.UNDECIDED, ClockApplies.NO)[at % 4]
    reason = "The inspectors' letter asks for no response." if applies is ClockApplies.NO else ""
    return replace(
        usual,
        record_id=f"00000000-0000-4000-8000-0000000001{at:02}",
        inspection=replace(usual.inspection, title=f"{at}. An inspection of {_SUBJECTS[at % len(_SUBJECTS)]}", published_on=published),
        state=replace(usual.state, clock=ClockDecision(applies, reason)),
        findings=tuple(_finding(each) for each in range(1, at + 2)),
    )


NEW = Store("new", _nothing)
EMPTY = Store("empty", _titles)
USUAL = Store("usual", _example, opens=True)
FULL = Store("full", _full, opens=True)
HELD = Store("held", _refused)
