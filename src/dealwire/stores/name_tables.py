"""The tables of names: views of who is mentioned where, in which form, and which names are linked and why."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, Table, Text

from dealwire.model import NamePair
from dealwire.stores.columns import key, metadata, text
from dealwire.stores.types import Packed

mentions = Table(
    "mentions",
    metadata,
    text("article"),
    text("written"),
    text("key"),
    Column("report", Text),
    Column("role", Text),
    Index("mentions_by_article", "article", "key"),
    Index("mentions_by_key", "key", "written", "article"),
    Index("mentions_by_report", "report", "role", "key"),
)

name_forms = Table(
    "name_forms",
    metadata,
    key("key"),
    key("written"),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many articles mention a name in each form: counted as they come, for the busiest have them by the thousand."""

pairs = Table(
    "pairs",
    metadata,
    text("article", index=True),
    text("a", index=True),
    text("b", index=True),
    Column("pair", Packed(NamePair), nullable=False),
)

names = Table("names", metadata, key("key"), sqlite_with_rowid=False)

name_blocks = Table("name_blocks", metadata, key("block"), key("key"), sqlite_with_rowid=False)
Index("name_blocks_by_key", name_blocks.c.key)

name_links = Table(
    "name_links",
    metadata,
    key("a"),
    key("b"),
    key("rule"),
    Column("score", Float, nullable=False),
    text("why"),
    Index("name_links_by_b", "b"),
)
