"""When two names are of one force."""

from __future__ import annotations

import pytest

from response_app.intake.force_names import known_name, same_force


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Staffordshire", "Staffordshire Police", True),
        ("Avon & Somerset Police", "Avon and Somerset Constabulary", True),
        ("West Mercia Police", "West Midlands Police", False),
        ("Police", "", False),
        ("Kent", "Kent County Constabulary", True),
        ("the Metropolitan Police", "Metropolitan Police Service", True),
        ("Devon & Cornwall Police", "Devon and Cornwall Constabulary", True),
        ("Borsetshire Police Force", "Borsetshire", True),
        ("Dyfed-Powys", "Dyfed-Powys Police", True),
        ("North Yorkshire Police", "South Yorkshire Police", False),
        ("The Police", "Constabulary", False),
        ("", "", False),
    ],
)
def test_same_force(one: str, other: str, same: bool) -> None:
    """An earlier name, a short one, "&"; what has no name of its own is no force."""
    assert same_force(one, other) is same
    assert same_force(other, one) is same


def test_known_names() -> None:
    """In any case; the present name is given."""
    assert known_name("HAMPSHIRE CONSTABULARY") == "Hampshire and Isle of Wight Constabulary"
    assert known_name("Borsetshire Police") == ""
