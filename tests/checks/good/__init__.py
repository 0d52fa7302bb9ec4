"""Ten fictional records as good offices write them, each with things in it that tempt the rules (checks)."""

from __future__ import annotations

from .first_five import FIRST_FIVE
from .last_five import LAST_FIVE

GOOD = {**FIRST_FIVE, **LAST_FIVE}
"""By name."""
