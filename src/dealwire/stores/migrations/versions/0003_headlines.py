"""Headlines of one event: where each lies, and which are nearest to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, empty: `rebuild` fills them for the articles that the store has."""
    op.create_table(
        "headlines",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("companies", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("article"),
    )
    op.create_table(
        "headline_buckets",
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "nearest_headlines",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("near", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("number", "near"),
        sqlite_with_rowid=False,
    )
    op.create_index("nearest_headlines_by_near", "nearest_headlines", ["near"])
