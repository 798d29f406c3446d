"""Reading kept documents again with today's reader, and bringing the views up to what they say now.

What comes of it is what would have come had today's reader read them when they came. Documents are taken by the time
at which they were fetched, one durable batch after the other; each is marked with the reader that read it, in the
transaction that keeps what it said, so that a run which was killed goes on where it ended.
"""

from __future__ import annotations

import traceback
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from dealwire.core.extract import gate
from dealwire.core.read import JSON, STAGE, VERSION, XML, ReadResult, read
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.model import Article, Document, Rejected
from dealwire.ports import Engine, Store
from dealwire.service.ingest import BATCH, BATCH_BYTES, chunked
from dealwire.service.readings import readings_of, with_sisters
from dealwire.service.rebuild import AS_OF, rebuild
from dealwire.service.resolve import Resolver

FEEDS = frozenset({XML, JSON})
"""The kinds of the documents of which watching keeps only what is news."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of reading again, counted in documents.

    `read` = `changed` (it says something else, more or less than before) + `same` + `failed` (today's reader can't use
    it: what it said before is gone, but where the reader failed by a bug of ours). `rejected` are also parts of
    documents.
    """

    read: int = 0
    changed: int = 0
    same: int = 0
    failed: int = 0
    rejected: tuple[Rejected, ...] = ()


@dataclass(slots=True)
class _Tally:
    read: int = 0
    changed: int = 0
    failed: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    def told(self) -> Reread:
        same = self.read - self.changed - self.failed
        return Reread(self.read, self.changed, same, self.failed, tuple(self.rejected))


Found = ReadResult | Rejected
"""What is read in a document, or that the reader failed on it."""


def reread(
    store: Store,
    knowledge: Knowledge,
    now: datetime,
    since: datetime | None = None,
    progress: Callable[[Reread, int], None] = lambda _, __: None,
    engine: Engine | None = None,
    *,
    every: bool = False,
) -> Reread:
    """Read again the documents that an older reader read; with `every`, all of them. Return what came of it.

    With `since` only those fetched then or later. `progress` is told, after each batch that is safely in the store,
    what has come of it so far and how many documents there are to read.
    """
    if store.setting(AS_OF) is not None:
        rebuild(store, knowledge)
    if every:
        store.forget_readers(since)
    total = store.count_read_before(VERSION, since)
    resolver = Resolver(store, knowledge)
    tally = _Tally()
    read_ = _read(store.documents_read_before(VERSION, since), engine)
    for batch in chunked(read_, BATCH, BATCH_BYTES, lambda one: one[0]):
        _keep(store, batch, resolver, now, tally)
        progress(tally.told(), total)
    return tally.told()


def _read(documents: Iterable[Document], engine: Engine | None) -> Iterator[tuple[Document, Found]]:
    waiting: deque[Document] = deque()

    def given() -> Iterator[Document]:
        for document in documents:
            waiting.append(document)
            yield document

    for found in engine.map(_attempt, given()) if engine else map(_attempt, given()):
        document = waiting.popleft()
        if found is not None:
            yield document, found


def _attempt(document: Document) -> Found:
    """Read a document; a reader that fails on one, which is a bug of ours, must not keep it from all others."""
    try:
        return read(document, gate.passes)
    except Exception as e:  # noqa: BLE001 - as in `service.readings.attempt`
        where = traceback.extract_tb(e.__traceback__)[-1]
        told = f"the reader failed, a bug: {e!r} in {where.name}, line {where.lineno}"
        return Rejected(STAGE, document.origin, told)


def _keep(
    store: Store, batch: Sequence[tuple[Document, Found]], resolver: Resolver, now: datetime, tally: _Tally
) -> None:
    """Keep what a batch of documents says now, and bring up to date what rests on what changed."""
    digests = [document.digest for document, _ in batch]
    rejected = [r for _, found in batch for r in ([found] if isinstance(found, Rejected) else found.rejected)]
    failed = {d.digest for d, found in batch if isinstance(found, Rejected) or (found.rejected and not found.articles)}
    had = store.sightings(digests)
    says = _sighted(store, had, [(d, found) for d, found in batch if isinstance(found, ReadResult)])
    changed = {digest for digest, articles in says.items() if articles != had.get(digest, [])}
    with store.transaction():
        store.replace_sightings(changed, [article for digest in changed for article in says[digest]])
        other = {a for digest in changed for a in had.get(digest, ())} ^ {a for digest in changed for a in says[digest]}
        rejected += _brought_up(store, resolver, other)
        store.add_rejected(rejected, now)
        store.note_reader(digests, VERSION)
    tally.read += len(digests)
    tally.failed += len(failed)
    tally.changed += len(changed - failed)
    tally.rejected += rejected


def _sighted(
    store: Store, had: Mapping[str, Sequence[Article]], found: Sequence[tuple[Document, ReadResult]]
) -> dict[str, list[Article]]:
    """Return which of the articles found in documents, given by time, are to be kept as sightings of theirs.

    Of a feed that is watched, what says nothing beyond what was known is not kept (`service.intake`). So a part of one
    that was not kept before is kept now only if nothing that came before it said the same.
    """
    moments = {(a.document, a.part): a.fetched_at for document, _ in found for a in had.get(document.digest, ())}
    told: dict[str, list[Article]] = defaultdict(list)
    unkept = {a.key for _, one in found for a in one.articles if (a.document, a.part) not in moments}
    digests = {document.digest for document, _ in found}
    for key, articles in store.sightings_under(unkept).items():
        told[key] = [a for a in articles if a.document not in digests]
    says: dict[str, list[Article]] = {}
    for document, one in found:
        kept: dict[int, Article] = {}
        news_alone = document.media_type.partition(";")[0] in FEEDS
        for article in one.articles:
            moment = moments.get((article.document, article.part))
            if news_alone and moment is None and any(_covers(other, article) for other in told[article.key]):
                continue
            sighting = article if moment is None else replace(article, fetched_at=moment)
            if kept.setdefault(article.part, sighting) is sighting:
                told[article.key].append(sighting)
        says[document.digest] = [kept[part] for part in sorted(kept)]
    return says


def _covers(known: Article, article: Article) -> bool:
    """Tell whether an article says nothing beside one that is known: it is the same, or a summary of it."""
    if known.excerpt < article.excerpt:
        return True
    same = replace(article, document=known.document, part=known.part, fetched_at=known.fetched_at) == known
    return same and known.fetched_at <= article.fetched_at


def _brought_up(store: Store, resolver: Resolver, other: Iterable[Article]) -> list[Rejected]:
    """Derive anew what rests on articles that are sighted now and were not, or no longer are; return what failed."""
    touched = {article.key for article in other}
    if not touched:
        return []
    # A record that ties an article no more still ties its sisters.
    ties = store.record_articles({article.record for article in other if article.record})
    touched.update(key for keys in ties.values() for key in keys)
    current = with_sisters(store, touched)
    readings, failed = readings_of(store, current)
    resolver.update(current, readings, touched - current.keys())
    return failed
