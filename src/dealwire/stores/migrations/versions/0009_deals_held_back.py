"""An index of the deals that are held back, so that leaving them out costs nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("deals_held_back", "deals", ["draft"], sqlite_where=sa.text("draft = 1"), if_not_exists=True)
