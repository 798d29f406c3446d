"""When each deal last changed, for those who keep a copy."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

LOG = """
    INSERT OR IGNORE INTO deal_log (deal, digest, gone, at)
    SELECT id, '', 0, coalesce(learned_at, known_at, '1970-01-01T00:00:00.000000+00:00')
    FROM deals WHERE draft IS NOT 1 ORDER BY coalesce(learned_at, known_at), id
"""
"""What is there now has changed once, when it was learnt."""


def upgrade() -> None:
    """Make the table, and log what there is."""
    op.create_table(
        "deal_log",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("deal"),
        sqlite_autoincrement=True,
        if_not_exists=True,
    )
    op.create_index("deal_log_by_time", "deal_log", ["at", "number"], if_not_exists=True)
    op.execute(sa.text(LOG))
