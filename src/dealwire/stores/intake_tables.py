"""The tables of intake: what is watched, what is still to be fetched, cached pictures; no facts, no views."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table, Text

from dealwire.model.sources import Health, NewsSource
from dealwire.model.websub import Subscription
from dealwire.stores.columns import key, metadata, text
from dealwire.stores.types import Instant, Packed

news_sources = Table(
    "news_sources",
    metadata,
    key("name"),
    Column("due", Instant, nullable=False, index=True),
    Column("retired", Boolean, nullable=False),
    Column("source", Packed(NewsSource), nullable=False),
    Column("health", Packed(Health), nullable=False),
)

followups = Table(
    "followups",
    metadata,
    key("url"),
    text("source", index=True),
    Column("due", Instant, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
)
"""Pages that are still to be fetched."""

subscriptions = Table(
    "subscriptions",
    metadata,
    key("token"),
    text("source", index=True),
    Column("due", Instant, nullable=False, index=True),
    Column("subscription", Packed(Subscription), nullable=False),
)

pictures = Table(
    "pictures",
    metadata,
    key("digest"),
    text("media_type"),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary, nullable=False),
)

picture_addresses = Table(
    "picture_addresses",
    metadata,
    key("url"),
    Column("fetched_at", Instant, nullable=False),
    Column("digest", Text),
    Column("width", Integer),
    Column("height", Integer),
    Column("problem", Text),
)
"""What was had from a picture's address."""

INTAKE = (news_sources, followups, subscriptions, pictures, picture_addresses)
