"""Entries of each sort have ids in a range of their own, by which the index finds them apart."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

RANGE = 1 << 40


def upgrade() -> None:
    """Move what is there, then index it anew."""
    for n, what in ((1, "deal"), (2, "organisation")):
        op.execute(f"UPDATE entries SET id = id + {n * RANGE} WHERE what = '{what}' AND id <= {RANGE}")  # noqa: S608 - ours
    if op.get_bind().dialect.name == "sqlite":
        op.execute("INSERT INTO search (search) VALUES ('rebuild')")
