"""Good records pass, what is planted in them is found, and docs/checks.md says how often, for every rule (checks)."""

from __future__ import annotations

import re

import pytest

from response_app.checks import CODES, Severity
from response_app.domain.places import texts
from response_app.domain.richtext import plain

from ..fixtures.shared import PROJECT
from .good import GOOD
from .planted import plantings
from .rates import RIGHTLY, good_records, is_found, recalls, told, told_of, wrongly

DOCS = PROJECT / "docs" / "checks.md"
ALL = list(plantings())
_COLUMNS = 7


def test_nothing_above_a_hint_is_told_of_good_records() -> None:
    heavy = [(name, each.code, each.quote) for name, each in told() if each.severity is not Severity.HINT]
    assert {(code, quote) for _, code, quote in heavy} == RIGHTLY
    assert len(heavy) == 3


def test_there_are_twenty_good_records() -> None:
    assert len(good_records()) == 20
    assert all(sum(len(plain(each.text).split()) for each in texts(record)) > 200 for record in GOOD.values())


@pytest.mark.parametrize(
    "number", range(len(ALL)), ids=[f"{each.code}: {each.words[:30]}".encode("ascii", "replace").decode() for each in ALL]
)
def test_what_is_planted_is_found(number: int) -> None:
    assert is_found(ALL[number], number)


def test_what_is_told_says_where_the_rule_comes_from_and_what_to_do() -> None:
    silent = {
        each.code for number, fault in enumerate(ALL) for each in told_of(fault, number) if not (each.source and each.fix and each.message)
    }
    assert silent == set()


def test_every_rule_stands_in_the_table_with_its_class_and_its_rates() -> None:
    rows = {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        cells = [each.strip() for each in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == _COLUMNS and cells[0].startswith("`"):
            assert all(cells), line
            rows[cells[0].strip("`")] = (cells[1], cells[5], cells[6])
    assert rows == {
        code: (severity.value.replace("_", " "), str(wrongly()[code]), f"{recalls()[code].found} of {recalls()[code].planted}")
        for code, severity in CODES.items()
    }
