"""The first schema of the store."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _records()
    _office()
    _lists()
    _acts()
    _publication()
    _review()
    _findings()
    _answers()
    _texts()
    op.execute("CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')")


def _part(table: str, key: tuple[str, ...], owner: str, owner_key: tuple[str, ...], *columns: sa.Column[Any]) -> None:
    """A table of things that hang on a record or on a part of one, in order."""
    op.create_table(
        table,
        *(sa.Column(name, sa.Text(), nullable=False) for name in key if name != "position"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(key[:-1], [f"{owner}.{name}" for name in owner_key], name=f"fk_{table}_{owner}", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"),
    )


def _records() -> None:
    """What a record holds once."""
    op.create_table(
        "records",
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("to_answer_count", sa.Integer(), nullable=False),
        sa.Column("answered_count", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("translation_of", sa.Text(), nullable=True),
        sa.Column("extensions", sa.Text(), nullable=False),
        sa.Column("office_force", sa.Text(), nullable=False),
        sa.Column("office_body_title", sa.Text(), nullable=False),
        sa.Column("office_body_short", sa.Text(), nullable=False),
        sa.Column("office_holder", sa.Text(), nullable=False),
        sa.Column("office_chief_officer_title", sa.Text(), nullable=False),
        sa.Column("office_chief_officer_short", sa.Text(), nullable=False),
        sa.Column("office_chief_officer", sa.Text(), nullable=False),
        sa.Column("office_contact", sa.Text(), nullable=False),
        sa.Column("office_website", sa.Text(), nullable=False),
        sa.Column("office_logo_given", sa.Boolean(), nullable=False),
        sa.Column("office_logo_name", sa.Text(), nullable=False),
        sa.Column("office_logo_alt", sa.Text(), nullable=False),
        sa.Column("version_label", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("marking", sa.String(length=64), nullable=True),
        sa.Column("embargo_until", sa.Date(), nullable=True),
        sa.Column("clock_applies", sa.String(length=64), nullable=False),
        sa.Column("clock_reason", sa.Text(), nullable=False),
        sa.Column("clock_record_id", sa.Text(), nullable=False),
        sa.Column("invitation_sent_on", sa.Date(), nullable=True),
        sa.Column("invitation_reply_by", sa.Date(), nullable=True),
        sa.Column("invitation_outcome", sa.String(length=64), nullable=False),
        sa.Column("invitation_received_on", sa.Date(), nullable=True),
        sa.Column("invitation_received_as", sa.String(length=64), nullable=True),
        sa.Column("invitation_agreed_by", sa.Text(), nullable=False),
        sa.Column("invitation_agreed_on", sa.Date(), nullable=True),
        sa.Column("publication_planned_on", sa.Date(), nullable=True),
        sa.Column("publication_given_on", sa.Date(), nullable=True),
        sa.Column("publication_confirmed_on", sa.Date(), nullable=True),
        sa.Column("publication_address", sa.Text(), nullable=False),
        sa.Column("inspection_title", sa.Text(), nullable=False),
        sa.Column("inspection_kind", sa.String(length=64), nullable=False),
        sa.Column("inspection_inspectorate", sa.Text(), nullable=False),
        sa.Column("inspection_also_inspectorates", sa.JSON(), nullable=False),
        sa.Column("inspection_published_on", sa.Date(), nullable=True),
        sa.Column("inspection_publication_confirmed", sa.Boolean(), nullable=False),
        sa.Column("inspection_published_label", sa.Text(), nullable=False),
        sa.Column("inspection_visited", sa.Text(), nullable=False),
        sa.Column("inspection_address", sa.Text(), nullable=False),
        sa.Column("inspection_scale", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("record_id", name="pk_records"),
    )


def _office() -> None:
    """The office's settings, and who did what."""
    op.create_table(
        "office_settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_office_settings"),
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("of_record", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["of_record"], ["records.record_id"], name="fk_activity_records", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
    )
    op.create_index("ix_activity_of_record_at", "activity", ["of_record", "at"], unique=False)


