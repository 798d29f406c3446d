"""Topics are counted by day as articles come, and not when one asks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the counts, and count what is there."""
    op.create_table(
        "topic_days",
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("given", "day", "topic"),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.execute(
        "INSERT INTO topic_days SELECT of.topic, of.day, its.topic, count(*) "
        "FROM article_topics AS of JOIN article_topics AS its ON its.article = of.article GROUP BY 1, 2, 3"
    )
