"""A store in a folder of its own, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from response_app.store.opening import Store

from .support import Clock, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's store is or will be."""
    return tmp_path / "store" / "records.db"


@pytest.fixture
def clock() -> Clock:
    """The store's clock."""
    return Clock()


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    """An open, empty store."""
    with opened(path, clock) as store:
        yield store
