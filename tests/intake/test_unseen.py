"""Reports by people who knew the layouts and not the rules: what is read well once stays so.

Their first reading, before any rule was looked at again, stands in docs/reading-reports.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from . import scores
from .matching import differences

HERE = Path(__file__).parent
FILES = [each for folder in ("unseen", "unseen_second") for each in scores.cases(HERE / folder)]


def test_there_are_twenty_and_eight() -> None:
    """In the four forms in which reports come."""
    assert len(FILES) == 28
    assert {path.suffix for path, _ in FILES} == {".pdf", ".html", ".docx", ".txt"}


@pytest.mark.parametrize(("path", "expected"), FILES, ids=[path.stem for path, _ in FILES])
def test_it_is_read(path: Path, expected: dict[str, Any]) -> None:
    """Title, date, grades and findings are those that its author wrote down."""
    assert not list(differences(expected, scores.read(path.read_bytes(), path.name)))
