"""Politeness towards one host: few requests at a time, with a pause between them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import anyio

PAUSE = 1.0
"""Seconds between the end of one request to a host and the start of the next, unless its robots.txt asks for more."""

HOSTS = 10_000
"""When more are known, those that nobody waits for are forgotten."""


@dataclass(slots=True)
class _Host:
    lock: anyio.Lock = field(default_factory=anyio.Lock)
    free_at: float = 0.0
    waiting: int = 0


class Hosts:
    """Lets one request at a time through to each host."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, url: str, delay: float | None = None) -> AsyncIterator[None]:
        """Wait for a turn at the host of a URL; `delay` seconds, if given, are what it asks for between requests."""
        name = urlsplit(url).netloc.lower()
        host = self._hosts.setdefault(name, _Host())
        host.waiting += 1
        try:
            async with host.lock:
                await anyio.sleep(max(0.0, host.free_at - anyio.current_time()))
                try:
                    yield
                finally:
                    host.free_at = anyio.current_time() + max(self._pause, delay or 0.0)
        finally:
            host.waiting -= 1
            if len(self._hosts) > HOSTS:
                self._forget()

    def _forget(self) -> None:
        now = anyio.current_time()
        for name in [n for n, host in self._hosts.items() if not host.waiting and host.free_at < now]:
            del self._hosts[name]
