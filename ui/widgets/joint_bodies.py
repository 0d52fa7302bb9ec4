"""Fields of the bodies that answer jointly, or of a second force of the same commissioner (inspection details, office settings)."""

from __future__ import annotations

from .form import Row, line_row
from .several import Save, Several

_HINT = "Other bodies that answer jointly with this one, or a second force of the same commissioner. Most records have none."
_WORDS = {
    "body_title": "Title of the body",
    "body_short": "Short form",
    "holder": "Name of the holder",
    "force": "Force",
    "chief_officer_title": "Title of the chief officer",
    "chief_officer": "Name of the chief officer",
}
_TOGETHER = (("body_title", "body_short"), ("holder", "force"), ("chief_officer_title", "chief_officer"))


def joint_bodies(save: Save) -> Several:
    """Return the fields; `save` saves what is entered in one of them."""

    def rows() -> dict[str, Row]:
        return {name: line_row(words) for name, words in _WORDS.items()}

    return Several("joint body", _HINT, rows, _TOGETHER, save)
