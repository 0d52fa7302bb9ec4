"""The task list."""

from __future__ import annotations

from ..state import State
from ..stores import FULL

STATES = (
    State("tasks"),
    State("tasks", "full", store=FULL),
)
