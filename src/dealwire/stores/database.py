"""A connection to a database and what every theme of the store does with it, whichever database it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Protocol, TypeAlias, TypeVar
from weakref import WeakSet

import msgspec
from sqlalchemy import Connection, Dialect, Engine, Executable, Insert, Row, Table, Text, bindparam, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql.functions import FunctionElement

from dealwire.errors import StoreError

T = TypeVar("T")
AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"

CHUNK = 1000
"""How many rows are read or written at a time."""

MOST_KEYS = 20_000
"""How many keys one statement is asked about."""


class Elements(FunctionElement[Any]):
    """The elements of a JSON array as rows, so that one parameter holds any number of keys; each backend spells it."""

    name = "elements"
    inherit_cache = True


KEYS = select(Elements(bindparam("keys", type_=Text)).table_valued("value").c.value)
"""What `rows_in` and `run_in` are asked about: `column.in_(KEYS)`."""


class Backend(Protocol):
    """What is a database's own. A second database is a second one of these."""

    begin: str
    """The statement that begins a transaction in which to write."""

    def exists(self) -> bool:
        """Tell whether there is a store."""
        ...

    def engine(self) -> Engine:
        """Return an engine whose connections commit each statement by itself, and that marks parameters by position."""
        ...

    def add(self, table: Table) -> Insert:
        """Return a statement that inserts rows and leaves those that are there as they are."""
        ...

    def put(self, table: Table) -> Insert:
        """Return a statement that inserts rows and overwrites those that are there."""
        ...

    def tally(self, table: Table) -> Insert:
        """Return a statement that inserts rows and adds their numbers to those of the rows that are there."""
        ...

    def index(self, connection: Connection, ids: Sequence[int]) -> None:
        """Make these rows of `entries`, just written, findable."""
        ...

    def unindex(self, connection: Connection, ids: Sequence[int]) -> None:
        """Make these rows of `entries`, not yet deleted, unfindable."""
        ...

    def index_names(self, connection: Connection, ids: Sequence[int]) -> None:
        """Make these rows of `listed_names`, just written, findable by any part."""
        ...

    def clear_index(self, connection: Connection) -> None:
        """Make nothing findable."""
        ...

    def match(
        self, connection: Connection, query: str, limit: int, ids: tuple[int, int]
    ) -> list[tuple[str, str, str, str, float]]:
        """Return (what, ref, title, snippet, score) of the best entries for a query by a person, best first.

        Only entries whose ids lie between two are looked at, and of a word that many have only the newest.
        """
        ...

    def version(self, connection: Connection) -> int:
        """Return a number that differs once any other connection, of this process or another, has written."""
        ...

    def checks(self, connection: Connection) -> list[tuple[str, bool, str]]:
        """Examine what only this database knows of itself."""
        ...

    def interrupt(self, connection: Connection) -> None:
        """End what another thread runs on a connection."""
        ...

    def words(self, error: Exception) -> str:
        """Say what went wrong and what may help."""
        ...


class _Own:
    """A thread's own connection, closed when the thread ends; `busy` is held while a statement runs on it."""

    __slots__ = ("__weakref__", "busy", "connection")

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.busy = threading.RLock()

    def close(self, interrupt: Callable[[Connection], None]) -> None:
        """Close the connection, from any thread; `interrupt` ends what runs on it, if anything."""
        if not self.busy.acquire(blocking=False):
            with suppress(SQLAlchemyError):  # closed already
                interrupt(self.connection)
            self.busy.acquire()
        try:
            self.connection.close()
        finally:
            self.busy.release()

    def __del__(self) -> None:
        with suppress(SQLAlchemyError):  # the whole store may be closed by now
            self.connection.close()


def now() -> datetime:
    """Return the present (UTC)."""
    return datetime.now(UTC)


