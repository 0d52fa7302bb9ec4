"""Who holds the posts of an office from when until when, with deputies and acting holders (office settings, new records)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from .dates import in_words
from .office import Office
from .titles import in_a_row

_ONE_DAY = timedelta(days=1)


class Post(StrEnum):
    """A post that a record names the holder of."""

    BODY = "body"
    CHIEF_OFFICER = "chief_officer"


class Standing(StrEnum):
    """As what somebody holds a post; a deputy does not hold it, and is not printed."""

    HOLDER = "holder"
    DEPUTY = "deputy"
    ACTING = "acting"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the body or of the force.

    Attributes:
        name: as it is printed.
        post: the post that the name belongs to.
        standing: whether they hold it, act in it, or stand by.
        title: how the post is called while they hold it, such as "Temporary Chief Constable"; "" for the usual title.
        since: the first day, None when it need not be known.
        until: the last day, None while it goes on.
    """

    name: str = ""
    post: Post = Post.BODY
    standing: Standing = Standing.HOLDER
    title: str = ""
    since: date | None = None
    until: date | None = None

    def is_there(self, day: date) -> bool:
        """Tell whether their time takes in a day; its first and its last day belong to it."""
        return self._first <= day <= self._last

    @property
    def printed(self) -> str:
        """Their name as a record prints it: somebody who acts under the usual title is said to."""
        return f"{self.name} (acting)" if self.name and self.standing is Standing.ACTING and not self.title else self.name

    @property
    def _first(self) -> date:
        return self.since or date.min

    @property
    def _last(self) -> date:
        return self.until or date.max


def who_holds(people: Iterable[Person], post: Post, day: date) -> Person | None:
    """Return who is printed for a post on a day, None for nobody.

    Somebody acting goes before the holder, who cannot act at the time; of several the one who began last.
    """
    there = [each for each in people if each.post is post and each.name and each.standing is not Standing.DEPUTY and each.is_there(day)]
    return max(there, key=lambda each: (each.standing is Standing.ACTING, each._first), default=None)


def with_names(office: Office, people: Iterable[Person], day: date) -> Office:
    """Return an office with the names, and where they have them the titles, of who holds its posts on a day."""
    everyone = tuple(people)
    body, chief = (who_holds(everyone, post, day) or Person() for post in Post)
    return replace(
        office,
        holder=body.printed,
        body_title=body.title or office.body_title,
        chief_officer=chief.printed,
        chief_officer_title=chief.title or office.chief_officer_title,
    )


def person_remarks(person: Person) -> dict[str, str]:
    """Return what is odd about the line of one person, by field; it is kept all the same."""
    out: dict[str, str] = {}
    if not person.name and person != Person(post=person.post):  # a line that was just added is still to be filled in
        out["name"] = "Enter the name, as it is to be printed. Without it the line counts for nothing."
    if person.since and person.until and person.until < person.since:
        out["until"] = f"This is before the first day, {in_words(person.since)}. Check both days."
    return out


def post_remarks(people: Iterable[Person], post: Post, day: date) -> tuple[str, ...]:
    """Return in sentences where nobody or more than one person is named for a post, and who is printed then.

    Args:
        people: everybody, in any order.
        post: the post to look at.
        day: today.
    """
    everyone = tuple(people)
    named = [each for each in everyone if each.post is post and each.name and each._first <= each._last]
    holders = sorted((each for each in named if each.standing is Standing.HOLDER), key=_begins)
    acting = sorted((each for each in named if each.standing is Standing.ACTING), key=_begins)
    doubled = [*_overlaps(holders, "hold the post"), *_overlaps(acting, "act")]
    return (*doubled, *_gaps([*holders, *acting]), *_nobody_today(everyone, post, day))


def _begins(person: Person) -> date:
    return person._first


def _overlaps(people: Sequence[Person], what: str) -> list[str]:
    out = []
    for at, earlier in enumerate(people):
        for later in people[at + 1 :]:
            if later._first <= earlier._last:
                when = _span(later._first, min(earlier._last, later._last))
                first = later if later._first > earlier._first else earlier
                out.append(f"{in_a_row([earlier.name, later.name])} both {what} {when}. Records print {first.name}. Check the days.")
    return out


def _gaps(people: Sequence[Person]) -> list[str]:
    """Days between two people on which there is nobody."""
    spans: list[tuple[date, date]] = []
    for each in sorted(people, key=_begins):
        if spans and (spans[-1][1] == date.max or each._first <= spans[-1][1] + _ONE_DAY):
            spans[-1] = (spans[-1][0], max(spans[-1][1], each._last))
        else:
            spans.append((each._first, each._last))
    return [f"Nobody is named {_span(before[1] + _ONE_DAY, after[0] - _ONE_DAY)}. Check the days." for before, after in pairwise(spans)]


def _nobody_today(people: Sequence[Person], post: Post, day: date) -> list[str]:
    if who_holds(people, post, day) is not None:
        return []
    return ["Nobody is named for today, so a new record has no name here."]


def _span(first: date, last: date) -> str:
    if first == date.min:
        return "at all times" if last == date.max else f"until {in_words(last)}"
    if last == date.max:
        return f"from {in_words(first)} on"
    return f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"
