"""The verbs on a store, behind one door: `Dealwire`, which the command line and the web call, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from itertools import starmap
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from dealwire import app
from dealwire.core import tables
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.source_records import SourceRecord
from dealwire.core.trends import Counted, Period, TrendFilter
from dealwire.errors import OutageError
from dealwire.lists import DealQuery, Listed, Month
from dealwire.model import Article, Counts, Judgement, Rejected, Story, Verdict
from dealwire.model.pictures import Cached, Picture
from dealwire.model.sources import NewsSource
from dealwire.ports import DealFilter, DealRow, Hit, PublicView, Source
from dealwire.service import (
    addresses,
    articles,
    bulk,
    changes,
    doctor,
    download,
    listing,
    organisation_list,
    preview,
    query,
    queue,
    rebuild,
    review,
    sources,
    story_view,
)
from dealwire.service import source_records as sources_told
from dealwire.service.beside import Beside, Lately
from dealwire.service.deal_view import DealView, deal_view
from dealwire.service.desk import Desk
from dealwire.service.found import found
from dealwire.service.illustrations import illustration
from dealwire.service.ingest import ingest
from dealwire.service.keys import Keys
from dealwire.service.ledger import Ledger
from dealwire.service.listing import NEWS
from dealwire.service.organisation_view import DEALS, OrganisationPage, organisation_page
from dealwire.service.people import People
from dealwire.service.programs import Programs
from dealwire.service.reckoning import ledger_of, queue_of, wait_for
from dealwire.service.reread import Reread, reread
from dealwire.service.source_records import SourceView
from dealwire.service.story_view import StoryView
from dealwire.service.trends import check_topics, trends
from dealwire.sources.files import Files

if TYPE_CHECKING:
    import anyio

    from dealwire.service.intake import Kept
    from dealwire.service.pictures import PictureCounts
    from dealwire.service.watch import Pulse
    from dealwire.service.watching import Manners
    from dealwire.service.websub import Callbacks

__all__ = ["Dealwire"]


class Dealwire:
    """A store, opened, with what dealwire knows; use it as a context manager.

    Args:
        url: the store: a path, `sqlite:///path`, …
        aliases: an alias table in place of the shipped one, "none" for no table.
        clock: tells the present (UTC).
        make: make the store where there is none.

    Raises:
        StoreError: the store can't be opened.
        UsageError: there is none, and none is to be made.
    """

    def __init__(
        self,
        url: str,
        aliases: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        make: bool = True,
    ) -> None:
        self.store: Listed = app.open_store(url, clock, make=make)
        self._aliases = aliases
        self._clock = clock
        self.keys = Keys(self.store, clock)
        self._kept = Lately()
        self.programs = Programs(self.store, lambda: self._know, self._kept)
        self.people = People(self.store, clock)
        self._ledger = Beside(lambda: ledger_of(self.store, url, aliases))
        self.desk = Desk(
            self.store,
            lambda: self._know,
            clock,
            lambda: queue_of(self.store, lambda: self._know, url, aliases),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    @property
    def _know(self) -> Knowledge:
        return app.knowledge(self._aliases)

    def prepare(self) -> None:
        """Load what dealwire knows, which is else loaded when it is first needed."""
        _ = self._know

    def files(self, paths: Sequence[str], manners: Callable[[], Manners] | None = None) -> Files:
        """Return a source of what lies at paths ("-": standard input) and, with manners, at addresses of the web."""
        fetch = partial(addresses.fetched, manners=manners, clock=self._clock) if manners else None
        return app.files(paths, self._clock, self.store.setting, fetch)

    def ingest(self, source: Source, progress: Callable[[Counts], None] = lambda _: None, jobs: int = 1) -> Counts:
        """See `dealwire.service.ingest`; documents are read on so many processes beside this one, if more than one."""
        return ingest(self.store, source, self._know, self._clock(), progress, app.engine(jobs) if jobs > 1 else None)

    def rebuild(self, as_of: datetime | None = None, progress: Callable[[int], None] = lambda _: None) -> int:
        """See `dealwire.service.rebuild`."""
        return rebuild.rebuild(self.store, self._know, as_of, progress)

    def reread(
        self, since: datetime | None, progress: Callable[[Reread, int], None], jobs: int = 1, *, every: bool = False
    ) -> Reread:
        """See `dealwire.service.reread`; documents are read on so many processes beside this one, if more than one."""
        engine = app.engine(jobs) if jobs > 1 else None
        return reread(self.store, self._know, self._clock(), since, progress, engine, every=every)

    def as_of(self) -> datetime | None:
        """Return the moment that the store shows; None where it shows the present."""
        told = self.store.setting(rebuild.AS_OF)
        return datetime.fromisoformat(told) if told else None

    def deals(self, filter_: DealFilter) -> Iterator[DealRow]:
        """List deals, the latest first."""
        return self.store.deals(filter_)

    def deal_records(self, filter_: DealFilter) -> Iterator[dict[str, Any]]:
        """List deals as records of the contract."""
        return query.deal_records(self.store, filter_)

    def deal_table(self, filter_: DealFilter) -> tuple[Sequence[str], Iterator[dict[str, Any]]]:
        """List deals as flat rows: the columns, and the rows."""
        return tables.DEAL_COLUMNS, map(tables.deal_row, self.deal_records(filter_))

    def deal(self, id_: str) -> DealRow:
        """See `dealwire.service.query.deal_named`."""
        return query.deal_named(self.store, id_)

    def deal_page(self, wanted: DealQuery, cursor: str | None = None, limit: int = 50) -> listing.Page:
        """See `dealwire.service.listing.page`."""
        return listing.page(self.store, self._kept, wanted, cursor, limit)

    def deal_months(self, wanted: DealQuery) -> list[Month]:
        """See `dealwire.service.listing.months`."""
        return listing.months(self.store, self._kept, wanted)

    def deal_view(self, id_: str, as_of: datetime | None = None) -> DealView | None:
        """Return a deal by its id or a report's, for its page; None if there is none, or it is a draft.

        With `as_of`, as the world could know it then: see `dealwire.service.changes.known_by`.
        """
        row = self.store.deal(id_)
        if row is not None and as_of is not None:
            row = next(iter(changes.known_by(self.store, self._know, [row], as_of)), None)
        return None if row is None else deal_view(self.store, self._know.rates, row)

    def stories(self, limit: int, articles: int) -> list[StoryView]:
        """Return the hottest stories, each with its first articles."""
        return story_view.heads(self.store, self.store.top_stories(limit), articles)

    def story(self, id_: str, as_of: datetime | None = None) -> StoryView | None:
        """See `dealwire.service.story_view.story_view` and `story_then`."""
        if as_of is not None:
            return story_view.story_then(self.store, self._know, id_, as_of)
        return story_view.story_view(self.store, id_)

    def article(self, key: str) -> tuple[Article, list[DealRow], Story | None] | None:
        """Return an article by its key with the deals that it tells and its story; None for none, or a draft."""
        return story_view.article(self.store, key)

    def organisation_page(self, name: str, most: int = DEALS, as_of: datetime | None = None) -> OrganisationPage | None:
        """See `dealwire.service.organisation_view.organisation_page`."""
        return organisation_page(self.store, self._know, name, most, as_of)

    def top_backers(self, limit: int) -> list[tuple[str, str, int]]:
        """See `dealwire.service.organisation_list.top_backers`."""
        return self._kept.get(("backers", limit), lambda: organisation_list.top_backers(self.store, limit))

    def download(self, wanted: DealQuery, format_: str, directory: Path) -> Path:
        """See `dealwire.service.download.download`.

        Raises:
            UsageError: there is no such format, or what it needs isn't installed.
        """
        return download.download(self.store, wanted, app.publisher(format_), directory)

    def found(self, words: str, limit: int, what: str | None = None) -> list[Hit]:
        """See `dealwire.service.found.found`."""
        return found(self.store, words, limit, what)

    def articles(self, keys: Iterable[str]) -> dict[str, Article]:
        """Return articles by key."""
        return self.store.articles(keys)

    def explained(self, row: DealRow) -> dict[str, Any]:
        """Return a deal with every claim for and against each field, as plain JSON."""
        return query.explained(row)

    def story_records(self, limit: int, at: datetime | None = None) -> Iterator[dict[str, Any]]:
        """See `dealwire.service.articles.story_records`."""
        return articles.story_records(self.store, limit, at)

    def article_record(self, ref: str) -> dict[str, Any]:
        """See `dealwire.service.articles.article_record`."""
        return articles.article_record(self.store, ref)

    def trends(
        self,
        counted: Counted,
        period: Period,
        topics: Sequence[str] = (),
        organisation: str | None = None,
        days: tuple[date | None, date | None] = (None, None),
        most: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """See `dealwire.service.trends.trends`; `organisation` is any name of one.

        Raises:
            UsageError: there is no such topic, or no text names the organisation.
        """
        check_topics(topics)
        names = None if organisation is None else self.organisation(organisation).organisation.keys
        return trends(self.store, counted, period, TrendFilter(tuple(topics), names, *days), most)

    def changes(self, since: datetime, until: datetime | None = None) -> Iterator[dict[str, Any]]:
        """Return the changes of deals as records: see `dealwire.service.changes.since`."""
        return starmap(changes.record, changes.since(self.store, self._know, since, until))

    def changes_after(self, cursor: str, limit: int | None = None) -> Iterator[dict[str, Any]]:
        """Return the changes after a cursor as records: see `dealwire.service.changes.after`."""
        return starmap(changes.record, changes.after(self.store, self._know, cursor, limit))

    def organisation(self, name: str) -> query.OrganisationView:
        """See `dealwire.service.query.organisation`."""
        return query.organisation(self.store, self._know, name)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Find articles, deals and organisations."""
        return self.store.search(words, limit)

    def queue(self) -> list[queue.Item]:
        """See `dealwire.service.queue.queue`."""
        return queue.queue(self.store, self._know)

    def decision(
        self, by: str, verdict: Verdict, a: str, b: str = "", value: object = None, why: str = ""
    ) -> review.Decision:
        """Return a decision, checked and not yet kept: `keep` it, or see by `preview` what it would change.

        `a` and `b` are what the command of the verdict takes: two things for same and different, a deal and a field
        (with `value`) for correct, a deal or an article for publish and draft, a judgement for undo.

        Raises:
            UsageError: it can have no effect, or is no such decision.
        """
        return review.decision(self.store, review.Editor(by, self._clock()), verdict, a, b, value, why)

    def keep(self, decision: review.Decision) -> Judgement:
        """See `dealwire.service.review.keep`."""
        return review.keep(self.store, self._know, decision)

    def preview(self, decision: review.Decision) -> preview.Preview:
        """See `dealwire.service.preview.preview`."""
        return preview.preview(self.store, self._know, decision)

    def decide(self, by: str, verdict: Verdict, a: str, b: str, why: str = "") -> Judgement:
        """Judge two deals, articles or names the same or different: see `decision`."""
        return self.keep(self.decision(by, verdict, a, b, why=why))

    def correct(self, by: str, deal: str, field: str, value: Any, why: str = "") -> Judgement:  # noqa: ANN401 - plain JSON
        """Set a deal's field: see `decision`."""
        return self.keep(self.decision(by, Verdict.CORRECT, deal, field, value, why))

    def publish(self, by: str, what: str, why: str = "", *, draft: bool = False) -> Judgement:
        """Publish a deal or an article, or hold it back as a draft: see `decision`."""
        return self.keep(self.decision(by, Verdict.DRAFT if draft else Verdict.PUBLISH, what, why=why))

    def undo(self, by: str, id_: str, why: str = "") -> Judgement:
        """Take a judgement back: see `decision`."""
        return self.keep(self.decision(by, Verdict.UNDO, id_, why=why))

    def decide_all(self, by: str, lines: Iterable[str]) -> Iterator[Judgement | Rejected]:
        """See `dealwire.service.bulk.decisions`."""
        return bulk.decisions(self.store, self._know, review.Editor(by, self._clock()), lines)

    def version(self) -> int | None:
        """Return a number that differs once the store has changed, whoever wrote to it; None while it is away."""
        try:
            return self.store.version()
        except OutageError:
            return None

    def now(self) -> datetime:
        """Return the present, by the clock that all else goes by."""
        return self._clock()

    def ledger(self, wait: float | None = None) -> Ledger | None:
        """Return what sources told as it was a while ago; None while that is reckoned for the first time."""
        return self._ledger.get(wait_for(self.programs.deal_counts(DealQuery(NEWS))[1]) if wait is None else wait)

    def source_records(self) -> list[SourceRecord]:
        """See `dealwire.service.source_records.records`."""
        return sources_told.records(self.store)

    def source(self, name: str) -> SourceView:
        """See `dealwire.service.source_records.source`."""
        return sources_told.source(self.store, name)

    def weigh_sources(self, by: str, why: str = "") -> Judgement | None:
        """See `dealwire.service.source_records.weigh`."""
        return sources_told.weigh(self.store, self._know, review.Editor(by, self._clock()), why)

    def judgements(self) -> list[tuple[Judgement, bool]]:
        """List judgements, the latest first, with whether each is in force."""
        return review.log(self.store)

    def rejections(self) -> list[tuple[Rejected, datetime]]:
        """List what could not be used, the latest first."""
        return self.store.rejections()

    def export(
        self,
        format_: str,
        directory: Path,
        progress: Callable[[int], None] = lambda _: None,
        *,
        drafts: bool = False,
    ) -> list[Path]:
        """Write what the store knows into a directory; return the files.

        Tables hold what is published; with `drafts` also what isn't. A content-hub record says itself whether it is.

        Raises:
            UsageError: there is no such format, or what it needs isn't installed.
        """
        publisher = app.publisher(format_)
        directory.mkdir(parents=True, exist_ok=True)
        view = PublicView(
            deals=lambda: self.deal_records(DealFilter()) if drafts else download.public_records(self.store),
            articles=self.store.scan_articles,
            documents=self.store.documents,
            stories=self.store.stories,
            pictures=self.store.pictures,
        )
        return publisher.publish(view, directory, progress)

    def add_sources(self, declared: Iterable[NewsSource]) -> tuple[list[NewsSource], list[NewsSource]]:
        """See `dealwire.service.sources.add`."""
        return sources.add(self.store, declared, self._clock())

    def import_sources(self, body: bytes, where: str) -> list[NewsSource]:
        """See `dealwire.service.sources.imported`."""
        return sources.imported(self.store, body, where, self._clock())

    def remove_source(self, name: str) -> str:
        """Watch a source no more; return its name."""
        return sources.remove(self.store, name, self._clock())

    def sources(self) -> list[NewsSource]:
        """Return the sources that are watched, by name."""
        return [source for source, _ in self.store.news_sources()]

    def source_health(self) -> list[dict[str, object]]:
        """See `dealwire.service.sources.health_rows`."""
        return sources.health_rows(self.store, self.store.news_sources(), self._clock())

    def watched_source(self, name: str) -> dict[str, object]:
        """Return how a source fares, by its name or address; raises `UsageError` where it is not watched."""
        (row,) = sources.health_rows(self.store, [sources.named(self.store, name)], self._clock())
        return row

    async def cache_pictures(
        self, manners: Manners, most: int, tell: Callable[[int], None] = lambda _: None
    ) -> PictureCounts:
        """See `dealwire.service.pictures.cache`."""
        from dealwire.service import pictures

        async with app.fetcher(manners.contact, loopback=manners.loopback) as fetcher:
            return await pictures.cache(self.store, app.guest(fetcher, manners.pause), self._clock, most, tell)

    def illustration(self, articles: Iterable[Article]) -> Cached | None:
        """See `dealwire.service.illustrations.illustration`."""
        return illustration(self.store, articles)

    def picture(self, digest: str) -> Picture | None:
        """Return a cached picture by its digest."""
        return self.store.picture(digest)

    async def read_archive(
        self,
        manners: Manners,
        name: str,
        pages: int,
        template: str | None = None,
        tell: Callable[[str, Counts], None] = lambda _url, _counts: None,
    ) -> Counts:
        """See `dealwire.service.watching.read_archive`."""
        from dealwire.service import watching

        return await watching.read_archive(self.store, self._know, manners, self._clock, name, pages, template, tell)

    async def watch(
        self,
        manners: Manners,
        stop: anyio.Event,
        pulse: Pulse,
        *,
        once: bool = False,
        tell: Callable[[Kept], None] = lambda _: None,
        trouble: Callable[[OutageError], None] = lambda _: None,
        callbacks: Callbacks | None = None,
    ) -> None:
        """See `dealwire.service.watching.watch`."""
        from dealwire.service.watching import watch  # brings what only watching needs: anyio, httpcore

        how: dict[str, Any] = {"once": once, "tell": tell, "trouble": trouble, "callbacks": callbacks}
        await watch(self.store, self._know, manners, self._clock, stop, pulse, **how)

    def checks(self) -> list[tuple[str, bool, str]]:
        """Examine the store and what dealwire needs: (what, whether it is well, in words)."""
        return doctor.checks(self.store, self._know, self._clock())
