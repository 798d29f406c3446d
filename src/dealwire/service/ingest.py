"""Bringing documents in.

Read, extract, keep the facts, bring the views up to date, one durable batch after the other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from dealwire.core.extract import extract, gate
from dealwire.core.read import VERSION, ReadResult, read
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.model import Counts, Document, Position, Reading, Rejected
from dealwire.ports import Engine, Source, Store
from dealwire.service.readings import attempt, readings_of, with_sisters
from dealwire.service.rebuild import AS_OF, rebuild
from dealwire.service.resolve import Resolver

T = TypeVar("T")

BATCH = 500
"""Documents that are read, resolved and made durable at a time.

Enough to make a commit cheap, few enough to hold in memory.
"""

BATCH_BYTES = 16 * 1024 * 1024
"""A batch ends early once its documents hold this many bytes."""

SHARED_BYTES = 8 * 1024 * 1024
"""The same where other processes read: while a batch is kept they read the next, but for the last they have none."""

AHEAD = 16
"""So many items are asked of the store at a time whether it has them, before they are read."""

AHEAD_BYTES = 4 * 1024 * 1024

NOTHING = ReadResult()
NO_READINGS: Mapping[str, ReadResult] = {}


@dataclass(slots=True)
class _Tally:
    read: int = 0
    new: int = 0
    seen: int = 0
    relevant: int = 0
    deals: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    def counts(self) -> Counts:
        return Counts(self.read, self.new, self.seen, self.relevant, self.deals, tuple(self.rejected))


Item = Document | Rejected | Position


@dataclass(frozen=True, slots=True)
class _Came:
    """What came of a source: an item, and of a document how many articles it gave before, or what is read of it now."""

    item: Item
    gave: int = 0
    found: ReadResult = NOTHING
    told: Mapping[str, Reading | Rejected] = field(default_factory=dict)
    """By version what the reader of deals tells of its articles, where that was asked for ahead."""


def ingest(
    store: Store,
    source: Source,
    knowledge: Knowledge,
    now: datetime,
    progress: Callable[[Counts], None] = lambda _: None,
    engine: Engine | None = None,
    at_hand: Mapping[str, ReadResult] = NO_READINGS,
) -> Counts:
    """Take in all that a source has. What could not be used is listed in the counts and kept in the store.

    `progress` is told after each batch that is safely in the store. Articles are counted, not documents: `read` =
    `new` (unknown articles, and new versions of known ones) + `seen`; `relevant` of the new ones may tell a deal;
    `deals` were told by them. Documents are read by the engine, if there is one, while the source goes on. How far a
    source has come (`Position`) is kept in one transaction with what came before it. `at_hand` is what was read of some
    documents already, by digest; for who had to look into them first.
    """
    if store.setting(AS_OF) is not None:
        rebuild(store, knowledge)
    resolver = Resolver(store, knowledge)
    tally = _Tally()
    volume = SHARED_BYTES if engine else BATCH_BYTES
    for batch in _batched(_read(store, source.documents(engine), engine, at_hand), BATCH, volume):
        _take_in(store, batch, resolver, now, tally)
        progress(tally.counts())
    return tally.counts()


def _read(
    store: Store, items: Iterable[Item], engine: Engine | None, at_hand: Mapping[str, ReadResult]
) -> Iterator[_Came]:
    """Read the documents among some items that the store does not have yet."""
    waiting: deque[_Came] = deque()

    def unread() -> Iterator[Document | None]:
        for few in chunked(items, AHEAD, AHEAD_BYTES):
            gave = store.seen(item.digest for item in few if isinstance(item, Document))
            for item in few:
                # One that gave no article is read again, so that no run passes over in silence what can't be used.
                before = gave.get(item.digest, 0) if isinstance(item, Document) and item.digest not in at_hand else 0
                waiting.append(_Came(item, before))
                yield item if isinstance(item, Document) and not before else None

    def here(document: Document | None) -> _Read | None:
        return (at_hand.get(document.digest) or _found(document), {}) if document else None

    for result in engine.map(_with_deals, unread()) if engine else map(here, unread()):
        came = waiting.popleft()
        yield replace(came, found=result[0], told=result[1]) if result else came


_Read = tuple[ReadResult, Mapping[str, Reading | Rejected]]


def _found(document: Document) -> ReadResult:
    return read(document, gate.passes)


def _with_deals(document: Document) -> _Read:
    """Read a document, and the deals of its articles: worth it only away from the process that keeps them.

    An article that is known already would be read for nothing.
    """
    found = _found(document)
    return found, {article.version: attempt(article, extract) for article in found.articles}


def _take_in(store: Store, batch: Sequence[_Came], resolver: Resolver, now: datetime, tally: _Tally) -> None:
    fresh = [came.item for came in batch if isinstance(came.item, Document) and not came.gave]
    rejected = [came.item for came in batch if isinstance(came.item, Rejected)]
    rejected += [r for came in batch for r in came.found.rejected]
    articles = [a for came in batch for a in came.found.articles]
    told_ahead = {version: told for came in batch for version, told in came.told.items()}
    positions = {came.item.name: came.item.at for came in batch if isinstance(came.item, Position)}
    known = store.articles({a.key for a in articles})
    new = {a.key for a in articles if a.key not in known or known[a.key].version != a.version}
    told = 0
    with store.transaction():
        store.add_documents(fresh, VERSION)
        store.add_articles(articles)
        store.add_rejected(rejected, now)
        current = with_sisters(store, {a.key for a in articles})
        readings, failed = readings_of(store, current, told_ahead)
        store.add_rejected(failed, now)
        resolver.update(current, readings)
        told = sum(len(readings[key].deals) for key in new if key in readings)
        for name, at in positions.items():
            store.set_setting(name, at)
    total = len(articles) + sum(came.gave for came in batch)
    tally.read += total
    tally.new += len(new)
    tally.seen += total - len(new)
    tally.relevant += sum(gate.passes(current[key].content) for key in new if key in current)
    tally.deals += told
    tally.rejected += rejected + failed


def _batched(items: Iterable[_Came], size: int, volume: int) -> Iterator[list[_Came]]:
    return chunked(items, size, volume, lambda came: came.item)


def chunked(
    items: Iterable[T], size: int, volume: int, of: Callable[[T], object] = lambda item: item
) -> Iterator[list[T]]:
    """Yield items by so many, or fewer where the documents among them come to so many bytes."""
    held: list[T] = []
    weight = 0
    for item in items:
        held.append(item)
        inner = of(item)
        weight += len(inner.body) if isinstance(inner, Document) else 0
        if len(held) == size or weight >= volume:
            yield held
            held, weight = [], 0
    if held:
        yield held
