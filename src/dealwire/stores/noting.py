"""Noting in the log of deals what becomes of them, as it happens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import delete, select

from dealwire.ports import DealRow
from dealwire.stores import schema
from dealwire.stores.database import KEYS, Database

_log = schema.deal_log.c

KNOWN = select(_log.deal, _log.digest, _log.gone).where(_log.deal.in_(KEYS))
DROP = delete(schema.deal_log).where(_log.deal.in_(KEYS))


def digest(row: DealRow) -> str:
    """Return the digest of what is shown of a deal; doubts are for editors."""
    shown = (replace(row.deal, doubts=()), row.announced_on, row.usd, *filter(None, (row.country,)))
    return blake2b(msgspec.json.encode(shown), digest_size=12).hexdigest()


def note(database: Database, old: Iterable[str], new: Mapping[str, DealRow]) -> None:
    """Log what becomes of deals within a transaction: those that are new or say something else, those that went.

    A draft goes; one that nobody saw is not told of.
    """
    if not database.noting:
        return
    old = set(old)
    known = {row.deal: row for row in database.rows_in(KNOWN, old | new.keys())}
    rows: list[dict[str, Any]] = []
    for id_ in sorted(old | new.keys()):
        before, now = known.get(id_), new.get(id_)
        if now is None or now.deal.draft:
            if before is not None and not before.gone:
                rows.append({"deal": id_, "digest": "", "gone": True})
        elif before is None or before.gone or before.digest != digest(now):
            rows.append({"deal": id_, "digest": digest(now), "gone": False})
    if rows:
        at = database.clock()
        database.run_in(DROP, (row["deal"] for row in rows))
        database.insert(schema.deal_log, [{**row, "at": at} for row in rows])
