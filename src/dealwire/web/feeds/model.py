"""A feed, whatever it is written as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from markupsafe import Markup

NEWEST = 50
"""Entries of a feed: the newest."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was last updated."""

_NAMESPACE = UUID("6a1f0a52-6df5-4bc2-8a3d-0d0d7f6a9f51")
"""Of our identifiers, drawn once."""


def urn(*name: str) -> str:
    """Return what names a thing for ever, wherever it is served from: a UUID (RFC 9562, version 5) of its own id."""
    return uuid5(_NAMESPACE, "\x1f".join(name)).urn


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. `id` never changes, `updated` does with every change; `path` is its page here, `source` who told it."""

    id: str
    path: str
    title: str
    updated: datetime
    summary: str
    content: Markup
    published: datetime | None = None
    tags: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, its entries the last updated first. `page` shows the same to people; `origin` is where all of it lies."""

    id: str
    title: str
    subtitle: str
    origin: str
    page: str
    itself: str
    lang: str
    entries: Sequence[Entry]

    @property
    def updated(self) -> datetime:
        """When an entry was last updated."""
        return max((entry.updated for entry in self.entries), default=NEVER)
