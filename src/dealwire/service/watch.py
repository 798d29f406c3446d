"""Watching: visiting sources when they are due, fetching the pages that they lead to, and keeping what comes.

The plan lies in the store, so that it survives a kill; what happens here is only to look into it, fetch, and keep. All
writing is done by one worker at a time, a batch of whatever has come meanwhile at once.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlsplit

import anyio
from anyio import to_thread
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

from dealwire.core.intake import links, policy
from dealwire.errors import InputError, OutageError
from dealwire.model.fetching import FEED_TYPES, PAGE_TYPES, Answer, Ask, Failure, Outcome, Trouble
from dealwire.model.sources import Followup, Health, NewsSource, SourceKind
from dealwire.ports import Store, Web
from dealwire.service.intake import TRIES, Keeper, Kept, PageVisit, Visit

T = TypeVar("T")

AT_ONCE = 64
"""Visits under way at the most."""

A_HOST = 4
"""Visits to one host that are under way, most of them waiting for their turn."""

BATCH = 20
"""Visits that are kept at a time at the most: few enough to stop within seconds, mostly."""

LEAST = 2 * AT_ONCE
FURTHEST_LOOK = 64 * LEAST
"""Due sources, and due pages, that are looked at a time: more while those that are due longest wait for their hosts."""

LOOK = 1.0
"""Seconds between two looks at what is due."""

FURTHER = 10
"""Sitemaps of an index that are read at a visit."""


GRACE = 4.0
"""Seconds that are left, once told to stop, to keep what has come."""

AWAY = 2.0
LONGEST_AWAY = 60.0
"""Seconds until a store that is away, locked or full is tried again; doubled each time."""


@dataclass(slots=True)
class Pulse:
    """What watching did since it began, for whoever shows it."""

    visits: int = 0
    pushes: int = 0
    failures: int = 0
    pages: int = 0
    lost: int = 0
    articles: int = 0
    deals: int = 0
    rejected: int = 0
    under_way: int = 0
    waiting: int = 0
    kept_at: datetime | None = None
    outage: str | None = None
    healths: dict[str, Health] = field(default_factory=dict)


class Watch:
    """Watches the sources of a store until it is told to stop.

    Args:
        store: whose sources, and where to.
        keeper: keeps what comes.
        web: fetches.
        clock: tells the present (UTC).
        pulse: what was done is counted in it.
        tell: is told what was kept, each time; it must not wait.
        trouble: is told when the store is away; watching goes on when it is back.
    """

    def __init__(
        self,
        store: Store,
        keeper: Keeper,
        web: Web,
        clock: Callable[[], datetime],
        pulse: Pulse,
        tell: Callable[[Kept], None] = lambda _: None,
        trouble: Callable[[OutageError], None] = lambda _: None,
    ) -> None:
        self._store = store
        self._keeper = keeper
        self._web = web
        self._clock = clock
        self._tell = tell
        self._trouble = trouble
        self._busy: set[str] = set()
        self._hosts: Counter[str] = Counter()
        self._reach = LEAST
        self._writer = anyio.CapacityLimiter(1)
        self._came: MemoryObjectSendStream[Visit | PageVisit] | None = None
        self._pushed: dict[int, anyio.Event] = {}
        self.pulse = pulse

    async def run(self, stop: anyio.Event, *, once: bool = False) -> None:
        """Watch until `stop` is set, or with `once` until nothing is due.

        What has come by then is kept, for which there are `GRACE` seconds; what has not is fetched another time.
        """
        came, comes = anyio.create_memory_object_stream[Visit | PageVisit](AT_ONCE)
        self._came = came
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._keep_all, comes)
            async with came, anyio.create_task_group() as visits:
                visits.start_soon(self._stop_when, stop, visits.cancel_scope)
                await self._look(visits, came, stop, once=once)
                visits.cancel_scope.cancel()
            tasks.cancel_scope.deadline = anyio.current_time() + GRACE

    async def take(self, source: NewsSource, health: Health, answer: Answer, token: str) -> bool:
        """Keep what a hub pushed; tell whether it is durable, which it is not where watching ends."""
        if self._came is None:
            return False
        visit = Visit(source, health, answer, pushed=token)
        kept = self._pushed[id(visit)] = anyio.Event()
        try:
            await self._came.send(visit)
            await kept.wait()
        except (anyio.ClosedResourceError, anyio.BrokenResourceError):
            return False
        finally:
            del self._pushed[id(visit)]
        return True

    async def _stop_when(self, stop: anyio.Event, scope: anyio.CancelScope) -> None:
        await stop.wait()
        scope.cancel()

    # --- what is due

    async def _look(
        self,
        tasks: anyio.abc.TaskGroup,
        came: MemoryObjectSendStream[Visit | PageVisit],
        stop: anyio.Event,
        *,
        once: bool,
    ) -> None:
        while not stop.is_set():
            sources, pages = await self.in_store(self._due)
            for source, health in sources:
                if self._begin(f"source {source.name}", health.url):
                    tasks.start_soon(self._visit, source, health, came)
            for page in pages:
                if self._begin(page.url, page.url):
                    tasks.start_soon(self._visit_page, page, came)
            # A hundred feeds of one slow host must not keep the others waiting.
            starving = len(self._busy) < AT_ONCE and self._reach in {len(sources), len(pages)}
            self._reach = min(2 * self._reach, FURTHEST_LOOK) if starving else max(self._reach // 2, LEAST)
            if once and not sources and not pages and not self._busy:
                return
            await anyio.sleep(0.05 if once else LOOK)

    def _due(self) -> tuple[list[tuple[NewsSource, Health]], list[Followup]]:
        now = self._clock()
        horizon = now + policy.FURTHEST
        pages = self._store.due_followups(now, now + timedelta(days=60), self._reach)
        if given_up := [page.url for page in pages if page.tries >= TRIES]:
            self._store.drop_followups(given_up)  # only then: each second, no one else should wait for a writer
        self.pulse.waiting = self._store.waiting_followups(TRIES)
        due = self._store.due_news_sources(now, horizon, self._reach)
        return due, [page for page in pages if page.tries < TRIES]

    def _begin(self, name: str, url: str) -> bool:
        """Take a visit on, unless it is under way, or enough are."""
        host = _host(url)
        if name in self._busy or len(self._busy) >= AT_ONCE or self._hosts[host] >= A_HOST:
            return False
        self._busy.add(name)
        self._hosts[host] += 1
        self.pulse.under_way = len(self._busy)
        return True

    def _end(self, name: str, url: str) -> None:
        host = _host(url)
        self._busy.discard(name)
        self._hosts[host] -= 1
        if not self._hosts[host]:
            del self._hosts[host]
        self.pulse.under_way = len(self._busy)

    # --- visits

    async def _visit(self, source: NewsSource, health: Health, came: MemoryObjectSendStream[Visit | PageVisit]) -> None:
        try:
            visit = await visited(self._web, source, health)
        except Exception as error:  # noqa: BLE001 - whatever one server made of us, the others are watched on
            visit = Visit(source, health, _bug(error))
        await came.send(visit)

    async def _visit_page(self, page: Followup, came: MemoryObjectSendStream[Visit | PageVisit]) -> None:
        try:
            outcome: Outcome = await self._web.fetch(Ask(page.url, accept=PAGE_TYPES))
        except Exception as error:  # noqa: BLE001 - as above
            outcome = _bug(error)
        await came.send(PageVisit(page, outcome))

    # --- keeping

    async def _keep_all(self, comes: MemoryObjectReceiveStream[Visit | PageVisit]) -> None:
        async with comes:
            async for first in comes:
                batch = [first]
                while len(batch) < BATCH:
                    try:
                        batch.append(comes.receive_nowait())
                    except (anyio.WouldBlock, anyio.EndOfStream):
                        break
                await self._keep_safely(batch)

    async def _keep_safely(self, batch: list[Visit | PageVisit]) -> None:
        """Keep a batch; where we fail on it, one by one, and of the one on which we fail that it failed."""
        try:
            await self._keep(batch)
        except Exception as error:
            if len(batch) == 1 and _failed(batch[0]):
                raise
            few = [replace(batch[0], outcome=_bug(error))] if len(batch) == 1 else batch
            for one in few:
                await self._keep_safely([one])

    async def _keep(self, batch: list[Visit | PageVisit]) -> None:
        visits = [one for one in batch if isinstance(one, Visit)]
        pages = [one for one in batch if isinstance(one, PageVisit)]
        now = self._clock()
        kept = await self.in_store(lambda: self._keeper.keep(visits, pages, now))
        for visit in visits:
            if visit.pushed:
                if (waiting := self._pushed.get(id(visit))) is not None:
                    waiting.set()
                continue
            self._end(f"source {visit.source.name}", visit.health.url)
        for page in pages:
            self._end(page.followup.url, page.followup.url)
        pushes = sum(visit.pushed is not None for visit in visits)
        self._count(kept, len(visits), len(pages), pushes, now)
        self._tell(kept)

    def _count(self, kept: Kept, visits: int, pages: int, pushes: int, now: datetime) -> None:
        pulse, counts = self.pulse, kept.counts
        pulse.pushes += pushes
        pulse.visits += visits - pushes
        pulse.pages += pages
        pulse.failures += sum(health.failures > 0 for health in kept.sources)
        pulse.lost += len(kept.lost)
        pulse.articles += counts.new
        pulse.deals += counts.deals
        pulse.rejected += len(counts.rejected)
        pulse.kept_at = now
        pulse.healths.update({health.source: health for health in kept.sources})

    async def in_store(self, work: Callable[[], T]) -> T:
        """Do a piece of work on the store, in a thread and one at a time; wait where the store is away or full."""
        wait = AWAY
        while True:
            try:
                with anyio.CancelScope(shield=True):
                    result = await to_thread.run_sync(work, limiter=self._writer)
            except OutageError as error:
                self.pulse.outage = str(error)
                self._trouble(error)
                await anyio.sleep(wait)
                wait = min(2 * wait, LONGEST_AWAY)
            else:
                self.pulse.outage = None
                return result


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:  # a feed may link anything; fetching says what is wrong with it
        return ""


def _bug(error: Exception) -> Failure:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return Failure(Trouble.BUG, f"a bug of ours: {error!r} in {where.name}, line {where.lineno}")


def _failed(one: Visit | PageVisit) -> bool:
    return isinstance(one.outcome, Failure) and one.outcome.trouble is Trouble.BUG


async def visited(web: Web, source: NewsSource, health: Health) -> Visit:
    """Visit a source: its feed, its listing, its sitemap with those that an index lists; files are read when kept."""
    if source.kind is SourceKind.FILES:
        return Visit(source, health, Answer(health.url, HTTPStatus.OK))
    accept = FEED_TYPES if source.kind is SourceKind.FEED else PAGE_TYPES
    outcome = await web.fetch(Ask(health.url, accept, health.etag, health.modified))
    if source.kind is SourceKind.SITEMAP and isinstance(outcome, Answer) and outcome.status == HTTPStatus.OK:
        return Visit(source, health, outcome, await _further(web, outcome))
    return Visit(source, health, outcome)


async def _further(web: Web, index: Answer) -> tuple[Answer, ...]:
    """Fetch the sitemaps that an index lists, those changed last first."""
    try:
        listed = links.sitemap(index.body).sitemaps
    except InputError:
        return ()
    newest = sorted(listed, key=lambda link: link.at.timestamp() if link.at else 0.0, reverse=True)[:FURTHER]
    outcomes = [await web.fetch(Ask(link.url)) for link in newest]
    return tuple(one for one in outcomes if isinstance(one, Answer) and one.status == HTTPStatus.OK)
