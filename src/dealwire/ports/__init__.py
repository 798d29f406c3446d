"""The protocols between dealwire and the world. An adapter implements one of them, and `dealwire.app` names it.

The docstrings are the contract: every implementation passes the same tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from dealwire.core.resolve.story_views import StoryViews
from dealwire.core.trends import Counting
from dealwire.model import (
    Article,
    Claim,
    Document,
    Judgement,
    Mention,
    NameLink,
    NamePair,
    Organisation,
    Position,
    Rejected,
    Report,
    Story,
)
from dealwire.model.fetching import Ask, Outcome
from dealwire.model.pictures import Cached
from dealwire.model.rows import DealFilter as DealFilter
from dealwire.model.rows import DealRow as DealRow
from dealwire.ports.intake import IntakeStore
from dealwire.ports.rereading import RereadingStore

T = TypeVar("T")
U = TypeVar("U")


class Source(Protocol):
    """Where documents come from."""

    def documents(self, engine: Engine | None = None, /) -> Iterator[Document | Rejected | Position]:
        """Yield what can be fetched, one by one, what can't be as a `Rejected`, and how far a long input was read.

        An engine may look through what is long; what is yielded is the same.
        """
        ...


class Web(Protocol):
    """Fetches politely; no port of its own, but the part of the web `Source` that watching asks directly."""

    async def fetch(self, ask: Ask) -> Outcome:
        """Fetch what a site lets one fetch, when it is its turn; whatever goes wrong is a `Failure`."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result. `what` is "article", "deal" or "organisation"; `snippet` marks the found words with « and »."""

    what: str
    id: str
    title: str
    snippet: str
    score: float


