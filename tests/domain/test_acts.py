"""What was done, in a sentence."""

from __future__ import annotations

import pytest

from response_app.domain.acts import in_the_past


@pytest.mark.parametrize(
    ("name", "past"),
    [
        ("change title of inspection", "changed title of inspection"),
        ("add area for improvement", "added area for improvement"),
        ("bring in record", "brought in record"),
        ("new record", "made new record"),
        ("choose record that answers", "chose record that answers"),
        ("decide whether the 56 days apply", "decided whether the 56 days apply"),
    ],
)
def test_the_name_of_a_step_becomes_what_somebody_did(name: str, past: str) -> None:
    assert in_the_past(name) == past
