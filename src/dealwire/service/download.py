"""Deals that a query passes as one file, for spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from dealwire.lists import DealQuery, Listed, Place
from dealwire.ports import DealFilter, PublicView, Publisher
from dealwire.service import listing
from dealwire.service.public import published
from dealwire.service.query import deal_record

MOST = 5000
"""Deals in one file, the first of the list; `dealwire export` writes all."""

BATCH = 500


def download(store: Listed, query: DealQuery, publisher: Publisher, directory: Path) -> Path:
    """Write the deals into an empty directory, and return the file of deals."""
    view = PublicView(
        deals=lambda: _records(store, query),
        articles=lambda: iter(()),
        documents=lambda _: iter(()),
        stories=lambda: iter(()),
    )
    paths = publisher.publish(view, directory, lambda _: None)
    return next(path for path in paths if path.stem == "deals")


def public_records(store: Listed) -> Iterator[dict[str, Any]]:
    """Yield every deal as readers may see it, in the order of lists."""
    rows = store.deals(DealFilter(drafts=False))
    while batch := list(islice(rows, BATCH)):
        yield from map(deal_record, published(store, batch))


def _records(store: Listed, query: DealQuery) -> Iterator[dict[str, Any]]:
    place: Place | None = None
    for _ in range(MOST // BATCH):
        rows = listing.after(store, query, place, BATCH)
        yield from map(deal_record, published(store, rows))
        if len(rows) < BATCH:
            return
        place = Place(rows[-1].deal.id, rows[-1].announced_on, rows[-1].usd)