class Store(StoryViews, Counting, IntakeStore, RereadingStore, Protocol):
    """Keeps facts for ever and views until they are rebuilt.

    Writes happen inside `transaction`; leaving it without an error makes them durable, a kill before that leaves no
    trace. Reads see the writes of the transaction they stand in. Every method raises `StoreError` when the store is
    away. Lists come in a fixed order (by key) whatever order things arrived in; mappings lack the keys for which there
    is nothing. All writing methods are idempotent, and outside a transaction each is one of its own.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; not nested."""
        ...

    def close(self) -> None:
        """Release the connection."""
        ...

    # --- facts: append-only

    def seen(self, digests: Iterable[str]) -> dict[str, int]:
        """Return for those of the documents' digests that the store has how many articles each gave."""
        ...

    def add_documents(self, documents: Iterable[Document], reader: int = 0) -> None:
        """Keep documents (bodies compressed) that a reader of this version reads. One that is there stays as it is."""
        ...

    def add_articles(self, articles: Iterable[Article]) -> None:
        """Keep sightings of articles: one row for a document's part, whatever its key and version."""
        ...

    def add_claims(self, claims: Iterable[Claim]) -> None:
        """Keep claims.

        `Claim.article` is an article's version, identity is (article, extractor, version, subject, field, start, end).
        """
        ...

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement."""
        ...

    def add_rejected(self, rejected: Iterable[Rejected], at: datetime) -> None:
        """Keep what could not be used, once for each (stage, id)."""
        ...

    def document(self, digest: str) -> Document | None:
        """Return a document with its body."""
        ...

    def documents(self, media_type: str) -> Iterator[Document]:
        """Stream the documents of a media type, by digest."""
        ...

    def articles(self, keys: Iterable[str], as_of: datetime | None = None) -> dict[str, Article]:
        """Return the current version of each article known under `keys`; with `as_of`, as in `scan_articles`.

        Current is the version first seen last (ties: the greater version digest), among whole articles where there is
        one, else among excerpts; of its sightings the one with the
        least (document, part) speaks, but `record` is the least non-empty one of all sightings and `draft` is true
        only if every sighting's is.
        """
        ...

    def find_articles(self, refs: Iterable[str]) -> dict[str, str]:
        """Return ref → key for articles known by `refs` (a given id, a key, or a canonical URL)."""
        ...

    def scan_articles(self, as_of: datetime | None = None) -> Iterator[Article]:
        """Stream the current articles by key.

        With `as_of`, as they were: only versions published (else fetched) by then.
        """
        ...

    def record_articles(self, records: Iterable[str]) -> dict[str, list[str]]:
        """Return for each record the keys of the articles that it ties, sorted."""
        ...

    def versions(self, articles: Iterable[str]) -> dict[str, set[str]]:
        """Return by key every version of some articles that was sighted."""
        ...

    def claims(
        self, versions: Iterable[str], extractor_version: str, sort: str | None = None
    ) -> dict[str, list[Claim]]:
        """Return the claims of each article version by one extractor version, in the order of subject, field, start.

        With `sort` only those whose subject is of that sort: "deal", "nameless", "fact" or "names".
        """
        ...

    def judgements(self) -> list[Judgement]:
        """Return every judgement by time, undone ones and undoings too."""
        ...

    def rejections(self) -> list[tuple[Rejected, datetime]]:
        """Return what could not be used, latest first."""
        ...

    # --- views: names and organisations

    def replace_article_views(
        self,
        article: str,
        reports: Sequence[Report],
        mentions: Sequence[Mention],
        pairs: Sequence[tuple[str, str, NamePair]],
    ) -> None:
        """Put an article's reports, mentions and name pairs (folded a, folded b, pair) in place of those it had."""
        ...

    def replace_countries(self, told: Mapping[str, tuple[datetime, Iterable[tuple[str, str]]]]) -> None:
        """Put what articles tell of countries, as (name key, code), since a time, in place of what they told before."""
        ...

    def countries(self, keys: Iterable[str], as_of: datetime | None = None) -> dict[str, dict[str, int]]:
        """Return for each name key how many articles tell that it is of each country; keys without any are absent.

        With `as_of` only by articles that told it by then.
        """
        ...

    def articles_telling_country(self, keys: Iterable[str], country: str, limit: int) -> list[str]:
        """Return at most `limit` articles that tell that one of the name keys is of a country, sorted."""
        ...

    def articles_with_views(self, articles: Iterable[str]) -> set[str]:
        """Return those of the articles that have reports, mentions or name pairs."""
        ...

    def mentions(self, keys: Iterable[str]) -> dict[str, dict[str, int]]:
        """Return for each name key its written forms with the number of articles that use each.

        Keys without any are absent.
        """
        ...

    def mention_keys(self, articles: Iterable[str]) -> set[str]:
        """Return the name keys that the articles mention."""
        ...

    def pairs(self, keys: Iterable[str]) -> list[tuple[str, str, NamePair]]:
        """Return the pairs that a text ties together and of which one side is in `keys`."""
        ...

    def add_names(self, blocks: Mapping[str, Iterable[str]]) -> None:
        """Keep name keys with their blocking keys."""
        ...

    def drop_names(self, keys: Iterable[str]) -> None:
        """Forget name keys with their blocks and links."""
        ...

    def known_names(self, keys: Iterable[str]) -> set[str]:
        """Return those of the keys that `add_names` has been given."""
        ...

    def names_in_blocks(self, blocks: Iterable[str], limit: int = 500) -> dict[str, list[str]]:
        """Return for each block its name keys, sorted, at most `limit`."""
        ...

    def name_links(self, keys: Iterable[str]) -> list[NameLink]:
        """Return the links with an end in `keys`."""
        ...

    def unsure_name_links(self, below: float, limit: int) -> list[NameLink]:
        """Return at most `limit` links with a score below `below`, the least sure first, then by their names."""
        ...

    def add_name_links(self, links: Iterable[NameLink]) -> None:
        """Keep links; one for each (a, b, rule), a < b."""
        ...

    def drop_name_links(self, keys: Iterable[str]) -> None:
        """Forget the links with an end in `keys`."""
        ...

    def replace_organisations(self, keys: Iterable[str], organisations: Sequence[Organisation]) -> None:
        """Put organisations in place of all that hold one of the name keys."""
        ...

    def organisations(self, keys: Iterable[str]) -> dict[str, Organisation]:
        """Return name key → its organisation."""
        ...

    def organisation(self, id_: str) -> Organisation | None:
        """Return an organisation by its id, or by one that it has had."""
        ...

    def articles_mentioning(self, keys: Iterable[str], limit: int | None = None) -> list[str]:
        """Return the keys of articles that mention one of the name keys, sorted.

        With `limit` at most so many, found without looking at the others: the same ones in whatever order they came.
        """
        ...

    # --- views: reports and deals

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """Return reports by id."""
        ...

    def reports_of_articles(self, articles: Iterable[str]) -> list[Report]:
        """Return the reports of articles, by id."""
        ...

    def reports_of_companies(self, keys: Iterable[str]) -> list[Report]:
        """Return the reports whose company has one of the name keys, by id."""
        ...

    def companies_backed_by(self, keys: Iterable[str]) -> set[str]:
        """Return the company name keys of reports that mention one of the name keys as an investor."""
        ...

    def replace_deals(
        self, reports: Iterable[str], deals: Sequence[DealRow], names: Mapping[str, Sequence[str]]
    ) -> None:
        """Put deals in place of all that hold one of the report ids.

        `names` gives each deal's searchable names of all parties.
        """
        ...

    def noting_once(self) -> AbstractContextManager[None]:
        """Log what becomes of deals within this context once, by what there is at its end, as a rebuild needs."""
        ...

    def deal(self, id_: str) -> DealRow | None:
        """Return a deal by its id, by one that it has had, or by that of any of its reports."""
        ...

    def deal_ids(self, reports: Iterable[str]) -> set[str]:
        """Return the ids of the deals that hold one of the reports."""
        ...

    def deals(self, filter_: DealFilter) -> Iterator[DealRow]:
        """Stream deals, the latest announced first (undated last), then by id."""
        ...

    def deals_of_articles(self, articles: Iterable[str]) -> list[DealRow]:
        """Return the deals that one of the articles reports, by id."""
        ...

    def deals_of_organisations(self, ids: Iterable[str]) -> list[tuple[str, DealRow]]:
        """Return (role, deal) for each deal that an organisation is a party to: role is "company" or the investor's."""
        ...

    # --- search, upkeep

    def index(self, articles: Iterable[Article], gone: Iterable[str] = ()) -> None:
        """Make articles findable in place of what was known of them, and those that are gone (by key) no more.

        Deals and organisations are indexed when replaced.
        """
        ...

    def search(self, query: str, limit: int = 20, what: str | None = None) -> list[Hit]:
        """Find articles, deals and organisations by words or, in scripts without spaces, parts of words; best first.

        With `what` only one of the three. Of words that very many have, the newest are looked through.
        """
        ...

    def clear_views(self) -> None:
        """Forget every view; facts stay."""
        ...

    def setting(self, name: str) -> str | None:
        """Return a value kept with the store, such as the date its views are as of."""
        ...

    def set_setting(self, name: str, value: str | None) -> None:
        """Keep a value with the store, or forget it."""
        ...

    def checks(self) -> list[tuple[str, bool, str]]:
        """Examine the store: (what, whether it is well, in words)."""
        ...

    def counts(self) -> dict[str, int]:
        """Return how many there are of each fact and view."""
        ...


class Engine(Protocol):
    """Maps a function over many items."""

    def map(self, function: Callable[[T], U], items: Iterable[T | None]) -> Iterator[U | None]:
        """Yield the function's results in the order of the items, taking few items ahead.

        Nothing (None) among the items comes back as nothing in its place, at no cost. An error of the function comes
        out as it is, in the place of its item.
        """
        ...


class Publisher(Protocol):
    """Writes what the store knows into a directory, in one format."""

    def publish(self, view: PublicView, directory: Path, progress: Callable[[int], None]) -> list[Path]:
        """Write the files, telling `progress` how many things were written since the last call; return their paths."""
        ...


@dataclass(frozen=True, slots=True)
class PublicView:
    """What a publisher may read.

    Records of deals as plain JSON, articles, organisations, and the documents they came from.
    """

    deals: Callable[[], Iterator[dict[str, Any]]]
    articles: Callable[[], Iterator[Article]]
    documents: Callable[[str], Iterator[Document]]
    stories: Callable[[], Iterator[Story]]
    pictures: Callable[[Iterable[str]], dict[str, Cached]] = lambda _: {}
