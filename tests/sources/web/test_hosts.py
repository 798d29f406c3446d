from __future__ import annotations

from itertools import pairwise

import anyio
import pytest

from dealwire.sources.web import hosts
from dealwire.sources.web.hosts import Hosts


def starts(urls: list[str], pause: float, delay: float | None = None) -> list[float]:
    """Return when each request, of 10 ms, began, in seconds from the start."""

    async def go() -> list[float]:
        turns, began = Hosts(pause), anyio.current_time()
        times: dict[int, float] = {}

        async def ask(n: int, url: str) -> None:
            async with turns.turn(url, delay):
                times[n] = anyio.current_time() - began
                await anyio.sleep(0.01)

        async with anyio.create_task_group() as tasks:
            for n, url in enumerate(urls):
                tasks.start_soon(ask, n, url)
        return [times[n] for n in range(len(urls))]

    return anyio.run(go)


def test_one_host_is_asked_one_by_one_with_a_pause() -> None:
    times = sorted(starts(["http://a.example/1", "http://a.example/2", "http://A.EXAMPLE/3"], 0.05))
    assert all(after - before >= 0.06 for before, after in pairwise(times))


def test_hosts_do_not_wait_for_each_other() -> None:
    assert max(starts([f"http://{n}.example/" for n in range(50)], 5)) < 1


def test_a_site_may_ask_for_a_longer_pause() -> None:
    first, second = sorted(starts(["http://a.example/1", "http://a.example/2"], 0.0, 0.2))
    assert second - first >= 0.2


def test_hosts_that_nobody_waits_for_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "HOSTS", 10)
    turns = Hosts(0)

    async def go() -> None:
        for n in range(40):
            async with turns.turn(f"http://{n}.example/"):
                pass
            await anyio.sleep(0.001)

    anyio.run(go)
    assert len(turns._hosts) <= 11  # noqa: SLF001 - what it must not let grow
