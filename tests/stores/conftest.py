"""The stores that every test here runs on: a database more is a line more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dealwire.ports import Store
from dealwire.stores import open_store

NewStore = Callable[[], Store]

URLS: dict[str, Callable[[Path], str]] = {
    "sqlite": lambda directory: f"sqlite:///{directory / 'store.db'}",
}


@pytest.fixture(scope="session", params=URLS)
def new_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewStore]:
    """Open an empty store at each call."""
    opened: list[Store] = []

    def new() -> Store:
        opened.append(open_store(URLS[request.param](tmp_path_factory.mktemp("store"))))
        return opened[-1]

    yield new
    for store in opened:
        store.close()


@pytest.fixture
def store(new_store: NewStore) -> Store:
    return new_store()
