"""The subscriptions of a store's sources, as keeping visits makes, ends and trusts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from secrets import token_urlsafe

from dealwire.core.intake import pace, websub
from dealwire.model.fetching import Answer
from dealwire.model.sources import Health, NewsSource
from dealwire.model.websub import Stand
from dealwire.ports import Store


class Subscriptions:
    """See the module; all of it happens in the transaction that keeps a visit."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def visited(self, source: NewsSource, answer: Answer, now: datetime) -> None:
        """Subscribe to a feed at the hub that it names, and leave one that it names no more."""
        offer = websub.offered(answer.links, answer.body, answer.url)
        held = [one for one in self._store.subscriptions_of([source.name]) if one.stand is not Stand.LEAVING]
        for one in held:
            if offer is None or (one.hub, one.topic) != (offer.hub, offer.topic):
                self._store.put_subscription(websub.leaving(one, now))
        if offer and not any((one.hub, one.topic) == (offer.hub, offer.topic) for one in held):
            self._store.put_subscription(websub.wanted(source.name, offer, token_urlsafe(32), token_urlsafe(32), now))

    def planned(self, source: NewsSource, health: Health, now: datetime, *, news: bool) -> Health:
        """Return a source's health after a visit: one whose hub delivers is visited seldom.

        A hub whose feed has news that it did not push delivers no longer, until it pushes again.
        """
        for one in self._store.subscriptions_of([source.name]):
            if not (one.holds(now) and one.delivers):
                continue
            if news:
                self._store.put_subscription(replace(one, delivers=False))
            elif source.every is None and not health.failures:
                wait = pace.jittered(websub.FALLBACK.total_seconds(), source.name, health.visits)
                return replace(health, due=max(health.due, now + timedelta(seconds=wait)))
        return health

    def pushed(self, token: str) -> None:
        """Note that a hub delivers."""
        if (one := self._store.subscription(token)) and not one.delivers:
            self._store.put_subscription(replace(one, delivers=True))
