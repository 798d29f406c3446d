"""Watching and checking as a door calls them: what they need is put together here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import anyio

from dealwire import app
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.errors import OutageError
from dealwire.ports import Store
from dealwire.service.intake import Keeper, Kept
from dealwire.service.sources import Checked, check
from dealwire.service.watch import Pulse, Watch


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
) -> None:
    """Watch the sources of a store until `stop` is set, or with `once` until nothing is due; see `Watch`."""
    keeper = Keeper(store, knowledge, app.sniff, lambda path: app.files([path], clock))
    async with app.fetcher(manners.contact, loopback=manners.loopback) as fetcher:
        watching = Watch(store, keeper, app.guest(fetcher, manners.pause), clock, pulse, tell, trouble)
        await watching.run(stop, once=once)


async def look_at(url: str, manners: Manners, now: datetime) -> Checked:
    """Fetch an address once and say what would come in from there."""
    async with app.fetcher(manners.contact, loopback=manners.loopback) as fetcher:
        return await check(app.guest(fetcher, manners.pause), url, app.sniff, now)
