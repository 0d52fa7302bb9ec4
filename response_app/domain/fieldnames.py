"""The names of the live fields that a text may hold (guided sections, record out)."""

from __future__ import annotations

OFFICE_FIELDS = ("force", "body_title", "body_short", "holder", "chief_officer_title", "chief_officer")
"""Fields that say what the office's titles of the same names say."""

COUNT_FIELDS = ("afi_count", "recommendation_count", "cause_count")
"""Fields that say how many findings of a kind are printed."""

INLINE_FIELDS = ("report_title", "publication_date", "inspectorate", *OFFICE_FIELDS, "statutory_date", "grade", *COUNT_FIELDS)
"""Fields that stand within a line."""

BLOCK_FIELDS = ("list_of_findings", "list_of_afis", "list_of_recommendations")
"""Fields that stand for a whole list."""
