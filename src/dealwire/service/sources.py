"""Sources of news: declared, looked at before they are watched, listed with how they fare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from http import HTTPStatus
from importlib import resources

from dealwire.core.extract import gate
from dealwire.core.intake import declared, links, policy, websub
from dealwire.core.intake.links import Link
from dealwire.core.read import HTML, XML, read
from dealwire.core.read.encoding import declared as charset
from dealwire.errors import InputError, UsageError
from dealwire.model import Document
from dealwire.model.fetching import Answer, Ask, Failure
from dealwire.model.sources import Health, NewsSource, SourceKind
from dealwire.model.websub import Stand, Subscription
from dealwire.ports import Store, Web
from dealwire.service.intake import FEEDS, Sniff

SHOWN = 10
"""Entries that a check shows."""

TRIED = 5
"""Feeds of a site that a check looks into."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What would come in: a title, an address, when it appeared, and whether it may tell a deal."""

    title: str
    url: str | None
    published: datetime | None
    relevant: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What lies at an address: a feed with its first entries and how many it has, or the feeds that a site offers.

    `trouble` says why there is neither.
    """

    url: str
    feed: bool = False
    entries: tuple[Entry, ...] = ()
    count: int = 0
    offers: tuple[Link, ...] = ()
    trouble: str | None = None


def add(store: Store, sources: Iterable[NewsSource], now: datetime) -> tuple[list[NewsSource], list[NewsSource]]:
    """Watch sources from now on. Return those added or changed, and those that were watched already, by any name.

    One whose declaration changed keeps its health, unless it lies elsewhere now.
    """
    added, kept = [], []
    with store.transaction():
        watched = {_place(source) for source, _ in store.news_sources()}
        for source in sources:
            held = store.news_source(declared.checked(source).name)
            if held[0] == source if held else _place(source) in watched:
                kept.append(source)
                continue
            moved = held is None or held[0].url != source.url
            health = policy.fresh(source, now) if held is None or moved else replace(held[1], due=now)
            store.put_news_source(source, health)
            added.append(source)
    return added, kept


def _place(source: NewsSource) -> tuple[str, str | None]:
    return source.url, source.selector


def remove(store: Store, name: str, now: datetime) -> str:
    """Watch a source no more, and return its name; raises `UsageError` where it isn't watched."""
    source, _ = named(store, name)
    with store.transaction():
        for one in store.subscriptions_of([source.name]):  # whoever watches next tells the hubs
            store.put_subscription(websub.leaving(one, now))
        store.drop_news_source(source.name)
    return source.name


def named(store: Store, name: str) -> tuple[NewsSource, Health]:
    """Return a source by its name or address; raises `UsageError` where there is none."""
    if found := store.news_source(name):
        return found
    for source, health in store.news_sources():
        if name in {source.url, health.url}:
            return source, health
    raise UsageError(f"no source is called {name}: `dealwire source list` shows those that are watched")


def starter() -> list[NewsSource]:
    """Return public feeds about funding and AI in English and Chinese, for a beginning."""
    text = (resources.files("dealwire.data") / "starter.toml").read_text(encoding="utf-8")
    return declared.from_toml(text, "starter.toml")


def imported(store: Store, body: bytes, where: str, now: datetime) -> list[NewsSource]:
    """Read sources from a file: OPML or TOML; raises `UsageError` where it is neither.

    Feeds of OPML that are watched already come as they are declared, of which OPML knows but the address.
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        try:
            listed = declared.from_opml(Document(sha256(body).hexdigest(), body, XML, where, now))
        except InputError as error:
            raise UsageError(f"{where}: {error}") from error
        watched = {source.url: source for source, _ in store.news_sources() if source.kind is SourceKind.FEED}
        return [watched.get(source.url, source) for source in listed]
    try:
        return declared.from_toml(body.decode("utf-8-sig"), where)
    except UnicodeDecodeError as error:
        raise UsageError(f"{where}: neither OPML nor TOML in UTF-8") from error


async def check(web: Web, url: str, sniff: Sniff, now: datetime) -> Checked:
    """Fetch an address once and say what would come in: a feed's entries, or those of the first feed of a site."""
    found = await _look(web, url, sniff, now)
    if found.feed or not found.offers:
        return found
    for link in found.offers[:TRIED]:
        offered = await _look(web, link.url, sniff, now)
        if offered.feed:
            return replace(offered, offers=found.offers)
    return found


async def _look(web: Web, url: str, sniff: Sniff, now: datetime) -> Checked:
    outcome = await web.fetch(Ask(url))
    if isinstance(outcome, Failure):
        return Checked(url, trouble=outcome.reason)
    if outcome.status != HTTPStatus.OK:
        return Checked(url, trouble=f"status {outcome.status}")
    try:
        kind = sniff(outcome.body[:4096])
        if kind == HTML:
            offers = links.feeds(outcome.body, charset(outcome.body, outcome.media_type), outcome.url)
            trouble = None if offers else "a page that names no feed: watch its links with --selector"
            return Checked(outcome.url, offers=offers, trouble=trouble)
        return _as_feed(outcome, kind, now)
    except InputError as error:
        return Checked(outcome.url, trouble=str(error))


def _as_feed(answer: Answer, kind: str, now: datetime) -> Checked:
    if kind not in FEEDS:
        raise InputError("neither a feed nor a page")
    result = read(Document(sha256(answer.body).hexdigest(), answer.body, kind, answer.url, now, answer.url))
    if result.rejected and not result.articles:
        raise InputError(result.rejected[0].reason)
    entries = [Entry(a.title, a.address, a.published, gate.passes(a.content)) for a in result.articles[:SHOWN]]
    return Checked(answer.url, feed=True, entries=tuple(entries), count=len(result.articles))


def health_rows(store: Store, sources: Sequence[tuple[NewsSource, Health]], now: datetime) -> list[dict[str, object]]:
    """Return how sources fare, as plain rows: state, last success, failures in a row, next visit, items a day, hub."""
    held = store.subscriptions_of(source.name for source, _ in sources)
    hubs = {one.source: one for one in held if one.stand is not Stand.LEAVING}
    return [{**_row(source, health, now), **_hub(hubs.get(source.name), now)} for source, health in sources]


def _row(source: NewsSource, health: Health, now: datetime) -> dict[str, object]:
    days = max((now - health.since).total_seconds() / 86_400, 1.0)
    state = "retired" if health.retired else "failing" if health.failures else "well" if health.succeeded else "new"
    return {
        "name": source.name,
        "kind": str(source.kind),
        "url": health.url,
        "state": state,
        "succeeded": _told(health.succeeded),
        "failures": health.failures,
        "due": None if health.retired else _told(health.due),
        "items": health.items,
        "items_a_day": round(health.items / days, 2),
        "deal_share": round(health.deals / health.items, 3) if health.items else None,
        "trouble": health.retired or health.trouble,
    }


def _hub(one: Subscription | None, now: datetime) -> dict[str, object]:
    """Return how a source's subscription at a hub stands: asked for, denied, lapsed, subscribed, or indeed pushing."""
    if one is None:
        return {"hub": None, "push": None, "push_until": None, "push_trouble": None}
    stands = "lapsed" if one.stand is Stand.ACTIVE else "denied" if one.stand is Stand.DENIED else "asked"
    if one.holds(now):
        stands = "pushes" if one.delivers else "subscribed"
    return {"hub": one.hub, "push": stands, "push_until": _told(one.until), "push_trouble": one.trouble}


def _told(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
