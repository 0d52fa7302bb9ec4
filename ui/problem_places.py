"""Leads from what the checks found to where it stands: the page, the field, the words (checks)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from response_app.checks import Problem
from response_app.domain.places import parts

from .page_makers import SECTIONS

if TYPE_CHECKING:
    from .editors.rich_text_edit import RichTextEdit
    from .places import Places

_ANSWERED = ("action", "chief", "answered_with")
_PUBLICATION = {
    "record.publication.confirmed_on": "publish",
    "record.publication.given_on": "publish",
    "record.publication.address": "publish",
}
_OTHER_PAGES = {"record.decisions": "publish", "record.copies": "publish", "record.corrections": "after"} | _PUBLICATION


class ProblemPlaces:
    """Goes to a problem of the open record."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def go(self, problem: Problem) -> None:
        """Bring the page forward on which a problem is mended, with its words selected where it is about words."""
        if problem.code == "comments_open" and self._go_to_comment(problem):
            return
        path = parts(problem.place)
        names = ".".join(name for name, _ in path)
        if path and path[0][0] == "findings":
            answer = len(path) > 1 and path[1][0] in _ANSWERED
            self._places.show_finding(path[0][1] or "", answer=answer)
        elif names.startswith("sections."):
            self._places.window.go(next((key for key, section in SECTIONS.items() if names == f"sections.{section}"), "tasks"))
        elif names.startswith("record.invitation"):
            self._places.open_task("invitation")
        elif names in _OTHER_PAGES:
            self._places.window.go(_OTHER_PAGES[names])
            if names == "record.publication.planned_on":
                self._places.makers.made["publish"].plan_day()  # type: ignore[attr-defined]  # PublishPage
        else:
            self._places.window.go("details")
            self._places.makers.made["details"].show_field(problem.place)  # type: ignore[attr-defined]  # DetailsPage
        self._select(problem)

    def _go_to_comment(self, problem: Problem) -> bool:
        """Show an open comment beside its text; those on other texts than sections have no place beside them."""
        record = self._places.state.record
        if record is None or problem.place not in {f"sections.{section}" for section in SECTIONS.values()}:
            return False
        for each in record.state.comments:
            if each.resolved_on is None and (each.place, each.quote) == (problem.place, problem.quote):
                self._places.around_text.open_comment(each.place, each.id)
                return True
        return False

    def _select(self, problem: Problem) -> None:
        from .bring_into_view import bring_into_view
        from .editors.words_at import select_words
        from .widgets.columns import Columns

        page, edit = self._places.window.pages.currentWidget(), self._edit(problem.place)
        if page is None or edit is None:
            return
        for each in page.findChildren(Columns):
            each.bring_forward_with(edit)
        edit.setFocus()
        if problem.paragraph is not None:
            select_words(edit, problem.paragraph, problem.start, problem.end)
            QTimer.singleShot(0, edit, lambda: bring_into_view(edit))  # after a page that comes forward has its layout

    def _edit(self, place: str) -> RichTextEdit | None:
        """The text at a place; for an answer as a whole its first."""
        from .editors.rich_text_edit import RichTextEdit

        page = self._places.window.pages.currentWidget()
        found = page.findChildren(RichTextEdit) if page is not None else []
        same = [each for each in found if each.place == place]
        inside = [each for each in found if each.place.startswith((f"{place}[", f"{place}."))]
        return next(iter(same or inside), None)
