"""How many articles use each form of a name is counted as they come, and not when one asks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the counts, and count what is there."""
    op.create_table(
        "name_forms",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "written"),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.execute("DELETE FROM name_forms")
    op.execute(
        "INSERT INTO name_forms SELECT key, written, count(DISTINCT article) FROM mentions GROUP BY key, written"
    )