class Database:
    """One connection for each thread, so that readers never wait for a writer."""

    def __init__(self, backend: Backend, clock: Callable[[], datetime] = now) -> None:
        self.backend = backend
        self.clock = clock
        self.noting = True
        self._engine = backend.engine()
        self._local = threading.local()
        self._opened: WeakSet[_Own] = WeakSet()
        self._closed = False
        self._watching = threading.Lock()
        self._watch: Connection | None = None
        self._inlets: dict[tuple[str, str, tuple[str, ...]], _Inlet] = {}

    # --- connection and transaction

    @property
    def connection(self) -> Connection:
        """This thread's connection, opened at need; to be used within `translated`."""
        return self._own.connection

    @property
    def _own(self) -> _Own:
        if self._closed:
            raise StoreError("the store is closed")
        own: _Own | None = getattr(self._local, "own", None)
        if own is None:
            own = self._local.own = _Own(self._engine.connect())
            with self._watching:
                self._opened.add(own)
        return own

    def close(self) -> None:
        """Close the connections of all threads; those of threads that have ended are closed already.

        What other threads still run is ended first: SQLite crashes where a connection closes under a statement.
        """
        with self._watching:
            self._closed = True
            opened = list(self._opened)
            if self._watch is not None:
                self._watch.close()
            self._watch = None
        for own in opened:
            own.close(self.backend.interrupt)
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
        with self.translated():
            connection = self.connection
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
        """Undo. A database may have done so by itself, as on a full disk: then a new connection is the way on."""
        try:
            with self._own.busy:
                connection.exec_driver_sql("ROLLBACK")
        except SQLAlchemyError:
            del self._local.own

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
        """Use this thread's connection, which nobody closes meanwhile, and turn the database's errors into ours."""
        with self._told(), self._own.busy:
            yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn the database's errors into ours."""
        try:
            yield
        except SQLAlchemyError as error:
            raise StoreError(self.backend.words(error)) from error
        except UnicodeEncodeError as error:
            raise StoreError(f"a text holds half a character, which no store can keep: {error}") from error

    # --- reading

    def version(self) -> int:
        """Return a number that differs once something was written, by whomever: a connection that never does asks."""
        with self._watching, self._told():
            if self._closed:
                raise StoreError("the store is closed")
            if self._watch is None:
                self._watch = self._engine.connect()
            return self.backend.version(self._watch)

    def rows(self, statement: Executable, **parameters: object) -> Sequence[AnyRow]:
        """Return all rows of a statement."""
        with self.translated():
            return self.connection.execute(statement, parameters).fetchall()

    def rows_in(self, statement: Executable, keys: Iterable[Any], **parameters: object) -> Iterator[AnyRow]:
        """Yield the rows of a statement about `keys`, in pieces that every database takes, by ascending keys."""
        for chunk in self._listed(keys):
            yield from self.rows(statement, keys=chunk, **parameters)

    # --- writing

    def run(self, statement: Executable, **parameters: object) -> None:
        """Run one statement."""
        with self.translated():
            self.connection.execute(statement, parameters)

    def run_in(self, statement: Executable, keys: Iterable[Any], **parameters: object) -> None:
        """Run a statement about `keys`."""
        for chunk in self._listed(keys):
            self.run(statement, keys=chunk, **parameters)

    def _listed(self, keys: Iterable[Any]) -> Iterator[str]:
        """Yield ascending keys as JSON arrays."""
        for chunk in batches(sorted(set(keys)), MOST_KEYS):
            with self.translated():
                listed = msgspec.json.encode(chunk).decode()
            yield listed

    def many(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run a statement once for each row."""
        if rows:
            with self.translated():
                self.connection.execute(statement, rows)

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows into a table that numbers them by itself, or has no key."""
        self._pour("insert", table, rows)

    def add(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows; those that are there already stay as they are."""
        self._pour("add", table, rows)

    def put(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows in place of those that are there."""
        self._pour("put", table, rows)

    def tally(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows; the numbers of those that are there already grow by theirs."""
        self._pour("tally", table, rows)

    def _pour(self, how: str, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Hand rows to the driver as they are: SQLAlchemy's own work on each row takes longer than SQLite's."""
        if not rows:
            return
        columns = tuple(rows[0])
        inlet = self._inlets.get((how, table.name, columns))
        if inlet is None:
            inlet = self._inlets[how, table.name, columns] = _Inlet(
                self._engine.dialect, self._into(how, table), table, columns
            )
        with self.translated():
            self.connection.exec_driver_sql(inlet.sql, inlet.written(rows))

    def _into(self, how: str, table: Table) -> Insert:
        if how == "add":
            return self.backend.add(table)
        if how == "put":
            return self.backend.put(table)
        if how == "tally":
            return self.backend.tally(table)
        return insert(table)


class _Inlet:
    """An insert into some columns of a table, ready for the driver."""

    def __init__(self, dialect: Dialect, statement: Insert, table: Table, columns: Container[str]) -> None:
        named = [column for column in table.c if column.name in columns]
        self.sql = str(statement.compile(dialect=dialect, column_keys=[column.name for column in named]))
        self._columns = [(column.name, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in named]

    def written(self, rows: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
        """Return the rows with each value as the database writes it, in the order of the statement."""
        columns = [
            [write(row[name]) for row in rows] if write else [row[name] for row in rows]
            for name, write in self._columns
        ]
        return list(zip(*columns, strict=True))


class Part:
    """One theme of the store: some of its methods, on the common database."""

    def __init__(self, database: Database) -> None:
        self._db = database


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut values into lists of at most `size`."""
    iterator = iter(values)
    while batch := list(islice(iterator, size)):
        yield batch
