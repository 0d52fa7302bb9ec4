"""Who is printed for a post on a day, and what is said of gaps and overlaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from response_app.domain.holders import Person, Post, Standing, person_remarks, post_remarks, who_holds, with_names
from response_app.domain.office import Office

BODY, CHIEF = Post.BODY, Post.CHIEF_OFFICER
TODAY = date(2024, 6, 26)
FIRST = Person("A. Example", since=date(2021, 5, 13), until=date(2024, 5, 8))
SECOND = Person("B. Example", since=date(2024, 5, 9))
DEPUTY = Person("C. Example", standing=Standing.DEPUTY, since=date(2022, 1, 1))
ACTING = Person("C. Example", standing=Standing.ACTING, since=date(2024, 6, 1), until=date(2024, 6, 30))
EVERYONE = (FIRST, SECOND, DEPUTY, ACTING, Person("D. Example", CHIEF))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 5, 12), None),
        (date(2021, 5, 13), "A. Example"),
        (date(2024, 5, 8), "A. Example"),
        (date(2024, 5, 9), "B. Example"),
        (date(2024, 5, 31), "B. Example"),
        (date(2024, 6, 1), "C. Example (acting)"),
        (date(2024, 6, 30), "C. Example (acting)"),
        (date(2024, 7, 1), "B. Example"),
    ],
)
def test_the_first_and_the_last_day_belong_to_a_time_and_who_acts_goes_first(day: date, name: str | None) -> None:
    found = who_holds(EVERYONE, BODY, day)
    assert (found.printed if found else None) == name


def test_a_deputy_and_a_line_without_a_name_hold_nothing() -> None:
    assert who_holds([DEPUTY, Person(since=date(2020, 1, 1))], BODY, TODAY) is None


def test_of_two_holders_the_one_who_began_last_is_printed() -> None:
    for order in ((FIRST, replace(SECOND, since=date(2024, 4, 1))), (replace(SECOND, since=date(2024, 4, 1)), FIRST)):
        found = who_holds(order, BODY, date(2024, 4, 15))
        assert found is not None and found.name == "B. Example"


def test_somebody_who_acts_goes_before_a_holder_who_began_later() -> None:
    found = who_holds((ACTING, replace(SECOND, since=date(2024, 6, 10))), BODY, TODAY)
    assert found == ACTING


def test_an_office_prints_names_and_own_titles_of_the_day() -> None:
    office = Office(body_title="Police and Crime Commissioner", chief_officer_title="Chief Constable", contact="a@example.org")
    own = Person("E. Example", CHIEF, Standing.ACTING, "Temporary Chief Constable", date(2024, 6, 20))
    named = with_names(office, (*EVERYONE, own), TODAY)
    assert (named.holder, named.body_title) == ("C. Example (acting)", "Police and Crime Commissioner")
    assert (named.chief_officer, named.chief_officer_title) == ("E. Example", "Temporary Chief Constable")
    assert named.contact == "a@example.org"
    assert with_names(replace(office, holder="Old name"), (), TODAY).holder == ""


def test_nothing_is_said_of_times_that_follow_each_other() -> None:
    assert post_remarks(EVERYONE, BODY, TODAY) == ()
    assert post_remarks(EVERYONE, CHIEF, TODAY) == ()


def test_a_gap_is_told_with_its_days_even_where_somebody_acted_before_and_after() -> None:
    gap = (replace(FIRST, until=date(2024, 5, 3)), SECOND)
    assert post_remarks(gap, BODY, TODAY) == ("Nobody is named from 4 May 2024 to 8 May 2024. Check the days.",)
    one_day = (replace(FIRST, until=date(2024, 5, 7)), SECOND)
    assert post_remarks(one_day, BODY, TODAY) == ("Nobody is named on 8 May 2024. Check the days.",)
    filled = (*gap, replace(ACTING, since=date(2024, 5, 4), until=date(2024, 5, 8)))
    assert post_remarks(filled, BODY, TODAY) == ()


def test_an_overlap_is_told_with_who_is_printed() -> None:
    both = (FIRST, replace(SECOND, since=date(2024, 5, 1)))
    said = "A. Example and B. Example both hold the post from 1 May 2024 to 8 May 2024. Records print B. Example. Check the days."
    assert post_remarks(both, BODY, TODAY) == (said,)
    undated = (Person("A. Example"), Person("B. Example"))
    assert post_remarks(undated, BODY, TODAY)[0].startswith("A. Example and B. Example both hold the post at all times.")
    acting = (ACTING, replace(ACTING, name="E. Example", since=date(2024, 6, 20), until=None), SECOND)
    assert "both act from 20 June 2024 to 30 June 2024" in post_remarks(acting, BODY, TODAY)[0]


def test_nobody_today_is_told() -> None:
    assert post_remarks([FIRST], BODY, TODAY) == ("Nobody is named for today, so a new record has no name here.",)
    assert post_remarks([], CHIEF, TODAY) == ("Nobody is named for today, so a new record has no name here.",)


def test_a_line_says_what_it_lacks() -> None:
    assert person_remarks(FIRST) == {}
    assert "Enter the name" in person_remarks(Person(since=TODAY))["name"]
    assert person_remarks(Person(post=CHIEF)) == {}, "a line that was just added is not wrong yet"
    assert person_remarks(replace(FIRST, until=date(2021, 5, 12)))["until"] == "This is before the first day, 13 May 2021. Check both days."


DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 1))
PEOPLE = st.builds(
    Person,
    name=st.sampled_from(["", "A", "B"]),
    standing=st.sampled_from(list(Standing)),
    since=st.none() | DAYS,
    until=st.none() | DAYS,
)


@given(st.lists(PEOPLE, max_size=5), DAYS)
def test_who_is_printed_is_there_on_that_day_whatever_the_order(people: list[Person], day: date) -> None:
    found = who_holds(people, BODY, day)
    there = [each for each in people if each.name and each.standing is not Standing.DEPUTY and each.is_there(day)]
    assert (found is None) == (not there)
    if found is not None:
        assert found in there and (found.standing is Standing.ACTING or all(each.standing is Standing.HOLDER for each in there))
    assert all(said.endswith(".") for said in post_remarks(people, BODY, day))
