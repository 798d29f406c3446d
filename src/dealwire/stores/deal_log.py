"""The log of deals: which changed last, and when, for those who keep a copy of what a store shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import bindparam, select

from dealwire.lists import Logged
from dealwire.ports import DealRow
from dealwire.stores import schema
from dealwire.stores.database import CHUNK, KEYS, Part, batches
from dealwire.stores.deals import DEALS, row_of
from dealwire.stores.noting import note
from dealwire.stores.types import Instant

_log = schema.deal_log.c

ROW = select(_log.number, _log.deal, _log.at, _log.gone)
AFTER = ROW.where(_log.number > bindparam("after")).order_by(_log.number).limit(bindparam("most"))
NEWEST = ROW.where(_log.gone.is_(False)).order_by(_log.number.desc()).limit(bindparam("most"))
SINCE = select(_log.number).where(_log.at >= bindparam("moment", type_=Instant)).order_by(_log.at, _log.number).limit(1)
LAST = select(_log.number).order_by(_log.number.desc()).limit(1)
OF = ROW.where(_log.deal.in_(KEYS))
HELD = select(_log.deal).where(_log.gone.is_(False), _log.deal.not_in(select(schema.deals.c.id)))
EVERY = select(schema.deals.c.id).order_by(schema.deals.c.id)


class DealLog(Part):
    """The log of deals of a store."""

    def deal_log(self, after: int, limit: int) -> list[Logged]:
        """See `Store.deal_log`."""
        return [Logged(*row) for row in self._db.rows(AFTER, after=after, most=limit)]

    def newest_deals(self, limit: int) -> list[Logged]:
        """See `Store.newest_deals`."""
        return [Logged(*row) for row in self._db.rows(NEWEST, most=limit)]

    def logged(self, deals: Iterable[str]) -> dict[str, Logged]:
        """See `Store.logged`."""
        return {row.deal: Logged(*row) for row in self._db.rows_in(OF, deals)}

    def deals_named(self, ids: Iterable[str]) -> list[DealRow]:
        """See `Store.deals_named`."""
        return sorted(map(row_of, self._db.rows_in(DEALS, ids)), key=lambda row: row.deal.id)

    def log_before(self, moment: datetime) -> int:
        """See `Store.log_before`."""
        first = self._db.rows(SINCE, moment=moment)
        return int(first[0][0]) - 1 if first else sum(int(number) for (number,) in self._db.rows(LAST))

    @contextmanager
    def noting_once(self) -> Iterator[None]:
        """See `Store.noting_once`."""
        self._db.noting = False
        try:
            yield
        finally:
            self._db.noting = True
        with self._db.writing():
            self._settle()

    def _settle(self) -> None:
        note(self._db, [id_ for (id_,) in self._db.rows(HELD)], {})
        for batch in batches([id_ for (id_,) in self._db.rows(EVERY)], CHUNK):
            note(self._db, (), {row.deal.id: row for row in map(row_of, self._db.rows_in(DEALS, batch))})
