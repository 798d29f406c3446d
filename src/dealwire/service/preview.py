"""What a decision would change, found by taking it and taking it back before anyone can see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dealwire.core.resolve.knowledge import Knowledge
from dealwire.model import Judgement
from dealwire.ports import DealRow, Store
from dealwire.service.review import Decision, apply


class _TakeBackError(Exception):
    """Ends the transaction, so that nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a deal before and after, plain JSON; None where it has no value."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class DealChange:
    """A deal that a decision changes: `what` is "new", "gone" or "changed"."""

    deal: str
    company: str
    what: str
    fields: tuple[FieldChange, ...]
    reports_before: int
    reports_after: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a decision would change: deals with their fields; how many deals stay as they are around it."""

    judgement: Judgement
    changes: tuple[DealChange, ...]
    unchanged: int


def preview(store: Store, knowledge: Knowledge, decision: Decision) -> Preview:
    """Return what a decision would change; nothing of it is kept."""
    after: dict[str, DealRow] = {}
    try:
        with store.transaction():
            changed = apply(store, knowledge, decision)
            after = {id_: row for id_ in changed.deals if (row := store.deal(id_))}
            raise _TakeBackError
    except _TakeBackError:
        pass
    reports = {report for row in after.values() for report in row.deal.reports}
    before = {row.deal.id: row for report in sorted(reports) if (row := store.deal(report))}
    changes = tuple(_changes(before, after))
    return Preview(
        decision.judgement, changes, len(after.keys() & before.keys()) - sum(c.what == "changed" for c in changes)
    )


def _changes(before: dict[str, DealRow], after: dict[str, DealRow]) -> Iterable[DealChange]:
    for id_ in sorted(before.keys() | after.keys()):
        old, new = before.get(id_), after.get(id_)
        fields = tuple(_fields(old, new))
        counts = tuple(len(row.deal.reports) if row else 0 for row in (old, new))
        row = new or old
        if row is not None and (fields or counts[0] != counts[1]):
            what = "changed" if old and new else "new" if new else "gone"
            yield DealChange(id_, row.deal.company, what, fields, *counts)


def _besides(row: DealRow) -> dict[str, Any]:
    """Return what a decision may change beside fields: on which of them reports disagree, whether readers see it."""
    return {"conflicts": list(row.deal.conflicts) or None, "draft": row.deal.draft}


def _fields(old: DealRow | None, new: DealRow | None) -> Iterable[FieldChange]:
    values = [
        {**{name: field.value for name, field in row.deal.fields.items()}, **_besides(row)} if row else {}
        for row in (old, new)
    ]
    for name in dict.fromkeys([*values[0], *values[1]]):
        was, now = values[0].get(name), values[1].get(name)
        if was != now:
            yield FieldChange(name, was, now)
