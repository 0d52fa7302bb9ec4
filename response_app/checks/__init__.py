"""Checks: the record read as a careful lawyer and a careful editor would."""

from __future__ import annotations

from .problem import STOPPING, Cleaned, Context, Problem, Severity
from .registry import RULES, run

__all__ = ["RULES", "STOPPING", "Cleaned", "Context", "Problem", "Severity", "run"]
