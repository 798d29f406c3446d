"""What the reader tells of articles: from the claims that are kept, or read now and kept."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from dealwire.core import records
from dealwire.core.extract import EXTRACTOR, VERSION, extract
from dealwire.model import Article, Reading, Rejected
from dealwire.ports import Store

Reader = Callable[[Article], Reading]


def with_sisters(store: Store, keys: set[str], as_of: datetime | None = None) -> dict[str, Article]:
    """Return the current articles under `keys` and all that share a record with one of them."""
    current = store.articles(keys, as_of)
    shared = {a.record for a in current.values() if a.record}
    sisters = {k for ks in store.record_articles(shared).values() for k in ks} - keys
    return {**current, **store.articles(sisters, as_of)} if sisters else current


def kept_readings(store: Store, articles: Mapping[str, Article], sort: str | None = None) -> dict[str, Reading]:
    """Return by key what the present reader has told of articles, where it told anything.

    `sort` is that of `Store.claims`.
    """
    kept = store.claims({a.version for a in articles.values()}, VERSION, sort)
    return {key: records.reading(kept[a.version]) for key, a in sorted(articles.items()) if a.version in kept}


def telling(store: Store, articles: Iterable[str], sort: str) -> list[str]:
    """Return the keys of those articles of which the present reader told something of a sort, of any version.

    No text is read for it, and most articles tell of deals alone.
    """
    versions = store.versions(articles)
    told = store.claims({version for its in versions.values() for version in its}, VERSION, sort)
    return sorted(key for key, its in versions.items() if not told.keys().isdisjoint(its))


def readings_of(
    store: Store, articles: Mapping[str, Article], ahead: Mapping[str, Reading | Rejected] | None = None
) -> tuple[dict[str, Reading], list[Rejected]]:
    """Return by key what the present reader tells of articles, and those on which it failed; in a transaction.

    What is read now is kept as claims, and the reading is always made from claims, so that what is live equals what is
    rebuilt. `ahead` is by version what the reader has told already, elsewhere.
    """
    readings = kept_readings(store, articles)
    failed: list[Rejected] = []
    for key in sorted(articles.keys() - readings.keys()):
        article = articles[key]
        told = (ahead or {}).get(article.version) or attempt(article, extract)
        if isinstance(told, Rejected):
            failed.append(told)
            continue
        claims = list(records.claims(told, article.version, EXTRACTOR, VERSION))
        store.add_claims(claims)
        readings[key] = records.reading(claims)
    return readings, failed


def attempt(article: Article, read: Reader) -> Reading | Rejected:
    """Read an article; a reader that fails on it, which is a bug of ours, must not keep a newsroom from all others."""
    try:
        return read(article)
    except Exception as e:  # noqa: BLE001 - the one place where a bug in a rule is turned into a listed rejection
        where = traceback.extract_tb(e.__traceback__)[-1]
        return Rejected("extract", article.ref, f"the reader failed, a bug: {e!r} in {where.name}, line {where.lineno}")
