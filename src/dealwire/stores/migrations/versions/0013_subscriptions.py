"""Subscriptions of feeds at hubs that push them (WebSub)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "subscriptions",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("subscription", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("token"),
    )
    op.create_index("ix_subscriptions_source", "subscriptions", ["source"])
    op.create_index("ix_subscriptions_due", "subscriptions", ["due"])
