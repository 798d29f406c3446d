"""The names that lists are looked through by, found by any part of theirs.

Names are added and stay, though the last deal with one may go: to find one that nothing has any more finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, Text, literal, select
from sqlalchemy.sql.functions import FunctionElement

from dealwire.stores import schema
from dealwire.stores.database import KEYS, Database

_names = schema.listed_names.c

INDEXED = 3
"""Characters of the shortest part that the index finds; for a shorter one all names are gone through."""

KNOWN = select(_names.key).where(_names.key.in_(KEYS))
NUMBERS = select(_names.id).where(_names.key.in_(KEYS))


class Having(FunctionElement[Any]):
    """The listed names that have a part, as rows with a `key`; each backend spells it."""

    name = "having"
    inherit_cache = True


def having(part: str) -> Select[tuple[str]]:
    """Select the listed names that have a part."""
    if len(part) < INDEXED or "\0" in part:  # which would end a query in the middle
        return select(_names.key).where(_names.key.contains(part, autoescape=True))
    found = Having(literal(part, Text)).table_valued("key")
    return select(found.c.key)


def list_names(database: Database, keys: Iterable[str]) -> None:
    """Make names findable by their parts; in a transaction."""
    keys = set(keys)
    new = sorted(keys - {key for (key,) in database.rows_in(KNOWN, keys)})
    if new:
        database.add(schema.listed_names, [{"key": key} for key in new])
        numbers = [number for (number,) in database.rows_in(NUMBERS, new)]
        with database.translated():
            database.backend.index_names(database.connection, numbers)
