"""What is SQLite's own: how it is opened, how it upserts, its full-text index, its words for what goes wrong."""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Insert, Table, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.pool import ConnectionPoolEntry, NullPool
from sqlalchemy.sql.compiler import SQLCompiler

from dealwire.stores.database import Elements, batches
from dealwire.stores.parts import Having

WRITE_AHEAD = "PRAGMA journal_mode = WAL"
"""Readers never wait for the writer, and a kill leaves whole transactions only."""

PRAGMAS = (
    "PRAGMA synchronous = FULL",  # in WAL one sync a commit: what is acknowledged outlives a power cut too
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",  # KiB
    "PRAGMA wal_autocheckpoint = 16384",  # pages: pages that many batches touch go to the file once
    "PRAGMA journal_size_limit = 134217728",
    "PRAGMA trusted_schema = ON",  # the index reads a view that calls `spaced`
)

LEAST_FREE = 256 * 2**20
"""Bytes of disk under which `checks` says that space runs out."""

# The scripts of East Asia, and signs. One range to compare with, since every text that is kept is gone through.
_UNSPACED = re.compile("[\u2e80-\U0010ffff]+")
SEPARATOR = "\x1f"
"""What stands between such characters in the index, so that each is a word: no text has it, no reader sees it."""

LONGEST_QUERY = 1000
_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')

_INDEX = """
    INSERT INTO search (rowid, title, text)
    SELECT id, title, text FROM search_content WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_UNINDEX = """
    INSERT INTO search (search, rowid, title, text)
    SELECT 'delete', id, title, text FROM search_content WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_INDEX_NAMES = """
    INSERT INTO search_names (rowid, key)
    SELECT id, key FROM listed_names WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
RANKED = 1000
"""Words that more entries have are common. Of those with one the newest are ranked, by whether their titles have it:
BM25 goes through all that say "round" to know how rare the word is."""
BATCH = 100
"""Of those, so many at a time: mostly the first have enough with the words in their titles."""
TITLED, TOLD = 4.0, 1.0
"""What a title and a text with a common word score: the weights that BM25 gives them here."""

_HOW_MANY = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
_NEWEST = """
    SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?
"""
_ENTRIES = "SELECT id, what, ref, title FROM entries WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC"

_MATCH = """
    SELECT id, what, ref, title, score
    FROM (
        SELECT rowid AS found, -bm25(search, 4.0, 1.0) AS score
        FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?
    ) JOIN entries ON id = found
    ORDER BY score DESC, ref LIMIT ?
"""
_SNIPPETS = """
    SELECT rowid, snippet(search, -1, '«', '»', '…', 40)
    FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))
