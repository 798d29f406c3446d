"""What deals are listed by beside their fields: when they last changed, what is unsure, what is held back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; they are empty until a deal is derived anew."""
    op.add_column("deals", sa.Column("known_at", sa.Text()))
    op.add_column("deals", sa.Column("learned_at", sa.Text()))
    op.add_column("deals", sa.Column("unsure", sa.Boolean()))
    op.add_column("deals", sa.Column("draft", sa.Boolean()))
    op.create_index("deals_by_known", "deals", ["known_at"])
    op.create_index("deals_by_learned", "deals", ["learned_at"])
    op.add_column("deal_reports", sa.Column("once", sa.Text()))
    op.create_index("deal_reports_by_once", "deal_reports", ["once"])
