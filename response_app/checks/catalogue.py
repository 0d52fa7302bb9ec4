"""Every code with how much it weighs: the contract with other programs, and what settings and help speak of (checks)."""

from __future__ import annotations

from .problem import Severity

_BY_SEVERITY = {
    Severity.WRONG: (
        "required_missing version_missing field_unresolved glyph_missing marking_present comments_open suggestions_open alt_text_missing "
        "publication_date_unconfirmed markup_left version_reused"
    ),
    Severity.LAW: (
        "recommendation_unexplained not_applicable_unexplained chief_officer_not_invited agreed_text_changed section_empty clock_undecided"
    ),
    Severity.OFFICE_RULE: "afi_unanswered not_signed_off signed_off_before_change overall_comments_empty",
    Severity.WARNING: (
        "late due_soon not_confirmed_live copies_not_recorded recommendations_mentioned_none_recorded count_differs title_wrong "
        "name_misspelt wrong_subsection wrong_period relative_date date_style term_wrong term_inconsistent bracket_unbalanced "
        "quote_unbalanced grade_not_on_scale link_text_poor link_internal heading_in_text duplicate_text words_of_another awaiting_text "
        "draft_words_inside personal_detail dates_out_of_order holder_changed stated_count_differs regional_findings_missing "
        "markup_cleaned"
    ),
    Severity.HINT: (
        "acronym_unexplained long_sentence passive finding_terms_absent force_action_only identical_answers date_on_holiday "
        "double_space american_spelling apostrophe"
    ),
}

CODES: dict[str, Severity] = {code: severity for severity, codes in _BY_SEVERITY.items() for code in codes.split()}
"""Codes keep their meaning; new ones may be added."""
