"""The tables of accounts, their sessions, failures to sign in, the log, and keys of programs: no facts, no views."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, UniqueConstraint

from dealwire.stores.columns import key, metadata, text, view
from dealwire.stores.types import Instant

accounts = Table(
    "accounts",
    metadata,
    key("key"),
    text("name"),
    text("role"),
    text("password"),
    Column("made_at", Instant, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    key("digest"),
    text("account", view("accounts.key"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
)

tries = Table(
    "tries",
    metadata,
    key("key"),
    Column("failures", Integer, nullable=False),
    Column("last", Instant, nullable=False, index=True),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    text("who"),
    text("action"),
    text("what"),
    text("address"),
)
"""The log of accounts; as with facts, nothing ever updates or deletes a row."""

api_keys = Table(
    "api_keys",
    metadata,
    key("id"),
    text("digest"),
    text("name"),
    Column("rate", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    UniqueConstraint("digest"),
)

ACCOUNTS = (accounts, sessions, tries, events, api_keys)
