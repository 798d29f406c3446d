"""Bringing documents in.

Read, extract, keep the facts, bring the views up to date, one durable batch after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from dealwire.core.extract import gate
from dealwire.core.read import read
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.model import Counts, Document, Rejected
from dealwire.ports import Source, Store
from dealwire.service.readings import readings_of, with_sisters
from dealwire.service.rebuild import AS_OF, rebuild
from dealwire.service.resolve import Resolver

BATCH = 500
"""Documents that are read, resolved and made durable at a time.

Enough to make a commit cheap, few enough to hold in memory.
"""

BATCH_BYTES = 32 * 1024 * 1024
"""A batch ends early once its documents hold this many bytes."""


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


def ingest(
    store: Store,
    source: Source,
    knowledge: Knowledge,
    now: datetime,
    progress: Callable[[Counts], None] = lambda _: None,
) -> Counts:
    """Take in all that a source has. What could not be used is listed in the counts and kept in the store.

    `progress` is told after each batch that is safely in the store. Articles are counted, not documents: `read` =
    `new` (unknown articles, and new versions of known ones) + `seen`; `relevant` of the new ones may tell a deal;
    `deals` were told by them.
    """
    if store.setting(AS_OF) is not None:
        rebuild(store, knowledge)
    resolver = Resolver(store, knowledge)
    tally = _Tally()
    for batch in _batched(source.documents(), BATCH):
        _take_in(store, batch, resolver, now, tally)
        progress(tally.counts())
    return tally.counts()


def _take_in(
    store: Store, batch: Sequence[Document | Rejected], resolver: Resolver, now: datetime, tally: _Tally
) -> None:
    documents = [d for d in batch if isinstance(d, Document)]
    rejected = [r for r in batch if isinstance(r, Rejected)]
    gave = store.seen(d.digest for d in documents)
    # One that gave no article is read again, so that no run passes over in silence what can't be used.
    fresh = [d for d in documents if not gave.get(d.digest)]
    found = [read(d, gate.passes) for d in fresh]
    rejected += [r for result in found for r in result.rejected]
    articles = [a for result in found for a in result.articles]
    known = store.articles({a.key for a in articles})
    new = {a.key for a in articles if a.key not in known or known[a.key].version != a.version}
    told = 0
    with store.transaction():
        store.add_documents(fresh)
        store.add_articles(articles)
        store.add_rejected(rejected, now)
        current = with_sisters(store, {a.key for a in articles})
        readings, failed = readings_of(store, current)
        store.add_rejected(failed, now)
        resolver.update(current, readings)
        told = sum(len(readings[key].deals) for key in new if key in readings)
    came = len(articles) + sum(gave.get(d.digest, 0) for d in documents)
    tally.read += came
    tally.new += len(new)
    tally.seen += came - len(new)
    tally.relevant += sum(gate.passes(current[key].content) for key in new if key in current)
    tally.deals += told
    tally.rejected += rejected + failed


def _batched(items: Iterable[Document | Rejected], size: int) -> Iterator[list[Document | Rejected]]:
    iterator = iter(items)
    while batch := list(_up_to(iterator, size, BATCH_BYTES)):
        yield batch


def _up_to(iterator: Iterator[Document | Rejected], size: int, volume: int) -> Iterator[Document | Rejected]:
    for item in islice(iterator, size):
        yield item
        volume -= len(item.body) if isinstance(item, Document) else 0
        if volume <= 0:
            return
