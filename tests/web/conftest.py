"""The site over the examples, as a browser without JavaScript sees it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a store that holds the examples."""
    path = str(tmp_path_factory.mktemp("web") / "examples.db")
    with Dealwire(path) as wire:
        wire.ingest(wire.files([str(ROOT / "examples")]))
    return path


@pytest.fixture
def client(examples: str) -> Iterator[TestClient]:
    with TestClient(create_app(Dealwire(examples, make=False)), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def wire(examples: str) -> Iterator[Dealwire]:
    with Dealwire(examples, make=False) as wire:
        yield wire
