"""Opening a store: where it can be, and what is said where it can't."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dealwire.errors import StoreError
from dealwire.stores import open_store
from tests.factories import make_document


def test_a_path_and_a_url_name_the_same_store(tmp_path: Path) -> None:
    path = tmp_path / "新 store 100%.db"
    store = open_store(str(path))
    store.add_documents([make_document()])
    store.close()
    again = open_store(f"sqlite:///{path}")
    assert again.counts()["documents"] == 1
    again.close()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://localhost/deals", "PostgreSQL has no adapter yet"),
        ("postgresql+psycopg://localhost/deals", "PostgreSQL has no adapter yet"),
        ("mysql://localhost/deals", "names no store"),
        ("sqlite://", "names no store"),
    ],
)
def test_another_database_is_refused(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        open_store(url)


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database " * 1000)
    with pytest.raises(StoreError, match=r"notes\.txt: this file is no SQLite database"):
        open_store(str(path))
    assert path.read_text() == "no database " * 1000


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cakes (name)")
    connection.close()
    with pytest.raises(StoreError, match="something other than a dealwire store"):
        open_store(str(path))


def test_a_store_of_a_newer_dealwire(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match="newer dealwire"):
        open_store(str(path))


@pytest.mark.parametrize("place", ["missing/store.db", "."])
def test_a_place_where_no_file_can_be(tmp_path: Path, place: str) -> None:
    with pytest.raises(StoreError, match="can't be opened; look whether its directory is there"):
        open_store(str(tmp_path / place))


def test_a_store_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself refuses, as for a read-only file; root may write to any file, hence the pragma."""
    path = tmp_path / "store.db"
    open_store(str(path)).close()
    monkeypatch.setattr("dealwire.stores.sqlite.PRAGMAS", ("PRAGMA query_only = ON",))
    store = open_store(str(path))
    with pytest.raises(StoreError, match=r"store\.db: the store can't be written to"):
        store.set_setting("name", "value")
    store.close()


def test_a_full_disk_leaves_no_trace_and_the_store_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    open_store(str(path)).close()
    pages = path.stat().st_size // 4096 + 40
    monkeypatch.setattr(
        "dealwire.stores.sqlite.PRAGMAS", ("PRAGMA foreign_keys = ON", f"PRAGMA max_page_count = {pages}")
    )
    store = open_store(str(path))
    noise = random.Random(1)
    with pytest.raises(StoreError, match=r"store\.db: the disk is full"):
        store.add_documents(make_document(noise.randbytes(5000)) for _ in range(500))
    assert store.counts()["documents"] == 0
    store.add_documents([make_document()])
    assert store.counts()["documents"] == 1
    store.close()


def test_a_transaction_that_the_database_ended_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(tmp_path / "store.db"))
    with monkeypatch.context() as patched:
        patched.setattr("dealwire.stores.sqlite.Sqlite.begin", "SELECT 'there is none to commit or to undo'")
        with pytest.raises(StoreError, match="no transaction is active"):
            store.set_setting("name", "value")
    store.set_setting("name", "the store goes on")
    assert store.setting("name") == "the store goes on"
    store.close()


def test_a_locked_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(str(path), busy_seconds=0.05)
    other = open_store(str(path))
    with other.transaction():
        other.set_setting("name", "other")
        with pytest.raises(StoreError, match=r"store\.db: another program is writing to the store"):
            store.set_setting("name", "mine")
        assert store.setting("name") is None, "reading goes on"
    store.set_setting("name", "mine")
    assert other.setting("name") == "mine"
    store.close()
    other.close()


def test_a_damaged_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(str(path))
    store.add_documents([make_document(str(n).encode()) for n in range(500)])
    store.close()
    pages = bytearray(path.read_bytes())
    pages[4096 * 2 :] = b"\xff" * (len(pages) - 4096 * 2)
    path.write_bytes(pages)
    with pytest.raises(StoreError, match="damaged"):
        open_store(str(path)).counts()


def test_several_open_a_new_store_at_once(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def work(name: str) -> None:
        try:
            store = open_store(str(tmp_path / "store.db"))
            store.add_documents([make_document(name.encode())])
            store.close()
        except BaseException as error:  # noqa: BLE001  (told to the test's own thread)
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    store = open_store(str(tmp_path / "store.db"))
    assert store.counts()["documents"] == 4
    store.close()


def test_opening_an_existing_store_imports_no_migration_tool(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(str(path)).close()
    program = (
        "import sys; from dealwire.stores import open_store; open_store(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)  # noqa: S603
