"""Use cases on the people of the office and of the force, each with their days (office settings)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from ..domain.changes import Changes
from ..domain.dates import parse_iso
from ..domain.holders import Person, Post, Standing, with_names
from ..domain.office import Office
from ..store.work import Work
from .office_settings import PLACE as _SETTINGS
from .office_settings import keep_setting
from .office_titles import office_titles

_KEY = "people"
PLACE = f"{_SETTINGS}.{_KEY}"
"""The place of the people among what changes."""
_WHO = {Post.BODY: "person of the body", Post.CHIEF_OFFICER: "person of the force"}
_FIELDS = {"name": "name", "standing": "role", "title": "title", "since": "first day", "until": "last day"}


def people(work: Work) -> tuple[Person, ...]:
    """Return everybody who was named; before anybody was, the names that the titles were kept with."""
    kept: Any = work.settings.get(_KEY)
    if isinstance(kept, list):
        return tuple(_person(each) for each in kept if isinstance(each, dict))
    office = office_titles(work)
    names = ((office.holder, Post.BODY), (office.chief_officer, Post.CHIEF_OFFICER))
    return tuple(Person(name, post) for name, post in names if name)


def office_on(work: Work, day: date) -> Office:
    """Return the titles with the names of who holds the posts on a day, without the logo."""
    return with_names(office_titles(work), people(work), day)


def add_person(work: Work, post: Post) -> Changes:
    """Add a line for somebody, still without a name."""
    return _keep(work, (*people(work), Person(post=post)), f"add {_WHO[post]}")


def change_person(work: Work, index: int, /, **values: Any) -> Changes:
    """Set fields of one person, such as `name` or `until`.

    Raises:
        IndexError: there is no such person.
    """
    before = people(work)
    what = _FIELDS.get(next(iter(values)), "details") if len(values) == 1 else "details"
    changed = replace(before[index], **values)
    return _keep(work, (*before[:index], changed, *before[index + 1 :]), f"change {what} of {_WHO[changed.post]}")


def remove_person(work: Work, index: int) -> Changes:
    """Remove one person.

    Raises:
        IndexError: there is no such person.
    """
    before = people(work)
    return _keep(work, (*before[:index], *before[index + 1 :]), f"remove {_WHO[before[index].post]}")


def forget_people(work: Work) -> None:
    """Let the names that the titles are kept with count again."""
    work.settings.forget(_KEY)


def _keep(work: Work, everybody: Sequence[Person], name: str) -> Changes:
    return keep_setting(work, _KEY, [_plain(each) for each in everybody], name)


def _plain(person: Person) -> dict[str, str | None]:
    days = {"since": person.since, "until": person.until}
    return {**asdict(person), **{key: day.isoformat() if day else None for key, day in days.items()}}


def _person(kept: dict[Any, Any]) -> Person:
    """A person as the settings hold them; what cannot be read counts as not said."""
    post, standing = str(kept.get("post", "")), str(kept.get("standing", ""))
    return Person(
        name=str(kept.get("name", "")),
        post=Post(post) if post in tuple(Post) else Post.BODY,
        standing=Standing(standing) if standing in tuple(Standing) else Standing.HOLDER,
        title=str(kept.get("title", "")),
        since=_day(kept.get("since")),
        until=_day(kept.get("until")),
    )


def _day(kept: Any) -> date | None:
    try:
        return parse_iso(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
