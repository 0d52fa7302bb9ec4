"""Names of what is graded."""

from __future__ import annotations

from response_app.domain.inspection import Grade
from response_app.intake.finder import propose
from response_app.intake.html_reader import read as read_page


def test_a_name_that_a_column_cuts_off_is_the_longer_one() -> None:
    """The same grade for a name and for one that goes on after its words is one grade; another grade is another one."""
    rows = "".join(f"<tr><td>{area}</td><td>Good</td></tr>" for area in ("Stables and the care of", "Riding and the use of"))
    chapters = "<h2>Stables and the care of horses</h2><p>Good</p><h2>Riding and the use of bridles</h2><p>Inadequate</p>"
    page = f"<main><h1>An inspection of Southshire Police</h1><h2>Summary</h2><table>{rows}</table>{chapters}</main>"
    found = [(each.value.area, each.value.grade) for each in propose(read_page(page.encode())).judgements]
    assert found == [
        ("Stables and the care of horses", Grade.GOOD),
        ("Riding and the use of", Grade.GOOD),
        ("Riding and the use of bridles", Grade.INADEQUATE),
    ]
