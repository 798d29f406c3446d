"""A store that watches a local server, with a clock that tests set."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import monotonic

import anyio
from sqlalchemy import event

from dealwire.app import files, knowledge
from dealwire.core.intake import policy
from dealwire.errors import OutageError
from dealwire.model.sources import Follow, Health, NewsSource, SourceKind
from dealwire.ports import Store
from dealwire.service.intake import Keeper, Kept
from dealwire.service.watch import Pulse, Watch
from dealwire.sources.file_types import sniffed
from dealwire.sources.web.fetch import Bounds, Fetcher
from dealwire.sources.web.polite import Guest
from dealwire.stores import open_store
from dealwire.stores.sql import SqlStore

START = datetime(2026, 3, 20, 12, tzinfo=UTC)
BOUNDS = Bounds(connect=2, read=1, whole=3, packed=2 << 20, body=4 << 20)

LONG = (
    "Larkspur Robotics has raised $8.5 million in a seed round led by Bluebarn Ventures, the company said on Tuesday. "
    "It builds arms that sort parcels, and counts three carriers among its customers. The money will pay for a second "
    "workshop and for engineers. Ruth Okafor, who founded two companies before, joins the board as part of the deal."
)

SHORT = "Larkspur Robotics has raised $8.5 million …"


@dataclass
class Desk:
    """A newsroom's desk: a store, a clock, and `work`, which watches until nothing is due."""

    path: Path
    now: datetime = START
    kept: list[Kept] = field(default_factory=list)
    outages: list[OutageError] = field(default_factory=list)
    full: bool = False

    def __post_init__(self) -> None:
        self.store: Store = open_store(str(self.path))

    def reopen(self, busy_seconds: float) -> None:
        """Open the store anew, so that it waits no longer for another writer."""
        self.store.close()
        self.store = open_store(str(self.path), busy_seconds)

    def fill_disk(self) -> None:
        """Let the store grow no more: a limit on its size stands in for the end of the disk."""
        assert isinstance(self.store, SqlStore)
        self.full = True

        def limit(_connection: object, cursor: sqlite3.Cursor, statement: str, *_: object) -> None:
            if statement.startswith("BEGIN"):
                cursor.execute(f"PRAGMA max_page_count = {1 if self.full else 2**30}")

        event.listen(self.store._db._engine, "before_cursor_execute", limit)  # noqa: SLF001

    def free_disk(self) -> None:
        """Let the store grow again."""
        self.full = False

    def watch(self, url: str, name: str = "local", kind: SourceKind = SourceKind.FEED, **how: object) -> None:
        """Watch a source from now on."""
        source = NewsSource(name, url, kind, **how)  # type: ignore[arg-type]
        self.store.put_news_source(source, policy.fresh(source, self.now))

    def work(self, stop_after: float = 30) -> Pulse:
        """Do all that is due."""

        async def go() -> Pulse:
            stop = anyio.Event()
            async with Fetcher("dealwire/test", loopback=True, bounds=BOUNDS, clock=lambda: self.now) as fetcher:
                keeper = Keeper(self.store, knowledge("none"), sniffed, lambda path: files([path], lambda: self.now))
                guest = Guest(fetcher, "dealwire", monotonic, pause=0)
                watch = Watch(
                    self.store, keeper, guest, lambda: self.now, Pulse(), self.kept.append, self.outages.append
                )
                with anyio.move_on_after(stop_after):
                    await watch.run(stop, once=True)
                return watch.pulse

        return anyio.run(go)

    def clock(self) -> datetime:
        """Tell the time."""
        return self.now

    def health(self, name: str = "local") -> Health:
        """Return how a source fares."""
        found = self.store.news_source(name)
        assert found
        return found[1]

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    def titles(self) -> list[str]:
        """Return the titles of all articles, sorted."""
        return sorted(article.title for article in self.store.scan_articles())


def item(title: str, link: str, text: str = "", *, guid: str = "", at: datetime = START) -> str:
    """Return an RSS item."""
    identity = f"<guid>{guid}</guid>" if guid else ""
    return (
        f"<item><title>{title}</title><link>{link}</link>{identity}<pubDate>{format_datetime(at)}</pubDate>"
        f"<description>{text}</description></item>"
    )


def rss(*items: str) -> str:
    """Return an RSS feed."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Local</title>{"".join(items)}</channel></rss>'


def page(title: str, *paragraphs: str) -> str:
    """Return a page with an article."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    return (
        f'<!doctype html><html lang="en"><head>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{text}</article></body></html>"
    )


__all__ = ["START", "Desk", "Follow", "SourceKind", "item", "page", "rss"]
