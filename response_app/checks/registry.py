"""The rules, by what each has to see: the record, a line, a text, all texts (checks)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..domain.record import Record
from . import across_texts, counts_in_words, dates_in_words, hints, law_in_words, names_in_words, punctuation, unfinished
from .acts import (
    agreed_text_changed,
    chief_officer_not_invited,
    clock_undecided,
    comments_open,
    holder_changed,
    overall_comments_empty,
    section_empty,
    signed_off_before_change,
    suggestions_open,
    version_reused,
)
from .answers import afi_unanswered, not_applicable_unexplained, recommendation_unexplained
from .facts_of_inspection import alt_text_missing, force_action_only, grade_not_on_scale, stated_count_differs
from .force_names import name_misspelt
from .hints import finding_terms_absent
from .matches import LineRule, RecordTextsRule, TextRule
from .problem import Context, Problem
from .publishing import marking_present, not_signed_off, publication_date_unconfirmed
from .required import required_missing, version_missing
from .texts import glyph_missing, markup_cleaned
from .timing import copies_not_recorded, date_on_holiday, dates_out_of_order, due_soon, late, not_confirmed_live

RecordRule = Callable[[Record, Context], Iterable[Problem]]

# Each rule bears the code of what it finds.
SECTION_RULES: tuple[RecordRule, ...] = (
    agreed_text_changed,
    section_empty,
    signed_off_before_change,
    version_reused,
    overall_comments_empty,
    comments_open,
)
"""Those that look at the sections too; they are asked at each change of a section, the others when something else changes."""

OTHER_RULES: tuple[RecordRule, ...] = (
    required_missing,
    version_missing,
    glyph_missing,
    marking_present,
    suggestions_open,
    alt_text_missing,
    publication_date_unconfirmed,
    recommendation_unexplained,
    not_applicable_unexplained,
    chief_officer_not_invited,
    clock_undecided,
    afi_unanswered,
    not_signed_off,
    late,
    due_soon,
    not_confirmed_live,
    copies_not_recorded,
    dates_out_of_order,
    grade_not_on_scale,
    holder_changed,
    name_misspelt,
    stated_count_differs,
    markup_cleaned,
    date_on_holiday,
    force_action_only,
    finding_terms_absent,
)

RECORD_RULES = (*OTHER_RULES, *SECTION_RULES)

LINE_RULES: tuple[LineRule, ...] = (
    *unfinished.RULES,
    *names_in_words.RULES,
    *law_in_words.RULES,
    *dates_in_words.RULES,
    *counts_in_words.RULES,
    *punctuation.RULES,
    *hints.RULES,
)

ON_STRINGS: tuple[LineRule, ...] = tuple(each for each in LINE_RULES if each.code in ("markup_left", "awaiting_text", "personal_detail"))
"""Rules that plain strings such as titles and names have to keep too."""

OF_ALL: tuple[LineRule, ...] = tuple(each for each in LINE_RULES if each.of_all)
"""Rules that the inspectors' lines are read by too."""

TEXT_RULES: tuple[TextRule, ...] = punctuation.TEXT_RULES

ACROSS_TEXTS: tuple[RecordTextsRule, ...] = (*across_texts.RULES, *hints.TEXTS_RULES)
