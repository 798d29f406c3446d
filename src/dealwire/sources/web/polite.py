"""Asking as a good guest: what robots.txt forbids is left alone, and each host is asked in turns."""

from __future__ import annotations

from collections.abc import Callable

from dealwire.model.fetching import Ask, Failure, Outcome, Trouble
from dealwire.sources.web.fetch import Fetcher, unfit
from dealwire.sources.web.hosts import PAUSE, Hosts
from dealwire.sources.web.robots import Robots


class Guest:
    """Fetches politely.

    Args:
        fetcher: does the fetching.
        name: the product's name, which a site's rules may speak of.
        clock: seconds that only go up.
        pause: seconds between two requests to a host.
    """

    def __init__(self, fetcher: Fetcher, name: str, clock: Callable[[], float], pause: float = PAUSE) -> None:
        self._fetcher = fetcher
        self._hosts = Hosts(pause)
        self._robots = Robots(name, self._rules, clock)

    async def fetch(self, ask: Ask) -> Outcome:
        """Fetch what a site lets one fetch, when it is its turn; a form goes to a service, not to a site's pages."""
        if why := unfit(ask.url):
            return Failure(Trouble.REFUSED, why)
        if ask.form is not None:
            async with self._hosts.turn(ask.url):
                return await self._fetcher.fetch(ask)
        if why := await self._robots.refusal(ask.url):
            return Failure(Trouble.REFUSED, why)
        async with self._hosts.turn(ask.url, await self._robots.delay(ask.url)):
            return await self._fetcher.fetch(ask)

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that a site's robots.txt declares."""
        return await self._robots.sitemaps(url)

    async def _rules(self, url: str) -> Outcome:
        async with self._hosts.turn(url):
            return await self._fetcher.fetch(Ask(url, accept="text/plain, */*;q=0.1"))
