"""The title: the report's own first heading is part of it, whatever stands around it; the inspectorate's name says nothing of the kind."""

from __future__ import annotations

import pytest

from response_app.domain.inspection import InspectionKind
from response_app.intake.finder import propose
from response_app.intake.html_reader import read

TEXT = "<h2>Summary</h2><p>We looked at how officers and staff look after lost property. We found much that was done well.</p>"


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            "<h1>Lost and found</h1><p>How well do forces keep lost property?</p><p>A thematic inspection by the inspectorate</p>",
            "Lost and found – How well do forces keep lost property? – A thematic inspection by the inspectorate",
        ),
        (
            "<p>National custody inspections</p><h1>Westshire Police: how cells are kept</h1>",
            "National custody inspections – Westshire Police: how cells are kept",
        ),
        ("<h1>PEEL 2025–27</h1><p>An inspection of Westshire Police</p>", "PEEL 2025–27 – An inspection of Westshire Police"),
        (
            "<h1>Lost and found</h1><p>The inspectors say thank you.</p><p>To everybody who helped.</p><p>A review of lost property</p>",
            "Lost and found",
        ),
    ],
)
def test_the_first_heading_is_in_the_title(front: str, title: str) -> None:
    """With the lines beside it that say what was inspected; alone where other words stand between."""
    found = propose(read(f"<main>{front}{TEXT}</main>".encode())).title
    assert found is not None and found.value == title


def test_the_inspectorates_own_name_makes_no_fire_inspection() -> None:
    """Its name says "Fire & Rescue Services" in every report."""
    front = "<h1>Lost and found</h1><p>A thematic inspection by His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services</p>"
    thematic = propose(read(f"<main>{front}{TEXT}</main>".encode())).kind
    assert thematic is not None and thematic.value is InspectionKind.THEMATIC
    fire = propose(read(f"<main><h1>Inspection of Westshire Fire and Rescue Service</h1>{TEXT}</main>".encode())).kind
    assert fire is not None and fire.value is InspectionKind.FIRE
