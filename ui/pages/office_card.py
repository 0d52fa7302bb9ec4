"""Titles and names as one record prints them, and the bodies that answer jointly (inspection details)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from response_app.authoring import details, record_logo
from response_app.authoring.logo import LogoPicture, printed_logo
from response_app.domain.office import Office
from response_app.domain.record import Record

from ..widgets.basics import Card, label
from ..widgets.form import Form, Row, SideBySide, line_row
from ..widgets.joint_bodies import joint_bodies
from ..widgets.logo_box import LogoBox
from .base import Do

_FIELDS = {
    "force": "Force",
    "body_title": "Title of the body",
    "body_short": "Its short form",
    "holder": "Name of the holder",
    "chief_officer_title": "Title of the chief officer",
    "chief_officer_short": "Short form of that title",
    "chief_officer": "Name of the chief officer",
    "contact": "Contact",
    "website": "Where it is published",
}
_PAIRS = (("body_title", "body_short"), ("holder", "chief_officer"), ("chief_officer_title", "chief_officer_short"), ("contact", "website"))


class OfficeCard(Card):
    """The office of one record; other records keep theirs."""

    def __init__(self, do: Do, read: Callable[[str], bytes]) -> None:
        """Make the fields; `do` saves, `read` returns an attached file by its hash."""
        super().__init__("Titles and names in this record")
        self._do = do
        self._read = read
        self._office = Office()
        self._form: Form[Office] = Form()
        self.body.addWidget(label("As this record prints them. Other records keep theirs.", "lead"))
        rows = self.rows = {name: self._bound(name, line_row(words)) for name, words in _FIELDS.items()}
        self.body.addWidget(rows["force"])
        for pair in _PAIRS:
            self.body.addWidget(SideBySide(*(rows[name] for name in pair)))
        self.joint = joint_bodies(lambda index, name, value: self._do(details.change_joint_body, index, **{name: value}))
        self.joint.add_asked.connect(lambda: self._do(details.add_joint_body))
        self.joint.remove_asked.connect(lambda index: self._do(details.remove_joint_body, index))
        self.body.addWidget(self.joint)
        self.logo = LogoBox()
        self.logo.entered.connect(lambda picture: self._do(record_logo.change_logo, picture))
        self.logo.removed.connect(lambda: self._do(record_logo.remove_logo))
        self.body.addWidget(self.logo)
        self.body.setSpacing(14)

    def show_record(self, record: Record, *, fresh: bool) -> None:
        """Show the office of a record; what is typed and could not be taken stays while it is the same record."""
        self._office = record.office
        self._form.show(record.office, fresh=fresh)
        self.joint.show_values(record.office.joint_with, fresh=fresh)
        named = record.office.logo
        data = printed_logo(record, self._read) if named else None
        self.logo.show_logo(LogoPicture(data or b"", named.alt) if named else None, missing=named is not None and data is None, fresh=fresh)

    def set_read_only(self, read_only: bool) -> None:
        """Let all of it be read only, because it is published, or be changed again."""
        for row in self.rows.values():
            row.set_read_only(read_only)
        self.joint.set_read_only(read_only)
        self.logo.set_read_only(read_only)

    def flush(self) -> None:
        """Save what is typed."""
        self._form.flush()
        self.joint.flush()
        self.logo.flush()

    def _bound(self, name: str, row: Row) -> Row:
        def save(value: Any) -> bool:
            return self._do(details.change_office, replace(self._office, **{name: value}))

        return self._form.bind(row, lambda office: getattr(office, name), save)
