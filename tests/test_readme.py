"""What the README shows is what its commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.run import dealwire
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = {
    name: [line.removeprefix("    ").rstrip() for line in block.strip("\n").split("\n")]
    for name, block in re.findall(r"<!-- demo-output: (\w+) -->\n(.*?)<!-- end -->", README, re.DOTALL)
}
LINE = '{"id": 1, "text": "Acme raised $5 million in a seed round led by Example Ventures."}'
COMMANDS = {
    "deals": ("deals", "--news"),
    "explain": ("explain", "Tideline Robotics"),
    "extract": ("extract", "-"),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Take the examples in; return the store, and what that printed."""
    db = tmp_path_factory.mktemp("readme") / "t.db"
    return db, dealwire("ingest", str(ROOT / "examples"), "--db", str(db)).stdout


@pytest.mark.parametrize("name", SHOWN)
def test_the_readme_shows_what_is_printed(store: tuple[Path, str], name: str) -> None:
    db, taken_in = store
    printed = taken_in if name == "ingest" else dealwire(*COMMANDS[name], "--db", str(db), stdin=LINE).stdout
    shown = SHOWN[name]
    lines = [line.rstrip() for line in printed.strip("\n").split("\n")]
    assert shown == ([*lines[: len(shown) - 1], "…"] if shown[-1] == "…" else lines)
