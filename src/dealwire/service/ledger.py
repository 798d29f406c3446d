"""What every source told and how it held, by what is published, for pages: one pass over all deals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from dealwire.core.resolve import source_records
from dealwire.core.resolve.origins import source_name
from dealwire.core.resolve.source_records import CHECKED, SourceRecord
from dealwire.lists import Listed
from dealwire.model import Deal
from dealwire.ports import DealFilter
from dealwire.service.public import published
from dealwire.service.source_records import Contradicted, SourceView, adopted

BATCH = 500
SHOWN = 50
"""Contradicted values of a source that are kept, of the latest deals."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The record of every source, those that told most first, and the values of each that deals contradict."""

    records: tuple[SourceRecord, ...]
    contradicted: Mapping[str, tuple[Contradicted, ...]]
    adopted: Mapping[str, float]

    def source(self, name: str) -> SourceView | None:
        """Return a source by its name, in any case."""
        wanted = name.casefold()
        for record in self.records:
            if record.name.casefold() == wanted:
                return SourceView(record, self.adopted.get(record.name, 1.0), self.contradicted.get(record.name, ()))
        return None


def ledger(store: Listed) -> Ledger:
    """Return the records of all sources by what is published."""
    against: dict[str, list[Contradicted]] = defaultdict(list)

    def deals() -> Iterator[Deal]:
        rows = store.deals(DealFilter(drafts=False))
        while batch := list(islice(rows, BATCH)):
            for row in published(store, batch):
                for source, told in _contradicted(row.deal):
                    if len(against[source]) < SHOWN:
                        against[source].append(told)
                yield row.deal

    records = sorted(source_records.records(deals()), key=lambda record: (-record.reports, record.name))
    return Ledger(tuple(records), {name: tuple(told) for name, told in against.items()}, adopted(store))


def _contradicted(deal: Deal) -> Iterator[tuple[str, Contradicted]]:
    for field in (deal.fields[name] for name in deal.conflicts if name in CHECKED):
        seen = set()
        for claim in field.against:
            source = source_name(claim.provider)
            if source and (source, claim.report) not in seen:
                seen.add((source, claim.report))
                yield source, Contradicted(deal.id, deal.company, field.name, claim.value, field.value, claim)
