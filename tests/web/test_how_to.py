"""What docs/how-to/use-the-api.md tells people to run does what it says, against a server of the examples."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.testclient import TestClient

from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from tests.conftest import ROOT

TEXT = (ROOT / "docs/how-to/use-the-api.md").read_text(encoding="utf-8")
BLOCKS = [block for block in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL) if "pandas" not in block]


@pytest.fixture
def base(examples: str) -> Iterator[str]:
    """Return the address of a server."""
    server = uvicorn.Server(uvicorn.Config(create_app(Dealwire(examples, make=False)), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        thread.join(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def test_the_programs_of_the_how_to_run(base: str, wire: Dealwire, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(BLOCKS) == 2
    space: dict[str, object] = {}
    for block in BLOCKS:
        exec(block.replace("http://127.0.0.1:8765", base), space)  # noqa: S102 - our own document
    assert "Brackwater 70000000 Brackwater" in capsys.readouterr().out
    copy: dict[str, object] = {}
    follow = space["follow"]
    assert callable(follow)
    cursor = follow(copy)
    assert copy.keys() == {row.deal.id for row in wire.deals(DealFilter(drafts=False))}
    assert follow(copy, cursor) == cursor


def test_every_address_of_the_how_to_answers(client: TestClient) -> None:
    addresses = re.findall(r"http://127\.0\.0\.1:8765(/[^\s'\"`#]*)", TEXT)
    addresses = [path for path in addresses if "{" not in path and "/ID" not in path]
    assert len(addresses) > 3
    for path in addresses:
        assert client.get(path).status_code == 200, path
