"""Topics of articles by day, and when stories were first and last told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of topics, empty, and the stories anew: `rebuild` fills both."""
    op.create_table(
        "article_topics",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "day", "article"),
        sqlite_with_rowid=False,
    )
    op.create_index("article_topics_by_article", "article_topics", ["article"])
    op.execute("DELETE FROM story_articles")
    op.drop_table("stories")
    op.create_table(
        "stories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("heat", sa.Float(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("stories_by_last", "stories", ["last", "first"])
    op.create_index("stories_by_heat", "stories", [sa.text("heat DESC"), "id"])
