"""What a source's word is worth: its record as the store shows it, and putting the weights of all to use.

The record is an estimate over the whole store, so it moves with every article. Deals don't: they rest on the weights
that someone adopted, which is a judgement like any other (docs/adr/0012).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dealwire.core.resolve import source_records
from dealwire.core.resolve.judgements import about
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.origins import source_name
from dealwire.core.resolve.source_records import CHECKED, SourceRecord
from dealwire.errors import UsageError
from dealwire.model import Judgement, Support, Verdict
from dealwire.ports import DealFilter, Store
from dealwire.service.review import Decision, Editor, keep, made


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A value of a source that a deal doesn't show, beside the one that it shows."""

    deal: str
    company: str
    field: str
    value: Any
    shown: Any
    claim: Support


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: its record, the weight that deals use, and its values that deals truly contradict, latest first."""

    record: SourceRecord
    adopted: float
    contradicted: tuple[Contradicted, ...]


def records(store: Store) -> list[SourceRecord]:
    """Return the record of every source, those that told most first."""
    found = source_records.records(row.deal for row in store.deals(DealFilter()))
    return sorted(found, key=lambda record: (-record.reports, record.name))


def source(store: Store, name: str) -> SourceView:
    """Return a source by its name or domain, in any case.

    Raises:
        UsageError: no report of a deal comes from it.
    """
    known = {record.name.casefold(): record for record in records(store)}
    wanted = name.strip().casefold()
    record = known.get(wanted) or known.get(_domain(store, wanted) or "")
    if record is None:
        raise UsageError(f"no report comes from {name!r}: `dealwire source records` lists the sources")
    weight = adopted(store).get(record.name, 1.0)
    return SourceView(record, weight, tuple(_contradicted(store, record.name)))


def _domain(store: Store, name: str) -> str | None:
    """Return the domain under which a publisher of some name has its record."""
    for row in store.deals(DealFilter()):
        for claim in row.deal.fields["kind"].support:
            if (claim.provider.name or "").casefold() == name:
                return (source_name(claim.provider) or "").casefold()
    return None


def _contradicted(store: Store, name: str) -> Iterator[Contradicted]:
    for row in store.deals(DealFilter(conflicts=True)):
        for field in (row.deal.fields[n] for n in row.deal.conflicts if n in CHECKED):
            seen = set()
            for claim in field.against:
                if source_name(claim.provider) == name and claim.report not in seen:
                    seen.add(claim.report)
                    yield Contradicted(row.deal.id, row.deal.company, field.name, claim.value, field.value, claim)


def adopted(store: Store) -> dict[str, float]:
    """Return the weights that deals use: of the sources left out, 1."""
    return source_records.adopted(about(store.judgements(), "sources"))


def weigh(store: Store, knowledge: Knowledge, editor: Editor, why: str = "") -> Judgement | None:
    """Adopt the weights that the records of all sources give now, and derive every deal anew by them.

    Returns None, and keeps nothing, where these are the weights in use.
    """
    weights = {record.name: record.weight for record in records(store) if record.weight != 1.0}
    if weights == adopted(store):
        return None
    return keep(store, knowledge, Decision(made("sources", "", "", Verdict.WEIGH, editor, why, weights)))
