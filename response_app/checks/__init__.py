"""Checks: the record read as a careful lawyer and a careful editor would."""

from __future__ import annotations

from .catalogue import CODES
from .checker import Checker, run
from .problem import STOPPING, Cleaned, Context, Problem, Severity

__all__ = ["CODES", "STOPPING", "Checker", "Cleaned", "Context", "Problem", "Severity", "run"]
