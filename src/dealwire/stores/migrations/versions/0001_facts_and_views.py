"""The facts and the views as they first were."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FACTS = ("documents", "contents", "sightings", "claims", "judgements", "rejected")

SQLITE_SEARCH = (
    """
    CREATE VIEW search_content AS
    SELECT
        entries.id AS id,
        spaced(entries.title) AS title,
        spaced(coalesce(entries.text, substr(contents.content, length(entries.title) + 2))) AS text
    FROM entries LEFT JOIN contents ON contents.version = entries.version
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5 (
        title, text, content = 'search_content', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    # A batch of 500 articles becomes one segment of the index, and eight of a size become one of the next.
    "INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)",
    "INSERT INTO search (search, rank) VALUES ('automerge', 8)",
)


def upgrade() -> None:
    """Make the tables; on SQLite also the full-text index, and the guards that keep facts as they are."""
    _create_tables()
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE_SEARCH:
            op.execute(statement)
        for table in FACTS:
            for change in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'facts are only ever added to'); END"
                )


def _create_tables() -> None:
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("band", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contents",
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version"),
    )
    op.create_table(
        "deals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("announced_on", sa.Date(), nullable=True),
        sa.Column("usd", sa.Float(), nullable=True),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_deals_organisation"), "deals", ["organisation"])
    op.create_table(
        "documents",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("fetched_at", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("version", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("what", "ref"),
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "mentions",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
    )
    op.create_index("mentions_by_article", "mentions", ["article", "key"])
    op.create_index("mentions_by_key", "mentions", ["key", "written", "article"])
    op.create_index("mentions_by_report", "mentions", ["report", "role", "key"])
    op.create_table(
        "name_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("block", "key"),
        sqlite_with_rowid=False,
    )
    op.create_index("name_blocks_by_key", "name_blocks", ["key"])
    op.create_table(
        "name_links",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "rule"),
    )
    op.create_index("name_links_by_b", "name_links", ["b"])
    op.create_table(
        "names", sa.Column("key", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("key"), sqlite_with_rowid=False
    )
    op.create_table(
        "organisations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "pairs",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("pair", sa.Text(), nullable=False),
    )
    op.create_index(op.f("ix_pairs_a"), "pairs", ["a"])
    op.create_index(op.f("ix_pairs_article"), "pairs", ["article"])
    op.create_index(op.f("ix_pairs_b"), "pairs", ["b"])
    op.create_table(
        "rejected",
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("stage", "id"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_reports_article"), "reports", ["article"])
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "signatures",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("bands", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("article"),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("heat", sa.Float(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "story_links",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "rule", "via"),
    )
    op.create_index("story_links_by_b", "story_links", ["b"])
    op.create_index("story_links_by_via", "story_links", ["via"])
    op.create_table(
        "claims",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("extractor_version", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("end", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("extractor", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["contents.version"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("article", "extractor_version", "subject", "field", "start", "end", "extractor"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "deal_articles",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "deal"),
    )
    op.create_index("deal_articles_by_deal", "deal_articles", ["deal"])
    op.create_table(
        "deal_parties",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "role", "deal"),
    )
    op.create_index("deal_parties_by_deal", "deal_parties", ["deal"])
    op.create_table(
        "deal_reports",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index(op.f("ix_deal_reports_deal"), "deal_reports", ["deal"])
    op.create_table(
        "organisation_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_organisation_keys_organisation"), "organisation_keys", ["organisation"])
    op.create_table(
        "sightings",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("provider_name", sa.Text(), nullable=True),
        sa.Column("provider_domain", sa.Text(), nullable=True),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("quality", sa.Integer(), nullable=False),
        sa.Column("heat", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.digest"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["version"], ["contents.version"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("document", "part"),
    )
    op.create_index("sightings_by_key", "sightings", ["key", "version"])
    op.create_index("sightings_by_record", "sightings", ["record"])
    op.create_index("sightings_by_ref", "sightings", ["ref"])
    op.create_index("sightings_by_url", "sightings", ["url"])
    op.create_table(
        "story_articles",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article"),
    )
    op.create_index(op.f("ix_story_articles_story"), "story_articles", ["story"])
