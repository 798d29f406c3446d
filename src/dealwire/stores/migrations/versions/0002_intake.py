"""Sources of news, pages to be fetched, and which articles are only summaries of their page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and let a sighting say that it is an excerpt; none so far is known to be one."""
    op.create_table(
        "news_sources",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("health", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index(op.f("ix_news_sources_due"), "news_sources", ["due"])
    op.create_table(
        "followups",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("url"),
    )
    op.create_index(op.f("ix_followups_due"), "followups", ["due"])
    op.create_index(op.f("ix_followups_source"), "followups", ["source"])
    op.add_column("sightings", sa.Column("excerpt", sa.Boolean(), server_default=sa.false(), nullable=False))
