"""Countries of the deals of some days, or of an amount, are counted from the index that finds them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

LISTED = ["kind", "round", "status", "currency", "background", "disputed", "country"]


def upgrade() -> None:
    """Make both indexes anew, with the country."""
    op.drop_index("deals_by_date", "deals")
    op.create_index("deals_by_date", "deals", [sa.text("announced_on DESC"), "id", "usd", *LISTED])
    op.drop_index("deals_by_usd", "deals")
    op.create_index("deals_by_usd", "deals", [sa.text("usd DESC"), "id", "announced_on", *LISTED])
