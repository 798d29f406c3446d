"""Names are found by any part of theirs, a party's deals by date, and judgements by what they are about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

DATED = """
    UPDATE deal_parties SET announced_on = (SELECT deals.announced_on FROM deals WHERE deals.id = deal_parties.deal)
"""
NAMES = "INSERT OR IGNORE INTO listed_names (key) SELECT key FROM deal_parties UNION SELECT key FROM organisation_keys"
SQLITE_PARTS = (
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS search_names USING fts5 (
        key, content = 'listed_names', content_rowid = 'id', tokenize = 'trigram'
    )
    """,
    "INSERT INTO search_names (search_names) VALUES ('rebuild')",
)


def upgrade() -> None:
    """Date the parties of deals, and list the names that there are."""
    if "announced_on" not in {column["name"] for column in sa.inspect(op.get_bind()).get_columns("deal_parties")}:
        op.add_column("deal_parties", sa.Column("announced_on", sa.Date()))
    op.execute(DATED)
    by_date: list[str | sa.TextClause] = ["key", sa.text("announced_on DESC"), "deal", "role"]
    op.create_index("deal_parties_by_date", "deal_parties", by_date, if_not_exists=True)
    op.create_index("judgements_by_about", "judgements", ["about"], if_not_exists=True)
    op.create_table(
        "listed_names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
        if_not_exists=True,
    )
    op.execute(NAMES)
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE_PARTS:
            op.execute(statement)
