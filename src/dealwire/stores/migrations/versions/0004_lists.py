"""What pages list and count is read from indexes; deals also by the currency of their amount."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

LISTED = ("kind", "round", "status", "currency", "background", "disputed")


def upgrade() -> None:
    """Add the column, empty until a deal is derived anew, and the indexes."""
    op.add_column("deals", sa.Column("currency", sa.Text()))
    op.create_index("deals_by_date", "deals", [sa.text("announced_on DESC"), "id", "usd", *LISTED])
    op.create_index("deals_by_usd", "deals", [sa.text("usd DESC"), "id", "announced_on", *LISTED])
    op.create_index("sightings_of_drafts", "sightings", ["draft"], sqlite_where=sa.text("draft = 1"))
    op.create_index("stories_by_heat", "stories", [sa.text("heat DESC"), "id"])
