from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealwire.errors import StoreError
from dealwire.model import Document
from dealwire.ports import DealFilter, Store
from tests.conftest import absent
from tests.factories import make_article, make_document, make_row
from tests.stores.conftest import NewStore


def test_an_error_leaves_no_trace(store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            store.add_documents([make_document()])
            store.replace_deals([], [make_row()], {})
            assert store.deal("deal-1") is not None, "reads see the writes of their own transaction"
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert store.counts()["documents"] == 0
    assert list(store.deals(DealFilter())) == []
    assert store.search("orchid") == []


def test_a_generator_that_fails_half_way_leaves_no_trace(store: Store) -> None:
    def documents() -> Iterator[Document]:
        for number in range(1000):
            yield make_document(str(number).encode())
        raise KeyError

    with pytest.raises(KeyError):
        store.add_documents(documents())
    assert store.counts()["documents"] == 0


def test_a_transaction_goes_on_after_one_that_failed(store: Store) -> None:
    with pytest.raises(KeyError), store.transaction():
        raise KeyError
    with store.transaction():
        store.set_setting("name", "value")
    assert store.setting("name") == "value"


def test_transactions_are_not_nested(store: Store) -> None:
    with pytest.raises(RuntimeError, match="not nested"), store.transaction(), store.transaction():
        pass


def test_facts_of_one_transaction_may_come_in_any_order(store: Store) -> None:
    with store.transaction():
        store.add_articles([make_article()])
        store.add_documents([make_document()])
    assert store.articles(["article-1"]).keys() == {"article-1"}


def test_an_article_without_its_document_is_refused_and_leaves_no_trace(store: Store) -> None:
    with pytest.raises(StoreError), store.transaction():
        store.add_articles([make_article()])
    assert store.articles(["article-1"]) == {}
    store.set_setting("name", "the store goes on")
    assert store.setting("name") == "the store goes on"


def test_a_reader_goes_on_while_a_writer_writes_and_sees_whole_transactions_only(store: Store) -> None:
    """A writer keeps pairs; a reader in another thread never waits for it and never sees an odd number."""
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.append(store.counts()["documents"])

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(50):
            with store.transaction():
                store.add_documents([make_document(f"{number} a".encode())])
                before = len(seen)
                while len(seen) < before + 2 and number < 5:
                    assert reader.is_alive()
                store.add_documents([make_document(f"{number} b".encode())])
    finally:
        done.set()
        reader.join()
    assert len(seen) > 10
    assert {number % 2 for number in seen} == {0}
    assert seen == sorted(seen)


def test_a_thread_that_has_ended_leaves_no_connection_open(new_store: NewStore) -> None:
    files = Path("/proc/self/fd")
    if not files.exists():
        absent("this system doesn't show which files are open")
    store = new_store()
    before = len(list(files.iterdir()))
    for _ in range(20):
        reader = threading.Thread(target=store.counts)
        reader.start()
        reader.join()
    assert len(list(files.iterdir())) - before < 6, "the files of one connection more"
    assert store.counts()["documents"] == 0


def test_a_store_may_be_closed_while_others_read(new_store: NewStore) -> None:
    """What they read ends in an error of ours; a connection that closes under a statement would crash the process."""
    ends: list[StoreError] = []

    def read(store: Store) -> None:
        try:
            while True:
                store.counts()
        except StoreError as end:
            ends.append(end)

    for _ in range(10):
        store = new_store()
        readers = [threading.Thread(target=read, args=(store,)) for _ in range(4)]
        for reader in readers:
            reader.start()
        store.close()
        for reader in readers:
            reader.join(30)
    assert len(ends) == 40
    with pytest.raises(StoreError, match="closed"):
        store.counts()


def test_two_writers_wait_for_each_other(store: Store) -> None:
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(30):
                with store.transaction():
                    count = int(store.setting("count") or 0)
                    store.add_documents([make_document(f"{name} {number}".encode())])
                    store.set_setting("count", str(count + 1))
        except BaseException as error:  # noqa: BLE001  (told to the test's own thread)
            failures.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert store.setting("count") == "60"
    assert store.counts()["documents"] == 60
