"""The people whose names a record prints, each with their days: holders, deputies, who acts (office settings)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel

from response_app.authoring import office_people, office_titles
from response_app.domain.dates import with_weekday
from response_app.domain.holders import Person, Post, Standing, person_remarks, post_remarks, who_holds
from response_app.domain.office import Office

from ...state import State
from ...widgets.basics import Card, label
from ...widgets.form import Row, choice_row, date_row, line_row
from ...widgets.several import Several
from .part import OfficePart

_LEAD = "A new record prints who holds the posts on the day on which it is made. Records that exist keep their names."
_HINTS = {
    Post.BODY: "The commissioner, mayor or other holder, deputies, and who acts for a time. A deputy is printed only where one acts.",
    Post.CHIEF_OFFICER: "The chief officer of the force, deputies, and who acts for a time.",
}
_THINGS = {Post.BODY: "person of the body", Post.CHIEF_OFFICER: "person of the force"}
_STANDINGS = ((Standing.HOLDER, "Holds the post"), (Standing.DEPUTY, "Deputy"), (Standing.ACTING, "Acting"))
_TOGETHER = (("name", "standing", "title"), ("since", "until"))


class PeoplePart(OfficePart):
    """The people of the body and those of the force, with who is printed today and where days do not fit."""

    def __init__(self, state: State) -> None:
        super().__init__(state, _LEAD)
        self._people: tuple[Person, ...] = ()
        self.lists = {post: Several(_THINGS[post], _HINTS[post], self._rows, _TOGETHER, self._saves(post)) for post in Post}
        self.cards = {Post.BODY: Card("People of the body"), Post.CHIEF_OFFICER: Card("People of the force")}
        self.today: dict[Post, QLabel] = {}
        self.remarks: dict[Post, QLabel] = {}
        for post, card in self.cards.items():
            self._fill(post, card)
            self.column.addWidget(card)
        self.column.addStretch(1)

    def refresh(self, *, fresh: bool) -> None:
        """Show everybody, who is printed today, and what is odd about the days."""
        ask, day = self.state.workspace.ask, self.state.today()
        self._people, office = ask(office_people.people), ask(office_titles.office_titles)
        for post in Post:
            mine = self._of(post)
            self.lists[post].show_values(mine, fresh=fresh)
            for box, person in zip(self.lists[post].boxes, mine, strict=True):
                said = person_remarks(person)
                for name, row in box.rows.items():
                    row.remark(said.get(name, ""))
            holder = who_holds(self._people, post, day)
            self.today[post].setText(f"Printed on {with_weekday(day)}: {_in_words(holder, post, office)}")
            remarks = post_remarks(self._people, post, day) if mine else ()
            self.remarks[post].setText("\n".join(remarks))
            self.remarks[post].setVisible(bool(remarks))

    def flush(self) -> None:
        """Save what is typed."""
        for each in self.lists.values():
            each.flush()

    def _fill(self, post: Post, card: Card) -> None:
        self.today[post], self.remarks[post] = label("", "label"), label("", "amber")
        several = self.lists[post]
        several.add_asked.connect(lambda: self.do(office_people.add_person, post))
        several.remove_asked.connect(lambda index: self._remove(post, index))
        parts = (self.today[post], self.remarks[post], several)
        for each in parts:
            card.body.addWidget(each)
        card.body.setSpacing(10)

    def _remove(self, post: Post, index: int) -> None:
        name = self._of(post)[index].name
        if self.do(office_people.remove_person, self._at(post, index)) and name:
            self.told_with_undo.emit(f"{name} was removed from the people of the office.")

    def _rows(self) -> dict[str, Row]:
        today = self.state.today
        return {
            "name": line_row("Name", "As it is printed."),
            "standing": choice_row("Role", _STANDINGS),
            "since": date_row("First day", today, "Leave empty where it need not be known."),
            "until": date_row("Last day", today, "Leave empty while it goes on."),
            "title": line_row("Title of their own", "Only where it is not the usual one, such as Temporary Chief Constable."),
        }

    def _saves(self, post: Post) -> Any:
        def save(index: int, name: str, value: Any) -> bool:
            return self.do(office_people.change_person, self._at(post, index), **{name: value})

        return save

    def _of(self, post: Post) -> tuple[Person, ...]:
        return tuple(each for each in self._people if each.post is post)

    def _at(self, post: Post, index: int) -> int:
        """Where the one at an index of a post stands among all."""
        return [at for at, each in enumerate(self._people) if each.post is post][index]


def _in_words(holder: Person | None, post: Post, office: Office) -> str:
    if holder is None:
        return "nobody"
    usual = office.body_title if post is Post.BODY else office.chief_officer_title
    return ", ".join(each for each in (holder.printed, holder.title or usual) if each)
