"""What stories need to know of articles, so that no text is read to put one together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty: it fills as stories are put together anew."""
    op.create_table(
        "tellings",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("telling", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article"),
        if_not_exists=True,
    )
