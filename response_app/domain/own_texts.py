"""Which texts of a record are the local policing body's own words, told from their place (guided sections, checks)."""

from __future__ import annotations

import re

_OWN = re.compile(
    r"inspection\.summary|sections\.(?:initial_response|overall_comments)|findings\[.*\]\.(?:reason|action\[[0-9]+\]\.text)", re.DOTALL
)


def is_own(place: str) -> bool:
    """Tell whether the text at a dotted path is ours to put better: not the inspectors' words, nor the chief officer's."""
    return _OWN.fullmatch(place) is not None
