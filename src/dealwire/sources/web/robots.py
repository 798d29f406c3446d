"""What a site's robots.txt allows (RFC 9309), read by Protego and remembered for a day."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import anyio
from protego import Protego

from dealwire.model.fetching import Failure, Outcome

Fetch = Callable[[str], Awaitable[Outcome]]

KEPT: Final = 24 * 60 * 60.0
KEPT_AWAY: Final = 60 * 60.0
"""Seconds for which an answer is believed (RFC 9309 §2.4), and for which a site that gives none is left alone."""

SITES: Final = 5_000
"""At most so many sites are remembered."""

MOST: Final = 500 * 1024
"""Bytes that are read (RFC 9309 §2.5)."""

LONGEST_DELAY: Final = 60.0
"""Seconds: a longer Crawl-delay counts as this, or one site's feed would wait for weeks behind its pages."""


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego | None
    away: str | None
    until: float


@dataclass(slots=True)
class _Site:
    """What is known of a site, and a lock so that many who want to know ask but once."""

    lock: anyio.Lock = field(default_factory=anyio.Lock)
    rules: _Rules | None = None


class Robots:
    """Asks each site once a day what may be fetched.

    Args:
        name: the product's name, which a site's rules may speak of.
        fetch: fetches a URL.
        clock: seconds that only go up.
    """

    def __init__(self, name: str, fetch: Fetch, clock: Callable[[], float]) -> None:
        self._name = name
        self._fetch = fetch
        self._clock = clock
        self._sites: OrderedDict[str, _Site] = OrderedDict()

    async def refusal(self, url: str) -> str | None:
        """Say why a URL may not be fetched, or return None.

        A site whose server fails to answer is left alone (RFC 9309 §2.3.1.4).
        """
        rules = await self._rules_for(url)
        if rules.away is not None:
            return f"its robots.txt could not be had: {rules.away}"
        if rules.parsed is not None and not rules.parsed.can_fetch(url, self._name):
            return "its robots.txt forbids it"
        return None

    async def delay(self, url: str) -> float | None:
        """Return the seconds that a site wants between two requests, at most a minute; None where it asks for none."""
        rules = await self._rules_for(url)
        told = rules.parsed.crawl_delay(self._name) if rules.parsed else None
        return None if told is None else min(max(float(told), 0.0), LONGEST_DELAY)

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that a site declares."""
        rules = await self._rules_for(url)
        return tuple(rules.parsed.sitemaps) if rules.parsed else ()

    async def _rules_for(self, url: str) -> _Rules:
        parts = urlsplit(url)
        address = f"{parts.scheme}://{parts.netloc}"
        site = self._sites.setdefault(address, _Site())
        self._sites.move_to_end(address)
        while len(self._sites) > SITES:
            self._sites.popitem(last=False)
        async with site.lock:
            if site.rules is None or site.rules.until < self._clock():
                site.rules = self._read(await self._fetch(f"{address}/robots.txt"))
            return site.rules

    def _read(self, outcome: Outcome) -> _Rules:
        now = self._clock()
        if isinstance(outcome, Failure):
            return _Rules(None, outcome.reason, now + KEPT_AWAY)
        if outcome.status >= 500 or outcome.status == 429:
            return _Rules(None, f"status {outcome.status}", now + KEPT_AWAY)
        if outcome.status != 200:
            return _Rules(None, None, now + KEPT)
        text = outcome.body[:MOST].decode("utf-8-sig", "replace")
        return _Rules(Protego.parse(text), None, now + KEPT)
