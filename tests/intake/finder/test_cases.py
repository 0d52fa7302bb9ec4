"""The shared cases, read as text and searched."""

from __future__ import annotations

import json
from typing import Any

import pytest

from response_app.intake.finder import propose
from response_app.intake.text_reader import read
from response_app.intake.transfer import public
from tests.fixtures.shared import SHARED, needs_shared

REPORTS = ["accelerated-concern", "peel-effectiveness-2015", "peel-grades-are-a-picture", "regional-many-forces"]


def is_in(expected: Any, got: Any) -> bool:
    """Match as the cases' README says: named keys, lists of the same length, "~" for contained."""
    if isinstance(expected, dict):
        return all(is_in(value, got.get(key)) for key, value in expected.items() if key != "warnings")
    if isinstance(expected, list):
        return len(expected) == len(got or []) and all(map(is_in, expected, got or []))
    if isinstance(expected, str) and expected.startswith("~"):
        return expected[1:].replace("’", "'").casefold() in str(got).replace("’", "'").casefold()
    return bool(expected == got)


@needs_shared
@pytest.mark.parametrize("name", REPORTS)
def test_case(name: str) -> None:
    """What is expected is found, and what is to be warned of."""
    folder = SHARED / "cases"
    expected = json.loads((folder / f"{name}.expected.json").read_text(encoding="utf-8"))
    got = json.loads(json.dumps(public(propose(read((folder / f"{name}.txt").read_bytes())))))
    for key in (key for key in expected if key != "warnings"):
        assert is_in(expected[key], got.get(key)), key
    assert set(expected.get("warnings", [])) <= {each["code"] for each in got["warnings"]}