def _lists() -> None:
    """What the office and the inspection of a record list."""
    _part(
        "office_joint_with",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("body_title", sa.Text(), nullable=False),
        sa.Column("body_short", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("force", sa.Text(), nullable=False),
        sa.Column("chief_officer_title", sa.Text(), nullable=False),
        sa.Column("chief_officer", sa.Text(), nullable=False),
    )
    _part(
        "inspection_stated_counts",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
    )
    _part(
        "inspection_judgements",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("grade", sa.String(length=64), nullable=True),
    )
    _part(
        "attachments",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publish", sa.Boolean(), nullable=False),
    )


def _acts() -> None:
    """Decisions, other dates, and warnings set aside."""
    _part(
        "decisions",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("capacity", sa.String(length=64), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version_label", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
    )
    _part(
        "other_dates",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
    )
    _part(
        "set_aside",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
    )


def _publication() -> None:
    """What was published, sent and corrected."""
    _part(
        "publication_files",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
    )
    _part(
        "copies",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("to", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version_label", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
    )
    _part(
        "corrections",
        ("of_record", "position"),
        "records",
        ("record_id",),
        sa.Column("version_label", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
    )


def _review() -> None:
    """Comments and suggestions."""
    _part(
        "comments",
        ("of_record", "id"),
        "records",
        ("record_id",),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("resolved_on", sa.Date(), nullable=True),
    )
    _part(
        "comment_replies",
        ("of_record", "of_comment", "position"),
        "comments",
        ("of_record", "id"),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
    )
    _part(
        "suggestions",
        ("of_record", "id"),
        "records",
        ("record_id",),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=64), nullable=True),
    )


def _findings() -> None:
    """Findings."""
    _part(
        "findings",
        ("of_record", "id"),
        "records",
        ("record_id",),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("lead_in", sa.Text(), nullable=False),
        sa.Column("addressed_to", sa.JSON(), nullable=False),
        sa.Column("applies", sa.String(length=64), nullable=False),
        sa.Column("same_as", sa.Text(), nullable=True),
        sa.Column("due_kind", sa.String(length=64), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("due_within", sa.Text(), nullable=False),
        sa.Column("due_text", sa.Text(), nullable=False),
        sa.Column("chief_owner", sa.Text(), nullable=False),
        sa.Column("chief_target_on", sa.Date(), nullable=True),
        sa.Column("answered_with", sa.Text(), nullable=True),
        sa.Column("closed_given", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_source", sa.Text(), nullable=False),
        sa.Column("to_answer", sa.Boolean(), nullable=False),
    )
    _part(
        "finding_sources",
        ("of_record", "of_finding", "position"),
        "findings",
        ("of_record", "id"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("page", sa.BigInteger(), nullable=True),
        sa.Column("record_id", sa.Text(), nullable=False),
    )


def _answers() -> None:
    """Answers and progress of findings."""
    _part(
        "finding_action",
        ("of_record", "of_finding", "position"),
        "findings",
        ("of_record", "id"),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
    )
    _part(
        "finding_updates",
        ("of_record", "of_finding", "position"),
        "findings",
        ("of_record", "id"),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("says", sa.String(length=64), nullable=True),
    )
    _part(
        "finding_target_history",
        ("of_record", "of_finding", "position"),
        "findings",
        ("of_record", "id"),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("was", sa.Date(), nullable=True),
        sa.Column("now", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
    )


def _texts() -> None:
    """Texts, their versions, and where the search has their words."""
    op.create_table(
        "texts",
        sa.Column("of_record", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("blank", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["of_record"], ["records.record_id"], name="fk_texts_records", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("of_record", "place", name="pk_texts"),
    )
    op.create_table(
        "text_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("of_record", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("named_by", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["of_record"], ["records.record_id"], name="fk_text_versions_records", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_text_versions"),
    )
    op.create_index("ix_text_versions_of_record_place_taken_at", "text_versions", ["of_record", "place", "taken_at"], unique=False)
    op.create_table(
        "search_places",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("of_record", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.UniqueConstraint("of_record", "place", name="uq_search_places_of_record_place"),
        sa.ForeignKeyConstraint(["of_record"], ["records.record_id"], name="fk_search_places_records", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_search_places"),
    )
