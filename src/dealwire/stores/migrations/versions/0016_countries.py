"""Of which country a company is, where articles tell it: what each tells, and the deals by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

LISTED = ("kind", "round", "status", "currency", "background", "disputed")


def upgrade() -> None:
    """Make the table and the column, empty: they fill as articles are read again."""
    op.create_table(
        "organisation_countries",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "country", "article"),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_index("organisation_countries_by_article", "organisation_countries", ["article"], if_not_exists=True)
    if "country" not in {column["name"] for column in sa.inspect(op.get_bind()).get_columns("deals")}:
        op.add_column("deals", sa.Column("country", sa.Text()))
    op.create_index(
        "deals_by_country",
        "deals",
        ["country", sa.text("announced_on DESC"), "id", "usd", *LISTED],
        sqlite_where=sa.text("country IS NOT NULL"),
        if_not_exists=True,
    )
