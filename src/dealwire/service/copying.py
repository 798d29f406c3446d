"""What those who keep a copy of the deals need: which changed since they last asked, and which are shown no more."""

from __future__ import annotations

from dataclasses import dataclass

from dealwire.lists import Listed, Logged
from dealwire.ports import DealRow
from dealwire.service.public import published


@dataclass(frozen=True, slots=True)
class Changed:
    """A deal that changed: as it is now, or without `row` if it is shown no more.

    `now` is then the id of the deal that its reports went to, if it was joined with another that is shown.
    """

    log: Logged
    row: DealRow | None
    now: str | None = None


def changed(store: Listed, after: int, limit: int) -> tuple[list[Changed], bool]:
    """Return at most `limit` deals that changed after a number of the log, and whether there are more."""
    found = store.deal_log(after, limit + 1)
    more = len(found) > limit
    found = found[:limit]
    shown = {row.deal.id: row for row in published(store, store.deals_named(one.deal for one in found))}

    def told(one: Logged) -> Changed:
        if row := shown.get(one.deal):
            return Changed(one, row)
        other = store.deal(one.deal)
        public = published(store, [other]) if other is not None and other.deal.id != one.deal else []
        return Changed(one, None, public[0].deal.id if public else None)

    return [told(one) for one in found], more
