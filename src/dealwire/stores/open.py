"""Opening a store by its URL: the one place that knows which databases there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from dealwire.errors import StoreError, UsageError
from dealwire.lists import Listed
from dealwire.stores.database import Backend, Database, now
from dealwire.stores.migrate import bring_up_to_date
from dealwire.stores.sql import SqlStore
from dealwire.stores.sqlite import Sqlite

BUSY_SECONDS = 10.0
"""How long a writer waits for another one before it gives up."""


def open_store(
    url: str, busy_seconds: float = BUSY_SECONDS, *, make: bool = True, clock: Callable[[], datetime] = now
) -> Listed:
    """Open the store at a path or at `sqlite:///path`, making it where there is none and bringing an old one up.

    `clock` tells when a deal changes.

    Raises `StoreError` where that can't be: another database, a file that is something else, a place that can't be
    written to, a store that a newer dealwire wrote; `UsageError` where there is none and none is to be made.
    """
    backend = _backend(url, busy_seconds)
    if not make and not backend.exists():
        raise UsageError(f"there is no store at {url}: `dealwire ingest` makes one, --db names another")
    database = Database(backend, clock)
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return SqlStore(database)


def _backend(url: str, busy_seconds: float) -> Backend:
    """Return the backend that a URL names: a database more is a line more."""
    scheme, separator, path = url.partition("://")
    if not separator:
        return Sqlite(Path(url), busy_seconds)
    if scheme == "sqlite" and path.startswith("/"):
        return Sqlite(Path(path[1:]), busy_seconds)
    if scheme.partition("+")[0] in ("postgresql", "postgres"):
        raise StoreError("PostgreSQL has no adapter yet; name a path or sqlite:///path")
    raise StoreError(f"{url} names no store; name a path or sqlite:///path")
