"""Titles of the body and of the force, and how they come out in a record (office settings)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from response_app.authoring import office_people, office_titles
from response_app.authoring.bodies import KINDS_OF_BODY, KindOfBody, kind_of, with_kind
from response_app.domain.office import JointBody, Office
from response_app.domain.record import Record
from response_app.domain.titles import bodies_title, body_in_a_sentence, chief_officer_title, possessive, record_title

from ...state import State
from ...widgets.basics import Card, label
from ...widgets.form import Form, Row, SideBySide, choice_row, line_row
from ...widgets.joint_bodies import joint_bodies
from .part import OfficePart

_LEAD = "New records print these titles. Records that exist keep those that they were made with, and offer to take over new ones."
_KINDS: tuple[tuple[KindOfBody | None, str], ...] = (*((each, each.name) for each in KINDS_OF_BODY), (None, "Another body"))
_NAMES = {
    "force": "change name of force",
    "body_title": "change title of body",
    "body_short": "change short form of body",
    "chief_officer_title": "change title of chief officer",
    "chief_officer_short": "change short form of chief officer",
    "contact": "change contact",
    "website": "change where it is published",
}
_WIDE = 400
"""What the form and the headings beside it each need to stand side by side, in pixels at 100 %."""


class TitlesPart(OfficePart):
    """Kind of body, titles, joint bodies, ways to reach the office; beside them the headings of a record."""

    def __init__(self, state: State) -> None:
        super().__init__(state, _LEAD)
        self._office = Office()
        self._form: Form[Office] = Form()
        self._own_kind = False
        self.headings = Headings()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self._body_card(), self._force_card(), self._joint_card(), self._reach_card()):
            column.addWidget(card)
        self.column.addWidget(SideBySide(left, self.headings, width=_WIDE))
        self.column.addStretch(1)

    def refresh(self, *, fresh: bool) -> None:
        """Show the titles that are kept."""
        self._office = self.state.workspace.ask(office_titles.office_titles)
        self._own_kind = self._own_kind and not fresh
        self._form.show(self._office, fresh=fresh)
        self.joint.show_values(self._office.joint_with, fresh=fresh)
        self.headings.show_office(self.state.workspace.ask(office_people.office_on, self.state.today()))

    def flush(self) -> None:
        """Save what is typed."""
        self._form.flush()
        self.joint.flush()

    def _body_card(self) -> Card:
        kind = choice_row("Kind of body", _KINDS, "Fills in the usual titles; a title that you wrote yourself stays.")
        self.kind = self._form.bind(kind, self._kind_of, self._choose_kind)
        missing = "Enter the title of the body, such as Police and Crime Commissioner. Until then the title before is kept."
        title = self._bound("body_title", line_row("Title of the body", "Printed in headings.", _needed(missing)))
        self.title_row = title
        short = self._bound("body_short", line_row("Short form of the body", "Printed in the title of the record, such as PCC."))
        return _card("The local policing body", self.kind, SideBySide(title, short, width=200))

    def _force_card(self) -> Card:
        missing = "Enter the name of the force, in full. Until then the name before is kept."
        force = self._bound("force", line_row("Name of the force", "In full, such as Exampleshire Police.", _needed(missing)))
        missing = "Enter the title of the chief officer, such as Chief Constable. Until then the title before is kept."
        title = self._bound("chief_officer_title", line_row("Title of the chief officer", "Printed in headings.", _needed(missing)))
        short = self._bound("chief_officer_short", line_row("Short form of the chief officer", "Such as CC."))
        return _card("The force", force, SideBySide(title, short, width=200))

    def _joint_card(self) -> Card:
        self.joint = joint_bodies(self._change_joint)
        self.joint.add_asked.connect(lambda: self._keep_joint((*self._office.joint_with, JointBody()), "add joint body"))
        self.joint.remove_asked.connect(
            lambda index: self._keep_joint(
                (*self._office.joint_with[:index], *self._office.joint_with[index + 1 :]),
                "remove joint body",
            )
        )
        return _card("Joint bodies", self.joint)

    def _reach_card(self) -> Card:
        contact = self._bound("contact", line_row("Contact", "An e-mail or postal address that readers can write to."))
        website = self._bound("website", line_row("Website", "Its name, or its address: where the record is published."))
        return _card("How readers reach the office", SideBySide(contact, website, width=200))

    def _bound(self, name: str, row: Row) -> Row:
        def save(value: Any) -> bool:
            return self.do(office_titles.change_titles, replace(self._office, **{name: value}), _NAMES[name])

        return self._form.bind(row, lambda office: getattr(office, name), save)

    def _kind_of(self, office: Office) -> KindOfBody | None:
        return None if self._own_kind else kind_of(office)

    def _choose_kind(self, kind: KindOfBody | None) -> bool:
        """Fill in the titles of a kind in one step; for another body they are there to be written over."""
        self._own_kind = kind is None
        if kind is None:
            self.title_row.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        made = with_kind(self._office, kind_of(self._office), kind)
        return self.do(office_titles.change_titles, made, "change kind of body")

    def _change_joint(self, index: int, name: str, value: str) -> bool:
        changed: dict[str, Any] = {name: value}
        bodies = self._office.joint_with
        made = (*bodies[:index], replace(bodies[index], **changed), *bodies[index + 1 :])
        return self._keep_joint(made, "change joint body")

    def _keep_joint(self, bodies: tuple[JointBody, ...], name: str) -> bool:
        return self.do(office_titles.change_titles, replace(self._office, joint_with=bodies), name)


class Headings(Card):
    """How titles and names come out in a record that is made today."""

    def __init__(self) -> None:
        super().__init__("As a record made today prints them")
        self.lines: list[QLabel] = []
        self.body.setSpacing(6)

    def show_office(self, office: Office) -> None:
        """Show the headings of a record of an office."""
        record = Record(office=office)
        body, chief = possessive(bodies_title(record)), possessive(chief_officer_title(record))
        said = (
            (record_title(record), "h2"),
            (f"Force: {office.force or 'not named yet'}", ""),
            (f"{office.body_title or 'Holder'}: {office.holder or 'nobody named for today'}", ""),
            (f"{chief_officer_title(record)}: {office.chief_officer or 'nobody named for today'}", ""),
            (f"{body} initial response", "label"),
            (f"{chief} response", "label"),
            (f"{possessive(body_in_a_sentence(record))} action, taken", "label"),
            (f"{body} overall comments", "label"),
        )
        if not self.lines:
            self.lines = [label("", role) for _, role in said]
            for line in self.lines:
                self.body.addWidget(line)
        for line, (words, _) in zip(self.lines, said, strict=True):
            line.setText(words)


def _card(title: str, *parts: QWidget) -> Card:
    made = Card(title)
    made.body.setSpacing(14)
    for each in parts:
        made.body.addWidget(each)
    return made


def _needed(missing: str) -> Any:
    return lambda text: "" if text else missing
