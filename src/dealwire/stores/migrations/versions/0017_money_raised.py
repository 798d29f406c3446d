"""What organisations raised is summed from an index."""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    columns = ["organisation", "kind", "status", "round", "usd", "id"]
    op.create_index("deals_raised", "deals", columns, if_not_exists=True)
