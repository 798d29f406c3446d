"""Sources of news as they are declared, and how they fare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceKind(StrEnum):
    """What lies at a source's address."""

    FEED = "feed"
    SITEMAP = "sitemap"
    PAGE = "page"
    """A page that lists articles; `selector` says which of its links lead to them."""
    FILES = "files"
    """A folder or an archive on this machine."""


class Follow(StrEnum):
    """Which entries that only summarise their page are followed to it."""

    DEALS = "deals"
    """Those that may tell a deal."""
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NewsSource:
    """A source of news: its name, its address or path, and how to read it.

    `every` is a fixed number of minutes between visits, in place of the pace that its news sets. `selector` is a CSS
    selector of links, of a page.
    """

    name: str
    url: str
    kind: SourceKind = SourceKind.FEED
    selector: str | None = None
    follow: Follow = Follow.DEALS
    every: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """How a source fares. Times are UTC.

    `due` is when it is next visited, `pace` the seconds between visits that its news suggests. `url` is where it
    answers now, after permanent moves. `failures` counts those in a row, `trouble` says what the last one was.
    `retired` says why it is visited no more. `etag`, `modified` and `digest` are those of what it last sent. `items`
    counts the articles that it brought since `since`, `deals` those of them that tell deals.
    """

    source: str
    url: str
    due: datetime
    since: datetime
    pace: float
    visits: int = 0
    tried: datetime | None = None
    succeeded: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    trouble: str | None = None
    retired: str | None = None
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    items: int = 0
    deals: int = 0


@dataclass(frozen=True, slots=True)
class Followup:
    """A page that is still to be fetched: where it was linked from, how often it was tried, when it is due."""

    url: str
    source: str
    due: datetime
    tries: int = 0
