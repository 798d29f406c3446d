"""Deriving every view anew from the facts, as they are or as they were on a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import islice

from dealwire.core.resolve.knowledge import Knowledge
from dealwire.ports import Store
from dealwire.service.readings import readings_of, with_sisters
from dealwire.service.resolve import Resolver

AS_OF = "as_of"
"""The setting that says which moment the views show; absent when they show the present."""

BATCH = 500


def rebuild(
    store: Store, knowledge: Knowledge, as_of: datetime | None = None, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Put new views in place of all that there are, in one step; return how many articles they rest on.

    With `as_of` (UTC) the views are those of that moment: articles published and judgements made by then. They stay so
    until the next `rebuild` or `ingest`. `progress` is told how many articles have been taken in so far.
    """
    done = 0
    with store.transaction(), store.noting_once():
        store.clear_views()
        store.set_setting(AS_OF, as_of.isoformat() if as_of else None)
        resolver = Resolver(store, knowledge, as_of)
        scan = store.scan_articles(as_of)
        while batch := list(islice(scan, BATCH)):
            current = with_sisters(store, {a.key for a in batch}, as_of)
            readings, _ = readings_of(store, current)
            resolver.update(current, readings)
            done += len(batch)
            progress(done)
    return done
