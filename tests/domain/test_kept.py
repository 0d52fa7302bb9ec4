"""What is made of a value is made once, and of an equal value that is another object anew."""

from __future__ import annotations

from response_app.domain.kept import Kept


def test_what_is_made_is_kept_for_the_same_object_alone() -> None:
    made: list[tuple[str, ...]] = []

    def make(value: tuple[str, ...]) -> int:
        made.append(value)
        return len(value)

    kept: Kept[tuple[str, ...], int] = Kept(make, most=2)
    one, other = tuple("ab"), tuple("ab")
    assert [kept.of(each) for each in (one, one, other, one, other)] == [2] * 5
    assert len(made) == 2
    third = ("c",)
    assert (kept.of(third), kept.of(one), len(made)) == (1, 2, 4)
