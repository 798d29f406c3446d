"""`dealwire serve` as a user starts it."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from dealwire.lists import Cell, DealQuery
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.api import PREFIX
from dealwire.web.app import create_app
from dealwire.web.serve import ASKED, FED, OPENED, ask, counting, warmed
from tests.conftest import ROOT

COMMAND = (sys.executable, "-m", "dealwire", "serve", "--json", "--db")


def test_serve_answers_where_it_says_until_it_is_interrupted(examples: str) -> None:
    with subprocess.Popen([*COMMAND, examples, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE) as server:  # noqa: S603
        try:
            assert server.stdout is not None
            address = json.loads(server.stdout.readline())["address"]
            assert address.startswith("http://127.0.0.1:")
            with urlopen(address, timeout=30) as answer:  # noqa: S310 - loopback
                assert "Tideline" in answer.read().decode()
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)


def test_a_port_that_is_taken_is_said(examples: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([*COMMAND, examples, "--port", port], cwd=ROOT, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 2
    assert b"address already in use; name another with --port" in b" ".join(done.stderr.split())


def test_counts_are_made_before_a_reader_asks_and_again_later(examples: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Semaphore(0)
    with Dealwire(examples, make=False) as wire:
        cells = wire.store.deal_cells

        def count(query: DealQuery) -> list[Cell]:
            counted.release()
            return cells(query)

        monkeypatch.setattr(wire.store, "deal_cells", count)
        warmed(wire, create_app(wire))
        assert [counted.acquire(timeout=0) for _ in range(3)] == [True, True, False], "of all deals, of those disputed"
        wire.deal_page(DealQuery(DealFilter(background=False)))
        wire.programs.deal_counts(DealQuery(DealFilter(background=False, drafts=False)))
        assert not counted.acquire(timeout=0), "no reader waits"
        monkeypatch.setattr("dealwire.web.serve.EVERY", 0.01)
        monkeypatch.setattr("dealwire.service.beside.FRESH", 0.0)
        monkeypatch.setattr("dealwire.service.beside.SHARE", 0)
        with counting(wire):
            assert counted.acquire(timeout=30)


def test_what_is_asked_for_ahead_is_there_and_kept(examples: str) -> None:
    addresses = [*OPENED, *(f"{PREFIX}/{call}" for call in ASKED), *FED]
    with Dealwire(examples, make=False) as wire:
        app = create_app(wire)
        with ThreadPoolExecutor(1) as other:  # this thread has an event loop while a browser is driven from it
            other.submit(asyncio.run, ask(app, addresses)).result()
        made = wire.store.deal_page
        try:
            wire.store.deal_page = None  # type: ignore[assignment, method-assign]
            with TestClient(app, base_url="http://localhost", headers={"accept-encoding": "gzip"}) as client:
                kept = {address: client.get(address).status_code for address in addresses}
        finally:
            wire.store.deal_page = made  # type: ignore[method-assign]
    assert set(kept.values()) == {200}, kept


def test_a_start_does_not_wait_long_for_a_large_store(examples: str, monkeypatch: pytest.MonkeyPatch) -> None:
    over = Event()
    monkeypatch.setattr("dealwire.web.serve.START", 0.05)
    with Dealwire(examples, make=False) as wire:
        monkeypatch.setattr(wire.store, "deal_months", lambda *_: over.wait(30) and [])
        try:
            begun = time.monotonic()
            warmed(wire, create_app(wire))
            assert time.monotonic() - begun < 20, "the counts take thirty seconds"
        finally:
            over.set()
