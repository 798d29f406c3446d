"""The verbs for programs that read what a store shows, beside those of pages: `Dealwire.programs`. No drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.trends import Counted, Period, TrendFilter
from dealwire.lists import DealQuery, Listed
from dealwire.model import Article, Story
from dealwire.ports import DealRow, Hit
from dealwire.service import changes, copying, listing, organisation_list, story_view
from dealwire.service.beside import Lately
from dealwire.service.found import found
from dealwire.service.organisation_list import By, OrganisationRow
from dealwire.service.organisation_view import named
from dealwire.service.public import by_public_names
from dealwire.service.reckoning import wait_for
from dealwire.service.story_view import StoryView
from dealwire.service.trends import check_topics, topic_counts, trends

AMONG = 100
"""Articles that words find, the best, among which those about a topic are looked for."""


class Programs:
    """What programs ask of a store; `know` gives what dealwire knows, `kept` what was counted lately, for pages too."""

    def __init__(self, store: Listed, know: Callable[[], Knowledge], kept: Lately) -> None:
        self._store = store
        self._know = know
        self._kept = kept
        self._found = Lately()  # apart from what is counted of the whole: people search for anything

    def deals(
        self, wanted: DealQuery, cursor: str | None = None, limit: int = 50, as_of: datetime | None = None
    ) -> tuple[tuple[DealRow, ...], str | None]:
        """See `dealwire.service.listing.rows`.

        With `as_of`, of the deals that were announced by then each as it was known: see
        `dealwire.service.changes.known_by`. They pass the choices as they are known now and as they were known then,
        and are ordered by what is known now: so a page costs what it tells, however long ago the moment is.
        """
        if as_of is None:
            return listing.rows(self._store, wanted, cursor, limit)
        day = as_of.astimezone(UTC).date()
        until = min(wanted.filter.until or day, day)
        by_then = replace(wanted, filter=replace(wanted.filter, until=until))

        def told(rows: Sequence[DealRow]) -> list[DealRow]:
            known = changes.known_by(self._store, self._know(), rows, as_of)
            return [row for row in known if listing.passes(row, wanted)]

        return listing.rows(self._store, by_then, cursor, limit, told)

    def deal_counts(self, wanted: DealQuery) -> tuple[dict[str, list[tuple[str, int]]], int]:
        """See `dealwire.service.listing.counts`."""
        return listing.counts(self._store, self._kept, wanted)

    def changed_deals(self, after: int, limit: int) -> tuple[list[copying.Changed], bool]:
        """See `dealwire.service.copying.changed`."""
        return copying.changed(self._store, after, limit)

    def log_before(self, moment: datetime | None) -> int:
        """Return the number of the log after which it tells what changed since a moment; without one, everything."""
        return 0 if moment is None else self._store.log_before(moment)

    def changes_of(self, row: DealRow) -> list[dict[str, Any]]:
        """Return the changes of a deal as records: see `dealwire.service.changes.public`."""
        return [changes.record(row, change) for _, change in changes.public(self._store, self._know(), [row])]

    def changed_at(self, ids: Iterable[str]) -> dict[str, datetime]:
        """Return when each of some deals last changed here."""
        return {id_: logged.at for id_, logged in self._store.logged(ids).items()}

    def newest_changes(self, limit: int) -> list[changes.Told]:
        """Return the facts that changed last, the latest first, some seconds old at most; new deals are no changes."""
        return self._kept.get(("changes", limit), lambda: changes.newest(self._store, self._know(), limit))

    def stories(
        self,
        after: tuple[float, str] | None,
        limit: int,
        articles: int,
        as_of: datetime | None = None,
        topic: str | None = None,
    ) -> tuple[list[StoryView], tuple[float, str] | None]:
        """See `dealwire.service.story_view.page`, with `as_of` `page_then`.

        Raises:
            UsageError: there is no such topic.
        """
        check_topics([] if topic is None else [topic])
        if as_of is None:
            return story_view.page(self._store, after, limit, articles, topic)
        places = self._kept.get(("stories", as_of), lambda: story_view.hottest_then(self._store, as_of))
        return story_view.page_then(self._store, places, as_of, after, limit, articles, topic)

    def topics(self) -> list[tuple[str, int]]:
        """Return the topics with how many articles are about each, the most first, some seconds old at most."""
        return self._kept.get(("topics",), lambda: topic_counts(self._store))

    def articles_found(self, words: str, limit: int, topic: str) -> list[Hit]:
        """Return the articles about a topic among the first `AMONG` that words find.

        Raises:
            UsageError: there is no such topic.
        """
        check_topics([topic])
        hits = found(self._store, words, AMONG, "article")
        topics = self._store.topics_of(hit.id for hit in hits)
        return [hit for hit in hits if topic in topics.get(hit.id, ())][:limit]

    def topics_found(self, words: str) -> list[tuple[str, int]]:
        """Return the topics of the first `AMONG` articles that words find, with how many are about each, of lately."""
        return self._found.get(words, lambda: self._topics_among(words))

    def _topics_among(self, words: str) -> list[tuple[str, int]]:
        hits = found(self._store, words, AMONG, "article")
        counts = Counter(topic for its in self._store.topics_of(hit.id for hit in hits).values() for topic in its)
        return sorted(counts.items(), key=lambda told: (-told[1], told[0]))

    def organisations(
        self, by: By, after: tuple[float, str] | None, limit: int
    ) -> tuple[list[OrganisationRow], tuple[float, str] | None]:
        """See `dealwire.service.organisation_list.page`."""
        return organisation_list.page(self._store, self._kept, by, after, limit)

    def organisation_rows(self, by: By, begin: int, limit: int) -> tuple[list[OrganisationRow], bool]:
        """Return at most `limit` organisations of the list from a place on, and whether there are more."""
        every = organisation_list.ranked(self._store, self._kept, by)
        return organisation_list.rows(self._store, every[begin : begin + limit]), begin + limit < len(every)

    def article(self, ref: str) -> tuple[Article, list[DealRow], Story | None] | None:
        """Return the article of an id, a key or a canonical URL: see `dealwire.service.story_view.article`."""
        key = self._store.find_articles([ref]).get(ref)
        return None if key is None else story_view.article(self._store, key)

    def trends(
        self,
        counted: Counted,
        period: Period,
        topics: Sequence[str] = (),
        organisation: str | None = None,
        days: tuple[date | None, date | None] = (None, None),
        most: int | None = None,
    ) -> list[dict[str, Any]] | None:
        """Return trends without what only drafts tell, some seconds old at most; None for an unknown organisation.

        Raises:
            UsageError: there is no such topic.
            OutageError: to count that takes longer than anyone waits (`wait_for`); it is there for whoever asks again.
        """
        check_topics(topics)
        keys = None
        if organisation is not None:
            own = named(self._store, organisation)
            if own is None or by_public_names(self._store, own) is None:
                return None
            keys = own.keys
        wanted = TrendFilter(tuple(topics), keys, *days, drafts=False)
        added_up = counted is not Counted.ORGANISATIONS and keys is None and len(topics) <= 1
        return self._kept.get(
            ("trends", counted, period, wanted, most),
            lambda: list(trends(self._store, counted, period, wanted, most)),
            None if added_up else wait_for(self.deal_counts(DealQuery())[1]),
        )