"""


class Sqlite:
    """SQLite in one file."""

    begin = "BEGIN IMMEDIATE"

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self._path = path
        self._busy_seconds = busy_seconds

    def exists(self) -> bool:
        """See `Backend.exists`."""
        return self._path.exists()

    def engine(self) -> Engine:
        """See `Backend.engine`."""
        engine = create_engine(
            URL.create("sqlite", database=str(self._path)),
            isolation_level="AUTOCOMMIT",
            poolclass=NullPool,
            connect_args={"timeout": self._busy_seconds, "check_same_thread": False},
        )
        event.listen(engine, "connect", self._prepare)
        return engine

    def _prepare(self, connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        """Set a new connection up."""
        connection.create_function("spaced", 1, spaced, deterministic=True)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        self._write_ahead(connection)

    def _write_ahead(self, connection: sqlite3.Connection) -> None:
        """Switch the journal. Where several programs make a store at once, SQLite serves one and fails the others."""
        until = time.monotonic() + self._busy_seconds
        while True:
            try:
                connection.execute(WRITE_AHEAD)
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                return

    def add(self, table: Table) -> Insert:
        """See `Backend.add`."""
        return insert(table).on_conflict_do_nothing()

    def put(self, table: Table) -> Insert:
        """See `Backend.put`."""
        statement = insert(table)
        values = {column.name: statement.excluded[column.name] for column in table.c if not column.primary_key}
        return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)

    def tally(self, table: Table) -> Insert:
        """See `Backend.tally`."""
        statement = insert(table)
        sums = {c.name: c + statement.excluded[c.name] for c in table.c if not c.primary_key}
        return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=sums)

    def index(self, connection: Connection, ids: Sequence[int]) -> None:
        """See `Backend.index`."""
        connection.exec_driver_sql(_INDEX, (str(list(ids)),))

    def unindex(self, connection: Connection, ids: Sequence[int]) -> None:
        """See `Backend.unindex`."""
        connection.exec_driver_sql(_UNINDEX, (str(list(ids)),))

    def index_names(self, connection: Connection, ids: Sequence[int]) -> None:
        """See `Backend.index_names`."""
        connection.exec_driver_sql(_INDEX_NAMES, (str(list(ids)),))

    def clear_index(self, connection: Connection) -> None:
        """See `Backend.clear_index`."""
        for table in ("search", "search_names"):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608 - ours

    def match(
        self, connection: Connection, query: str, limit: int, ids: tuple[int, int]
    ) -> list[tuple[str, str, str, str, float]]:
        """See `Backend.match`. Snippets are made only for the best: to make them, the index reads the texts again."""
        phrases = _phrases(query)
        if not phrases:
            return []
        if connection.exec_driver_sql(_HOW_MANY, (phrases, RANKED)).scalar_one() == RANKED:
            newest = [row[0] for row in connection.exec_driver_sql(_NEWEST, (phrases, *ids, RANKED))]
            best = _best_of(connection, query, newest, limit)
        else:
            best = [tuple(row) for row in connection.exec_driver_sql(_MATCH, (phrases, *ids, limit))]
        if not best:
            return []
        chosen = [id_ for id_, *_ in best]
        within = (phrases, min(chosen), max(chosen), str(chosen))
        snippets = {row[0]: row[1] for row in connection.exec_driver_sql(_SNIPPETS, within)}
        return [
            (what, ref, title, snippets[id_].replace(SEPARATOR, ""), score) for id_, what, ref, title, score in best
        ]

    def version(self, connection: Connection) -> int:
        """See `Backend.version`."""
        return _number(connection, "PRAGMA data_version")

    def checks(self, connection: Connection) -> list[tuple[str, bool, str]]:
        """See `Backend.checks`."""
        return [
            _integrity(connection),
            _foreign_keys(connection),
            _journal(connection),
            _search(connection),
            _disk(self._path),
        ]

    def interrupt(self, connection: Connection) -> None:
        """See `Backend.interrupt`."""
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.interrupt()

    def words(self, error: Exception) -> str:
        """See `Backend.words`."""
        said = str(getattr(error, "orig", error))
        for sign, help_ in _HELP.items():
            if sign in said:
                return f"{self._path}: {help_}"
        return f"{self._path}: {said}"


_HELP = {
    "locked": "another program is writing to the store; try again when it is done",
    "not a database": "this file is no SQLite database; name another with --db",
    "malformed": "the store is damaged; bring back a copy, or ingest its documents anew",
    "readonly": "the store can't be written to; look at the rights of the file and its directory",
    "unable to open": "the store can't be opened; look whether its directory is there and may be written to",
    "full": "the disk is full; make room, then run the command again: nothing half-done was kept",
    "disk I/O": "the disk fails to read or write; look after it before going on",
}


@compiles(Elements, "sqlite")
def _elements(elements: Elements, compiler: SQLCompiler, **options: object) -> str:
    return f"json_each({compiler.process(elements.clauses, **options)})"


@compiles(Having, "sqlite")
def _having(part: Having, compiler: SQLCompiler, **options: object) -> str:
    return f"""search_names('"' || replace({compiler.process(part.clauses, **options)}, '"', '""') || '"')"""


def spaced(text: str | None) -> str | None:
    """Return a text in which every character of a script without spaces is a word of its own."""
    return text if text is None or text.isascii() else _UNSPACED.sub(_apart, text)


def _apart(run: re.Match[str]) -> str:
    return SEPARATOR + SEPARATOR.join(run[0]) + SEPARATOR


def _best_of(connection: Connection, query: str, newest: Sequence[int], limit: int) -> list[tuple[Any, ...]]:
    """Return the best of the newest entries with common words: those with them in their titles, the newest first."""
    words = [(quoted or bare).casefold() for quoted, bare in _TERM.findall(query)]
    titled: list[Any] = []
    told: list[Any] = []
    for ids in batches(newest, BATCH):
        for row in connection.exec_driver_sql(_ENTRIES, (str(ids),)):
            title = row.title.casefold()
            (titled if all(word in title for word in words) else told).append(row)
        if len(titled) >= limit:
            break
    best = [*((row, TITLED) for row in titled), *((row, TOLD) for row in told)][:limit]
    return [(*row, score + 1 - n / limit) for n, (row, score) in enumerate(best)]


def _phrases(query: str) -> str:
    """Return a person's query as phrases, all of which must occur; in quotes, no sign means anything to FTS5."""
    clean = query[:LONGEST_QUERY].replace("\0", " ").encode(errors="replace").decode()
    terms = [spaced(quoted or bare) for quoted, bare in _TERM.findall(clean)]
    return " ".join(f'"{term}"' for term in terms)


def _number(connection: Connection, sql: str) -> int:
    return int(connection.exec_driver_sql(sql).scalar_one())


def _word(connection: Connection, sql: str) -> str:
    return str(connection.exec_driver_sql(sql).scalar_one())


def _integrity(connection: Connection) -> tuple[str, bool, str]:
    said = _word(connection, "PRAGMA quick_check")
    return "integrity", said == "ok", said


def _foreign_keys(connection: Connection) -> tuple[str, bool, str]:
    broken = len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())
    on = bool(_number(connection, "PRAGMA foreign_keys"))
    return "references", on and not broken, f"{broken} broken" if on else "not enforced"


def _journal(connection: Connection) -> tuple[str, bool, str]:
    mode = _word(connection, "PRAGMA journal_mode")
    return "journal", mode == "wal", "write-ahead" if mode == "wal" else f"{mode}: readers wait for the writer"


def _search(connection: Connection) -> tuple[str, bool, str]:
    entries = _number(connection, "SELECT count(*) FROM entries")
    indexed = _number(connection, "SELECT count(*) FROM search_docsize")
    return "search", entries == indexed, f"{indexed} of {entries} entries are indexed"


def _disk(path: Path) -> tuple[str, bool, str]:
    free = shutil.disk_usage(path.parent).free
    return "disk", free >= LEAST_FREE, f"{free / 2**30:.1f} GiB free"
