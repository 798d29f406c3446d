"""The tables of what articles are about: a view, and what is counted of it."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, Table

from dealwire.stores.columns import key, metadata

article_topics = Table(
    "article_topics",
    metadata,
    key("topic"),
    Column("day", Date, primary_key=True, nullable=False),
    key("article"),
    Index("article_topics_by_article", "article"),
    sqlite_with_rowid=False,
)
"""What each article is about, and when; the topic "" is every article's."""

topic_days = Table(
    "topic_days",
    metadata,
    key("given"),
    Column("day", Date, primary_key=True, nullable=False),
    key("topic"),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many articles of a day with one topic (`given`) have another: counted as articles come, not when one asks."""
