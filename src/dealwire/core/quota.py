"""Quotas: how many requests a client may make, evenly spread, some of them at once.

The generic cell rate algorithm (ITU-T I.371, "virtual scheduling"): a client is one number, the moment at which its
quota is whole again. It forgets nothing at the edge of a window, as counters by the minute do, and lists no times.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Quota:
    """So many requests within so many seconds."""

    name: str
    requests: int
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a request: whether it may pass, how many more may at once, and how many seconds to wait.

    `wait` is 0 for one that may pass; `whole` is after how many seconds the quota is whole again, and `until` that
    moment on the clock, to be kept for the client's next request.
    """

    passes: bool
    remaining: int
    wait: int
    whole: int
    until: float


def take(quota: Quota, until: float, now: float) -> Taken:
    """Take one request at a time of the clock (seconds) from a client whose quota is whole again at `until`."""
    each = quota.seconds / quota.requests
    start = max(until, now)
    after = start + each
    over = after - now - quota.seconds
    if over > each * 1e-9:
        return Taken(passes=False, remaining=0, wait=max(1, ceil(over)), whole=ceil(start - now), until=start)
    remaining = int((quota.seconds - (after - now)) / each + 1e-9)
    return Taken(passes=True, remaining=remaining, wait=0, whole=ceil(after - now), until=after)
