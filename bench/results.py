"""What a row of the bench's table is and what measuring it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .samples import Sample
from .tools import Workshop


@dataclass(frozen=True, slots=True)
class Result:
    """Two sides compared; `ratio` is ours / theirs, `low` and `high` its quartiles."""

    ours: float
    theirs: float
    unit: str
    ratio: float
    low: float
    high: float
    rounds: int

    @property
    def judged(self) -> float:
        """What the aim speaks of: the ratio."""
        return self.ratio


@dataclass(frozen=True, slots=True)
class Alone:
    """Our figure where there is no other side; `low` and `high` are its quartiles."""

    ours: float
    unit: str
    low: float
    high: float
    rounds: int

    @property
    def judged(self) -> float:
        """What the aim speaks of: the figure itself."""
        return self.ours


@dataclass(frozen=True, slots=True)
class Row:
    """A row on record out.

    Attributes:
        name: for `--only`.
        words: what is compared, for the table.
        sample: which record, "real" or "large".
        measure: measures it.
        aim: the ratio that we want to stay within, None where there is no aim.
    """

    name: str
    words: str
    sample: str
    measure: Callable[[Sample, Workshop], Result]
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A row on the window, which makes its own stores in the workshop.

    Attributes:
        name: for `--only`.
        words: what is compared, for the table.
        measure: measures it.
        aim: the ratio that we want to stay within, or the figure itself where there is no other side; None without an aim.
    """

    name: str
    words: str
    measure: Callable[[Workshop], Result | Alone]
    aim: float | None = None
