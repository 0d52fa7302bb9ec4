"""The names of the live fields that a text may hold (guided sections, record out)."""

from __future__ import annotations

INLINE_FIELDS = (
    "report_title",
    "publication_date",
    "inspectorate",
    "force",
    "body_title",
    "body_short",
    "holder",
    "chief_officer_title",
    "chief_officer",
    "statutory_date",
    "grade",
    "afi_count",
    "recommendation_count",
    "cause_count",
)
"""Fields that stand within a line."""

BLOCK_FIELDS = ("list_of_findings", "list_of_afis", "list_of_recommendations")
"""Fields that stand for a whole list."""
