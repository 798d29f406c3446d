"""Documents can be read again: which reader read each is known, and what it made of them may be replaced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

FACT = ("digest", "media_type", "origin", "url", "fetched_at", "body")
"""The columns of a document that stay as they are."""


def upgrade() -> None:
    """Note of every document that a reader of no known version read it; let go of the guards of sightings."""
    if "reader" not in {column["name"] for column in sa.inspect(op.get_bind()).get_columns("documents")}:
        op.add_column("documents", sa.Column("reader", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.create_index("documents_by_reader", "documents", ["reader", "fetched_at", "digest"], if_not_exists=True)
    if op.get_bind().dialect.name == "sqlite":
        for trigger in ("documents_no_update", "sightings_no_update", "sightings_no_delete"):
            op.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        op.execute(
            f"CREATE TRIGGER documents_no_update BEFORE UPDATE OF {', '.join(FACT)} ON documents "
            "BEGIN SELECT RAISE(ABORT, 'facts are only ever added to'); END"
        )
