"""Home counts the answers that are begun: a number beside that of the answered findings, filled with the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the number; the default is for the rows that are there, and no part of the schema."""
    with op.batch_alter_table("records", recreate="always") as table:
        table.add_column(sa.Column("in_draft_count", sa.Integer(), nullable=False, server_default="0"), insert_after="answered_count")
    with op.batch_alter_table("records", recreate="always") as table:
        table.alter_column("in_draft_count", existing_type=sa.Integer(), existing_nullable=False, server_default=None)
