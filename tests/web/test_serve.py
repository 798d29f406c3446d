"""`dealwire serve` as a user starts it."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

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
