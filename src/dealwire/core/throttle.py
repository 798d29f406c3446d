"""How long to wait after guesses that failed: after NIST SP 800-63B-4, 3.2.2, longer each time, up to an hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from dealwire.model.accounts import Tries

FREE_OF_NAME: Final = 5
"""Failures in a row under one name that cost nothing: people mistype."""

FREE_OF_ADDRESS: Final = 20
"""The same from one address, behind which there may be a whole office."""

FIRST: Final = timedelta(seconds=30)
LONGEST: Final = timedelta(hours=1)
FORGOTTEN: Final = timedelta(days=1)
"""After so long without a failure, none is counted."""


def until(tries: Tries | None, free: int) -> datetime | None:
    """Return until when nobody may try again; None if there is nothing to wait for."""
    if tries is None or tries.failures < free:
        return None
    doublings = min(tries.failures - free, 20)
    return tries.last + min(FIRST * (1 << doublings), LONGEST)


def failed(tries: Tries | None, key: str, now: datetime) -> Tries:
    """Return what is known after one more failure."""
    before = 0 if tries is None or now - tries.last > FORGOTTEN else tries.failures
    return Tries(key, before + 1, now)
