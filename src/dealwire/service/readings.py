"""What the reader tells of articles: from the claims that are kept, or read now and kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dealwire.core import records
from dealwire.core.extract import EXTRACTOR, VERSION, extract
from dealwire.model import Article, Reading
from dealwire.ports import Store


def with_sisters(store: Store, keys: set[str], as_of: datetime | None = None) -> dict[str, Article]:
    """Return the current articles under `keys` and all that share a record with one of them."""
    current = store.articles(keys, as_of)
    shared = {a.record for a in current.values() if a.record}
    sisters = {k for ks in store.record_articles(shared).values() for k in ks} - keys
    return {**current, **store.articles(sisters, as_of)} if sisters else current


def kept_readings(store: Store, articles: Mapping[str, Article]) -> dict[str, Reading]:
    """Return by key what the present reader has told of articles, where it told anything."""
    kept = store.claims({a.version for a in articles.values()}, VERSION)
    return {key: records.reading(kept[a.version]) for key, a in sorted(articles.items()) if a.version in kept}


def readings_of(store: Store, articles: Mapping[str, Article]) -> dict[str, Reading]:
    """Return by key what the present reader tells of articles, reading those that it has told nothing of.

    In a transaction.

    What is read now is kept as claims, and the reading is always made from claims, so that what is live equals what is
    rebuilt.
    """
    readings = kept_readings(store, articles)
    for key in sorted(articles.keys() - readings.keys()):
        article = articles[key]
        told = list(records.claims(extract(article), article.version, EXTRACTOR, VERSION))
        store.add_claims(told)
        readings[key] = records.reading(told)
    return readings
