"""What the palette finds besides the menus' words: parts of pages, actions of other pages, other words for an action (every step)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from .widgets.palette import Found

if TYPE_CHECKING:
    from .actions import Actions
    from .places import Places

OTHER_WORDS = {
    "zoom_in": "zoom in, magnify",
    "zoom_out": "zoom out",
    "zoom_reset": "zoom 100 %",
    "scheme_system": "theme, contrast",
    "scheme_light": "theme, mode",
    "scheme_dark": "theme, mode, night",
    "export": "print, save as, download",
    "bring_in": "import, open a file",
    "bring_in_published": "import",
    "new_from_report": "import, read a PDF",
    "help_law": "deadline, statutory date, 56 days, section 55",
    "help_shortcuts": "keys, hot keys",
    "beside_versions": "history, compare, restore",
    "beside_comments": "review",
    "marks": "changes, fields, misspelt words",
    "insert_wording": "snippets",
    "go_publish": "decision, agree, copies, web team",
    "go_after": "progress, correction",
    "go_check": "problems, errors, what is left",
    "go_tasks": "what is left, to do",
    "answers_table": "table view, grid, many at once",
    "answers_list": "list view",
    "focus_mode": "full screen, distraction",
}
"""Words that somebody may type for an action whose own words are others."""

_OF_OFFICE = (
    ("titles", "Office settings: titles and kind of body", "mayor, commissioner, contact, website"),
    ("people", "Office settings: people", "office-holders, deputies, acting, chief constable"),
    ("logo", "Office settings: logo", "picture, crest"),
    ("wording", "Office settings: standard wording", "snippets, points to cover"),
    ("words", "Office settings: words", "spelling, dictionary"),
    ("rules", "Office settings: rules", "checks, switch off"),
    ("you", "Office settings: you", "your name"),
)
_OF_DETAILS = (
    ("record.clock", "Inspection details: whether the 56 days apply", "clock, deadline, statutory date, decision"),
    ("inspection.judgements", "Inspection details: grades", "judgements, scale"),
    ("inspection.summary", "Inspection details: summary of inspection", ""),
    ("record.version_label", "Inspection details: version and marking", "official, sensitive, embargo"),
    ("office.logo", "Inspection details: logo of this record", "picture"),
)


def other_places(actions: Actions, places: Places) -> Iterator[tuple[str, Found]]:
    """Yield words to be found by, and what is found: parts of pages, and actions that work on a page other than the one in front."""
    for key, words, others in _OF_OFFICE:
        yield f"{words} {others}", Found(words, "Place", _to_office(places, key))
    if places.state.record is not None:
        yield "Invitation to the chief officer invite reply comments", Found("Invitation to the chief officer", "Place", _invite(places))
        for place, words, others in _OF_DETAILS:
            yield f"{words} {others}", Found(words, "Place", _to_field(places, place))
    for key, page in places.page_actions.elsewhere():
        where = places.window.sidebar.buttons[page].text().replace("&&", "&")
        words = actions[key].text().replace("&", "")
        yield f"{words} {OTHER_WORDS.get(key, '')}", Found(words, f"On {where}", _lead(places, key))


def _to_office(places: Places, part: str) -> Callable[[], None]:
    def go() -> None:
        places.window.go("office")
        page: Any = places.page("office")
        if places.current == "office" and places.is_set_up():
            page.show_part(part)

    return go


def _to_field(places: Places, place: str) -> Callable[[], None]:
    def go() -> None:
        places.window.go("details")
        page: Any = places.page("details")
        if places.current == "details":
            page.show_field(place)

    return go


def _invite(places: Places) -> Callable[[], None]:
    return lambda: places.open_task("invitation")


def _lead(places: Places, key: str) -> Callable[[], None]:
    return lambda: places.page_actions.lead(key)
