"""A connection to a database and what every theme of the store does with it, whichever database it is."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, Protocol, TypeAlias, TypeVar

from sqlalchemy import BindParameter, Connection, Engine, Executable, Row, Table, bindparam, insert
from sqlalchemy.exc import SQLAlchemyError

from dealwire.errors import StoreError

T = TypeVar("T")
AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"

CHUNK = 1000
"""How many keys go into one IN list, and how many rows are read at a time."""

KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
"""The place in a statement of what `rows_in` and `run_in` are asked about."""


class Backend(Protocol):
    """What is a database's own. A second database is a second one of these."""

    name: str
    begin: str

    def engine(self) -> Engine:
        """Return an engine whose connections commit each statement by itself."""
        ...

    def add(self, table: Table) -> Executable:
        """Return a statement that inserts rows and leaves those that are there as they are."""
        ...

    def put(self, table: Table) -> Executable:
        """Return a statement that inserts rows and overwrites those that are there."""
        ...

    def index(self, connection: Connection, ids: Sequence[int]) -> None:
        """Make these rows of `entries`, just written, findable."""
        ...

    def unindex(self, connection: Connection, ids: Sequence[int]) -> None:
        """Make these rows of `entries`, not yet deleted, unfindable."""
        ...

    def clear_index(self, connection: Connection) -> None:
        """Make nothing findable."""
        ...

    def match(self, connection: Connection, query: str, limit: int) -> list[tuple[str, str, str, str, float]]:
        """Return (what, ref, title, snippet, score) of the best entries for a query by a person, best first."""
        ...

    def checks(self, connection: Connection) -> list[tuple[str, bool, str]]:
        """Examine what only this database knows of itself."""
        ...

    def words(self, error: Exception) -> str:
        """Say what went wrong and what may help."""
        ...


class Database:
    """One connection for each thread, so that readers never wait for a writer."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self._engine = backend.engine()
        self._local = threading.local()
        self._opened: list[Connection] = []

    # --- connection and transaction

    @property
    def connection(self) -> Connection:
        """This thread's connection, opened at need."""
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with self.translated():
                connection = self._engine.connect()
            self._local.connection = connection
            self._opened.append(connection)
        return connection

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()
        self._engine.dispose()

    @property
    def in_transaction(self) -> bool:
        """Whether this thread stands in a transaction."""
        return getattr(self._local, "in_transaction", False)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Writers wait for each other from the first moment, so that none fails half-way."""
        if self.in_transaction:
            raise RuntimeError("transactions are not nested")
        connection = self.connection
        with self.translated():
            connection.exec_driver_sql(self.backend.begin)
        self._local.in_transaction = True
        try:
            yield
            with self.translated():
                connection.exec_driver_sql("COMMIT")
        except BaseException:
            self._roll_back(connection)
            raise
        finally:
            self._local.in_transaction = False

    def _roll_back(self, connection: Connection) -> None:
        """Undo; where the database has already done so by itself (a full disk), there is nothing left to undo."""
        try:
            connection.exec_driver_sql("ROLLBACK")
        except SQLAlchemyError:
            connection.invalidate()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Stand in the transaction that is open, or in one of its own."""
        if self.in_transaction:
            yield
        else:
            with self.transaction():
                yield

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the database's errors into ours."""
        try:
            yield
        except SQLAlchemyError as error:
            raise StoreError(self.backend.words(error)) from error
        except UnicodeEncodeError as error:
            raise StoreError(f"a text holds half a character, which no store can keep: {error}") from error

    # --- reading

    def rows(self, statement: Executable, **parameters: object) -> Sequence[AnyRow]:
        """Return all rows of a statement."""
        with self.translated():
            return self.connection.execute(statement, parameters).fetchall()

    def rows_in(self, statement: Executable, keys: Iterable[Any], **parameters: object) -> Iterator[AnyRow]:
        """Yield the rows of a statement about `keys`, in pieces that every database takes, by ascending keys."""
        for chunk in batches(sorted(set(keys)), CHUNK):
            yield from self.rows(statement, keys=chunk, **parameters)

    # --- writing

    def run(self, statement: Executable, **parameters: object) -> None:
        """Run one statement."""
        with self.translated():
            self.connection.execute(statement, parameters)

    def run_in(self, statement: Executable, keys: Iterable[Any]) -> None:
        """Run a statement about `keys`."""
        for chunk in batches(sorted(set(keys)), CHUNK):
            self.run(statement, keys=chunk)

    def many(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run a statement once for each row."""
        if rows:
            with self.translated():
                self.connection.execute(statement, rows)

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows of a table that has no key of its own."""
        self.many(insert(table), rows)

    def add(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows; those that are there already stay as they are."""
        self.many(self.backend.add(table), rows)

    def put(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows in place of those that are there."""
        self.many(self.backend.put(table), rows)


class Part:
    """One theme of the store: some of its methods, on the common database."""

    def __init__(self, database: Database) -> None:
        self._db = database


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut values into lists of at most `size`."""
    iterator = iter(values)
    while batch := list(islice(iterator, size)):
        yield batch
