"""`dealwire serve` as a user starts it."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from threading import Semaphore
from urllib.request import urlopen

import pytest

from dealwire.lists import Cell, DealQuery
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from dealwire.web.serve import counting, warmed
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
