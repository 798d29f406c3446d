"""Watching and checking as a door calls them: what they need is put together here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import anyio

from dealwire import app
from dealwire.core.intake import links
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.errors import OutageError, UsageError
from dealwire.model import Counts
from dealwire.model.fetching import Answer, Ask
from dealwire.ports import Store
from dealwire.service.intake import Keeper, Kept, Visit, together
from dealwire.service.sources import Checked, check, named
from dealwire.service.subscriptions import Subscriptions
from dealwire.service.watch import Pulse, Watch
from dealwire.service.websub import Callbacks, Hubs


@dataclass(frozen=True, slots=True)
class Manners:
    """How the web is asked: whom sites may write to, whether this machine's own may be asked, seconds between asks."""

    contact: str = ""
    loopback: bool = False
    pause: float = 1.0


async def watch(
    store: Store,
    knowledge: Knowledge,
    manners: Manners,
    clock: Callable[[], datetime],
    stop: anyio.Event,
    pulse: Pulse,
    *,
    once: bool = False,
    tell: Callable[[Kept], None] = lambda _: None,
    trouble: Callable[[OutageError], None] = lambda _: None,
    callbacks: Callbacks | None = None,
) -> None:
    """Watch the sources of a store until `stop` is set, or with `once` until nothing is due; see `Watch`.

    With `callbacks`, hubs that feeds name are subscribed to.
    """
    keeper = Keeper(
        store, knowledge, app.sniff, lambda path: app.files([path], clock), Subscriptions(store) if callbacks else None
    )
    async with app.fetcher(manners.contact, loopback=manners.loopback) as fetcher, anyio.create_task_group() as tasks:
        guest = app.guest(fetcher, manners.pause)
        watching = Watch(store, keeper, guest, clock, pulse, tell, trouble)
        if callbacks:
            hubs = Hubs(store, guest, callbacks, clock, watching.in_store, watching.take)
            tasks.start_soon(callbacks.serve, hubs)
            tasks.start_soon(hubs.run)
        await watching.run(stop, once=once)
        tasks.cancel_scope.cancel()


async def read_archive(
    store: Store,
    knowledge: Knowledge,
    manners: Manners,
    clock: Callable[[], datetime],
    name: str,
    pages: int,
    template: str | None,
    tell: Callable[[str, Counts], None] = lambda _url, _counts: None,
) -> Counts:
    """Take in older pages of a source: those that its feed links, or those of a template of addresses.

    Ends at the first page that is missing, can't be read, or has nothing new. `tell` is told of each.

    Raises:
        UsageError: there is no such source, its feed links no older page, or the template has no `{page}`.
    """
    source, health = named(store, name)
    if template is not None and "{page}" not in template:
        raise UsageError(f"{template}: {{page}} stands for the number of the page")
    keeper = Keeper(store, knowledge, app.sniff, lambda path: app.files([path], clock))
    total = Counts()
    async with app.fetcher(manners.contact, loopback=manners.loopback) as fetcher:
        guest = app.guest(fetcher, manners.pause)
        url: str | None = health.url
        for page in range(1, pages + 2):
            if template is not None and page > 1:
                url = template.replace("{page}", str(page))
            if url is None:
                break
            outcome = await guest.fetch(Ask(url))
            kept = keeper.keep([Visit(source, replace(health, digest=None), outcome, archived=True)], [], clock())
            tell(url, kept.counts)
            total = together([total, kept.counts])
            if not isinstance(outcome, Answer) or not kept.counts.read or (page > 1 and not kept.counts.new):
                break
            if template is None:
                url = links.older(outcome.body, outcome.url)
                if url is None and page == 1:
                    raise UsageError(
                        f"{source.name} links no older page: name its pages, as in --template '…?paged={{page}}'"
                    )
    return total


async def look_at(url: str, manners: Manners, now: datetime) -> Checked:
    """Fetch an address once and say what would come in from there."""
    async with app.fetcher(manners.contact, loopback=manners.loopback) as fetcher:
        return await check(app.guest(fetcher, manners.pause), url, app.sniff, now)
