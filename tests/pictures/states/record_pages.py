"""The pages of a record: details, findings, answers, sections, preview (findings to record out)."""

from __future__ import annotations

from ..state import State
from ..stores import FULL

STATES = (
    State("details"),
    State("details", "full", store=FULL),
    State("findings"),
    State("findings", "full", store=FULL),
    State("initial"),
    State("chief"),
    State("overall"),
    State("answers"),
    State("answers", "full", store=FULL),
    State("preview", wait=1200),
    State("preview", "full", store=FULL, wait=1500),
)
