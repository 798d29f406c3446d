"""The part of a store that intake keeps: what is watched and how it fares, pages to be fetched, pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from dealwire.model.pictures import Cached, Picture
from dealwire.model.sources import Followup, Health, NewsSource
from dealwire.model.websub import Subscription


class IntakeStore(Protocol):
    """See `Store`, whose rules hold here too. None of this is a fact or a view: it changes in place."""

    def news_sources(self) -> list[tuple[NewsSource, Health]]:
        """Return the sources that are watched, by name."""
        ...

    def news_source(self, name: str) -> tuple[NewsSource, Health] | None:
        """Return a source that is watched."""
        ...

    def put_news_source(self, source: NewsSource, health: Health) -> None:
        """Watch a source, or keep what became of it."""
        ...

    def drop_news_source(self, name: str) -> None:
        """Watch a source no more, and forget its pages that are still to be fetched; what it brought stays."""
        ...

    def due_news_sources(self, now: datetime, horizon: datetime, most: int) -> list[tuple[NewsSource, Health]]:
        """Return sources to be visited, those due first before others: due by `now`, or after `horizon` by mistake."""
        ...

    def add_followups(self, followups: Iterable[Followup]) -> None:
        """Keep pages to be fetched; one that waits already stays as it is."""
        ...

    def find_followups(self, urls: Iterable[str]) -> set[str]:
        """Return those of some addresses that are kept as pages to be fetched, whenever, or as given up."""
        ...

    def put_followup(self, followup: Followup) -> None:
        """Keep a page to be fetched in place of what is known of it."""
        ...

    def drop_followups(self, urls: Iterable[str]) -> None:
        """Forget pages to be fetched."""
        ...

    def due_followups(self, now: datetime, horizon: datetime, most: int) -> list[Followup]:
        """Return pages to be fetched, those due first before others, as `due_news_sources` does sources."""
        ...

    def waiting_followups(self, tries: int) -> int:
        """Return how many pages are still to be fetched: those that were tried less often than so."""
        ...

    def subscription(self, token: str) -> Subscription | None:
        """Return a subscription at a hub by its token."""
        ...

    def subscriptions_of(self, sources: Iterable[str]) -> list[Subscription]:
        """Return the subscriptions of some sources."""
        ...

    def due_subscriptions(self, now: datetime, most: int) -> list[Subscription]:
        """Return subscriptions whose hubs are to be asked, those due first before others."""
        ...

    def put_subscription(self, one: Subscription) -> None:
        """Keep a subscription in place of what is known of it."""
        ...

    def drop_subscription(self, token: str) -> None:
        """Forget a subscription."""
        ...

    def picture(self, digest: str) -> Picture | None:
        """Return a picture by its digest."""
        ...

    def pictures(self, urls: Iterable[str]) -> dict[str, Cached]:
        """Return for each address that was tried what was had from there."""
        ...

    def put_picture(self, cached: Cached, picture: Picture | None) -> None:
        """Keep what was had from a picture's address, in place of what was known of it, and the picture if one was."""
        ...
