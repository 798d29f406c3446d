"""When to visit a source again: often if it has news, seldom if not, and ever less often while it fails."""

from __future__ import annotations

from hashlib import sha256

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR

FIRST = 30 * MINUTE
SOONEST = 10 * MINUTE
SELDOMEST = DAY
QUICKER = 0.5
SLOWER = 1.5
"""What news, and the want of it, multiply a source's pace by: one with news daily settles at a few visits a day."""

PATIENCE = 7 * DAY
"""The longest that a server's own wish ("Retry-After", "max-age") is followed."""

JITTER = 0.1


def adapted(pace: float, *, news: bool, max_age: float | None = None) -> float:
    """Return the seconds until the next visit after one that succeeded; a server may ask for more, not for less."""
    found = min(max(pace * (QUICKER if news else SLOWER), SOONEST), SELDOMEST)
    return max(found, min(max_age or 0.0, SELDOMEST))


def backed_off(pace: float, failures: int, retry_after: float | None = None) -> float:
    """Return the seconds until the next visit after so many failures in a row: doubled with each, a day at most."""
    if retry_after is not None:
        return min(max(retry_after, MINUTE), PATIENCE)
    return min(max(pace, SOONEST) * 2.0 ** min(max(failures, 1), 16), DAY)


def jittered(seconds: float, name: str, visit: int) -> float:
    """Spread visits by a tenth either way, so that sources added together drift apart; a function of its input."""
    share = int.from_bytes(sha256(f"{name}\0{visit}".encode()).digest()[:4]) / 2**32
    return seconds * (1 + JITTER * (2 * share - 1))
