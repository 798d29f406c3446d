"""What is watched, how it fares, and which pages are still to be fetched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, or_, select

from dealwire.model.sources import Followup, Health, NewsSource
from dealwire.model.websub import Subscription
from dealwire.stores import schema
from dealwire.stores.database import KEYS, Part
from dealwire.stores.types import Instant

_sources = schema.news_sources.c
_followups = schema.followups.c
_now = bindparam("now", type_=Instant)
_horizon = bindparam("horizon", type_=Instant)

SOURCES = select(_sources.source, _sources.health).order_by(_sources.name)
SOURCE = select(_sources.source, _sources.health).where(_sources.name == bindparam("wanted"))
DROP_SOURCE = delete(schema.news_sources).where(_sources.name == bindparam("wanted"))
DUE_SOURCES = (
    select(_sources.source, _sources.health)
    .where(_sources.retired.is_(False), or_(_sources.due <= _now, _sources.due > _horizon))
    .order_by(_sources.due, _sources.name)
    .limit(bindparam("most"))
)
DUE_FOLLOWUPS = (
    select(*(_followups[name] for name in ("url", "source", "due", "tries")))
    .where(or_(_followups.due <= _now, _followups.due > _horizon))
    .order_by(_followups.due, _followups.url)
    .limit(bindparam("most"))
)
KNOWN_FOLLOWUPS = select(_followups.url).where(_followups.url.in_(KEYS))
DROP_FOLLOWUPS = delete(schema.followups).where(_followups.url.in_(KEYS))
DROP_FOLLOWUPS_OF = delete(schema.followups).where(_followups.source == bindparam("wanted"))
_subscriptions = schema.subscriptions.c
SUBSCRIPTION = select(_subscriptions.subscription).where(_subscriptions.token == bindparam("wanted"))
SUBSCRIPTIONS_OF = (
    select(_subscriptions.subscription).where(_subscriptions.source.in_(KEYS)).order_by(_subscriptions.token)
)
DUE_SUBSCRIPTIONS = (
    select(_subscriptions.subscription)
    .where(_subscriptions.due <= _now)
    .order_by(_subscriptions.due, _subscriptions.token)
    .limit(bindparam("most"))
)
DROP_SUBSCRIPTION = delete(schema.subscriptions).where(_subscriptions.token == bindparam("wanted"))
WAITING = select(func.count()).select_from(schema.followups).where(_followups.tries < bindparam("tries"))


class Intake(Part):
    """The intake of a store."""

    def news_sources(self) -> list[tuple[NewsSource, Health]]:
        """See `Store.news_sources`."""
        return [(row.source, row.health) for row in self._db.rows(SOURCES)]

    def news_source(self, name: str) -> tuple[NewsSource, Health] | None:
        """See `Store.news_source`."""
        for row in self._db.rows(SOURCE, wanted=name):
            return row.source, row.health
        return None

    def put_news_source(self, source: NewsSource, health: Health) -> None:
        """See `Store.put_news_source`."""
        row: dict[str, Any] = {
            "name": source.name,
            "due": health.due,
            "retired": health.retired is not None,
            "source": source,
            "health": health,
        }
        with self._db.writing():
            self._db.put(schema.news_sources, [row])

    def drop_news_source(self, name: str) -> None:
        """See `Store.drop_news_source`."""
        with self._db.writing():
            self._db.run(DROP_SOURCE, wanted=name)
            self._db.run(DROP_FOLLOWUPS_OF, wanted=name)

    def due_news_sources(self, now: datetime, horizon: datetime, most: int) -> list[tuple[NewsSource, Health]]:
        """See `Store.due_news_sources`."""
        return [(r.source, r.health) for r in self._db.rows(DUE_SOURCES, now=now, horizon=horizon, most=most)]

    def add_followups(self, followups: Iterable[Followup]) -> None:
        """See `Store.add_followups`."""
        with self._db.writing():
            self._db.add(schema.followups, [_row(one) for one in followups])

    def find_followups(self, urls: Iterable[str]) -> set[str]:
        """See `Store.find_followups`."""
        return {row.url for row in self._db.rows_in(KNOWN_FOLLOWUPS, urls)}

    def put_followup(self, followup: Followup) -> None:
        """See `Store.put_followup`."""
        with self._db.writing():
            self._db.put(schema.followups, [_row(followup)])

    def drop_followups(self, urls: Iterable[str]) -> None:
        """See `Store.drop_followups`."""
        with self._db.writing():
            self._db.run_in(DROP_FOLLOWUPS, urls)

    def due_followups(self, now: datetime, horizon: datetime, most: int) -> list[Followup]:
        """See `Store.due_followups`."""
        return [Followup(*row) for row in self._db.rows(DUE_FOLLOWUPS, now=now, horizon=horizon, most=most)]

    def waiting_followups(self, tries: int) -> int:
        """See `Store.waiting_followups`."""
        return int(self._db.rows(WAITING, tries=tries)[0][0])

    def subscription(self, token: str) -> Subscription | None:
        """See `Store.subscription`."""
        return next((row.subscription for row in self._db.rows(SUBSCRIPTION, wanted=token)), None)

    def subscriptions_of(self, sources: Iterable[str]) -> list[Subscription]:
        """See `Store.subscriptions_of`."""
        return [row.subscription for row in self._db.rows_in(SUBSCRIPTIONS_OF, sources)]

    def due_subscriptions(self, now: datetime, most: int) -> list[Subscription]:
        """See `Store.due_subscriptions`."""
        return [row.subscription for row in self._db.rows(DUE_SUBSCRIPTIONS, now=now, most=most)]

    def put_subscription(self, one: Subscription) -> None:
        """See `Store.put_subscription`."""
        row = {"token": one.token, "source": one.source, "due": one.due, "subscription": one}
        with self._db.writing():
            self._db.put(schema.subscriptions, [row])

    def drop_subscription(self, token: str) -> None:
        """See `Store.drop_subscription`."""
        with self._db.writing():
            self._db.run(DROP_SUBSCRIPTION, wanted=token)


def _row(followup: Followup) -> dict[str, Any]:
    return {"url": followup.url, "source": followup.source, "due": followup.due, "tries": followup.tries}
