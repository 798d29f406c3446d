"""Subscriptions at hubs, which push what a source publishes (WebSub, W3C Recommendation of 2018)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stand(StrEnum):
    """How a subscription stands."""

    WANTED = "wanted"
    """The hub was asked, or is to be; it has not verified that we mean it."""
    ACTIVE = "active"
    """The hub verified it; it holds until its lease ends."""
    DENIED = "denied"
    LEAVING = "leaving"
    """Wanted no more, and the hub is to be told so."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A subscription of a source's feed (`topic`) at a hub. Times are UTC.

    `token` is the last part of the callback's address, known to the hub alone; `secret` signs what it pushes. `due` is
    when the hub is asked next, `until` when the lease ends, `tries` how often it was asked since it last answered with
    a verification. `delivers` says that it pushed something, and that no visit found news that it had not pushed.
    """

    token: str
    source: str
    topic: str
    hub: str
    secret: str
    due: datetime
    stand: Stand = Stand.WANTED
    until: datetime | None = None
    tries: int = 0
    trouble: str | None = None
    delivers: bool = False

    def holds(self, now: datetime) -> bool:
        """Tell whether the hub pushes now."""
        return self.stand is Stand.ACTIVE and self.until is not None and self.until > now
